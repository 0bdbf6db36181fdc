"""Can a pack be presented with keys alone, large and whole, without anything else on the screen?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watching import WAIT, watched

SEEN = "Number(document.documentElement.dataset.lsnPage)"
MESSAGE = f"document.querySelector('.st-key-lsn-page-' + {SEEN} + ' h1').innerText"
# What stands outside of its room on the page that is looked at: head and foot, texts and marks of the drawing.
CUT = """() => {
    const at = document.documentElement.dataset.lsnPage, page = document.querySelector(`.st-key-lsn-page-${at}`);
    const found = [];
    const inside = (one, room) => {
        const is = one.getBoundingClientRect();
        if (!is.width || getComputedStyle(one).visibility === "hidden") return;
        const over = [room.left - is.left, room.top - is.top, is.right - room.right, is.bottom - room.bottom];
        if (Math.max(...over) > 2) found.push([one.tagName, one.textContent.slice(0, 40), over.map(Math.round)]);
    };
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    for (const one of page.querySelectorAll(".lsn-stage-head > *, .lsn-stage-foot > *")) inside(one, screen);
    const box = page.querySelector("[class*=st-key-lsn-draw-]"), room = box.getBoundingClientRect();
    const drawn = "td, th:not(thead th), p, b, h2, h3, li, text, .js-plotly-plot, .plot";
    for (const one of box.querySelectorAll(drawn)) inside(one, room);
    return found;
}"""


def present(page: Page, address: str) -> Page:
    """Open a presentation and wait until its keys are heard and its page stands."""
    page.goto(address)
    page.locator("html[data-lsn-running]").wait_for(state="attached", timeout=WAIT)
    standing(page)
    return page


def standing(page: Page) -> None:
    """Wait until the page that is looked at is drawn and has its size."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=WAIT)
    now = page.locator(f".st-key-lsn-page-{page.evaluate(SEEN)}")
    now.locator("[style*=scale]").first.wait_for(state="attached", timeout=WAIT)
    page.wait_for_timeout(250)


def at(page: Page, number: int) -> None:
    """The page that is looked at."""
    page.locator(f'html[data-lsn-page="{number}"]').wait_for(state="attached", timeout=WAIT)


