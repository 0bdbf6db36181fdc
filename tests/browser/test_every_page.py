"""Does every page stand in a real browser, in both languages, empty and with data, without asking anybody outside?"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import WAIT, opened, watched
from tests.ui.visitor import ROOMS


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("kind", ["empty", "demo"])
def test_every_page_stands_and_asks_nobody_outside(
    page: Page, kind: str, code: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue("demo_home" if kind == "demo" else "empty_home")
    seen = watched(page)
    for room in ROOMS:
        opened(page, f"{address}/{room}?lang={code}")
        main = page.get_by_test_id("stMain")
        expect(main.get_by_role("heading", level=1), room).to_have_count(1, timeout=WAIT)
        assert main.get_by_test_id("stException").count() == 0, room
        assert main.locator(".st-key-lsn-trouble").count() == 0, room
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{room} is {wide} pixels wider than the window"
    assert seen.hosts == {urlsplit(address).netloc}
    assert not seen.breaches
