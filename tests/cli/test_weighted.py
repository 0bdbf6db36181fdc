"""`ranking --weighted`: is it told beside the register, and what does it say without one?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Survey = Callable[..., Path]


def test_without_members_it_says_what_is_missing_and_ends_with_1(run: Run, survey: Survey) -> None:
    run("import", survey(), "--wave", "2026")
    told = run("ranking", "--weighted")
    assert (told.status, told.out) == (1, "")
    assert "Upload the member register" in told.err
    said = run("ranking", "--weighted", "--json", "--lang", "de")
    assert said.status == 1
    assert said.json["refused"]["cause"] == "no-members"
    assert (said.json["weighted"], said.json["items"]) == (True, [])
    assert "Mitgliederregister" in said.err


def test_with_members_asked_per_group_it_shows_the_weighted_order(run: Run, survey: Survey, tmp_path: Path) -> None:
    asked = tmp_path / "asked.json"
    asked.write_text('{"sector": {"biotech": 30, "pharma": 60}}', encoding="utf-8")
    run("import", survey(rows=24), "--wave", "2026", "--asked-by", asked)
    found = run("ranking", "--weighted", "--json")
    assert found.status == 0
    assert (found.json["weighted"], found.json["weighted_by"]) == (True, ["sector"])
    # 12 answers of each, weights 2/3 and 4/3: (12 x 2/3 + 12 x 4/3)^2 / (12 x 4/9 + 12 x 16/9) = 21.6
    assert (found.json["ranked"], found.json["effective_n"]) == (24, 22)
    text = run("ranking", "--weighted")
    assert "then count like 22." in text.out
    assert text.status == 0


def test_weighted_groups_are_suppressed_not_refused(filled: Run) -> None:
    for view in (("--by", "sector"), ("--where", "state=HH")):
        told = filled("ranking", "--weighted", "--json", *view)
        assert told.status == 0
        assert told.json["suppressed"]["nearest"]
        assert told.json["items"] == []


def test_the_board_takes_both_exhibits(filled: Run, tmp_path: Path) -> None:
    told = filled("board", "--out", tmp_path / "pack.pptx", "--exhibits", "representativeness,weighted")
    assert told.status == 0
    assert (tmp_path / "pack.pptx").stat().st_size > 10_000
