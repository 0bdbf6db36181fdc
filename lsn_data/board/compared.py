"""Which figures differ between two bound packs? Exhibit by exhibit, row by row, column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from lsn_data.exhibit import Column, Exhibit, Table, Value
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.clean import line, shortened

Fate = Literal["both", "new", "gone"]
Key = tuple[Value, ...]
# So many of a table's columns may be needed to tell its rows apart.
MOST_NAMES, LONGEST_NAME = 3, 70
WORDS = "comments"


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
    """An exhibit in both packs, or in one of them alone (`fate`): the figures that differ, whole rows new or gone."""

    before: Exhibit | None
    after: Exhibit | None
    changes: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

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

    @property
    def differs(self) -> bool:
        """Is anything of it not as it was?"""
        return bool(self.changes or self.new or self.gone or self.fate != "both" or self.reads_differently)


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
        found.append(beside(earlier, leaf.exhibit) if earlier else Compared(None, leaf.exhibit))
    return found + [Compared(exhibit, None) for left in waiting.values() for exhibit in left]


def beside(before: Exhibit, after: Exhibit) -> Compared:
    """The two tables beside each other: rows meet by their names, columns by their keys.

    What members wrote is not laid out text by text: the few that came or went would stand by themselves.
    """
    if WORDS in (before.name, after.name):
        return Compared(before, after)
    names = naming(before.table, after.table)
    earlier, later = _by_name(before.table, names), _by_name(after.table, names)
    both = [key for key in later if key in earlier]
    keys = {column.key for column in before.table.columns} - {*names}
    shared = [column for column in after.table.columns if column.key in keys and column.holds != "prose"]
    return Compared(
        before,
        after,
        tuple(
            Change(_words(key), column, earlier[key][column.key], later[key][column.key])
            for column in shared
            for key in both
            if earlier[key][column.key] != later[key][column.key]
        ),
        tuple(_words(key) for key in later if key not in earlier),
        tuple(_words(key) for key in earlier if key not in later),
    )


def naming(before: Table, after: Table) -> tuple[str, ...]:
    """The columns by which the rows of two tables are called: no two rows alike, and most rows found in both.

    Of equal ones the fewer columns, then those without digits, then those further left. Where nothing tells the rows
    apart: the first column.
    """
    columns = [column for column in _columns_of_names(after) if column in _columns_of_names(before)]
    best, chosen = (-1, 0, 0), tuple(columns[:1])
    for count in range(1, MOST_NAMES + 1):
        for names in combinations(columns, count):
            was, now = _keys(before, names), _keys(after, names)
            fit = len({*was} & {*now}), -count, -sum(map(_with_digits, now))
            if len({*was}) == len(was) and len({*now}) == len(now) and fit > best:
                best, chosen = fit, names
    return chosen


def _with_digits(key: Key) -> bool:
    return any(letter.isdigit() for part in key for letter in str(part))


def _columns_of_names(table: Table) -> list[str]:
    """The first column, and all that hold words or days."""
    return [
        column.key for at, column in enumerate(table.columns) if not at or column.holds in ("text", "prose", "date")
    ]


def _keys(table: Table, names: Sequence[str]) -> list[Key]:
    places = [table.at(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def _by_name(table: Table, names: Sequence[str]) -> dict[Key, dict[str, Value]]:
    """The rows by their names; of several of one name, the later ones are numbered."""
    found: dict[Key, dict[str, Value]] = {}
    columns = [column.key for column in table.columns]
    for key, row in zip(_keys(table, names), table.rows, strict=True):
        found[_free(key, found)] = dict(zip(columns, row, strict=True))
    return found


def _free(key: Key, taken: dict[Key, dict[str, Value]]) -> Key:
    return next(one for one in _numbered(key) if one not in taken)


def _numbered(key: Key) -> Iterator[Key]:
    """The key, then `key 2`, `key 3` …"""
    yield key
    count = 2
    while True:
        yield (*key, count)
        count += 1


def _words(key: Key) -> str:
    """A row's name as it is said.

    >>> _words(("Region", None, 2030))
    'Region, 2030'
    """
    parts = dict.fromkeys(shortened(line(str(part)), LONGEST_NAME) for part in key if part is not None)
    return ", ".join(parts) or "–"
