"""Do table, pivot and files of a register hold what the register holds, in words and without harm?"""

from __future__ import annotations

import csv
import io
from collections import Counter
from copy import deepcopy

import openpyxl
import pytest

from lsn_data import published
from lsn_data.board import NAMES, Pick, draw
from lsn_data.commands.figures import FIGURES
from lsn_data.errors import LsnError
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, open_store, register_rows
from lsn_data.topics.explore import answer
from lsn_data.topics.explore.compute import pivot, units_of
from lsn_data.topics.explore.exhibits import answered, as_csv, lines_as_csv, pivoted, unique, whole_register

EN, DE = Language("en"), Language("de")


def in_words(store: Store, kind: str, say: Language, words: str = "") -> list[dict[str, object]]:
    found = answer.in_words(answer.registers(store)[kind], answer.names_of_codes(store, say), say, words)
    return [dict(zip(answer.labels(kind, say), row, strict=True)) for row in found]


def test_the_finding_counts_every_row_of_every_register(loaded: Store) -> None:
    rows = sum(len(register_rows(loaded, kind, demo=True)) for kind in REGISTERS)
    said = answer.finding(answer.registers(loaded), EN)
    assert (
        said
        == f"{len(REGISTERS)} of {len(REGISTERS)} registers hold {rows:,} rows; the newest snapshot is of 2026-06-30"
    )


def test_a_fresh_database_holds_published_facts_alone() -> None:
    with open_store(":memory:") as opened:
        assert answer.finding(answer.registers(opened), EN) == f"All {len(REGISTERS)} registers are still empty"
        published.load(opened)
        found = answer.registers(opened)
        assert found["strategy"].rows
        assert not found["members"].rows
        assert answer.origin_of(found["strategy"]) == "published"


@pytest.mark.parametrize("kind", REGISTERS)
def test_codes_are_words_in_the_readers_language(loaded: Store, kind: str) -> None:
    rows = in_words(loaded, kind, DE)
    assert len(rows) == len(register_rows(loaded, kind, demo=True))
    codes = {choice.code for field in REGISTERS[kind].fields for choice in field.choices}
    words = {word for field in REGISTERS[kind].fields for choice in field.choices for word in choice.label}
    closed = [field.name for field in REGISTERS[kind].fields if field.choices]
    shown = {part for row in rows for name in closed if row[name] for part in str(row[name]).split("; ")}
    assert shown & (codes - words) == set()
    assert {row["origin"] for row in rows} <= {"Demo", "Veröffentlicht", "Hochgeladen"}


def test_words_are_searched_for_in_all_columns(loaded: Store) -> None:
    rows = in_words(loaded, "members", EN, "hamburg pharma")
    assert rows
    assert all(row["state"] == "Hamburg" or "Hamburg" in str(row) for row in rows)
    assert len(rows) < len(in_words(loaded, "members", EN))


def test_counts_agree_with_counting_by_hand(loaded: Store) -> None:
    rows = register_rows(loaded, "members", demo=True)
    found = pivot(rows, "state", "size")
    assert dict(found.totals) == Counter(row["state"] for row in rows)
    assert dict(found.cells) == Counter((row["state"], row["size"]) for row in rows)
    assert list(found.rows) == sorted(found.rows, key=lambda state: -found.totals[state])  # type: ignore[operator]


def test_a_row_with_several_values_counts_in_each_and_this_is_told(loaded: Store) -> None:
    rows = register_rows(loaded, "projects", demo=True)
    found = pivot(rows, "themes")
    assert found.several
    assert sum(found.totals.values()) > len(rows)  # type: ignore[arg-type]
    register = answer.registers(loaded)["projects"]
    exhibit = pivoted(register, found, "themes", "", "count", "", None, {}, EN)
    assert any("do not add up" in note for note in exhibit.notes)


