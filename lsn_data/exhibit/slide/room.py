"""Where on a template's slide may our contents stand? Below its title, above its footers, beside its logos.

Lengths are EMU, as the template gives them (914,400 an inch, 360,000 a centimetre).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pptx.oxml.ns import qn

CENTIMETRE = 360_000
INSET = 91_440
# What our slides fill between the margins from the neutral title to the foot, in centimetres: width and height.
CONTENT = (30.667, 14.9)
EDGE, PAD, WHOLE = 0.025, 0.15, 0.6
# How much of their size our contents may lose so that they stand beside logos and bands; past that they stand on them.
LEAST_LEFT = 0.8
# So many shapes of a master or layout are looked at; an office draws a few dozen.
MOST_DRAWN = 400
FOOTERS = ("dt", "ftr", "sldNum")
_TITLES = ("title", "ctrTitle")
_SHAPES = tuple(qn(f"p:{kind}") for kind in ("sp", "pic", "grpSp", "cxnSp", "graphicFrame"))


@dataclass(frozen=True)
class Box:
    """A place on the slide."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        return self.x + self.wide

    @property
    def bottom(self) -> float:
        return self.y + self.high

    @property
    def scale(self) -> float:
        """How large our contents would stand here, 1 being our own size."""
        return min(self.wide / CENTIMETRE / CONTENT[0], self.high / CENTIMETRE / CONTENT[1])

    def meets(self, other: Box) -> bool:
        """Do they overlap?"""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def beside(self, other: Box) -> Box:
        """The largest part of it that does not meet the other: above, below, left or right of it."""
        pad = PAD * CENTIMETRE
        parts = (
            Box(self.x, self.y, self.wide, other.y - pad - self.y),
            Box(self.x, other.bottom + pad, self.wide, self.bottom - other.bottom - pad),
            Box(self.x, self.y, other.x - pad - self.x, self.high),
            Box(other.right + pad, self.y, self.right - other.right - pad, self.high),
        )
        return max(parts, key=lambda part: (part.scale, part.wide * part.high))


def free_of(deck: Any, layout: Any) -> Box:
    """The free area of a layout: without title and footers, and without shapes of the master where it can do."""
    wide, high = deck.slide_width, deck.slide_height
    master = layout.slide_master
    titles = [box for box in (title_of(layout),) if box]
    left, right = _margins(titles, master, wide)
    free = Box(left, high * EDGE, right - left, high * (1 - 2 * EDGE))
    for box in (*titles, *_footers(layout, master)):
        free = free.beside(box) if free.meets(box) else free
    whole = WHOLE * wide * high
    drawn = [box for _, box in _drawn(layout, master) if box.wide * box.high < whole]
    least = LEAST_LEFT * free.scale
    for box in sorted(drawn, key=lambda one: -one.wide * one.high):
        if free.meets(box) and (part := free.beside(box)).scale >= least:
            free = part
    return free


def title_of(layout: Any) -> Box | None:
    """The place of the layout's title: its own, or its master's; None without one."""
    here = placeholder(layout, _TITLES)
    if here is None:
        return None
    return box_of(here) or _of(placeholder(layout.slide_master, _TITLES))


def placeholder(page: Any, kinds: Sequence[str]) -> Any:
    """The first placeholder of these kinds on a layout or master, or None."""
    for shape in page._element.iter(qn("p:sp")):
        mark = shape.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")
        if mark is not None and mark.get("type", "obj") in kinds:
            return shape
    return None


def box_of(shape: Any) -> Box | None:
    """Where a shape of a layout or master says that it stands; None where it inherits its place."""
    for path in (f"{qn('p:spPr')}/{qn('a:xfrm')}", f"{qn('p:grpSpPr')}/{qn('a:xfrm')}", qn("p:xfrm")):
        place = shape.find(path)
        if place is not None and place.find(qn("a:off")) is not None and place.find(qn("a:ext")) is not None:
            off, size = place.find(qn("a:off")), place.find(qn("a:ext"))
            return Box(*(float(one) for one in (off.get("x"), off.get("y"), size.get("cx"), size.get("cy"))))
    return None


def _of(shape: Any) -> Box | None:
    return box_of(shape) if shape is not None else None


def _margins(titles: Sequence[Box], master: Any, wide: float) -> tuple[float, float]:
    """From where to where contents stand: as the title's text and the master's body do."""
    body = _of(placeholder(master, ("body",)))
    boxes = [box for box in (*titles, body) if box and box.x < wide * 0.3 and box.right > wide * 0.5]
    if not boxes:
        return wide * EDGE * 2, wide * (1 - EDGE * 2)
    left = min(box.x for box in boxes) + INSET
    right = max(box.right for box in boxes) - INSET
    return max(left, wide * EDGE), min(right, wide * (1 - EDGE))


def _footers(layout: Any, master: Any) -> Iterator[Box]:
    """Where date, footer and page number stand: on the layout, in the master's place where it tells none."""
    for kind in FOOTERS:
        here = placeholder(layout, (kind,))
        box = _of(here) or _of(placeholder(master, (kind,)))
        if box:
            yield box


def _drawn(layout: Any, master: Any) -> Iterator[tuple[Any, Box]]:
    """What master and layout draw themselves with its places, the lowest first: logos, bands, lines."""
    pages = [layout] if layout._element.get("showMasterSp") in ("0", "false") else [master, layout]
    for page in pages:
        for shape in islice(page._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}"), MOST_DRAWN):
            if shape.tag in _SHAPES and shape.find(f".//{qn('p:ph')}") is None and (box := box_of(shape)):
                yield shape, box


def behind(layout: Any, box: Box) -> list[Any]:
    """The shapes of master and layout that lie behind a place, the topmost first."""
    return [shape for shape, place in reversed(list(_drawn(layout, layout.slide_master))) if _covers(place, box)]


def unrest(layout: Any, free: Box) -> float:
    """How much of a free area the master's own drawings and pictures stir, from 0 (calm) up.

    A plain ground over the whole area is calm; a picture behind everything counts as the whole of it.
    """
    stirred = 0.0
    for shape, place in _drawn(layout, layout.slide_master):
        plain = shape.find(f"{qn('p:spPr')}/{qn('a:solidFill')}") is not None and _covers(place, free)
        stirred += 0.0 if plain else _shared(place, free)
    for page in (layout, layout.slide_master):
        background = page._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if background is not None:
            return stirred + (1.0 if background.find(f".//{qn('a:blipFill')}") is not None else 0.0)
    return stirred


def _shared(place: Box, box: Box) -> float:
    """How much of a box another one covers."""
    wide = min(place.right, box.right) - max(place.x, box.x)
    high = min(place.bottom, box.bottom) - max(place.y, box.y)
    return wide * high / (box.wide * box.high) if min(wide, high, box.wide, box.high) > 0 else 0.0


def _covers(place: Box, box: Box) -> bool:
    """Does it lie behind most of the other?"""
    return _shared(place, box) >= WHOLE
