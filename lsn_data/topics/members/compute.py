"""How does the number of members change, and of whom does it consist? Pure: rows of the register in, figures out.

Days are ISO texts of mixed precision and are compared as texts, as `headline.active` does: a year alone stands for all
of it, so who joined in `2019` is a member at its end, and who left in `2019` is none any more. Nothing is told of days
after `until`, the day up to which the register knows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lsn_data.topics.registers.headline import active

Row = Mapping[str, Any]
Told = Literal["dates", "registers", "joins", "nothing"]
MOST_YEARS = 12
# From this share of members with a joining day on, their days tell how the number grew.
ENOUGH = 0.5
UNTOLD = ""
Texts = NDArray[np.str_]


@dataclass(frozen=True)
class Snapshot:
    """An earlier state of the register: the day it stands for, and how many members it counts on that day."""

    day: dt.date
    members: int


@dataclass(frozen=True)
class Year:
    """The members at the end of a year, and who joined and left in its course; None is not known.

    `so_far`: the year was not over on `day`, the day up to which the register knows.
    """

    year: int
    members: int | None
    joined: int | None
    left: int | None
    day: dt.date
    so_far: bool = False


@dataclass(frozen=True)
class Growth:
    """The years, oldest first, and what tells them: the members' dates, earlier states of the register, the joining
    days of today's members alone (nobody is told to have left), or nothing."""

    told: Told
    years: tuple[Year, ...]

    @property
    def complete(self) -> tuple[Year, ...]:
        """The years that are over."""
        return tuple(year for year in self.years if not year.so_far)

    @property
    def run(self) -> tuple[int, int] | None:
        """The direction of the latest changes from one year end to the next (1, 0, -1), and the first year of it.

        >>> day = dt.date(2025, 12, 31)
        >>> counts = {2021: 9, 2022: 7, 2023: 8, 2024: 9}
        >>> Growth("dates", tuple(Year(year, n, None, None, day) for year, n in counts.items())).run
        (1, 2023)
        """
        counted = [year for year in self.complete if year.members is not None]
        changes = [((b.members or 0) - (a.members or 0), b.year) for a, b in pairwise(counted)]
        if not changes:
            return None
        signs = [(_sign(change), year) for change, year in changes]
        first = len(signs) - 1
        while first and signs[first - 1][0] == signs[-1][0]:
            first -= 1
        return signs[first]

    @property
    def lately(self) -> int | None:
        """How many more (or fewer) there are in the year that is not over, since the last year end."""
        if len(self.years) < 2 or not self.years[-1].so_far:
            return None
        now, before = self.years[-1].members, self.years[-2].members
        return None if now is None or before is None else now - before


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


@dataclass(frozen=True)
class Doubts:
    """What the register leaves open: members without a joining day, days still to come, and rows that left before they
    joined."""

    undated: int
    leaving: int
    joining: int
    turned: int


def doubts(rows: Sequence[Row], today: str) -> Doubts:
    """What must be said beside the figures."""
    now = [row for row in rows if active(row, today)]
    return Doubts(
        undated=sum(1 for row in now if not row["joined"]),
        leaving=sum(1 for row in now if row["left"]),
        joining=sum(1 for row in rows if (row["joined"] or "") > today and not turned(row)),
        turned=sum(1 for row in rows if turned(row)),
    )


def turned(row: Row) -> bool:
    """Did it leave before it joined? As far as both days are told.

    >>> turned({"joined": "2019-05", "left": "2018"}), turned({"joined": "2019-05", "left": "2019"})
    (True, False)
    """
    joined, left = row["joined"], row["left"]
    if not joined or not left:
        return False
    known = min(len(joined), len(left))
    return bool(left[:known] < joined[:known])


def growth(rows: Sequence[Row], until: dt.date, snapshots: Sequence[Snapshot] = ()) -> Growth:
    """The members by year end, told by what is there to tell it."""
    days = Days.of([row for row in rows if not turned(row)])
    now = days.members(until)
    told = days.joined[now] != UNTOLD
    dated = bool(told.any() and told.mean() >= ENOUGH)
    first_leave = first_of(row for row in rows if gone(row, until))
    if dated and first_leave:
        return Growth("dates", _by_dates(days, until, first_leave))
    if len({one.day for one in snapshots}) > 1:
        return Growth("registers", _by_registers(snapshots))
    if dated:
        return Growth("joins", _by_joins(days, until))
    return Growth("nothing", ())


@dataclass(frozen=True)
class Days:
    """When members joined and left, as (n,) texts: "" is not told, and of leaving: never."""

    joined: Texts
    left: Texts

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Days:
        """The days of rows."""
        return cls(*(np.array([row[name] or UNTOLD for row in rows], dtype="U10") for name in ("joined", "left")))

    def members(self, day: dt.date) -> NDArray[np.bool_]:
        """(n,) who is a member on a day, as `headline.active` has it."""
        said = day.isoformat()
        there: NDArray[np.bool_] = (self.joined <= said) & ((self.left == UNTOLD) | (self.left > said))
        return there

    def by_year(self, name: str, until: dt.date) -> Counter[int]:
        """How many joined (or left) in each year, up to `until`."""
        days: Texts = getattr(self, name)
        return Counter(int(day[:4]) for day in days[(days != UNTOLD) & (days <= until.isoformat())].tolist())


