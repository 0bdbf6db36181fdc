"""What is drawn within the cells of a table on a slide? A place with its range, two shares on one track, a course.

Native shapes left of the cell's words: as on the page, they show what the words say. What a drawing tells with its
figures needs no column of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.course import number
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.text import Area

# The centimetres that each drawing takes, and what parts it from the words at its right.
WIDE, APART = {"place": 2.5, "voice": 2.7, "course": 1.4}, 0.3
# Where there is no room for all drawings, these are left out first.
CHOICES = (("place", "voice", "course"), ("place", "voice"), ("place",))
DOT, BAR, BOX, LAST = 0.3, 0.17, 0.26, 0.16
NEEDED = {"place": ("place", "low", "high"), "voice": ("voice", "voice low", "voice high", "effort"), "course": ()}


def drawn_in(exhibit: Exhibit) -> dict[str, str]:
    """Which drawing stands in which column, by the key of the column."""
    chart = exhibit.chart
    known = {column.key for column in exhibit.table.columns}
    if chart.kind != "table" or len(chart.table.rows) != len(exhibit.table.rows):
        return {}
    return {chart.parts[kind]: kind for kind in WIDE if chart.parts.get(kind) in known and _any(exhibit, kind)}


def _any(exhibit: Exhibit, kind: str) -> bool:
    """Is there anything to draw in any row?"""
    if kind == "course":
        return any(len(_values(exhibit, at)) > 1 for at in range(len(exhibit.table.rows)))
    complete = (exhibit.chart.scale or 0) > 1 or kind != "place"
    return complete and any(_figures(exhibit, kind, at) for at in range(len(exhibit.table.rows)))


def lead(kind: str) -> float:
    """The centimetres left of the words of a cell."""
    return WIDE[kind] + APART


def choices(exhibit: Exhibit) -> list[dict[str, str]]:
    """Which drawings a table may hold: all of them, fewer, none; what is worth most stays longest."""
    drawn = drawn_in(exhibit)
    found = [{key: kind for key, kind in drawn.items() if kind in kinds} for kinds in (*CHOICES, ())]
    return [one for at, one in enumerate(found) if one not in found[:at]]


def told(exhibit: Exhibit, drawn: Mapping[str, str]) -> set[str]:
    """The columns whose figures the drawing of a place tells beside it; none where places have no range."""
    host = exhibit.chart.parts.get("place")
    if host not in drawn or not _has_ranges(exhibit):
        return set()
    return {column.key for column in exhibit.table.columns if column.under == host}


def _has_ranges(exhibit: Exhibit) -> bool:
    """Does any place have a range? Published ones have none: there, place, low and high are one."""
    rows = (_figures(exhibit, "place", at) for at in range(len(exhibit.table.rows)))
    return any(len(set(row)) > 1 for row in rows)


def words(exhibit: Exhibit, at: int, kind: str | None, said: str) -> str:
    """What a cell says: a place with its range, `2 (1–3)`; everything else as it stands."""
    if kind != "place" or not _has_ranges(exhibit) or not (figures := _figures(exhibit, "place", at)):
        return said
    place, low, high = (exhibit.say.number(one) for one in figures)
    return f"{place}\u00a0({low})" if low == high else f"{place}\u00a0({low}–{high})"


def _figures(exhibit: Exhibit, kind: str, at: int) -> tuple[float, ...]:
    """The figures of a drawing in a row; nothing where one is missing."""
    found = [number(exhibit.chart.part(name)[at]) for name in NEEDED[kind]]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _values(exhibit: Exhibit, at: int) -> list[float]:
    said = exhibit.chart.part("course")[at]
    return [float(one) for one in str(said).split()] if said else []


def draw(slide: Any, exhibit: Exhibit, at: int, kind: str, cell: Area) -> None:
    """One drawing at the left of a cell's first line, as a group of its own."""
    middle, left = cell.y + cell.high / 2, cell.x
    group = slide.shapes.add_group_shape()
    group.name = exhibit.say("Drawing")
    if kind == "course":
        _course(group, _values(exhibit, at), Area(left, cell.y, WIDE[kind], cell.high))
    elif figures := _figures(exhibit, kind, at):
        _line(group, (left, middle), (left + WIDE[kind], middle), LIGHT.hairline, 0.75)
        (_place if kind == "place" else _shares)(group, exhibit, at, figures, left, middle)
    if not len(group.shapes):
        slide.shapes._element.remove(group._element)


