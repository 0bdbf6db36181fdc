"""Are the members asked per group kept with their wave, and can an undo be taken back?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lsn_data.errors import UnknownImport
from lsn_data.intake.report import Respondent
from lsn_data.store import (
    Store,
    asked_groups,
    forget,
    forget_all,
    hashed_tokens,
    history,
    import_as_of,
    open_store,
    redo,
    remember,
    remembered,
    save,
    undo,
)
from tests.store.made import reading


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def states(store: Store, as_of: int | None = None) -> list[str]:
    return [one.state for one in (history(store, as_of) if as_of else history(store))]


def test_members_asked_per_group_come_back_with_their_import(store: Store) -> None:
    asked = {"sector": {"biotech": 60, "pharma": 40}, "state": {"HH": 70, "SH": 30}}
    receipt, _ = save(store, reading(), wave="2026", actor="office", asked=100, asked_by=asked)
    assert asked_groups(store, receipt.import_id) == asked
    other, _ = save(store, reading(sha256="b"), wave="2028", actor="office")
    assert asked_groups(store, other.import_id) == {}
    forget_all(store, actor="office")
    assert asked_groups(store, receipt.import_id) == {}


def test_taking_an_undo_back_makes_the_import_count_as_before(store: Store) -> None:
    first, _ = save(store, reading(), wave="2026", actor="office")
    second, _ = save(store, reading(sha256="b"), wave="2026", actor="office", replace=True)
    undo(store, second.import_id, actor="office")
    while_undone = store.version
    assert redo(store, second.import_id, actor="office").state == "current"
    assert states(store) == ["replaced", "current"]
    assert states(store, while_undone) == ["current", "undone"]
    assert import_as_of(store, "2026", as_of=while_undone) == history(store, while_undone)[0]
    assert store.version > while_undone
    assert first.import_id == history(store)[0].import_id


def test_undo_and_redo_can_follow_each_other_again_and_again(store: Store) -> None:
    receipt, _ = save(store, reading(), wave="2026", actor="office")
    seen = []
    for change in (undo, redo, undo, redo):
        change(store, receipt.import_id, actor="office")
        seen.append((store.version, states(store)))
    assert [told for _, told in seen] == [["undone"], ["current"], ["undone"], ["current"]]
    assert all(states(store, version) == told for version, told in seen)


def test_bringing_back_what_counts_changes_nothing(store: Store) -> None:
    receipt, _ = save(store, reading(), wave="2026", actor="office")
    version = store.version
    assert redo(store, receipt.import_id, actor="office").state == "current"
    assert store.version == version
    with pytest.raises(UnknownImport):
        redo(store, "2031-01-01-1", actor="office")


def test_what_was_told_of_a_layout_can_be_forgotten(store: Store) -> None:
    remember(store, "one", {"direction": "1 is first"}, actor="office")
    remember(store, "two", {"direction": "1 is first"}, actor="office")
    forget(store, "one", actor="office")
    assert (remembered(store, "one"), remembered(store, "two")) == ({}, {"direction": "1 is first"})


def test_tokens_of_a_new_file_are_compared_by_their_hash_alone(store: Store) -> None:
    assert hashed_tokens(store, ["t1"]) == [None]
    receipt, _ = save(store, reading(Respondent(row=2, places=(1, 2, 3), token="t1")), wave="2026", actor="office")
    kept = store.ask("answers_by_token", **{"import": receipt.import_id})[0]["token"]
    assert hashed_tokens(store, ["t1", None, "t2"])[:2] == [kept, None]