def gone(row: Row, until: dt.date) -> bool:
    """Had it left on that day?"""
    return bool(row["left"] and row["left"] <= until.isoformat())


def first_of(rows: Iterable[Row]) -> int | None:
    """The first year in which the register tells that somebody left; who left before is not in it."""
    left = [row["left"] for row in rows if row["left"] and not turned(row)]
    return int(min(left)[:4]) if left else None


def _by_dates(days: Days, until: dt.date, first_leave: int) -> tuple[Year, ...]:
    """Every year end from the one before somebody first left: of earlier ones those are missing who had left."""
    joined, left = days.by_year("joined", until), days.by_year("left", until)
    first = max(min(joined, default=first_leave), first_leave - 1, until.year - MOST_YEARS + 1)
    return tuple(
        Year(
            year,
            int(days.members(_end(year, until)).sum()),
            joined[year] if year >= first_leave else None,
            left[year] if year >= first_leave else None,
            _end(year, until),
            _end(year, until) < dt.date(year, 12, 31),
        )
        for year in range(min(first, until.year), until.year + 1)
    )


def _by_joins(days: Days, until: dt.date) -> tuple[Year, ...]:
    """Today's members by the year in which they joined: nothing tells who was there before."""
    now = days.members(until)
    joined = Days(days.joined[now], days.left[now]).by_year("joined", until)
    return tuple(
        Year(year, None, joined[year], None, _end(year, until), _end(year, until) < dt.date(year, 12, 31))
        for year in range(max(min(joined), until.year - MOST_YEARS + 1), until.year + 1)
    )


def _by_registers(snapshots: Sequence[Snapshot]) -> tuple[Year, ...]:
    """The last state of each year, as it counted its own day."""
    last = {one.day.year: one for one in sorted(snapshots, key=lambda one: one.day)}
    newest = max(last)
    return tuple(
        Year(year, one.members, None, None, one.day, year == newest and one.day < dt.date(year, 12, 31))
        for year, one in list(last.items())[-MOST_YEARS:]
    )


def _end(year: int, until: dt.date) -> dt.date:
    return min(dt.date(year, 12, 31), until)


@dataclass(frozen=True)
class Group:
    """The members of one group (`""`: not told), those of them who are premium, and how many there were before."""

    code: str
    members: int
    premium: int
    before: int | None = None


@dataclass(frozen=True)
class Composition:
    """The groups of an attribute, largest first, those without it last; `before` is the year end compared with."""

    by: str
    groups: tuple[Group, ...]
    before: int | None
    members_before: int | None

    @property
    def members(self) -> int:
        """All members today."""
        return sum(group.members for group in self.groups)

    @property
    def premium(self) -> int:
        """All premium members today."""
        return sum(group.premium for group in self.groups)

    @property
    def told(self) -> tuple[Group, ...]:
        """The groups that the register tells."""
        return tuple(group for group in self.groups if group.code != UNTOLD and group.members)

    @property
    def untold(self) -> int:
        """The members whose group the register does not tell."""
        return sum(group.members for group in self.groups if group.code == UNTOLD)


def composition(rows: Sequence[Row], by: str, today: str, before: int | None = None) -> Composition:
    """Today's members by an attribute, and those at the end of the year `before`.

    >>> rows = [{"joined": None, "left": None, "state": code, "premium": code == "HH"} for code in ("HH", "HH", None)]
    >>> composition(rows, "state", "2026-01-01").groups[0]
    Group(code='HH', members=2, premium=2, before=None)
    """
    now = [row for row in rows if active(row, today)]
    members, premium = _counted(now, by), _counted([row for row in now if row["premium"]], by)
    then = [row for row in rows if active(row, f"{before}-12-31")] if before else []
    earlier = _counted(then, by)
    codes = sorted({*members, *earlier}, key=lambda code: (code == UNTOLD, -members[code], -earlier[code], code))
    groups = tuple(Group(code, members[code], premium[code], earlier[code] if before else None) for code in codes)
    return Composition(by, groups, before, len(then) if before else None)


def crossed(rows: Sequence[Row], by: str, other: str, today: str) -> dict[tuple[str, str], int]:
    """How many members there are of each pair of groups."""
    now = [row for row in rows if active(row, today)]
    return dict(Counter((row[by] or UNTOLD, row[other] or UNTOLD) for row in now))


def _counted(rows: Iterable[Row], by: str) -> Counter[str]:
    return Counter(row[by] or UNTOLD for row in rows)
