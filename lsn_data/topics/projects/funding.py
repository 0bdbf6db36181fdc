"""How much money do projects bring, from which programmes and funders, and what of it is not sure?"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.projects import words
from lsn_data.topics.projects.answer import Portfolio, chosen, funders_of, known
from lsn_data.topics.projects.compute import Row
from lsn_data.topics.projects.exhibits import sources_of
from lsn_data.topics.projects.money import Money, currency, money, sure

# So many programmes have a fill of their own; the others stand together.
MOST_PROGRAMMES = 4
THOUSAND = 1000


def by_year(store: Store, say: Language, filters: Mapping[str, str], today: dt.date | None = None) -> Exhibit | None:
    """Sure amounts by the year in which their project starts, a part each programme, in the currency that most are in.

    None where no amount is sure or no project with one states its start: `by_payer` tells what is known then.
    """
    found = chosen(known(store, today), filters)
    booked, code = _booked(found)
    if not booked:
        return None
    programmes = _programmes(booked)
    return Exhibit(
        name="projects-funding",
        question=say("How much money do projects bring, year by year and by programme?"),
        message=_message(booked, code, found, say),
        title=_title(filters, code, say),
        chart=_chart(booked, programmes, say),
        table=_table(booked, code, say),
        notes=_left_out(found, booked, code, say),
        sources=sources_of(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=methods(say),
        ways=_ways(booked, programmes),
    )


def _booked(found: Portfolio) -> tuple[list[tuple[int, Row]], str]:
    """(year of the start, funding row) of all sure amounts in the most frequent currency, and that currency."""
    told = [(one.start, row) for one in found.projects for row in found.paid(one) if sure(row) and one.start]
    if not told:
        return [], ""
    code = Counter(currency(row) for _, row in told).most_common(1)[0][0]
    return sorted(((start.year, row) for start, row in told if currency(row) == code), key=lambda one: one[0]), code


def _programmes(booked: Sequence[tuple[int, Row]]) -> list[str]:
    """The programmes with most money; an empty name holds those that are not named, "…" all others."""
    sums: Counter[str] = Counter()
    for _, row in booked:
        sums[row["programme"] or ""] += row["amount"]
    most = [name for name, _ in sums.most_common(MOST_PROGRAMMES if len(sums) > MOST_PROGRAMMES + 1 else None)]
    return most if len(most) == len(sums) else [*most, _OTHERS]


_OTHERS = "…"


def _cells(booked: Sequence[tuple[int, Row]], programmes: Sequence[str]) -> dict[tuple[int, str], float]:
    sums: dict[tuple[int, str], float] = {}
    for year, row in booked:
        name = row["programme"] or ""
        key = (year, name if name in programmes else _OTHERS)
        sums[key] = sums.get(key, 0.0) + row["amount"]
    return sums


def _drawn(booked: Sequence[tuple[int, Row]], programmes: Sequence[str]) -> list[tuple[int, str, float | None]]:
    """Year, programme, sum; the first year has them all, so that each keeps its fill."""
    cells, years = _cells(booked, programmes), sorted({year for year, _ in booked})
    return [
        (year, name, cells.get((year, name)))
        for year in years
        for name in programmes
        if year == years[0] or (year, name) in cells
    ]


def _chart(booked: Sequence[tuple[int, Row]], programmes: Sequence[str], say: Language) -> Chart:
    """One stack a year, in thousands."""
    drawn = _drawn(booked, programmes)
    totals: Counter[int] = Counter()
    for year, row in booked:
        totals[year] += row["amount"]
    columns = (
        Column("year", say("Start of the project")), Column("programme", say("Programme")),
        Column("value", say("Amount in thousands"), "count"), Column("total", say("In all"), "count"),
        Column("stacked", "stacked", "yes"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (str(year), _named(name, say), None if value is None else value / THOUSAND, totals[year] / THOUSAND, 1)
        for year, name, value in drawn
    ]
    parts = {"label": "year", "series": "programme", "value": "value", "total": "total", "stacked": "stacked"}
    axis = say("Sure amounts in thousands, by year of the start")
    return Chart("columns", Table(columns, tuple(rows)), parts, axis=axis)


def _ways(booked: Sequence[tuple[int, Row]], programmes: Sequence[str]) -> dict[tuple[int, str], Way]:
    """A part of a column leads to the projects of its programme, and so does its name in the table; a project's name
    to the project."""
    drawn = [name for _, name, _ in _drawn(booked, programmes)]
    marks = {(at, ""): Way("", (("programme", name),)) for at, name in enumerate(drawn) if name not in ("", _OTHERS)}
    names = {
        (at, part): Way("", ((part, row[part]),))
        for at, (_, row) in enumerate(booked)
        for part in ("project", "programme")
        if row[part]
    }
    return marks | names


def _named(name: str, say: Language) -> str:
    return say("other programmes") if name == _OTHERS else words.payer(name, say) or say("programme not stated")


def _table(booked: Sequence[tuple[int, Row]], code: str, say: Language) -> Table:
    """Every amount that is drawn, with its project, programme and funder."""
    columns = (
        Column("year", say("Start of the project")), Column("project", say("Project")),
        Column("programme", say("Programme")), Column("funder", say("Funder")),
        Column("amount", say("Amount in {currency}", currency=code), "count"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (str(year), row["project"], _named(row["programme"] or "", say), _funders(row, say), row["amount"])
        for year, row in booked
    ]
    return Table(columns, tuple(rows))


def _funders(row: Row, say: Language) -> str | None:
    return ", ".join(words.payer(name, say) for name in funders_of(row)) or None


def _message(booked: Sequence[tuple[int, Row]], code: str, found: Portfolio, say: Language) -> str:
    """How much is sure, and how many amounts are in doubt or not known."""
    total = sum(row["amount"] for _, row in booked)
    said = say("{amount} of project money is sure", amount=words.amount(total, code, say))
    rest = open_amounts(money(found.payments), say)
    return say("{finding}; {open}", finding=said, open=rest) if rest else said


def open_amounts(total: Money, say: Language) -> str:
    """`1 amount is in doubt, 16 are not known`; empty where all is sure."""
    told = []
    if total.doubtful:
        told.append(say.plural("{n} amount is in doubt", "{n} amounts are in doubt", total.doubtful))
    if total.unknown:
        told.append(say.plural("{n} is not known", "{n} are not known", total.unknown))
    return ", ".join(told)


def _title(filters: Mapping[str, str], code: str, say: Language) -> str:
    said = say("Project money by year of the start and programme, {currency} in thousands", currency=code)
    return ", ".join(one for one in (said, words.scope(filters, say)) if one)


def _left_out(found: Portfolio, booked: Sequence[tuple[int, Row]], code: str, say: Language) -> tuple[str, ...]:
    """What is in no column: in doubt, in another currency, of a project without a start."""
    notes = doubtful(found, say)
    others = money(row for row in found.payments if sure(row) and currency(row) != code).sums
    if others:
        notes.append(say("In another currency, never added: {amounts}.", amounts=words.amounts(others, say)))
    undated = [one for one in found.projects if one.start is None and any(map(sure, found.paid(one)))]
    if undated:
        names = say.listing([one.code for one in undated])
        notes.append(say("Without a stated start, so in no year: {projects}.", projects=names))
    return tuple(notes)


def doubtful(found: Portfolio, say: Language) -> list[str]:
    """The amounts in doubt by project, as a note."""
    told = [
        f"{one.code} {words.amount(row['amount'], currency(row), say)}"
        for one in found.projects
        for row in found.paid(one)
        if row["doubtful"] and row["amount"] is not None
    ]
    return [say("In doubt, so in no sum: {amounts}.", amounts="; ".join(told))] if told else []


def methods(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Booked in the year of the start"),
            say(
                "The whole amount of a project counts in the year in which it starts, as money won: how it is paid out "
                "over the run time is not in the register, and nothing is spread by guessing."
            ),
        ),
        Method(
            say("Sure, in doubt, not known"),
            say(
                "An amount is summed only if the register states it and does not mark it as doubtful. Rows without an "
                "amount are counted as not known, never as zero. Currencies are never added together."
            ),
        ),
    )
