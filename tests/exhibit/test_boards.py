"""Do quadrants and flows say the same on page and slide, stay whole, and lead on where they should?"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

import pytest

from lsn_data.exhibit import Chart, Table, fit
from lsn_data.exhibit.flow import BOX, WIDTH, layout
from lsn_data.exhibit.on_page import html as page_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.exhibit.quadrants import panels
from lsn_data.exhibit.slide.quadrants import AREA, SMALL, sheets
from lsn_data.language import Language
from tests.exhibit import opened
from tests.exhibit.boards import flow, quadrants
from tests.exhibit.samples import DE, EN, HOSTILE

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
LONG = "Anwender und Auftraggeber aus der Gesundheitswirtschaft sind nicht immer ausreichend vertreten; "


def tables(slide: object) -> list[list[list[str]]]:
    """All native tables of a slide, as texts."""
    found = [shape.table for shape in slide.shapes if shape.has_table]  # type: ignore[attr-defined]
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in found]


@LANGUAGES
def test_every_entry_stands_on_the_page_and_in_a_native_table_of_its_panel(say: Language) -> None:
    exhibit = quadrants(say)
    page = html.unescape(page_html(exhibit, LIGHT))
    drawn = tables(opened.slides(presentation([exhibit]))[0])
    assert [rows[0][0].split(" · ")[0] for rows in drawn] == [panel.name for panel in panels(exhibit)]
    for panel, rows in zip(panels(exhibit), drawn, strict=True):
        assert [row[0] for row in rows[1:]] == [one.label for one in panel.entries]
        assert [row[1] for row in rows[1:]] == ["40", "–", "38"][: len(panel.entries)]
        assert all(one.label in page for one in panel.entries)


def test_what_is_missing_is_marked_and_leads_to_a_check_and_codes_lead_to_their_measure() -> None:
    page = page_html(quadrants(EN), DARK)
    assert page.count('class="look"') == 3
    assert page.count('<a class="lsn-way" href="measures?measure=m-2" data-way=""><span class="missing">') == 3
    assert page.count('href="measures?measure=m-0"') == 3
    assert 'title="S1a &lt;b&gt;Tip&lt;/b&gt;"' in page


def test_bars_share_one_scale_and_nobody_s_votes_are_no_bar() -> None:
    widths = [int(wide) for wide in re.findall(r'<i style="width:(\d+)px">', page_html(quadrants(EN), LIGHT))]
    assert widths == [36, 34] * 3
    assert page_html(quadrants(EN), LIGHT).count("no votes") == 3


def test_without_weights_and_answers_their_columns_are_away() -> None:
    exhibit = quadrants(EN)
    bare = {key: key for key in ("panel", "about", "told", "label")}
    shown = replace(exhibit, chart=Chart("quadrants", exhibit.chart.table, bare))
    assert "<td" not in page_html(shown, LIGHT)
    assert all(len(row) == 1 for rows in tables(opened.slides(presentation([shown]))[0]) for row in rows)


def test_long_texts_go_on_over_several_slides_and_no_entry_is_lost() -> None:
    labels = [f"{at} {LONG * 3}" for at in range(14)]
    exhibit = quadrants(DE, labels)
    slides = opened.slides(presentation([exhibit]))
    assert len(slides) > 2
    said = [row[0].split()[0] for slide in slides for rows in tables(slide) for row in rows[1:]]
    assert sorted(said) == sorted(str(at) for at in range(14) for _ in range(3))
    for slide in slides:
        for shape in (one for one in slide.shapes if one.has_table):
            assert shape.top.cm + sum(row.height.cm for row in shape.table.rows) <= AREA.y + AREA.high + 0.01
    assert min(sheet.size for sheet in sheets(exhibit)) >= SMALL


def test_what_is_cut_stands_whole_in_the_notes() -> None:
    exhibit = quadrants(DE, [LONG * 12] * 3)
    slides = opened.slides(presentation([exhibit]))
    assert any("…" in cell for slide in slides for rows in tables(slide) for row in rows for cell in row)
    assert LONG.strip() in slides[0].notes_slide.notes_text_frame.text


def test_few_entries_stand_on_one_slide_in_a_large_type() -> None:
    assert [(sheet.size, len(sheet.panels)) for sheet in sheets(quadrants(DE))] == [(14, 4)]


@LANGUAGES
def test_no_text_in_a_quadrant_is_higher_than_its_row(say: Language) -> None:
    for slide in opened.slides(presentation([quadrants(say, [LONG, LONG * 2, "kurz"])])):
        for shape in (one for one in slide.shapes if one.has_table):
            for row in list(shape.table.rows)[1:]:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    font = cell.text_frame.paragraphs[0].runs[0].font
                    room = column.width.pt - cell.margin_left.pt - cell.margin_right.pt + 0.5
                    high = fit.height([cell.text], font.size.pt, room, bool(font.bold))
                    assert high <= row.height.pt + 0.5


def test_hostile_texts_in_quadrants_and_flows_stay_texts() -> None:
    for exhibit in (quadrants(EN, list(HOSTILE), title="<b>t</b>"), flow(EN, HOSTILE[1:4]), flow(EN, HOSTILE[6:9])):
        for palette in (LIGHT, DARK):
            page = page_html(exhibit, palette)
            assert "<b>bold" not in page
            assert "<b>t" not in page
            page.encode("utf-8")
        assert opened.slides(presentation([exhibit]))


def test_boxes_of_a_flow_never_overlap_and_are_high_enough_for_their_text() -> None:
    found = layout(flow(DE, ("Wort " * 30, "x" * 80, "kurz")))
    for column in found.columns:
        for upper, lower in pairwise(column):
            assert upper.top + upper.high < lower.top
        assert all(box.high >= 16 * len(box.lines) for box in column)
        assert all(len(box.lines) <= 3 for box in column)
    assert found.x[-1] + BOX == WIDTH


def test_what_flows_in_and_out_of_a_box_is_what_the_table_says() -> None:
    found = layout(flow(EN))
    first, second, third = found.columns
    assert [(box.label, box.out) for box in first] == [("A", 2), ("B", 2), ("C", 1)]
    assert [(box.label, box.into, box.end) for box in second] == [("Region", 3, False), ("no measure", 2, True)]
    assert [(box.label, box.figure) for box in third] == [("KPI", "3")]
    unit = found.bands[0].high / 2
    for box in (*first, *second, *third):
        assert box.taken_in <= box.top + box.high + 0.01
        assert box.taken_out <= box.top + box.high + 0.01
        assert box.high >= box.flow * unit - 0.01
    assert sum(band.high for band in found.bands if band.column == 0) == pytest.approx(5 * unit)


def test_a_box_that_leads_on_is_a_link_and_a_broken_end_is_marked() -> None:
    page = page_html(flow(EN), LIGHT)
    assert page.count("<a ") == 1
    assert 'href="?quadrant=threat" data-way=""' in page
    assert page.count('class="box end"') == 1
    picture = unquote(re.search(r'src="data:image/svg\+xml,([^"]*)"', page)[1])  # type: ignore[index]
    assert picture.count("<path") == 5
    assert "<text" not in picture


def test_an_empty_flow_is_no_error() -> None:
    exhibit = flow(EN)
    chart = Chart("flow", Table(exhibit.chart.table.columns, ()), exhibit.chart.parts)
    assert "<img" not in page_html(replace(exhibit, chart=chart), LIGHT)
