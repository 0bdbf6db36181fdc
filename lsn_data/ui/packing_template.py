"""Which template do the slides wear: ours, or the office's own, and how does that come in?"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lsn_data.errors import LsnError
from lsn_data.exhibit.slide.template_apart import checked_apart
from lsn_data.language import Language
from lsn_data.store import Template, forget_template, keep_template, template_of
from lsn_data.store.moments import local_time
from lsn_data.ui import data, done, rights
from lsn_data.ui.done import Act
from lsn_data.ui.messages import safe
from lsn_data.ui.quota import drop_zone

DROPPED, DROPS = "template-dropped", "lsn-template-drops"
# A refusal, told once; where it is said what has changed.
TROUBLE, PLACE = "lsn-template-trouble", "template"


def section(say: Language) -> None:
    """What the slides wear now, and the ways to another template."""
    if not rights.allowed("compose"):
        return
    kept = template_of(data.store())
    label = say("Slide template: {file}", file=kept.file) if kept else say("Slide template: ours")
    with st.expander(safe(label), type="compact", key="lsn-template", expanded=TROUBLE in st.session_state):
        if kept:
            told = say("Kept {moment} by {who}. Presentation and slides wear it.", moment=local_time(kept.at, say),
                       who=kept.by)  # fmt: skip
        else:
            told = say("Upload a presentation or template of your office: slides then wear its master, fonts, colours.")
        st.html(f"<p class='lsn-quiet'>{safe(told)}</p>")
        trouble = st.session_state.pop(TROUBLE, None)
        if trouble:
            st.warning(safe(trouble.said(say)))
        key = f"{DROPPED}-{st.session_state.get(DROPS, 0)}"
        drop_zone(
            safe(say("Template of the office (.pptx, .potx), up to 20 MB")), key=key, on_change=_take, args=(key,)
        )
        with st.container(horizontal=True, gap="small"):
            if kept:
                st.button(safe(say("Use our own again")), on_click=_remove, key="template-remove")
        done.last(say, place=PLACE)


def _take(key: str) -> None:
    """The dropped file becomes the template, if it may; the drop zone is empty again."""
    file = st.session_state[key]
    st.session_state[DROPS] = st.session_state.get(DROPS, 0) + 1
    if file is None:
        return
    try:
        made = checked_apart(file.getvalue(), file.name)
    except LsnError as refusal:
        st.session_state[TROUBLE] = refusal
    else:
        _keep(made, file.name)


def _keep(made: bytes, name: str) -> None:
    _replace(lambda: keep_template(data.store(), made, name, data.actor()))


def _remove() -> None:
    _replace(lambda: forget_template(data.store(), data.actor()))


def _replace(act: Callable[[], None]) -> None:
    """Keep another template, or none; the one before can be brought back."""
    before = template_of(data.store())
    try:
        act()
    except LsnError as refusal:
        st.session_state[TROUBLE] = refusal
    else:
        done.tell(Act(_changed_from(before), lambda: _again(before), place=PLACE))


def _changed_from(before: Template | None) -> Callable[[Language], str]:
    """What the slides wear now, and what they wore before."""

    def said(say: Language) -> str:
        kept = template_of(data.store())
        return say(
            "Slides wear {now} now; before, they wore {before}.",
            now=_called(kept, say), before=_called(before, say),
        )  # fmt: skip

    return said


def _called(template: Template | None, say: Language) -> str:
    return say("“{file}”", file=template.file) if template else say("our own template")


def _again(before: Template | None) -> None:
    if before:
        _keep(before.data, before.file)
    else:
        _remove()
