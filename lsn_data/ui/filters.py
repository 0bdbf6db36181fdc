"""Whose answers are shown? The filters of a page; they stand in its link, so that a link shows what its sender saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.priorities.answer import group_label
from lsn_data.ui import data
from lsn_data.ui.messages import safe

OFFERED = ("sector", "size", "state", "membership")
EVERYBODY = "all"
MANY = 6
SIDE_BY_SIDE = 4


@dataclass(frozen=True)
class View:
    """A wave, and the part of its answers that is looked at."""

    wave: Import
    by: str | None = None
    group: str | None = None

    @property
    def filters(self) -> dict[str, str | None]:
        """As `Pick.of` takes them."""
        return {"wave": self.wave.wave, "by": self.by, "group": self.group}

    @property
    def compares(self) -> bool:
        """Are all groups of an attribute looked at side by side?"""
        return self.by is not None and self.group is None


@dataclass(frozen=True)
class Near:
    """A view that may be shown instead: its name, and what to choose for it."""

    name: str
    by: str | None
    group: str | None


def survey_view(found: Mapping[str, Import]) -> View:
    """What the reader chose: the wave, the attribute, the group. Draws nothing."""
    names = list(found)
    wave = found[kept("wave", names, names[0])]
    by = kept("by", [EVERYBODY, *OFFERED], EVERYBODY)
    if by == EVERYBODY:
        return View(wave)
    codes = [group.code for group in data.groups(wave, by)]
    group = kept("group", [EVERYBODY, *codes], EVERYBODY)
    return View(wave, by, None if group == EVERYBODY else group)


def bar(view: View, found: Mapping[str, Import], say: Language) -> None:
    """The filters, to be drawn where the page wants them."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        names = {EVERYBODY: say("All members"), **{by: say.both(attribute_of(by).label) for by in OFFERED}}
        choice("by", say("Show answers of"), names)
        if len(found) > 1:
            choose = choice if len(found) <= SIDE_BY_SIDE else _list
            choose("wave", say("Survey wave"), {name: name for name in found})
        if view.by:
            _group_choice(view, say)


def _group_choice(view: View, say: Language) -> None:
    assert view.by is not None
    shown = data.groups(view.wave, view.by)
    if shown:
        labels = {group.code: group_label(view.by, group, say) for group in shown}
        names = {EVERYBODY: say("All groups side by side"), **labels}
        _list("group", say("Group"), names)


def nearest_views(nearest: tuple[tuple[str, str | None], ...], view: View, say: Language) -> list[Near]:
    """What may be shown instead of a view: all members first, then groups of the same attribute, else of others."""
    everybody = [] if view.by is None else [Near(say("All members"), None, None)]
    return everybody + [Near(_view_name(view.wave, by, group, say), by, group) for by, group in nearest[:MANY]]


def _view_name(wave: Import, by: str, group: str | None, say: Language) -> str:
    attribute = say.both(attribute_of(by).label)
    found = next((one for one in data.groups(wave, by) if one.code == group), None)
    return f"{attribute}: {group_label(by, found, say)}" if found else attribute


def look_at(by: str | None, group: str | None) -> None:
    """Turn to another view (a button's callback)."""
    st.session_state["by"] = by or EVERYBODY
    st.session_state["group"] = group or EVERYBODY


def choice(key: str, label: str, names: Mapping[str, str]) -> None:
    """A switch with all its choices side by side."""
    st.segmented_control(
        label,
        list(names),
        format_func=lambda code: safe(names[code]),
        required=True,
        key=key,
        persist_state="session",
    )


def _list(key: str, label: str, names: Mapping[str, str]) -> None:
    """For many choices, or long ones. Its options are plain text: nothing in them is read as Markdown."""
    st.selectbox(
        label,
        list(names),
        format_func=lambda code: names[code],
        filter_mode=None,
        key=key,
        width=240,
        persist_state="session",
    )


def kept(key: str, allowed: list[str], usual: str) -> str:
    """The value of a filter: as chosen, else as the link says, else the usual one; the link is kept in step.

    Whoever did not choose follows the usual value: after an import the newest wave, not the one seen before. A value
    that is not offered (an old link, a group that another wave does not have) falls back to the usual one.
    """
    asked = st.session_state[key] if key in st.session_state else st.query_params.get(key)
    followed = asked == st.session_state.get(f"{key}-usual")
    value = asked if asked in allowed and not followed else usual
    st.session_state[key] = value
    st.session_state[f"{key}-usual"] = usual
    if value == usual:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
    return value