def _place(group: Any, exhibit: Exhibit, at: int, figures: Sequence[float], left: float, middle: float) -> None:
    """A dot on a bar over the plausible places; a ring where the row is of another kind."""
    scale, inner = exhibit.chart.scale or 2, WIDE["place"] - DOT
    place, low, high = (left + DOT / 2 + (one - 1) / (scale - 1) * inner for one in figures)
    _bar(group, low, high, middle)
    hollow = bool(exhibit.chart.part("hollow")[at])
    _spot(group, MSO_SHAPE.OVAL, place, middle, DOT, LIGHT.page if hollow else LIGHT.accent, LIGHT.accent)


def _shares(group: Any, exhibit: Exhibit, at: int, figures: Sequence[float], left: float, middle: float) -> None:
    """A share with its range as dot and bar, the other one as an open box, on a track that all rows have alike."""
    del at
    every = [figure for row in range(len(exhibit.table.rows)) for figure in _figures(exhibit, "voice", row)]
    inner = (WIDE["voice"] - DOT) / (max(every) or 1)
    voice, low, high, effort = (left + DOT / 2 + one * inner for one in figures)
    _bar(group, low, high, middle)
    _spot(group, MSO_SHAPE.RECTANGLE, effort, middle, BOX, LIGHT.page, LIGHT.ink)
    _spot(group, MSO_SHAPE.OVAL, voice, middle, DOT * 0.85, LIGHT.accent, LIGHT.accent)


def _course(group: Any, values: Sequence[float], area: Area) -> None:
    """A line through the values with a dot at its end (two values: two dots): the direction, not the size."""
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    top, room = area.y + 0.12, area.high - 0.24
    down = [top + room * (0.5 if high == low else (high - one) / (high - low)) for one in values]
    across = [area.x + LAST / 2 + at * (area.wide - LAST) / (len(values) - 1) for at in range(len(values))]
    points = list(zip(across, down, strict=True))
    if len(values) > 2:
        for start, end in pairwise(points):
            _line(group, start, end, LIGHT.actual, 1.5)
    for x, y in [*points[:1], points[-1]] if len(values) == 2 else points[-1:]:
        _spot(group, MSO_SHAPE.OVAL, x, y, LAST, LIGHT.actual, LIGHT.actual)


def _bar(group: Any, low: float, high: float, middle: float) -> None:
    area = Area(low - BAR / 2, middle - BAR / 2, high - low + BAR, BAR)
    shape = text.plain(group.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *area.emu))
    shape.adjustments[0] = 0.5
    _fill(shape, LIGHT.accent_range, LIGHT.accent_range)


def _spot(group: Any, kind: Any, x: float, y: float, size: float, fill: str, edge: str) -> None:
    """A dot or a box around its middle."""
    _fill(text.plain(group.shapes.add_shape(kind, *Area(x - size / 2, y - size / 2, size, size).emu)), fill, edge)


def _fill(shape: Any, fill: str, edge: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = text.rgb(fill)
    shape.line.color.rgb, shape.line.width = text.rgb(edge), Pt(1.25)


def _line(group: Any, start: tuple[float, float], end: tuple[float, float], colour: str, wide: float) -> None:
    ends = (Cm(one) for one in (*start, *end))
    line = text.plain(group.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    line.line.color.rgb, line.line.width = text.rgb(colour), Pt(wide)
