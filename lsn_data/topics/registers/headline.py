"""Which figures of a register do people know by heart? From its rows alone, so that a new file can be compared."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lsn_data.sheets.declared import plain
from lsn_data.topics.changes.change import Holds
from lsn_data.topics.projects.compute import state
from lsn_data.topics.registers.values import newest_row

Row = Mapping[str, Any]


class Headline(NamedTuple):
    """One figure: its name, of what it is told, its value and unit."""

    name: str
    of: str
    value: float | None
    holds: Holds = "count"
    unit: str | None = None


def headlines(kind: str, rows: Sequence[Row], today: dt.date) -> list[Headline]:
    """The figures of a register, the main one first.

    >>> rows = [{"joined": "2019", "left": None, "premium": True}, {"joined": None, "left": "2020", "premium": None}]
    >>> [(one.name, one.value) for one in headlines("members", rows, dt.date(2026, 1, 1))]
    [('members', 1), ('premium', 1)]
    """
    told = _FIGURES.get(kind)
    return list(told(rows, today.isoformat())) if told else [Headline(kind, "", len(rows))]


def active(row: Row, today: str) -> bool:
    """A member counts from the day it joined to the day it left; a day that is not told does not exclude it."""
    return (row["joined"] or "") <= today and (row["left"] is None or row["left"] > today)


def _members(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    now = [row for row in rows if active(row, today)]
    yield Headline("members", "", len(now))
    yield Headline("premium", "", sum(1 for row in now if row["premium"]))


def _projects(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    yield Headline("projects", "", len(rows))
    day = dt.date.fromisoformat(today)
    yield Headline("running", "", sum(1 for row in rows if state(row, day) == "running"))


def _funding(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    """Amounts in doubt are never summed up."""
    yield Headline("funding", "", len(rows))
    sums: Counter[str] = Counter()
    for row in rows:
        if row["amount"] is not None and not row["doubtful"]:
            sums[row["currency"] or "EUR"] += row["amount"]
    for currency, amount in sums.most_common():
        yield Headline("funding_sum", currency, amount, "number", currency)


def _kpi(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    by_kpi: dict[str, list[Row]] = {}
    for row in rows:
        by_kpi.setdefault(plain(row["kpi"]), []).append(row)
    yield Headline("kpi", "", len(rows))
    for named in by_kpi.values():
        newest = newest_row([dict(row) for row in named])
        if newest:
            yield Headline("latest", named[0]["kpi"], newest["value"], "number", newest["unit"])


def _measures(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    yield Headline("measures", "", len(rows))
    yield Headline("off_strategy", "", sum(1 for row in rows if not row["principles"]))


def _swot(rows: Sequence[Row], today: str) -> Iterable[Headline]:
    yield Headline("swot", "", len(rows))
    for quadrant, count in Counter(row["quadrant"] for row in rows).items():
        yield Headline("factors", quadrant, count)


_FIGURES: dict[str, Callable[[Sequence[Row], str], Iterable[Headline]]] = {
    "members": _members, "projects": _projects, "funding": _funding, "kpi": _kpi, "measures": _measures,
    "swot": _swot,
}  # fmt: skip
