"""Does the template's door let in what draws, and nothing else?"""

from __future__ import annotations

import random
import re
import time
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pptx import Presentation
from pptx.util import Cm

from lsn_data.errors import Refused
from lsn_data.exhibit.on_slide import deck
from lsn_data.exhibit.slide.template import CAUSES, MOST_BYTES, checked
from lsn_data.language import Language
from tests.exhibit import templates
from tests.exhibit.samples import DE
from tests.exhibit.templates import changed, plain, saved
from tests.exhibit.test_deck import small

LAYOUT, MASTER, MAIN = "ppt/slideLayouts/slideLayout6.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/presentation.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def cause(data: bytes, name: str = "template.pptx") -> str:
    """Why the door refuses these bytes."""
    with pytest.raises(Refused) as caught:
        checked(data, name)
    assert caught.value.said(Language("de")) != str(caught.value)
    return caught.value.cause


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", templates.ALL)
def test_every_template_comes_out_with_its_masters_layouts_theme_and_size_and_without_slides(name: str) -> None:
    came = templates.ALL[name]()
    before, after = Presentation(BytesIO(came)), Presentation(BytesIO(checked(came, "Vorlage.potx")))
    assert [one.name for one in after.slide_layouts] == [one.name for one in before.slide_layouts]
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert len(after.slides) == 0
    fonts = [b'<a:latin typeface="%s"' % font for font in (b"Georgia", b"Verdana", b"Segoe UI", b"Calibri")]
    themes = [
        b"".join(part for at, part in parts(data).items() if "theme1.xml" in at) for data in (came, checked(came, "x"))
    ]
    assert [font in themes[0] for font in fonts] == [font in themes[1] for font in fonts]


def test_nothing_of_a_presentation_in_use_is_left_but_its_design() -> None:
    made = checked(templates.in_use(), "Bericht.pptx")
    inside = b"".join(parts(made).values())
    for trace in (
        b"vertraulich",
        b"Mustermann",
        b"example.invalid",
        b"External",
        b"film",
        b"notesSlide",
        b"hlinkClick",
    ):
        assert trace not in inside
    assert not [name for name in parts(made) if "/slides/" in name or "notes" in name or "docProps" in name]


def test_a_template_file_of_powerpoint_is_taken_as_well_as_a_presentation() -> None:
    template = changed(plain(), Content_Types=(b"presentation.main+xml", b"template.main+xml"))
    assert Presentation(BytesIO(checked(template, "Vorlage.potx"))).slide_layouts


