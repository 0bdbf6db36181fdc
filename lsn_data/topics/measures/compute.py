"""Where does the weight of the measures lie, and which are late or without an owner? Pure: rows in, figures out.

A measure counts once: one that serves two principles counts half under each, one that serves three a third. Dropped
measures carry no weight; finished ones do, since they were done for the strategy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lsn_data.sheets.declared import plain

Row = Mapping[str, Any]
DROPPED = "dropped"
ENDED = ("done", DROPPED)
LIVE = ("planned", "running")
MOST_PRINCIPLES = 3
NOTHING = Fraction(0)


@dataclass(frozen=True)
class Matrix:
    """Theme by principle: the weight in each cell. `counted` measures stand in it, each with a weight of one."""

    themes: tuple[str, ...]
    principles: tuple[str, ...]
    cells: Mapping[tuple[str, str], Fraction]
    counted: int

    def cell(self, theme: str, principle: str) -> Fraction:
        """The weight of a cell; nothing where no measure stands."""
        return self.cells.get((theme, principle), NOTHING)

    def of_theme(self, theme: str) -> Fraction:
        """The sum of a row."""
        return sum((self.cell(theme, one) for one in self.principles), NOTHING)

    def of_principle(self, principle: str) -> Fraction:
        """The sum of a column."""
        return sum((self.cell(one, principle) for one in self.themes), NOTHING)

    @property
    def total(self) -> Fraction:
        """The sum of all cells."""
        return sum((self.of_theme(one) for one in self.themes), NOTHING)

    @property
    def empty(self) -> tuple[tuple[str, str], ...]:
        """The cells in which nothing stands, row by row."""
        pairs = ((theme, principle) for theme in self.themes for principle in self.principles)
        return tuple(pair for pair in pairs if not self.cell(*pair))

    def share_of_theme(self, theme: str) -> float:
        """Between 0 and 1; 0 where nothing stands at all."""
        return float(self.of_theme(theme) / self.total) if self.total else 0.0

    def share_of_principle(self, principle: str) -> float:
        """Between 0 and 1; 0 where nothing stands at all."""
        return float(self.of_principle(principle) / self.total) if self.total else 0.0


def weights(principles: Sequence[str]) -> dict[str, Fraction]:
    """How a measure counts under each principle that it serves.

    >>> weights(["networking", "informing"])["informing"]
    Fraction(1, 2)
    >>> weights([])
    {}
    """
    distinct = tuple(dict.fromkeys(principles))
    return {one: Fraction(1, len(distinct)) for one in distinct}


def matrix(rows: Iterable[Row], themes: Sequence[str], principles: Sequence[str]) -> Matrix:
    """The weights of rows that have a `theme` and `principles`; what stands in no cell is left out.

    >>> row = {"theme": "region", "principles": ["networking", "positioning"]}
    >>> found = matrix([row, {**row, "principles": []}], ["region"], ["networking", "informing", "positioning"])
    >>> found.cell("region", "positioning"), found.total, found.counted, found.empty
    (Fraction(1, 2), Fraction(1, 1), 1, (('region', 'informing'),))
    """
    cells: dict[tuple[str, str], Fraction] = {}
    counted = 0
    for row in rows:
        served = [one for one in row["principles"] or () if one in principles]
        if row["theme"] not in themes or not served or row.get("status") == DROPPED:
            continue
        counted += 1
        for principle, weight in weights(served).items():
            cells[row["theme"], principle] = cells.get((row["theme"], principle), NOTHING) + weight
    return Matrix(tuple(themes), tuple(principles), cells, counted)


def strategic(rows: Iterable[Row]) -> list[Row]:
    """The measures that no other one stands above."""
    return [row for row in rows if not row["parent"]]


def detailed(rows: Iterable[Row]) -> list[Row]:
    """The measures that stand under another one."""
    return [row for row in rows if row["parent"]]


def off_strategy(rows: Iterable[Row]) -> list[Row]:
    """The measures that break the rule of one to three principles."""
    return [row for row in rows if not 1 <= len(set(row["principles"] or ())) <= MOST_PRINCIPLES]


def is_live(row: Row) -> bool:
    """Does it run, or is it planned?"""
    return row["status"] in LIVE


def counting(rows: Sequence[Row]) -> list[Row]:
    """The measures that effort is counted by: all but those done or dropped; one with details counts through them.

    Whoever does not tell a status counts as planned, so that the first few that do are not taken for all there is.

    >>> row = {"measure": "A", "parent": None, "status": None}
    >>> [one["measure"] for one in counting([row, {**row, "measure": "B"}, {**row, "measure": "a1", "parent": "A"}])]
    ['B', 'a1']
    """
    above = {plain(row["parent"]) for row in rows if row["parent"]}
    return [row for row in rows if row["status"] not in ENDED and plain(row["measure"]) not in above]


def is_followed(row: Row) -> bool:
    """Is there anything to keep track of? The measures of the strategy document have neither status nor date."""
    return any(row[name] for name in ("parent", "status", "start", "due"))


def is_past(due: str | None, today: dt.date) -> bool:
    """Is all of a day, a month or a year past?

    >>> [is_past(due, dt.date(2026, 11, 22)) for due in ("2026", "2026-11", "2026-11-22", "2026-11-21", "2026-10")]
    [False, False, False, True, True]
    """
    return bool(due) and today.isoformat()[: len(due or "")] > (due or "")


def overdue(rows: Iterable[Row], today: dt.date) -> list[Row]:
    """The measures whose date is past; what is done or dropped is never late."""
    return [row for row in rows if row["status"] not in ENDED and is_past(row["due"], today)]


def ownerless(rows: Iterable[Row]) -> list[Row]:
    """The measures that are followed, neither done nor dropped, and that nobody owns."""
    return [row for row in rows if row["status"] not in ENDED and is_followed(row) and not (row["owner"] or "").strip()]
