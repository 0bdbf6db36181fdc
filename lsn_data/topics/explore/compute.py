"""How do rows become a pivot: counted, summed up or averaged by one or two of their fields? Pure.

A value that is not told is a group of its own. A row with several values (themes, principles) counts in each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
Figure = Literal["count", "sum", "mean"]
Key = str | None
FIGURES: tuple[Figure, ...] = ("count", "sum", "mean")
MOST_GROUPS = 40


@dataclass(frozen=True)
class Pivot:
    """Groups of rows and of columns, most first, a figure for each cell, and what was left out.

    `cells` and `totals` hold None where no row has a value. `without`: rows that have no value; `doubtful`: rows whose
    value is in doubt; `more`: groups beyond those shown; `several`: does any row stand in more than one group?
    """

    rows: tuple[Key, ...]
    columns: tuple[Key, ...]
    cells: Mapping[tuple[Key, Key], float | None]
    totals: Mapping[Key, float | None]
    used: int
    without: int
    doubtful: int
    more: int
    several: bool


def units_of(rows: Iterable[Row], field: str) -> tuple[str, ...]:
    """The units or currencies that values of a field have, the most frequent first; values of two never add up.

    >>> units_of([{"value": 1, "unit": "%"}, {"value": 2, "unit": "EUR"}, {"value": 3, "unit": "%"}], "value")
    ('%', 'EUR')
    """
    counts: dict[str, int] = {}
    for row in rows:
        if row.get(field) is not None:
            unit = unit_of(row)
            counts[unit] = counts.get(unit, 0) + 1
    return tuple(sorted(counts, key=lambda unit: -counts[unit]))


def unit_of(row: Row) -> str:
    """The unit or currency of a row; empty where it has none."""
    return str(row.get("unit") or row.get("currency") or "")


def pivot(
    rows: Sequence[Row], by: str, across: str = "", figure: Figure = "count", field: str = "", unit: str | None = None
) -> Pivot:
    """The rows by one field (and across by another), with how many there are, or the sum or mean of a number field.

    Sums and means take the rows of one unit only (None: of all), and none whose value is marked as doubtful.

    >>> rows = [{"state": "HH", "n": 2}, {"state": "HH", "n": 4}, {"state": None, "n": 1}]
    >>> found = pivot(rows, "state", "", "mean", "n")
    >>> found.rows, found.totals
    (('HH', None), {'HH': 3.0, None: 1.0})
    """
    kept = [row for row in rows if figure == "count" or unit is None or unit_of(row) == unit]
    doubtful = [row for row in kept if figure != "count" and row.get("doubtful")]
    used = [row for row in kept if figure == "count" or (row.get(field) is not None and not row.get("doubtful"))]
    inside: dict[tuple[Key, Key], list[float]] = {}
    down: dict[Key, list[float]] = {}
    side: dict[Key, list[float]] = {}
    for row in used:
        value = 1.0 if figure == "count" else float(row[field])
        columns = keys_of(row, across) if across else ()
        for key in keys_of(row, by):
            down.setdefault(key, []).append(value)
            for other in columns:
                inside.setdefault((key, other), []).append(value)
        for other in columns:
            side.setdefault(other, []).append(value)
    reckon = _mean if figure == "mean" else sum
    ordered, others = _ordered(down, reckon), _ordered(side, reckon)
    return Pivot(
        ordered[:MOST_GROUPS],
        others[:MOST_GROUPS],
        {key: reckon(values) for key, values in inside.items()},
        {key: reckon(values) for key, values in down.items()},
        len(used),
        len(kept) - len(used) - sum(row.get(field) is not None for row in doubtful),
        sum(row.get(field) is not None for row in doubtful),
        max(len(ordered) - MOST_GROUPS, 0) + max(len(others) - MOST_GROUPS, 0),
        any(len(keys_of(row, name)) > 1 for row in used for name in (by, across) if name),
    )


def keys_of(row: Row, field: str) -> tuple[Key, ...]:
    """The groups in which a row stands: its value, each of several ones, or None where it has none.

    >>> keys_of({"themes": ["region", "region", "visibility"], "premium": True}, "themes")
    ('region', 'visibility')
    """
    value = row[field]
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(str(one) for one in value)) or (None,)
    return (None,) if value in (None, "") else (str(value),)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _ordered(groups: Mapping[Key, Sequence[float]], reckon: Callable[[Sequence[float]], float]) -> tuple[Key, ...]:
    """Largest first, equal ones by their name; years in their order; what is not told last."""
    told = [key for key in groups if key is not None]
    if told and all(key[:4].isdigit() for key in told):
        told.sort()
    else:
        told.sort(key=lambda key: (-reckon(groups[key]), key))
    return (*told, *(key for key in groups if key is None))
