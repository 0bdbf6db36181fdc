"""How does a flow stand on a slide? Boxes in columns, bands between them as wide as what flows; all of it shapes.

A flow with more boxes than can be read leaves as the table of its ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, alt, clean, fit
from lsn_data.exhibit import flow as flows
from lsn_data.exhibit.flow import Band, Box, Layout, Measures
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import parts, text
from lsn_data.exhibit.slide.rows import CHART, WHOLE_WIDTH
from lsn_data.exhibit.slide.shapes import Step, freeform, regroup
from lsn_data.exhibit.slide.text import Area, Style

MOST_BOXES, MOST_LINES, SIZES = 12, (5, 3, 2, 1), (14, 13, 12, 11, 10)
TOP, HIGH, BOTTOM = 5.1, 10.3, 15.4
# A box's share of its column's width; the room in a box beside its text: edge, sides, figure (centimetres).
BOX_SHARE, EDGE, SIDE, FIGURE, AROUND, BETWEEN = 0.72, 0.09, 0.2, 0.8, 0.2, 0.22
OPAQUE = 0.42


def is_drawn(exhibit: Exhibit) -> bool:
    """Can its boxes be read on one slide?"""
    return _standing(exhibit) is not None


def _standing(exhibit: Exhibit) -> tuple[Layout, Measures] | None:
    """Where everything stands, in the largest type in which every name is whole; else with the fewest of them cut."""
    tried = (_in_type(exhibit, size, lines) for size in SIZES for lines in MOST_LINES)
    found = [one for one in tried if one]
    whole = (one for one in found if not _cut(*one))
    return next(whole, min(found, key=lambda one: _cut(*one), default=None))


def _cut(found: Layout, measures: Measures) -> int:
    """How many names are cut, or hold a word that had to be broken."""
    boxes = [box for column in found.columns for box in column]
    rooms = [
        [fit.width(word, measures.size, bold=box.end) > measures.room for word in box.label.split(" ")] for box in boxes
    ]
    return sum(box.lines[-1].endswith("…") or any(broken) for box, broken in zip(boxes, rooms, strict=True))


def _in_type(exhibit: Exhibit, size: float, lines: int) -> tuple[Layout, Measures] | None:
    stages = len({int(stage) for stage in exhibit.chart.part("stage") if isinstance(stage, (int, float))}) + 1
    box = WHOLE_WIDTH / (stages - 1 + BOX_SHARE) * BOX_SHARE if stages > 1 else 8.0
    room = (box - EDGE - 2 * SIDE - FIGURE) * text.POINTS_PER_CM
    line = size * fit.LINE_HEIGHT / text.POINTS_PER_CM
    measures = Measures(WHOLE_WIDTH, box, line, AROUND, BETWEEN, HIGH, lines, size, room, fixed=True)
    found = flows.layout(exhibit, measures)
    readable = found.columns and max(map(len, found.columns)) <= MOST_BOXES
    return (found, measures) if readable else None


def flow(slide: Any, exhibit: Exhibit) -> tuple[str, ...]:
    """The bands and the boxes over them as one group; returns the names that had to be cut, in full."""
    standing = _standing(exhibit)
    if standing is None:
        return ()
    found, measures = standing
    group = slide.shapes.add_group_shape()
    for band in found.bands:
        _band(group, band, found, measures, exhibit.say("Flow"))
    cut: list[str] = []
    for at, column in enumerate(found.columns):
        for box in column:
            cut += _box(group, box, CHART.x + found.x[at], measures, exhibit)
    regroup(group)
    parts.describe(group, exhibit.title, alt.told(exhibit))
    return tuple(dict.fromkeys(cut))


def _band(group: Any, band: Band, found: Layout, measures: Measures, name: str) -> None:
    """A closed curve from the right edge of one box to the left edge of another."""
    left, right = CHART.x + found.x[band.column] + measures.box, CHART.x + found.x[band.column + 1]
    middle, start, end = (left + right) / 2, TOP + band.left, TOP + band.right
    steps: list[Step] = [
        ("M", ((left, start),)),
        ("C", ((middle, start), (middle, end), (right, end))),
        ("L", ((right, end + band.high),)),
        ("C", ((middle, end + band.high), (middle, start + band.high), (left, start + band.high))),
    ]
    colour = LIGHT.accent_range if band.end else LIGHT.previous
    freeform(group.shapes, [steps], name, colour, opaque=OPAQUE)


def _box(group: Any, box: Box, x: float, measures: Measures, exhibit: Exhibit) -> Iterator[str]:
    """A box with its name at the left and its figure at the right; dashed in the accent where the way ends."""
    area = Area(x, TOP + box.top, measures.box, box.high)
    colour = LIGHT.accent if box.end else LIGHT.ink
    shape = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *area.emu))
    shape.name = clean.shortened(box.label, 60) or " "
    shape.fill.solid()
    shape.fill.fore_color.rgb = text.rgb(LIGHT.page if box.end else LIGHT.panel)
    if box.end:
        shape.line.color.rgb, shape.line.width = text.rgb(LIGHT.accent), Pt(0.75)
        shape.line.dash_style = MSO_LINE.DASH
    else:
        shape.line.fill.background()
    style = Style(measures.size, colour, bold=box.end, anchor=text.MIDDLE)
    text.write(shape.text_frame, [" ".join(box.lines)], style, exhibit.say)
    shape.text_frame.margin_left, shape.text_frame.margin_right = Cm(EDGE + SIDE), Cm(SIDE + FIGURE)
    edge = text.plain(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Area(area.x, area.y, EDGE, area.high).emu))
    edge.name = exhibit.say("Line")
    edge.fill.solid()
    edge.fill.fore_color.rgb = text.rgb(LIGHT.accent if box.end else LIGHT.actual)
    edge.line.fill.background()
    if box.figure:
        place = Area(area.x + area.wide - SIDE - FIGURE, area.y, FIGURE, area.high)
        figure = Style(measures.size, colour, bold=True, align=text.RIGHT, anchor=text.MIDDLE)
        text.box(group.shapes, place, box.figure, figure, exhibit.say, f"{shape.name}: {box.figure}"[:60])
    if box.lines[-1].endswith("…"):
        yield f"{' '.join(box.lines)} = {box.label}"
