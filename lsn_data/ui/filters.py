"""Whose answers are shown? The filters of a page; they stand in its link, so that a link shows what its sender saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lsn_data import disclosure
from lsn_data.exhibit import clean
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.priorities.answer import group_label, view_label
from lsn_data.ui import data
from lsn_data.ui.messages import safe

OFFERED = ("sector", "size", "state", "membership")
EVERYBODY = "all"
# Before an attribute's name: its groups side by side.
BESIDE = "beside:"
# The names of all filters that this visitor has met, and those that a click elsewhere leaves alone: whoever looks at
# the demo goes on looking at it.
KNOWN = "lsn-filters-known"
LASTING = {"wave", data.SHOWN}
# What a link within the product may choose; the language, the data, typed words and buttons are none of these.
LINKED = frozenset({
    "addresses", "also", "asked", "by", "cluster", "country", "evidence", "factor", "group", "kpi", "level", "links",
    "measure", "part", "period", "principle", "programme", "project", "quadrant", "question", "second", "section",
    "split", "stage", "status", "story", "theme", "topic", "view", "wave", "workshop",
})  # fmt: skip
MANY = 6
SIDE_BY_SIDE = 4


@dataclass(frozen=True)
class View:
    """A wave, and the part of its answers that is looked at: a group of an attribute, perhaps narrowed by others.

    `beside`: an attribute whose groups stand side by side within that group.
    """

    wave: Import
    by: str | None = None
    group: str | None = None
    also: str | None = None
    beside: str | None = None

    @property
    def filters(self) -> dict[str, str | None]:
        """As `Pick.of` takes them."""
        if self.beside:
            return {"wave": self.wave.wave, "by": self.beside, "also": f"{self.by}={self.group}"}
        return {"wave": self.wave.wave, "by": self.by, "group": self.group, "also": self.also}

    @property
    def compares(self) -> bool:
        """Are all groups of an attribute looked at side by side?"""
        return self.beside is not None or (self.by is not None and self.group is None)


@dataclass(frozen=True)
class Near:
    """A view that may be shown instead: its name, and what to choose for it."""

    name: str
    by: str | None
    group: str | None
    also: str | None = None


def survey_view(found: Mapping[str, Import]) -> View:
    """What the reader chose: the wave, the attribute, the group. Draws nothing."""
    names = list(found)
    wave = found[kept("wave", names, names[0])]
    by = kept("by", [EVERYBODY, *OFFERED], EVERYBODY)
    if by == EVERYBODY:
        return View(wave)
    codes = [group.code for group in data.groups(wave, by)]
    group = kept("group", [EVERYBODY, *codes], EVERYBODY)
    if group == EVERYBODY:
        return View(wave, by)
    allowed = [*narrower(wave, by, group), *too_narrow(wave, by, group), *compared_within(wave, by, group)]
    also = kept("also", [EVERYBODY, *allowed], EVERYBODY)
    if also.startswith(BESIDE):
        return View(wave, by, group, beside=also.removeprefix(BESIDE))
    return View(wave, by, group, None if also == EVERYBODY else also)


def narrower(wave: Import, by: str, group: str) -> dict[str, dict[str, str]]:
    """How a group may be narrowed by others: {"state=SH": {"state": "SH"}}, one attribute first, large groups first."""
    found = {}
    for view in data.views(wave):
        where = view.where
        if len(where) > 1 and where.pop(by, None) == group and all(name in OFFERED for name in where):
            found[disclosure.named(where)] = where
    return found


def too_narrow(wave: Import, by: str, group: str) -> dict[str, dict[str, str]]:
    """What would narrow a group to too few: groups of one other attribute each, named as `narrower` does."""
    shown = narrower(wave, by, group)
    others = [{name: one.code} for name in OFFERED if name != by for one in data.groups(wave, name)]
    return {disclosure.named(where): where for where in others if disclosure.named(where) not in shown}


def compared_within(wave: Import, by: str, group: str) -> list[str]:
    """The attributes whose groups may stand side by side within a group, as the filter names them."""
    views = data.views(wave)
    return [BESIDE + name for name in OFFERED if name != by and disclosure.side_by_side(views, name, {by: group})]


def bar(view: View, found: Mapping[str, Import], say: Language) -> None:
    """The filters, to be drawn where the page wants them."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        names = {EVERYBODY: say("All members"), **{by: say.both(attribute_of(by).label) for by in OFFERED}}
        choice("by", say("Show answers of"), names)
        wave_choice(found, say)
        if view.by:
            _group_choice(view, say)


