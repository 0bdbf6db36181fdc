"""How do the README's pictures come about? Run by hand (needs chromium): `python tests/browser/tour.py docs/tour`

Clicks the tour as `test_questions` does, with the demo, and takes a picture where the README shows one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Page

from lsn_data import demo, published
from lsn_data.store import open_store
from tests.browser.clicks import Clicks
from tests.browser.served import browser, served
from tests.browser.watching import opened

STEPS = {
    "overview": "/overview",
    "priorities": "/priorities?by=state&group=SH%2Cother&also=size%3D1-9%2C10-49",
    "measures": "/measures?theme=innovation",
    "kpis": "/kpis",
    "kpi": "/kpis?kpi=premium-members",
    "swot": "/swot",
}


def pictures(folder: Path) -> None:
    """One picture of each step, in English, light, small enough for a page of text."""
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "tour.duckdb"
        with open_store(database) as store:
            published.load(store)
            demo.load(store, "tour")
        with served(database) as home, browser() as chrome:
            for name, link in STEPS.items():
                page = chrome.new_page(viewport={"width": 1280, "height": 860}, locale="en-GB")
                _picture(page, f"{home}{link}{'&' if '?' in link else '?'}lang=en", folder / f"{name}.png")
                page.close()


def _picture(page: Page, address: str, file: Path) -> None:
    opened(page, address)
    Clicks(page).heading.wait_for()
    page.wait_for_timeout(1500)
    page.screenshot(path=file)


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    pictures(Path(sys.argv[1]))
