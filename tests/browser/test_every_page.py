"""Does every page of an empty product stand in a real browser, without asking anybody outside?

With data, and in English, `test_accessible` walks through them and holds them to the same.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.watching import by_side_bar, opened, out_of_order, watched
from tests.ui.visitor import ROOMS


def test_every_page_stands_and_asks_nobody_outside(page: Page, empty_home: str) -> None:
    seen = watched(page)
    opened(page, f"{empty_home}/overview?lang=de")
    found = []
    for room in ROOMS:
        by_side_bar(page, room)
        found += out_of_order(page)
    assert not found
    assert seen.hosts == {urlsplit(empty_home).netloc}
    assert not seen.breaches
