"""What does a page ask for, and what does the browser complain about?"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

WAIT = 20_000
OWN_SCHEMES = ("data", "blob")


@dataclass
class Seen:
    """Every host that was asked, and every breach of the content security policy."""

    hosts: set[str] = field(default_factory=set)
    breaches: list[str] = field(default_factory=list)


def watched(page: Page) -> Seen:
    """Watch a page from now on: requests, web sockets, complaints."""
    seen = Seen()

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in OWN_SCHEMES:
            seen.hosts.add(parts.netloc)

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    page.on(
        "console",
        lambda said: seen.breaches.append(said.text) if "Content Security Policy" in said.text else None,
    )
    return seen


def settled(page: Page) -> None:
    """Wait until the script has run: the side bar stands, nothing is running, clicks are heard."""
    expect(page.locator(".st-key-lsn-side-foot")).to_be_visible(timeout=WAIT)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=WAIT)
    page.locator("html[data-lsn-ear]").wait_for(state="attached", timeout=WAIT)


def opened(page: Page, address: str) -> Page:
    """Follow a link and wait until the page stands."""
    page.goto(address)
    settled(page)
    return page


def by_side_bar(page: Page, room: str) -> None:
    """Turn to a page within the visit."""
    if page.url.split("?")[0].endswith(f"/{room}"):
        return
    page.get_by_test_id("stSidebar").locator(f"a[href$='{room}'], a[href*='{room}?']").first.click()
    page.wait_for_url(f"**/{room}*", timeout=WAIT)
    settled(page)
    page.wait_for_timeout(350)


def out_of_order(page: Page) -> list[str]:
    """What a drawn page must not show: a trouble, no heading or several, more than the window is wide."""
    main = page.get_by_test_id("stMain")
    expect(main.get_by_role("heading", level=1), page.url).to_have_count(1, timeout=WAIT)
    wide = too_wide(page)
    troubles = main.get_by_test_id("stException").count() + main.locator(".st-key-lsn-trouble").count()
    wrong = {"a trouble is shown": troubles, f"{wide} pixels wider than the window": wide > 0}
    return [f"{page.url}: {what}" for what, is_wrong in wrong.items() if is_wrong]


def too_wide(page: Page) -> int:
    """So many pixels the page reaches beyond its window: Streamlit moves its main part, not the document."""
    return int(
        page.evaluate(
            "Math.max(...[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".map(one => one.scrollWidth - one.clientWidth))"
        )
    )
