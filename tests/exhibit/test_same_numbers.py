"""Do page, slide and workbook show the same numbers, and nothing beyond the exhibit's tables?"""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import HEAD_ROW, workbook
from lsn_data.exhibit.on_page import HTML, figure, table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.language import Language
from tests.exhibit import opened
from tests.exhibit.samples import DE, EN, distribution, every_kind, labels_of, line, places, rated, segments, shares

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


def _slide_of(exhibit: Exhibit) -> object:
    return opened.slides(presentation([exhibit], "2026-04"))[0]


def charts(say: Language) -> list[Exhibit]:
    """One exhibit of each kind that is a chart; the others are drawn as tables."""
    return [one for one in every_kind(say) if one.chart.kind not in HTML]


def _numbers(values: object) -> list[float]:
    return [float(value) for value in values if isinstance(value, (int, float))]  # type: ignore[attr-defined]


@LANGUAGES
def test_ranked_places_show_the_same_places_ranges_and_shares_everywhere(say: Language) -> None:
    exhibit = places(say)
    drawn = figure(exhibit, LIGHT)
    assert list(drawn.data[-1].x) == list(exhibit.table.column("place"))
    ends = [(bar.x[at], bar.x[at + 1]) for bar in drawn.data[:-1] for at in range(0, len(bar.x), 3)]
    assert sorted(ends) == sorted(zip(exhibit.table.column("low"), exhibit.table.column("high"), strict=True))
    on_slide = opened.chart(_slide_of(exhibit))
    shares = [value for value in on_slide.plots[0].series[0].values if value is not None]
    assert shares == list(exhibit.table.column("top3"))
    said = [say.percent(share) for share in exhibit.table.column("top3")]  # type: ignore[arg-type]
    assert [note.text for note in drawn.layout.annotations if note.text in said] == said


@LANGUAGES
def test_places_without_a_share_are_dots_at_the_same_places(say: Language) -> None:
    exhibit = places(say, share=False)
    series = opened.series(_slide_of(exhibit))
    points = [[float(v.text) for v in one._element.xpath("c:xVal//c:v")] for one in series]
    assert [point[0] for point in points if len(point) == 1] == list(exhibit.table.column("place"))
    spans = [tuple(point) for point in points if len(point) == 2]
    assert spans == list(zip(exhibit.table.column("low"), exhibit.table.column("high"), strict=True))


@LANGUAGES
def test_a_distribution_shows_the_same_counts_everywhere(say: Language) -> None:
    exhibit = distribution(say)
    columns = list(zip(*exhibit.table.rows, strict=True))[1:]
    assert [tuple(trace.x) for trace in figure(exhibit, DARK).data] == columns
    series = opened.chart(_slide_of(exhibit)).plots[0].series
    assert [tuple(v for v in one.values if v is not None) for one in series] == columns
    assert [one.name for one in series] == [c.label.split()[-1] for c in exhibit.table.columns[1:-1]] + [
        exhibit.table.columns[-1].label
    ]


@LANGUAGES
def test_the_columns_beside_a_distribution_say_the_same_on_page_and_slide(say: Language) -> None:
    exhibit = rated(say)
    drawn = [note.text for note in figure(exhibit, LIGHT).layout.annotations]
    on_slide = opened.texts(_slide_of(exhibit))
    for key in ("mean", "top"):
        column = exhibit.table.columns[exhibit.table.at(key)]
        said = [column.shown(value, say) for value in exhibit.table.column(key)]
        assert [text for text in drawn if text in said] == said
        assert [text for text in on_slide if text in said] == said
    assert "+0.3" in drawn
    assert "−0.1 to +0.5" in drawn
    assert "+0.3" not in on_slide


@LANGUAGES
@pytest.mark.parametrize("before", [True, False])
def test_shares_show_the_same_figures_ranges_and_earlier_ones_everywhere(say: Language, before: bool) -> None:
    exhibit = shares(say, before)
    drawn = figure(exhibit, DARK).data
    assert tuple(drawn[0].x) == exhibit.table.column("share")
    ends = [(drawn[-1].x[at], drawn[-1].x[at + 1]) for at in range(0, len(drawn[-1].x), 3)]
    assert ends == list(zip(exhibit.table.column("low"), exhibit.table.column("high"), strict=True))
    series = opened.chart(_slide_of(exhibit)).plots[0].series
    assert series[0].values == exhibit.table.column("share")
    assert len(series) == len(drawn) - 1 == (2 if before else 1)
    if before:
        assert tuple(drawn[1].x) == series[1].values == exhibit.table.column("before")


