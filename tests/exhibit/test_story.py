"""Do page and slide tell a story in its parts, side by side and whole?"""

from __future__ import annotations

from lsn_data.exhibit.on_page import html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from tests.exhibit import opened, samples
from tests.exhibit.samples import DE, EN, HOSTILE


def test_the_page_tells_the_parts_in_their_order_each_under_its_name() -> None:
    drawn = html(samples.story(DE), LIGHT)
    places = [drawn.index(said) for said in ("Problem", "Teil 1", "Lösung", "Teil 2", "Unser Beitrag", "Teil 3")]
    assert places == sorted(places)
    assert drawn.count("<section>") == 3


def test_the_slide_holds_each_part_as_a_text_box_that_can_be_edited() -> None:
    texts = opened.texts(opened.slides(presentation([samples.story(EN)]))[0])
    assert {"The problem", "Part 1 is told.", "Our contribution", "Part 3 is told."} <= set(texts)


def test_a_part_that_is_too_long_is_whole_in_the_speaker_notes() -> None:
    long = "Ein sehr langer Satz über eine Klinik am Meer. " * 80
    slide = opened.slides(presentation([samples.story(DE, [long, "kurz", "kurz"])]))[0]
    assert long.strip() in slide.notes_slide.notes_text_frame.text


def test_hostile_texts_stay_texts() -> None:
    for at in range(0, len(HOSTILE), 3):
        parts = [*HOSTILE[at : at + 3], "x", "x"]
        assert "<b>bold" not in html(samples.story(EN, parts), DARK)
        assert presentation([samples.story(EN, parts)]).startswith(b"PK")
