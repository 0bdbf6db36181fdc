"""Which columns of figures stand at the right of a chart's rows?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Column, Exhibit

PART = "beside"


@dataclass(frozen=True)
class Beside:
    """A column: its heading, and a text for each row of the chart, of which the lines after the first are small."""

    column: Column
    said: tuple[str, ...]


def columns_beside(exhibit: Exhibit, labels: Sequence[str]) -> list[Beside]:
    """The columns that the chart names, a text for each of its labels in their order."""
    chart = exhibit.chart
    named = [str(label) for label in chart.part("label")]
    first = [named.index(label) for label in labels]
    found = []
    for part in sorted(part for part in chart.parts if part.startswith(PART)):
        column = chart.table.columns[chart.table.at(chart.parts[part])]
        values = chart.part(part)
        found.append(Beside(column, tuple(column.shown(values[at], exhibit.say) for at in first)))
    return found
