"""Does every link go through the entry script, and does nothing leave the house?"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import served
from tests.browser.watching import WAIT, opened, settled, watched


def test_a_direct_link_on_a_freshly_started_server_runs_the_entry_script_first(chrome: Browser, tmp_path: Path) -> None:
    with served(tmp_path / "fresh.duckdb") as address:
        page = chrome.new_page(locale="de-DE")
        page.goto(f"{address}/upload")
        expect(page.locator(".st-key-lsn-side-foot")).to_be_visible(timeout=WAIT)
        expect(page.get_by_text("Welche Tabelle soll gelesen werden?")).to_be_visible(timeout=WAIT)
        assert page.title() == "Hochladen · LSN 2030"
        assert page.evaluate("document.documentElement.lang") == "de"
        page.close()


def test_from_the_bare_address_nothing_is_asked_of_another_host_and_the_policy_is_kept(home: str, page: Page) -> None:
    seen = watched(page)
    opened(page, home)
    opened(page, f"{home}/upload")
    demo = page.locator(".st-key-load-demo button")
    if demo.count():
        demo.click()
        settled(page)
    opened(page, f"{home}/priorities?by=size")
    assert seen.hosts == {urlsplit(home).netloc}
    assert seen.breaches == []


def test_the_pages_are_set_in_our_own_font(home: str, page: Page) -> None:
    fonts: list[str] = []
    page.on(
        "response", lambda answer: fonts.append(answer.url) if answer.url.endswith(".woff2") and answer.ok else None
    )
    opened(page, home)
    page.wait_for_function("document.fonts.check('15px Inter')")
    assert any("/app/static/inter-latin" in url for url in fonts)


def test_every_answer_carries_the_security_headers(home: str) -> None:
    for link in ("/", "/priorities", "/healthz", "/app/static/icon.png"):
        with urlopen(home + link) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'self'" in policy
            assert "unsafe-eval" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_health_route_says_ok(home: str) -> None:
    with urlopen(f"{home}/healthz") as answer:
        assert answer.read() == b'{"status":"ok"}'


@pytest.mark.parametrize(("locale", "lang"), [("de-DE", "de"), ("en-GB", "en"), ("fr-FR", "en")])
def test_the_language_of_the_browser_is_met(chrome: Browser, home: str, locale: str, lang: str) -> None:
    page = chrome.new_page(locale=locale)
    opened(page, home)
    expect(page.locator(f"html[lang={lang}]")).to_be_attached(timeout=WAIT)
    page.close()


def test_the_switch_changes_the_language_and_stands_in_the_link(home: str, page: Page) -> None:
    opened(page, f"{home}/upload")
    page.get_by_test_id("stSidebar").get_by_role("radio", name="de").click()
    expect(page.get_by_text("Welche Tabelle soll gelesen werden?")).to_be_visible(timeout=WAIT)
    page.wait_for_url("**/upload?lang=de")
    page.get_by_test_id("stSidebar").get_by_text("Unterlage").click()
    page.wait_for_url("**/board_pack?lang=de")
    page.get_by_test_id("stSidebar").get_by_text("Hochladen").click()
    page.wait_for_url("**/upload?lang=de")
    expect(page.locator("html[lang=de]")).to_be_attached()


def test_going_back_to_the_bare_address_leads_on_again(home: str, page: Page) -> None:
    opened(page, f"{home}/?lang=de")
    page.wait_for_url("**/overview?lang=de")
    page.get_by_test_id("stSidebar").get_by_text("Hochladen").click()
    expect(page.get_by_text("Welche Tabelle soll gelesen werden?")).to_be_visible(timeout=WAIT)
    page.go_back()
    settled(page)
    page.go_back()
    settled(page)
    expect(page.get_by_test_id("stSidebar").get_by_text("Hochladen")).to_be_visible(timeout=WAIT)
    expect(page.locator("[data-testid=stAlert], [data-testid=stException]")).to_have_count(0)
