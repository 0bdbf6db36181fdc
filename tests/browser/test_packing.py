"""Does the way to a board paper hold in a browser: added, worded, frozen, downloaded, with the page's figures in it?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.served import served
from tests.browser.watching import WAIT, opened, settled, watched

OURS = "Die Mitglieder wollen zuerst Innovationskraft"


@pytest.fixture(scope="module")
def packing(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[str]:
    """A product of its own with the demo: this module fills its packs."""
    with served(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("packing")))) as address:
        yield address


def downloaded(page: Page, key: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=WAIT) as waiting:
        page.locator(f".st-key-{key} button").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def said_by(data: bytes) -> tuple[str, list[float]]:
    """Every text of the slides with their notes, and every figure of their charts."""
    texts, figures = [], []
    for slide in Presentation(BytesIO(data)).slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
        for shape in slide.shapes:
            if shape.has_chart:
                figures += [value for plot in shape.chart.plots for one in plot.series for value in one.values if value]
    return " ".join("\n".join(texts).split()), figures


def test_from_the_finding_to_the_frozen_paper_with_one_s_own_sentence(packing: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{packing}/priorities?lang=de")
    finding = " ".join(page.locator("h1").inner_text().split())
    page.locator(".js-plotly-plot").first.wait_for(timeout=WAIT)
    settled(page)
    shares = {int(share) for share in re.findall(r"(\d+)\s?%", page.locator(".js-plotly-plot").first.inner_text())}
    page.locator(".st-key-add-priorities button:visible").click()
    expect(page.locator(".st-key-add-priorities button:visible")).to_be_disabled(timeout=WAIT)

    page.get_by_test_id("stSidebar").get_by_text("Unterlage").click()
    expect(page.get_by_role("heading", name="Eine Darstellung für den Vorstand")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Bearbeiten: Prioritäten der Mitglieder").click()
    field = page.locator("[class*='st-key-own-'] textarea")
    field.fill(OURS)
    field.blur()
    expect(page.locator(".lsn-picked b", has_text=OURS)).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("Satz bearbeitet", exact=True)).to_be_visible(timeout=WAIT)

    page.locator(".st-key-freeze button").click()
    expect(page.get_by_text("Eingefroren als Ausgabe")).to_be_visible(timeout=WAIT)
    name, slides = downloaded(page, "edition-0-pptx")
    assert re.fullmatch(r"Vorstand \d{4}-\d\d, \d{4}-\d\d-\d\d\.pptx", name)
    said, figures = said_by(slides)
    assert OURS in said
    assert finding in said
    assert "Satz bearbeitet" in said
    assert shares <= {int(value * 100 + 0.5) for value in figures}
    assert shares
    _, paper = downloaded(page, "edition-0-pdf")
    assert paper.startswith(b"%PDF")
    assert load_workbook(BytesIO(downloaded(page, "edition-0-xlsx")[1])).sheetnames
    assert seen.breaches == []


def test_what_was_put_together_is_there_for_the_next_visitor_and_after_a_reload(packing: str, page: Page) -> None:
    opened(page, f"{packing}/swot?lang=de")
    page.locator(".st-key-add-swot button:visible").click()
    expect(page.locator(".st-key-add-swot button:visible")).to_be_disabled(timeout=WAIT)
    opened(page, f"{packing}/board_pack?lang=de")
    heading = page.get_by_role("heading", name=re.compile(r"\d+ Darstellungen für den Vorstand|Eine Darstellung"))
    expect(heading).to_be_visible(timeout=WAIT)
    parts = page.locator(".lsn-picked").count()
    page.get_by_role("button", name="Entfernen: SWOT").click()
    expect(page.locator(".lsn-picked")).to_have_count(parts - 1, timeout=WAIT)
    page.locator(".st-key-undo button").click()
    expect(page.locator(".lsn-picked")).to_have_count(parts, timeout=WAIT)
    assert re.search(r"[?&]pack=Vorstand", page.url)
    page.reload()
    settled(page)
    expect(page.locator(".lsn-picked")).to_have_count(parts, timeout=WAIT)
