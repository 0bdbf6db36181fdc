"""Is the weight of the measures counted as told, and is nobody nagged without reason? Beside counts made by hand."""

from __future__ import annotations

import csv
import datetime as dt
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from lsn_data import cli, demo
from lsn_data.intake import read_register
from lsn_data.store import Store, register_rows, save, undo
from lsn_data.topics.measures.answer import effort, weighed
from lsn_data.topics.measures.compute import (
    is_past,
    matrix,
    off_strategy,
    overdue,
    ownerless,
    weights,
)
from lsn_data.topics.measures.log import reviews
from lsn_data.topics.registers.answer import listing
from tests.intake.made import as_csv

DEMO = Path(__file__).parents[2] / "datasets" / "demo" / "measures.csv"
TODAY = dt.date(2026, 11, 22)
HEAD = ["strategy", "measure", "parent", "title_en", "theme", "principles", "status", "owner", "due", "addresses"]


def row(**facts: Any) -> dict[str, Any]:
    usual = {"parent": "region-1", "theme": "region", "principles": ["networking"], "status": "running",
             "owner": "Management", "start": None, "due": None, "addresses": []}  # fmt: skip
    return {**usual, **facts}


def uploaded(store: Store, day: str, *rows: list[str]) -> str:
    reading = read_register(as_csv([HEAD, *rows]), f"{day}.csv", "measures")
    assert reading.status == "ready", reading.problems
    return save(store, reading, actor="office", as_of=dt.date.fromisoformat(day))[0].import_id


def line(code: str, status: str = "running", principles: str = "networking", due: str = "", title: str = "X") -> list:
    return ["lsn-2030", code, "region-1", title, "region", principles, status, "Management", due, ""]


def test_a_measure_counts_once_however_many_principles_it_serves() -> None:
    for principles in (["networking"], ["networking", "informing"], ["networking", "informing", "positioning"]):
        assert sum(weights(principles).values()) == 1
    assert weights(["informing", "informing"]) == {"informing": 1}


def test_the_matrix_of_the_demo_is_the_one_that_is_counted_by_hand(loaded: Store) -> None:
    """Counted straight from the file, without the product."""
    cells: dict[tuple[str, str], Fraction] = {}
    with DEMO.open(encoding="utf-8") as file:
        for one in csv.DictReader(file):
            served = one["principles"].split(";") if one["principles"] else []
            for principle in served if one["status"] != "dropped" else []:
                key = (one["theme"], principle)
                cells[key] = cells.get(key, Fraction(0)) + Fraction(1, len(served))
    found = weighed(loaded).detailed
    assert {pair: weight for pair, weight in found.cells.items() if weight} == cells
    assert found.total == found.counted == 30 - 1 - 1  # one dropped, one off strategy


def test_the_strategic_measures_are_those_of_the_document(store: Store) -> None:
    found = weighed(store)
    assert [float(found.strategic.of_principle(one)) for one in found.strategic.principles] == [7, 7, 8]
    assert found.strategic.empty == ()
    assert len(found.detailed.empty) == 18


def test_each_offering_of_the_danish_cluster_fills_a_cell(store: Store) -> None:
    found = weighed(store, "dlsc-2021")
    assert set(found.strategic.cells.values()) == {Fraction(1)}
    assert len(found.strategic.cells) == 12


def test_what_is_dropped_or_of_no_theme_carries_no_weight() -> None:
    rows = [row(), row(status="dropped"), row(theme="shoes"), row(principles=[]), row(theme=None)]
    found = matrix(rows, ["region"], ["networking", "informing", "positioning"])
    assert (found.total, found.counted) == (1, 1)
    assert len(found.empty) == 2


def test_a_matrix_without_measures_has_shares_of_nothing() -> None:
    found = matrix([], ["region"], ["networking"])
    assert (found.share_of_theme("region"), found.share_of_principle("networking")) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("due", "past"),
    [("2026", False), ("2025", True), ("2026-11", False), ("2026-10", True), ("2026-11-22", False),
     ("2026-11-21", True), (None, False), ("", False)],
)  # fmt: skip
def test_a_date_is_past_only_when_all_of_it_is_past(due: str | None, past: bool) -> None:
    assert is_past(due, TODAY) is past


def test_what_is_done_or_dropped_is_never_late_and_needs_no_owner() -> None:
    rows = [row(status=status, due="2020", owner=None) for status in ("running", "planned", None, "done", "dropped")]
    assert [one["status"] for one in overdue(rows, TODAY)] == ["running", "planned", None]
    assert [one["status"] for one in ownerless(rows)] == ["running", "planned", None]


def test_the_measures_of_the_document_are_not_asked_for_an_owner(store: Store) -> None:
    rows = register_rows(store, "measures")
    assert len(rows) == 22
    assert ownerless(rows) == overdue(rows, TODAY) == []


def test_an_owner_of_blanks_is_no_owner() -> None:
    assert len(ownerless([row(owner="  "), row(owner=None), row(owner="Office")])) == 2


