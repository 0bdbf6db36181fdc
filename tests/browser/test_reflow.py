"""Does every page fit a narrow window: a telephone, or 1280 pixels made two and four times as large (WCAG 1.4.10)?

And does nothing spill or get cut off when somebody sets texts wider apart (1.4.12)? Wide tables and charts move in
their own boxes.
"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.watching import by_side_bar, opened, too_wide

ROOMS = ("survey", "swot", "upload")
HIGH = 900
WIDE_APART = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
SET_APART = "style => { document.head.append(Object.assign(document.createElement('style'), {textContent: style})) }"
# Texts that are cut at the edge of what holds them, and those beyond the window that nothing moves into sight.
CUT_OFF = """() => {
    const main = document.querySelector("[data-testid=stMain]"), edge = innerWidth + 1;
    const moving = one => /auto|scroll/.test(getComputedStyle(one).overflowX);
    const moves = one => one && one !== main && (moving(one) || moves(one.parentElement));
    const cut = one => /hidden|clip/.test(getComputedStyle(one).overflow)
        && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
    const texts = [...main.querySelectorAll("h1, h2, h3, p, button, a, th, td, li, label")].filter(one =>
        one.checkVisibility() && one.textContent.trim() && one.clientWidth > 1 && !one.closest("svg"));
    return texts.filter(one => cut(one) || (one.getBoundingClientRect().right > edge && !moves(one)))
        .map(one => one.textContent.trim().slice(0, 40));
}"""


def test_a_narrow_window_and_texts_set_apart_spill_nothing(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/survey?lang=de")
    found = []
    for room in ROOMS:
        by_side_bar(page, room)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": HIGH})
            found += spilled(page)
        page.evaluate(SET_APART, WIDE_APART)
        found += spilled(page)
        page.evaluate("document.head.lastElementChild.remove()")
        page.set_viewport_size({"width": 1280, "height": HIGH})
    assert not found
    page.evaluate("document.querySelector('[data-testid=stMain] h1').style.minWidth = '1500px'")
    assert len(spilled(page)) > 1, "what is too wide is found"


def spilled(page: Page) -> list[str]:
    """What does not fit the window as it is."""
    wide, size = too_wide(page), page.viewport_size
    assert size
    found = [f"the page, by {wide} pixels"] if wide > 0 else []
    return [f"{page.url} at {size['width']}: {one}" for one in [*found, *page.evaluate(CUT_OFF)]]
