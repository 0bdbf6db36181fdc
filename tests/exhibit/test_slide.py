"""Does every slide carry what a board needs, in boxes that hold their text?"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from lsn_data.exhibit import Chart, Column, Source, Table, fit
from lsn_data.exhibit.on_slide import presentation
from lsn_data.language import Language
from tests.exhibit import opened
from tests.exhibit.samples import DE, EN, HOSTILE, every_kind, places, segments

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
LONG = (
    "Innovationskraft, Internationalisierungsstrategie und Organisationsentwicklung bilden gemeinsam die führende "
    "Gruppe der Lebenswissenschaftsregion; welches der drei Themen tatsächlich vorn liegt, lassen die 55 auswertbaren "
    "Rangfolgen der Mitgliederumfrage bei dieser Stichprobengröße leider offen"
)


@LANGUAGES
def test_every_slide_has_message_title_source_date_and_page(say: Language) -> None:
    exhibits = every_kind(say)
    slides = opened.slides(presentation(exhibits, "Vorstand 2026-04"))
    for at, (exhibit, slide) in enumerate(zip(exhibits, slides, strict=True), start=1):
        texts = opened.texts(slide)
        assert exhibit.message in texts
        assert exhibit.title in texts
        assert exhibit.foot in texts
        assert exhibit.foot.startswith(say.both(("Source:", "Quelle:")))
        assert re.search(r"\d{4}-\d\d-\d\d", exhibit.foot)
        assert "DEMO" in texts
        assert f"{at} / {len(exhibits)}" in texts
        assert say.both(("Edition “Vorstand 2026-04”", "Ausgabe „Vorstand 2026-04“")) in texts


@LANGUAGES
def test_many_sources_are_counted_on_the_slide_and_named_in_the_notes(say: Language) -> None:
    day = dt.date(2026, 3, 31)
    names = [f"a document with a rather long name, number {n}" for n in range(9)]
    exhibit = replace(places(say), sources=tuple(Source(name, "", day, "published") for name in names))
    slide = opened.slides(presentation([exhibit], "Vorstand"))[0]
    foot = next(text for text in opened.texts(slide) if text.startswith(say.both(("Source:", "Quelle:"))))
    assert names[0] in foot
    assert re.search(say.both((r"\d more, see the notes", r"\d weitere, siehe Notizen")), foot)
    assert "2026-03-31" in foot
    assert "…" not in foot
    assert names[-1] in slide.notes_slide.notes_text_frame.text


@LANGUAGES
def test_charts_and_tables_carry_alt_text_and_slides_carry_notes(say: Language) -> None:
    exhibits = every_kind(say)
    for exhibit, slide in zip(exhibits, opened.slides(presentation(exhibits)), strict=True):
        drawn = (shape for shape in slide.shapes if shape.has_chart or shape.has_table or shape.shape_type == 6)
        told = next(filter(None, (shape._element._nvXxPr.cNvPr.get("descr") for shape in drawn)))
        assert exhibit.title in told
        notes = slide.notes_slide.notes_text_frame.text
        for part in (exhibit.question, *exhibit.notes, exhibit.foot):
            assert part in notes


@LANGUAGES
def test_the_deck_names_its_language_author_and_title(say: Language) -> None:
    deck = Presentation(BytesIO(presentation(every_kind(say))))
    language = "de-DE" if say.code == "de" else "en-GB"
    about = deck.core_properties
    assert (about.author, about.language) == ("LSN 2030", language)
    assert about.title
    runs = [r for s in deck.slides for shape in opened.shapes(s) if shape.has_text_frame for r in _runs(shape)]
    assert {run._r.rPr.get("lang") for run in runs} == {language}


def _runs(shape: Any) -> list[Any]:
    return [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]


def _overflows(shape: Any) -> bool:
    """Is the text higher than its box, measured with the type that it is set in?"""
    paragraphs = [p for p in shape.text_frame.paragraphs if p.runs]
    if not paragraphs:
        return False
    font = paragraphs[0].runs[0].font
    gap = paragraphs[-1].space_before.pt if len(paragraphs) > 1 else 0
    high = fit.height([p.text for p in paragraphs], font.size.pt, shape.width.pt + 0.5, bool(font.bold), gap)
    return high > shape.height.pt + 1


@pytest.mark.parametrize("message", [LONG, LONG * 4, "x" * 500, "Kurz"])
def test_no_text_is_higher_than_its_box(message: str) -> None:
    more = {"message": message, "title": message, "meaning": (message, message), "notes": (message,) * 5}
    exhibits = [
        places(DE, **more), places(DE, list(HOSTILE), **more), places(DE, list(HOSTILE), share=False, **more),
        segments(DE, **more),
    ]  # fmt: skip
    for slide in opened.slides(presentation(exhibits, message)):
        spilled = [shape.name for shape in opened.shapes(slide) if shape.has_text_frame and _overflows(shape)]
        assert spilled == []


@LANGUAGES
def test_every_shape_stands_on_the_slide(say: Language) -> None:
    deck = Presentation(BytesIO(presentation([*every_kind(say), places(say, list(HOSTILE))])))
    for slide in deck.slides:
        for shape in opened.shapes(slide):
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_long_table_goes_on_over_several_slides_and_loses_no_row() -> None:
    exhibit = segments(DE, rows=40)
    slides = opened.slides(presentation([exhibit]))
    rows = [row for slide in slides for row in opened.table(slide)[1:]]
    assert len(slides) > 1
    assert [row[0] for row in rows] == list(exhibit.table.column("theme"))
    for slide in slides:
        frame = next(shape for shape in slide.shapes if shape.has_table)
        assert frame.top.cm + sum(row.height.cm for row in frame.table.rows) < 17.1


def test_columns_that_find_no_room_are_told_in_the_notes() -> None:
    slide = opened.slides(presentation([segments(EN, columns=14)]))[0]
    assert "5 more columns stand in the workbook." in slide.notes_slide.notes_text_frame.text


def test_an_empty_pack_says_so() -> None:
    assert "This board pack holds no exhibits yet" in opened.texts(opened.slides(presentation([]))[0])


def test_labels_cut_on_the_slide_stand_in_full_in_its_notes() -> None:
    slide = opened.slides(presentation([places(EN, ["x" * 300, "b", "c"])]))[0]
    assert "x" * 300 in slide.notes_slide.notes_text_frame.text


LIBERATION = {
    False: Path("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"),
    True: Path("/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"),
}


@pytest.mark.skipif(not all(path.exists() for path in LIBERATION.values()), reason="needs Liberation Sans")
@pytest.mark.parametrize("bold", [False, True])
def test_widths_are_those_of_the_real_face(bold: bool) -> None:
    from PIL import ImageFont

    face = ImageFont.truetype(str(LIBERATION[bold]), 1000)
    for text in (
        LONG,
        "Quelle: „Umfrage“ – 1.234 Ä Ö Ü ß % ()",
        "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVW",
    ):
        assert fit.width(text, 1000, bold) == pytest.approx(face.getlength(text, features=["-kern"]), rel=0.005)


def test_headings_of_a_wide_table_keep_their_words_whole() -> None:
    slide = opened.slides(presentation([segments(DE, columns=8)]))[0]
    frame = next(shape for shape in slide.shapes if shape.has_table)
    for column, cell in zip(frame.table.columns, frame.table.rows[0].cells, strict=True):
        size = cell.text_frame.paragraphs[0].runs[0].font.size.pt
        assert max(fit.width(word, size) for word in cell.text.split(" ")) <= column.width.pt
        assert "…" not in cell.text


def test_a_long_heading_stands_whole_in_a_smaller_type() -> None:
    """A group's heading ends with how many answered: that must not be what is cut."""
    groups = ["Alle", "Biotechnologie", "Medizintechnik", "Forschung & Hochschule", "Digital Health"]
    groups += ["Sonstige, Pharma und Öffentliche Hand", "Dienstleistungen"]
    heads = [*(f"{group} (n = 13)" for group in groups), "Größter Abstand in Plätzen", "Mehr als Zufall?"]
    table = Table(
        (Column("theme", "Thema"), *(Column(f"g{at}", head) for at, head in enumerate(heads))),
        tuple(("Organisationsentwicklung", *("7 (1–7)" for _ in heads)) for _ in range(7)),
    )
    made = replace(segments(DE), table=table, chart=Chart("table", table))
    shown = opened.table(opened.slides(presentation([made]))[0])[0]
    assert [head.replace("\xa0", " ") for head in shown[1:]] == heads


@LANGUAGES
def test_a_table_without_rows_says_that_there_is_nothing_to_list(say: Language) -> None:
    exhibit = segments(say)
    empty = replace(exhibit, table=Table(exhibit.table.columns, ()), chart=Chart("table", Table((), ())))
    slide = opened.slides(presentation([empty]))[0]
    assert opened.table(slide)[1][0] == say.both(("no entry", "kein Eintrag"))
