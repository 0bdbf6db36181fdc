"""Does a click in a table lead on without loading the page anew?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.watching import WAIT, opened, settled, watched

PLACE = "a.lsn-way[href=priorities]"


def test_a_click_on_a_figure_leads_to_its_page_in_the_same_visit(page: Page, demo_home: str) -> None:
    seen = watched(page)
    opened(page, f"{demo_home}/overview?lang=en")
    page.evaluate("window.stillHere = true")
    page.locator(PLACE).first.click()
    expect(page.locator(PLACE)).to_have_count(0, timeout=WAIT)
    settled(page)
    assert page.url.startswith(f"{demo_home}/priorities")
    assert page.evaluate("window.stillHere") is True
    assert not seen.breaches


def test_a_click_with_a_key_held_down_is_left_to_the_browser(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/overview?lang=en")
    with page.context.expect_page() as other:
        page.locator(PLACE).first.click(modifiers=["Control"])
    assert other.value.url.startswith(f"{demo_home}/priorities")
    assert page.url.startswith(f"{demo_home}/overview")
