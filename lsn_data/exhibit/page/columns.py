"""How are columns drawn on the page? From one base line, their figures at them, filled by what they are."""

from __future__ import annotations

from plotly import graph_objects as go

from lsn_data.exhibit import Column, Exhibit, clean, fit
from lsn_data.exhibit import columns as cols
from lsn_data.exhibit.columns import Columns, Fill, Lane
from lsn_data.exhibit.contrast import ink_on
from lsn_data.exhibit.course import years
from lsn_data.exhibit.page import rows as page
from lsn_data.exhibit.page.rows import Part
from lsn_data.exhibit.palette import Palette

HEIGHT, FOOT, LINE = 330, 46, 16
AXIS_AT, KEY_AT, KEY_HIGH, LABEL_HIGH = 10, 36, 28, 22
# How wide the plot is on a usual screen: only the room for texts is judged by it.
PLOT = 900
WIDEST, SHARE, GAP, EDGE = 56, 0.64, 0.06, 1.5
SEGMENT_FROM = 15


def figure(exhibit: Exhibit, palette: Palette) -> go.Figure:
    """Columns in their own unit above and below the base line; texts are set in pixels from the top."""
    found = cols.columns_of(exhibit.chart, exhibit.say)
    key = cols.key_of(exhibit, found, palette)
    scale = _Scale(found, AXIS_AT + LABEL_HIGH + (KEY_HIGH if key else 0) + 8)
    drawn = page.layout(HEIGHT, 0, 0, palette)
    drawn["xaxis"]["range"] = [-0.5, found.slots - 0.5]
    drawn["yaxis"]["range"] = [scale.value(HEIGHT), scale.value(0)]
    drawn["barmode"] = "relative" if found.stacked else "overlay"
    shapes, names = _key(key, scale, palette)
    drawn["shapes"] = [_base(found, palette), *shapes]
    drawn["annotations"] = [
        page.note(clean.plotly(exhibit.chart.axis), scale.value(AXIS_AT), palette.ink3),
        *names, *_labels(found, scale, palette), *_figures(exhibit, found, scale, palette),
    ]  # fmt: skip
    return go.Figure({"data": [_lane(exhibit, found, at, scale, palette) for at in range(len(found.lanes))],
                      "layout": drawn})  # fmt: skip


class _Scale:
    """From pixels below the top to values and back; room for a figure above the highest and below the lowest."""

    def __init__(self, found: Columns, top: float) -> None:
        hangs = found.smallest < 0
        self.labels = HEIGHT - FOOT - (LINE if any(found.under) else 0)
        self.top, self.foot = top, self.labels - (LABEL_HIGH if hangs else 0)
        self.largest, self.smallest = found.largest, found.smallest
        self.unit = (self.foot - self.top) / (self.largest - self.smallest)

    def value(self, pixels: float) -> float:
        return self.largest - (pixels - self.top) / self.unit

    def pixels(self, value: float) -> float:
        return self.top + (self.largest - value) * self.unit


def _slot(found: Columns) -> float:
    """The width of a label's place in pixels."""
    return PLOT / found.slots


def _lane_width(found: Columns) -> float:
    """The width of one column, as a share of its label's place."""
    return cols.lane_width(found, SHARE, WIDEST / _slot(found))


def _across(found: Columns, lane: int, at: int) -> float:
    """Where the middle of a column stands."""
    return cols.across(found, lane, at, _lane_width(found))


