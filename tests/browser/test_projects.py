"""Does the page of projects hold in a real browser: the map drawn from our own host, clicks that narrow?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import served
from tests.browser.watching import WAIT, opened, settled, watched

LAND = ".js-plotly-plot .geo .layer.land path"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A product with the published facts alone."""
    with served(tmp_path_factory.mktemp("projects") / "projects.duckdb") as address:
        yield address


def test_the_map_draws_land_and_countries_and_asks_no_other_host(published: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{published}/projects?view=partners&lang=en")
    land = page.locator(LAND)
    expect(land).to_have_count(1, timeout=WAIT)
    assert len(land.get_attribute("d") or "") > 10_000
    assert page.locator(".js-plotly-plot .choroplethlayer path").count() == 8
    assert seen.hosts == {urlsplit(published).netloc}
    assert seen.breaches == []


def test_a_click_on_a_country_narrows_the_page_to_it(published: str, page: Page) -> None:
    opened(page, f"{published}/projects?view=partners&lang=en")
    bar = page.locator(".js-plotly-plot .barlayer .point path").nth(1)
    expect(bar).to_be_visible(timeout=WAIT)
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**country=FR**", timeout=WAIT)
    settled(page)


def test_a_click_on_a_bar_of_the_timeline_opens_the_project(published: str, page: Page) -> None:
    opened(page, f"{published}/projects?lang=en")
    bar = page.locator(".js-plotly-plot .barlayer .point path").first
    expect(bar).to_be_visible(timeout=WAIT)
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**project=P.I.L.O.T.**", timeout=WAIT)
    settled(page)
    expect(page.get_by_role("heading", name="P.I.L.O.T. ended 2023-03-31")).to_be_visible(timeout=WAIT)
