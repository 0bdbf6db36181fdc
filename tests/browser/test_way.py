"""Does the whole way hold in a real browser: spreadsheet, page, slide, with the same figures?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from tests.browser.served import served
from tests.browser.watching import WAIT, opened, settled, watched

HEADINGS = (
    "Organisation size", "Skilled workers", "Strengthening innovative power", "Increasing visibility",
    "Promoting competencies", "Expanding the life science region", "Focusing internationalisation",
    "Advancing organisational development",
)  # fmt: skip
SKILLED, INNOVATION = "1,2,3,4,5,6,7", "2,1,3,4,5,6,7"
SURVEY = "\n".join(
    [",".join(HEADINGS), *[f"10-49,{SKILLED}"] * 20, *[f"250+,{INNOVATION}"] * 4, *[f"1-9,{SKILLED}"] * 8]
)
HOSTILE = SURVEY.replace("Skilled workers", ":material/delete: $x^2$ ![](http://tracker.example/a.png) <b>bold</b>")
INPUT = "stFileUploaderDropzoneInput"


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A product of its own: this module fills it."""
    with served(tmp_path_factory.mktemp("way") / "way.duckdb") as address:
        yield address


def drop(page: Page, name: str, text: str) -> None:
    page.get_by_test_id(INPUT).set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode("utf-8")})


