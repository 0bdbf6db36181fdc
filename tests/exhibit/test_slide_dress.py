"""Does a pack wear the office's template: in its free area, its fonts and colours, readable, no trace of others?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm

from lsn_data.exhibit import fit
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.faces import face_of
from lsn_data.exhibit.on_slide import deck
from lsn_data.exhibit.slide.template import checked
from lsn_data.exhibit.slide.theme import modified_by
from tests.exhibit import opened, templates
from tests.exhibit.samples import DE
from tests.exhibit.test_deck import drawn, pack, sections, small

EVERY = pytest.mark.parametrize("name", templates.ALL)
POINTS = 12_700


@cache
def worn(name: str) -> bytes:
    """The test pack in German in one of the templates."""
    return deck(pack(DE), checked(templates.ALL[name](), "Vorlage.pptx"))


def made(name: str) -> Any:
    return Presentation(BytesIO(worn(name)))


def scheme(of: Any) -> dict[str, str]:
    """The theme's colours by the names that shapes use, read here once more and simply."""
    master = of.slide_masters[0]
    part = next(one.target_part for one in master.part.rels.values() if one.reltype.endswith("/theme"))
    slots = parse_xml(part.blob).find(f".//{qn('a:clrScheme')}")
    found = {slot.tag.rpartition("}")[2]: slot[0].get("lastClr") or slot[0].get("val") for slot in slots}
    mapping = master._element.find(qn("p:clrMap")).attrib
    return {**found, **{name: found[slot] for name, slot in mapping.items()}}


def font_of(of: Any, kind: str) -> str:
    part = next(one.target_part for one in of.slide_masters[0].part.rels.values() if one.reltype.endswith("/theme"))
    return str(parse_xml(part.blob).find(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}").get("typeface"))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    light = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    a, b = sorted((luminance(one), luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def shown(fill: Any, colours: dict[str, str]) -> str:
    """What a solid fill looks like (the only change that is used is "darker 25 %" and "lighter")."""
    colour = fill[0]
    plain = str(colour.get("val") if colour.tag == qn("a:srgbClr") else colours[colour.get("val")])
    return modified_by(f"#{plain}", [(one.tag.rpartition("}")[2], float(one.get("val"))) for one in colour])[1:]


def own_shapes(slide: Any) -> Iterator[Any]:
    return (shape for shape in slide.shapes if not shape.is_placeholder)


@EVERY
def test_the_deck_keeps_the_template_s_size_masters_and_layouts(name: str) -> None:
    before, after = Presentation(BytesIO(templates.ALL[name]())), made(name)
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert [one.name for one in after.slide_layouts] == [one.name for one in before.slide_layouts]
    assert len(after.slides) == len(opened.slides(drawn(DE))) or name == "branded"
    assert list(sections(worn(name)))[1:] == ["Priorities", "SWOT & co.", "Money"]


@EVERY
def test_the_message_stands_in_the_layout_s_title_with_the_master_s_font_and_colour(name: str) -> None:
    for slide in list(made(name).slides)[1:]:
        title = slide.shapes.title
        assert title.text_frame.text
        assert title._element.spPr.find(qn("a:xfrm")) is None
        run = title.text_frame.paragraphs[0].runs[0]._r.rPr
        assert run.find(qn("a:latin")) is None
        assert run.find(qn("a:solidFill")) is None
        assert run.get("b") is None


@EVERY
def test_nothing_of_ours_stands_outside_the_free_area(name: str) -> None:
    of = made(name)
    for slide in list(of.slides)[1:]:
        layout, master = slide.slide_layout, slide.slide_layout.slide_master
        title = slide.shapes.title
        feet = [
            one.top
            for one in (*layout.placeholders, *master.placeholders)
            if one.placeholder_format.type in (13, 15, 16)
        ]
        logos = [one for one in master.shapes if not one.is_placeholder]
        for shape in own_shapes(slide):
            assert shape.left >= 0
            assert shape.left + shape.width <= of.slide_width
            assert shape.top >= title.top + title.height
            assert shape.top + shape.height <= min(feet) + 1
            for logo in logos:
                apart = shape.left >= logo.left + logo.width or shape.left + shape.width <= logo.left
                assert apart or shape.top >= logo.top + logo.height or shape.top + shape.height <= logo.top


@EVERY
def test_every_text_fits_into_its_box_in_the_template_s_font(name: str) -> None:
    of = made(name)
    face = face_of(font_of(of, "minor"))
    for slide in of.slides:
        boxes = [one for one in opened.shapes(slide) if one.has_text_frame and one.text_frame.text.strip()]
        for shape in (one for one in boxes if not one.is_placeholder):
            with fit.face(face.wide):
                assert _high(shape.text_frame, shape.width / POINTS) <= shape.height / POINTS * 1.01 + 1.5, shape.name
        for table in (one.table for one in slide.shapes if one.has_table):
            for row in table.rows:
                for at, cell in enumerate(row.cells):
                    wide = sum(table.columns[at + more].width for more in range(cell.span_width))
                    room = (wide - cell.margin_left - cell.margin_right) / POINTS
                    with fit.face(face.wide):
                        high = _high(cell.text_frame, room) + (cell.margin_top + cell.margin_bottom) / POINTS
                    assert high <= row.height / POINTS * 1.01 + 1.5, cell.text


def _high(frame: Any, room: float) -> float:
    """The height of a text in points; half of what its font needs may be missing where type was made smaller."""
    paragraphs = [one for one in frame.paragraphs if one.runs]
    if not paragraphs:
        return 0.0
    font = paragraphs[0].runs[0].font
    gap = paragraphs[-1].space_before.pt if len(paragraphs) > 1 and paragraphs[-1].space_before else 0
    return fit.height([one.text for one in paragraphs], font.size.pt, room * 1.01 + 0.5, bool(font.bold), gap)


@EVERY
def test_every_message_fits_into_the_template_s_title(name: str) -> None:
    of = made(name)
    face = face_of(font_of(of, "major"))
    for slide in of.slides:
        title = slide.shapes.title
        style = slide.slide_layout.slide_master._element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}")
        size = title.text_frame.paragraphs[0].runs[0].font.size.pt
        with fit.face(face.wide):
            high = fit.height([title.text_frame.text], size, title.width / POINTS - 14, style.get("b") == "1")
        assert high <= title.height / POINTS - 7


