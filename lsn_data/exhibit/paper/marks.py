"""Which small pictures stand in the cells of a table on paper? Places on a track, two shares, squares, a course."""

from __future__ import annotations

from typing import Any

from lsn_data.exhibit import Exhibit, Value
from lsn_data.exhibit.page.marks import MOST_SQUARES, SHARES

Told = dict[str, Any]


def marks(exhibit: Exhibit) -> dict[str, dict[int, Told]]:
    """By the column's key and the row: the marks that the chart names."""
    parts = exhibit.chart.parts
    if exhibit.chart.kind != "table" or len(exhibit.chart.table.rows) != len(exhibit.table.rows):
        return {}
    found = {
        parts.get("place"): _tracks(exhibit),
        parts.get("voice"): _voices(exhibit),
        parts.get("filled"): _squares(exhibit),
        parts.get("course"): _courses(exhibit),
    }
    return {key: rows for key, rows in found.items() if key and rows}


def _rows(exhibit: Exhibit, *names: str) -> list[tuple[int, tuple[Value, ...]]]:
    return list(enumerate(zip(*(exhibit.chart.part(name) for name in names), strict=True)))


def _tracks(exhibit: Exhibit) -> dict[int, Told]:
    scale, found = exhibit.chart.scale, {}
    if scale is None:
        return {}
    for at, (place, low, high, hollow) in _rows(exhibit, "place", "low", "high", "hollow"):
        if isinstance(place, int) and isinstance(low, int) and isinstance(high, int):
            spots = {name: (one - 1) / max(scale - 1, 1) for name, one in (("at", place), ("low", low), ("high", high))}
            found[at] = {"kind": "track", "said": exhibit.say.number(place), "hollow": bool(hollow), **spots}
    return found


def _voices(exhibit: Exhibit) -> dict[int, Told]:
    told = {at: row for at, row in _rows(exhibit, *SHARES) if all(isinstance(one, int | float) for one in row)}
    numbers = {at: [float(one) for one in row if isinstance(one, int | float)] for at, row in told.items()}
    longest = max((max(row[2], row[3]) for row in numbers.values()), default=0.0) or 1.0
    return {
        at: {"kind": "voice", **dict(zip(("at", "low", "high", "effort"), (one / longest for one in row), strict=True))}
        for at, row in numbers.items()
    }


def _squares(exhibit: Exhibit) -> dict[int, Told]:
    return {
        at: {"kind": "squares", "filled": filled, "of": of}
        for at, (filled, of) in _rows(exhibit, "filled", "of")
        if isinstance(filled, int) and isinstance(of, int) and 0 < of <= MOST_SQUARES
    }


def _courses(exhibit: Exhibit) -> dict[int, Told]:
    """The course of each row scaled to its own values; a row without one keeps its room free."""
    if "course" not in exhibit.chart.parts:
        return {}
    return {at: {"kind": "course", "points": _points(told)} for at, (told,) in _rows(exhibit, "course")}


def _points(told: Value) -> list[list[float]]:
    values = [float(one) for one in str(told).split()] if told else []
    if len(values) < 2:
        return []
    low, high = min(values), max(values)
    up = [(value - low) / (high - low) if high > low else 0.5 for value in values]
    return [[at / (len(values) - 1), y] for at, y in enumerate(up)]
