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
