"""Which risk has nobody taken on, and what does a click in the flow lead to? Asked by clicking alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.watching import WAIT, opened, settled, watched


def test_the_first_line_names_the_risk_and_a_click_on_its_gap_leads_to_the_check_of_a_measure(
    demo_home: str, page: Page
) -> None:
    seen = watched(page)
    opened(page, f"{demo_home}/swot?lang=en")
    expect(page.get_by_role("heading", name="Nobody has taken on the heaviest risk")).to_be_visible(timeout=WAIT)
    gap = page.get_by_role("row", name="Tight budgets").first.get_by_role("link", name="no measure")
    gap.click()
    page.wait_for_url("**/measures?section=aid&addresses=T3", timeout=WAIT)
    assert not seen.breaches


def test_a_click_on_a_box_narrows_the_flow_and_the_whole_comes_back(demo_home: str, page: Page) -> None:
    opened(page, f"{demo_home}/swot?lang=en")
    flow = page.locator(".st-key-lsn-more-swot-flow")
    flow.get_by_role("link", name="Risks").first.click()
    expect(flow.locator("h2")).to_have_text("3 of 5 factors lead to a KPI, 2 end before", timeout=WAIT)
    settled(page)
    flow.get_by_role("link", name="Tight budgets").click()
    expect(flow.locator("h2")).to_have_text("The factor leads to no KPI", timeout=WAIT)
    settled(page)
    assert page.url.endswith("quadrant=threat&factor=T3")
    page.locator(".st-key-whole-flow button").click()
    expect(flow.locator("h2")).to_have_text("26 of 32 factors lead to a KPI, 6 end before", timeout=WAIT)
