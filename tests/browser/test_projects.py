"""Does the page of projects hold in a real browser: the map drawn from our own host, clicks that narrow?"""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.watching import WAIT, opened, settled, watched

LAND = ".js-plotly-plot .geo .layer.land path"


def click_on(page: Page, bar: Locator) -> None:
    """A click of the mouse into the middle of a bar, once it stands still."""
    page.wait_for_timeout(700)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_map_draws_land_and_countries_and_asks_no_other_host(empty_home: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{empty_home}/projects?view=partners&lang=en")
    land = page.locator(LAND)
    expect(land).to_have_count(1, timeout=WAIT)
    assert len(land.get_attribute("d") or "") > 10_000
    assert page.locator(".js-plotly-plot .choroplethlayer path").count() == 8
    assert seen.hosts == {urlsplit(empty_home).netloc}
    assert seen.breaches == []


def test_a_click_on_a_country_narrows_the_page_to_it(empty_home: str, page: Page) -> None:
    opened(page, f"{empty_home}/projects?view=partners&lang=en")
    bar = page.locator(".js-plotly-plot .barlayer .point path").nth(1)
    expect(bar).to_be_visible(timeout=WAIT)
    click_on(page, bar)
    page.wait_for_url("**country=FR**", timeout=WAIT)
    settled(page)


def test_a_click_on_a_bar_of_the_timeline_opens_the_project(empty_home: str, page: Page) -> None:
    opened(page, f"{empty_home}/projects?lang=en")
    bar = page.locator(".js-plotly-plot .barlayer .point path").first
    expect(bar).to_be_visible(timeout=WAIT)
    click_on(page, bar)
    page.wait_for_url("**project=P.I.L.O.T.**", timeout=WAIT)
    settled(page)
    expect(page.get_by_role("heading", name="P.I.L.O.T. ended 2023-03-31")).to_be_visible(timeout=WAIT)
