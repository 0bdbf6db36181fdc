"""How much room does a text on a saved slide take? Measured with the type that it is set in, box by box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from lsn_data.exhibit import fit

# A point more is what programs round; two texts that share no more than this do not touch.
SLACK, TOUCH = 1.0, 1.5
FOOT_TOP = 17.3


@dataclass(frozen=True)
class Ink:
    """Where a text stands, in points from the slide's upper left corner."""

    name: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Ink) -> bool:
        """Do both share more than an edge?"""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > TOUCH and high > TOUCH


def leaves(shapes: Any) -> Iterator[Any]:
    """All shapes, also those inside groups."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from leaves(shape.shapes)
        else:
            yield shape


def texts(slide: Any) -> list[Any]:
    """All shapes that hold a text."""
    return [one for one in leaves(slide.shapes) if one.has_text_frame and one.text_frame.text.strip()]


def size_of(paragraph: Any) -> float:
    return max((float(run.font.size.pt) for run in paragraph.runs if run.font.size), default=12.0)


def room_of(shape: Any) -> float:
    """The width inside a box, in points."""
    frame = shape.text_frame
    return float(shape.width.pt - frame.margin_left.pt - frame.margin_right.pt)


def high_of(frame: Any, room: float) -> float:
    """The height of all paragraphs in a room of this width."""
    total = 0.0
    for at, one in enumerate(frame.paragraphs):
        gap = one.space_before.pt if at and one.space_before else 0
        bold = any(run.font.bold for run in one.runs)
        total += fit.height([one.text], size_of(one), room + 0.5, bold) + gap
    return total


def spilled(slide: Any) -> list[str]:
    """The texts that are higher than their box, or hold a word that it breaks."""
    found = []
    for shape in texts(slide):
        frame = shape.text_frame
        free = shape.height.pt - frame.margin_top.pt - frame.margin_bottom.pt
        if high_of(frame, room_of(shape)) > free + SLACK:
            found.append(f"{shape.name}: {frame.text[:40]!r} needs {high_of(frame, room_of(shape)):.0f} of {free:.0f}")
    return found + [said for shape in slide.shapes if shape.has_table for said in _cells_spilled(shape.table)]


def _cells(table: Any) -> Iterator[tuple[Any, Any, float]]:
    """(row, cell, room) of each cell; one that spans several columns has the room of all of them."""
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            wide = sum(table.columns[at + more].width.pt for more in range(cell.span_width or 1))
            yield row, cell, wide - cell.margin_left.pt - cell.margin_right.pt


def _cells_spilled(table: Any) -> Iterator[str]:
    for row, cell, room in _cells(table):
        free = row.height.pt - cell.margin_top.pt - cell.margin_bottom.pt
        if high_of(cell.text_frame, room) > free + SLACK:
            yield f"cell {cell.text[:40]!r} needs {high_of(cell.text_frame, room):.0f} of {free:.0f}"


def broken(slide: Any) -> list[str]:
    """Words that are wider than their box or cell, so that they break anywhere."""
    found = []
    for shape in texts(slide):
        found += _wide_words(shape.text_frame, room_of(shape))
    for table in (shape.table for shape in slide.shapes if shape.has_table):
        for _, cell, room in _cells(table):
            found += _wide_words(cell.text_frame, room)
    return found


def _wide_words(frame: Any, room: float) -> Iterator[str]:
    for one in frame.paragraphs:
        bold = any(run.font.bold for run in one.runs)
        for word in one.text.replace("-", "- ").split():
            if fit.width(word, size_of(one), bold) > room + 1:
                yield f"{word!r} in {room:.0f} pt"


def small(slide: Any, smallest: float) -> list[str]:
    """Texts above the foot in a smaller type, also those of charts and tables."""
    found = []
    for shape in texts(slide):
        if shape.top.cm < FOOT_TOP:
            found += [f"{p.text[:30]!r} in {size_of(p)}" for p in shape.text_frame.paragraphs if size_of(p) < smallest]
    for shape in slide.shapes:
        if shape.has_table:
            cells = (p for row in shape.table.rows for cell in row.cells for p in cell.text_frame.paragraphs)
            found += [f"{p.text[:30]!r} in {size_of(p)}" for p in cells if p.text and size_of(p) < smallest]
        if shape.has_chart:
            sizes = [one.get("sz") for one in shape.chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr"))]
            found += [f"chart in {int(one) / 100}" for one in sizes if one and int(one) < smallest * 100]
    return found


def inks(slide: Any) -> list[Ink]:
    """Where each text really stands in its box, and each table."""
    found = [_ink(shape) for shape in texts(slide)]
    for shape in slide.shapes:
        if shape.has_table:
            high = sum(row.height.pt for row in shape.table.rows)
            edges = (shape.left.pt, shape.top.pt, shape.left.pt + shape.width.pt, shape.top.pt + high)
            found.append(Ink("table", *edges))
    return found


def _ink(shape: Any) -> Ink:
    frame = shape.text_frame
    room, high = room_of(shape), high_of(frame, room_of(shape))
    widest = 0.0
    for one in frame.paragraphs:
        bold = any(run.font.bold for run in one.runs)
        lines = fit.lines(one.text, size_of(one), room + 0.5, bold)
        widest = max([widest, *(fit.width(line, size_of(one), bold) for line in lines)])
    left = shape.left.pt + frame.margin_left.pt
    left += {PP_ALIGN.RIGHT: room - widest, PP_ALIGN.CENTER: (room - widest) / 2}.get(frame.paragraphs[0].alignment, 0)
    free = shape.height.pt - frame.margin_top.pt - frame.margin_bottom.pt - high
    top = shape.top.pt + frame.margin_top.pt
    top += {MSO_ANCHOR.BOTTOM: free, MSO_ANCHOR.MIDDLE: free / 2}.get(frame.vertical_anchor, 0)
    return Ink(f"{shape.name}: {frame.text[:30]}", left, top, left + widest, top + high)


def overlapping(slide: Any) -> list[str]:
    """The pairs of texts, or of a text and a table, that cover each other."""
    return [f"{one.name} | {other.name}" for one, other in combinations(inks(slide), 2) if one.covers(other)]


def outside(slide: Any, wide: int, high: int) -> list[str]:
    """The shapes that do not stand on the slide."""
    return [
        shape.name
        for shape in leaves(slide.shapes)
        if shape.left < 0 or shape.top < 0 or shape.left + shape.width > wide or shape.top + shape.height > high
    ]
