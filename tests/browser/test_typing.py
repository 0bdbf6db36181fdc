"""Is a value typed in a real browser, stored when it is confirmed, and taken back in one click?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import served
from tests.browser.watching import WAIT, opened, settled, watched

SECTION = ".st-key-edit-kpi-values-members"
VALUE, NEWEST = 300, 2  # where the column stands in the grid (pixels), and the row of the year 2025


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A product that knows published facts alone."""
    with served(tmp_path_factory.mktemp("typing") / "typing.duckdb") as address:
        yield address


def typed(page: Page, number: str) -> None:
    """Choose the cell, open it, write over what stands there."""
    grid = page.locator(f"{SECTION} [data-testid=stDataFrame]").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + VALUE, box["y"] + 52 + 33 * NEWEST)
    page.keyboard.press("Enter")
    field = page.locator("#portal input")
    expect(field).to_be_visible(timeout=WAIT)
    field.fill(number)
    field.press("Enter")


def test_a_value_is_typed_confirmed_and_taken_back(place: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{place}/kpis?lang=en&kpi=members")
    page.locator(f"{SECTION} summary").click()
    expect(page.locator(f"{SECTION} canvas").first).to_be_visible(timeout=WAIT)
    settled(page)
    typed(page, "303")
    expect(page.locator(f"{SECTION} .lsn-sheet.change")).to_contain_text("303", timeout=WAIT)
    page.get_by_role("button", name="Store 1 change").click()
    expect(page.get_by_text(re.compile("Stored: KPI values, 1 row, as import"))).to_be_visible(timeout=WAIT)
    settled(page)
    assert "303" in page.locator("h1").first.inner_text()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text(re.compile("^Taken back:"))).to_be_visible(timeout=WAIT)
    expect(page.locator("h1").first).not_to_contain_text("303", timeout=WAIT)
    assert not seen.breaches
    assert {host.split(":")[0] for host in seen.hosts} == {"localhost"}
