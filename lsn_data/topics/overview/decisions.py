"""What needs a decision? One row a matter, the weightiest first; what is in order is not listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.kpis.answer import Kpi, kpis
from lsn_data.topics.kpis.names import short
from lsn_data.topics.measures.compute import off_strategy, overdue, ownerless
from lsn_data.topics.naming import first_of
from lsn_data.topics.overview.answer import overview
from lsn_data.topics.overview.balance_answer import balanced
from lsn_data.topics.overview.balance_exhibit import themes_with
from lsn_data.topics.priorities.answer import item_labels
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.projects.answer import ending
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, rows, sources, theme_names
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot.answer import swot

MOST_NAMES = 3


@dataclass(frozen=True)
class Matter:
    """What stands open, which decision it asks for, and where more is told."""

    area: str
    stands: str
    asks: str
    way: Way


def decisions(store: Store, say: Language, today: dt.date | None = None) -> Exhibit:
    """Everything that waits for a decision, as far as the registers tell. Raises Refused without our strategy."""
    found = list(matters(store, say, today or dt.date.today()))
    return Exhibit(
        name="decisions",
        question=say("What needs a decision?"),
        message=_message(found, say),
        title=say("Open matters of LSN 2030, by what they touch first"),
        chart=Chart("table", Table((), ())),
        table=Table(
            (
                Column("area", say("Area")),
                Column("stands", say("What stands open"), "prose"),
                Column("asks", say("Decision asked for"), "prose"),
            ),
            tuple((one.area, one.stands, one.asks) for one in found),
        ),
        notes=(say("Listed by rule, not by judgement; whether it is a problem, people decide."),),
        sources=_sources(store, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("What is listed"),
                say(
                    "Risks that no measure answers; KPIs that go the wrong way, are too slow or have no target; topics"
                    " that lead among the members but are no theme; themes for which more is wanted than done;"
                    " projects that end within a year and that nothing follows; measures off strategy, past their date"
                    " or without an owner."
                ),
            ),
        ),
        ways={(at, "area"): one.way for at, one in enumerate(found)},
    )


def matters(store: Store, say: Language, today: dt.date) -> Iterable[Matter]:
    """The open matters in the order in which a board would take them."""
    yield from _risks(store, say)
    yield from _kpis(kpis(store, today), say)
    yield from _voices(store, say)
    yield from _projects(store, say, today)
    yield from _measures(store, say, today)


def _risks(store: Store, say: Language) -> Iterable[Matter]:
    found = swot(store)
    risks = [one for one in found.broken if one.quadrant == "threat"]
    if risks:
        told = say.plural(
            "{n} of {all} risks has no measure: {first}",
            "{n} of {all} risks have no measure, the first of them: {first}",
            len(risks), all=len(found.of("threat")), first=say.both(pair(dict(risks[0].row), "text")),
        )  # fmt: skip
        yield Matter("SWOT", told, say("Who takes it on, with which measure?"), Way("swot"))


def _kpis(found: Sequence[Kpi], say: Language) -> Iterable[Matter]:
    """KPIs that go the wrong way, those that are too slow, those without a target."""
    for rating in ("wrong way", "too slow", "no target"):
        here = [one for one in found if one.rating == rating]
        if here:
            told, asks = _kpis_said(rating, names([short(one, say) for one in here], say), say)
            way = Way("kpis", (("kpi", here[0].code),)) if len(here) == 1 else Way("kpis")
            yield Matter("KPIs", told, asks, way)


def _kpis_said(rating: str, named: str, say: Language) -> tuple[str, str]:
    if rating == "wrong way":
        return say("Moving the wrong way: {names}", names=named), say("Act, or change the course?")
    if rating == "too slow":
        told = say("Too slow for the target: {names}", names=named)
        return told, say("More effort, more time or another target?")
    return say("No target is set: {names}", names=named), say("Which target, by when?")


def _voices(store: Store, say: Language) -> Iterable[Matter]:
    """What leads among the members and is no theme; and themes for which more is wanted than done."""
    found = overview(store)
    if found.wave and found.found:
        labels, first = item_labels(store, found.wave, say, short=True), found.found.tiers[0]
        beyond = [one.item for one in found.rows if one.theme is None and one.item in first and one.item]
        if beyond and len(found.found.tiers) > 1:
            told = say("In the leading group, but no theme: {names}", names=names([labels[one] for one in beyond], say))
            asks = say("Take it up, or say why not?")
            yield Matter(say("Priorities"), told, asks, Way("priorities"))
    wanted = themes_with(balanced(store), "more wanted")
    if wanted:
        called = theme_names(frame_of(store, OWN), say, short=True)
        told = say("More wanted than done: {names}", names=names([called[one] for one in wanted], say))
        yield Matter(say("Priorities"), told, say("Shift effort, or explain the choice?"), Way("priorities"))


def _projects(store: Store, say: Language, today: dt.date) -> Iterable[Matter]:
    soon = ending(store, today)
    if soon:
        way = Way("projects", (("project", soon[0].code),)) if len(soon) == 1 else Way("projects")
        told = say("Ending, and nothing follows: {names}", names=names([one.code for one in soon], say))
        yield Matter(say("Projects"), told, say("Continue, hand over or let it end?"), way)


def _measures(store: Store, say: Language, today: dt.date) -> Iterable[Matter]:
    own = measures_of(store, OWN)
    off, late, alone = off_strategy(own), overdue(own, today), ownerless(own)
    way = Way("measures")
    if off:
        told = say.plural(
            "{n} measure serves none of the principles, or more than three",
            "{n} measures serve none of the principles, or more than three",
            len(off),
        )
        yield Matter(say("Measures"), told, say("Change it, or let it go?"), way)
    if late:
        told = say.plural("{n} measure is past its date", "{n} measures are past their date", len(late))
        yield Matter(say("Measures"), told, say("New date, or closed?"), way)
    if alone:
        told = say.plural("{n} measure has no owner", "{n} measures have no owner", len(alone))
        yield Matter(say("Measures"), told, say("Who takes it on?"), way)


def names(found: Sequence[str], say: Language) -> str:
    """The first names, and how many more."""
    return first_of(found, MOST_NAMES, MOST_NAMES - 1, say)


def _message(found: Sequence[Matter], say: Language) -> str:
    if not found:
        return say("Nothing that the registers tell waits for a decision")
    return say.plural(
        "{n} matter waits for a decision, in {area}",
        "{n} matters wait for a decision, the first in {area}",
        len(found), area=found[0].area,
    )  # fmt: skip


def _sources(store: Store, say: Language) -> tuple[Source, ...]:
    found = balanced(store)
    survey = (survey_source(found.wave, say),) if found.wave else ()
    kinds = ("kpi", "measures", "projects", "swot")
    registers = tuple(one for kind in kinds for one in sources(store, kind, rows(store, kind), say))
    return (*survey, *registers)
