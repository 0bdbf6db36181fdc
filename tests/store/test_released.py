"""Does a database of every released schema open with all it held, and does it go on from there?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lsn_data.store import (
    Store,
    asked_groups,
    check,
    edition_named,
    history,
    open_store,
    packs,
    questionnaire_of,
    register_rows,
    remembered,
    save,
    template_of,
    undo,
    waves,
)
from tests.store.made import reading
from tests.store.released import DATA, RELEASED, made_at

FIRST = "2024-05-06-1"


def held(store: Store, schema: int) -> None:
    """Everything that a database of that schema held is there."""
    told = {one.import_id: (one.kind, one.state, one.rows_kept, one.asked) for one in history(store)}
    assert told[FIRST] == ("survey", "current", 3, 300)
    assert told["2024-05-06-2"] == ("survey", "undone", 2, 300)
    answers = store.ask("answers", **{"import": FIRST})
    assert [row["places"] for row in answers] == [[1, 2, 3], [2, None, 1], [None, None, None]]
    assert [row["sector"] for row in answers] == ["biotech", "pharma", None]
    assert remembered(store, "layout-1") == {"direction": "1 is first"}
    members = [row["member"] for row in register_rows(store, "members")]
    assert members == (["Nordwerk", "Elbmed"] if schema >= 2 else [])
    questions = questionnaire_of(store, FIRST)
    assert [one.answers for one in questions] == ([(0, None, 1)] if schema >= 3 else [])
    assert asked_groups(store, FIRST) == ({"sector": {"biotech": 120}} if schema >= 4 else {})
    assert [row["proposal"] for row in register_rows(store, "proposals")] == (["P1"] if schema >= 6 else [])
    assert [one.name for one in packs(store)] == (["spring"] if schema >= 7 else [])
    if schema >= 7:
        assert edition_named(store, "spring 2025").papers == {"de": [], "en": []}
    template = template_of(store)
    assert (template.data if template else None) == (b"PK" if schema >= 8 else None)


@pytest.mark.parametrize("schema", RELEASED)
def test_a_database_of_every_released_schema_opens_with_all_it_held(schema: int, tmp_path: Path) -> None:
    made_at(tmp_path / "old.duckdb", schema)
    with open_store(tmp_path / "old.duckdb") as store:
        held(store, schema)
        found = check(store)
        assert found.findings == ()
        assert found.schema == max(RELEASED)
    with open_store(tmp_path / "old.duckdb") as store:
        held(store, schema)


@pytest.mark.parametrize("schema", RELEASED)
def test_the_product_goes_on_with_a_database_of_every_released_schema(schema: int, tmp_path: Path) -> None:
    made_at(tmp_path / "old.duckdb", schema)
    with open_store(tmp_path / "old.duckdb") as store:
        later, new = save(store, reading(), wave="2024", actor="office", replace=True)
        assert new
        assert [one.import_id for one in waves(store)] == [later.import_id]
        undo(store, later.import_id, actor="office")
        held(store, schema)
        assert check(store).findings == ()


def test_the_schemas_released_so_far_have_data_of_their_time() -> None:
    assert {*range(1, 10)} <= DATA.keys()