def _lane(exhibit: Exhibit, found: Columns, position: int, scale: _Scale, palette: Palette) -> Part:
    """The columns of one series; each carries the row of the chart's table that it draws."""
    lane, column = found.lanes[position], cols.value_column(exhibit.chart)
    told = [(at, cell) for at, cell in enumerate(lane.cells) if cell]
    fills = [cols.fill_of(cell, lane, len(found.lanes) > 1, palette) for _, cell in told]
    inside = found.stacked
    return {
        "type": "bar",
        "name": clean.plotly(lane.name),
        "x": [_across(found, position, at) for at, _ in told],
        "y": [cell.value for _, cell in told],
        "customdata": [cell.row for _, cell in told],
        "width": _lane_width(found) * (1 if inside else 1 - GAP),
        "marker": _marker(fills, inside, palette),
        "text": [column.shown(cell.value, exhibit.say) if inside and _fits(cell.value, scale) else ""
                 for _, cell in told],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {
            "family": page.FONT, "size": page.SMALL_SIZE,
            "color": [ink_on(fill.inside) if fill.inside else palette.ink for fill in fills],
        },
        "hovertext": [
            page.hover(found.labels[at], f"{lane.name or column.label}: {column.shown(cell.value, exhibit.say)}")
            for at, cell in told
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }  # fmt: skip


def _fits(value: float, scale: _Scale) -> bool:
    return abs(value) * scale.unit >= SEGMENT_FROM


def _marker(fills: list[Fill], stacked: bool, palette: Palette) -> Part:
    """Fill, edge and hatching of each column; parts of a stack are set apart by the colour of the page."""
    solid = [fill.inside == fill.edge for fill in fills]
    return {
        "color": [fill.inside or cols.CLEAR for fill in fills],
        "line": {
            "color": [
                palette.page if stacked and plain else fill.edge for fill, plain in zip(fills, solid, strict=True)
            ],
            "width": [(1.2 if stacked else 0) if plain else EDGE for plain in solid],
        },
        "pattern": {
            "shape": ["/" if fill.hatched else "" for fill in fills],
            "fgcolor": [fill.edge for fill in fills],
            "fgopacity": 1,
            "size": 5,
            "solidity": 0.2,
        },
    }


def _base(found: Columns, palette: Palette) -> Part:
    line = {"color": palette.ink3, "width": 1}
    end = len(found.labels) - 0.5
    return {"type": "line", "xref": "x", "x0": -0.5, "x1": end, "yref": "y", "y0": 0, "y1": 0, "line": line}


def _labels(found: Columns, scale: _Scale, palette: Palette) -> list[Part]:
    """The labels under all columns, with what is said below them."""
    slot = _slot(found) / fit.INTER_TO_ARIAL
    named = cols.named_labels(found.labels, page.SMALL_SIZE, slot)
    y = scale.value(scale.labels + 8)
    return [
        page.note(
            _lines(found, at, slot), y, palette.ink3,
            x=at, xref="x", xanchor="center", yanchor="top", align="center",
        )
        for at in sorted(named)
    ]  # fmt: skip


def _lines(found: Columns, at: int, slot: float) -> str:
    """A label on at most two lines, years on one, with what is said below it and under it."""
    said, room = clean.line(found.labels[at]), max(slot - 6, 20)
    more = [text for text in (found.below[at], clean.line(found.under[at])) if text]
    lines = [said] if years([said]) else fit.lines(said, page.SMALL_SIZE, room)
    if len(lines) > max(2 - len(more), 1):
        kept = lines[: max(1 - len(more), 0)]
        lines = [*kept, fit.cut(" ".join(lines[len(kept) :]), page.SMALL_SIZE, room)]
    return "<br>".join(clean.plotly(line) for line in (*lines, *more))


def _figures(exhibit: Exhibit, found: Columns, scale: _Scale, palette: Palette) -> list[Part]:
    """The figures at the ends of columns; over a stack its total, under it what hangs."""
    column, say = cols.value_column(exhibit.chart), exhibit.say
    if found.stacked:
        return _over_stacks(exhibit, found, column, scale, palette)
    said = [[column.shown(cell.value, say) if cell else "" for cell in lane.cells] for lane in found.lanes]
    kept = cols.named_columns(found, said, page.SMALL_SIZE, _slot(found) / fit.INTER_TO_ARIAL)
    return [
        _figure_at(said[lane][at], _across(found, lane, at), cell.value, scale, palette.ink)
        for lane, at in sorted(kept)
        if (cell := found.lanes[lane].cells[at])
    ]


def _over_stacks(exhibit: Exhibit, found: Columns, column: Column, scale: _Scale, palette: Palette) -> list[Part]:
    """Totals over stacks; a part that stands alone on its side and is too thin for its figure has it at its end."""
    texts = []
    for at, total in enumerate(found.totals):
        if total is not None:
            top = max(found.stack(at, 1), total)
            texts.append(_figure_at(column.shown(total, exhibit.say), at, top, scale, palette.ink, 600))
        for sign in (1, -1) if total is None else (-1,):
            alone = [cell for cell in _cells(found.lanes, at) if cell.value * sign > 0]
            if len(alone) == 1 and not _fits(alone[0].value, scale):
                said = column.shown(alone[0].value, exhibit.say)
                texts.append(_figure_at(said, at, alone[0].value, scale, palette.ink2))
    return texts


def _cells(lanes: tuple[Lane, ...], at: int) -> list[cols.Cell]:
    return [cell for lane in lanes if (cell := lane.cells[at])]


def _figure_at(said: str, x: float, value: float, scale: _Scale, ink: str, weight: int = 400) -> Part:
    """A figure above a column, or below one that hangs."""
    y = scale.value(scale.pixels(value) + (10 if value < 0 else -10))
    return page.note(clean.plotly(said), y, ink, x=x, xref="x", xanchor="center", weight=weight)


def _key(key: list[tuple[Fill, str]], scale: _Scale, palette: Palette) -> tuple[list[Part], list[Part]]:
    """The key as one row of small boxes with their names: (shapes, texts)."""
    shapes, texts, at = [], [], 0.0
    room = PLOT / max(len(key), 1) / fit.INTER_TO_ARIAL - 40
    y0, y1 = scale.value(KEY_AT - 5), scale.value(KEY_AT + 5)
    for fill, name in key:
        shapes.append({
            "type": "rect", "xref": "paper", "xsizemode": "pixel", "xanchor": 0, "x0": at, "x1": at + 10,
            "yref": "y", "y0": y0, "y1": y1, "fillcolor": fill.inside or cols.CLEAR,
            "line": {"color": fill.edge, "width": 1},
        })  # fmt: skip
        said = fit.cut(clean.line(name), page.SMALL_SIZE, room)
        texts.append(page.note(clean.plotly(said), scale.value(KEY_AT), palette.ink2, xshift=at + 15))
        at += 15 + fit.width(said, page.SMALL_SIZE) * fit.INTER_TO_ARIAL + 22
    return shapes, texts
