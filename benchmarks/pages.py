"""How long does each page take to answer a click, with the demo and with a hundred times as much?

    python -m benchmarks.pages [TIMES …]

A browser clicks through the side bar, and on each page in its first list of choices. A page has answered when its
finding stands, and is whole when nothing runs any more. Printed in seconds: the finding and the whole at the first
click on a page, where everything is computed; both when somebody comes back; the whole after a choice nobody made
before. Limits for the finding: 0.5 s with the demo, 1 s with a hundred times as much. What an empty app takes for a
click stands above, since a second here is no second elsewhere.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from benchmarks import larger
from benchmarks.first_heading import served_script
from lsn_data import demo, published
from lsn_data.store import open_store
from tests.browser.served import browser, served

LIMITS = {1: 0.5, 100: 1.0}
ROUNDS, WAIT = 3, 120_000
RUNS = "[data-testid=stApp][data-test-script-state=notRunning]"
SEEN = """() => ({
    finding: document.querySelector("[data-testid=stMain] h1")?.innerText ?? "",
    runs: document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "notRunning",
})"""
# A click that has set nothing running by then (seconds) was answered before one could look.
BEGINS = 0.4
BUTTON = """import streamlit as st

st.session_state["n"] = st.session_state.get("n", 0) + 1
st.button("more")
st.title(f"run {st.session_state['n']}")
"""


def main(sizes: tuple[int, ...] = (1, 100)) -> None:
    """Serve the product at each size and click through it."""
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        print(f"an empty app's click: {empty_click(chromium, Path(folder)):.2f} s")
        for times in sizes:
            database = Path(folder) / f"times-{times}.duckdb"
            started = time.perf_counter()
            with open_store(database) as store:
                _fill(store, times)
            print(f"\n{times} x demo, stored in {time.perf_counter() - started:.1f} s; limit {LIMITS.get(times, '-')}")
            print(f"{'page':14} {'first: finding':>15} {'whole':>6} {'again: finding':>15} {'whole':>6} {'choice':>7}")
            with served(database) as address:
                page = chromium.new_page(viewport={"width": 1280, "height": 1000})
                page.goto(f"{address}/upload?lang=en")
                _settled(page)
                _clicked_through(page)
                page.close()


def empty_click(chromium: Browser, folder: Path) -> float:
    """The median of clicks on a button that changes a heading."""
    with served_script(folder, BUTTON) as address:
        page = chromium.new_page()
        page.goto(address)
        _settled(page)
        found = [_timed(page, page.get_by_test_id("stMain").get_by_role("button").click)[0] for _ in range(ROUNDS)]
        page.close()
    return median(found)


def _fill(store: object, times: int) -> None:
    if times == 1:
        published.load(store)  # type: ignore[arg-type]
        demo.load(store, "benchmark")  # type: ignore[arg-type]
    else:
        larger.load(store, times)  # type: ignore[arg-type]


def _clicked_through(page: Page) -> None:
    links = page.get_by_test_id("stSidebar").get_by_test_id("stPageLink")
    names = [one.strip() for one in links.all_inner_texts()]
    links.last.click()
    _settled(page)
    for name in names[:-1]:
        link = links.filter(has_text=re.compile(rf"^\s*{name}\s*$")).first
        finding, whole = _timed(page, link.click)
        again = [_from_elsewhere(page, links.last, link) for _ in range(ROUNDS)]
        later, all_later = (median(times) for times in zip(*again, strict=True))
        print(f"{name:14} {finding:15.2f} {whole:6.2f} {later:15.2f} {all_later:6.2f} {_choice(page):>7}")


def _from_elsewhere(page: Page, other: Locator, link: Locator) -> tuple[float, float]:
    """The click on a page link, coming from another page."""
    other.click()
    _settled(page)
    return _timed(page, link.click)


def _choice(page: Page) -> str:
    """Another choice in the page's first list, which nobody has asked for yet."""
    boxes = page.get_by_test_id("stMain").get_by_test_id("stSelectbox")
    if not boxes.count():
        return "-"
    boxes.first.locator("input").click()
    options = page.get_by_role("option")
    if options.count() < 2:
        return "-"
    return f"{_timed(page, options.nth(1).click)[1]:.2f}"


def _timed(page: Page, click: Callable[[], None]) -> tuple[float, float]:
    """Seconds from a click until another finding stands (where it stays: until all is there), and until all is."""
    before = page.evaluate(SEEN)["finding"]
    started = time.perf_counter()
    click()
    finding: float | None = None
    begun = False
    while True:
        seen, now = page.evaluate(SEEN), time.perf_counter() - started
        begun = begun or seen["runs"]
        if finding is None and seen["finding"] not in ("", before):
            finding = now
        if not seen["runs"] and (begun or finding is not None or now > BEGINS):
            return finding or now, now


def _settled(page: Page) -> None:
    page.locator(RUNS).wait_for(timeout=WAIT)
    page.get_by_test_id("stMain").get_by_role("heading").first.wait_for(timeout=WAIT)


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or (1, 100))
