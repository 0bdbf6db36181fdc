"""Which projects are looked at, which one of them, and what of them? The filters stand in the page's link."""

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
from lsn_data.topics.stories.answer import stories, title
from lsn_data.ui import data, empty_page, filters, show
from lsn_data.ui.filters import EVERYBODY

# The views of the page, each with its exhibits: the first that has something to show stands at the top.
VIEWS: dict[str, tuple[str, ...]] = {
    "portfolio": ("projects", "projects-ending", "projects-by-theme"),
    "money": ("projects-funding", "projects-funders", "projects-income"),
    "partners": ("projects-map",),
    "stories": ("stories",),
}
USUAL = "portfolio"


@dataclass(frozen=True)
class View:
    """What each filter offers, and what was chosen: `values`, without those that narrow nothing."""

    view: str
    offered: Mapping[str, list[str]]
    values: Mapping[str, str]

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The exhibits, the main one first: one project with its chain and its stories, one story, or a view."""
        if "project" in self.values:
            return tuple(Pick.of(name, project=self.values["project"]) for name in ("project", "projects", "stories"))
        if self.view == "stories":
            return self._told
        narrowed = {name: value for name, value in self.values.items() if name != "story"}
        return tuple(Pick.of(name, **narrowed) for name in VIEWS[self.view])

    @property
    def _told(self) -> tuple[Pick, ...]:
        """All stories; one of them above the others."""
        told, story = Pick.of("stories", theme=self.values.get("theme")), self.values.get("story")
        return (Pick.of("story", story=story), told) if story else (told,)


def chosen() -> View | None:
    """What the reader chose, or what the link says; None without any project. Draws nothing."""
    found = known(data.store())
    if not found.projects:
        return None
    offered = _offered(found)
    values = {name: filters.kept(name, [EVERYBODY, *codes], EVERYBODY) for name, codes in offered.items()}
    theme = filters.theme_chosen()
    kept = {name: value for name, value in values.items() if value != EVERYBODY}
    if "story" in kept and not (st.session_state.get("view") or st.query_params.get("view")):
        filters.choose("view", "stories")
    view = filters.kept("view", list(VIEWS), USUAL)
    return View(view, offered, {**kept, **({"theme": theme} if theme else {})})


def _offered(found: Portfolio) -> dict[str, list[str]]:
    """What occurs in the registers; countries by how often."""
    countries = [code for one in found.projects for code in countries_of(one.row)]
    payers = [name for row in found.payments for name in payers_of(row)]
    stages = {one.state for one in found.projects}
    return {
        "project": [one.code for one in found.projects],
        "stage": [one for one in STATES if one in stages],
        "country": sorted(dict.fromkeys(countries), key=lambda code: (-countries.count(code), code)),
        "programme": sorted(dict.fromkeys(payers), key=str.casefold),
        "story": [row["story"] for row in stories(data.store())],
    }


def draw(view: View, say: Language) -> None:
    """The exhibits of the view below its filters; a view whose register is empty says what to upload."""
    there = [pick for pick in view.picks if show.there(pick, say)]
    if not there:
        _nothing(view, say)
        return
    first, *others = there
    show.main_exhibit(first, say, lambda: bar(view, say))
    for pick in others:
        show.supporting_exhibit(pick, say)


def _nothing(view: View, say: Language) -> None:
    """The filters, and below them what is missing: all of a register, or all that the filters let through."""
    bar(view, say)
    if view.view == "stories" and not view.offered["story"]:
        what = say("Problem, solution and LSN's contribution of each story will stand here.")
        empty_page.register("stories", say("No success stories yet"), what, say)
    elif view.view == "money" and not view.offered["programme"]:
        what = say("Amounts by programme, funder and year will stand here.")
        empty_page.register("funding", say("No funding yet"), what, say)
    else:
        st.title(say("Nothing passes these filters"), anchor=False)


def bar(view: View, say: Language) -> None:
    """The filters; where one project is looked at, only the way back to all."""
    projects = {one: one for one in view.offered["project"]}
    if "project" in view.values:
        _listed("project", say("Project"), say("All projects"), projects, 300)
        return
    filters.choice("view", say("View"), _views(say))
    with st.container(horizontal=True, gap="small", key="lsn-filters"):
        if view.view == "stories":
            filters.theme(say)
            told = {row["story"]: title(row, say) for row in stories(data.store())}
            _listed("story", say("Story"), say("All stories"), told, 340)
            return
        _listed("project", say("Project"), say("All projects"), projects, 180)
        filters.theme(say)
        _listed("stage", say("Status"), say("All"), {one: state(one, say) for one in view.offered["stage"]}, 110)
        countries = {code: name_of(code, say) for code in view.offered["country"]}
        _listed("country", say("Partner country"), say("All countries"), countries, 160)
        payers = {name: payer(name, say) for name in view.offered["programme"]}
        _listed("programme", say("Programme or funder"), say("All programmes"), payers, 190)


def _views(say: Language) -> dict[str, str]:
    return {
        "portfolio": say("Run times"), "money": say("Money"), "partners": say("Partner countries"),
        "stories": say("Success stories"),
    }  # fmt: skip


def _listed(key: str, label: str, everything: str, names: Mapping[str, str], width: int) -> None:
    filters.listed(key, label, {EVERYBODY: everything, **names}, width)
