"""How is an order with its plausible places drawn on the page?

One row a theme: a grey track, a bar over the plausible places, the place as a number in a dot.
"""

from __future__ import annotations

from dataclasses import replace

from plotly import graph_objects as go

from lsn_data.exhibit import Chart, Exhibit, clean, fit
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part, Rows
from lsn_data.exhibit.palette import Palette

DOT, RANGE, EDGE, SHARE_COLUMN = 22, 7, 16, 92
# An earlier place stands below today's, in the colour of what is past: both stay readable where they are the same.
ABOVE, BELOW, EARLIER_DOT, EARLIER_RANGE = 6, 13, 11, 3
MOST_TICKS = 10


def figure(exhibit: Exhibit, palette: Palette, labels: bool = True) -> go.Figure:
    """Ranked places; without `labels` the rows are named by the chart that stands to the left."""
    traces, layout = parts(exhibit, palette, labels)
    return go.Figure({"data": traces, "layout": layout})


def parts(exhibit: Exhibit, palette: Palette, labels: bool = True) -> tuple[list[Part], Part]:
    """The traces and the layout of ranked places."""
    chart = exhibit.chart
    rows = page.rows_of([str(group) if group else None for group in chart.part("group")])
    names = [str(label) for label in chart.part("label")]
    left = page.label_width(names) if labels else EDGE
    right = SHARE_COLUMN if _beside(chart) else EDGE
    drawn = page.layout(rows.height, left, right, palette)
    drawn["xaxis"]["range"] = [1, scale(chart)]
    drawn["shapes"] = _lines(chart, rows, left, right, palette)
    drawn["annotations"] = _head(chart, palette) + _shares(exhibit, rows, palette)
    if labels:
        drawn["annotations"] += page.headings(rows, names, left, palette)
    earlier = _earlier(chart, rows, palette) if "was" in chart.parts else []
    now = replace(rows, middle=tuple(y - ABOVE for y in rows.middle)) if earlier else rows
    return [*earlier, *_ranges(chart, now, palette), _dots(exhibit, now, palette)], drawn


def scale(chart: Chart) -> int:
    """The number of places: as declared, or else the number of rows (at least two, so that there is an axis)."""
    return max(chart.scale or len(chart.table.rows), 2)


def _lines(chart: Chart, rows: Rows, left: float, right: float, palette: Palette) -> list[Part]:
    """Hairlines under the headings of the groups, and the track that each row's dot runs on."""
    track = {"type": "line", "xref": "x", "yref": "y", "x0": 1, "x1": scale(chart), "layer": "below"}
    tracks = [{**track, "y0": y, "y1": y, "line": {"color": palette.hairline, "width": 1}} for y in rows.middle]
    return [line for y, _ in rows.lines for line in page.rule(y, left, right, palette)] + tracks


def _head(chart: Chart, palette: Palette) -> list[Part]:
    """What the axis says, and the places along it."""
    said = [page.note(clean.plotly(chart.axis), 10, palette.ink3, xshift=-6)]
    places = [
        page.note(str(place), 34, palette.ink3, x=place, xref="x", xanchor="center") for place in ticks(scale(chart))
    ]
    return said + places


def ticks(last: int) -> list[int]:
    """The places to print along the axis: every one, or every second where they are many.

    >>> ticks(3), ticks(12)
    ([1, 2, 3], [1, 3, 5, 7, 9, 11])
    """
    return list(range(1, last + 1, 1 if last <= MOST_TICKS else 2))


def _accents(chart: Chart) -> tuple[bool, ...]:
    """Which rows take the accent: the leading ones, or all where nobody leads."""
    leading = tuple(value == 1 for value in chart.part("leading"))
    return leading if any(leading) else (True,) * len(leading)


