"""Is what may be shown decided with every change, kept with the wave, and the same when it is asked again?"""

from __future__ import annotations

from pathlib import Path

import pytest

from lsn_data.board import Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Pack
from lsn_data.store import Store, forget_all, open_store, redo, shown_views, shown_wave, undo
from tests.disclosure.made import invented
from tests.topics.made import wave_of


@pytest.fixture
def store() -> Store:
    return open_store(":memory:")


def test_the_list_is_there_as_soon_as_the_wave_is(store: Store) -> None:
    wave = wave_of(store, invented(58, 0))
    views = shown_views(store, wave.import_id)
    assert (views[0].parts, views[0].n) == ((), 58)
    assert {len(view.parts) for view in views} >= {0, 1, 2}


def test_a_wave_without_enough_answers_has_an_empty_list(store: Store) -> None:
    assert shown_views(store, wave_of(store, invented(4, 0)).import_id) == ()


def test_a_list_follows_what_was_taken_back_and_what_came_back(store: Store) -> None:
    everybody = invented(58, 0)
    first = wave_of(store, everybody[:57], sha="a")
    second = wave_of(store, everybody, replace=True, sha="b")
    assert shown_views(store, second.import_id) == ()
    undo(store, first.import_id, actor="test")
    assert shown_views(store, second.import_id)[0].n == 58
    redo(store, first.import_id, actor="test")
    assert shown_views(store, second.import_id) == ()


def frozen(store: Store, name: str) -> None:
    freeze(store, Pack(name).added(Pick("priorities")), name, drawing(store), actor="test")


def test_what_returns_after_an_edition_showed_another_version_is_decided_beside_it(store: Store) -> None:
    """The edition keeps its 58 answers for ever: 57 of them beside it would be the answer of one."""
    everybody = invented(58, 0)
    first = wave_of(store, everybody[:57], sha="a")
    undo(store, first.import_id, actor="test")
    second = wave_of(store, everybody, sha="b")
    frozen(store, "April")
    redo(store, first.import_id, actor="test")
    assert shown_wave(store, "2026") == second
    undo(store, second.import_id, actor="test")
    assert shown_views(store, first.import_id) == ()


def test_an_edition_of_the_version_that_returned_turns_nothing_round(store: Store) -> None:
    """Whoever came first in the eyes of a reader stays first: the list that an edition froze is never decided anew."""
    everybody = invented(66, 0)
    first = wave_of(store, everybody[:58], sha="a")
    undo(store, first.import_id, actor="test")
    second = wave_of(store, everybody, sha="b")
    frozen(store, "April")
    redo(store, first.import_id, actor="test")
    undo(store, second.import_id, actor="test")
    lists = [shown_views(store, one.import_id) for one in (first, second)]
    frozen(store, "May")
    redo(store, second.import_id, actor="test")
    assert [shown_views(store, one.import_id) for one in (first, second)] == lists
    assert all(views and views[0].parts == () for views in lists)


def test_a_version_that_an_edition_showed_first_stays_first_wherever_it_was_since(store: Store) -> None:
    everybody = invented(58, 0)
    first = wave_of(store, everybody[:57], sha="a")
    frozen(store, "April")
    undo(store, first.import_id, actor="test")
    second = wave_of(store, everybody, sha="b")
    assert shown_views(store, second.import_id) == ()
    redo(store, first.import_id, actor="test")
    assert (shown_views(store, first.import_id)[0].n, shown_views(store, second.import_id)) == (57, ())


def test_a_version_that_nobody_could_see_does_not_count(store: Store) -> None:
    everybody = invented(62, 0)
    wave_of(store, everybody[:57], sha="a")
    wave_of(store, everybody[:58], replace=True, sha="b")
    third = wave_of(store, everybody, replace=True, sha="c")
    shown = shown_wave(store, "2026")
    assert shown
    assert shown.import_id == third.import_id


def test_another_wave_and_the_demo_are_no_versions_of_it(store: Store) -> None:
    everybody = invented(58, 0)
    wave_of(store, invented(57, 1), wave="2024")
    wave_of(store, everybody[:57], wave="2026", origin="demo", sha="demo")
    assert shown_views(store, wave_of(store, everybody).import_id)[0].n == 58


def test_a_mended_sector_of_one_respondent_is_not_told_by_the_difference(store: Store) -> None:
    everybody = invented(58, 3)
    first = wave_of(store, everybody, sha="a")
    at = next(at for at, one in enumerate(everybody) if one.sector == "biotech")
    mended = [*everybody[:at], everybody[at].__class__(**{**_fields(everybody[at]), "sector": "medtech"}),
              *everybody[at + 1 :]]  # fmt: skip
    second = wave_of(store, mended, replace=True, sha="b")
    sectors = {view.n for view in shown_views(store, second.import_id) if view.where.get("sector") == "medtech"}
    before = {view.n for view in shown_views(store, first.import_id) if view.where.get("sector") == "medtech"}
    assert shown_views(store, second.import_id)[0].n == 58
    assert not sectors or sectors == before


def _fields(one: object) -> dict[str, object]:
    names = ("row", "places", "sector", "size", "state", "kind", "membership", "token")
    return {name: getattr(one, name) for name in names}


def test_nothing_stays_when_all_is_forgotten(store: Store) -> None:
    wave = wave_of(store, invented(58, 0))
    forget_all(store, actor="test")
    assert shown_views(store, wave.import_id) == ()
    with store.writing() as cursor:
        assert cursor.execute("select count(*) from shown_lists").fetchall() == [(0,)]


def test_a_wave_of_an_older_version_gains_its_list_when_the_database_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    with open_store(path) as new:
        wave = wave_of(new, invented(58, 0))
        expected = shown_views(new, wave.import_id)
        with new.writing() as cursor:
            cursor.execute("drop table shown_lists")
            cursor.execute("drop table shown_views")
            cursor.execute("delete from schema_versions where version = 5")
    with open_store(path) as store:
        assert shown_views(store, wave.import_id) == expected
