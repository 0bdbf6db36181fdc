"""And only the small ones? The filters of the exhibit on stage, and how what they show differs from what was agreed.

They never touch the filters of the other pages: what is asked in a meeting is gone when the page is turned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data import disclosure
from lsn_data.board import Pick
from lsn_data.disclosure import NotShown
from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.sheets.choices import LEVELS, THEMES
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.priorities.answer import group_label, view_label
from lsn_data.ui import data, filters
from lsn_data.ui.filters import EVERYBODY, OFFERED, View
from lsn_data.ui.messages import safe

# Which filters does each exhibit take on stage? Those of its own page; what is not listed takes none.
GROUPS, SPLIT, WAVE, THEME, LEVEL = "groups", "split", "wave", "theme", "level"
TAKES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("priorities", "distribution", "robust", "pairs", "wanted-and-done"), (GROUPS, WAVE)),
    **dict.fromkeys(("segments", "satisfaction", "services", "members-voice"), (SPLIT, WAVE)),
    **dict.fromkeys(("overview", "voice-and-effort", "representativeness", "weighted", "change"), (WAVE,)),
    **dict.fromkeys(("kpis", "kpis-table"), (THEME, LEVEL)),
    **dict.fromkeys(("swot", "swot-broken", "tows", "swot-flow", "measures-list", "measures-log"), (THEME,)),
    **dict.fromkeys(("workshops", "workshops-needs", "workshops-statements", "stories"), (THEME,)),
    **dict.fromkeys(("projects", "projects-ending", "projects-map"), (THEME,)),
    **dict.fromkeys(("projects-funding", "projects-funders"), (THEME,)),
    "members-composition": (SPLIT,),
}
# Exhibits that always split: without a choice by this attribute. The others show all together then.
ALWAYS_SPLIT = {"segments": "sector", "members-composition": "sector", "members-voice": "sector"}
# Exhibits whose own page puts all groups of an attribute side by side.
SIDE_BY_SIDE = ("priorities", "distribution")
TURNS = "lsn-turns"


@dataclass(frozen=True)
class Cut:
    """What is on stage: the agreed exhibit, and the one that the filters ask for."""

    agreed: Pick
    pick: Pick
    waves: Mapping[str, Import]

    @property
    def live(self) -> bool:
        """Does it differ from what was agreed?"""
        return self.pick != self.agreed

    @property
    def wave(self) -> Import | None:
        """The wave that a cut of the survey speaks of."""
        return self.waves.get(dict(self.pick.filters).get("wave", ""), next(iter(self.waves.values()), None))


def asked(agreed: Pick) -> Cut:
    """What the filters on stage ask for. Draws nothing."""
    takes = TAKES.get(agreed.name, ())
    waves = data.survey_waves() if {GROUPS, SPLIT, WAVE} & set(takes) else {}
    found = dict(agreed.filters)
    if (GROUPS in takes and not waves) or (takes == (WAVE,) and len(waves) < 2):
        return Cut(agreed, agreed, {})
    if waves and WAVE in takes:
        _set(found, "wave", list(waves), next(iter(waves)))
    if THEME in takes:
        _set(found, "theme", [EVERYBODY, *(choice.code for choice in THEMES)], EVERYBODY)
    if LEVEL in takes:
        _set(found, "level", [EVERYBODY, *(choice.code for choice in LEVELS)], EVERYBODY)
    if SPLIT in takes:
        usual = ALWAYS_SPLIT.get(agreed.name, EVERYBODY)
        _set(found, "by", list(OFFERED) if usual != EVERYBODY else [EVERYBODY, *OFFERED], usual)
    if GROUPS in takes:
        return Cut(agreed, _grouped(agreed, found, waves), waves)
    return Cut(agreed, Pick.of(agreed.name, **found), waves)


def _grouped(agreed: Pick, found: dict[str, str], waves: Mapping[str, Import]) -> Pick:
    """A group of an attribute, perhaps narrowed; its groups side by side where nobody chose one, or none may stand."""
    wave = waves[found.get("wave") or next(iter(waves))]
    _set(found, "by", [EVERYBODY, *OFFERED], EVERYBODY)
    by = found.get("by")
    if by is None:
        return Pick.of(agreed.name, **{**found, "group": None, "also": None})
    groups = [group.code for group in data.groups(wave, by)]
    every = [EVERYBODY] if agreed.name in SIDE_BY_SIDE or not groups else []
    _set(found, "group", [*every, *groups], (every or groups)[0], EVERYBODY)
    group = found.get("group")
    if group is None:
        return Pick.of("segments", wave=found.get("wave"), by=by)
    narrower = [*filters.narrower(wave, by, group), *filters.too_narrow(wave, by, group)]
    _set(found, "also", [EVERYBODY, *narrower], EVERYBODY)
    return Pick.of(agreed.name, **found)


def _set(found: dict[str, str], name: str, offered: list[str], usual: str, nothing: str | None = None) -> None:
    """Put what was chosen into the filters: as on stage, else as agreed, else as usual, which needs no filter."""
    agreed = found.get(name, usual)
    value = st.session_state.get(key(name), agreed)
    value = value if value in offered else agreed if agreed in offered else usual
    st.session_state[key(name)] = value
    if value == EVERYBODY or (value == (usual if nothing is None else nothing) and name not in found):
        found.pop(name, None)
    else:
        found[name] = value


def key(name: str) -> str:
    """Under this name a filter's choice is kept until the page is turned, or the agreed view comes back."""
    return f"live-{name}-{st.session_state.get(TURNS, 0)}"


