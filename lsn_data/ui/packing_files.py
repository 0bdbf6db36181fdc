"""How does a pack leave: as slides, as a paper, as figures? And how is it frozen?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from lsn_data.board.binding import Draw, bind
from lsn_data.board.editions import freeze
from lsn_data.board.file_names import file_stem
from lsn_data.board.kept import numbered_name
from lsn_data.board.pack import LONGEST_NAME, Pack
from lsn_data.errors import LsnError
from lsn_data.exhibit import clean
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.in_workbook import figures
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck
from lsn_data.language import Language
from lsn_data.store import Frozen, take_edition_back, template_data
from lsn_data.ui import data, done, leaving, rights, show
from lsn_data.ui.done import Act
from lsn_data.ui.messages import safe

PDF = "application/pdf"
FREEZE_AS = "freeze-as"
# A refusal to freeze, told once; where it is said what was frozen.
TROUBLE, PLACE = "lsn-not-frozen", "frozen"


def leave(found: Pack, draw: Draw, frozen: Sequence[Frozen], say: Language) -> None:
    """The downloads of the pack as it stands here, and the way to an edition."""
    bound = bind(found, say, draw)
    with st.container(horizontal=True, gap="small", key="lsn-pack-leaves"):
        downloads(lambda: bound, found.name, "pack", say, first=True, disabled=not bound.leaves)
        if bound.leaves:
            present(say, pack=found.name)
    foot = say("All of them are drawn from the data as they are now, in your language.")
    st.html(f"<div class='lsn-foot'>{safe(foot)}</div>")
    if bound.leaves and rights.allowed("compose"):
        _freezing(found, [one.name for one in frozen], say)


def downloads(
    bound: Callable[[], Bound], name: str, key: str, say: Language, first: bool = False, disabled: bool = False
) -> None:
    """The files of a pack or an edition, made when somebody asks for them; `first`: the page's main buttons."""
    store = data.store()
    for label, short, ending, mime, make in (
        (
            say("Presentation (.pptx)"),
            say("Slides"),
            "pptx",
            show.PPTX,
            lambda: deck(bound(), template_data(store)),
        ),
        (say("Handout (.pdf)"), say("Handout"), "pdf", PDF, lambda: handout(bound())),
        (say("Figures (.xlsx)"), say("Figures"), "xlsx", show.XLSX, lambda: figures(bound())),
    ):
        leaving.download(
            safe(label if first else short), make, file_name=f"{file_stem(name)}.{ending}", mime=mime,
            type="primary" if first and ending == "pptx" else "secondary", disabled=disabled,
            key=f"{key}-{ending}",
        )  # fmt: skip


def present(say: Language, **what: str) -> None:
    """The way to the stage: in the browser, one exhibit a page."""
    st.page_link("../../pages/present.py", label=safe(say("Present")), query_params=what, width="content")


def _freezing(found: Pack, taken: Sequence[str], say: Language) -> None:
    """A name, the button, and in one line what freezing means."""
    key = f"{FREEZE_AS}-{found.name}-{len(taken)}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="lsn-pack-freeze"):
        st.text_input(
            safe(say("Name of the edition")),
            usual_edition(found, taken, say),
            max_chars=LONGEST_NAME,
            width=400,
            key=key,
        )
        # Not in a callback: what was typed just before the click is in the pack by now.
        if st.button(safe(say("Freeze as edition")), key="freeze"):
            _freeze(found, st.session_state[key], say)
            st.rerun()
    told = say("An edition keeps figures, sentences and order as the board sees them now: nothing changes it later.")
    st.html(f"<div class='lsn-foot'>{safe(told)}</div>")
    _outcome(say)


def usual_edition(found: Pack, taken: Sequence[str], say: Language) -> str:
    """The pack's name with today's day; numbered where there is such an edition already."""
    wanted = say("{pack}, {day}", pack=found.name, day=say.date(dt.date.today()))[:LONGEST_NAME]
    return numbered_name(wanted, taken.__contains__)


def _freeze(found: Pack, name: str, say: Language) -> None:
    """Freeze the pack as it stands on the page."""
    try:
        edition = freeze(data.store(), found, clean.line(name), data.exhibit, actor=data.actor())
    except LsnError as refusal:
        st.session_state[TROUBLE] = refusal
    else:
        done.tell(_frozen(edition.name))


def _frozen(name: str) -> Act:
    """What was done, and the way back for whoever froze too early."""
    return Act(
        lambda say: say("Frozen as edition “{edition}”: it stands below.", edition=name),
        lambda: take_edition_back(data.store(), name, actor=data.actor()),
        lambda say: say("The edition goes, the pack stays as it is."),
        place=PLACE,
    )


def _outcome(say: Language) -> None:
    trouble = st.session_state.pop(TROUBLE, None)
    if trouble:
        st.warning(safe(trouble.said(say)))
    done.last(say, place=PLACE)
