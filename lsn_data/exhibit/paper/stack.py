"""What is drawn of a distribution on paper?"""

from __future__ import annotations

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.columns import CLEAR
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.paper.rows import Told, beside, sheets
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.stack import Stack, colours, figure_of, longest, stack_of


def distribution(exhibit: Exhibit) -> list[Told]:
    """Rows of parts as shares of the longest bar, each with its figure and colours, and the key."""
    stack = stack_of(exhibit.chart)
    whole: Told = {
        "axis": line(exhibit.chart.axis),
        "key": [{"name": line(name), **_look(exhibit, stack, order)} for order, name in stack.parts],
        "rows": [_row(exhibit, stack, at) for at in range(len(stack.labels))],
        "beside": beside(exhibit, stack.labels),
    }
    return sheets(whole)


def _row(exhibit: Exhibit, stack: Stack, at: int) -> Told:
    chart = exhibit.chart
    column = chart.table.columns[chart.table.at(chart.parts["count"])]
    parts = [
        {
            "share": figure_of(counts[at]) / longest(stack),
            "said": column.shown(counts[at], exhibit.say),
            **_look(exhibit, stack, order),
        }
        for (order, _), counts in zip(stack.parts, stack.counts, strict=True)
    ]
    return {"label": line(stack.labels[at]), "group": line(stack.groups[at] or ""), "parts": parts}


def _look(exhibit: Exhibit, stack: Stack, order: int) -> Told:
    fill, ink, edge = colours(order, exhibit.chart, stack, LIGHT)
    return {"fill": None if fill == CLEAR else fill, "ink": ink, "edge": edge}