def wave_choice(found: Mapping[str, Import], say: Language) -> None:
    """Which wave, where there are several; a few stand side by side."""
    if len(found) > 1:
        choose = choice if len(found) <= SIDE_BY_SIDE else listed
        choose("wave", say("Survey wave"), {name: name for name in found})


def _group_choice(view: View, say: Language) -> None:
    assert view.by is not None
    shown = data.groups(view.wave, view.by)
    if shown:
        labels = {group.code: group_label(view.by, group, say) for group in shown}
        names = {EVERYBODY: say("All groups side by side"), **labels}
        listed("group", say("Group"), names, width=300)
    if view.group:
        _also_choice(view.wave, view.by, view.group, say)


def _also_choice(wave: Import, by: str, group: str, say: Language) -> None:
    """How the group may be narrowed; what would leave too few says so, and leads to the nearest views."""
    beside = {
        code: say("{attribute} side by side", attribute=say.both(attribute_of(code.removeprefix(BESIDE)).label))
        for code in compared_within(wave, by, group)
    }
    names = also_names(wave, by, group, say)
    if len(names) > 1:
        everybody = {EVERYBODY: names.pop(EVERYBODY)}
        listed("also", say("And also"), {**everybody, **beside, **names}, width=340)


def also_names(wave: Import, by: str, group: str, say: Language) -> dict[str, str]:
    """How a group may be narrowed, by the names of the filter: all of it first, last what would leave too few."""
    shown = {code: view_label(where, say) for code, where in narrower(wave, by, group).items()}
    not_shown = {
        code: say("{group} (too few)", group=view_label(where, say))
        for code, where in too_narrow(wave, by, group).items()
    }
    return {EVERYBODY: say("All of this group"), **shown, **not_shown}


def nearest_views(nearest: tuple[disclosure.View, ...], view: View, say: Language) -> list[Near]:
    """What may be shown instead of a view: all members first, then the nearest groups."""
    everybody = [] if view.by is None else [Near(say("All members"), None, None)]
    return everybody + [_near(one.where, view.wave, say) for one in nearest[:MANY]]


def _near(where: Mapping[str, str], wave: Import, say: Language) -> Near:
    """How the filters are set to see a view: first a group that stands by itself, then what narrows it."""
    alone = [name for name in where if any(one.code == where[name] for one in data.groups(wave, name))]
    by = (alone or list(where))[0]
    also = disclosure.named({name: group for name, group in where.items() if name != by})
    return Near(view_label(where, say), by, where[by], also or None)


def look_at(by: str | None, group: str | None, also: str | None = None) -> None:
    """Turn to another view (a button's callback)."""
    st.session_state["by"] = by or EVERYBODY
    st.session_state["group"] = group or EVERYBODY
    st.session_state["also"] = also or EVERYBODY


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


def listed(key: str, label: str, names: Mapping[str, str], width: int = 240) -> None:
    """For many choices, or long ones. Its options are plain text: nothing in them is read as Markdown."""
    listed_as(key, label, names, width, persist_state="session")


def listed_as(key: str, label: str, names: Mapping[str, str], width: int = 240, **more: Any) -> None:
    """A list whose choice is kept as long as it is drawn, and no longer."""
    st.selectbox(
        label,
        list(names),
        format_func=lambda code: clean.line(names[code]),
        filter_mode=None,
        key=key,
        width=width,
        **more,
    )


def theme(say: Language) -> None:
    """Which theme the page is narrowed to; the pages of the strategy share the choice."""
    listed("theme", say("Theme"), {EVERYBODY: say("All themes"), **theme_names(say)})


def theme_chosen() -> str | None:
    """The theme that was chosen, None for all. Draws nothing."""
    chosen = kept("theme", [EVERYBODY, *(choice.code for choice in THEMES)], EVERYBODY)
    return None if chosen == EVERYBODY else chosen


def theme_names(say: Language) -> dict[str, str]:
    """The short names of our themes by their codes."""
    return {choice.code: say.both(choice.label) for choice in THEMES}


def choose(key: str, value: str) -> None:
    """Set a filter (in a callback, before it is drawn); a value that is not offered falls back to the usual one."""
    st.session_state[key] = value
    st.session_state[f"{key}-usual"] = None


def forget() -> None:
    """Let go of what was chosen on all pages; the wave stays, since all pages speak of the same one."""
    for key in st.session_state.get(KNOWN, set()) - LASTING:
        st.session_state[key] = None


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
    st.session_state[KNOWN] = {*st.session_state.get(KNOWN, ()), key}
    if value == usual:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = value
    return value
