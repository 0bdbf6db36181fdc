"""Is a whole pack one deck: title slide, agenda with links, sections, marks, notes, counted through?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from lsn_data.exhibit import fit
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.on_slide import deck
from lsn_data.language import Language
from tests.exhibit import opened
from tests.exhibit.samples import DE, EN, HOSTILE, every_kind, places, segments

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def pack(say: Language, **more: Any) -> Bound:
    """Every kind of exhibit under three sections, the first leaf with a note and a sentence of somebody's own."""
    exhibits = every_kind(say)
    first = replace(exhibits[0], computed=exhibits[0].message, message="Our own sentence")
    sections = ["Priorities", "SWOT & co.", "Money"]
    leaves = [
        Leaf(one, sections[at * 3 // len(exhibits)], "Say it slowly.\nThen pause." if at == 0 else "")
        for at, one in enumerate([first, *exhibits[1:]])
    ]
    given = {"name": "Board, spring 2026", "edition": "Board 2026-04", "by": "A. Petersen", "leaves": tuple(leaves)}
    return Bound(say=say, day=dt.date(2026, 4, 10), **{**given, **more})


@cache
def drawn(say: Language) -> bytes:
    """The deck of that pack."""
    return deck(pack(say))


def small(say: Language) -> Bound:
    """A pack of two exhibits."""
    return replace(pack(say), leaves=pack(say).leaves[:2])


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def sections(data: bytes) -> dict[str, list[int]]:
    """PowerPoint's sections: name, and the positions of its slides."""
    made = Presentation(BytesIO(data))
    ids = [one.get("id") for one in made.slides._sldIdLst]
    found = made.part._element.iter(f"{P14}section")
    return {one.get("name"): [ids.index(member.get("id")) for member in one.iter(f"{P14}sldId")] for one in found}


@LANGUAGES
def test_the_title_slide_tells_name_edition_who_froze_it_origin_and_sources(say: Language) -> None:
    slide = opened.slides(drawn(say))[0]
    texts = opened.texts(slide)
    assert slide.shapes.title.text_frame.text == "Board, spring 2026"
    frozen = ("Edition “Board 2026-04”, frozen 2026-04-10 by A. Petersen",
              "Ausgabe „Board 2026-04“, eingefroren am 2026-04-10 von A. Petersen")  # fmt: skip
    assert say.both(frozen) in texts
    assert "DEMO" in texts
    said = next(one for one in texts if one.startswith(say.both(("Rests on: ", "Grundlage: "))))
    assert said.endswith(say.both(("\nas of 2026-03-31", "\nStand 2026-03-31")))


def test_a_pack_of_today_tells_its_day_and_no_edition() -> None:
    first, _, third, *_ = opened.slides(deck(replace(small(EN), edition="")))
    assert "2026-04-10" in opened.texts(first)
    assert not any("Edition" in one for one in opened.texts(third))


@LANGUAGES
def test_pages_are_counted_over_the_whole_deck(say: Language) -> None:
    slides = opened.slides(drawn(say))
    for at, slide in enumerate(slides, start=1):
        assert f"{at} / {len(slides)}" in opened.texts(slide)


@LANGUAGES
def test_every_finding_in_the_agenda_leads_to_its_slide_and_names_its_page(say: Language) -> None:
    bound = pack(say)
    slides = opened.slides(drawn(say))
    links = [(shape.text_frame.text, shape.click_action.target_slide) for shape in opened.shapes(slides[1])
             if shape.has_text_frame and shape.click_action.target_slide is not None]  # fmt: skip
    assert len(links) == 2 * len(bound.leaves)
    for leaf, (said, target), (page, same) in zip(bound.leaves, links[::2], links[1::2], strict=True):
        assert leaf.exhibit.message.startswith(said.rstrip(" …"))
        assert target.slide_id == same.slide_id == slides[int(page) - 1].slide_id
        assert target.shapes.title.text_frame.text.startswith(leaf.exhibit.message[:30])


@LANGUAGES
def test_what_is_missing_stands_in_the_agenda_with_its_reason(say: Language) -> None:
    texts = opened.texts(
        opened.slides(deck(pack(say, missing=(("Funding", "No file was uploaded."), ("Peers", "")))))[1]
    )
    assert "Funding: No file was uploaded." in texts
    assert "Peers" in texts
    assert say.both(("Not in this pack", "Nicht enthalten")) in texts


def test_a_long_agenda_goes_on_and_loses_nothing() -> None:
    leaves = tuple(Leaf(segments(DE), f"Abschnitt {at // 3}") for at in range(40))
    bound = pack(DE, leaves=leaves, missing=tuple((f"Thema {n}", "Es fehlt. " * 30) for n in range(9)))
    slides = opened.slides(deck(bound))
    agenda = [slide for slide in slides[1:] if any(one.startswith("Tagesordnung (") for one in opened.texts(slide))]
    assert len(agenda) > 1
    linked = [
        shape for slide in agenda for shape in opened.shapes(slide) if shape.click_action.target_slide is not None
    ]
    assert len(linked) == 2 * len(bound.leaves)
    said = [one for slide in agenda for one in opened.texts(slide)]
    assert [f"Thema {n}:" in " ".join(said) for n in range(9)] == [True] * 9
    assert linked[1].text_frame.text == str(2 + len(agenda))


@LANGUAGES
def test_powerpoint_s_sections_are_those_of_the_pack(say: Language) -> None:
    data = drawn(say)
    found = sections(data)
    assert list(found) == ["Board, spring 2026", "Priorities", "SWOT & co.", "Money"]
    assert [at for members in found.values() for at in members] == list(range(len(opened.slides(data))))
    for slide in (opened.slides(data)[at] for at in found["SWOT & co."]):
        assert "SWOT & co." in opened.texts(slide)


def test_exhibits_without_a_section_go_on_in_the_one_before() -> None:
    leaves = (Leaf(places(EN)), Leaf(places(EN), "A"), Leaf(places(EN)))
    found = sections(deck(Bound("Pack", EN, leaves, dt.date(2026, 4, 10))))
    assert found == {"Pack": [0, 1, 2], "A": [3, 4]}


@LANGUAGES
def test_the_note_comes_first_and_the_edition_last_in_the_speaker_notes(say: Language) -> None:
    slide = opened.slides(drawn(say))[2]
    assert notes(slide).startswith("Say it slowly.\nThen pause.\n")
    assert notes(slide).endswith("A. Petersen")


@LANGUAGES
def test_a_sentence_of_somebody_s_own_is_marked_and_the_computed_one_is_told(say: Language) -> None:
    bound = pack(say)
    slide = opened.slides(drawn(say))[2]
    assert slide.shapes.title.text_frame.text == "Our own sentence"
    assert say.both(("Sentence edited", "Satz bearbeitet")) in opened.texts(slide)
    assert bound.leaves[0].exhibit.computed in notes(slide)
    assert "Sentence edited" not in opened.texts(opened.slides(drawn(say))[3])


def test_a_sentence_that_the_data_overtook_turns_grey_and_says_so() -> None:
    old = replace(places(EN), computed="Something else leads", outdated=True)
    slide = opened.slides(deck(Bound("Pack", EN, (Leaf(old, "A section"),), dt.date(2026, 4, 10))))[2]
    assert str(slide.shapes.title.text_frame.paragraphs[0].runs[0].font.color.rgb) == "626D76"
    assert "Sentence edited before the data changed" in opened.texts(slide)
    assert "Something else leads" in notes(slide)


@LANGUAGES
def test_an_empty_pack_is_one_slide_that_says_so_in_its_language(say: Language) -> None:
    data = deck(Bound("Pack", say, (), dt.date(2026, 4, 10), missing=(("Survey", "No answers yet."),)))
    texts = opened.texts(opened.slides(data)[0])
    assert len(opened.slides(data)) == 1
    assert say("This board pack holds no exhibits yet") in texts
    assert "Survey: No answers yet." in texts


@LANGUAGES
def test_hostile_and_long_words_stay_in_their_boxes(say: Language) -> None:
    leaves = tuple(Leaf(places(say, message=one, title=one), f"{one} {one}", one) for one in HOSTILE if one.strip())
    missing = tuple((one, one) for one in HOSTILE)
    given = {"name": "Organisationsentwicklungsstrategie " * 9, "edition": "x" * 300, "by": "=1+1", "missing": missing}
    data = deck(Bound(say=say, leaves=leaves, day=dt.date(2026, 4, 10), **given))  # type: ignore[arg-type]
    for slide in opened.slides(data):
        for shape in (one for one in opened.shapes(slide) if one.has_text_frame and one.text_frame.text.strip()):
            paragraphs = [one for one in shape.text_frame.paragraphs if one.runs]
            font = paragraphs[0].runs[0].font
            gap = paragraphs[-1].space_before.pt if len(paragraphs) > 1 else 0
            said = [one.text for one in paragraphs]
            high = fit.height(said, font.size.pt, shape.width.pt + 0.5, bool(font.bold), gap)
            assert high <= shape.height.pt + 1.5, shape.name
            assert shape.top.cm + shape.height.cm <= 19.06, shape.name


@LANGUAGES
def test_the_chart_s_cache_and_its_workbook_hold_the_same_in_a_whole_deck(say: Language) -> None:
    charts = [s.chart for slide in opened.slides(drawn(say)) for s in slide.shapes if s.has_chart]
    assert charts
    for one in charts:
        assert opened.cached(one) == opened.embedded(one)


def test_our_master_is_as_wide_as_our_slides_and_bears_our_font() -> None:
    made = Presentation(BytesIO(drawn(EN)))
    for layout in made.slide_layouts:
        assert all(place.left + place.width <= made.slide_width for place in layout.placeholders)
    theme = next(one.target_part for one in made.slide_master.part.rels.values() if one.reltype.endswith("/theme"))
    assert b'<a:latin typeface="Arial"' in theme.blob
    assert made.slide_master._element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}").get("sz") == "2700"
