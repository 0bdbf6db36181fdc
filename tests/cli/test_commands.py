"""Do the commands keep what the contract promises: names, exit status, JSON shapes, one line for what went wrong?"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from lsn_data import access
from lsn_data.commands import COMMANDS, history, importing
from lsn_data.errors import NoRoom
from lsn_data.store import open_store
from lsn_data.store.troubles import NO_ROOM
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
File = Callable[..., Path]


def test_every_command_explains_itself_in_both_languages(run: Run) -> None:
    for code in ("en", "de"):
        for command in COMMANDS:
            answer = run(command.NAME, "--help", "--lang", code)
            assert (answer.status, answer.err) == (0, "")
            assert "--db" in answer.out
    assert "Aufruf:" in answer.out
    assert "usage:" not in answer.out


def test_the_module_can_be_started_from_outside(tmp_path: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-m", "lsn_data", "history", "--json", "--db", str(tmp_path / "x.duckdb")],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert json.loads(started.stdout) == {"imports": []}
    assert started.stderr == b""


def test_a_first_import_is_stored_and_told_as_json(run: Run, survey: File) -> None:
    answer = run("import", survey(), "--asked", "40", "--json")
    assert (answer.status, answer.err) == (0, "")
    (told,) = answer.json["files"]
    assert (told["status"], told["kind"], told["wave"], told["rows_kept"]) == ("stored", "survey", "2025", 12)
    assert told["ranking"]["direction"] == "1 is first"
    assert [one["item"] for one in told["ranking"]["items"]] == ["VIS", "INN", "SKL"]
    assert {"file", "tool", "import", "sheet", "rows_read", "left_out", "problems", "questions"} <= set(told)
    (receipt,) = run("history", "--json").json["imports"]
    assert (receipt["import"], receipt["state"], receipt["rows"]) == (told["import"], "current", 12)
    assert receipt["by"]


def test_the_default_wave_is_the_year_of_the_last_answer_or_the_day_told(run: Run, survey: File) -> None:
    assert run("import", survey(), "--dry-run", "--json").json["files"][0]["wave"] == "2025"
    assert run("import", survey(), "--wave", "spring", "--dry-run", "--json").json["files"][0]["wave"] == "spring"


def test_the_same_file_again_is_told_and_is_no_failure(run: Run, survey: File) -> None:
    first = run("import", survey(), "--json").json["files"][0]
    again = run("import", survey(), "--json")
    assert again.status == 0
    assert (again.json["files"][0]["status"], again.json["files"][0]["import"]) == (
        "already stored",
        first["import"],
    )


def test_a_wave_that_is_there_is_refused_until_replace_is_said(run: Run, survey: File) -> None:
    run("import", survey())
    other = survey("other.csv", rows=14)
    refused = run("import", other, "--json")
    assert refused.status == 1
    (problem,) = [one for one in refused.json["files"][0]["problems"] if one["severity"] == "error"]
    assert problem["kind"] == "wave-exists"
    assert "--replace" in problem["what_to_do"]
    assert run("import", other, "--replace").status == 0
    states = [one["state"] for one in run("history", "--json").json["imports"]]
    assert states == ["replaced", "current"]


def test_undo_brings_the_earlier_answers_back(run: Run, survey: File) -> None:
    run("import", survey())
    second = run("import", survey("other.csv", rows=14), "--replace", "--json").json["files"][0]["import"]
    answer = run("undo", second)
    assert answer.status == 0
    assert second in answer.out
    assert len(run("answers", "--json").json["respondents"]) == 12


def test_a_dry_run_stores_nothing(run: Run, survey: File) -> None:
    answer = run("import", survey(), "--dry-run", "--json")
    assert (answer.status, answer.json["files"][0]["status"]) == (0, "would store")
    assert answer.json["files"][0]["import"] is None
    assert run("history", "--json").json == {"imports": []}


def test_each_file_stands_for_itself(run: Run, survey: File, tmp_path: Path) -> None:
    page = tmp_path / "page.csv"
    page.write_text("<html><body>no survey</body></html>", encoding="utf-8")
    answer = run("import", page, survey(), "--json")
    assert answer.status == 1
    assert [one["status"] for one in answer.json["files"]] == ["refused", "stored"]
    assert answer.json["files"][0]["problems"][0]["message"]


def test_what_the_file_does_not_tell_is_asked_answered_and_remembered(run: Run, tmp_path: Path) -> None:
    lines = ["Sector," + ",".join(f"Please rank the themes. [A{n}]" for n in (1, 2, 3))]
    lines += [f"Biotechnology,{order}" for order in ("1,2,3", "2,1,3", "3,1,2", "1,3,2", "2,3,1") * 3]
    coded = tmp_path / "coded.csv"
    coded.write_text("\n".join(lines), encoding="utf-8")
    asked = run("import", coded, "--wave", "1", "--json")
    assert asked.status == 1
    (told,) = asked.json["files"]
    assert told["status"] == "needs answer"
    (question,) = told["questions"]
    assert question["id"] == "items"
    assert {"id", "asks", "choices"} <= set(question)
    assert "VIS" in question["choices"]
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps({"items": {"A1": "VIS", "A2": "INN", "A3": "REG"}}), encoding="utf-8")
    answered = run("import", coded, "--wave", "1", "--mapping", mapping, "--json")
    assert answered.status == 0
    assert [one["item"] for one in answered.json["files"][0]["ranking"]["items"]] == ["VIS", "INN", "REG"]
    coded.write_text("\n".join([*lines, "Biotechnology,3,2,1"]).replace("Biotech", "Pharma"), encoding="utf-8")
    later = run("import", coded, "--wave", "2", "--json").json["files"][0]
    assert later["status"] == "stored"


def test_an_import_that_is_stored_is_told_so_even_if_its_layout_cannot_be_remembered(
    run: Run, survey: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoRoom(NO_ROOM, path="lsn.duckdb")

    monkeypatch.setattr(importing, "remember", full)
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"direction": "1 is first"}', encoding="utf-8")
    done = run("import", survey(), "--mapping", mapping, "--json")
    assert (done.status, done.json["files"][0]["status"]) == (0, "stored")
    assert "answers.csv is stored. Only what you told about its layout" in done.err


def test_the_same_answers_under_another_name_are_warned_of_and_never_silently_doubled(
    run: Run, survey: File, tmp_path: Path
) -> None:
    file = survey()
    run("import", file, "--wave", "2025")
    same = run("import", file, "--wave", "2025b", "--json")
    assert (same.status, same.json["files"][0]["status"], same.json["files"][0]["wave"]) == (
        0,
        "already stored",
        "2025",
    )
    assert "same-survey" not in {one["kind"] for one in same.json["files"][0]["problems"]}
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([head, *reversed(rows)]), encoding="utf-8")
    asked = run("import", file, "--wave", "2025b", "--json")
    (told,) = asked.json["files"]
    assert (asked.status, told["status"]) == (0, "stored")
    (warned,) = [one for one in told["problems"] if one["kind"] == "same-survey"]
    assert warned["message"] == "Of the 12 rankings of wave 2025, 12 are in this file, too."
    assert "as 2025 with --replace" in warned["what_to_do"]
    german = run("import", file, "--wave", "2025c", "--replace", "--dry-run", "--lang", "de")
    assert "dieselbe Umfrage, so nehmen Sie diesen Import zurück" in german.out


@pytest.mark.parametrize(
    "text", ["no json", "[]", '{"direction": 1}', '{"colour": "red"}', '{"items": {"A1": 1}}', "[" * 100_000]
)
def test_a_mapping_that_is_none_is_a_wrong_command(run: Run, survey: File, tmp_path: Path, text: str) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(text, encoding="utf-8")
    answer = run("import", survey(), "--mapping", mapping)
    assert answer.status == 2
    assert "mapping.json" in answer.err


def test_answers_are_the_clean_table_in_three_forms(run: Run, survey: File) -> None:
    run("import", survey(), "--wave", "spring")
    found = run("answers", "--wave", "spring", "--json").json
    assert found["wave"] == "spring"
    assert found["respondents"][1] == {
        "id": "R002",
        "sector": "pharma",
        "size": None,
        "state": None,
        "kind": None,
        "membership": None,
        "places": {"VIS": 2, "INN": 1, "SKL": 3},
        "tied": [],
    }
    rows = list(csv.DictReader(io.StringIO(run("answers", "--csv").out)))
    assert (len(rows), rows[1]["VIS"], rows[1]["size"]) == (12, "2", "")
    assert run("answers").out.count("\n") == 13


def test_the_ranking_has_the_fields_that_are_relied_on(filled: Run) -> None:
    found = filled("ranking", "--json").json
    assert (found["wave"], found["asked"], found["answered"], found["ranked"]) == ("Demo 2026", 300, 58, 56)
    assert (found["blank_means"], found["weighted"], found["suppressed"]) == ("below", False, None)
    fields = (
        "item label theme n mean_place mean_se median_place places not_ranked first_share top3_share borda copeland"
        " schulze_place kemeny_place log_worth log_worth_se worth comparison_low comparison_high place_low place_high"
    )
    assert all(set(fields.split()) <= set(one) for one in found["items"])
    assert len(found["pairs"]["above"]) == len(found["pairs"]["items"]) == 7
    assert {"consensus", "agreement", "worths_exist", "tiers", "verdict", "notes"} <= set(found)


def test_groups_too_small_to_show_are_suppressed_and_that_is_no_failure(filled: Run) -> None:
    groups = filled("ranking", "--by", "sector", "--json").json
    assert all(one["ranked"] >= 5 for one in groups["groups"])
    small = filled("ranking", "--where", "sector=public", "--json")
    assert small.status == 0
    assert small.json["suppressed"]["nearest"]
    two = filled("ranking", "--where", "sector=public", "--where", "state=HH", "--json")
    assert (two.status, two.json["items"]) == (0, [])
    assert "sector=other,pharma,public" in filled("ranking", "--where", "sector=public").out


def test_the_demo_for_a_first_start_stays_away_from_a_database_in_use(run: Run) -> None:
    assert "Demo data are loaded" in run("demo", "--first-time").out
    assert "taken back" in run("demo", "--remove").out
    assert run("demo", "--first-time").status == 0
    assert {one["state"] for one in run("history", "--json").json["imports"]} == {"undone"}
    assert "no demo data" in run("demo", "--remove").out


def test_the_demo_is_loaded_once_and_says_what_it_is(run: Run) -> None:
    assert run("demo").out == run("demo").out
    receipts = run("history", "--json").json["imports"]
    assert {one["origin"] for one in receipts} == {"demo"}
    assert (receipts[-1]["wave"], receipts[-1]["rows"]) == ("Demo 2026", 58)
    assert {one["kind"] for one in receipts} >= {"survey", "members", "kpi", "measures", "projects"}


def test_a_diff_tells_what_an_import_would_change_and_stores_nothing(run: Run, survey: File) -> None:
    unknown = run("diff", survey(), "--json").json
    assert (unknown["new"], unknown["changed"], unknown["gone"]) == (12, 0, 0)
    run("import", survey())
    same = run("diff", survey(), "--json").json
    assert (same["new"], same["gone"]) == (0, 0)
    more = run("diff", survey("more.csv", rows=14), "--json")
    assert (more.status, more.json["new"], more.json["gone"]) == (0, 2, 0)
    assert {"figure": "answers", "from": 12, "to": 14, "wave": "2025"} in more.json["figures"]
    assert len(run("history", "--json").json["imports"]) == 1
    assert "2 new, 0 gone" in run("diff", survey("more.csv", rows=14)).out


def test_a_diff_with_a_file_that_cannot_be_read_says_why(run: Run, survey: File, tmp_path: Path) -> None:
    page = tmp_path / "page.csv"
    page.write_text("<html><body>no survey</body></html>", encoding="utf-8")
    answer = run("diff", page, survey(), "--json")
    assert answer.status == 1
    assert [one["file"] for one in answer.json["files"]] == ["answers.csv"]
    assert "page.csv" in answer.err


def test_reset_needs_a_yes(filled: Run) -> None:
    asked = filled("reset")
    assert asked.status == 2
    assert "--yes" in asked.err
    assert filled("history", "--json").json["imports"]
    assert filled("reset", "--yes").status == 0
    assert filled("history", "--json").json == {"imports": []}


def test_what_was_reset_comes_back_from_the_copy_set_aside(filled: Run) -> None:
    before = filled("history", "--json").json["imports"]
    told = filled("reset", "--yes").out
    aside = next(word for word in told.split() if "before-reset" in word).rstrip(".")
    assert filled("restore", aside).status == 0
    assert filled("history", "--json").json["imports"] == before
    filled("reset", "--yes")
    assert "before-reset" not in filled("reset", "--yes").out  # nothing is in it


def test_the_board_pack_is_written_as_slides_and_as_figures(filled: Run, tmp_path: Path) -> None:
    pack, figures = tmp_path / "pack.pptx", tmp_path / "figures.xlsx"
    assert filled("board", "--out", pack, "--freeze", "May 2026").status == 0
    assert filled("board", "--out", figures, "--exhibits", "distribution,priorities", "--lang", "de").status == 0
    slides = Presentation(str(pack)).slides
    assert len(slides) >= 2
    words = " ".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
    assert "May 2026" in words
    assert "Source:" in words
    assert load_workbook(figures).sheetnames


@pytest.mark.parametrize("command", ["ranking", "answers"])
def test_an_empty_database_has_no_survey_to_show_and_says_what_helps(run: Run, command: str) -> None:
    answer = run(command)
    assert answer.status == 2
    assert "demo" in answer.err


def test_the_board_pack_of_an_empty_database_holds_the_published_facts(run: Run, tmp_path: Path) -> None:
    assert run("board", "--out", tmp_path / "pack.pptx").status == 0
    assert len(Presentation(str(tmp_path / "pack.pptx")).slides) >= 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["history", "--frobnicate"],
        ["import"],
        ["import", "no-such-file.csv"],
        ["import", "pyproject.toml", "--asked", "-3"],
        ["import", "pyproject.toml", "--as-of", "31.03.2026"],
        ["import", "pyproject.toml", "--kind", "horoscope"],
        ["undo", "2031-01-01-1"],
        ["ranking", "--wave", "2031"],
        ["ranking", "--by", "colour"],
        ["ranking", "--where", "sector"],
        ["ranking", "--where", "colour=red"],
        ["template", "horoscope", "--out", "x.xlsx"],
        ["template", "survey", "--out", "x.docx"],
        ["template", "survey", "--out", "no/such/folder/x.xlsx"],
        ["board", "--out", "x.docx"],
        ["history", "--db", "pyproject.toml"],
        ["history", "--db", "tests"],
        ["history", "--lang", "fr"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_is_told_in_one_line(run: Run, arguments: list[str]) -> None:
    for language in ([], ["--lang", "de"]):
        if "--lang" in arguments and language:
            continue
        answer = run(*arguments, *language)
        assert answer.status == 2
        assert answer.out == ""
        assert len(answer.err.strip().splitlines()) == 1
        assert "Traceback" not in answer.err


def test_a_database_that_is_open_elsewhere_is_named_with_the_way_out(filled: Run, tmp_path: Path) -> None:
    imports = filled("history", "--json").json["imports"]
    path = tmp_path / "store" / "lsn.duckdb"
    with open_store(path):
        other = subprocess.run(
            [sys.executable, "-m", "lsn_data", "history", "--json", "--db", str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (other.returncode, other.stdout) == (2, "")
    assert str(path) in other.stderr
    assert len(other.stderr.strip().splitlines()) == 1
    assert filled("history", "--json").json["imports"] == imports


def test_a_mistake_of_ours_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> int:
        raise RuntimeError("Anna Muster answered\nsecond line")

    monkeypatch.setattr(history, "run", breaks)
    monkeypatch.delenv("LSN_TRACEBACK")
    answer = run("history")
    assert answer.status == 2
    (line,) = answer.err.strip().splitlines()
    assert "mistake of the product, please report it: RuntimeError, tests/cli/test_commands.py:" in line
    assert "Anna" not in line


def test_a_reader_who_has_seen_enough_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(history, "run", gone)
    assert run("history").status == 0


def test_stopping_a_command_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(history, "run", stops)
    assert run("history").status == 2


def test_somebody_stands_behind_every_change_even_without_a_user_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr(access.getpass, "getuser", nobody)
    assert access.local_actor() == "unknown"


@pytest.mark.parametrize("code", ["en", "de"])
def test_people_read_a_calm_text(run: Run, survey: File, code: str) -> None:
    told = run("import", survey(), "--lang", code)
    assert told.out.startswith({"en": "answers.csv: stored", "de": "answers.csv: gespeichert"}[code])
    listed = run("history", "--lang", code)
    assert len(listed.out.splitlines()) == 2
    ranked = run("ranking", "--lang", code).out
    assert {"en": "Skilled workers", "de": "Fachkräfte"}[code] in ranked


def test_a_register_is_compared_by_its_rows(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("member,state\nNordlicht GmbH,HH\nKieler Labor,SH\n", encoding="utf-8")
    assert run("diff", str(file), "--json").json["figures"] == [{"figure": "members", "from": 0, "to": 2, "wave": None}]
    assert run("import", str(file)).status == 0
    file.write_text("member,state\nNordlicht GmbH,SH\nElbe AG,HH\n", encoding="utf-8")
    told = run("diff", str(file), "--json").json
    assert (told["new"], told["changed"], told["gone"]) == (1, 1, 1)
    assert "1 changed" in run("diff", str(file)).out


def test_an_edition_is_written_again_whatever_came_in_since(
    run: Run, survey: Callable[..., Path], tmp_path: Path
) -> None:
    run("import", survey(), "--wave", "2026", "--asked", "300")
    first, again, later = (tmp_path / f"{name}.xlsx" for name in ("first", "again", "later"))
    assert run("board", "--out", first, "--freeze", "April").status == 0
    run("import", survey("next.csv", rows=30), "--wave", "2027", "--asked", "300")
    assert run("board", "--out", again, "--edition", "April").status == 0
    assert run("board", "--out", later).status == 0
    cells = [
        [[cell for row in sheet.values for cell in row] for sheet in load_workbook(file).worksheets]
        for file in (first, again, later)
    ]
    assert cells[0] == cells[1]
    assert cells[0] != cells[2]


def test_an_edition_is_frozen_once_and_what_is_unknown_says_what_there_is(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "pack.pptx"
    assert run("board", "--out", out, "--edition", "April").status == 1
    assert run("board", "--out", out, "--freeze", "April").status == 0
    again = run("board", "--out", out, "--freeze", "April")
    assert (again.status, "Choose another name" in again.err) == (1, True)
    assert "There are: April" in run("board", "--out", out, "--edition", "May").err
    assert run("board", "--out", out, "--edition", "April", "--freeze", "May").status == 2
    assert run("board", "--out", out, "--pack", "Ours").status == 2


def test_what_the_standard_pack_cannot_show_is_told(run: Run, tmp_path: Path) -> None:
    told = run("board", "--out", tmp_path / "pack.pptx")
    assert "Not in the pack: Priorities of the members. There are no survey answers yet." in told.err
