"""How does every page look? Run by hand (needs chromium): `python tests/browser/shots.py FOLDER [WORD]`

Writes a picture of each page, empty and with the demo data, in both languages and both colour schemes; WORD takes
only the pictures whose name holds it.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Page

from tests.browser.served import browser, served

STRATEGY = {
    "strategy": "",
    "strategy-success": "?part=success",
    "strategy-identity": "?part=identity",
    "strategy-process": "?part=process",
    "strategy-context": "?part=context",
    "strategy-danish": "?cluster=dlsc-2021",
    "strategy-danish-success": "?cluster=dlsc-2021&part=success",
    "strategy-both": "?cluster=comparison",
}
ROOMS = {
    "overview": "/overview",
    **{name: f"/strategy{view}" for name, view in STRATEGY.items()},
    "priorities": "/priorities",
    "priorities-narrowed": "/priorities?by=size&group=1-9&also=state%3DHH",
    "priorities-groups": "/priorities?by=state",
    "priorities-within": "/priorities?by=state&group=HH&also=beside%3Asize",
    "members": "/members",
    "members-crossed": "/members?by=size&second=state",
    "survey": "/survey",
    "survey-split": "/survey?split=size",
    "swot": "/swot",
    "swot-theme": "/swot?theme=organisation&links=open",
    "swot-risks": "/swot?quadrant=threat",
    "measures": "/measures",
    "measures-one": "/measures?measure=visibility-4a&theme=visibility",
    "measures-aid": "/measures?section=aid",
    "measures-log": "/measures?section=log",
    "measures-danish": "/measures?cluster=dlsc-2021",
    "workshops": "/workshops",
    "workshops-theme": "/workshops?theme=visibility",
    "peers": "/peers",
    "projects": "/projects",
    "projects-one": "/projects?project=HIHeal",
    "kpis": "/kpis",
    "kpis-members": "/kpis?kpi=members",
    "kpis-counted": "/kpis?kpi=partnerships&period=2024",
    "kpis-impact": "/kpis?level=impact",
    "projects-money": "/projects?view=money",
    "projects-partners": "/projects?view=partners",
    "projects-stories": "/projects?view=stories",
    "upload": "/upload",
    "explore": "/explore",
    "board-pack": "/board_pack",
    "administration": "/administration",
    "privacy": "/privacy",
}


def settled(page: Page) -> None:
    """Wait until a page has drawn all it has."""
    page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").first.wait_for()
    page.wait_for_timeout(400)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(900)


def standard_pack(page: Page) -> None:
    """Fill the pack, where there is something to fill it with."""
    button = page.locator(".st-key-standard button")
    if button.count():
        button.click()
        settled(page)


PREPARE: dict[str, Callable[[Page], None]] = {"board-pack": standard_pack}


def shoot(folder: Path, word: str) -> None:
    """All pictures: first the empty product, then the one with demo data."""
    with tempfile.TemporaryDirectory() as place, served(Path(place) / "shots.duckdb") as home, browser() as chrome:
        for data in ("empty", "demo"):
            for (room, path), code, scheme in itertools.product(ROOMS.items(), ("de", "en"), ("light", "dark")):
                name = f"{room}-{data}-{code}-{scheme}"
                page = chrome.new_page(
                    locale={"de": "de-DE", "en": "en-GB"}[code], color_scheme=scheme,
                    viewport={"width": 1280, "height": 900},
                )  # fmt: skip
                if word in name:
                    page.goto(f"{home}{path}")
                    settled(page)
                    if data == "demo":
                        PREPARE.get(room, lambda _: None)(page)
                    page.screenshot(path=folder / f"{name}.png")
                page.close()
            if data == "empty":
                page = chrome.new_page()
                page.goto(f"{home}/upload")
                page.locator(".st-key-load-demo button").first.click()
                settled(page)
                page.close()


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    shoot(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
