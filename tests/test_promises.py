"""Is every test that docs/promises.md names there, and has every promise one?"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROMISES = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
ROWS = [line for line in PROMISES.splitlines() if line.startswith("| ") and not line.startswith(("| Promise", "| ---"))]


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)
    assert len(named) > 60
    missing = [
        f"{file}::{name}"
        for file, name in named
        if not re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []


def test_every_promise_says_how_it_is_kept_and_names_a_test() -> None:
    assert len(ROWS) > 30
    for row in ROWS:
        promise, how, tests = (cell.strip() for cell in row.strip("|").split(" | "))
        assert promise, row
        assert how, row
        assert "::" in tests, row


def test_every_file_of_ours_that_is_named_is_there() -> None:
    named = re.findall(r"`((?:\w+/)*\w+\.py)(?::|`)", PROMISES)
    assert [one for one in named if not any((ROOT / place / one).exists() for place in ("", "lsn_data"))] == []
