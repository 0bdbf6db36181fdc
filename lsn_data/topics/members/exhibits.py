"""How many members are there, how did their number change, and who joined and left? The answers as exhibits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from lsn_data.errors import Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value
from lsn_data.exhibit.columns import SO_FAR
from lsn_data.language import Language, mark
from lsn_data.store import Store
from lsn_data.topics.members.answer import Members, known
from lsn_data.topics.members.compute import Growth, Year
from lsn_data.topics.members.words import finding, notes, register_sources

NO_MEMBERS = mark("There is no register of members yet. Upload it first.")
FEW_YEARS = 5


def register(store: Store, today: dt.date | None = None) -> Members:
    """The members as the register tells them. Raises Refused where there is none."""
    found = known(store, today)
    if found is None:
        raise Refused("no-members", NO_MEMBERS)
    return found


def growth(store: Store, say: Language, today: dt.date | None = None) -> Exhibit | None:
    """The members by year end, with those who joined and left; None where nothing tells them. Raises Refused."""
    found = register(store, today)
    told = found.growth
    if told.told == "nothing":
        return None
    drawn = Table(
        (
            Column("label", say("Year")),
            Column("value", say("Members"), "count"),
            Column("scenario", "scenario"),
            Column("under", "under"),
        ),
        tuple(_drawn(year, told, say) for year in told.years),
    )
    return Exhibit(
        name="members",
        question=say("How many members are there, and since when does their number grow or shrink?"),
        message=finding(found, say),
        title=_title(found, say),
        chart=Chart("columns", drawn, {column.key: column.key for column in drawn.columns}, axis=_axis(told, say)),
        table=_table(told.years, told, say),
        notes=tuple(notes(found, say)),
        sources=register_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        meaning=tuple(_meaning(told, say)),
        method=_method(say),
    )  # fmt: skip


def flow(store: Store, say: Language, today: dt.date | None = None) -> Exhibit | None:
    """Who joined and who left, year by year; None where the register does not tell who left. Raises Refused."""
    found = register(store, today)
    years = [year for year in found.growth.years if year.joined is not None and year.left is not None]
    if found.growth.told != "dates" or not years:
        return None
    joined, left = say("Joined"), say("Left")
    cells = tuple(
        (str(year.year), name, value, SO_FAR if year.so_far else None, 1)
        for year in years
        for name, value in ((joined, year.joined), (left, -(year.left or 0)))
    )
    columns = (
        Column("label", say("Year")), Column("series", say("Members")), Column("value", say("Members"), "count"),
        Column("scenario", "scenario"), Column("stacked", "stacked", "yes"),
    )  # fmt: skip
    return Exhibit(
        name="members-flow",
        question=say("How many members join and leave in a year?"),
        message=_flow_message(years, say),
        title=say("Members who joined and left by year, {span}", span=_span(found, years[0], say)),
        chart=Chart(
            "columns",
            Table(columns, cells),
            {name: name for name in ("label", "series", "value", "scenario", "stacked")},
            axis=say("Organisations a year; who left hangs below the line"),
        ),
        table=_table(years, found.growth, say),
        notes=tuple(notes(found, say)),
        sources=register_sources(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=_method(say),
    )


def _drawn(year: Year, told: Growth, say: Language) -> tuple[Value, ...]:
    """A column: the members, or where they are not known those who joined; under it who came and went."""
    flows = None
    if year.joined is not None and year.left is not None:
        flows = f"+{say.number(year.joined)}\u00a0−{say.number(year.left)}"
    value = year.joined if told.told == "joins" else year.members
    return str(year.year), value, SO_FAR if year.so_far else None, flows


def _table(years: Sequence[Year], told: Growth, say: Language) -> Table:
    """The figures behind it, a row a year: those that are known."""
    known_of = {
        "dates": ("year", "members", "joined", "left", "day"),
        "registers": ("year", "members", "day"),
        "joins": ("year", "joined", "day"),
    }
    columns = {
        "year": Column("year", say("Year")),
        "members": Column("members", say("Members"), "count"),
        "joined": Column("joined", say("Joined"), "count"),
        "left": Column("left", say("Left"), "count"),
        "day": Column("day", say("Counted on"), "date"),
    }
    keys = known_of[told.told]
    rows = (
        {"year": str(year.year), "members": year.members, "joined": year.joined, "left": year.left, "day": year.day}
        for year in years
    )
    return Table(tuple(columns[key] for key in keys), tuple(tuple(row[key] for key in keys) for row in rows))


def _title(found: Members, say: Language) -> str:
    told = found.growth
    span = _span(found, told.years[0], say)
    if told.told == "joins":
        return say("Members of {day} by the year in which they joined, {span}", day=say.date(found.until), span=span)
    if told.told == "registers":
        return say("Members by the registers of their time, {span}", span=span)
    return say("Members at year end, {span}", span=span)


def _span(found: Members, first: Year, say: Language) -> str:
    """`2015 to 2025, 2026 until 2026-06-30`."""
    years = found.growth.years
    if not years[-1].so_far:
        return say("{first} to {last}", first=first.year, last=years[-1].year)
    day = say.date(years[-1].day)
    if len(years) < 2 or first is years[-1]:
        return say("{year} until {day}", year=years[-1].year, day=day)
    return say("{first} to {last}, {year} until {day}", first=first.year, last=years[-2].year, year=years[-1].year,
               day=day)  # fmt: skip


def _axis(told: Growth, say: Language) -> str:
    if told.told == "joins":
        return say("Organisations that joined in the year and are members today")
    if told.told == "dates":
        return say("Organisations at year end; below: joined and left in the year")
    return say("Organisations")


def _meaning(told: Growth, say: Language) -> Iterator[str]:
    """For the slide: what came and went in the last years."""
    years = [year for year in told.complete if year.joined is not None and year.left is not None][-FEW_YEARS:]
    if len(years) > 1:
        yield say(
            "From {first} to {last}, {joined} members joined and {left} left.",
            first=years[0].year, last=years[-1].year, joined=say.number(sum(year.joined or 0 for year in years)),
            left=say.number(sum(year.left or 0 for year in years)),
        )  # fmt: skip


def _flow_message(years: list[Year], say: Language) -> str:
    """How many came and went a year, over the years that are over; the open one alone where there is no other."""
    over = [year for year in years if not year.so_far][-FEW_YEARS:]
    if not over:
        return say("So far in {year}, {joined} members joined and {left} left", year=years[0].year,
                   joined=say.number(years[0].joined or 0), left=say.number(years[0].left or 0))  # fmt: skip
    joined, left = (
        sum(values) / len(over) for values in zip(*((y.joined or 0, y.left or 0) for y in over), strict=True)
    )
    return say(
        "{joined} members join and {left} leave in an average year ({first} to {last})",
        joined=_average(joined, say), left=_average(left, say), first=over[0].year, last=over[-1].year,
    )  # fmt: skip


def _average(value: float, say: Language) -> str:
    """Whole members; small numbers with a place more, so that a half does not become none."""
    return say.number(value, 0 if value >= FEW_YEARS or value.is_integer() else 1)


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Members at year end"),
            say(
                "Who had joined by that day and had not left. A year alone stands for all of it: who left in it is no"
                " member at its end. A member without a joining day counts from the beginning."
            ),
        ),
        Method(
            say("Last column"),
            say("It counts up to the day of the register, or up to today if that is earlier; never a day to come."),
        ),
    )