def test_pictures_of_the_master_stay_and_what_only_says_that_it_is_one_goes() -> None:
    deck = Presentation()
    for content in (templates.PIXEL, templates.PIXEL + b"x"):
        _, link = deck.slide_master.part.get_or_add_image_part(BytesIO(content))
        tree = deck.slide_master.shapes._spTree
        tree.add_pic(90, "Logo", "", link, Cm(1), Cm(1), Cm(2), Cm(2))
    good = checked(saved(deck), "x.pptx")
    assert sum(name.startswith("ppt/media/") for name in parts(good)) == 2
    bad = checked(changed(saved(deck), media=(b"\x89PNG", b"<svg")), "x.pptx")
    assert not any(name.startswith("ppt/media/") for name in parts(bad))
    assert b"<p:pic" not in parts(bad)[MASTER]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "x.pptx", "empty"),
        (b"PK" + b"\0" * MOST_BYTES, "x.pptx", "too-large"),
        (b"%PDF-1.7", "x.pptx", "not-powerpoint"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "x.ppt", "old-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "x.pptx", "encrypted"),
        (OLE, "x.xls", "not-powerpoint"),
        (b"PK\x03\x04 this is no zip", "x.pptx", "damaged"),
        (plain()[:20_000], "x.pptx", "damaged"),
        (plain(), "Vorlage.PPTM", "macros"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_in_words(data: bytes, name: str, why: str) -> None:
    assert cause(data, name) == why


def test_macros_are_found_by_what_stands_inside() -> None:
    assert cause(changed(plain(), {"ppt/vbaProject.bin": b"macro"})) == "macros"
    main = (b"presentationml.presentation.main+xml", b"powerpoint.presentation.macroEnabled.main+xml")
    assert cause(changed(plain(), Content_Types=main)) == "macros"


def test_other_packages_and_broken_parts_are_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "no package")
    assert cause(file.getvalue()) == "not-powerpoint"
    assert cause(changed(plain(), {MAIN: b"<workbook xmlns='urn:x'/>"})) == "not-powerpoint"
    assert cause(changed(plain(), {LAYOUT: b"<p:sldLayout"})) == "damaged"
    assert cause(changed(plain(), {MASTER: b"\xff\xfe<\0a\0/\0>\0"})) == "damaged"
    assert cause(changed(plain(), {LAYOUT: b'<?xml version="1.0" encoding="UTF-7"?><a/>'})) == "damaged"
    strict = (
        b"http://schemas.openxmlformats.org/presentationml/2006/main",
        b"http://purl.oclc.org/ooxml/presentationml/main",
    )
    assert cause(changed(plain(), **{"presentation.xml": strict})) == "other-format"


def test_entities_are_refused_before_anything_is_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
    outside = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'
    for part in (LAYOUT, MASTER, MAIN, "ppt/theme/theme1.xml", "_rels/.rels"):
        for content in (bomb, outside):
            assert cause(changed(plain(), {part: content})) == "entities"


def test_bombs_of_every_kind_end_soon() -> None:
    started = time.perf_counter()
    assert cause(changed(plain(), {"ppt/media/x.png": b"\0" * 120_000_000})) == "zip-bomb"
    assert cause(changed(plain(), {f"ppt/x{at}.xml": b"<a/>" for at in range(1200)})) == "too-many-parts"
    many = b"<p:sp/>" * 2_000_000
    assert cause(changed(plain(), {LAYOUT: b'<p:sldLayout xmlns:p="%s">%s</p:sldLayout>' % (P, many)})) in REFUSED_AS
    deep = b"<a:x>" * 200_000
    assert cause(changed(plain(), {LAYOUT: b'<p:sldLayout xmlns:p="%s" xmlns:a="u">%s' % (P, deep)})) in REFUSED_AS
    assert time.perf_counter() - started < 20


P = b"http://schemas.openxmlformats.org/presentationml/2006/main"
REFUSED_AS = ("zip-bomb", "too-large", "damaged")


def test_more_shapes_than_an_office_draws_are_refused_soon() -> None:
    """Stored as they are, these parts pass every look at the zip: only their number tells."""
    started = time.perf_counter()
    file = BytesIO()
    shapes = b"<p:sp/>" * 1_000_000
    with ZipFile(BytesIO(plain())) as came, ZipFile(file, "w") as stored:
        for name in came.namelist():
            content = came.read(name)
            stored.writestr(
                name, content.replace(b"</p:spTree>", shapes + b"</p:spTree>") if name == MASTER else content
            )
    assert cause(file.getvalue()) == "too-large"
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("slideMaster1", b'<a:off x="457200"', b'<a:off x="1e400"'),
        ("slideMaster1", b'sz="4400"', b'sz="huge"'),
        ("slideMaster1", b'accent1="accent1"', b'accent1="nothing"'),
        ("theme1", b"a:clrScheme", b"a:clrSchema"),
        ("theme1", b"<a:lt1>", b"<a:lt9>"),
    ],
)  # fmt: skip
def test_odd_values_inside_are_refused_or_bear_a_pack(part: str, old: bytes, new: bytes) -> None:
    """Whatever the door lets in, a pack can be drawn into; whatever it refuses, it refuses in words."""
    odd = changed(plain(), **{part: (old, new)})
    assert odd != plain()
    with suppress(Refused):
        template = checked(odd, "x.pptx")
        assert Presentation(BytesIO(deck(small(DE), template))).slides


