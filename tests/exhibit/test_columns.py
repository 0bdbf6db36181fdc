"""Are columns the same on page and slide, and does their fill say what they are?"""

from __future__ import annotations

from typing import Any

import pytest

from lsn_data.exhibit import Exhibit, columns
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from tests.exhibit import opened, samples
from tests.exhibit.samples import DE, EN, HOSTILE


def on_slide(exhibit: Exhibit) -> list[Any]:
    return list(opened.chart(opened.slides(presentation([exhibit]))[0]).plots[0].series)


def texts(exhibit: Exhibit) -> list[str]:
    return [note.text for note in figure(exhibit, LIGHT).layout.annotations]


def test_page_and_slide_draw_the_figures_of_the_table_and_a_missing_year_is_a_gap() -> None:
    exhibit = samples.columns(EN)
    earlier, actual = figure(exhibit, LIGHT).data
    assert list(earlier.y) == [250]
    assert list(actual.y) == [248, 256, 275, 300, 330, 380]
    series = on_slide(exhibit)
    assert [one.name for one in series] == ["Members · earlier figure", "Members"]
    years = (248, 256, None, None, 275, None, None, 300, None, 330, None, 380)
    assert series[1].values == years
    assert series[0].values == (None, 250, *[None] * 10)


def test_years_keep_their_distance_and_say_what_is_not_actual() -> None:
    found = columns.columns_of(samples.columns(DE).chart, DE)
    assert found.labels == tuple(str(year) for year in range(2019, 2031))
    said = {label: below for label, below in zip(found.labels, found.below, strict=True) if below}
    assert said == {"2026": "bisher", "2028": "Ausblick", "2030": "Ziel"}
    assert "2026<br>bisher" in texts(samples.columns(DE))


def test_a_text_may_stand_under_a_label() -> None:
    assert "2020<br>+8\u00a0−3" in texts(samples.columns(EN))
    slide = opened.slides(presentation([samples.columns(EN)]))[0]
    assert "2020 +8\u00a0−3" in list(opened.chart(slide).plots[0].categories)


def test_each_scenario_has_a_fill_of_its_own() -> None:
    marker = figure(samples.columns(EN), LIGHT).data[1].marker
    solid, so_far, outlook, target = (marker.color[at] for at in (0, 3, 4, 5))
    assert solid == LIGHT.actual
    assert so_far not in (solid, columns.CLEAR)
    assert (outlook, target) == (columns.CLEAR, columns.CLEAR)
    assert list(marker.pattern.shape) == ["", "", "", "", "/", ""]
    assert list(marker.line.width) == [0, 0, 0, 1.5, 1.5, 1.5]
    points = on_slide(samples.columns(EN))[1].points
    assert [points[at].format.fill.type for at in (7, 9, 11)] == [1, 2, 5]


def test_every_column_knows_its_row_of_the_chart_s_table() -> None:
    for exhibit in (samples.columns(EN), samples.stacks(EN)):
        rows = exhibit.chart.table.rows
        for lane in figure(exhibit, DARK).data:
            assert [rows[row][2] for row in lane.customdata] == list(lane.y)


def test_what_leaves_hangs_below_the_base_line_and_the_total_stands_over_the_stack() -> None:
    exhibit = samples.stacks(EN)
    drawn = figure(exhibit, LIGHT)
    assert drawn.layout.barmode == "relative"
    assert max(drawn.data[2].y) < 0 < min(drawn.data[1].y)
    assert {"233", "300", "-9", "-17"} <= set(texts(exhibit))
    series = on_slide(exhibit)
    assert series[3].name == "In all"
    assert series[3].values[-1] == 300
    assert series[3].format.fill.type == 5


def test_a_stack_that_holds_a_part_twice_is_a_mistake() -> None:
    twice = (("2025", "A", 1, None, None), ("2025", "A", 2, "target", None))
    with pytest.raises(ValueError, match="twice"):
        columns.columns_of(samples.columns(EN, twice, stacked=True).chart, EN)
    again = (("2025", "A", 1, None, None), ("2025", "A", 2, None, None))
    with pytest.raises(ValueError, match="two columns"):
        columns.columns_of(samples.columns(EN, again).chart, EN)


def test_several_series_stand_side_by_side_with_one_key() -> None:
    cells = tuple((name, place, at, None, None) for at, name in enumerate("abc", 1) for place in ("HH", "SH"))
    exhibit = samples.columns(EN, cells)
    assert figure(exhibit, LIGHT).data[0].x[0] < 0
    assert texts(exhibit).count("HH") == 1
    assert [one.name for one in on_slide(exhibit)] == ["HH", "SH"]


def test_nothing_at_all_is_an_axis_and_no_error() -> None:
    for cells in ((("2025", "A", None, None, None),), (("2025", "A", 0, None, None),)):
        exhibit = samples.columns(EN, cells)
        assert figure(exhibit, LIGHT).layout.height
        assert presentation([exhibit])


def test_of_many_years_the_last_is_always_named() -> None:
    cells = tuple((str(year), "A", 12345, None, None) for year in range(1970, 2027))
    said = texts(samples.columns(EN, cells))
    assert "2026" in said
    assert "1971" not in said
    assert said.count("12,345") == 2


@pytest.mark.parametrize("stacked", [False, True])
def test_hostile_labels_and_names_stay_texts(stacked: bool) -> None:
    cells = tuple((label, name, 3, None, 6) for label in HOSTILE for name in HOSTILE[:5])
    exhibit = samples.columns(EN, cells, stacked)
    drawn = figure(exhibit, LIGHT).to_json()
    assert "\\u003cb\\u003ebold" not in drawn
    assert "<b>bold" not in drawn
    assert "$x$" not in drawn
    slide = opened.slides(presentation([exhibit]))[0]
    assert opened.cached(opened.chart(slide)) == opened.embedded(opened.chart(slide))
