"""Can a text from somebody's file run as a formula in the table that `answers --csv` writes?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from lsn_data.commands import answers
from tests.cli.conftest import Run

TEXTS = ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']


def test_no_cell_of_the_table_can_run(run: Run, survey: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", survey())

    def with_texts(*_: object) -> dict[str, object]:
        known = dict.fromkeys(answers.KNOWN)
        return {"respondents": [{"id": text, **known, "sector": text, "places": {}} for text in TEXTS]}

    monkeypatch.setattr(answers, "clean_table", with_texts)
    monkeypatch.setattr(answers, "_rows", _rows_of(answers._rows))
    rows = list(csv.reader(io.StringIO(run("answers", "--csv").out, newline="")))[1:]
    assert len(rows) == len(TEXTS)
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert [row[0].lstrip("'") for row in rows] == [text.replace("\r", "\n") for text in TEXTS]


def _rows_of(rows: Callable[..., list[list[object]]]) -> Callable[..., list[list[object]]]:
    return lambda found, items, blank: rows(found, [], blank)
