"""Who only clicks? A visitor who counts, for the questions that shall be answered by clicking alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.browser.watching import settled


class Clicks:
    """A visitor who only clicks, and counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, click: Callable[[], None]) -> None:
        """One click, and waiting until the page stands."""
        click()
        self.count += 1
        settled(self.page)

    def side_bar(self, name: str) -> None:
        """A page of the side bar."""
        self.on(self.page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click)

    def choice(self, key: str, name: str) -> None:
        """A choice of a switch."""
        self.on(self.page.locator(f".st-key-{key}").get_by_text(name, exact=True).click)

    def listed(self, key: str, name: str) -> None:
        """A choice of a list: one click opens it, one chooses."""
        self.page.locator(f".st-key-{key} input").click()
        self.count += 1
        self.on(self.page.get_by_role("option").filter(has_text=name).first.click)

    @property
    def heading(self) -> Locator:
        """The page's first line."""
        return self.page.get_by_test_id("stMain").get_by_role("heading", level=1)
