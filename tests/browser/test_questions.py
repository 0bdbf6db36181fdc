"""Can a manager's questions be answered by clicking alone? The tour of the README, click by click, with the demo."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.clicks import Clicks
from tests.browser.watching import WAIT, opened, watched

FEW = 8


def test_what_small_companies_of_a_state_want_most_and_what_is_done_for_it(page: Page, demo_home: str) -> None:
    seen = watched(page)
    opened(page, f"{demo_home}/overview?lang=en")
    visitor = Clicks(page)
    visitor.side_bar("Priorities")
    visitor.choice("by", "Size")
    visitor.listed("group", "1–9 employees")
    visitor.listed("also", "Schleswig-Holstein and Other state (too few)")
    box = page.locator(".st-key-lsn-suppressed")
    expect(box).to_contain_text("These views can be shown", timeout=WAIT)
    visitor.on(box.get_by_role("button").filter(has_text="Schleswig-Holstein").first.click)
    expect(visitor.heading).to_contain_text(re.compile("innovative power", re.IGNORECASE), timeout=WAIT)
    done = page.locator(".st-key-lsn-more-wanted-and-done")
    expect(done).to_contain_text("run or are planned", timeout=WAIT)
    row = done.get_by_role("row").filter(has_text="Innovative power")
    visitor.on(row.locator("a[href^=measures]").first.click)
    expect(page.get_by_test_id("stMain")).to_contain_text("Funding compass for start-ups", timeout=WAIT)
    assert "theme=innovation" in page.url
    assert visitor.count <= FEW
    assert not seen.breaches


def test_which_kpi_will_miss_2030_and_since_when_it_is_known(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/overview?lang=en")
    visitor = Clicks(page)
    visitor.side_bar("KPIs")
    expect(visitor.heading).to_contain_text("2030", timeout=WAIT)
    table = page.locator(".st-key-lsn-more-kpis-table")
    visitor.on(table.get_by_role("row").filter(has_text="wrong way").first.locator("a.lsn-way").first.click)
    expect(page.get_by_test_id("stMain")).to_contain_text("since 20", timeout=WAIT)
    assert visitor.count <= FEW


def test_which_risk_nobody_has_taken_on(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/overview?lang=en")
    visitor = Clicks(page)
    decisions = page.locator(".st-key-lsn-more-decisions")
    visitor.on(decisions.get_by_role("row").filter(has_text="risks have no measure").locator("a.lsn-way").first.click)
    expect(visitor.heading).to_contain_text("Nobody has taken on the heaviest risk", timeout=WAIT)
    assert visitor.count == 1
