"""Is a server that is told to stop gone at once, with all changes in the database's one file and a log that is calm?"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.served import served
from tests.browser.watching import WAIT

WITHIN = 15.0  # seconds; what waits for a container or a service gives it 30
POISON = "Annegret-Geheim"


def test_a_server_that_is_told_to_stop_closes_the_database(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "lsn.duckdb"
    with served(database, LSN_LOG_FORMAT="json") as address:
        page.goto(f"{address}/upload?wave={POISON}")
        page.locator("input[type=file]").first.wait_for(state="attached", timeout=WAIT)
        beside = database.with_name("lsn.duckdb.wal")
        if not beside.exists():
            pytest.skip("everything is in the one file anyway")
        told = time.monotonic()
    assert time.monotonic() - told < WITHIN
    assert not beside.exists()

    written = next(tmp_path.glob("server-*.log")).read_text(encoding="utf-8")
    events = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    assert [one["event"] for one in events if one["event"] in ("started", "stopped")] == ["started", "stopped"]
    assert any(one["event"] == "page" and one["page"] == "upload" for one in events)
    assert {one["level"] for one in events} <= {"info", "debug"}
    assert POISON not in written
    assert "127.0.0.1" not in written
