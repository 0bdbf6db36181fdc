"""How is a distribution drawn on the page? One stacked bar a theme, its key in a row above."""

from __future__ import annotations

from plotly import graph_objects as go

from lsn_data.exhibit import Chart, Exhibit, clean
from lsn_data.exhibit.beside import columns_beside
from lsn_data.exhibit.page import beside as page_beside
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part, Rows
from lsn_data.exhibit.palette import Palette
from lsn_data.exhibit.stack import Stack, colours, figure_of, key_names, longest, stack_of

BAR, GAP, EDGE = 26, 1.2, 16
KEY_TOP, KEY_BOTTOM, KEY_ROOM, LESS_KEY_ROOM = 25, 43, 440, 390
# A number stands in its segment from 13 pixels up; the plot is about this wide alone, or beside another chart.
LABEL_FROM, WIDE, NARROW = 13, 740, 450


def figure(exhibit: Exhibit, palette: Palette, labels: bool = True) -> go.Figure:
    """A distribution; without `labels` the rows are named by the chart that stands to the left."""
    traces, layout = parts(exhibit, palette, labels)
    return go.Figure({"data": traces, "layout": layout})


def parts(exhibit: Exhibit, palette: Palette, labels: bool = True) -> tuple[list[Part], Part]:
    """The traces and the layout of a distribution."""
    stack = stack_of(exhibit.chart)
    rows = page.rows_of(stack.groups)
    left = page.label_width(stack.labels) if labels else EDGE
    columns = columns_beside(exhibit, stack.labels)
    right = page_beside.room(columns)
    drawn = page.layout(rows.height, left, right, palette)
    drawn["xaxis"]["range"] = [0, longest(stack)]
    drawn |= {"barmode": "stack", "uniformtext": {"minsize": page.SMALL_SIZE, "mode": "hide"}}
    key_shapes, key_texts = _key(exhibit.chart, stack, KEY_ROOM if labels else LESS_KEY_ROOM, palette)
    drawn["shapes"] = [line for y, _ in rows.lines for line in page.rule(y, left, right, palette)] + key_shapes
    drawn["annotations"] = [page.note(clean.plotly(exhibit.chart.axis), 10, palette.ink3), *key_texts]
    drawn["annotations"] += page_beside.drawn(columns, rows, palette)
    if labels:
        drawn["annotations"] += page.headings(rows, stack.labels, left, palette)
    enough = LABEL_FROM / ((WIDE if labels else NARROW) - right) * longest(stack)
    return [_segment(exhibit, stack, at, rows, palette, enough) for at in range(len(stack.parts))], drawn


def _segment(exhibit: Exhibit, stack: Stack, position: int, rows: Rows, palette: Palette, enough: float) -> Part:
    """One part of all bars, with numbers from a count that is `enough`; Plotly hides those that do not fit."""
    order, part = stack.parts[position]
    fill, ink, edge = colours(order, exhibit.chart, stack, palette)
    counts = stack.counts[position]
    column = exhibit.chart.table.columns[exhibit.chart.table.at(exhibit.chart.parts["count"])]
    shown = [column.shown(count, exhibit.say) for count in counts]
    return {
        "type": "bar",
        "orientation": "h",
        "name": clean.plotly(part),
        "x": list(counts),
        "y": list(rows.middle),
        "width": BAR,
        "customdata": list(stack.told[position]),
        "marker": {
            "color": fill,
            "line": {"color": edge, "width": [GAP if count else 0 for count in counts]},
        },
        "text": [said if figure_of(count) >= enough else "" for count, said in zip(counts, shown, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"family": page.FONT, "size": page.SMALL_SIZE, "color": ink},
        "hovertext": [page.hover(label, f"{part}: {said}") for label, said in zip(stack.labels, shown, strict=True)],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _key(chart: Chart, stack: Stack, room: float, palette: Palette) -> tuple[list[Part], list[Part]]:
    """The key as a row of small boxes at fixed pixels: (shapes, texts)."""
    shapes, texts, at = [], [], 0.0
    for order, name, wide in key_names(stack.parts, room):
        fill, ink, edge = colours(order, chart, stack, palette)
        box = {
            "type": "rect",
            "xref": "paper",
            "xsizemode": "pixel",
            "xanchor": 0,
            "yref": "y",
            "layer": "below",
        }
        line = {"color": edge, "width": GAP}
        shapes.append(
            {
                **box,
                "x0": at,
                "x1": at + wide,
                "y0": KEY_TOP,
                "y1": KEY_BOTTOM,
                "fillcolor": fill,
                "line": line,
            }
        )
        middle = (KEY_TOP + KEY_BOTTOM) / 2
        texts.append(note_in_box(name, at + wide / 2, middle, ink))
        at += wide
    return shapes, texts


def note_in_box(name: str, across: float, y: float, ink: str) -> Part:
    """A text centred `across` pixels from the left edge of the plot."""
    return page.note(clean.plotly(name), y, ink, xanchor="center", xshift=across, size=page.SMALL_SIZE)