def two_registers() -> bytes:
    """A workbook that asks which of its parts is meant."""
    book, out = Workbook(), BytesIO()
    for title, rows in {
        "Members": [("Member", "Sector", "State"), ("Example Ltd", "Biotech", "HH"), ("Sample Ltd", "Pharma", "SH")],
        "Projects": [("Project", "Role", "Start"), ("One", "Lead", "2020-01"), ("Two", "Partner", "2021-01")],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(out)
    return out.getvalue()


def downloaded(page: Page, key: str) -> bytes:
    with page.expect_download(timeout=WAIT) as waiting:
        page.locator(f".st-key-{key} button").click()
    return Path(waiting.value.path()).read_bytes()


def slide_text(data: bytes) -> str:
    """Every text on the slides, and every category and figure of their charts."""
    said = []
    for slide in Presentation(BytesIO(data)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                said.append(shape.text_frame.text)
            if shape.has_chart:
                for plot in shape.chart.plots:
                    said.extend(str(category) for category in plot.categories)
                    said.extend(
                        f"{value:.0%}" for series in plot.series for value in series.values if value is not None
                    )
    return "\n".join(said)


def test_from_the_spreadsheet_to_the_page_to_the_slide(way: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{way}/upload?lang=en")
    drop(page, "survey.csv", SURVEY)
    expect(page.get_by_role("heading", name="32 answers are ready")).to_be_visible(timeout=WAIT)
    page.get_by_label("Members asked").fill("80")
    page.get_by_label("Members asked").press("Enter")
    expect(page.get_by_text("40.0%")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Store 32 answers").click()
    expect(page.get_by_text("Stored: 32 answers")).to_be_visible(timeout=WAIT)

    page.get_by_text("See the priorities").click()
    expect(page.get_by_text("32 of 80", exact=True)).to_be_visible(timeout=WAIT)
    finding = page.locator("h1").inner_text()
    page.locator(".js-plotly-plot").first.wait_for(timeout=WAIT)
    settled(page)
    drawn = page.locator(".js-plotly-plot").first.inner_text()
    assert "Skilled workers" in drawn

    slide = slide_text(downloaded(page, "download-pptx-priorities"))
    assert " ".join(finding.split()) in " ".join(slide.split())
    assert "n = 32 of 80" in slide
    first_share = re.search(r"\d+%", drawn)
    assert first_share
    assert first_share[0] in slide

    book = load_workbook(BytesIO(downloaded(page, "download-xlsx-priorities")))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "Skilled workers" in cells
    assert seen.breaches == []


def test_a_button_that_waits_for_an_answer_can_be_read(way: str, page: Page) -> None:
    opened(page, f"{way}/upload?lang=en")
    page.get_by_test_id(INPUT).set_input_files(
        {"name": "both.xlsx", "mimeType": "application/octet-stream", "buffer": two_registers()}
    )
    button = page.locator(".st-key-answer button")
    expect(button).to_be_disabled(timeout=WAIT)
    ink, behind = (button.evaluate(script) for script in (
        "button => getComputedStyle(button.querySelector('p')).color",
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor",
    ))  # fmt: skip
    assert ink != behind


def test_the_chosen_view_stands_in_the_link_and_the_link_opens_it(way: str, page: Page, chrome: Browser) -> None:
    opened(page, f"{way}/priorities?lang=en")
    page.locator(".st-key-by").get_by_role("radio", name="Size").click()
    page.wait_for_url(re.compile(r"by=size"), timeout=WAIT)
    guest = chrome.new_page(locale="en-GB")
    opened(guest, page.url)
    expect(guest.locator(".st-key-by").get_by_role("radio", name="Size")).to_be_checked(timeout=WAIT)
    guest.close()


def test_a_view_that_may_not_be_shown_offers_the_nearest_ones(way: str, page: Page) -> None:
    opened(page, f"{way}/priorities?lang=en&by=state")
    box = page.locator(".st-key-lsn-suppressed")
    expect(box).to_contain_text("the survey did not ask for them", timeout=WAIT)
    box.get_by_role("button", name="All members").click()
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=WAIT)


def test_an_exhibit_goes_into_the_board_pack_and_out_as_slides(way: str, page: Page) -> None:
    opened(page, f"{way}/priorities?lang=de")
    page.locator(".st-key-add-priorities button:visible").click()
    expect(page.locator(".st-key-add-priorities button:visible")).to_be_disabled(timeout=WAIT)
    page.get_by_text("Zahlen und Methode").click()
    page.locator(".st-key-add-distribution button:visible").click()
    expect(page.locator(".st-key-add-distribution button:visible")).to_be_disabled(timeout=WAIT)
    page.get_by_test_id("stSidebar").get_by_text("Unterlage").click()
    expect(page.get_by_role("heading", name="2 Darstellungen für den Vorstand")).to_be_visible(timeout=WAIT)
    assert len(Presentation(BytesIO(downloaded(page, "pack-pptx"))).slides) >= 2
    assert load_workbook(BytesIO(downloaded(page, "pack-xlsx"))).sheetnames


def test_a_line_leads_to_the_parts_of_the_page_and_the_method_is_one_click_away(way: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{way}/priorities?lang=en")
    page.get_by_role("link", name="Is it robust?").click()
    robust = page.locator(".st-key-lsn-more-robust")
    expect(robust.locator("h2")).to_be_in_viewport(timeout=WAIT)
    assert page.url.endswith("#part-robust")
    expect(robust.get_by_text("Kemeny 1959")).to_be_hidden()
    robust.get_by_text("How this is computed").click()
    expect(robust.get_by_text("Kemeny 1959")).to_be_visible(timeout=WAIT)
    assert seen.breaches == []


def test_what_a_file_says_is_shown_as_text_and_nothing_is_fetched(way: str, page: Page) -> None:
    seen = watched(page)
    opened(page, f"{way}/upload?lang=en")
    drop(page, "hostile.csv", HOSTILE)
    expect(page.get_by_role("heading", name="32 answers are ready")).to_be_visible(timeout=WAIT)
    proof = page.locator(".lsn-sheet").first
    expect(proof).to_contain_text("$x^2$")
    expect(proof).to_contain_text("<b>bold</b>")
    page.get_by_label("Name of the wave").fill(":material/delete: **2027** ![](http://tracker.example/b.png)")
    page.get_by_label("Name of the wave").press("Enter")
    page.get_by_role("button", name="Store 32 answers").click()
    expect(page.get_by_text("Stored: 32 answers")).to_be_visible(timeout=WAIT)
    page.get_by_text("See the priorities").click()
    page.locator(".js-plotly-plot").first.wait_for(timeout=WAIT)
    settled(page)
    assert not [host for host in seen.hosts if "tracker" in host]
    assert page.locator("[data-testid=stMain] img[src*='tracker']").count() == 0


def test_the_import_can_be_taken_back(way: str, page: Page) -> None:
    opened(page, f"{way}/upload?lang=en")
    page.get_by_role("button", name="Receipt").first.click()
    page.get_by_role("button", name="Take it back now").click()
    expect(page.get_by_text("taken back")).to_be_visible(timeout=WAIT)
