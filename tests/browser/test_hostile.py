"""Does a spreadsheet full of attacks stay text on every page? One visitor walks through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Dialog, Page

from lsn_data.store import open_store
from tests.browser.served import served
from tests.browser.watching import Seen, opened, settled, watched
from tests.ui.hostile import ATTACKS, EDITION, HOST, TRACES, WAVE, bring, survey

LINKS = (
    "overview", "present?edition={edition}", "survey?question=all&section=comments&wave={wave}",
    "swot?factor={attack}&lang={attack}&theme={attack}&x={attack}",
)  # fmt: skip
JOINER, SMILE = "\u2060", "\N{SMILING FACE WITH OPEN MOUTH AND SMILING EYES}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A product whose every register, survey and board pack is hostile."""
    database: Path = tmp_path_factory.mktemp("attacked") / "attacked.duckdb"
    with open_store(database) as store:
        bring(store)
    with served(database) as address:
        yield address


def test_no_page_runs_loads_or_renders_what_a_spreadsheet_says(attacked: str, page: Page) -> None:
    dialogs: list[Dialog] = []
    page.on("dialog", lambda one: (dialogs.append(one), one.dismiss()))
    seen, attacks = watched(page), iter(ATTACKS * 9)
    for link in LINKS:
        told = {"edition": quote(EDITION), "wave": quote(WAVE), "attack": quote(next(attacks))}
        page.goto(f"{attacked}/{link.format(**told)}")
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
        hold_still(page, seen, link, attacked)
    opened(page, f"{attacked}/upload?lang=en")
    told_of = 0
    for room in page.locator("[data-testid=stSidebar] [data-testid=stPageLink-NavLink]").all():
        room.click()
        page.wait_for_timeout(300)
        settled(page)
        hold_still(page, seen, room.inner_text(), attacked)
        told_of += HOST in page.locator("[data-testid=stMain]").inner_text().replace(JOINER, "")
    assert told_of > 8  # it is there, as text
    opened(page, f"{attacked}/upload?lang=en")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": f"{ATTACKS[0]}/../{ATTACKS[1]}.csv", "mimeType": "text/csv", "buffer": survey()}
    )
    page.locator(".lsn-sheet").first.wait_for(timeout=60_000)
    settled(page)
    hold_still(page, seen, "upload", attacked)
    assert dialogs == []


def hold_still(page: Page, seen: Seen, where: str, home: str) -> None:
    """Nothing of people's text became an element, a request or a breach; the title is ours."""
    found = page.locator(TRACES)
    assert [one.evaluate("it => it.outerHTML.slice(0, 300)") for one in found.all()] == [], where
    assert SMILE not in page.locator("body").inner_text()
    assert seen.hosts == {urlsplit(home).netloc}, where
    assert seen.breaches == [], where
    assert "LSN 2030" in page.title()
    for chart in page.locator(".js-plotly-plot .nsewdrag").all()[:2]:
        chart.hover(force=True, timeout=5_000)
    assert page.locator(TRACES).count() == 0, where
