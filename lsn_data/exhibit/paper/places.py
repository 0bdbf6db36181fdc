"""What is drawn of an order with its plausible places on paper?"""

from __future__ import annotations

from lsn_data.exhibit import Chart, Exhibit, Value
from lsn_data.exhibit.page.places import scale, ticks
from lsn_data.exhibit.paper.rows import Told, sheets
from lsn_data.exhibit.paper.text import line

_SPOTS = ("place", "low", "high", "was", "was_low", "was_high")


def places(exhibit: Exhibit) -> list[Told]:
    """Rows with their places as shares of the scale, what is said in the dots, and the column at the right."""
    chart, last = exhibit.chart, scale(exhibit.chart)
    whole: Told = {
        "axis": line(chart.axis),
        "ticks": [{"at": _share(place, last), "said": exhibit.say.number(place)} for place in ticks(last)],
        "earlier": "was" in chart.parts,
        "rows": [_row(exhibit, at, last) for at in range(len(chart.table.rows))],
        "beside": _beside(exhibit),
    }
    return sheets(whole)


def _row(exhibit: Exhibit, at: int, last: int) -> Told:
    chart = exhibit.chart
    spots = {name: _share(chart.part(name)[at], last) for name in _SPOTS}
    place, group = chart.part("place")[at], chart.part("group")[at]
    return {
        "label": line(chart.part("label")[at]),
        "group": line(group) if group else "",
        "look": _looks(chart)[at],
        "at": spots.pop("place"),
        "said": exhibit.say.number(place) if isinstance(place, int | float) else "",
        **spots,
    }


def _looks(chart: Chart) -> list[bool]:
    """Which rows take the accent: the leading ones, or all where nobody leads."""
    leading = [value == 1 for value in chart.part("leading")]
    return leading if any(leading) else [True] * len(leading)


def _share(place: Value, last: int) -> float | None:
    return (place - 1) / (last - 1) if isinstance(place, int | float) else None


def _beside(exhibit: Exhibit) -> list[Told]:
    chart = exhibit.chart
    key = chart.parts.get("beside") or chart.parts.get("share")
    if not key:
        return []
    column = chart.table.columns[chart.table.at(key)]
    said = [column.shown(value, exhibit.say) for value in chart.table.column(key)]
    return [{"head": line(column.label), "cells": [[line(part) for part in one.split("\n")] for one in said]}]
