"""Are small panels drawn alike on page and slide: bars, what was published before, target, outlook, break, nothing?"""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.on_page import html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.exhibit.panels import apart, panels_of
from lsn_data.language import Language
from tests.exhibit import opened
from tests.exhibit.samples import DE, EN, HOSTILE, panels

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


def pictures(exhibit: Exhibit) -> list[str]:
    """The shapes of each panel, without the marks of ratings."""
    drawn = [unquote(one) for one in re.findall(r'src="data:image/svg\+xml,([^"]+)"', html(exhibit, LIGHT))]
    return [one for one in drawn if 'viewBox="0 0 14' not in one]


@LANGUAGES
def test_a_slide_holds_a_native_chart_a_panel_at_the_values_of_the_table(say: Language) -> None:
    exhibit = panels(say)
    slide = opened.slides(presentation([exhibit]))[0]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    drawn = [
        sorted(value for one in chart.plots[0].series for value in one.values if value is not None) for chart in charts
    ]
    told = [
        sorted(mark.value for mark in panel.marks if mark.value is not None)
        for panel in panels_of(exhibit.chart).panels
        if panel.marks
    ]
    assert drawn == told
    for chart in charts:
        assert opened.cached(chart) == opened.embedded(chart)


def test_years_keep_their_distance_and_the_earlier_value_stands_left_of_the_new_one() -> None:
    slide = opened.slides(presentation([panels(EN)]))[0]
    first, second, *_ = [shape.chart for shape in slide.shapes if shape.has_chart]
    names = list(first.plots[0].categories)
    assert names == [str(year) for year in range(2016, 2031)] + ["2030"]
    restated = {one.name: list(one.values) for one in second.plots[0].series}
    assert restated["earlier publication"].index(865) + 1 == restated["actual"].index(979)


def test_seven_panels_go_on_over_two_slides_and_a_section_begins_a_new_one() -> None:
    seven = tuple(f"Panel {at}" for at in range(7))
    for sections, counts in ((1, [6, 1]), (2, [4, 3])):
        slides = opened.slides(presentation([panels(EN, seven, sections)]))
        named = [[text for text in opened.texts(slide) if text in seven] for slide in slides]
        assert [len(one) for one in named] == counts
        assert sorted(text for one in named for text in one) == sorted(seven)


@LANGUAGES
def test_the_page_names_values_ranges_reasons_and_what_is_missing(say: Language) -> None:
    page = html(panels(say), DARK)
    for said in ("297", "340", "329–355", "new method", "No values yet", "Upload them", "late"):
        assert f">{said}<" in page, said
    assert page.count('class="box"') == 1


def test_bars_are_as_high_as_their_values() -> None:
    high = [float(one) for one in re.findall(r'<rect [^>]*height="([\d.]+)" fill="#3B464F"', pictures(panels(EN))[0])]
    assert high == pytest.approx([one * high[0] / 281 for one in (281, 290, 297)], abs=0.15)


def test_a_panel_leads_on_as_a_whole() -> None:
    exhibit = panels(EN, ways={(0, ""): Way("kpis", (("kpi", "members"),))})
    assert 'href="kpis?kpi=members"' in html(exhibit, LIGHT)


def test_no_text_of_a_stranger_becomes_markup() -> None:
    page = html(panels(EN, HOSTILE), LIGHT)
    assert "<b>bold" not in page
    assert "javascript" not in page
    assert "\x00" not in page
    assert page.count('class="title"') == len(dict.fromkeys(HOSTILE))
    assert opened.slides(presentation([panels(EN, HOSTILE)]))


def test_an_exhibit_without_panels_is_an_empty_section() -> None:
    assert panels_of(panels(EN, ()).chart).panels
    labels = apart([(2, 30), (290, 30)], 300)
    assert labels == [15, 285]
