"""Which share of LSN M's income is not institutional, year by year?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.kpis.periods import period_of
from lsn_data.topics.projects.compute import Row
from lsn_data.topics.projects.money import currency
from lsn_data.topics.strategy.answer import rows, sources

THOUSAND = 1000
KPI = "non-institutional-share"
KINDS = ("own", "institutional", "unknown")


@dataclass(frozen=True)
class Year:
    """The income of a year in one currency: what is not institutional, what is, and what nobody has told of.

    `whole`: the rows of each source cover all twelve months. `share`: of what is not institutional; None where a row
    does not say which it is, or the year is not whole.
    """

    year: str
    own: float
    institutional: float
    unknown: float
    whole: bool

    @property
    def total(self) -> float:
        """All income."""
        return self.own + self.institutional + self.unknown

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.own / self.total if self.whole and not self.unknown and self.total else None


def years_of(found: Sequence[Row]) -> list[Year]:
    """The years of rows of one currency, the first one first.

    >>> row = {"period": "2025", "source": "Fees", "amount": 3.0, "institutional": False}
    >>> years_of([row, {**row, "source": "State", "amount": 1.0, "institutional": True}])[0].share
    0.75
    """
    by_year: dict[str, list[Row]] = {}
    for row in found:
        if row["amount"] is not None and in_one_year(row):
            by_year.setdefault(row["period"][:4], []).append(row)
    return [_year(year, by_year[year]) for year in sorted(by_year)]


def in_one_year(row: Row) -> bool:
    """Does its period lie within one calendar year? What spans several is no income of any of them.

    >>> in_one_year({"period": "2025-01/2025-06"}), in_one_year({"period": "2024/2025"})
    (True, False)
    """
    period = period_of(row["period"])
    return period.start.year == period.end.year


def _year(year: str, found: Sequence[Row]) -> Year:
    def sum_of(kind: bool | None) -> float:
        return float(sum(row["amount"] for row in found if row["institutional"] is kind))

    months: Counter[str] = Counter()
    for row in found:
        period = period_of(row["period"])
        months[row["source"]] += period.end.month - period.start.month + 1
    return Year(year, sum_of(False), sum_of(True), sum_of(None), all(count == 12 for count in months.values()))


def income(store: Store, say: Language, _: Mapping[str, str]) -> Exhibit | None:
    """One stack a year: not institutional below, institutional on it; None without figures. No filter narrows it."""
    found = [row for row in rows(store, "finance") if row["amount"] is not None]
    if not found:
        return None
    code = Counter(currency(row) for row in found).most_common(1)[0][0]
    used = [row for row in found if currency(row) == code]
    years = years_of(used)
    if not years:
        return None
    return Exhibit(
        name="projects-income",
        question=say("Which share of LSN M's income is not institutional?"),
        message=_message(years, say),
        title=say("Income of LSN M by kind, {currency} in thousands, {years}", currency=code, years=_span(years)),
        chart=_chart(years, say),
        table=_table(years, code, say),
        notes=_notes(years, used, len(found) - len(used), say),
        sources=sources(store, "finance", used, say),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways={(at, "share"): Way("kpis", (("kpi", KPI),)) for at, year in enumerate(years) if year.share is not None},
    )


def _kind(kind: str, say: Language) -> str:
    names = {"own": say("not institutional"), "institutional": say("institutional")}
    return names.get(kind, say("kind not stated"))


def _chart(years: Sequence[Year], say: Language) -> Chart:
    columns = (
        Column("year", say("Year")), Column("kind", say("Kind of income")),
        Column("value", say("Income in thousands"), "count"), Column("total", say("In all"), "count"),
        Column("stacked", "stacked", "yes"), Column("scenario", "scenario"),
    )  # fmt: skip
    kinds = [kind for kind in KINDS if any(getattr(year, kind) for year in years)]
    cells: list[tuple[Value, ...]] = [
        (
            year.year, _kind(kind, say), getattr(year, kind) / THOUSAND, year.total / THOUSAND, 1,
            None if year.whole else "so_far",
        )
        for year in years
        for kind in kinds
    ]  # fmt: skip
    parts = {name: name for name in ("value", "total", "stacked", "scenario")} | {"label": "year", "series": "kind"}
    return Chart("columns", Table(columns, tuple(cells)), parts, axis=say("Income in thousands"))


def _table(years: Sequence[Year], code: str, say: Language) -> Table:
    columns = (
        Column("year", say("Year")),
        *(Column(kind, _kind(kind, say), "count") for kind in KINDS if any(getattr(year, kind) for year in years)),
        Column("total", say("In all, {currency}", currency=code), "count"),
        Column("share", say("Share not institutional"), "share"),
    )
    kinds = [column.key for column in columns[1:-2]]
    cells: list[tuple[Value, ...]] = [
        (year.year, *(getattr(year, kind) for kind in kinds), year.total, year.share) for year in years
    ]
    return Table(columns, tuple(cells))


def _message(years: Sequence[Year], say: Language) -> str:
    """The newest share that can be told, and the first one."""
    told = [year for year in years if year.share is not None]
    if not told:
        return say("Which share of the income is not institutional cannot be told: no whole year says which is which")
    first, last = told[0], told[-1]
    said = say(
        "{share} of the income in {year} is not institutional", share=say.percent(last.share or 0, 1), year=last.year
    )
    if first is last:
        return said
    return say(
        "{finding}; in {year} it was {share}", finding=said, year=first.year, share=say.percent(first.share or 0, 1)
    )


def _span(years: Sequence[Year]) -> str:
    return years[0].year if len(years) == 1 else f"{years[0].year}–{years[-1].year}"


def _notes(years: Sequence[Year], used: Sequence[Row], elsewhere: int, say: Language) -> tuple[str, ...]:
    notes = []
    silent = [year.year for year in years if year.share is None]
    if silent:
        notes.append(
            say(
                "No share can be told for {years}: not a whole year, or the kind is not stated.",
                years=say.listing(silent),
            )
        )
    spans = sum(1 for row in used if not in_one_year(row))
    if spans:
        said = say.plural("{n} row for several years is left out.", "{n} rows for several years are left out.", spans)
        notes.append(said)
    if elsewhere:
        notes.append(
            say.plural(
                "{n} row in another currency is left out.", "{n} rows in another currency are left out.", elsewhere
            )
        )
    return tuple(notes)


def _method(say: Language) -> Method:
    return Method(
        say("Share of income that is not institutional"),
        say(
            "Income whose row says that it is not institutional, divided by all income of the year. A share is told "
            "only for a whole year in which each row says which it is: the same figure as the KPI of that name."
        ),
    )