@EVERY
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    of = made(name)
    colours = scheme(of)
    page = {"dark by background": "20303C"}.get(name, colours["bg1"])
    for slide in of.slides:
        filled: list[tuple[Any, str]] = []
        for element in slide.shapes._spTree.iter(qn("p:sp"), qn("a:tc")):
            if element.find(f".//{qn('p:ph')}") is None:
                properties = element.find(qn("p:spPr")) if element.tag == qn("p:sp") else element.find(qn("a:tcPr"))
                fill = properties.find(qn("a:solidFill"))
                below = [colour for box, colour in filled if element.tag == qn("p:sp") and _over(element, box)][-1:]
                grounds = [shown(fill, colours)] if fill is not None else [page, *below]
                for ink in element.iter(qn("a:rPr")):
                    said = shown(ink.find(qn("a:solidFill")), colours)
                    assert max(contrast(said, ground) for ground in grounds) >= 4.5, (said, grounds)
                if fill is not None and element.tag == qn("p:sp"):
                    filled.append((element, grounds[0]))
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            _labels_can_be_read(chart, colours, page)


def _over(one: Any, other: Any) -> bool:
    """Does a text stand with its middle on a shape below it?"""
    (x, y, wide, high), (left, top, across, down) = (_place(each) for each in (one, other))
    return left <= x + wide / 2 <= left + across and top <= y + high / 2 <= top + down


def _place(shape: Any) -> list[int]:
    off, size = shape.find(f".//{qn('a:off')}"), shape.find(f".//{qn('a:xfrm')}/{qn('a:ext')}")
    return [int(off.get("x")), int(off.get("y")), int(size.get("cx")), int(size.get("cy"))]


def _labels_can_be_read(drawn: Any, colours: dict[str, str], page: str) -> None:
    for text in drawn._chartSpace.iter(qn("a:defRPr"), qn("a:rPr")):
        fill = text.find(qn("a:solidFill"))
        label = next((one for one in text.iterancestors() if one.tag in (qn("c:dLbl"), qn("c:dLbls"))), None)
        position = label.find(qn("c:dLblPos")) if label is not None else None
        if fill is None or (position is not None and position.get("val") in ("ctr", "inBase", "inEnd")):
            continue
        assert contrast(shown(fill, colours), page) >= 4.5
    for series in drawn._chartSpace.iter(qn("c:ser")):
        bar = series.find(f"{qn('c:spPr')}/{qn('a:solidFill')}")
        points = {one.find(qn("c:idx")).get("val"): one.find(f"{qn('c:spPr')}/{qn('a:solidFill')}")
                  for one in series.findall(qn("c:dPt"))}  # fmt: skip
        for label in series.iter(qn("c:dLbl")):
            position, fill = label.find(qn("c:dLblPos")), label.find(f".//{qn('a:defRPr')}/{qn('a:solidFill')}")
            ground = points.get(label.find(qn("c:idx")).get("val"), bar)
            if position is not None and position.get("val") == "ctr" and fill is not None and ground is not None:
                assert contrast(shown(fill, colours), shown(ground, colours)) >= 4.5


@EVERY
def test_our_fonts_are_the_theme_s(name: str) -> None:
    of = made(name)
    for slide in of.slides:
        roots = [slide.shapes._spTree, *(shape.chart._chartSpace for shape in slide.shapes if shape.has_chart)]
        faces = {latin.get("typeface") for root in roots for latin in root.iter(qn("a:latin"))}
        assert faces <= {"+mn-lt"}