def test_a_part_that_stands_there_twice_is_refused() -> None:
    file = BytesIO(plain())
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr(MASTER, b"<other/>")
    assert cause(file.getvalue()) == "duplicate-parts"


@pytest.mark.parametrize("size", [(5.0, 4.0), (19.05, 33.867), (33.867, 3.0)])
def test_slides_of_an_absurd_size_are_refused(size: tuple[float, float]) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(size[0]), Cm(size[1])
    assert cause(saved(deck)) == "slide-size"


def test_a_size_that_no_slide_can_have_is_refused() -> None:
    for size in (b"9e99", b"-9144000", b"99999999", b"999999999999"):
        assert cause(changed(plain(), presentation=(b'cx="9144000"', b'cx="%s"' % size))) == "slide-size"


def test_a_template_without_layouts_without_a_title_or_without_room_is_refused() -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    assert cause(saved(deck)) == "no-layouts"
    untitled = Presentation()
    for layout in list(untitled.slide_layouts):
        if layout.name != "Blank":
            untitled.slide_layouts.remove(layout)
    assert cause(saved(untitled)) == "no-title"
    crowded = Presentation()
    for page in (crowded.slide_master, *crowded.slide_layouts):
        for shape in page.placeholders:
            if shape.placeholder_format.type in (1, 3):
                shape.left, shape.top, shape.width, shape.height = Cm(1), Cm(1), Cm(23), Cm(13)
    assert cause(saved(crowded)) == "no-room"


def test_every_cause_says_what_to_do_in_both_languages() -> None:
    for words in CAUSES.values():
        assert words.endswith(".")
        assert Language("de")(words) != words


def test_links_to_elsewhere_leave_also_where_a_picture_or_a_film_hangs_on_them() -> None:
    came = changed(
        plain(), slideMaster1=(b"</p:spTree>", PICTURE + b"</p:spTree>"),
    )  # fmt: skip
    rels = parts(came)["ppt/slideMasters/_rels/slideMaster1.xml.rels"]
    link = b'<Relationship Id="rIdX" Type="%s/image" Target="https://example.invalid/x.png" TargetMode="External"/>' % R
    came = changed(came, {"ppt/slideMasters/_rels/slideMaster1.xml.rels": rels.replace(b"</Rel", link + b"</Rel")})
    made = parts(checked(came, "x.pptx"))
    assert b"External" not in b"".join(made.values())
    assert b"<p:pic" not in made[MASTER]


R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = (
    b'<p:pic xmlns:r="%s" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvPicPr><p:cNvPr id="77" '
    b'name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rIdX"/></p:blipFill><p:spPr/></p:pic>' % R
)


def test_a_layout_that_is_listed_again_and_again_is_taken_once() -> None:
    """A megabyte of shapes, listed 150 times, would keep the whole product busy for half a minute."""
    shape = b'<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    given = parts(plain())
    listed = re.search(rb'<p:sldLayoutId [^>]*r:id="rId6"[^>]*/>', given[MASTER])[0]
    heavy = {
        LAYOUT: given[LAYOUT].replace(b"</p:spTree>", shape * 2000 + b"</p:spTree>"),
        MASTER: given[MASTER].replace(b"</p:sldLayoutIdLst>", listed * 150 + b"</p:sldLayoutIdLst>"),
    }
    started = time.perf_counter()
    made = checked(templates.changed(plain(), {name: part + noise() for name, part in heavy.items()}), "x.pptx")
    assert time.perf_counter() - started < 5
    assert len(Presentation(BytesIO(made)).slide_layouts) == 11


def noise() -> bytes:
    """A comment that no program can pack, so that the file is no bomb by its ratio."""
    return b"<!-- %s -->" % random.Random(1).randbytes(20_000).hex().encode()
