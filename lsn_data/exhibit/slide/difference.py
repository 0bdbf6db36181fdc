"""How is a difference drawn that a message tells? As an accent arrow between the two marks, with its words beside it.

The arrow's ends stand exactly at the two values; where there is no room for it, or a value is missing, none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm, Pt

from lsn_data.exhibit import Difference, Exhibit, clean, fit
from lsn_data.exhibit.course import number
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import parts, text
from lsn_data.exhibit.slide.rows import Slots
from lsn_data.exhibit.slide.text import Area, Style

SIZES = (14, 13, 12, 11, 10)
# Centimetres: an arrow shorter than this is only its head; the words beside an upright one are this wide at most.
SHORTEST, GAP, WORDS_AT_MOST, BEFORE_ARROW = 0.4, 0.25, 3.6, 0.45
Point = tuple[float, float]


def ends_of(exhibit: Exhibit, part: str) -> tuple[float, float] | None:
    """The two values of the chart's difference; None without one, or where a value is missing."""
    found = exhibit.chart.difference
    if found is None or not clean.line(found.said):
        return None
    start = number(exhibit.chart.part(found.start_part or part)[found.start])
    end = number(exhibit.chart.part(found.end_part or part)[found.end])
    return None if start is None or end is None or start == end else (start, end)


def across(slide: Any, exhibit: Exhibit, slots: Slots, ends: Point, covered: float) -> None:
    """An arrow between two bars or dots of rows: in the empty slot over the lower one, else in the gap over it.

    `ends` are where the marks end, in centimetres from the slide's left edge; `covered` is the share of a slot's height
    that its marks take.
    """
    found = exhibit.chart.difference
    if found is None or abs(ends[1] - ends[0]) < SHORTEST:
        return
    at = [slots.rows.index(row) for row in (found.start, found.end)]
    upper, lower = min(at), max(at)
    empty = lower > upper and slots.rows[lower - 1] is None
    y = slots.area.y + (lower - 0.5 if empty else lower if lower > upper else lower + 1) * slots.high
    free = slots.high if empty else slots.high * (1 - covered)
    left, right = max(ends) + GAP, slots.area.x + slots.area.wide
    words = _words(found, Area(left, y - free / 2, right - left, free))
    if words is None:
        return
    marks = [_edge_of(slots, slot, y, covered) for slot in at]
    _draw(slide, exhibit, ((ends[0], y), (ends[1], y)), list(zip(ends, marks, strict=True)), words)


def _edge_of(slots: Slots, slot: int, y: float, covered: float) -> float:
    """The edge of a slot's marks that lies nearer to a height."""
    middle = slots.area.y + (slot + 0.5) * slots.high
    return middle + (covered / 2 if y > middle else -covered / 2) * slots.high


def room(exhibit: Exhibit, part: str) -> float:
    """The centimetres that an upright arrow with its words takes at the right of a chart; 0 where there is none."""
    found = exhibit.chart.difference
    if found is None or ends_of(exhibit, part) is None:
        return 0.0
    said = fit.width(clean.line(found.said), SIZES[1], bold=True) / text.POINTS_PER_CM + 0.1
    return BEFORE_ARROW + GAP + min(said, WORDS_AT_MOST)


def words_room(exhibit: Exhibit, part: str) -> float:
    """The centimetres that the words of an arrow between rows take beside the longer mark; 0 where there are none."""
    taken = room(exhibit, part)
    return taken - BEFORE_ARROW + GAP if taken else 0.0


def upright(slide: Any, exhibit: Exhibit, heights: Point, marks: Point, x: float, edge: float) -> None:
    """An arrow at `x` between the heights of two columns or points that end at `marks`; words reach up to `edge`."""
    found = exhibit.chart.difference
    if found is None or abs(heights[1] - heights[0]) < SHORTEST:
        return
    middle, high = sum(heights) / 2, 2.0
    words = _words(found, Area(x + GAP, middle - high / 2, edge - x - GAP, high), lines=3)
    if words is not None:
        ends = (x, heights[0]), (x, heights[1])
        _draw(slide, exhibit, ends, list(zip(marks, heights, strict=True)), words)


def _words(found: Difference, area: Area, lines: int = 1) -> tuple[str, float, Area] | None:
    """The words, their size and the box that they need, in the middle of the area; None where they find no room."""
    said = clean.line(found.said)
    for size in SIZES:
        line = size * fit.LINE_HEIGHT / text.POINTS_PER_CM
        broken = fit.lines(said, size, max(area.points[0], 1), bold=True)
        whole = all(fit.width(word, size, bold=True) <= area.points[0] for word in said.split(" "))
        # A line of text may reach a little into the free room around it: capitals do not fill its height.
        if whole and len(broken) <= lines and len(broken) * line <= area.high + 0.1:
            high = len(broken) * line + 0.02
            return said, size, Area(area.x, area.y + (area.high - high) / 2, area.wide, high)
    return None


def _draw(
    slide: Any, exhibit: Exhibit, ends: tuple[Point, Point], marks: Sequence[Point], words: tuple[str, float, Area]
) -> None:
    """The arrow, a dotted line from each mark to its end, and the words, as one group."""
    said, size, area = words
    group = slide.shapes.add_group_shape()
    for mark, end in zip(marks, ends, strict=True):
        if abs(mark[0] - end[0]) + abs(mark[1] - end[1]) > 0.05:
            guide = _line(group, mark, end, exhibit.say("Line"))
            guide.line.dash_style, guide.line.width = MSO_LINE.ROUND_DOT, Pt(1.25)
    arrow = _line(group, *ends, exhibit.say("Distance"))
    arrow.line.width = Pt(2)
    head = f'<a:tailEnd {nsdecls("a")} type="arrow" w="med" len="med"/>'
    arrow.line._get_or_add_ln().append(parse_xml(head))
    style = Style(size, LIGHT.accent, bold=True, anchor=text.MIDDLE)
    text.box(group.shapes, area, said, style, exhibit.say, clean.shortened(said, 60))
    parts.describe(group, exhibit.say("Distance"), said)


def _line(group: Any, start: Point, end: Point, name: str) -> Any:
    ends = (Cm(one) for one in (*start, *end))
    line = text.plain(group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    line.name = name
    line.line.color.rgb = text.rgb(LIGHT.accent)
    return line
