"""Do the commands take every register in, and show its figures in the shapes that others rely on?"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lsn_data.sheets.registers import REGISTERS
from tests.cli.conftest import Answer, Run
from tests.intake.foreign_files import book
from tests.intake.made import as_csv

Bring = Callable[..., Answer]


@pytest.fixture
def bring(run: Run, tmp_path: Path) -> Bring:
    """`bring("members", ["member"], ["A GmbH"], as_of="2026-01-31")`: rows as a file, imported."""

    def imported(kind: str, *rows: list[object], as_of: str = "2026-01-31", name: str = "list.csv") -> Answer:
        (tmp_path / name).write_bytes(as_csv(rows))
        return run("import", tmp_path / name, "--kind", kind, "--as-of", as_of, "--json")

    return imported


def rows_of(answer: Answer, name: str, key: str = "rows") -> dict[str, Any]:
    """The rows of a listing by what names them, without those that were published."""
    assert answer.status == 0
    return {row[name]: row for row in answer.json[key] if row.get("origin") != "published"}


def test_the_examples_of_every_register_import_from_a_plain_csv(run: Run, tmp_path: Path) -> None:
    files = []
    for kind, register in REGISTERS.items():
        files.append(tmp_path / f"list of {kind}.csv")
        rows = [[field.name for field in register.fields], [field.example for field in register.fields]]
        files[-1].write_bytes(as_csv(rows))
    told = run("import", *files, "--json").json["files"]
    assert [(one["status"], one["kind"]) for one in told] == [("stored", kind) for kind in REGISTERS]
    for one in told:
        assert (one["rows_read"], one["rows_kept"], one["left_out"]) == (1, 1, [])
        assert (one["problems"], one["questions"], one["ranking"], one["wave"]) == ([], [], None, None)
    again = run("import", *files, "--json")
    assert again.status == 0
    assert {one["status"] for one in again.json["files"]} == {"already stored"}


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_template_is_written_and_refused_while_empty(code: str, run: Run, tmp_path: Path) -> None:
    files = []
    for kind, register in REGISTERS.items():
        files.append(tmp_path / f"{kind}.xlsx")
        assert run("template", kind, "--out", files[-1], "--lang", code).status == 0
        assert load_workbook(files[-1]).worksheets[0].title == register.label[code == "de"]
    answer = run("import", *files, "--json", "--lang", code)
    assert answer.status == 1
    for one in answer.json["files"]:
        assert (one["status"], one["import"]) == ("refused", None)
        assert [problem["kind"] for problem in one["problems"]] == ["no-rows"]


def test_a_file_with_an_empty_needed_cell_is_refused_and_nothing_is_stored(run: Run, bring: Bring) -> None:
    answer = bring("members", ["member", "sector"], ["A GmbH", "pharma"], ["", "pharma"])
    assert answer.status == 1
    assert run("history", "--json").json == {"imports": []}
    assert run("members", "--json").json["rows"] == []


def test_members_are_counted_as_of_today(run: Run, bring: Bring) -> None:
    bring(
        "members",
        ["member", "sector", "premium", "joined", "left"],
        ["A GmbH", "pharma", "yes", "2019", ""], ["B GmbH", "pharma", "", "2019-04", "2022-12-31"],
        ["C", "Weberei", "", "", ""],
    )  # fmt: skip
    answer = run("members", "--json")
    found = rows_of(answer, "member")
    assert [found[name]["active"] for name in ("A GmbH", "B GmbH", "C")] == [True, False, True]
    assert (found["A GmbH"]["premium"], found["A GmbH"]["joined"], found["C"]["sector"]) == (True, "2019", "other")
    counts = answer.json["counts"]
    assert (counts["members"], counts["former"], counts["premium"]) == (2, 1, 1)
    assert counts["sector"] == {"pharma": 1, "other": 1}


def test_a_measure_without_a_principle_is_off_strategy(run: Run, bring: Bring) -> None:
    told = bring(
        "measures", ["measure", "theme", "principles"], ["m-1", "visibility", ""], ["m-2", "region", "N;I"]
    ).json["files"][0]
    assert [(one["kind"], one["row"]) for one in told["problems"]] == [("off-strategy", 2)]
    found = rows_of(run("measures", "--json"), "measure")
    assert (found["m-1"]["off_strategy"], found["m-2"]["off_strategy"]) == (True, False)
    assert (found["m-1"]["principles"], found["m-2"]["principles"]) == ([], ["networking", "informing"])


def test_a_project_carries_its_funding_as_a_list(run: Run, bring: Bring) -> None:
    bring("projects", ["project", "title", "start"], ["NORDTEST", "Testing", "März 2023"], ["ALONE", "Alone", ""])
    bring("funding", ["project", "funder", "amount"], ["NORDTEST", "EU", 250000], ["NORDTEST", "State", "1.234,5"])
    found = rows_of(run("projects", "--json"), "project")
    assert [one["amount"] for one in found["NORDTEST"]["funding"]] == [250000.0, 1234.5]
    assert found["ALONE"]["funding"] == []
    assert (found["NORDTEST"]["start"], found["NORDTEST"]["title_de"]) == ("2023-03", "Testing")


def test_funding_finds_its_project_however_the_name_is_written(run: Run, bring: Bring) -> None:
    bring("projects", ["project"], ["NORDTEST"])
    bring("funding", ["project", "amount"], ["Nordtest", 5])
    assert [one["amount"] for one in rows_of(run("projects", "--json"), "project")["NORDTEST"]["funding"]] == [5.0]


def test_kpi_values_stand_in_the_order_of_period_and_vintage(run: Run, bring: Bring) -> None:
    heads: list[object] = ["kpi", "level", "unit", "better", "period", "value", "vintage", "break", "target",
                           "target_period"]  # fmt: skip
    bring(
        "kpi", heads,
        ["reach", "outcome", "people", "up", 2025, 310, "2026-06", "", "", ""],
        ["reach", "outcome", "people", "up", 2024, 280, "2025-01", "", "", ""],
        ["reach", "outcome", "people", "up", 2025, 300, "2026-01", "yes", 400, 2030],
    )  # fmt: skip
    reach = next(one for one in run("kpis", "--json").json["kpis"] if one["kpi"] == "reach")
    assert [(one["period"], one["value"], one["break"]) for one in reach["values"]] == [
        ("2024", 280, False), ("2025", 300, True), ("2025", 310, False),
    ]  # fmt: skip
    assert set(reach["values"][0]) == {"period", "value", "vintage", "source", "origin", "break"}
    assert {one["origin"] for one in reach["values"]} == {"uploaded"}
    assert reach["target"] == {"period": "2030", "value": 400}
    assert (reach["level"], reach["unit"], reach["better"]) == ("outcome", "people", "up")
    assert {"rating", "forecast", "theme"} <= set(reach)


def test_swot_factors_are_counted_by_quadrant(run: Run, bring: Bring) -> None:
    before = run("swot", "--json").json["counts"]["quadrant"]["weakness"]
    bring("swot", ["id", "quadrant", "text", "themes"], ["X1", "Schwäche", "Neu", "Sichtbarkeit; Kompetenzen"])
    answer = run("swot", "--json")
    assert answer.json["counts"]["quadrant"]["weakness"] == before + 1
    assert rows_of(answer, "id")["X1"]["themes"] == ["visibility", "competencies"]


def test_an_older_snapshot_that_comes_later_does_not_count_and_undo_brings_the_earlier_back(
    run: Run, bring: Bring
) -> None:
    newer = bring("members", ["member"], ["New GmbH"], as_of="2026-06-30", name="new.csv").json["files"][0]["import"]
    bring("members", ["member"], ["Old GmbH"], as_of="2026-03-31", name="old.csv")
    assert list(rows_of(run("members", "--json"), "member")) == ["New GmbH"]
    assert {one["state"] for one in run("history", "--json").json["imports"]} == {"current", "replaced"}
    assert run("undo", newer).status == 0
    assert list(rows_of(run("members", "--json"), "member")) == ["Old GmbH"]


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_plain_text_of_every_listing_can_be_read(code: str, run: Run, bring: Bring) -> None:
    bring("members", ["member"], ["A GmbH"])
    for command in ("members", "measures", "projects", "swot", "kpis"):
        answer = run(command, "--lang", code)
        assert answer.status == 0
        assert not re.search(r"\bNone\b|\bnan\b|[{}]", answer.out), command


def test_undo_tells_what_would_follow_and_can_be_taken_back(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("member,state\nNordlicht GmbH,HH\n", encoding="utf-8")
    name = run("import", file, "--json").json["files"][0]["import"]
    told = run("undo", name, "--dry-run")
    assert (told.status, "nothing will be left (now 1 row)" in told.out) == (0, True)
    states = []
    for arguments in (("undo", name), ("undo", name, "--redo")):
        assert run(*arguments).status == 0
        states.append(run("history", "--json").json["imports"][0]["state"])
    assert states == ["undone", "current"]


def test_members_asked_per_group_come_from_a_file_that_is_checked(run: Run, survey: Callable[..., Path]) -> None:
    asked = survey().parent / "asked.json"
    for wrong in ('{"sector": {"bakers": 2}}', '{"sector": 3}', "no json"):
        asked.write_text(wrong, encoding="utf-8")
        assert run("import", survey(), "--asked-by", asked).status == 2
    asked.write_text('{"sector": {"biotech": 60}}', encoding="utf-8")
    assert run("import", survey(), "--asked-by", asked).status == 0


def test_the_plain_text_of_a_listing_says_words_instead_of_codes(run: Run, bring: Bring) -> None:
    bring("members", ["member", "sector", "state"], ["A GmbH", "medtech", "SH"])
    german = run("members", "--lang", "de").out
    assert german.splitlines()[0].split()[:2] == ["Mitglied", "Branche"]
    assert "Medizintechnik" in german
    assert "Schleswig-Holstein" in german
    assert rows_of(run("members", "--json"), "member")["A GmbH"]["sector"] == "medtech"
    assert "Risiko" in run("swot", "--lang", "de").out


def test_a_list_of_projects_brings_its_funding_along_and_the_register_of_funding_knows_better(
    run: Run, bring: Bring
) -> None:
    bring("projects", ["Projekt", "Fördersumme"], ["P", "ca. 1,2 Mio. €"], ["Q", "350 T€"], name="projects.csv")
    found = rows_of(run("projects", "--json"), "project")
    assert [(one["amount"], one["doubtful"]) for one in found["P"]["funding"]] == [(1.2e6, True)]
    bring("funding", ["project", "amount"], ["P", "1250000"], name="funding.csv")
    found = rows_of(run("projects", "--json"), "project")
    assert [one["amount"] for one in found["P"]["funding"]] == [1.25e6]
    assert [one["amount"] for one in found["Q"]["funding"]] == [350e3]


def test_which_part_of_a_workbook_is_meant_is_asked_and_answered_in_both_ways(run: Run, tmp_path: Path) -> None:
    file, mapping = tmp_path / "gesamt.xlsx", tmp_path / "mapping.json"
    file.write_bytes(book(("M", [["Firma", "Land"], ["A GmbH", "HH"]]), ("P", [["Projekt", "Beginn"], ["P", 2020]])))
    (asked,) = run("import", file, "--json").json["files"]
    assert (asked["status"], [one["id"] for one in asked["questions"]]) == ("needs answer", ["kind"])
    mapping.write_text('{"kind": "projects"}', encoding="utf-8")
    ways = (["--mapping", mapping], ["--kind", "members"])
    stored = [run("import", file, *way, "--json").json["files"][0] for way in ways]
    assert [(one["status"], one["kind"]) for one in stored] == [("stored", "projects"), ("stored", "members")]


def test_why_a_register_changes_is_given_by_the_history(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(as_csv([["member"], ["A GmbH"]]))
    run("import", tmp_path / "list.csv", "--kind", "members", "--note", "Cleared up for the general meeting")
    (receipt,) = run("history", "--json").json["imports"]
    assert receipt["note"] == "Cleared up for the general meeting"


def test_the_list_of_kpis_shows_ratings_in_words_and_each_rated_value_once(run: Run, bring: Bring) -> None:
    years = [["premium-members", year, 20 + 2 * (year - 2021), "", 40, 2030] for year in range(2021, 2026)]
    restated = ["premium-members", 2025, 29, "2026-06", 40, 2030]
    bring("kpi", ["kpi", "period", "value", "vintage", "target", "target_period"], *years, restated)
    shown = run("kpis", "--lang", "de").out
    line = next(one for one in shown.splitlines() if one.startswith("premium-members"))
    assert "auf Kurs" in line
    assert line.count("2025:") == 1
    assert "2025: 29" in line
