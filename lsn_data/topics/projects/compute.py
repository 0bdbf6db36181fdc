"""When does each project run, which one follows which, and what ends soon? Pure: rows in, figures out."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lsn_data.sheets.declared import plain
from lsn_data.topics.days import first_day, last_day

Row = dict[str, Any]
State = Literal["planned", "running", "ended", "unknown"]
STATES: tuple[State, ...] = ("running", "planned", "ended", "unknown")
# A project is looked at from a year before its end to half a year after it.
MONTHS_AHEAD, MONTHS_BACK = 12, 6


@dataclass(frozen=True)
class Project:
    """A project with what follows from its row and from the rows around it.

    start, end: its first and last day as far as they are stated (a month or a year stands for all of it); chain: the
    codes of all that follow one another, itself among them, oldest first; follows: the one right before it;
    followed_by: those that continue it; parts: those that belong to it; contradicts: its status says that it runs, its
    end is past; ends_soon: it ends within a year or ended within half a year, and nothing follows it.
    """

    row: Row
    code: str
    state: State
    start: dt.date | None
    end: dt.date | None
    chain: tuple[str, ...]
    follows: str | None
    followed_by: tuple[str, ...]
    parts: tuple[str, ...]
    contradicts: bool
    ends_soon: bool


def portfolio(rows: Sequence[Row], today: dt.date) -> list[Project]:
    """All projects in the order of the register.

    >>> row = {"status": None, "start": "2024", "end": "2027-02", "follows": None, "part_of": None}
    >>> one, = portfolio([{"project": "A", **row}], dt.date(2026, 11, 22))
    >>> one.state, one.end, one.ends_soon
    ('running', datetime.date(2027, 2, 28), True)
    """
    names = {plain(row["project"]): row["project"] for row in rows}
    before = {row["project"]: names.get(plain(row["follows"] or "")) for row in rows}
    after, parts = _turned(before), _turned({row["project"]: names.get(plain(row["part_of"] or "")) for row in rows})
    chains = _chains({row["project"]: row for row in rows}, before, after)
    return [_project(row, today, chains[row["project"]], before, after.get(row["project"], ()), parts) for row in rows]


def _project(
    row: Row,
    today: dt.date,
    chain: tuple[str, ...],
    before: Mapping[str, str | None],
    after: Sequence[str],
    parts: Mapping[str, Sequence[str]],
) -> Project:
    code, now, end = row["project"], state(row, today), last_day(row["end"])
    return Project(
        row,
        code,
        now,
        first_day(row["start"]),
        end,
        chain,
        before[code],
        tuple(after),
        tuple(parts.get(code, ())),
        now == "running" and end is not None and end < today,
        not after and _ends_soon(now, end, today),
    )


def state(row: Mapping[str, Any], today: dt.date) -> State:
    """As its status says; else by its days (a year or a month stands for all of it), as far as they tell.

    >>> day, dates = dt.date(2026, 11, 22), {"status": None, "start": "2024", "end": None}
    >>> state(dates, day), state({**dates, "end": "2026-10"}, day), state({**dates, "start": "2027-01"}, day)
    ('running', 'ended', 'planned')
    """
    if row["status"] in ("planned", "running", "ended"):
        return row["status"]  # type: ignore[no-any-return]
    start, end = first_day(row["start"]), last_day(row["end"])
    if end is not None and end < today:
        return "ended"
    if start is None:
        return "unknown"
    return "running" if start <= today else "planned"


def _ends_soon(now: State, end: dt.date | None, today: dt.date) -> bool:
    if end is None or now not in ("running", "ended") or (now == "ended" and end >= today):
        return False
    return months_from(today, -MONTHS_BACK) <= end <= months_from(today, MONTHS_AHEAD)


def months_from(day: dt.date, months: int) -> dt.date:
    """The same day some months later (or earlier), at most the month's last.

    >>> months_from(dt.date(2026, 8, 31), -6), months_from(dt.date(2026, 11, 22), 12)
    (datetime.date(2026, 2, 28), datetime.date(2027, 11, 22))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _turned(points: Mapping[str, str | None]) -> dict[str, list[str]]:
    """From "each to the one before it" to "each to those after it"; nothing follows itself."""
    found: dict[str, list[str]] = {}
    for code, other in points.items():
        if other is not None and other != code:
            found.setdefault(other, []).append(code)
    return found


def _chains(
    rows: Mapping[str, Row], before: Mapping[str, str | None], after: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    """For each project the chain that it stands in; a circle of follow-ups ends where it closes."""
    found: dict[str, tuple[str, ...]] = {}
    for code in rows:
        if code not in found:
            chain = tuple(_following(_first(code, before), after, rows))
            found |= dict.fromkeys(chain, chain)
    return found


def _first(code: str, before: Mapping[str, str | None]) -> str:
    """Where the chain of a project begins."""
    seen = {code}
    while (earlier := before.get(code)) and earlier not in seen:
        seen.add(earlier)
        code = earlier
    return code


def _following(code: str, after: Mapping[str, Sequence[str]], rows: Mapping[str, Row]) -> Iterable[str]:
    """A project and all that continue it, oldest first, each once."""
    seen: set[str] = set()
    waiting = [code]
    while waiting:
        one = waiting.pop(0)
        if one not in seen:
            seen.add(one)
            yield one
            waiting += sorted(after.get(one, ()), key=lambda other: str(rows[other]["start"] or "9999"))