@LANGUAGES
def test_a_line_shows_the_same_values_gaps_and_target_everywhere(say: Language) -> None:
    exhibit = line(say)
    values, targets = exhibit.table.column("value"), exhibit.table.column("target")
    drawn = figure(exhibit, LIGHT)
    assert (tuple(drawn.data[0].y), tuple(drawn.data[1].y)) == (values, targets)
    series = opened.chart(_slide_of(exhibit)).plots[0].series
    assert (series[0].values, series[1].values) == (values, targets)


@LANGUAGES
def test_a_table_shows_the_same_cells_on_page_and_slide(say: Language) -> None:
    exhibit = segments(say)
    shown = [
        [column.shown(value, say) for column, value in zip(exhibit.table.columns, row, strict=True)]
        for row in exhibit.table.rows
    ]
    assert opened.table(_slide_of(exhibit))[1:] == shown
    page = table_html(exhibit, LIGHT)
    assert all(page.index(f">{cell}<") for row in shown for cell in row)
    assert page.count("<tr>") == len(shown) + 1


@LANGUAGES
def test_the_chart_s_cache_and_its_workbook_hold_the_same(say: Language) -> None:
    for slide in opened.slides(presentation(charts(say))):
        drawn = opened.chart(slide)
        assert opened.cached(drawn) == opened.embedded(drawn)


@LANGUAGES
def test_a_chart_on_a_slide_holds_no_figure_that_its_table_does_not_hold(say: Language) -> None:
    # A timeline's figures are days between the dates of its table: test_timeline tries them.
    for exhibit in (one for one in charts(say) if one.chart.kind != "timeline"):
        known = {v for row in (*exhibit.table.rows, *exhibit.chart.table.rows) for v in _numbers(row)}
        for series in opened.series(_slide_of(exhibit)):
            values = series._element.xpath("c:val//c:v | c:xVal//c:v")
            assert {float(value.text) for value in values} <= known


@LANGUAGES
def test_the_workbook_holds_the_exhibit_s_table_as_typed_numbers(say: Language) -> None:
    exhibits = every_kind(say)
    book = load_workbook(BytesIO(workbook(exhibits)))
    assert len(book.sheetnames) == len(exhibits)
    for exhibit, sheet in zip(exhibits, book.worksheets, strict=True):
        rows = sheet.iter_rows(HEAD_ROW + 1, HEAD_ROW + len(exhibit.table.rows), values_only=True)
        assert [row[: len(exhibit.table.columns)] for row in rows] == list(exhibit.table.rows)
        assert sheet["A1"].value == exhibit.message
        assert sheet["A2"].value == exhibit.title
        below = [cell.value for cell in sheet["A"][HEAD_ROW + len(exhibit.table.rows) :]]
        assert {exhibit.foot, *exhibit.notes} <= set(below)


def test_shares_leave_as_numbers_with_a_format_not_as_text() -> None:
    sheet = load_workbook(BytesIO(workbook([places(EN), places(DE)]))).worksheets
    assert [one.cell(HEAD_ROW + 1, 5).number_format for one in sheet] == ["0%", '0"\u202f"%']
    assert sheet[0].cell(HEAD_ROW + 1, 5).value == 0.82


@pytest.mark.parametrize("count", [3, 15])
def test_few_and_many_themes_are_drawn_alike(count: int) -> None:
    labels = labels_of(DE, count)
    ranked, spread = places(DE, labels), distribution(DE, labels)
    assert figure(ranked, LIGHT).layout.height == figure(spread, LIGHT, labels=False).layout.height
    for exhibit in (ranked, spread):
        names = [c for c in opened.chart(_slide_of(exhibit)).plots[0].categories if c.strip()]
        assert names == labels


def test_missing_places_ranges_and_shares_leave_a_gap() -> None:
    exhibit = places(EN, labels_of(EN, 9))
    values = opened.chart(_slide_of(exhibit)).plots[0].series[0].values
    assert list(values[-2:]) == [None, None]
    assert "9" in opened.texts(_slide_of(exhibit))


def test_two_values_are_two_dots_without_a_line() -> None:
    exhibit = line(EN, (("A", "2024", 41, None), ("A", "2025", 46, None)))
    assert figure(exhibit, LIGHT).data[0].mode == "markers"
    series = opened.chart(_slide_of(exhibit)).plots[0].series[0]
    assert series.format.line.fill.type == 5


@LANGUAGES
def test_a_half_is_rounded_on_the_page_as_the_slide_s_program_rounds_it(say: Language) -> None:
    gap = "\u202f" if say.code == "de" else ""
    assert [say.percent(share) for share in (0.125, 0.145, 0.005)] == [f"{n}{gap}%" for n in (13, 15, 1)]
    assert say.number(2.25, 1) == say.both(("2.3", "2,3"))
