"""Can every text be read on what lies behind it, once the template's colours are in place?

Texts in filled shapes and tinted cells, and labels inside bars and dots: where their ink would fade, a readable one
takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lsn_data.exhibit.contrast import TEXT, contrast
from lsn_data.exhibit.slide.colours import Colours, Token

# Where a label stands on the mark itself; without a position it does in stacked bars.
_INSIDE = ("ctr", "inBase", "inEnd")


def legible_labels(root: Any, colours: Colours) -> None:
    """Mend the inks of a slide's shapes, or of a chart."""
    below: list[tuple[Any, str]] = []
    for shape in root.iter(qn("p:sp")):
        own = filled(shape.find(qn("p:spPr")), colours)
        _mended(shape.find(qn("p:txBody")), own or _under(shape, below, colours), colours)
        if own:
            below.append((shape, own))
    for cell in root.iter(qn("a:tc")):
        _mended(cell.find(qn("a:txBody")), filled(cell.find(qn("a:tcPr")), colours), colours)
    for series in root.iter(qn("c:ser")):
        for labels in series.iter(qn("c:dLbls"), qn("c:dLbl")):
            _mended_label(labels, series, colours)


def _under(shape: Any, below: Sequence[tuple[Any, str]], colours: Colours) -> str | None:
    """The fill that a text stands on whose ink would fade on the slide itself: a country's, a bar's."""
    inks = [shown(fill[0], colours) for fill in shape.iter(qn("a:solidFill")) if fill.getparent().tag == qn("a:rPr")]
    if all(ink is None or contrast(ink, colours.ground) >= TEXT for ink in inks):
        return None
    middle = _middle(shape)
    return next((fill for one, fill in reversed(below) if _holds(one, middle)), colours.ground)


def _place(shape: Any) -> tuple[int, int, int, int]:
    place = shape.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    if place is None:
        return 0, 0, 0, 0
    off, size = place.find(qn("a:off")), place.find(qn("a:ext"))
    return int(off.get("x")), int(off.get("y")), int(size.get("cx")), int(size.get("cy"))


def _middle(shape: Any) -> tuple[float, float]:
    x, y, wide, high = _place(shape)
    return x + wide / 2, y + high / 2


def _holds(shape: Any, point: tuple[float, float]) -> bool:
    x, y, wide, high = _place(shape)
    return x <= point[0] <= x + wide and y <= point[1] <= y + high


def filled(properties: Any, colours: Colours) -> str | None:
    """The colour of a shape's own solid fill; None where it has none."""
    fill = properties.find(qn("a:solidFill")) if properties is not None else None
    return shown(fill[0], colours) if fill is not None and len(fill) else None


def shown(colour: Any, colours: Colours) -> str | None:
    """What a colour of a dressed slide looks like."""
    if colour.tag == qn("a:srgbClr"):
        return f"#{colour.get('val').upper()}"
    named = {token.name: token.shown for token in colours.known.values() if token.name}
    return named.get(colour.get("val"))


def _mended_label(labels: Any, series: Any, colours: Colours) -> None:
    position = labels.find(qn("c:dLblPos"))
    own = filled(labels.find(qn("c:spPr")), colours)
    if own is None and (position is None or position.get("val") not in _INSIDE):
        return
    ground = own or _mark(series, labels, colours)
    for text in (labels.find(qn("c:txPr")), labels.find(f"{qn('c:tx')}/{qn('c:rich')}")):
        _mended(text, ground, colours)


def _mark(series: Any, labels: Any, colours: Colours) -> str | None:
    """The fill of the bar or dot that a label stands on: its own, else its series'."""
    index = labels.find(qn("c:idx"))
    points = [one for one in series.findall(qn("c:dPt")) if index is not None and _same(one.find(qn("c:idx")), index)]
    for holder in (*points, series):
        for place in (holder.find(f"{qn('c:marker')}/{qn('c:spPr')}"), holder.find(qn("c:spPr"))):
            if place is not None and (
                place.find(qn("a:noFill")) is not None or place.find(qn("a:pattFill")) is not None
            ):
                return colours.ground
            if found := filled(place, colours):
                return found
    return None


def _same(one: Any, other: Any) -> bool:
    return one is not None and one.get("val") == other.get("val")


def _mended(text: Any, ground: str | None, colours: Colours) -> None:
    """Give every ink of a text that fades on this ground one that can be read."""
    if text is None or ground is None:
        return
    for fill in [one for one in text.iter(qn("a:solidFill")) if one.getparent().tag != qn("a:ln")]:
        ink = shown(fill[0], colours)
        if ink is None or contrast(ink, ground) >= TEXT:
            continue
        better = colours.ink_on(Token(ink), ground)
        kind = "schemeClr" if better.name else "srgbClr"
        value = better.name or better.shown.lstrip("#")
        fill.replace(fill[0], parse_xml(f'<a:{kind} {nsdecls("a")} val="{value}"/>'))
