"""Which measures are looked at, and from which side: their weight and list, a proposal, or what changed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.measures.listing import passes
from lsn_data.topics.measures.wording import code_of, labels, principle_names, title_of
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, name_of, strategies
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot.answer import factors
from lsn_data.ui import data, editing_measures, filters, proposing, show
from lsn_data.ui.filters import EVERYBODY
from lsn_data.ui.messages import safe

LIST, AID, LOG = "list", "aid", "log"
SECTIONS = (LIST, AID, LOG)
NARROWED = ("principle", "status", "addresses", "measure")
WIDE, MANY = 340, 300


@dataclass(frozen=True)
class View:
    """What is chosen (None: all), and what there is to choose from, {value: what it is called}."""

    section: str
    cluster: str
    theme: str | None
    principle: str | None
    status: str | None
    addresses: str | None
    measure: str | None
    offered: Mapping[str, Mapping[str, str]]

    @property
    def narrowed(self) -> bool:
        """Is a part of our own measures looked at, or a single one?"""
        chosen = (self.theme, self.principle, self.status, self.addresses, self.measure)
        return self.cluster == OWN and any(chosen)

    @property
    def listed(self) -> Pick:
        """The list, narrowed as chosen."""
        return Pick.of(
            "measures-list",
            theme=self.theme, principle=self.principle, status=self.status, addresses=self.addresses,
        )  # fmt: skip


def page(say: Language) -> None:
    """Everything on the page."""
    view = chosen(say)
    if view.section == AID:
        proposing.aid(view.offered, lambda: bar(view, say), say, view.addresses)
        return
    if view.section == LOG:
        show.main_exhibit(Pick.of("measures-log", theme=view.theme), say, lambda: bar(view, say))
        return
    if view.narrowed:
        _part(view, say)
        return
    show.main_exhibit(Pick.of("measures", cluster=view.cluster), say, lambda: bar(view, say))
    if view.cluster == OWN:
        show.supporting_exhibit(view.listed, say, say("The measures"), lambda: _narrowing(view, say))
        editing_measures.measures(say, dict(view.listed.filters), view.measure)
        show.supporting_exhibit(Pick("measures-rule"), say, say("The 1/3 rule"))


def chosen(say: Language) -> View:
    """What the reader chose, or what the link says. Draws nothing."""
    offered = data.once(_offered, say)
    section = filters.kept("section", list(SECTIONS), LIST)
    cluster = filters.kept("cluster", list(offered["cluster"]), OWN)
    found = {name: _one_of(name, offered[name]) for name in NARROWED}
    return View(
        section, cluster, filters.theme_chosen(), found["principle"], found["status"], found["addresses"],
        found["measure"], offered,
    )  # fmt: skip


def _offered(store: Store, say: Language) -> Mapping[str, Mapping[str, str]]:
    """What there is to choose from, by the names of the filters."""
    return {
        "cluster": {code: name_of(code) for code in strategies(store)},
        "principle": principle_names(frame_of(store, OWN), say),
        "status": labels("measures", "status", say),
        "addresses": {row["id"]: f"{row['id']} {say.both(pair(row, 'text'))}" for row in factors(store)},
        "measure": {row["measure"]: f"{code_of(row, say)} {title_of(row, say)}" for row in measures_of(store, OWN)},
    }


def _one_of(key: str, known: Mapping[str, str]) -> str | None:
    value = filters.kept(key, [EVERYBODY, *known], EVERYBODY)
    return None if value == EVERYBODY else value


def bar(view: View, say: Language) -> None:
    """What is looked at: the section, and within it whose strategy, or which theme."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        filters.choice(
            "section", say("Show"), {LIST: say("Weight and list"), AID: say("Decision aid"), LOG: say("Changes")}
        )
        if view.section == LIST and len(view.offered["cluster"]) > 1:
            filters.choice("cluster", say("Strategy of"), view.offered["cluster"])
        if view.section == LOG:
            filters.theme(say)


def _part(view: View, say: Language) -> None:
    """What somebody looks for comes first: one measure, or the list as it is narrowed; then the weight of all."""

    def above() -> None:
        bar(view, say)
        if view.measure:
            _back(say)
        else:
            _narrowing(view, say)

    if view.measure:
        show.main_exhibit(Pick.of("measure", measure=view.measure), say, above)
        show.supporting_exhibit(view.listed, say, say("The measures"), lambda: _narrowing(view, say))
    else:
        show.main_exhibit(view.listed, say, above)
    editing_measures.measures(say, dict(view.listed.filters), view.measure)
    show.supporting_exhibit(Pick("measures"), say, say("Weight"))


def _back(say: Language) -> None:
    st.button(safe(say("Close this measure")), on_click=filters.choose, args=("measure", EVERYBODY), key="no-measure")


def _narrowing(view: View, say: Language) -> None:
    """What the list is narrowed to."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters-list"):
        filters.theme(say)
        filters.listed("principle", say("Principle"), {EVERYBODY: say("All principles"), **view.offered["principle"]})
        filters.listed("status", say("Status"), {EVERYBODY: say("Every status"), **view.offered["status"]})
        known = {EVERYBODY: say("Any factor"), **view.offered["addresses"]}
        filters.listed("addresses", say("Answers the SWOT factor"), known, WIDE)
        every = {EVERYBODY: say("No single one"), **_to_choose(view)}
        filters.listed("measure", say("Look at one measure"), every, WIDE)


def _to_choose(view: View) -> Mapping[str, str]:
    """The measures to choose from: all; of many, those of the list as it is narrowed, and the one that is chosen."""
    every = view.offered["measure"]
    if len(every) <= MANY:
        return every
    narrowed = dict(view.listed.filters)
    codes = [row["measure"] for row in measures_of(data.store(), OWN) if passes(row, narrowed)][:MANY]
    return {code: every[code] for code in dict.fromkeys([*codes, view.measure or ""]) if code in every}
