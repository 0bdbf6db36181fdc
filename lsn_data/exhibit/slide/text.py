"""How does text stand on a slide? In boxes of a fixed place and size, measured beforehand, in the slide's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Cm, Length, Pt

from lsn_data.exhibit import clean, fit
from lsn_data.language import Language

FONT = "Arial"
POINTS_PER_CM = 72 / 2.54
# Programs set the same type a little wider or narrower: a line is filled to this share of its box, not to the edge.
SURE = 0.985
LEFT, CENTRE, RIGHT = PP_ALIGN.LEFT, PP_ALIGN.CENTER, PP_ALIGN.RIGHT
TOP, MIDDLE, BOTTOM = MSO_ANCHOR.TOP, MSO_ANCHOR.MIDDLE, MSO_ANCHOR.BOTTOM


@dataclass(frozen=True)
class Area:
    """A place on the slide in centimetres from its upper left corner."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """The place as python-pptx takes it."""
        return Cm(self.x), Cm(self.y), Cm(self.wide), Cm(self.high)

    @property
    def points(self) -> tuple[float, float]:
        """(width, height) in points, as texts are measured."""
        return self.wide * POINTS_PER_CM, self.high * POINTS_PER_CM


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    size: float
    colour: str
    bold: bool = False
    align: PP_ALIGN = LEFT
    anchor: MSO_ANCHOR = TOP
    gap: float = 0


def rgb(colour: str) -> Any:
    """`#0B5E73` as python-pptx takes it."""
    return RGBColor.from_string(colour.lstrip("#"))  # type: ignore[no-untyped-call]


def tongue(say: Language) -> str:
    """The language of the runs, for the spelling checker and the screen reader."""
    return "de-DE" if say.code == "de" else "en-GB"


def box(shapes: Any, area: Area, text: str | Sequence[str], style: Style, say: Language, name: str) -> Any:
    """A text box of its own; the text is expected to fit (`fit.fitted`)."""
    shape = shapes.add_textbox(*area.emu)
    shape.name = name
    write(shape.text_frame, [text] if isinstance(text, str) else text, style, say)
    return shape


def write(frame: Any, paragraphs: Sequence[str], style: Style, say: Language) -> None:
    """Set paragraphs into a text frame without margins; the first one of several may be a heading (`Style.gap`).

    Written as the file holds it, in one go: a deck has hundreds of texts, and each property set by itself takes longer
    than all of them together.
    """
    body = frame._txBody
    properties = body.bodyPr
    for old in list(properties):
        properties.remove(old)
    places = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": MSO_ANCHOR.to_xml(style.anchor)}
    for name, value in ("wrap", "square"), *places.items():
        properties.set(name, value)
    properties.append(OxmlElement("a:noAutofit"))
    for old in body.p_lst:
        body.remove(old)
    for position, text in enumerate(paragraphs):
        body.append(parse_xml(_paragraph(text, style, style.gap if position else 0, tongue(say))))


def _paragraph(said: str, style: Style, before: float, lang: str) -> str:
    """A paragraph with its font, colour and language spelt out, so that no theme changes it."""
    start, end = _around(style, before, lang)
    return f"{start}{escape(clean.line(said))}{end}"


@lru_cache(maxsize=256)
def _around(style: Style, before: float, lang: str) -> tuple[str, str]:
    """What stands before and after the text of a paragraph."""
    return (
        f'<a:p {nsdecls("a")}><a:pPr algn="{PP_ALIGN.to_xml(style.align)}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef></a:pPr>'
        f'<a:r><a:rPr lang="{lang}" sz="{round(style.size * 100)}" b="{int(style.bold)}"><a:solidFill>'
        f'<a:srgbClr val="{style.colour.lstrip("#")}"/></a:solidFill><a:latin typeface="{FONT}"/></a:rPr><a:t>',
        "</a:t></a:r></a:p>",
    )


def run(paragraph: Any, text: str, style: Style, say: Language) -> None:
    """One run with its font, colour and language spelt out, so that no theme changes it."""
    one = paragraph.add_run()
    one.text = clean.line(text)
    one.font.name, one.font.size, one.font.bold = FONT, Pt(style.size), style.bold
    one.font.color.rgb = rgb(style.colour)
    one._r.get_or_add_rPr().set("lang", tongue(say))


def plain(shape: Any) -> Any:
    """A shape without the theme's shadow, line and type; returns it."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    return shape


def fitting(text: str, area: Area, sizes: Sequence[float], bold: bool = False) -> fit.Fitted:
    """The text in the largest of the sizes at which it fits into the area."""
    wide, high = area.points
    return fit.fitted(clean.line(text), wide * SURE, high, sizes, bold)


def whole_paragraphs(
    paragraphs: Sequence[str], area: Area, sizes: Sequence[float], gap: float
) -> tuple[list[str], float]:
    """The paragraphs in the largest size at which all fit; else as many as fit at the smallest.

    Returns (paragraphs, size); a single one that is too long is cut.
    """
    cleaned = [clean.line(text) for text in paragraphs if clean.line(text)]
    wide, high = area.points[0] * SURE, area.points[1]
    for size in sizes:
        if fit.height(cleaned, size, wide, gap=gap) <= high:
            return cleaned, size
    kept = list(cleaned)
    while len(kept) > 1 and fit.height(kept, sizes[-1], wide, gap=gap) > high:
        kept.pop()
    return [fit.fitted(kept[0], wide, high, sizes[-1:]).text, *kept[1:]], sizes[-1]
