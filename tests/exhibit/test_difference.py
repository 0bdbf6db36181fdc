"""Does an arrow stand exactly between the two values that a message tells apart, and only where that is true?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pptx.oxml.ns import qn

from lsn_data.exhibit import Difference, Exhibit, fit
from lsn_data.exhibit.as_json import from_json, to_json
from lsn_data.exhibit.on_slide import presentation
from tests.exhibit import opened, samples
from tests.exhibit.samples import DE, EN

WORDS = "33 Punkte Abstand"


def differing(exhibit: Exhibit, start: int, end: int, said: str = WORDS, **parts: str) -> Exhibit:
    return replace(exhibit, chart=replace(exhibit.chart, difference=Difference(start, end, said, **parts)))


def slide_of(exhibit: Exhibit) -> Any:
    return opened.slides(presentation([exhibit]))[0]


def group_of(slide: Any) -> Any:
    """The group that holds an arrow, or None."""
    return next((one for one in slide.shapes if one.shape_type == 6 and list(arrows(one))), None)


def arrows(group: Any) -> Iterator[Any]:
    return (one for one in group.shapes if one._element.find(f".//{qn('a:tailEnd')}") is not None)


def arrow_of(slide: Any) -> Any:
    (arrow,) = arrows(group_of(slide))
    return arrow


def plot_of(slide: Any) -> tuple[float, float, float, float]:
    """(left, top, width, height) of the inner plot, in centimetres, as the chart's file fixes it."""
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    layout = frame.chart._chartSpace.chart.plotArea.find(qn("c:layout")).find(qn("c:manualLayout"))
    x, y, wide, high = (float(layout.find(qn(f"c:{key}")).get("val")) for key in "xywh")
    left, top = frame.left.cm + x * frame.width.cm, frame.top.cm + y * frame.height.cm
    return left, top, wide * frame.width.cm, high * frame.height.cm


def across(slide: Any, value: float, axis: Any = None) -> float:
    """Where a value stands on the axis of a chart of bars, in centimetres from the left."""
    axis = axis or opened.chart(slide).value_axis
    left, _, wide, _ = plot_of(slide)
    return left + (value - axis.minimum_scale) / (axis.maximum_scale - axis.minimum_scale) * wide


def down(slide: Any, value: float) -> float:
    """Where a value stands in a chart of columns or lines, in centimetres from the top."""
    axis = opened.chart(slide).value_axis
    _, top, _, high = plot_of(slide)
    return top + (axis.maximum_scale - value) / (axis.maximum_scale - axis.minimum_scale) * high


def test_between_the_groups_of_an_order_the_arrow_leads_from_share_to_share() -> None:
    slide = slide_of(differing(samples.places(DE), 3, 1))
    arrow = arrow_of(slide)
    assert arrow.begin_x.cm == pytest.approx(across(slide, 0.38), abs=0.02)
    assert arrow.end_x.cm == pytest.approx(across(slide, 0.71), abs=0.02)
    assert arrow.begin_y == arrow.end_y


def test_it_stands_in_the_empty_slot_between_two_groups() -> None:
    slide = slide_of(differing(samples.places(DE), 2, 1))
    _, top, _, high = plot_of(slide)
    names = list(opened.chart(slide).plots[0].categories)
    assert arrow_of(slide).begin_y.cm == pytest.approx(top + (names.index(" ") + 0.5) * high / len(names), abs=0.02)


def test_places_that_are_dots_are_told_apart_on_the_scale_of_places() -> None:
    slide = slide_of(differing(samples.places(EN, share=False), 2, 1))
    arrow = arrow_of(slide)
    axis = opened.chart(slide).category_axis
    assert arrow.begin_x.cm == pytest.approx(across(slide, 3, axis), abs=0.02)
    assert arrow.end_x.cm == pytest.approx(across(slide, 2, axis), abs=0.02)


