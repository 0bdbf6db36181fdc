"""Do the registers' tables hold what is declared, and which snapshot counts today?"""

from __future__ import annotations

import datetime as dt
import time

import pytest

from lsn_data.intake import read_register
from lsn_data.intake.report import Reading
from lsn_data.sheets.declared import Field
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, history, open_store, register_rows, save, undo
from tests.intake.made import as_csv

TYPES = {"number": "DOUBLE", "yes": "BOOLEAN", "list": "VARCHAR[]", "choices": "VARCHAR[]"}
KINDS = pytest.mark.parametrize("kind", list(REGISTERS))


def column(field: Field) -> tuple[str, str]:
    return field.name, TYPES.get(field.holds, "VARCHAR")


def stored(store: Store, as_of: str, *rows: list[object], kind: str = "members", origin: str = "uploaded") -> str:
    """A register of these rows as of a day; returns its import's name."""
    reading = read_register(as_csv(rows), f"{as_of}.csv", kind)
    assert reading.status == "ready", reading.problems
    receipt, _ = save(store, reading, actor="office", as_of=dt.date.fromisoformat(as_of), origin=origin)
    return receipt.import_id


def members(store: Store) -> list[str]:
    return [row["member"] for row in register_rows(store, "members")]


@KINDS
def test_a_table_has_the_columns_of_its_declaration_in_their_types(kind: str) -> None:
    with open_store(":memory:") as store, store.writing() as cursor:
        found = cursor.execute(
            "select column_name, data_type from information_schema.columns where table_name = $name"
            " order by ordinal_position",
            {"name": f"register_{kind}"},
        ).fetchall()
    declared = [column(field) for field in REGISTERS[kind].fields]
    assert found == [("import", "VARCHAR"), ("row", "INTEGER"), *declared]


@KINDS
def test_the_examples_come_back_as_they_went_in(kind: str) -> None:
    fields = REGISTERS[kind].fields
    data = as_csv([[field.name for field in fields], [field.example for field in fields]])
    reading = read_register(data, "list.csv", kind)
    with open_store(":memory:") as store:
        save(store, reading, actor="office")
        (row,) = register_rows(store, kind)
    assert {field.name: row[field.name] for field in fields} == {
        field.name: reading.rows[0][field.name] for field in fields
    }


def test_the_snapshot_of_the_latest_day_counts_whenever_it_came_in() -> None:
    with open_store(":memory:") as store:
        stored(store, "2026-06-30", ["member"], ["New GmbH"])
        older = stored(store, "2026-03-31", ["member"], ["Old GmbH"])
        assert members(store) == ["New GmbH"]
        states = {one.import_id: one.state for one in history(store)}
        assert states.pop(older) == "replaced"
        assert list(states.values()) == ["current"]


def test_taking_a_snapshot_back_brings_the_earlier_one_back() -> None:
    with open_store(":memory:") as store:
        stored(store, "2026-03-31", ["member"], ["Old GmbH"])
        newer = stored(store, "2026-06-30", ["member"], ["New GmbH"])
        assert members(store) == ["New GmbH"]
        undo(store, newer, actor="office")
        assert members(store) == ["Old GmbH"]


def test_registers_do_not_replace_each_other() -> None:
    with open_store(":memory:") as store:
        stored(store, "2026-03-31", ["member"], ["Nordlicht GmbH"])
        stored(store, "2026-06-30", ["partner"], ["Medicon Valley"], kind="partnerships")
        assert members(store) == ["Nordlicht GmbH"]


def test_what_was_uploaded_counts_over_what_is_published_however_it_is_written() -> None:
    with open_store(":memory:") as store:
        stored(store, "2025-12-31", ["project", "role"], ["BFCC", "lead"], ["OTHER", "lead"],
               kind="projects", origin="published")  # fmt: skip
        stored(store, "2026-03-31", ["project", "role"], ["bfcc", "partner"], kind="projects")
        rows = {row["project"]: (row["role"], row["origin"]) for row in register_rows(store, "projects")}
    assert rows == {"bfcc": ("partner", "uploaded"), "OTHER": ("lead", "published")}


def test_a_refused_reading_cannot_be_stored() -> None:
    reading = read_register(as_csv([["member", "sector"], ["", "pharma"]]), "list.csv", "members")
    with open_store(":memory:") as store:
        with pytest.raises(ValueError):
            save(store, reading, actor="office")
        assert register_rows(store, "members") == []


def test_published_facts_that_come_back_get_a_name_of_their_own() -> None:
    first, second = (
        read_register(f"member,state\nNordlicht GmbH,{state}\n".encode(), "members.csv", "members")
        for state in ("HH", "SH")
    )
    with open_store(":memory:") as opened:
        names = {save(opened, one, actor="product", origin="published")[0].import_id for one in (first, second, first)}
    assert len(names) == 3


def test_a_register_of_20000_rows_goes_in_quickly_with_its_lists_and_gaps_whole() -> None:
    """Row by row it took twelve seconds; a column that is empty for long must not be guessed to be of another type."""
    empty = {field.name: [] if field.holds in ("list", "choices") else None for field in REGISTERS["projects"].fields}
    rows = [{**empty, "row": n, "project": f"P{n}"} for n in range(2, 20_001)]
    rows.append({**empty, "row": 20_001, "project": "LAST", "partners": ["a; b", "c'd"], "note": "late"})
    reading = Reading("list.csv", "hash", "projects", "ready", rows=tuple(rows))
    with open_store(":memory:") as store:
        began = time.perf_counter()
        save(store, reading, actor="office")
        assert time.perf_counter() - began < 3
        found = register_rows(store, "projects")
    assert len(found) == 20_000
    assert (found[0]["partners"], found[-1]["partners"], found[-1]["note"]) == ([], ["a; b", "c'd"], "late")
