"""Is a decision that an exhibit asks for seen on its slide, told in the notes, and kept with the exhibit?"""

from __future__ import annotations

from dataclasses import replace

from lsn_data.exhibit.as_json import from_json, to_json
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from tests.exhibit import measured, opened
from tests.exhibit.samples import DE, EN, places

ASKS = "Fachkräfte als siebtes Thema aufnehmen oder in „Kompetenzen fördern“ mitführen?"


def test_the_decision_stands_beside_the_chart_with_an_accent_rule_at_its_left() -> None:
    slide = opened.slides(presentation([places(DE, asks=ASKS)]))[0]
    texts = {shape.text_frame.text: shape for shape in opened.shapes(slide) if shape.has_text_frame}
    box, head = texts[ASKS], texts["Zu entscheiden"]
    rules = [
        shape for shape in slide.shapes
        if shape.shape_type == 9 and shape.width == 0 and str(shape.line.color.rgb) == LIGHT.accent.lstrip("#")
    ]  # fmt: skip
    (rule,) = rules
    assert rule.left < box.left
    assert rule.top == head.top
    assert abs(rule.top + rule.height - box.top - box.height) < 1000
    assert f"Zu entscheiden: {ASKS}" in slide.notes_slide.notes_text_frame.text


def test_nothing_is_asked_where_an_exhibit_asks_nothing() -> None:
    assert "To be decided" not in opened.texts(opened.slides(presentation([places(EN)]))[0])


def test_a_long_decision_and_long_meaning_do_not_overflow() -> None:
    exhibit = places(DE, asks=ASKS * 4, meaning=(ASKS * 2, ASKS * 2))
    slide = opened.slides(presentation([exhibit]))[0]
    assert measured.spilled(slide) == measured.overlapping(slide) == []


def test_the_decision_is_kept_and_older_exhibits_ask_for_none() -> None:
    kept = to_json(places(DE, asks=ASKS))
    assert from_json(kept).asks == ASKS
    del kept["asks"]
    assert from_json(kept) == replace(places(DE), asks="")
