"""How does a slide of ours come to wear the office's template? Scaled into its free area, in its colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lsn_data.exhibit import fit
from lsn_data.exhibit.faces import Face, face_of
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import room as slide_room
from lsn_data.exhibit.slide.colours import Colours, Token, colours_of
from lsn_data.exhibit.slide.labels import legible_labels
from lsn_data.exhibit.slide.room import CENTIMETRE, Box
from lsn_data.exhibit.slide.theme import Theme, theme_of

MINOR = "+mn-lt"
# From here down on our own slides stands the foot, which goes to the lower end of the free area (centimetres).
FOOT_FROM, FOOT_TO = 17.0, slide_frame.FOOT_TOP + 2 * slide_frame.FOOT_LINE
_TOP = slide_frame.TITLE.y
_SIZES = (qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr"))
_SIDES = ("lIns", "tIns", "rIns", "bIns", "marL", "marR", "marT", "marB")


@dataclass(frozen=True)
class Dress:
    """One layout of a template as our slides wear it: its free area, colours, and the measures of its body font."""

    layout: Any
    free: Box
    theme: Theme
    colours: Colours
    face: Face

    @property
    def scale(self) -> float:
        """How much larger than our own everything stands."""
        return self.free.scale

    @property
    def measure(self) -> float:
        """How much wider than Arial texts are measured. Half of what a wide font needs comes from smaller type."""
        return sqrt(self.face.wide) if self.face.wide > 1 else self.face.wide

    @property
    def type_scale(self) -> float:
        """How much larger than our own type is set."""
        return self.scale * self.measure / self.face.wide

    def lengths(self, foot: bool) -> tuple[float, float]:
        """Where the origin of our slide comes to stand (EMU), for the foot at the lower end of the free area."""
        x = self.free.x - slide_frame.MARGIN * CENTIMETRE * self.scale
        if foot:
            return x, self.free.bottom - FOOT_TO * CENTIMETRE * self.scale
        return x, self.free.y - _TOP * CENTIMETRE * self.scale


def dress_of(deck: Any, layout: Any) -> Dress:
    """The dress that a layout of a template makes."""
    theme = theme_of(layout.slide_master, layout)
    free = slide_room.free_of(deck, layout)
    colours = colours_of(theme, ground_at(theme, layout, free) or theme.colours["bg1"])
    return Dress(layout, free, theme, colours, face_of(theme.body))


def ground_at(theme: Theme, layout: Any, box: Box) -> str | None:
    """The colour behind a place: of the topmost shape that covers it, else of the background; None for a picture."""
    for shape in slide_room.behind(layout, box):
        if shape.tag == qn("p:pic") or shape.find(f"{qn('p:spPr')}/{qn('a:blipFill')}") is not None:
            return None
        if found := theme.fill(shape.find(qn("p:spPr"))):
            return found
    for page in (layout, layout.slide_master):
        background = page._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if background is not None:
            return theme.ground(background)
    return theme.colours["bg1"]


def dressed(slide: Any, dress: Dress) -> None:
    """Put everything on a slide, but for its placeholders' places, into the dress."""
    for shape in slide.shapes._spTree:
        if shape.find(f".//{qn('p:ph')}") is None:
            _placed(shape, dress)
    _worn(slide.shapes._spTree, dress)
    legible_labels(slide.shapes._spTree, dress.colours)
    for part in (shape.chart.part for shape in slide.shapes if shape.has_chart):
        _worn(part._element, dress)
        legible_labels(part._element, dress.colours)


def _placed(shape: Any, dress: Dress) -> None:
    """A shape with all that stands in it, moved and scaled; lengths within it too."""
    top = min((int(one.get("y")) for one in shape.iter(qn("a:off"))), default=0)
    x, y = dress.lengths(top >= FOOT_FROM * CENTIMETRE)
    for place in (*shape.iter(qn("a:off")), *shape.iter(qn("a:chOff"))):
        place.set("x", str(round(x + int(place.get("x")) * dress.scale)))
        place.set("y", str(round(y + int(place.get("y")) * dress.scale)))
    for size in (*shape.iter(qn("a:ext")), *shape.iter(qn("a:chExt"))):
        if size.get("cx"):
            size.set("cx", str(round(int(size.get("cx")) * dress.scale)))
            size.set("cy", str(round(int(size.get("cy")) * dress.scale)))
    for column in shape.iter(qn("a:gridCol")):
        column.set("w", str(round(int(column.get("w")) * dress.scale)))
    for row in shape.iter(qn("a:tr")):
        row.set("h", str(round(int(row.get("h")) * dress.scale)))


def _worn(root: Any, dress: Dress) -> None:
    """Type, lines and colours of a slide's shapes or of a chart."""
    for element in root.iter():
        if element.tag in _SIZES and element.get("sz") and not _in_placeholder(element):
            element.set("sz", str(int(int(element.get("sz")) * dress.type_scale / 10) * 10))
        for side in _SIDES:
            if element.get(side):
                element.set(side, str(round(int(element.get(side)) * dress.scale)))
        if element.get("w") and element.tag.rpartition("}")[2].startswith("ln"):
            element.set("w", str(max(round(int(element.get("w")) * dress.scale), 3175)))
    for space in root.iter(qn("a:spcPts")):
        space.set("val", str(round(int(space.get("val")) * dress.scale)))
    for mark in root.iter(qn("c:marker")):
        for size in mark.findall(qn("c:size")):
            size.set("val", str(max(round(int(size.get("val")) * dress.scale), 2)))
    _in_their_font(root, dress)
    for colour in list(root.iter(qn("a:srgbClr"))):
        coloured(colour, dress.colours.token(f"#{colour.get('val')}"))


def _in_their_font(root: Any, dress: Dress) -> None:
    """The theme's font instead of ours; where its lines are higher than we measure, they stand closer."""
    for latin in root.iter(qn("a:latin")):
        latin.set("typeface", MINOR)
    closer = min(fit.LINE_HEIGHT / dress.face.line, 1.0)
    for spacing in root.iter(qn("a:lnSpc")):
        for share in spacing.findall(qn("a:spcPct")):
            share.set("val", str(int(100_000 * closer)))


def _in_placeholder(element: Any) -> bool:
    """Texts in the template's own places have the size that fits there."""
    shape = next(element.iterancestors(qn("p:sp")), None)
    return shape is not None and shape.find(f".//{qn('p:ph')}") is not None


def coloured(colour: Any, token: Token) -> None:
    """A colour of ours as what takes its place; what changes it (its transparency) stays."""
    if token.name:
        named = parse_xml(f'<a:schemeClr {nsdecls("a")} val="{token.name}"/>')
        named.extend(parse_xml(f'<a:{change} {nsdecls("a")} val="{value}"/>') for change, value in token.changes)
        named.extend(list(colour))
        colour.getparent().replace(colour, named)
    else:
        colour.set("val", token.shown.lstrip("#"))