def agree() -> None:
    """Back to the agreed view (a callback)."""
    st.session_state[TURNS] = st.session_state.get(TURNS, 0) + 1


def offers(pick: Pick | None) -> bool:
    """Is there anything to filter on this page?"""
    if pick is None or pick.name not in TAKES:
        return False
    takes = TAKES[pick.name]
    waves = len(data.survey_waves()) if {GROUPS, WAVE, SPLIT} & set(takes) else 0
    return waves > 1 if takes == (WAVE,) else bool(waves) if GROUPS in takes else True


def bar(cut: Cut, say: Language) -> None:
    """The filters of the exhibit on stage."""
    takes = TAKES.get(cut.agreed.name, ())
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-stage-filters"):
        if GROUPS in takes:
            _groups(cut, say)
        if SPLIT in takes:
            together = {} if cut.agreed.name in ALWAYS_SPLIT else {EVERYBODY: say("All together")}
            _choice("by", say("Answers side by side by"), {**together, **_attributes(say)})
        if THEME in takes:
            filters.listed_as(key("theme"), say("Theme"), {EVERYBODY: say("All themes"), **filters.theme_names(say)})
        if LEVEL in takes:
            levels = {choice.code: say.both(choice.label) for choice in LEVELS}
            _choice("level", say("Level"), {EVERYBODY: say("Both"), **levels})
        if WAVE in takes and len(cut.waves) > 1:
            filters.listed_as(key("wave"), say("Survey wave"), {name: name for name in cut.waves}, 130)


def _groups(cut: Cut, say: Language) -> None:
    """Whose answers; within an attribute which group; within a group what narrows it."""
    _choice("by", say("Show answers of"), {EVERYBODY: say("All members"), **_attributes(say)})
    by, group = st.session_state[key("by")], st.session_state.get(key("group"))
    shown = data.groups(cut.wave, by) if cut.wave and by != EVERYBODY else ()
    if not shown or cut.wave is None:
        return
    every = {EVERYBODY: say("All groups side by side")} if cut.agreed.name in SIDE_BY_SIDE else {}
    names = {**every, **{one.code: group_label(by, one, say) for one in shown}}
    filters.listed_as(key("group"), say("Group"), names, 220)
    if group and group != EVERYBODY:
        filters.listed_as(key("also"), say("And also"), filters.also_names(cut.wave, by, group, say), 260)


def _attributes(say: Language) -> dict[str, str]:
    return {by: say.both(attribute_of(by).label) for by in OFFERED}


def _choice(name: str, label: str, names: Mapping[str, str]) -> None:
    st.segmented_control(
        label, list(names), format_func=lambda code: safe(names[code]), required=True, key=key(name)
    )  # fmt: skip


def said(cut: Cut, say: Language) -> str:
    """What was filtered, in words: only what differs from the agreed view."""
    now, before = dict(cut.pick.filters), dict(cut.agreed.filters)
    told = []
    if any(now.get(name) != before.get(name) for name in ("by", "group", "also")):
        told.append(_whose(now, say))
    if now.get("theme") != before.get("theme"):
        told.append(filters.theme_names(say).get(now.get("theme", ""), say("All themes")))
    if now.get("level") != before.get("level"):
        levels = {choice.code: say.both(choice.label) for choice in LEVELS}
        told.append(levels.get(now.get("level", ""), say("Both")))
    if now.get("wave") != before.get("wave") and cut.wave:
        told.append(say("Survey wave {wave}", wave=cut.wave.wave or ""))
    return " · ".join(told)


def _whose(now: Mapping[str, str], say: Language) -> str:
    by = now.get("by")
    if by and not now.get("group"):
        return say("{attribute} side by side", attribute=say.both(attribute_of(by).label))
    also = disclosure.where_named(now.get("also", ""))
    return view_label({by: now["group"], **also}, say) if by else say("All members")


def not_shown(refusal: LsnError, cut: Cut, say: Language) -> None:
    """Why a cut is not shown, and the nearest ones that may be as buttons."""
    with st.container(key="lsn-stage-refused"):
        st.html(f"<p class='lsn-stage-why'>{safe(refusal.said(say))}</p>")
        if (
            not isinstance(refusal, NotShown)
            or cut.wave is None
            or not refusal.nearest
            or GROUPS not in TAKES.get(cut.agreed.name, ())
        ):
            return
        st.html(f"<p class='lsn-stage-near'>{safe(say('These views can be shown:'))}</p>")
        view = View(cut.wave, *(dict(cut.pick.filters).get(name) for name in ("by", "group", "also")))
        with st.container(horizontal=True):
            for near in filters.nearest_views(refusal.nearest, view, say):
                named = f"live-nearest-{near.by}-{near.group}-{near.also}"
                st.button(safe(near.name), on_click=_look_at, args=(near.by, near.group, near.also), key=named)


def _look_at(by: str | None, group: str | None, also: str | None) -> None:
    """Turn to another cut (a button's callback)."""
    for name, value in (("by", by), ("group", group), ("also", also)):
        st.session_state[key(name)] = value or EVERYBODY