def test_the_rule_allows_one_to_three_principles() -> None:
    served = [[], ["a"], ["a", "b", "c"], ["a", "b", "c", "d"], None]
    assert [one["principles"] for one in off_strategy(row(principles=p) for p in served)] == [[], list("abcd"), None]


def test_effort_is_what_runs_or_is_planned(loaded: Store) -> None:
    found = effort(loaded)
    with DEMO.open(encoding="utf-8") as file:
        live = [one for one in csv.DictReader(file) if one["status"] in ("running", "planned")]
    assert {theme: one.live for theme, one in found.items()} == {
        theme: sum(one["theme"] == theme for one in live) for theme in found
    }
    assert sum(one.share or 0 for one in found.values()) == pytest.approx(1)
    assert found["visibility"].share == 8 / 26
    assert found["visibility"].weight == {
        "networking": Fraction(5, 2), "informing": Fraction(7, 2), "positioning": 2,
    }  # fmt: skip


def test_without_any_status_effort_is_told_by_the_strategic_measures(store: Store) -> None:
    found = effort(store)
    assert found["visibility"].share == 6 / 22
    assert (found["visibility"].live, found["visibility"].strategic) == (0, 6)


def test_the_first_measures_with_a_status_are_not_taken_for_all_there_is(store: Store) -> None:
    uploaded(store, "2026-06-01", line("R9"), line("R8", "done"))
    found = effort(store)
    assert (found["region"].counted, found["region"].untold) == (3, 2)
    assert found["visibility"].share == 6 / 22


def test_the_log_tells_field_by_field_what_changed_when_and_by_which_import(store: Store) -> None:
    first = uploaded(store, "2026-01-31", line("region-1a", "planned"), line("region-1b"))
    second = uploaded(store, "2026-06-30", line("region-1a", "running", "networking;informing"), line("region-1c"))
    newest, oldest, document = reviews(store)
    assert (newest.import_id, newest.day, oldest.import_id) == (second, dt.date(2026, 6, 30), first)
    assert document.origin == "published"
    told = [(one.measure["measure"], one.what, one.field, one.before, one.after) for one in newest.steps]
    assert told == [
        ("region-1c", "added", None, None, None),
        ("region-1a", "changed", "principles", ["networking"], ["networking", "informing"]),
        ("region-1a", "changed", "status", "planned", "running"),
        ("region-1b", "removed", None, None, None),
    ]


def test_what_was_taken_back_never_happened(store: Store) -> None:
    uploaded(store, "2026-01-31", line("region-1a", "planned"))
    wrong = uploaded(store, "2026-03-31", line("region-1a", "dropped"))
    uploaded(store, "2026-06-30", line("region-1a", "running"))
    undo(store, wrong, actor="office")
    assert [(step.before, step.after) for step in reviews(store)[0].steps] == [("planned", "running")]


def test_the_log_goes_by_the_day_that_a_list_stands_for(store: Store) -> None:
    uploaded(store, "2026-06-30", line("region-1a", "done"))
    uploaded(store, "2026-03-31", line("region-1a", "running"))
    assert [(step.before, step.after) for step in reviews(store)[0].steps] == [("running", "done")]


def test_the_same_list_in_another_order_is_no_change(store: Store) -> None:
    uploaded(store, "2026-03-31", line("region-1a", principles="networking;informing"))
    uploaded(store, "2026-06-30", line("REGION-1A", principles="informing;networking"))
    assert [one.day.isoformat() for one in reviews(store)] == ["2026-03-31", "2025-12-31"]


def test_the_demo_has_a_log_of_its_own(store: Store) -> None:
    uploaded(store, "2026-06-30", line("region-1a"))
    demo.load(store, "test")
    assert [len(one.steps) for one in reviews(store.showing(demo=True))] == [30, 22]
    assert [len(one.steps) for one in reviews(store.showing(demo=False))] == [1, 22]


def test_the_command_tells_weights_matrix_and_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "lsn.duckdb")
    assert cli.main(["demo", "--db", path]) == 0
    capsys.readouterr()
    assert cli.main(["measures", "--json", "--db", path]) == 0
    found = json.loads(capsys.readouterr().out)
    by_code = {one["measure"]: one for one in found["rows"]}
    assert by_code["organisation-2a"]["principle_weight"]["informing"] == pytest.approx(1 / 3)
    assert by_code["region-2b"]["off_strategy"]
    assert by_code["visibility-1b"]["ownerless"]
    counts = found["counts"]
    assert sum(sum(cells.values()) for cells in counts["matrix"].values()) == pytest.approx(22 + 28)
    assert counts["ownerless"] == 4
    assert [len(one["steps"]) for one in found["log"]] == [30, 22]


def test_the_command_counts_what_is_late_on_the_day_asked(loaded: Store) -> None:
    with DEMO.open(encoding="utf-8") as file:
        rows = [one for one in csv.DictReader(file) if one["status"] not in ("done", "dropped")]
    for day in (dt.date(2026, 6, 30), dt.date(2026, 7, 1), dt.date(2028, 1, 1)):
        late = [one["measure"] for one in rows if one["due"] < day.isoformat()[: len(one["due"])]]
        assert listing(loaded, "measures", day)["counts"]["overdue"] == len(late)
