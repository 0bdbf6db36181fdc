"""Is every slide of the product finished: all exhibits, of the demo and of published facts alone, in both languages?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from lsn_data import demo, published
from lsn_data.board import NAMES, Pick, draw
from lsn_data.disclosure import NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit, clean
from lsn_data.exhibit.on_slide import presentation
from lsn_data.store import Store, open_store
from tests.exhibit import measured, opened
from tests.exhibit.samples import DE, EN

SMALLEST = 10
# What an exhibit needs to be drawn at all: its page always gives it.
CHOSEN = {
    "measure": {"measure": "S1a"}, "project": {"project": "BFCC"}, "questionnaire": {"question": "1"},
    "strategy-actions": {"cluster": "dlsc"},
}  # fmt: skip


@dataclass(frozen=True)
class Deck:
    """All exhibits that the data can show, each with its slides; and the size of a slide."""

    slides: tuple[tuple[Exhibit, tuple[Any, ...]], ...]
    size: tuple[int, int]

    def each(self) -> Iterator[tuple[Exhibit, Any]]:
        """Every slide with its exhibit."""
        return ((exhibit, slide) for exhibit, slides in self.slides for slide in slides)


def _store(state: str) -> Store:
    store = open_store(":memory:")
    published.load(store)
    if state == "demo":
        demo.load(store, "test")
    return store


def exhibits_of(store: Store, say: Any) -> list[Exhibit]:
    """Every exhibit that these data can show."""
    found = []
    for name in NAMES:
        try:
            found.append(draw(store, Pick.of(name, **CHOSEN.get(name, {})), say))
        except (Refused, NotShown):
            continue
    return found


@pytest.fixture(scope="module", params=["demo", "published"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    with _store(request.param) as opened_store:
        yield opened_store


@pytest.fixture(scope="module", params=["de", "en"])
def deck(request: pytest.FixtureRequest, store: Store) -> Deck:
    exhibits = exhibits_of(store, DE if request.param == "de" else EN)
    made = Presentation(BytesIO(presentation(exhibits, "Vorstand 2026-04")))
    slides = list(made.slides)
    found, at = [], 0
    for exhibit in exhibits:
        count = 1
        while at + count < len(slides) and _goes_on(slides[at + count], exhibit, count + 1):
            count += 1
        found.append((exhibit, tuple(slides[at : at + count])))
        at += count
    assert at == len(slides)
    return Deck(tuple(found), (made.slide_width, made.slide_height))


def _goes_on(slide: Any, exhibit: Exhibit, sheet: int) -> bool:
    return any(said.startswith(f"{exhibit.title} ({sheet}/") for said in opened.texts(slide))


def test_nearly_every_exhibit_can_be_drawn_from_the_demo(deck: Deck) -> None:
    drawn = {exhibit.name for exhibit, _ in deck.slides}
    assert len(drawn) > (60 if any(exhibit.origin == "demo" for exhibit, _ in deck.slides) else 20)


def _told(deck: Deck, look: Any) -> list[str]:
    return [f"{exhibit.name}: {said}" for exhibit, slide in deck.each() for said in look(slide)]


def test_every_text_fits_its_box_and_every_cell_its_row(deck: Deck) -> None:
    assert _told(deck, measured.spilled) == []


def test_no_word_is_broken(deck: Deck) -> None:
    assert _told(deck, measured.broken) == []


def test_no_text_covers_another_or_a_table(deck: Deck) -> None:
    assert _told(deck, measured.overlapping) == []


def test_nothing_stands_outside_the_slide(deck: Deck) -> None:
    assert _told(deck, lambda slide: measured.outside(slide, *deck.size)) == []


def test_nothing_above_the_foot_is_set_in_less_than_ten_points(deck: Deck) -> None:
    assert _told(deck, lambda slide: measured.small(slide, SMALLEST)) == []


def test_charts_tables_and_drawn_groups_have_an_alternative_text(deck: Deck) -> None:
    for exhibit, slide in deck.each():
        frames = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert all(frame._element._nvXxPr.cNvPr.get("descr") for frame in frames), exhibit.name
        told = [shape._element._nvXxPr.cNvPr.get("descr") for shape in slide.shapes]
        assert exhibit.chart.kind == "story" or any(told), exhibit.name


def test_it_is_read_from_the_message_to_the_foot(deck: Deck) -> None:
    for exhibit, slide in deck.each():
        say, names = exhibit.say, [shape.name for shape in slide.shapes]
        assert names[:2] == [say("Message"), say("Title")], exhibit.name
        drawn = [
            at for at, shape in enumerate(slide.shapes)
            if shape.has_chart or shape.has_table or shape._element._nvXxPr.cNvPr.get("descr")
        ]  # fmt: skip
        beside = [names.index(name) for name in (say("What it means"), say("How to read it")) if name in names]
        foot = names.index(say("Source"))
        order = [1, *drawn, *beside, foot, names.index(say("Page"))]
        assert order == sorted(order), exhibit.name


def test_the_speaker_has_the_question_the_method_and_the_caveats(deck: Deck) -> None:
    for exhibit, slide in deck.each():
        notes = slide.notes_slide.notes_text_frame.text
        told = (exhibit.question, exhibit.foot, *exhibit.notes, *(one.said for one in exhibit.method))
        assert all(clean.line(part) in notes for part in told), exhibit.name


def test_charts_hold_only_figures_of_their_exhibit_and_the_same_in_their_workbook(deck: Deck) -> None:
    for exhibit, slide in deck.each():
        known = {float(v) for row in (*exhibit.table.rows, *exhibit.chart.table.rows) for v in row if _is_figure(v)}
        for drawn in (shape.chart for shape in slide.shapes if shape.has_chart):
            cached, embedded = opened.cached(drawn), opened.embedded(drawn)
            assert cached.keys() == embedded.keys(), exhibit.name
            # A workbook keeps sixteen digits of a figure.
            assert all(_same(values, embedded[at]) for at, values in cached.items()), exhibit.name
            # A timeline's figures are days between the dates of its table: its own test tries them.
            if exhibit.chart.kind != "timeline":
                assert _values(drawn) <= known, exhibit.name


def _same(one: list[Any], other: list[Any]) -> bool:
    pairs = zip(one, other, strict=True)
    return all(a == (pytest.approx(b, rel=1e-12) if _is_figure(b) else b) for a, b in pairs)


def _is_figure(value: object) -> bool:
    return isinstance(value, (int, float))


def _values(drawn: Any) -> set[float]:
    return {
        float(value.text)
        for plot in drawn.plots for series in plot.series
        for value in series._element.xpath("c:val//c:v | c:xVal//c:v")
    }  # fmt: skip
