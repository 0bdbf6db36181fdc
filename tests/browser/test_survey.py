"""Does the survey page hold in a real browser: charts, search, slides, and nothing fetched from elsewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.served import served
from tests.browser.test_way import downloaded
from tests.browser.watching import WAIT, opened, settled, watched


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A product with the demo data."""
    with served(tmp_path_factory.mktemp("survey") / "survey.duckdb") as address:
        yield address


def test_the_empty_page_offers_the_template_and_the_demo_fills_it(demo: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{demo}/survey?lang=en")
    assert downloaded(page, "survey-template").startswith(b"PK")
    page.locator(".st-key-load-demo button").click()
    expect(page.get_by_role("heading", name="58 of 300 members answered")).to_be_visible(timeout=WAIT)
    expect(page.locator(".js-plotly-plot")).to_have_count(2, timeout=WAIT)
    drawn = page.locator(".js-plotly-plot").first.inner_text()
    assert "Satisfaction overall" in drawn
    assert "71%" in drawn
    assert not seen.breaches


def test_the_texts_are_searched_and_the_link_opens_the_same(demo: str, page: Page) -> None:
    opened(page, f"{demo}/survey?lang=en")
    page.get_by_label("Search the texts").fill("mehr")
    page.get_by_label("Search the texts").press("Enter")
    finding = page.locator(".st-key-lsn-more-comments h2")
    expect(finding).to_contain_text("of 27 texts hold “mehr”", timeout=WAIT)
    settled(page)
    assert "words=mehr" in page.url
    told = finding.inner_text()
    opened(page, page.url)
    expect(finding).to_have_text(told, timeout=WAIT)


def test_the_slide_holds_the_ratings_as_a_native_chart(demo: str, page: Page) -> None:
    opened(page, f"{demo}/survey?lang=de")
    finding = page.locator(".st-key-lsn-more-satisfaction h2").inner_text()
    slide = Presentation(BytesIO(downloaded(page, "download-pptx-satisfaction"))).slides[0]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert [series.name for series in chart.plots[0].series] == ["5", "4", "3", "2", "1", "ohne Wertung"]
    assert " ".join(finding.split()) in " ".join(slide.shapes.title.text_frame.text.split())
