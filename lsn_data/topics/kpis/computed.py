"""Which KPIs follow from the registers, year by year, and which rows count for a year?

Pure: rows of the registers in, values out. Only complete years, only registers that the office keeps (the published
lists are selections, so nothing can be counted in them), and nothing for a year that the register cannot tell.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.topics.kpis.periods import period_of
from lsn_data.topics.members.compute import turned
from lsn_data.topics.projects.countries import code_of
from lsn_data.topics.projects.money import USUAL_CURRENCY as EUR
from lsn_data.topics.projects.money import currency

Row = Mapping[str, Any]
NORTHERN_EUROPE = ("DK", "SE", "NO", "FI", "IS", "EE", "LV", "LT")
INNOVATION = "innovation"
WITHOUT_DAY = 0.05


@dataclass(frozen=True)
class Register:
    """The rows of one register, and the day up to which it tells."""

    rows: Sequence[Row]
    until: dt.date

    @property
    def last_year(self) -> int:
        """The newest year that is over."""
        return self.until.year if (self.until.month, self.until.day) == (12, 31) else self.until.year - 1


@dataclass(frozen=True)
class Rule:
    """How a KPI follows from a register: the years it can tell, the rows that count for a year, and their value."""

    register: str
    years: Callable[[Register], range]
    of_year: Callable[[Sequence[Row], int], list[Row]]
    value: Callable[[Sequence[Row]], float | None]
    unit: str = "number"


def computed(kpi: str, registers: Mapping[str, Register], regions: Sequence[str] = ()) -> list[tuple[int, float]]:
    """(year, value) of every year that the registers can tell; `regions` are the focus regions of the strategy.

    >>> rows = [{"since": "2023-05", "until": None, "country": "DK"}, {"since": "2025", "until": None, "country": "SE"}]
    >>> computed("partnerships", {"partnerships": Register(rows, dt.date(2026, 3, 31))})
    [(2023, 1.0), (2024, 0.0), (2025, 1.0)]
    """
    rule = rules(regions).get(kpi)
    if rule is None or rule.register not in registers:
        return []
    register = registers[rule.register]
    if kpi == "members":
        return [(year, float(count)) for year, count in _members_by_year(register, rule.years(register))]
    found = ((year, rule.value(rule.of_year(register.rows, year))) for year in rule.years(register))
    return [(year, value) for year, value in found if value is not None]


def rows_behind(kpi: str, year: int, registers: Mapping[str, Register], regions: Sequence[str] = ()) -> list[Row]:
    """The rows of the register that count for a KPI in a year."""
    rule = rules(regions).get(kpi)
    if rule is None or rule.register not in registers:
        return []
    return rule.of_year(registers[rule.register].rows, year)


def rules(regions: Sequence[str] = ()) -> dict[str, Rule]:
    """The rule of each KPI that the product computes."""
    in_focus = set(regions)
    innovation = _those(lambda row, year: _year(row["start"]) == year and INNOVATION in (row["themes"] or ()))
    abroad = _those(lambda row, year: _year(row["start"]) == year and bool(in_focus & set(row["regions"] or ())))
    premium = _those(lambda row, year: bool(row["premium"]) and _is_member(row, year))
    begun = _those(lambda row, year: _year(row["since"]) == year)
    return {
        "members": Rule("members", _member_years, _those(_is_member), _count),
        "premium-members": Rule("members", _member_years, premium, _count),
        "innovation-projects": Rule("projects", _from_first("start"), innovation, _count),
        "international-projects": Rule("projects", _from_first("start"), abroad, _count),
        "topics-with-measures": Rule("measures", _from_first("start", _is_detailed), _those(_has_begun), _topics),
        "partnerships": Rule("partnerships", _from_first("since"), begun, _count),
        "northern-network": Rule(
            "partnerships", _from_first("since"), _those(_is_active_in_the_north), _count, "active partners"
        ),
        "new-services": Rule("services", _service_years, _first_used, _count),
        "total-income": Rule("finance", _finance_years, _those(_in_year), _income, EUR),
        "non-institutional-share": Rule("finance", _finance_years, _those(_in_year), _own_share, "%"),
    }


def _those(counts: Callable[[Row, int], bool]) -> Callable[[Sequence[Row], int], list[Row]]:
    """All rows that count for a year, each judged by itself."""
    return lambda rows, year: [row for row in rows if counts(row, year)]


def _count(rows: Sequence[Row]) -> float:
    return float(len(rows))


def _year(text: str | None) -> int:
    """The year in which something began; 9999 where nobody said, so that it counts in no year."""
    return int(text[:4]) if text else 9999


def _from_first(field: str, wanted: Callable[[Row], bool] = bool) -> Callable[[Register], range]:
    """From the first year that the office's own rows name on; of earlier ones at most a published selection tells."""

    def years(register: Register) -> range:
        kept = (row for row in register.rows if wanted(row) and row.get("origin") != "published")
        first = min((_year(row[field]) for row in kept), default=9999)
        return range(first, register.last_year + 1)

    return years


