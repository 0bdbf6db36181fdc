"""How long from a key to the next page of a presentation?

    python -m benchmarks.presenting

The standard pack of the demo on a screen of 1280 by 720. Printed in seconds: what an empty app takes for a click, the
turn to the next page, which stands ready (median and longest), and the jump to a page that nobody has drawn yet. A page
is there when its message is seen and its drawing has its size.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from benchmarks.pages import RUNS, WAIT, empty_click
from lsn_data import demo, published
from lsn_data.store import open_store
from tests.browser.served import browser, served

# Milliseconds from a key until its page is drawn, counted in the browser frame by frame.
TURN = """([key, page]) => new Promise((done) => {
    const started = performance.now(), there = () => {
        const at = document.querySelector(`.st-key-lsn-page-${page}`);
        const seen = at && getComputedStyle(at).visibility === "visible" && at.querySelector("[style*=scale]");
        if (seen) done(performance.now() - started); else requestAnimationFrame(there);
    };
    for (const one of key) window.dispatchEvent(new KeyboardEvent("keydown", { key: one, bubbles: true }));
    there();
})"""


def main() -> None:
    """Serve the demo and turn its pages."""
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        print(f"an empty app's click: {empty_click(chromium, Path(folder)):.2f} s")
        database = Path(folder) / "demo.duckdb"
        with open_store(database) as store:
            published.load(store)
            demo.load(store, "benchmark")
        with served(database) as address:
            page = chromium.new_page(viewport={"width": 1280, "height": 720})
            page.goto(f"{address}/present?lang=en&page=4")
            page.locator("html[data-lsn-running]").wait_for(state="attached", timeout=WAIT)
            _settled(page)
            jump = _turned(page, ["1", "1", "Enter"], 11)
            back = [_turned(page, [*str(to), "Enter"], to) for to in range(10, 2, -1)]
            print(f"the next page: {median(back):.2f} s, at most {max(back):.2f} s")
            print(f"a page that was not drawn yet: {jump:.2f} s")
            page.close()


def _turned(page: Page, keys: list[str], to: int) -> float:
    """Seconds from a key to the page that it leads to; then everything comes to rest."""
    seconds = page.evaluate(TURN, [keys, to]) / 1000
    _settled(page)
    return float(seconds)


def _settled(page: Page) -> None:
    page.wait_for_timeout(500)
    page.locator(RUNS).wait_for(timeout=WAIT)
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
