"""How are shares with their ranges drawn on the page? One bar a row, an earlier share lighter below it."""

from __future__ import annotations

from plotly import graph_objects as go

from lsn_data.exhibit import Chart, Exhibit, Value, clean
from lsn_data.exhibit.beside import columns_beside
from lsn_data.exhibit.course import number
from lsn_data.exhibit.page import beside as page_beside
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part, Rows
from lsn_data.exhibit.palette import Palette

BAR, EARLIER, RANGE = 20, 6, 2
# The earlier bar stands right below the other one; together they stand in the middle of the row.
DOWN = (BAR + EARLIER) / 2 + 1


def figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Bars from zero to the largest share or range, at most to one; what is told beside them at the right."""
    chart = exhibit.chart
    names = [str(label) for label in chart.part("label")]
    rows = page.rows_of([None] * len(names))
    columns = columns_beside(exhibit, names)
    left, right = page.label_width(names), page_beside.room(columns)
    drawn = page.layout(rows.height, left, right, palette)
    drawn["xaxis"]["range"] = [0, longest(chart)]
    drawn["barmode"] = "overlay"
    drawn["shapes"] = [line for y, _ in rows.lines for line in page.rule(y, left, right, palette)] + _base(
        rows, palette
    )
    drawn["annotations"] = [
        *_head(exhibit, palette),
        *page.headings(rows, names, left, palette),
        *page_beside.drawn(columns, rows, palette),
    ]
    earlier = [_earlier(exhibit, rows, palette)] if has_earlier(chart) else []
    return go.Figure(
        {"data": [_bars(exhibit, rows, palette), *earlier, _ranges(chart, rows, palette)], "layout": drawn}
    )


def longest(chart: Chart) -> float:
    """The end of the axis: the largest figure that is drawn."""
    drawn = [number(value) or 0 for part in ("share", "high", "before") for value in chart.part(part)]
    return max([*drawn, 0.05])


def has_earlier(chart: Chart) -> bool:
    """Is there an earlier share to draw?"""
    return any(value is not None for value in chart.part("before"))


def _middle(chart: Chart, y: float) -> float:
    """The middle of the main bar in its row: a little up where an earlier one stands below."""
    return y - (EARLIER / 2 if has_earlier(chart) else 0)


def _bars(exhibit: Exhibit, rows: Rows, palette: Palette) -> Part:
    chart = exhibit.chart
    shares = [number(value) for value in chart.part("share")]
    return {
        **_bar([_middle(chart, y) for y in rows.middle], shares, BAR, colours(chart, palette)),
        "hovertext": [_told(exhibit, at) for at in range(len(shares))],
        "hoverinfo": "text",
    }


def colours(chart: Chart, palette: Palette) -> list[str]:
    """The colour of each bar: the accent for the rows to look at, the same dark grey for all others."""
    return [palette.accent if value == 1 else palette.actual for value in chart.part("leading")]


def _earlier(exhibit: Exhibit, rows: Rows, palette: Palette) -> Part:
    chart = exhibit.chart
    shares = [number(value) for value in chart.part("before")]
    place = [_middle(chart, y) + DOWN for y in rows.middle]
    return {**_bar(place, shares, EARLIER, palette.previous), "hoverinfo": "skip"}


def _bar(y: list[float], x: list[float | None], wide: float, colour: str | list[str]) -> Part:
    return {
        "type": "bar",
        "orientation": "h",
        "x": x,
        "y": y,
        "width": wide,
        "cliponaxis": False,
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _ranges(chart: Chart, rows: Rows, palette: Palette) -> Part:
    """A thin line over the plausible range, lighter than the bar that it runs through."""
    spans = [
        (_middle(chart, y), low, high)
        for y, low, high in zip(rows.middle, chart.part("low"), chart.part("high"), strict=True)
        if low is not None and high is not None
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [x for _, low, high in spans for x in (low, high, None)],
        "y": [value for y, _, _ in spans for value in (y, y, None)],
        "line": {"color": palette.accent_range, "width": RANGE},
    }


def _base(rows: Rows, palette: Palette) -> list[Part]:
    """The base line that all bars start from."""
    top, bottom = rows.middle[0] - page.ROW / 2, rows.middle[-1] + page.ROW / 2
    line = {"color": palette.ink3, "width": 1}
    return [{"type": "line", "xref": "x", "x0": 0, "x1": 0, "yref": "y", "y0": top, "y1": bottom, "line": line}]


def _head(exhibit: Exhibit, palette: Palette) -> list[Part]:
    """What the bars say; where there are earlier ones, what those are."""
    chart = exhibit.chart
    said = [page.note(clean.plotly(chart.axis), 10, palette.ink3)]
    if has_earlier(chart):
        label = chart.table.columns[chart.table.at(chart.parts["before"])].label
        said.append(page.note(clean.plotly(exhibit.say("thin, lighter: {wave}", wave=label)), 34, palette.ink3))
    return said


def _told(exhibit: Exhibit, at: int) -> str:
    """What the box over a bar tells: every figure of the row that the chart uses."""
    chart = exhibit.chart
    keys = [chart.parts[part] for part in ("share", "low", "high", "before") if part in chart.parts]
    columns = [chart.table.columns[chart.table.at(key)] for key in keys]
    values: list[Value] = [chart.table.column(column.key)[at] for column in columns]
    said = [f"{c.label}: {c.shown(v, exhibit.say)}" for c, v in zip(columns, values, strict=True) if v is not None]
    return page.hover(str(chart.part("label")[at]), *said)