def _is_member(row: Row, year: int) -> bool:
    """A member of 31 December: joined by then (a day that is not told does not exclude), and not left.

    A row that left before it joined counts in no year.
    """
    day = f"{year}-12-31"
    return (row["joined"] or "") <= day and (row["left"] is None or row["left"] > day)


def _member_years(register: Register) -> range:
    """From the first year in which somebody is noted as having left: before, those who left were not kept.

    A register without leavers, or with too many unknown days of joining, tells the newest year alone. A day to come
    and one before the row's own joining tell nothing of the past.
    """
    gone = [_year(row["left"]) for row in register.rows if _has_left(row, register.until)]
    unknown = sum(1 for row in register.rows if not row["joined"])
    if not register.rows:
        return range(0)
    if not gone or unknown > WITHOUT_DAY * len(register.rows):
        return range(register.last_year, register.last_year + 1)
    return range(min(*gone, register.last_year), register.last_year + 1)


def _has_left(row: Row, until: dt.date) -> bool:
    return bool(row["left"]) and row["left"] <= until.isoformat() and not turned(row)


def _members_by_year(register: Register, years: range) -> Iterable[tuple[int, int]]:
    """The members of each year's end, counted from the sorted days: cheap for large registers."""
    rows = [row for row in register.rows if not turned(row)]
    joined = sorted(row["joined"] or "" for row in rows)
    left = sorted(row["left"] for row in rows if row["left"] is not None)
    for year in years:
        day = f"{year}-12-31"
        yield year, bisect_right(joined, day) - bisect_right(left, day)


def _is_detailed(row: Row) -> bool:
    return bool(row["parent"])


def _has_begun(row: Row, year: int) -> bool:
    """A detailed measure that had begun by the end of the year and was not dropped."""
    return _is_detailed(row) and row["status"] not in ("dropped", "planned") and _year(row["start"]) <= year


def _topics(rows: Sequence[Row]) -> float:
    return float(len({row["parent"] for row in rows}))


def _is_active_in_the_north(row: Row, year: int) -> bool:
    day = f"{year}-12-31"
    ended = row["until"] is not None and row["until"] <= day
    return code_of(row["country"] or "") in NORTHERN_EUROPE and _year(row["since"]) <= year and not ended


def _service_years(register: Register) -> range:
    """From the second year of the register on: in its first one, every service seems new."""
    return range(_from_first("period")(register).start + 1, register.last_year + 1)


def _first_used(rows: Sequence[Row], year: int) -> list[Row]:
    """The services that members used for the first time in the year, each with its first row."""
    first: dict[str, Row] = {}
    for row in sorted((row for row in rows if row["users"]), key=lambda row: str(row["period"])):
        first.setdefault(row["service"], row)
    return [row for row in first.values() if _year(row["period"]) == year]


def _in_year(row: Row, year: int) -> bool:
    period = period_of(row["period"])
    return period.start >= dt.date(year, 1, 1) and period.end <= dt.date(year, 12, 31)


def _finance_years(register: Register) -> range:
    known = [_year(row["period"]) for row in register.rows]
    return range(min(known, default=9999), min(max(known, default=0), register.last_year) + 1)


def _income(rows: Sequence[Row]) -> float | None:
    """The income of a year in EUR; None where the year is not covered or another currency stands in it."""
    if not rows or not _covered(rows) or any(currency(row) != EUR for row in rows):
        return None
    return float(sum(row["amount"] for row in rows))


def _covered(rows: Sequence[Row]) -> bool:
    """Do the periods of each source fill its year: one of twelve months, or parts that add up to twelve?"""
    months: dict[str, int] = {}
    for row in rows:
        period = period_of(row["period"])
        months[row["source"]] = months.get(row["source"], 0) + period.end.month - period.start.month + 1
    return all(count == 12 for count in months.values())


def _own_share(rows: Sequence[Row]) -> float | None:
    """The share of income that is not institutional, in per cent; None where a row does not say which it is."""
    whole = _income(rows)
    if not whole or any(row["institutional"] is None for row in rows):
        return None
    return 100 * float(sum(row["amount"] for row in rows if not row["institutional"])) / whole
