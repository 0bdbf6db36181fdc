"""How does a text stand in one of the template's own places? In its font and colour, as large as it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lsn_data.exhibit import fit
from lsn_data.exhibit.contrast import MARK, TEXT, contrast
from lsn_data.exhibit.faces import face_of
from lsn_data.exhibit.slide import room as slide_room
from lsn_data.exhibit.slide.colours import Token
from lsn_data.exhibit.slide.dress import Dress, ground_at
from lsn_data.exhibit.slide.room import INSET, Box

EMU_PER_POINT = 12_700
_USUAL_SIZE = 44.0


@dataclass(frozen=True)
class Kind:
    """A kind of place: its names among placeholders, that of the master's one, the master's style, the theme's font,
    and how much contrast its size of type needs.
    """

    names: tuple[str, ...]
    of_master: tuple[str, ...]
    style: str
    font: str
    least: float


TITLE = Kind(("title", "ctrTitle"), ("title",), "p:titleStyle", "heading", MARK)
SUBTITLE = Kind(("subTitle",), ("body",), "p:bodyStyle", "body", TEXT)


@dataclass(frozen=True)
class Spot:
    """A place of a layout: where it stands, its room in points, how text in it is set, and whether that can be read."""

    box: Box
    room: tuple[float, float]
    size: float
    bold: bool
    capitals: bool
    align: str
    wider: float
    fades: bool

    def fitted(self, paragraphs: Sequence[str], sizes: Sequence[float], gap: float = 0) -> tuple[list[str], float]:
        """The paragraphs in the first of the sizes in which they fit, else the last with the first one cut."""
        said = [text.upper() if self.capitals else text for text in paragraphs]
        with fit.face(self.wider):
            for size in sizes:
                if fit.height(said, size, self.room[0], self.bold, gap) <= self.room[1]:
                    return list(paragraphs), size
            others = fit.height(["", *said[1:]], sizes[-1], self.room[0], self.bold, gap) if said[1:] else 0
            cut = fit.fitted(said[0], self.room[0], self.room[1] - others, sizes[-1:], self.bold).text
        first = paragraphs[0] if cut == said[0] else paragraphs[0][: len(cut) - 1].rstrip() + "…"
        return [first, *paragraphs[1:]], sizes[-1]


def spot_of(dress: Dress, kind: Kind) -> Spot | None:
    """The place of that kind on the dress's layout, or None."""
    layout = dress.layout
    here, above = (
        slide_room.placeholder(layout, kind.names),
        slide_room.placeholder(layout.slide_master, kind.of_master),
    )
    box = next((one for shape in (here, above) if shape is not None and (one := slide_room.box_of(shape))), None)
    if here is None or box is None:
        return None
    levels = list(_levels(here, above, layout.slide_master, kind))
    left, top, right, bottom = (_inset(here, above, side) for side in ("lIns", "tIns", "rIns", "bIns"))
    face = face_of(_font(levels, dress, kind))
    room = (box.wide - left - right) / EMU_PER_POINT, (box.high - top - bottom) / EMU_PER_POINT
    higher = max(face.line * _line_share(levels) / fit.LINE_HEIGHT, 1.0)
    inks = (dress.theme.fill(level.find(qn("a:defRPr"))) for level in levels)
    colour = next(filter(None, inks), dress.theme.colours["tx1"])
    ground = ground_at(dress.theme, layout, box)
    return Spot(
        box, (room[0], room[1] / higher), float(_said(levels, "sz") or _USUAL_SIZE * 100) / 100,
        _said(levels, "b") in ("1", "true"), _said(levels, "cap") == "all", _alignment(levels), face.wide,
        fades=ground is not None and contrast(colour, ground) < kind.least,
    )  # fmt: skip


def set_in(shape: Any, paragraphs: Sequence[str], size: float, gap: float, lang: str, ink: Token | None) -> None:
    """The paragraphs in a placeholder, with nothing spelt out but their size (and an ink, where one is asked for)."""
    body = shape._element.txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    body.replace(body.bodyPr, parse_xml(f"<a:bodyPr {nsdecls('a')}><a:normAutofit/></a:bodyPr>"))
    for at, said in enumerate(paragraphs):
        above = f'<a:spcBef><a:spcPts val="{round(gap * 100) if at else 0}"/></a:spcBef>'
        paragraph = parse_xml(
            f'<a:p {nsdecls("a")}><a:pPr>{above}</a:pPr><a:r><a:rPr lang="{lang}" '
            f'sz="{Pt(size).centipoints}" dirty="0"/><a:t/></a:r></a:p>'
        )
        paragraph.find(f".//{qn('a:t')}").text = said
        if ink:
            kind, value = ("schemeClr", ink.name) if ink.name else ("srgbClr", ink.shown.lstrip("#"))
            fill = f'<a:solidFill {nsdecls("a")}><a:{kind} val="{value}"/></a:solidFill>'
            paragraph.find(f".//{qn('a:rPr')}").append(parse_xml(fill))
        body.append(paragraph)


def _levels(here: Any, above: Any, master: Any, kind: Kind) -> Iterator[Any]:
    """The first level's settings, from the nearest to the master's style."""
    for shape in (here, above):
        level = shape.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}/{qn('a:lvl1pPr')}") if shape is not None else None
        if level is not None:
            yield level
    style = master._element.find(f"{qn('p:txStyles')}/{qn(kind.style)}/{qn('a:lvl1pPr')}")
    if style is not None:
        yield style


def _said(levels: Sequence[Any], name: str) -> str:
    runs = (level.find(qn("a:defRPr")) for level in levels)
    return next((run.get(name) for run in runs if run is not None and run.get(name)), "")


def _alignment(levels: Sequence[Any]) -> str:
    return next((level.get("algn") for level in levels if level.get("algn")), "l")


def _font(levels: Sequence[Any], dress: Dress, kind: Kind) -> str:
    """The font's name: the theme's, unless a level names one."""
    latins = (level.find(f"{qn('a:defRPr')}/{qn('a:latin')}") for level in levels)
    named = next((latin.get("typeface", "") for latin in latins if latin is not None), "")
    if named.startswith("+mj"):
        return dress.theme.heading
    if named.startswith("+mn"):
        return dress.theme.body
    return named or str(getattr(dress.theme, kind.font))


def _line_share(levels: Sequence[Any]) -> float:
    """How close the lines stand, 1 being the font's own distance."""
    shares = (level.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}") for level in levels)
    found = next((share.get("val", "") for share in shares if share is not None), "100000").rstrip("%")
    return float(found) / 100_000 if found.isdigit() and len(found) > 3 else 1.0


def _inset(here: Any, above: Any, side: str) -> float:
    usual = INSET if side in ("lIns", "rIns") else INSET / 2
    for shape in (here, above):
        body = shape.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}") if shape is not None else None
        if body is not None and body.get(side):
            return float(body.get(side))
    return usual