def test_shares_of_two_rows_and_of_two_waves_in_one_row() -> None:
    exhibit = samples.shares(DE)
    values, before = exhibit.chart.part("share"), exhibit.chart.part("before")
    slide = slide_of(differing(exhibit, 2, 0))
    assert arrow_of(slide).begin_x.cm == pytest.approx(across(slide, float(values[2])), abs=0.02)
    assert arrow_of(slide).end_x.cm == pytest.approx(across(slide, float(values[0])), abs=0.02)
    at = max(range(len(values)), key=lambda row: abs(values[row] - (before[row] or values[row])))
    slide = slide_of(differing(exhibit, at, at, "+", start_part="before"))
    assert arrow_of(slide).begin_x.cm == pytest.approx(across(slide, float(before[at])), abs=0.02)
    assert arrow_of(slide).end_x.cm == pytest.approx(across(slide, float(values[at])), abs=0.02)


def test_columns_are_told_apart_by_an_upright_arrow_right_of_all_of_them() -> None:
    exhibit = samples.columns(DE)
    values = exhibit.chart.part("value")
    rows = [row for row, value in enumerate(values) if value is not None]
    low, high = (pick(rows, key=lambda row: values[row]) for pick in (min, max))
    slide = slide_of(differing(exhibit, low, high, "mehr als doppelt"))
    arrow = arrow_of(slide)
    assert arrow.begin_y.cm == pytest.approx(down(slide, values[low]), abs=0.02)
    assert arrow.end_y.cm == pytest.approx(down(slide, values[high]), abs=0.02)
    left, _, wide, _ = plot_of(slide)
    assert arrow.begin_x == arrow.end_x
    assert left + wide < arrow.begin_x.cm < 22.8


def test_the_newest_point_of_a_line_is_told_apart_from_an_earlier_one() -> None:
    cells = (("Rate", "2022", 40.0, None), ("Rate", "2024", 46.0, None), ("Rate", "2026", 61.0, None))
    slide = slide_of(differing(samples.line(EN, cells), 1, 2))
    arrow = arrow_of(slide)
    assert arrow.begin_y.cm == pytest.approx(down(slide, 46), abs=0.02)
    assert arrow.end_y.cm == pytest.approx(down(slide, 61), abs=0.02)


def test_a_panel_that_stands_alone_tells_how_far_its_target_is() -> None:
    exhibit = samples.panels(DE, ("Mitglieder",))
    scenario = exhibit.chart.part("scenario")
    rows = [scenario.index("target") - 1, scenario.index("target")]
    slide = slide_of(differing(exhibit, *rows, "noch 43 bis zum Ziel"))
    arrow = arrow_of(slide)
    assert arrow.begin_y.cm == pytest.approx(down(slide, 297), abs=0.02)
    assert arrow.end_y.cm == pytest.approx(down(slide, 340), abs=0.02)


@pytest.mark.parametrize(
    "exhibit",
    [
        differing(samples.places(EN, samples.labels_of(EN, 9)), 8, 0),
        differing(samples.places(EN), 1, 1),
        differing(samples.places(EN), 2, 4),
        differing(samples.places(EN), 3, 1, "a text that is much too long for any place beside the bars " * 3),
        differing(samples.places(EN), 3, 1, " "),
        differing(samples.stacks(EN), 0, 3),
    ],
    ids=["a value is missing", "no difference", "too short", "too long a text", "no words", "parts of stacks"],
)
def test_where_it_cannot_be_drawn_there_is_no_arrow(exhibit: Exhibit) -> None:
    assert group_of(slide_of(exhibit)) is None


def test_the_words_fit_their_box_and_are_the_alternative_text() -> None:
    group = group_of(slide_of(differing(samples.places(DE), 3, 1)))
    (box,) = [one for one in group.shapes if one.has_text_frame and one.text_frame.text]
    run = box.text_frame.paragraphs[0].runs[0]
    assert box.text_frame.text == group._element.nvGrpSpPr.cNvPr.get("descr") == WORDS
    assert fit.width(WORDS, run.font.size.pt, bold=True) <= box.width.pt
    assert run.font.size.pt >= 12


def test_a_difference_is_kept_with_the_exhibit_and_older_ones_have_none() -> None:
    exhibit = differing(samples.places(DE), 3, 1)
    kept = to_json(exhibit)
    assert from_json(kept).chart.difference == exhibit.chart.difference
    del kept["chart"]["difference"]
    assert from_json(kept).chart.difference is None
