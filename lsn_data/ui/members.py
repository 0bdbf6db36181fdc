"""What stands on the page of the members: how many, who came and went, of whom they consist, who is heard?"""

from __future__ import annotations

import streamlit as st

from lsn_data.board import Pick
from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of
from lsn_data.store import Store
from lsn_data.topics.members.answer import known
from lsn_data.topics.members.consists import told_attributes
from lsn_data.ui import data, empty_page, filters, show

ALONE = "none"


def page(say: Language) -> None:
    """The exhibits one below another; what cannot be told says why in its place."""
    told = attributes()
    if told is None:
        _without_register(say)
        return
    growth = Pick("members")
    by, second = _chosen(told)
    composition = Pick.of("members-composition", by=by, second=None if second == ALONE else second)

    def choose() -> None:
        _bar(told, by, say)

    if show.there(growth, say):
        show.main_exhibit(growth, say)
        show.supporting_exhibit(Pick("members-flow"), say, say("Joined and left"))
        show.supporting_exhibit(composition, say, say("Of whom they consist"), choose if len(told) > 1 else None)
    else:
        show.main_exhibit(composition, say, choose if len(told) > 1 else None)
    show.part(Pick("members-stay"), say("How long they stay"), say, says=LsnError)
    _voice(by, say)


def _without_register(say: Language) -> None:
    """What is told elsewhere, and how the register comes in."""
    elsewhere = Pick("members-told")
    what = say("Here you will see how many members there are, since when their number grows and who is heard.")
    if not show.there(elsewhere, say):
        empty_page.register("members", say("No register of members yet"), what, say)
        return
    show.main_exhibit(elsewhere, say)
    empty_page.box("members", what, say)


def attributes() -> list[str] | None:
    """The attributes that the register tells; None where there is no register."""
    opened = data.store()
    return _attributes(opened, str(opened.path), opened.version, opened.demo)


@st.cache_resource(show_spinner=False, max_entries=data.MANY)
def _attributes(_store: Store, path: str, version: int, demo: bool | None) -> list[str] | None:
    found = known(_store)
    return None if found is None else told_attributes(found)


def _chosen(told: list[str]) -> tuple[str, str]:
    """The attribute, and the one beside it."""
    known_ones = told or [one.name for one in ATTRIBUTES]
    by = filters.kept("by", known_ones, known_ones[0])
    return by, filters.kept("second", [ALONE, *(name for name in told if name != by)], ALONE)


def _bar(told: list[str], by: str, say: Language) -> None:
    """Which attribute, and which one beside it."""
    names = {name: say.both(attribute_of(name).label) for name in told}
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        filters.choice("by", say("Members by"), names)
        others = {name: label for name, label in names.items() if name != by}
        filters.listed("second", say("And by"), {ALONE: say("nothing else"), **others})


def _voice(by: str, say: Language) -> None:
    """Members and answers side by side, of the wave chosen."""
    waves = data.survey_waves()
    if not waves:
        return
    wave = filters.kept("wave", list(waves), next(iter(waves)))
    show.part(
        Pick.of("members-voice", by=by, wave=wave),
        say("Who is heard"),
        say,
        lambda: filters.wave_choice(waves, say),
        says=LsnError,
    )
