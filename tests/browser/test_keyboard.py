"""Is everything done with keys alone, and does one always see where one stands?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lsn_data.exhibit.contrast import contrast
from tests.browser.served import served
from tests.browser.test_way import SURVEY
from tests.browser.watching import WAIT, opened, settled

# Where the keyboard stands: its name, and the ring around it (that of a field is drawn around its box).
AT = """() => {
    const one = document.activeElement, field = one.closest("[data-testid=stWidgetLabel] ~ *") ?? one;
    const part = value => Number(value).toString(16).padStart(2, "0");
    const hex = colour => "#" + colour.match(/\\d+/g).slice(0, 3).map(part).join("");
    const looks = [one, field, ...field.querySelectorAll("*")].map(each => getComputedStyle(each));
    const ring = looks.find(each => each.outlineStyle === "solid" && parseFloat(each.outlineWidth) >= 2);
    return {
        tag: one.tagName, name: one.getAttribute("aria-label") ?? one.innerText.trim(), id: one.id,
        inGrid: Boolean(one.closest("[data-testid=stDataFrame]")), ring: ring ? hex(ring.outlineColor) : "",
        behind: hex(getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor),
        html: one.outerHTML.slice(0, 200),
    };
}"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, demo_file: Path) -> Iterator[str]:
    """A product of its own with the demo: here somebody stores and adds."""
    with served(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("keys")))) as address:
        yield address


def stops(page: Page, most: int = 200) -> list[dict[str, str]]:
    """Where Tab stands, one stop after the other, until it leaves the page."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at["tag"] == "BODY":
            break
        found.append(at)
    return found


def focus_on(page: Page, *tags: str) -> None:
    """The keyboard stands on one of these at last."""
    wanted = ", ".join(tags)
    page.wait_for_function("one => document.activeElement.matches(one)", arg=wanted, timeout=WAIT)


def test_the_first_stop_skips_to_the_content_and_every_stop_is_seen(page: Page, demo_home: str) -> None:
    opened(page, f"{demo_home}/explore?lang=de")
    expect(page.locator("[data-testid=data-grid-canvas]").first).to_be_visible(timeout=WAIT)
    found = stops(page)
    assert found[0]["name"] == "Zum Inhalt springen"
    unseen = [
        one for one in found if not one["inGrid"] and (not one["ring"] or contrast(one["ring"], one["behind"]) < 3)
    ]
    assert not unseen
    assert len([one for one in found if one["inGrid"]]) <= 3, "Tab leads out of a grid, not through its cells"
    assert any(one["name"].startswith("Abfrage") for one in found), "what stands below the grid is reached"
    page.reload()
    settled(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "stMain"


def test_the_focus_stays_where_somebody_works_and_what_changes_is_heard(page: Page, place: str) -> None:
    opened(page, f"{place}/priorities?lang=en")
    page.locator(".lsn-voice").wait_for(state="attached", timeout=WAIT)
    heard, before = page.locator(".lsn-voice"), page.locator("h1").inner_text()
    page.locator(".st-key-add-priorities button:visible").focus()
    page.keyboard.press("Enter")
    expect(heard).to_have_text("In the board pack", timeout=WAIT)
    focus_on(page, ".st-key-lsn-actions-priorities button")
    page.locator(".st-key-by").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("h1")).not_to_have_text(before, timeout=WAIT)
    focus_on(page, ".st-key-by button")
    expect(heard).to_have_text(page.locator("h1").inner_text(), timeout=WAIT)
    opened(page, f"{place}/overview?lang=en")
    page.locator("a[data-way]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/priorities*", timeout=WAIT)
    focus_on(page, "[data-testid=stMain] h1")


def test_a_survey_is_brought_in_and_taken_back_with_keys_alone(page: Page, place: str) -> None:
    opened(page, f"{place}/upload?lang=en")
    page.locator(".lsn-voice").wait_for(state="attached", timeout=WAIT)

    def go_to(name: str) -> None:
        """Tab until the keyboard stands there."""
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate(AT)["name"].startswith(name):
                return
        raise AssertionError(f"{name} is not reached")

    with page.expect_file_chooser(timeout=WAIT) as asked:  # the browser is told early: telling it takes its time
        go_to("Choose files")
        page.keyboard.press("Enter")
    asked.value.set_files({"name": "survey.csv", "mimeType": "text/csv", "buffer": SURVEY.encode("utf-8")})
    expect(page.get_by_role("heading", name="32 answers are ready")).to_be_visible(timeout=WAIT)
    settled(page)
    go_to("Store 32 answers")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Stored: 32 answers")).to_be_visible(timeout=WAIT)
    settled(page)
    page.wait_for_timeout(500)
    assert page.evaluate(AT)["tag"] != "BODY", "the focus is not lost with the button"
    go_to("Receipt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Take it back now")).to_be_visible(timeout=WAIT)
    go_to("Take it back now")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Taken back: survey.csv")).to_be_visible(timeout=WAIT)