def _ranges(chart: Chart, rows: Rows, palette: Palette) -> list[Part]:
    """The bars over the plausible places, with round ends: one trace for each of the two colours."""
    known = list(zip(rows.middle, chart.part("low"), chart.part("high"), _accents(chart), strict=True))
    return [
        _bars([(y, low, high) for y, low, high, accent in known if accent is wanted and low is not None], colour)
        for wanted, colour in ((True, palette.accent_range), (False, palette.previous))
    ]


def _earlier(chart: Chart, rows: Rows, palette: Palette) -> list[Part]:
    """The places of an earlier publication with their ranges, lighter and smaller, below today's."""
    known = zip(rows.middle, chart.part("was"), chart.part("was_low"), chart.part("was_high"), strict=True)
    told = [(y + BELOW, was, low, high) for y, was, low, high in known if was is not None]
    ranges = _bars([(y, low, high) for y, _, low, high in told if low is not None], palette.previous, EARLIER_RANGE)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [was for _, was, _, _ in told],
        "y": [y for y, _, _, _ in told],
        "marker": {"size": EARLIER_DOT, "opacity": 1, "color": palette.previous, "line": {"width": 0}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [ranges, dots]


def _bars(spans: list[tuple[float, object, object]], colour: str, thick: int = RANGE) -> Part:
    """Bars as thick lines; None lifts the pen between two of them."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [x for _, low, high in spans for x in (low, high, None)],
        "y": [value for y, _, _ in spans for value in (y, y, None)],
        "line": {"color": colour, "width": thick},
        "marker": {"color": colour, "size": thick, "opacity": 1, "line": {"width": 0}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _dots(exhibit: Exhibit, rows: Rows, palette: Palette) -> Part:
    """The places as numbers in dots; a row without a place has none."""
    chart = exhibit.chart
    places = chart.part("place")
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": clean.plotly(chart.axis),
        "x": list(places),
        "y": list(rows.middle),
        "text": [exhibit.say.number(place) if isinstance(place, (int, float)) else "" for place in places],
        "textfont": {"family": page.FONT, "size": page.SMALL_SIZE, "color": palette.page, "weight": 600},
        "marker": {
            "size": DOT,
            "opacity": 1,
            "line": {"width": 0},
            "color": [palette.accent if accent else palette.actual for accent in _accents(chart)],
        },
        "hovertext": [_told(exhibit, position) for position in range(len(places))],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _told(exhibit: Exhibit, position: int) -> str:
    """What the box over a dot tells: the figures of its row that the chart uses."""
    chart = exhibit.chart
    keys = [chart.parts[part] for part in ("place", "low", "high", "share", "beside") if part in chart.parts]
    columns = [chart.table.columns[chart.table.at(key)] for key in keys]
    figures = [
        f"{column.label}: {column.shown(chart.table.column(column.key)[position], exhibit.say)}" for column in columns
    ]
    return page.hover(str(chart.part("label")[position]), *figures)


def _beside(chart: Chart) -> str:
    """The column that stands at the right of the chart, if any."""
    return chart.parts.get("beside") or chart.parts.get("share") or ""


def _shares(exhibit: Exhibit, rows: Rows, palette: Palette) -> list[Part]:
    """The column at the right: its heading in two lines, and one share (or a word) a row."""
    chart, key = exhibit.chart, _beside(exhibit.chart)
    if not key:
        return []
    column = chart.table.columns[chart.table.at(key)]
    at = {"x": 1, "xanchor": "right", "xshift": SHARE_COLUMN, "align": "right"}
    heading = fit.lines(clean.line(column.label), page.SMALL_SIZE, (SHARE_COLUMN - 16) / fit.INTER_TO_ARIAL)[:2]
    said = "<br>".join(clean.plotly(line) for line in heading)
    figures = [
        page.note(column.shown(value, exhibit.say), y, palette.ink, size=page.LABEL_SIZE, weight=600, **at)
        for value, y in zip(chart.table.column(key), rows.middle, strict=True)
    ]
    return [page.note(said, 10 if len(heading) == 1 else 20, palette.ink3, **at), *figures]