def test_doubtful_amounts_stay_out_of_sums_and_are_told(loaded: Store) -> None:
    rows = register_rows(loaded, "funding", demo=True)
    sure = [row for row in rows if row["amount"] is not None and not row["doubtful"]]
    found = pivot(rows, "currency", "", "sum", "amount")
    assert sum(found.totals.values()) == sum(row["amount"] for row in sure)  # type: ignore[arg-type]
    assert found.doubtful == sum(1 for row in rows if row["amount"] is not None and row["doubtful"])
    assert found.used + found.doubtful + found.without == len(rows)


def test_values_of_two_units_never_add_up() -> None:
    rows = [
        {"kpi": "a", "value": 1.0, "unit": "%"},
        {"kpi": "a", "value": 100.0, "unit": "EUR"},
        {"kpi": "a", "value": None, "unit": "%"},
    ]
    assert units_of(rows, "value") == ("%", "EUR")
    assert pivot(rows, "kpi", "", "sum", "value", "%").totals == {"a": 1.0}
    assert pivot(rows, "kpi", "", "mean", "value", "EUR").totals == {"a": 100.0}


def test_years_stand_in_their_order_and_what_is_not_told_last() -> None:
    rows = [{"year": "2025"}, {"year": "2024"}, {"year": "2025"}, {"year": None}]
    assert pivot(rows, "year").rows == ("2024", "2025", None)


def test_many_groups_are_cut_and_it_is_told(loaded: Store) -> None:
    rows = [{"a": str(at)} for at in range(100)]
    assert pivot([{"a": f"x{row['a']}"} for row in rows], "a").more == 60


def test_the_csv_of_a_register_is_read_back_as_it_was(loaded: Store) -> None:
    for kind in ("members", "measures", "projects", "workshops", "peers", "swot", "finance"):
        register = answer.registers(loaded)[kind]
        reading = read_register(as_csv(register), f"{kind}.csv", kind)
        assert reading.status == "ready", (kind, reading.problems)
        names = [field.name for field in REGISTERS[kind].fields]
        assert [[row[name] for name in names] for row in reading.rows] == [
            [
                tuple(row[name])
                if isinstance(row[name], list) and isinstance(reading.rows[at][name], tuple)
                else row[name]
                for name in names
            ]
            for at, row in enumerate(register.rows)
        ], kind


def test_no_cell_of_a_file_can_run() -> None:
    hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "plain"]
    lines = list(csv.reader(io.StringIO(lines_as_csv([hostile]).decode("utf-8-sig"))))
    assert lines == [[f"'{cell}" for cell in hostile[:-1]] + ["plain"]]
    register = answer.Register("workshops", ({**dict.fromkeys(["origin"], "uploaded")},), None)
    exhibit = answered([(name, "VARCHAR") for name in hostile], [hostile], cut=True, register=register, say=EN)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([exhibit]))).active
    assert sheet is not None
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert any("more rows" in note for note in exhibit.notes)


def test_equal_headings_are_told_apart() -> None:
    assert unique(["n", "n", "n 2", "n"]) == ["n", "n 2", "n 2 2", "n 3"]


def test_the_workbook_of_a_register_holds_every_row_in_words(loaded: Store) -> None:
    register = answer.registers(loaded)["members"]
    exhibit = whole_register(register, answer.in_words(register, answer.names_of_codes(loaded, DE), DE), DE)
    assert exhibit.message == f"Mitglieder: {len(register.rows)} Zeilen"
    assert exhibit.origin == "demo"
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([exhibit]))).active
    assert sheet is not None
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Schleswig-Holstein", "Biotechnologie", "ja", "nein"} <= cells


def test_no_exhibit_and_no_listing_changes_the_rows_that_all_share(loaded: Store) -> None:
    def rows() -> dict[str, list[dict[str, object]]]:
        return {kind: register_rows(loaded, kind, demo=True) for kind in REGISTERS}

    before = deepcopy(rows())
    drawn = [_drawn(loaded, name) for name in NAMES]
    for command in FIGURES:
        command.ask(loaded)
    assert sum(drawn) > len(NAMES) / 2
    assert rows() == before
    assert rows()["members"][0] is rows()["members"][0]


def _drawn(store: Store, name: str) -> bool:
    try:
        draw(store, Pick(name), DE)
    except LsnError:
        return False
    return True
