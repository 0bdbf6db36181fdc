"""Do backup, restore and check do on the command line what they say, in both languages?"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lsn_data.store import open_store
from tests.cli.conftest import Run

Survey = Callable[..., Path]


def database() -> Path:
    return Path(os.environ["LSN_DB"])


def test_a_backup_is_made_restored_and_checked(run: Run, survey: Survey, tmp_path: Path) -> None:
    assert run("import", survey(), "--wave", "2026").status == 0
    made = run("backup", tmp_path / "copy.duckdb")
    assert (made.status, made.err) == (0, "")
    assert "every value was read" in made.out
    assert run("undo", run("history", "--json").json["imports"][0]["import"]).status == 0
    back = run("restore", tmp_path / "copy.duckdb")
    assert (back.status, back.err) == (0, "")
    assert "is kept in" in back.out
    assert "-before-restore-" in back.out
    assert [one["state"] for one in run("history", "--json").json["imports"]] == ["current"]


def test_a_whole_database_is_told_as_whole(run: Run, survey: Survey) -> None:
    run("import", survey(), "--wave", "2026")
    assert run("check").out.startswith("The database is intact.\n")
    found = run("check", "--json")
    assert found.status == 0
    assert (found.json["whole"], found.json["findings"]) == (True, [])
    assert found.json["tables"]["respondents"] == 12


def test_what_is_missing_is_told_with_exit_status_1_and_the_way_out(run: Run, survey: Survey) -> None:
    run("import", survey(), "--wave", "2026")
    with open_store(database()) as store, store.writing() as cursor:
        cursor.execute("delete from respondents where respondent = 'R002'")
    found = run("check")
    assert found.status == 1
    assert "has 11 rows, but its receipt says 12" in found.out
    assert "restore FILE" in found.out
    assert run("check", "--json").json["findings"][0]["finding"] == "wrong-count"
    assert "Beleg nennt aber 12" in run("check", "--lang", "de").out


def test_a_database_that_cannot_be_opened_is_a_finding(run: Run) -> None:
    database().parent.mkdir()
    database().write_bytes(b"no database" * 5000)
    found = run("check", "--json")
    assert found.status == 1
    assert found.json["findings"][0]["finding"] == "not-opened"
    assert "restore FILE" in found.err
    assert "Sicherung" in run("check", "--lang", "de").err


@pytest.mark.parametrize("command", [["backup", "copy.duckdb"], ["check"]])
def test_no_database_is_made_by_asking_for_it(run: Run, command: list[str]) -> None:
    told = run(*command)
    assert told.status == 2
    assert "There is no database" in told.err
    assert not database().exists()


def test_a_backup_that_is_there_stays_unless_told_otherwise(run: Run, survey: Survey, tmp_path: Path) -> None:
    run("import", survey(), "--wave", "2026")
    assert run("backup", tmp_path / "copy.duckdb").status == 0
    refused = run("backup", tmp_path / "copy.duckdb")
    assert (refused.status, refused.out) == (1, "")
    assert "--replace" in refused.err
    assert run("backup", tmp_path / "copy.duckdb", "--replace").status == 0


def test_a_missing_backup_is_told_in_a_line(run: Run, tmp_path: Path) -> None:
    told = run("restore", tmp_path / "nothing.duckdb", "--lang", "de")
    assert (told.status, told.out) == (1, "")
    assert told.err.startswith("Es gibt keine Datei")
    assert told.err.count("\n") == 1
