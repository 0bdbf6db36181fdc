"""Which templates do offices have? Made here with python-pptx: plain, branded, dark, German, without a title layout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm, Emu, Pt

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00"
    b"\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)
BRAND = {"dk1": "1A1A2E", "lt1": "FFFFFF", "dk2": "003B5C", "lt2": "EEF2F5", "accent1": "FFB81C", "accent2": "7A1F5C",
         "accent3": "00857C", "accent4": "E4002B", "accent5": "5B6770", "accent6": "003B5C"}  # fmt: skip
NAVY = {"dk1": "FFFFFF", "lt1": "0B1F3A", "dk2": "D7E3F4", "lt2": "12305A", "accent1": "0F4C81", "accent2": "FFC845"}
GERMAN = ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich", "Nur Titel", "Leer")


def saved(deck: Any) -> bytes:
    """The template as a file."""
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def plain() -> bytes:
    """python-pptx's own: 4:3, 25.4 × 19.05 cm, Calibri."""
    return saved(Presentation())


def wide(deck: Any, width: float, height: float = 19.05) -> Any:
    """The same with slides of another size (cm), its places stretched with them."""
    across, down = Cm(width) / deck.slide_width, Cm(height) / deck.slide_height
    deck.slide_width, deck.slide_height = Cm(width), Cm(height)
    for page in (deck.slide_master, *deck.slide_layouts):
        for place in page._element.iter(qn("a:off"), qn("a:ext")):
            for side, by in (("x", across), ("cx", across), ("y", down), ("cy", down)):
                if place.get(side):
                    place.set(side, str(round(int(place.get(side)) * by)))
    return deck


def themed(deck: Any, colours: Mapping[str, str], heading: str, body: str) -> Any:
    """The same with other colours and fonts."""
    part = next(one.target_part for one in deck.slide_master.part.rels.values() if one.reltype.endswith("/theme"))
    theme = part.blob.decode()
    for name, colour in colours.items():
        theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', theme, flags=re.DOTALL)
    for kind, font in (("major", heading), ("minor", body)):
        theme = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", theme)
    part._blob = theme.encode()
    return deck


def band(page: Any, colour: str, x: float, y: float, width: float, height: float) -> None:
    """A filled rectangle on a master or layout (cm), behind its other shapes."""
    scratch = Presentation()
    shape = scratch.slides.add_slide(scratch.slide_layouts[6]).shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Cm(x), Cm(y), Cm(width), Cm(height)
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    page._element.find(f"{qn('p:cSld')}/{qn('p:spTree')}").insert(2, shape._element)


def left_titles(deck: Any, size: float, bold: bool = True) -> Any:
    """Titles at the left, smaller, anchored at the bottom."""
    level = deck.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    level.find(qn("a:defRPr")).set("sz", str(Pt(size).centipoints))
    level.find(qn("a:defRPr")).set("b", "1" if bold else "0")
    return deck


def branded() -> bytes:
    """16:9 with fonts and colours of its own, a band at the foot and a logo's place at the upper right."""
    deck = left_titles(themed(wide(Presentation(), 33.867), BRAND, "Georgia", "Verdana"), 28)
    band(deck.slide_master, "003B5C", 0, 18.0, 33.867, 1.05)
    band(deck.slide_master, "FFB81C", 30.6, 0.6, 2.6, 1.6)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            if shape.placeholder_format.type in (1, 3) and shape.top < Cm(3):
                shape.left, shape.top, shape.width, shape.height = Cm(1.4), Cm(0.8), Cm(28.4), Cm(2.6)
    return saved(deck)


def dark() -> bytes:
    """A dark master, 16:9 of 25.4 cm."""
    deck = left_titles(themed(wide(Presentation(), 25.4, 14.2875), NAVY, "Segoe UI", "Segoe UI"), 22)
    return saved(deck)


def dark_by_background() -> bytes:
    """Dark by its background alone; the theme's text is dark, and its background's colour white."""
    deck = Presentation()
    sheet = deck.slide_master._element.find(qn("p:cSld"))
    for old in sheet.findall(qn("p:bg")):
        sheet.remove(old)
    fill = '<a:solidFill><a:srgbClr val="20303C"/></a:solidFill><a:effectLst/>'
    sheet.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}</p:bgPr></p:bg>"))
    title = deck.slide_master._element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}")
    title.find(qn("a:solidFill"))[0].set("val", "bg1")
    return saved(deck)


def german() -> bytes:
    """16:10 with German names of layouts, titles in the accent colour."""
    deck = left_titles(wide(Presentation(), 25.4, 15.875), 24, bold=False)
    for layout, name in zip(deck.slide_layouts, GERMAN, strict=False):
        layout.name = name
    themed(deck, {"accent1": "8C1D40"}, "Calibri Light", "Calibri")
    return saved(deck)


def without_title_only() -> bytes:
    """A template with layouts for title slide, contents and pictures alone."""
    deck = Presentation()
    for name in ("Title Only", "Blank", "Two Content", "Comparison"):
        deck.slide_layouts.remove(deck.slide_layouts.get_by_name(name))
    return saved(deck)


def in_use() -> bytes:
    """A presentation with slides, notes, links, a film and names of people in it."""
    deck = Presentation()
    for at in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Streng vertraulich {at}"
        slide.notes_slide.notes_text_frame.text = "Notiz von Erika Mustermann"
        link = slide.placeholders[1].text_frame.paragraphs[0].add_run()
        link.text, link.hyperlink.address = "mehr", "https://example.invalid/secret"
    slide.shapes.add_movie(BytesIO(b"film"), Emu(0), Emu(0), Cm(2), Cm(2), BytesIO(PIXEL), "video/mp4")
    deck.core_properties.author = deck.core_properties.last_modified_by = "Erika Mustermann"
    deck.slide_layouts[5].part.relate_to("https://example.invalid/logo.png", RELATED_PICTURE, is_external=True)
    return saved(deck)


RELATED_PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
ALL = {"plain": plain, "branded": branded, "dark": dark, "dark by background": dark_by_background, "german": german,
       "without title only": without_title_only, "in use": in_use}  # fmt: skip


def changed(data: bytes, parts: Mapping[str, bytes | None] | None = None, **replaced: tuple[bytes, bytes]) -> bytes:
    """The package with parts put in (or taken out: None), and bytes replaced in those whose name contains a word."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as came, ZipFile(file, "w", ZIP_DEFLATED) as leaves:
        names = [name for name in came.namelist() if name not in (parts or {})]
        for name in names:
            content = came.read(name)
            for word, (old, new) in replaced.items():
                content = content.replace(old, new) if word in name else content
            leaves.writestr(name, content)
        for name, given in (parts or {}).items():
            if given is not None:
                leaves.writestr(name, given)
    return file.getvalue()