@pytest.fixture
def large(chrome: Browser) -> Iterator[Page]:
    """A projector of the better kind, dark and English."""
    context = chrome.new_context(locale="en-GB", viewport={"width": 1920, "height": 1080}, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.fixture
def small(chrome: Browser) -> Iterator[Page]:
    """A projector of the usual kind, light and German."""
    context = chrome.new_context(locale="de-DE", viewport={"width": 1280, "height": 720}, color_scheme="light")
    yield context.new_page()
    context.close()


def walk(page: Page) -> Iterator[tuple[int, str]]:
    """Every page with every screen of it, by the key of a clicker: its number, and what is cut off on it."""
    last = int(page.locator(".lsn-black").get_attribute("data-pages") or 0)
    before = ""
    for _ in range(80):
        standing(page)
        now = page.evaluate(SEEN)
        yield now, page.evaluate(CUT)
        before = _where(page)
        if now == last and "1" not in before.split("/")[0]:
            return
        page.keyboard.press("PageDown")
        page.wait_for_timeout(150)
        if _where(page) == before:
            return


def _where(page: Page) -> str:
    """Page and screen, as the foot tells them."""
    return str(page.evaluate(f"document.querySelector('.st-key-lsn-page-' + {SEEN} + ' .lsn-stage-number').innerText"))


# Every frame: was a side bar ever seen?
FLASH = """(() => {
    window.sideBar = 0;
    const look = () => {
        window.sideBar += document.querySelector("[data-testid=stSidebar]")?.offsetWidth || 0;
        requestAnimationFrame(look);
    };
    look();
})()"""


def test_keys_lead_through_the_pages_and_nothing_else_is_on_the_screen(demo_home: str, page: Page) -> None:
    seen, complaints = watched(page), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_viewport_size({"width": 1280, "height": 720})
    page.add_init_script(FLASH)
    present(page, f"{demo_home}/present?lang=en")
    assert page.evaluate("window.sideBar") == 0
    last = int(page.locator(".lsn-black").get_attribute("data-pages") or 0)
    for gone in ("stSidebar", "stHeader", "stToolbar"):
        expect(page.get_by_test_id(gone)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.keyboard.press("End")
    at(page, last)
    page.keyboard.press("Home")
    at(page, 1)
    for key, number in [("ArrowRight", 2), ("5", 2), ("Enter", 5), ("PageDown", 6), ("PageUp", 5), ("Backspace", 4),
                        ("Space", 5), ("ArrowLeft", 4), ("Shift+Space", 3)]:  # fmt: skip
        page.keyboard.press(key)
        at(page, number)
        standing(page)
    assert page.evaluate("document.activeElement.innerText") == page.evaluate(MESSAGE)
    page.wait_for_url("**page=3", timeout=WAIT)
    page.go_back()
    at(page, 4)
    page.keyboard.press("PageUp")
    at(page, 3)
    standing(page)
    page.keyboard.press(".")
    expect(page.locator(".lsn-black")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".lsn-black")).to_be_hidden()
    at(page, 3)
    page.keyboard.press("f")
    expect(page.locator(".lsn-stage-bar [data-do=fullscreen]")).to_have_attribute("aria-pressed", "true", timeout=WAIT)
    assert page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("f")
    expect(page.locator(".lsn-stage-bar [data-do=fullscreen]")).to_have_attribute("aria-pressed", "false", timeout=WAIT)
    page.wait_for_timeout(500)
    page.keyboard.press("Escape")
    page.wait_for_url("**/board_pack*", timeout=WAIT)
    expect(page.get_by_test_id("stSidebar")).to_be_visible(timeout=WAIT)
    expect(page.locator("html[data-lsn-page]")).to_have_count(0)
    assert seen.hosts == {urlsplit(demo_home).netloc}
    assert not seen.breaches
    assert not complaints


@pytest.mark.parametrize("size", ["small", "large"])
def test_every_page_of_the_standard_pack_is_whole(size: str, demo_home: str, request: pytest.FixtureRequest) -> None:
    page = present(request.getfixturevalue(size), f"{demo_home}/present")
    dark = size == "large"
    colour = page.evaluate("getComputedStyle(document.querySelector('.st-key-lsn-page-1')).backgroundColor")
    assert colour == ("rgb(18, 24, 28)" if dark else "rgb(255, 255, 255)")
    numbers = []
    for number, cut in walk(page):
        assert cut == [], number
        numbers.append(number)
    assert sorted(set(numbers)) == list(range(1, int(page.locator(".lsn-black").get_attribute("data-pages") or 0) + 1))


def test_every_page_of_an_empty_product_is_whole(empty_home: str, small: Page) -> None:
    for number, cut in walk(present(small, f"{empty_home}/present")):
        assert cut == [], number


def test_a_cut_for_the_room_is_asked_by_mouse_and_given_back_by_a_key(demo_home: str, page: Page) -> None:
    present(page, f"{demo_home}/present?lang=en&page=4")
    agreed = page.evaluate(MESSAGE)
    page.mouse.move(600, 400)
    page.mouse.move(640, 420)
    page.get_by_role("button", name="Filters").click()
    page.locator(".st-key-lsn-stage-filters").get_by_text("State", exact=True).click()
    expect(page.locator("p[role=status]")).to_contain_text("Not the agreed view: State side by side", timeout=WAIT)
    standing(page)
    assert page.evaluate(CUT) == []
    assert page.evaluate(MESSAGE) != agreed
    page.locator(".st-key-lsn-stage-filters").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    at(page, 4)
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    at(page, 5)
    page.keyboard.press("PageUp")
    at(page, 4)
    expect(page.locator("p[role=status]")).to_have_count(0, timeout=WAIT)
    standing(page)
    page.mouse.move(610, 410)
    page.get_by_role("button", name="Filters").click()
    page.locator(".st-key-lsn-stage-filters").get_by_text("Size", exact=True).click()
    expect(page.locator("p[role=status]")).to_contain_text("Size side by side", timeout=WAIT)
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.locator("p[role=status]")).to_have_count(0, timeout=WAIT)
    assert page.evaluate(MESSAGE) == agreed


def test_colours_are_switched_on_the_stage_alone(demo_home: str, page: Page) -> None:
    present(page, f"{demo_home}/present?lang=en&page=5")
    page.mouse.move(600, 400)
    page.mouse.move(640, 420)
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator(".st-key-lsn-page-5")).to_have_css("background-color", "rgb(18, 24, 28)", timeout=WAIT)
    page.mouse.move(600, 410)
    expect(page.get_by_role("button", name="Light colours")).to_be_visible(timeout=WAIT)
