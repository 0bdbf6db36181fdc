"""Does a flow stand on a slide as shapes: boxes with names and figures, bands as wide as what flows?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lsn_data.exhibit import Exhibit, Table, fit, flow
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.slide import flow as slide_flow
from lsn_data.language import Language
from tests.exhibit import boards, opened
from tests.exhibit.samples import DE, EN, HOSTILE

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
LONG = "Zusammenarbeit mit Landesgesellschaften, Wirtschaftsförderungseinrichtungen und Gesundheitsregionen"


def group_of(exhibit: Exhibit) -> Any:
    slide = opened.slides(presentation([exhibit]))[0]
    return next(shape for shape in slide.shapes if shape.shape_type == 6)


def bands(group: Any) -> list[Any]:
    return [shape for shape in group.shapes if shape.shape_type == 5]


def boxes(group: Any) -> list[Any]:
    return [shape for shape in group.shapes if shape.shape_type == 1 and shape.text_frame.text]


@LANGUAGES
def test_every_box_has_its_name_and_its_figure(say: Language) -> None:
    exhibit = boards.flow(say)
    found = flow.layout(exhibit)
    texts = [shape.text_frame.text for shape in group_of(exhibit).shapes if shape.has_text_frame]
    for box in (box for column in found.columns for box in column):
        assert box.label in texts
        assert box.figure in texts


def test_a_band_starts_and_ends_at_its_boxes_and_is_as_wide_as_what_flows() -> None:
    exhibit = boards.flow(EN)
    group = group_of(exhibit)
    by_name = {box.text_frame.text: box for box in boxes(group)}
    drawn = bands(group)
    rows = flow._rows(exhibit)
    assert len(drawn) == len(rows)
    for band, row in zip(drawn, rows, strict=True):
        source, target = by_name[str(row["source"])], by_name[str(row["target"]).strip()]
        assert band.left == pytest.approx(source.left + source.width, abs=800)
        assert band.left + band.width == pytest.approx(target.left, abs=800)
    # A band of two boxes on one height is as high as its flow: here all three go on, and a third of them leaves.
    straight = next(band for band, row in zip(drawn, rows, strict=True) if row["stage"] == 2)
    assert straight.height == pytest.approx(by_name["Region"].height, abs=800)


def test_where_a_way_ends_its_box_is_dashed_and_its_band_is_in_the_accent() -> None:
    group = group_of(boards.flow(DE))
    end = next(box for box in boxes(group) if box.text_frame.text == "keine Maßnahme")
    assert end.line.dash_style is not None
    assert len({str(band.fill.fore_color.rgb) for band in bands(group)}) == 2


def test_the_group_tells_the_flow_to_who_cannot_see_it() -> None:
    exhibit = boards.flow(DE)
    told = group_of(exhibit)._element.nvGrpSpPr.cNvPr.get("descr")
    assert exhibit.title in told
    assert "Faktoren 2" in told


@pytest.mark.parametrize("names", [(LONG, LONG[::-1], "C"), tuple(HOSTILE[5:8]), ("x" * 300, "b", "c")])
def test_long_names_stay_inside_their_boxes_and_stand_in_full_in_the_notes(names: tuple[str, ...]) -> None:
    exhibit = boards.flow(DE, names)
    slide = opened.slides(presentation([exhibit]))[0]
    group = next(shape for shape in slide.shapes if shape.shape_type == 6)
    for box in boxes(group):
        frame, run = box.text_frame, box.text_frame.paragraphs[0].runs[0]
        room = box.width.pt - frame.margin_left.pt - frame.margin_right.pt
        assert fit.height([frame.text], run.font.size.pt, room + 0.5, bool(run.font.bold)) <= box.height.pt + 0.5
        assert run.font.size.pt >= 10
    if "x" * 300 in names:
        assert "x" * 300 in slide.notes_slide.notes_text_frame.text


def test_a_flow_of_too_many_boxes_leaves_as_its_table() -> None:
    exhibit = boards.flow(EN)
    rows = tuple((1, f"Factor {at}", "Theme", 1.0, 0, 1, 13, at, 0) for at in range(13))
    many = replace(exhibit, chart=replace(exhibit.chart, table=Table(exhibit.chart.table.columns, rows)))
    assert not slide_flow.is_drawn(many)
    slide = opened.slides(presentation([many]))[0]
    assert any(shape.has_table for shape in slide.shapes)


def test_everything_stands_inside_its_place() -> None:
    for exhibit in (boards.flow(DE), boards.flow(DE, (LONG, LONG, LONG))):
        for shape in group_of(exhibit).shapes:
            assert shape.left.cm >= 1.59
            assert shape.left.cm + shape.width.cm <= 32.29
            assert shape.top.cm + shape.height.cm <= slide_flow.BOTTOM + 0.02
