"""Does the office's scheduled import work while the app runs, and does the page show it?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from lsn_data.handing.door import place_of
from tests.browser.served import ROOT, served
from tests.browser.watching import WAIT, opened, settled

SURVEY = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"


def test_an_import_by_the_command_line_is_on_the_page_of_the_running_app(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "office.duckdb"
    with served(database) as home:
        opened(page, f"{home}/upload")
        assert place_of(database).exists()
        command = [
            sys.executable,
            "-m",
            "lsn_data",
            "import",
            SURVEY.name,
            "--wave",
            "2026",
            "--asked",
            "300",
            "--json",
        ]
        done = subprocess.run(
            command, cwd=SURVEY.parent, env={**os.environ, "LSN_DB": str(database), "PYTHONPATH": str(ROOT)},
            capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        (told,) = json.loads(done.stdout)["files"]
        assert (told["status"], told["rows_kept"]) == ("stored", 57)
        page.get_by_role("link", name="Priorities").click()
        settled(page)
        expect(page.locator("[data-testid=stMain]")).to_contain_text("57 of 300", timeout=WAIT)
    assert not place_of(database).exists()
