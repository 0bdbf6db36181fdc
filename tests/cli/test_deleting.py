"""Does `delete` say what follows, do it with --yes alone, and tell what stays?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lsn_data.settings import settings
from tests.cli.conftest import Run

Survey = Callable[..., Path]


def test_a_wave_is_deleted_with_yes_alone_and_stays_named_in_the_history(run: Run, survey: Survey) -> None:
    run("import", survey(), "--wave", "2026")
    told = run("delete", "2026")
    assert told.status == 2
    assert "Wave 2026 goes for good with 12 answers" in told.out
    assert "Backups made since" in told.out
    assert "say --yes" in told.err
    assert len(run("history", "--json").json["imports"]) == 1
    done = run("delete", "2026", "--yes", "--json")
    assert (done.status, done.json["done"], done.json["erased"]) == (0, True, True)
    assert done.json["deleted"][0]["answers"] == 12
    history = run("history", "--json").json
    assert (history["imports"], history["deleted"][0]["wave"], history.get("kept")) == ([], "2026", None)
    assert "Wave 2026, 12 answers, 1 import: deleted on" in run("history").out
    assert "Welle 2026, 12 Antworten, 1 Import: gelöscht am" in run("history", "--lang", "de").out
    assert run("check").status == 0
    assert run("delete", "2026", "--yes").status == 1


def test_what_is_past_its_day_is_told_and_deleted_only_when_that_is_said(
    run: Run, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", survey(), "--wave", "2020", "--as-of", "2020-05-06")
    run("import", survey("b.csv", 14, sector="Research"), "--wave", "2026", "--as-of", "2026-05-06")
    monkeypatch.setenv("LSN_RETENTION_MONTHS", "60")
    assert settings().retention_months == 60
    assert "Past its day: wave 2020 (kept until 2025-05-06)." in run("history").out
    assert run("delete", "--expired").status == 2
    assert run("delete", "--expired", "--yes", "--json").json["deleted"][0]["wave"] == "2020"
    assert [one["wave"] for one in run("history", "--json").json["imports"]] == ["2026"]
    assert "No wave is past its day." in run("delete", "--expired", "--yes").out
    assert run("delete").status == 2
    assert run("delete", "2026", "--expired").status == 2


def test_a_restored_backup_tells_that_a_deleted_wave_is_back(run: Run, survey: Survey, tmp_path: Path) -> None:
    run("import", survey(), "--wave", "2026")
    run("backup", tmp_path / "copy.duckdb")
    run("delete", "2026", "--yes")
    assert "is in this backup and so there again" in run("restore", tmp_path / "copy.duckdb").err
    told = run("delete", "2026")
    assert "may hold it: lsn-before-restore-" in told.out
    assert "say --yes" in run("delete", "2026", "--copies").err
    done = run("delete", "2026", "--copies", "--yes", "--json").json
    assert [name.partition("-2")[0] for name in done["copies"]] == ["lsn-before-restore"]
    assert not [*(tmp_path / "store").glob("lsn-before-restore*")]
    assert [*(tmp_path / "store").rglob("lsn-by-hand-*")]  # made without the wave, for no other backup was left
    assert "No copy known here holds what was deleted." in run("delete", "--copies", "--yes").out
