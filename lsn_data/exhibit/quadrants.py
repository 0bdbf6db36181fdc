"""What stands in quadrants? Panels with entries, read from the chart's table; page and slide draw the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.exhibit import Column, Exhibit, Value, Way

_PARTS = ("panel", "about", "told", "label", "small", "weight", "look", "missing", "quiet")


@dataclass(frozen=True)
class Entry:
    """A row of a panel: its text, a small one below it, its weight, and what answers it, each with a tip and a way.

    `missing` stands in a box where an answer is wanted and there is none, `quiet` where none is needed.
    """

    label: str
    small: str
    weight: float | None
    look: bool
    missing: str
    quiet: str
    codes: tuple[str, ...]
    tips: tuple[str, ...]
    ways: Mapping[str, Way]


@dataclass(frozen=True)
class Panel:
    """A quadrant: its name, a few words about it, what is told at its right, its entries in order."""

    name: str
    about: str
    told: str
    entries: tuple[Entry, ...]


def panels(exhibit: Exhibit) -> tuple[Panel, ...]:
    """The panels in the order of the rows; a row without a label holds its panel open where there is no entry."""
    parts = {name: exhibit.chart.part(name) for name in (*_PARTS, *exhibit.chart.parts)}
    ways: dict[int, dict[str, Way]] = {}
    for (row, key), way in exhibit.ways.items():
        ways.setdefault(row, {})[key] = way
    found: dict[str, list[int]] = {}
    for at, name in enumerate(parts["panel"]):
        found.setdefault(str(name), []).append(at)
    return tuple(_panel(name, rows, parts, ways) for name, rows in found.items())


def _panel(
    name: str, rows: list[int], parts: Mapping[str, tuple[Value, ...]], ways: Mapping[int, Mapping[str, Way]]
) -> Panel:
    filled = [at for at in rows if parts["label"][at] is not None]
    entries = tuple(_entry({part: held[at] for part, held in parts.items()}, ways.get(at, {})) for at in filled)
    return Panel(name, _said(parts["about"][rows[0]]), _said(parts["told"][rows[0]]), entries)


def _entry(row: Mapping[str, Value], ways: Mapping[str, Way]) -> Entry:
    numbers = [name.removeprefix("code") for name, value in row.items() if name.startswith("code") and value]
    weight = row["weight"]
    return Entry(
        _said(row["label"]),
        _said(row["small"]),
        float(weight) if isinstance(weight, int | float) else None,
        bool(row["look"]),
        _said(row["missing"]),
        _said(row["quiet"]),
        tuple(_said(row[f"code{number}"]) for number in numbers),
        tuple(_said(row.get(f"tip{number}")) for number in numbers),
        ways,
    )


def _said(value: Value) -> str:
    return "" if value is None else str(value)


def heads(exhibit: Exhibit) -> tuple[Column, ...]:
    """The columns that all panels have: the text; weight and answers (headed by the axis) where any entry has one."""
    entries = [one for panel in panels(exhibit) for one in panel.entries]
    table = exhibit.chart.table
    columns = [Column("label", table.columns[table.at(exhibit.chart.parts["label"])].label)]
    weight = exhibit.chart.parts.get("weight")
    if weight and any(one.weight is not None for one in entries):
        columns.append(Column("weight", table.columns[table.at(weight)].label, "count"))
    if any(one.codes or one.missing or one.quiet for one in entries):
        columns.append(Column("codes", exhibit.chart.axis))
    return tuple(columns)
