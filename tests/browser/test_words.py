"""Does a German page say anything in Streamlit's English? Pages are walked, lists, calendars and chips opened."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from lsn_data.ui.words import PATTERNS, WORDS, pattern
from tests.browser.watching import WAIT, opened

SAMPLE = Path(__file__).parents[1] / "samples" / "surveys" / "limesurvey_fulltext_de.csv"
READ = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walk.nextNode()) {
    const one = walk.currentNode;
    if (one.nodeType === Node.TEXT_NODE) {
      if (!one.parentElement.closest("[data-testid=stHtml], [data-testid=stMarkdown], script, style, noscript"))
        found.push(one.nodeValue.trim());
    } else for (const name of ["title", "aria-label", "placeholder"]) found.push(one.getAttribute(name) ?? "");
  }
  return found;
}"""
ENGLISH = [re.compile(f"{pattern(text).replace('(?<', '(?P<')}$") for text in (*WORDS, *PATTERNS)]


def english(page: Page) -> list[str]:
    """What Streamlit says in English on a page, as it stands now."""
    return sorted({text for text in page.evaluate(READ) if any(one.match(text) for one in ENGLISH)})


def test_no_english_of_streamlit_stays_on_german_pages(chrome: Browser, demo_home: str) -> None:
    page = chrome.new_context(locale="en-GB", viewport={"width": 1280, "height": 1000}).new_page()
    for room in ("overview", "explore", "board_pack", "strategy"):
        opened(page, f"{demo_home}/{room}?lang=de")
        assert english(page) == [], room
    opened(page, f"{demo_home}/measures?section=aid&lang=de")
    page.get_by_test_id("stMultiSelect").first.locator("input").click()
    expect(page.get_by_text("Alle wählen", exact=True)).to_be_visible(timeout=WAIT)
    assert english(page) == []
    opened(page, f"{demo_home}/upload?lang=de")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(SAMPLE)
    expect(page.get_by_role("button", name="Dateien hinzufügen")).to_be_visible(timeout=WAIT)
    page.get_by_test_id("stDateInputCalendarButton").click(timeout=WAIT)
    expect(page.get_by_role("grid")).to_be_visible(timeout=WAIT)
    assert english(page) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("stSidebar").get_by_role("radio", name="en").click()
    expect(page.get_by_role("button", name="Add files")).to_be_visible(timeout=WAIT)
    page.context.close()


def test_an_unknown_link_leads_to_the_first_page_which_says_so(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/priorities-of-old?lang=de")
    expect(page.locator(".lsn-notice")).to_contain_text("Es gibt keine Seite „priorities-of-old“", timeout=WAIT)
    expect(page.get_by_test_id("stMain").get_by_role("heading", level=1)).to_have_count(1)
    assert page.get_by_role("dialog").count() == 0
