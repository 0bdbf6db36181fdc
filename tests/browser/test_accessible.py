"""Can every page be used by people who do not see it, or see few colours? As far as a machine can tell."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import KNOWN, broken
from tests.browser.test_present import present
from tests.browser.test_way import INPUT, two_registers
from tests.browser.watching import WAIT, by_side_bar, opened, out_of_order, settled, watched
from tests.ui.visitor import ROOMS

LOCALES = {"de": "de-DE", "en": "en-GB"}
# What a page is called, how it is built, which charts have no name or no figures that the keyboard reaches.
BUILT = """() => {
    const main = document.querySelector("[data-testid=stMain]");
    const heads = [...main.querySelectorAll("h1, h2, h3")].filter(one => one.checkVisibility());
    const ranks = heads.map(one => Number(one.tagName[1]));
    const charts = [...main.querySelectorAll("[data-testid=stPlotlyChart]")];
    const named = one => one.getAttribute("role") === "img" && /\\S/.test(one.getAttribute("aria-label") ?? "");
    const figures = one => {
        const folds = [...main.querySelectorAll("[class*=st-key-lsn-figures-]")];
        const fold = folds.find(other => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
        return Boolean(fold?.querySelector("summary") && fold.querySelector("table"));
    };
    return {
        title: document.title, lang: document.documentElement.lang, ranks,
        side: document.querySelector("[data-testid=stSidebar]").getAttribute("role"),
        current: document.querySelectorAll("[data-testid=stSidebar] [aria-current=page]").length,
        nameless: charts.filter(one => !named(one)).length, bare: charts.filter(one => !figures(one)).length,
    };
}"""


def amiss(page: Page, code: str) -> list[str]:
    """What is wrong with how the page is built."""
    built: dict[str, Any] = page.evaluate(BUILT)
    ranks = built["ranks"]
    wrong = {
        "its language": built["lang"] != code,
        "its title": not built["title"].endswith(" · LSN 2030"),
        "not one first heading": ranks.count(1) != 1 or ranks[0] != 1,
        "a jump of headings": any(after > before + 1 for before, after in pairwise(ranks)),
        "its navigation": built["side"] != "navigation" or built["current"] != 1,
        "a chart without a name": built["nameless"],
        "a chart without figures": built["bare"],
    }
    return [f"{page.url}: {what}" for what, is_wrong in wrong.items() if is_wrong]


@pytest.mark.parametrize(("code", "scheme"), [("de", "light"), ("en", "dark")])
def test_no_page_breaks_a_rule(chrome: Browser, demo_home: str, code: str, scheme: Any) -> None:
    context = chrome.new_context(locale=LOCALES[code], color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    seen = watched(page)
    opened(page, f"{demo_home}/overview?lang={code}")
    found, titles = [], set()
    for room in ROOMS:
        by_side_bar(page, room)
        found += out_of_order(page) + broken(page) + amiss(page, code)
        titles.add(page.title())
    context.close()
    assert not found
    assert seen.hosts == {urlsplit(demo_home).netloc}
    assert len(titles) == len(ROOMS)
    assert not seen.breaches


def test_no_empty_page_breaks_a_rule(page: Page, empty_home: str) -> None:
    opened(page, f"{empty_home}/overview?lang=en")
    found = []
    for room in ("overview", "priorities", "swot", "upload", "explore", "board_pack"):
        by_side_bar(page, room)
        found += broken(page) + amiss(page, "en")
    assert not found
    page.evaluate("document.querySelector('[data-testid=stMain] h1').after(document.createElement('button'))")
    assert len(broken(page)) == 1, "a button without a name is found"


def test_what_opens_on_a_page_breaks_no_rule(page: Page, demo_home: str) -> None:
    met: set[tuple[str, str]] = set()
    opened(page, f"{demo_home}/priorities?lang=en")
    page.locator("summary").first.click()
    found = broken(page, met)
    opened(page, f"{demo_home}/upload?lang=en")
    workbook = {"name": "both.xlsx", "mimeType": "application/octet-stream", "buffer": two_registers()}
    page.get_by_test_id(INPUT).set_input_files(workbook)
    expect(page.locator(".st-key-answer button")).to_be_visible(timeout=WAIT)
    settled(page)
    page.get_by_test_id("stMain").get_by_role("combobox").first.click()
    expect(page.get_by_role("listbox")).to_be_visible(timeout=WAIT)
    found += broken(page, met)
    page.keyboard.press("Escape")
    by_side_bar(page, "board_pack")
    page.get_by_test_id("stPopoverButton").first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible(timeout=WAIT)
    found += broken(page, met)
    assert not found
    assert met == set(KNOWN), "take out of KNOWN what does not occur any more"


# Where the system's own colours are chosen: what is painted as background and text, and the ring of the focus.
PAINTED = """which => [...document.querySelectorAll(which)].map(one => {
    const style = getComputedStyle(one);
    return {ground: style.backgroundColor, text: getComputedStyle(one.querySelector("p") ?? one).color,
        ring: `${style.outlineStyle} ${style.outlineWidth}`};
})"""


def test_the_colours_of_the_system_leave_focus_choices_and_marks_seen(chrome: Browser, demo_home: str) -> None:
    context = chrome.new_context(locale="en-GB", color_scheme="dark", forced_colors="active")
    page = opened(context.new_page(), f"{demo_home}/overview?lang=en")
    page.locator(".st-key-lang [aria-checked=true]").wait_for(timeout=WAIT)
    page.locator("[class^=lsn-table] .marks i.on").first.wait_for(timeout=WAIT)
    ground = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    chosen, other = (page.evaluate(PAINTED, f".st-key-lang [aria-checked={state}]")[0] for state in ("true", "false"))
    assert chosen["ground"] not in (other["ground"], chosen["text"])
    squares = page.evaluate(PAINTED, "[class^=lsn-table] .marks i.on, [class^=lsn-table] .track .dot")
    assert squares
    assert all(one["ground"] != ground for one in squares)
    page.keyboard.press("Tab")
    assert page.evaluate(PAINTED, ":focus-visible")[-1]["ring"] == "solid 2px"
    context.close()


def test_the_presented_pages_break_no_rule(page: Page, demo_home: str) -> None:
    present(page, f"{demo_home}/present?lang=de")
    found = broken(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert not found + broken(page)
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.title() == "Präsentation · LSN 2030"