@EVERY
def test_nothing_in_the_file_leads_elsewhere_and_nothing_of_old_slides_is_left(name: str) -> None:
    with ZipFile(BytesIO(worn(name))) as archive:
        inside = {one: archive.read(one) for one in archive.namelist()}
    assert not [one for one, part in inside.items() if one.endswith(".rels") and b"External" in part]
    everything = b"".join(inside.values())
    assert b"vertraulich" not in everything
    assert b"Mustermann" not in everything
    assert b"example.invalid" not in everything


@EVERY
def test_figures_in_charts_and_their_workbooks_are_those_without_a_template(name: str) -> None:
    ours = [s.chart for slide in opened.slides(drawn(DE)) for s in slide.shapes if s.has_chart]
    theirs = [s.chart for slide in made(name).slides for s in slide.shapes if s.has_chart]
    values = [list(opened.cached(one).values()) for one in theirs]
    assert [[v for v in one if _figures(v)] for one in values] == [
        [v for v in opened.cached(one).values() if _figures(v)] for one in ours
    ]
    for one in theirs:
        assert opened.cached(one) == opened.embedded(one)


def _figures(values: list[Any]) -> bool:
    return any(isinstance(value, float) for value in values)


def test_ink_page_and_accent_follow_the_theme_when_the_office_recolours_it() -> None:
    names = {one.get("val") for slide in made("branded").slides for one in slide._element.iter(qn("a:schemeClr"))}
    assert {"tx1", "accent2"} <= names
    charts = [s.chart for slide in made("branded").slides for s in slide.shapes if s.has_chart]
    inside = {one.get("val") for drawn in charts for one in drawn._chartSpace.iter(qn("a:schemeClr"))}
    assert {"tx1", "bg1", "accent2"} <= inside


def test_the_title_slide_uses_the_layout_for_title_slides() -> None:
    first = made("branded").slides[0]
    assert first.slide_layout._element.get("type") == "title"
    texts = [shape.text_frame.text for shape in first.placeholders]
    assert texts[0] == "Board, spring 2026"
    assert "eingefroren am 2026-04-10 von A. Petersen" in texts[1]
    assert "Grundlage: " in texts[1]
    assert "DEMO" in opened.texts(first)


def test_an_empty_pack_wears_the_template_too() -> None:
    bound = Bound("Leer", DE, (), pack(DE).day)
    of = Presentation(BytesIO(deck(bound, checked(templates.dark(), "x.pptx"))))
    assert of.slides[0].shapes.title.text_frame.text == "Diese Vorstandsmappe enthält noch keine Auswertung"


def test_a_layout_with_room_is_preferred_to_one_with_a_title_alone() -> None:
    crowded = Presentation()
    title = crowded.slide_layouts.get_by_name("Title Only").placeholders[0]
    title.left, title.top, title.width, title.height = Cm(1), Cm(5), Cm(23), Cm(6)
    of = Presentation(BytesIO(deck(small(DE), checked(templates.saved(crowded), "x.pptx"))))
    assert {slide.slide_layout.name for slide in list(of.slides)[1:]} == {"Title and Content"}
    assert all(len(slide.placeholders) == 1 for slide in list(of.slides)[1:])


def test_a_calm_layout_is_preferred_to_one_under_a_picture() -> None:
    stirred = Presentation()
    twin = stirred.slide_layouts.get_by_name("Title and Content")
    twin._element.set("type", "titleOnly")
    for place in list(twin.placeholders)[1:]:
        place._element.getparent().remove(place._element)
    image, link = stirred.slide_layouts.get_by_name("Title Only").part.get_or_add_image_part(BytesIO(templates.PIXEL))
    tree = stirred.slide_layouts.get_by_name("Title Only").shapes._spTree
    tree.add_pic(90, image.partname, "", link, Cm(0), Cm(0), Cm(25.4), Cm(19.05))
    of = Presentation(BytesIO(deck(small(DE), checked(templates.saved(stirred), "x.pptx"))))
    assert of.slides[2].slide_layout.name == "Title and Content"


def test_a_title_that_fades_on_its_ground_takes_an_ink_that_can_be_read() -> None:
    dim = Presentation()
    sheet = dim.slide_master._element.find(qn("p:cSld"))
    sheet.remove(sheet.find(qn("p:bg")))
    fill = '<a:solidFill><a:srgbClr val="20303C"/></a:solidFill><a:effectLst/>'
    sheet.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}</p:bgPr></p:bg>"))
    of = Presentation(BytesIO(deck(small(DE), checked(templates.saved(dim), "x.pptx"))))
    ink = of.slides[2].shapes.title.text_frame.paragraphs[0].runs[0]._r.rPr.find(qn("a:solidFill"))
    assert contrast(shown(ink, scheme(of)), "20303C") >= 4.5
