"""Which figures differ between two bound packs? Exhibit by exhibit, row by row, column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lsn_data.exhibit import Column, Exhibit, Table, Value
from lsn_data.exhibit.bound import Bound

Fate = Literal["both", "new", "gone"]


@dataclass(frozen=True)
class Change:
    """One figure before and after: of which row (in words) and which column. None: it was not there."""

    row: str
    column: Column
    before: Value
    after: Value

    @property
    def step(self) -> float | None:
        """By how much it moved; None where one of both is no number.

        >>> Change("Region", Column("n", "n", "count"), 3, 5).step
        2
        """
        pair = (self.before, self.after)
        numbers = [value for value in pair if isinstance(value, (int, float)) and self.column.holds != "yes"]
        return numbers[1] - numbers[0] if len(numbers) == 2 else None


@dataclass(frozen=True)
class Compared:
    """An exhibit in both packs, or in one of them alone (`fate`), with the figures that differ."""

    before: Exhibit | None
    after: Exhibit | None
    changes: tuple[Change, ...] = ()

    @property
    def fate(self) -> Fate:
        """Is it in both, or new, or gone?"""
        return "both" if self.before and self.after else "new" if self.after else "gone"

    @property
    def exhibit(self) -> Exhibit:
        """The later one, or the only one."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def reads_differently(self) -> bool:
        """Does its finding say something else?"""
        return bool(self.before and self.after and said(self.before) != said(self.after))


def said(exhibit: Exhibit) -> str:
    """What the data said, whatever sentence somebody put over it."""
    return exhibit.computed or exhibit.message


def compared(before: Bound, after: Bound) -> list[Compared]:
    """Every exhibit of both packs, in the order of the later one, then what is gone.

    The same exhibit several times is paired in its order.
    """
    waiting: dict[str, list[Exhibit]] = defaultdict(list)
    for leaf in before.leaves:
        waiting[leaf.key].append(leaf.exhibit)
    found = []
    for leaf in after.leaves:
        earlier = waiting[leaf.key].pop(0) if waiting[leaf.key] else None
        found.append(Compared(earlier, leaf.exhibit, tuple(changes(earlier, leaf.exhibit)) if earlier else ()))
    return found + [Compared(exhibit, None) for left in waiting.values() for exhibit in left]


def changes(before: Exhibit, after: Exhibit) -> Iterator[Change]:
    """The cells of the two tables that differ; rows meet by their names, columns by their keys."""
    earlier, later = _by_name(before.table), _by_name(after.table)
    shared = [column for column in after.table.columns[1:] if column.key in {one.key for one in before.table.columns}]
    for name in [*later, *(name for name in earlier if name not in later)]:
        was, now = earlier.get(name, {}), later.get(name, {})
        for column in shared:
            pair = was.get(column.key), now.get(column.key)
            if pair[0] != pair[1] and column.holds != "prose":
                yield Change(name[0], column, *pair)


def _by_name(table: Table) -> dict[tuple[str, int], dict[str, Value]]:
    """The rows by their first cell, and by which of several of that name they are."""
    found: dict[tuple[str, int], dict[str, Value]] = {}
    keys = [column.key for column in table.columns]
    for row, name in zip(table.rows, _names(table), strict=True):
        at = sum(1 for known, _ in found if known == name)
        found[name, at] = dict(zip(keys, row, strict=True))
    return found


def _names(table: Table) -> Sequence[str]:
    """How the rows are called: by their first cell; where several share it, by the texts behind it too."""
    if not table.columns:
        return []
    firsts = [str(row[0] if row[0] is not None else "–") for row in table.rows]
    texts = [at for at, column in enumerate(table.columns) if at and column.holds == "text"]
    if len(set(firsts)) == len(firsts) or not texts:
        return firsts
    return [f"{first}, {row[texts[0]]}" for first, row in zip(firsts, table.rows, strict=True)]
