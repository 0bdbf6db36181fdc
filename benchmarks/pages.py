"""How long does each page take to answer a click, with the demo and with a hundred times as much?

    python -m benchmarks.pages [TIMES …]

A browser clicks through the side bar, and on each page in its first list of choices; a page has answered when nothing
runs any more. Printed: for each page the first click on it, the next one, and that in its list, in seconds and beside
an empty app's click on the same machine. Limits: 0.5 s with the demo, 1 s with a hundred times as much.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, TimeoutError

from benchmarks import larger
from benchmarks.first_heading import _empty
from lsn_data import demo, published
from lsn_data.store import open_store
from tests.browser.served import browser, served

LIMITS = {1: 0.5, 100: 1.0}
ROUNDS, WAIT = 3, 120_000
RUNS = "[data-testid=stApp][data-test-script-state=notRunning]"
RUNNING = "[data-testid=stApp][data-test-script-state=running]"
# A click that has set nothing running by then (milliseconds) was answered before one could look.
BEGINS = 250


def main(sizes: tuple[int, ...] = (1, 100)) -> None:
    """Serve the product at each size and click through it."""
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        with _empty(Path(folder)) as address:
            page = chromium.new_page()
            page.goto(address)
            page.locator(RUNS).wait_for(timeout=WAIT)
        for times in sizes:
            database = Path(folder) / f"times-{times}.duckdb"
            started = time.perf_counter()
            with open_store(database) as store:
                _fill(store, times)
            print(f"\n{times} x demo: stored in {time.perf_counter() - started:.1f} s")
            print(f"{'page':14} {'first':>7} {'again':>7} {'choice':>7}   limit {LIMITS.get(times, '-')}")
            with served(database) as address:
                page = chromium.new_page(viewport={"width": 1280, "height": 1000})
                page.goto(f"{address}/upload?lang=en")
                _settled(page)
                _clicked_through(page)
                page.close()


def _fill(store: object, times: int) -> None:
    if times == 1:
        published.load(store)  # type: ignore[arg-type]
        demo.load(store, "benchmark")  # type: ignore[arg-type]
    else:
        larger.load(store, times)  # type: ignore[arg-type]


def _clicked_through(page: Page) -> None:
    links = page.get_by_test_id("stSidebar").get_by_test_id("stPageLink")
    names = [one.strip() for one in links.all_inner_texts()]
    for name in names:
        link = links.filter(has_text=name).first
        first = _timed(page, link.click)
        again = median(_from_elsewhere(page, links.last, link) for _ in range(ROUNDS))
        print(f"{name:14} {first:7.2f} {again:7.2f} {_choice(page):>7}")


def _from_elsewhere(page: Page, other: Locator, link: Locator) -> float:
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
    return f"{_timed(page, options.nth(1).click):.2f}"


def _timed(page: Page, click: Callable[[], None]) -> float:
    """Seconds from a click until nothing runs any more."""
    started = time.perf_counter()
    click()
    with suppress(TimeoutError):
        page.locator(RUNNING).wait_for(timeout=BEGINS)
    _settled(page)
    return time.perf_counter() - started


def _settled(page: Page) -> None:
    page.locator(RUNS).wait_for(timeout=WAIT)
    page.get_by_test_id("stMain").get_by_role("heading").first.wait_for(timeout=WAIT)


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or (1, 100))
