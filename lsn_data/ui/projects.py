"""Which projects are looked at, and which one of them? The filters stand in the page's link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.projects.answer import Portfolio, countries_of, known, payers_of
from lsn_data.topics.projects.compute import STATES
from lsn_data.topics.projects.countries import name_of
from lsn_data.topics.projects.words import payer, state
from lsn_data.ui import data, filters
from lsn_data.ui.filters import EVERYBODY

MORE = ("projects-ending", "projects-by-theme", "projects-map")


@dataclass(frozen=True)
class View:
    """What each filter offers, and what was chosen: `values`, without those that narrow nothing."""

    offered: Mapping[str, list[str]]
    values: Mapping[str, str]

    @property
    def main(self) -> Pick:
        """The page's first exhibit."""
        return self.pick("projects")

    @property
    def more(self) -> tuple[Pick, ...]:
        """What stands below it."""
        return tuple(self.pick(name) for name in MORE)

    def pick(self, name: str) -> Pick:
        """An exhibit with the filters of the page."""
        return Pick.of(name, **self.values)


def chosen() -> View | None:
    """What the reader chose, or what the link says; None without any project. Draws nothing."""
    found = known(data.store())
    if not found.projects:
        return None
    offered = _offered(found)
    values = {name: filters.kept(name, [EVERYBODY, *codes], EVERYBODY) for name, codes in offered.items()}
    theme = filters.theme_chosen()
    kept = {name: value for name, value in values.items() if value != EVERYBODY}
    return View(offered, {**kept, **({"theme": theme} if theme else {})})


def _offered(found: Portfolio) -> dict[str, list[str]]:
    """What occurs in the registers, most frequent first."""
    countries = [code for one in found.projects for code in countries_of(one.row)]
    payers = [name for row in found.payments for name in payers_of(row)]
    stages = {one.state for one in found.projects}
    return {
        "project": [one.code for one in found.projects],
        "stage": [one for one in STATES if one in stages],
        "country": sorted(dict.fromkeys(countries), key=lambda code: (-countries.count(code), code)),
        "programme": sorted(dict.fromkeys(payers), key=str.casefold),
    }


def bar(view: View, say: Language) -> None:
    """The filters; where one project is looked at, only the way back to all."""
    with st.container(horizontal=True, gap="small", key="lsn-filters"):
        if "project" in view.values:
            _listed("project", say("Project"), say("All projects"), {one: one for one in view.offered["project"]}, 300)
            return
        _listed("project", say("Project"), say("All projects"), {one: one for one in view.offered["project"]}, 180)
        filters.theme(say)
        _listed("stage", say("Status"), say("All"), {one: state(one, say) for one in view.offered["stage"]}, 110)
        countries = {code: name_of(code, say) for code in view.offered["country"]}
        _listed("country", say("Partner country"), say("All countries"), countries, 160)
        payers = {name: payer(name, say) for name in view.offered["programme"]}
        _listed("programme", say("Programme or funder"), say("All programmes"), payers, 190)


def _listed(key: str, label: str, everything: str, names: Mapping[str, str], width: int) -> None:
    filters.listed(key, label, {EVERYBODY: everything, **names}, width)
