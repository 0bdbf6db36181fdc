"""Where do the rows of a chart stand on the page, and in which type are they set?

Charts with a row for each theme share this geometry, so that two of them can stand side by side. The vertical
axis runs in pixels from the top: one unit is one pixel, whatever the width of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import clean, fit
from lsn_data.exhibit.palette import Palette

FONT = "Inter, Arial, sans-serif"
HEAD, ROW, GROUP_HEAD, GROUP_GAP, FOOT = 52, 43, 30, 12, 8
LABEL_SIZE, SMALL_SIZE = 13, 12
WIDEST_LABEL, NARROWEST_LABEL = 210, 90
Part = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """`middle` of each row, the `lines` between groups with their headings, and the whole `height`, in pixels."""

    middle: tuple[float, ...]
    lines: tuple[tuple[float, str], ...]
    height: float


def rows_of(groups: Sequence[str | None]) -> Rows:
    """The rows of a chart whose rows belong to these groups (None or empty: no group).

    >>> rows_of(["Leading", "Leading", "Trailing"]).lines
    ((82, 'Leading'), (210, 'Trailing'))
    >>> rows_of([None, None]).height
    146
    """
    top, middle, lines = HEAD, [], []
    for position, group in enumerate(groups):
        if position == 0 or group != groups[position - 1]:
            top += (GROUP_GAP if position else 0) + (GROUP_HEAD if group else 0)
            lines.append((top, group or ""))
        middle.append(top + ROW / 2)
        top += ROW
    return Rows(tuple(middle), tuple(lines), top + FOOT)


def label_width(labels: Sequence[str]) -> int:
    """The width of the column of labels: as wide as the longest, within bounds."""
    longest = max((fit.width(label, LABEL_SIZE, bold=True) for label in labels), default=0)
    return round(min(max(longest * fit.INTER_TO_ARIAL + 28, NARROWEST_LABEL), WIDEST_LABEL))


def label_lines(label: str, wide: float) -> str:
    """A label broken into at most two lines for Plotly; what is longer ends in an ellipsis."""
    room = (wide - 20) / fit.INTER_TO_ARIAL
    broken = fit.lines(clean.line(label), LABEL_SIZE, room, bold=True)
    if len(broken) > 2:
        broken = [broken[0], fit.cut(" ".join(broken[1:]), LABEL_SIZE, room, bold=True)]
    return "<br>".join(clean.plotly(line) for line in broken)


def note(text: str, y: float, colour: str, **more: Any) -> Part:
    """A text at the left edge of the plot; `more` overrides where and how it stands."""
    font = {
        "family": FONT,
        "size": more.pop("size", SMALL_SIZE),
        "color": colour,
        "weight": more.pop("weight", 400),
    }
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yref": "y", "yanchor": "middle"}
    return {**place, "text": text, "showarrow": False, "font": font, "align": "left", **more}


def rule(y: float, left: float, right: float, palette: Palette) -> list[Part]:
    """A hairline over the plot and over `left` and `right` pixels beyond it."""
    line = {"type": "line", "yref": "y", "y0": y, "y1": y, "layer": "below"}
    drawn = {**line, "line": {"color": palette.hairline, "width": 1}, "xref": "paper"}
    outside = {**drawn, "xsizemode": "pixel"}
    return [
        {**drawn, "x0": 0, "x1": 1},
        {**outside, "xanchor": 0, "x0": -left, "x1": 0},
        {**outside, "xanchor": 1, "x0": 0, "x1": right},
    ]


def headings(rows: Rows, labels: Sequence[str], left: float, palette: Palette) -> list[Part]:
    """The names of the groups above their hairlines and the labels of the rows, `left` pixels from the plot."""
    at = {"xshift": -left}
    names = [note(clean.plotly(name), y - 12, palette.ink3, **at) for y, name in rows.lines if name]
    said = [
        note(label_lines(label, left), y, palette.ink, size=LABEL_SIZE, weight=600, **at)
        for label, y in zip(labels, rows.middle, strict=True)
    ]
    return names + said


def layout(height: float, left: float, right: float, palette: Palette) -> Part:
    """A figure without grid, axes, legend or margins of its own; transparent; fonts and hover set explicitly."""
    bare = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return {
        "height": height,
        "margin": {"l": left, "r": right, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "font": {"family": FONT, "size": SMALL_SIZE, "color": palette.ink2},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.panel,
            "bordercolor": palette.previous,
            "font": {"family": FONT, "size": SMALL_SIZE, "color": palette.ink},
            "align": "left",
        },
        "xaxis": dict(bare),
        "yaxis": {**bare, "range": [height, 0]},
        "modebar": {"remove": ["zoom", "pan", "select", "lasso", "zoomin", "zoomout", "autoscale", "reset", "toimage"]},
    }


def hover(*said: str) -> str:
    """Lines of a hover box; the first in bold. Texts are escaped here."""
    first, *others = (clean.plotly(clean.shortened(text, 120)) for text in said if text)
    return "<br>".join([f"<b>{first}</b>", *others])
