"""Are backups made, looked into and brought back while the database is open, without harm to whoever looks at it?"""

from __future__ import annotations

import datetime as dt
import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lsn_data import backups
from lsn_data.access import Actor
from lsn_data.errors import LsnError, NoRoom, NotAllowed, Refused, StoreError, TooNew
from lsn_data.store import Store, check, forget_all, history, keeping, open_store, save
from lsn_data.store.deleting.erasing import erasing_is_due
from lsn_data.store.imports import changed_since
from lsn_data.store.keeping import Backup, living, look_into, make, shelf, shelved, take_in
from lsn_data.store.keeping.own import mark_of
from lsn_data.store.log import entries
from lsn_data.store.named import named_queries
from lsn_data.ui.running import back_up
from tests.store.made import reading
from tests.store.released import RELEASED, made_at
from tests.store.test_keeping import filled, names, spoil
from tests.store.test_troubles import POSIX, no_file_over

NOON = dt.datetime(2026, 11, 22, 12)


@pytest.fixture(autouse=True)
def _no_published_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading them takes seconds; `tests/ui/test_administration.py` has them."""
    monkeypatch.setattr(backups.published, "load", lambda store: 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "lsn.duckdb") as opened:
        yield opened


def waves(store: Store) -> list[str | None]:
    return [one.wave for one in history(store)]


def test_everybody_sees_the_restored_state_at_once_and_no_cached_figure_stays(store: Store) -> None:
    seen = store.showing(demo=False)
    kept = backups.make(store, "office")
    before = seen.once("waves", lambda: waves(seen))
    save(store, reading(sha256="c"), wave="2027", actor="office")
    assert seen.once("waves", lambda: waves(seen)) != before
    version = seen.version
    backups.bring_back(store, kept.file, "office")
    assert seen.once("waves", lambda: waves(seen)) == before
    assert seen.version > version
    assert check(store).whole


def test_a_restore_is_undone_by_restoring_what_it_set_aside(store: Store, tmp_path: Path) -> None:
    kept = backups.make(store, "office")
    save(store, reading(sha256="c"), wave="2027", actor="office")
    before = history(store)
    done = backups.bring_back(store, kept.file, "office")
    assert history(store) != before
    assert done.aside is not None
    assert done.aside in [one.file for one in backups.all_of(store)]
    backups.bring_back(store, done.aside, "office")
    assert history(store) == before
    assert not (tmp_path / "lsn.duckdb.keeping").exists()


def test_the_log_of_who_did_what_survives_a_restore(store: Store) -> None:
    kept = backups.make(store, "office")
    save(store, reading(sha256="c"), wave="2027", actor="anna")
    backups.bring_back(store, kept.file, "berta")
    told = [(one.who, one.action) for one in entries(store)]
    assert told[:2] == [("berta", "restore"), ("anna", "import")]
    assert len(told) == len({(one.at, one.who, one.action) for one in entries(store)})


def test_whoever_began_to_type_before_a_restore_or_a_reset_is_told_that_the_data_changed(store: Store) -> None:
    kept, began = backups.make(store, "office"), store.version
    assert not changed_since(store, "members", began)
    backups.bring_back(store, kept.file, "office")
    assert changed_since(store, "members", began)
    again = store.version
    forget_all(store, actor="office")
    assert store.version > again
    assert changed_since(store, "members", again)


def test_what_would_be_lost_is_told_by_name_before_it_is(store: Store) -> None:
    kept = backups.make(store, "office")
    assert backups.loss(store, kept) == backups.Loss((), 0, ())
    later, _ = save(store, reading(sha256="c"), wave="2027", actor="office")
    loss = backups.loss(store, kept)
    assert loss is not None
    assert [one.import_id for one in loss.imports] == [later.import_id]
    backups.bring_back(store, kept.file, "office")
    (aside,) = [one for one in backups.all_of(store) if one.why == "before-restore"]
    found = backups.loss(store, aside)
    assert found is not None
    assert (found.imports, found.returning) == ((), 1)


def test_what_came_in_while_a_restore_was_prepared_is_never_missing_from_what_was_set_aside(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, bring_back = backups.make(store, "office"), keeping.bring_back

    def slowly(*given: Any, **more: Any) -> Any:
        save(store, reading(sha256="c"), wave="2027", actor="anna")
        return bring_back(*given, **more)

    monkeypatch.setattr(keeping, "bring_back", slowly)
    backups.bring_back(store, kept.file, "office")
    (aside,) = [one for one in backups.all_of(store) if one.why == "before-restore"]
    assert backups.loss(store, aside) is None  # nobody has looked into it yet
    found = backups.loss(store, backups.look_into(store, aside, "office"))
    assert found is not None
    assert found.returning == 1


def test_people_read_on_while_a_backup_comes_back(store: Store) -> None:
    kept = backups.make(store, "office")
    save(store, reading(sha256="c"), wave="2027", actor="office")
    over, seen, troubles = threading.Event(), set[tuple[str | None, ...]](), []

    def look() -> None:
        while not over.is_set():
            try:
                seen.add(tuple(waves(store)))
                time.sleep(0.005)
            except Exception as trouble:
                troubles.append(trouble)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for one in readers:
        one.start()
    try:
        backups.bring_back(store, kept.file, "office")
    finally:
        over.set()
        for one in readers:
            one.join()
    assert troubles == []
    assert seen <= {("2025", "2026", "2027"), ("2025", "2026")}


def test_a_writer_who_waits_writes_into_the_restored_state(store: Store) -> None:
    kept = backups.make(store, "office")
    over = threading.Event()

    def write() -> None:
        n = 0
        while not over.is_set():
            n += 1
            with suppress(Refused):  # it was stored, and then taken away by the restore
                save(store, reading(sha256=f"w{n}"), wave=f"w{n}", actor="office")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups.bring_back(store, kept.file, "office")
    finally:
        over.set()
        writer.join(timeout=30)
    assert not writer.is_alive()
    assert check(store).whole


@pytest.mark.parametrize("how", ["junk", "marked junk", "foreign", "newer", "cut", "flipped", "not whole", "hostile"])
def test_what_is_no_whole_backup_of_ours_is_refused_and_nothing_changes(how: str, store: Store, tmp_path: Path) -> None:
    before, file = history(store), tmp_path / "from elsewhere.duckdb"
    if how not in ("foreign", "junk", "marked junk", "hostile"):
        file.write_bytes(backups.make(store, "office").file.read_bytes())
    spoil(file, how)
    if how == "marked junk":
        file.write_bytes(b"\x00" * 8 + b"DUCK" + b"\xff" * 50_000)
    if how == "hostile":
        hostile(file)
    many = len(backups.all_of(store))
    with pytest.raises((Refused, TooNew)) as told:
        backups.take_in(store, file.read_bytes(), "../x.duckdb", "office")
    assert "python" not in str(told.value)
    if how in ("junk", "not whole"):
        with pytest.raises(Refused):
            backups.bring_back(store, file, "office")
    assert history(store) == before
    assert len(backups.all_of(store)) == many
    assert check(store).whole


def hostile(file: Path) -> None:
    """A database that looks like ours, whose table of imports is a view that never ends."""
    with duckdb.connect(str(file)) as raw:
        raw.execute("create table schema_versions as select unnest(range(1, 12)) as version, 'x' as name")
        raw.execute("create view imports as select * from range(1000000000000)")


def test_what_an_upload_leaves_that_the_power_ended_is_gone_with_the_next_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, left = tmp_path / "kept", list[Path]()

    def ended(file: Path, *_: object) -> Path:
        left.append(file)
        raise SystemExit

    with monkeypatch.context() as patch, suppress(SystemExit):
        patch.setattr(living, "taken_over", ended)
        take_in(store, folder, b"a whole backup", "came.duckdb", actor="office")
    left[0].write_bytes(b"a whole backup")
    os.utime(left[0], (0, 0))
    make(store, folder, why=shelf.BY_HAND, most=1, actor="office")
    assert not left[0].exists()


def test_only_rows_come_over_from_a_backup_no_view_no_macro_no_table_of_somebody_else(
    store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "odd.duckdb"
    file.write_bytes(backups.make(store, "office").file.read_bytes())
    with duckdb.connect(str(file)) as raw:
        raw.execute("create table theirs (x integer)")
        raw.execute("create view spy as select * from respondents")
        raw.execute("create macro greatest(a, b) as 0")
    taken = backups.take_in(store, file.read_bytes(), "odd.duckdb", "office")
    with duckdb.connect(str(taken.file), read_only=True) as raw:
        there = raw.execute("select table_name from information_schema.tables").fetchall()
        macros = raw.execute("select count(*) from duckdb_functions() where not internal").fetchall()
    assert not {("theirs",), ("spy",)} & set(there)
    assert macros == [(0,)]


def test_the_newest_automatic_backups_stay_and_no_file_of_others_goes(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    theirs = [
        folder / name
        for name in ("thesis.duckdb", "lsn-automatic-2020.duckdb", "other-automatic-2026-11-22-120000.duckdb")
    ]
    for file in theirs:
        file.write_text("years of work", encoding="utf-8")
    by_hand = make(store, folder, why=shelf.BY_HAND, most=2, actor="office", at=NOON - dt.timedelta(days=9))
    for day in range(4):
        make(store, folder, why=shelf.AUTOMATIC, most=2, actor="office", at=NOON + dt.timedelta(days=day))
    left = shelved(tmp_path / "lsn.duckdb", folder, mark_of(store))
    assert all(one.own and not one.foreign for one in left)
    assert [(one.why, one.at.day) for one in left] == [("automatic", 25), ("automatic", 24), ("by-hand", 13)]
    assert by_hand.file.exists()
    assert all(file.read_text(encoding="utf-8") == "years of work" for file in theirs)


def test_what_a_backup_holds_is_known_without_opening_it_and_forgotten_once_the_file_changes(store: Store) -> None:
    made = backups.make(store, "office")
    assert made.facts is not None
    assert (made.facts.whole, [name for name, _ in made.facts.brought]) == (
        True,
        [one.import_id for one in history(store)],
    )
    (listed,) = backups.all_of(store)
    assert listed == made
    made.file.write_bytes(made.file.read_bytes() + b"x")
    (listed,) = backups.all_of(store)
    assert listed.facts is None
    assert backups.loss(store, listed) is None


def test_a_notebook_that_is_nonsense_tells_nothing(store: Store) -> None:
    made = backups.make(store, "office")
    (notebook,) = made.file.parent.glob("*.json")
    for nonsense in ("{", "[1]", json.dumps({"x": {"brought": 1}}), json.dumps({"x": 1})):
        notebook.write_text(nonsense, encoding="utf-8")
        assert [one.facts for one in backups.all_of(store)] == [None]
    assert look_into(store, made.file.parent, made, actor="office").facts is not None
    assert [one.facts is None for one in backups.all_of(store)] == [False]


@POSIX
def test_a_full_disk_stops_a_backup_and_a_restore_and_harms_nothing(store: Store) -> None:
    kept, before = backups.make(store, "office"), history(store)
    with no_file_over(10_000):
        with pytest.raises(NoRoom):
            backups.make(store, "office")
        with pytest.raises(LsnError):
            backups.bring_back(store, kept.file, "office")
    assert [one.file for one in backups.all_of(store)] == [kept.file]
    assert history(store) == before
    save(store, reading(sha256="c"), wave="2027", actor="office")
    assert check(store).whole


def test_only_administrators_deal_with_backups(store: Store, tmp_path: Path) -> None:
    anna, folder = Actor("anna@example.org", "editor"), tmp_path / "backups"
    kept = backups.make(store, "office")
    for act in (
        lambda: backups.make(store, anna),
        lambda: backups.look_into(store, kept, anna),
        lambda: take_in(store, folder, b"", "x", actor=anna),
        lambda: backups.bring_back(store, kept.file, anna),
        lambda: backups.delete(store, kept, anna),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert kept.file.exists()


def test_only_a_backup_of_the_list_can_be_deleted(store: Store, tmp_path: Path) -> None:
    kept, other = backups.make(store, "office"), tmp_path / "thesis.duckdb"
    other.write_text("years of work", encoding="utf-8")
    backups.delete(store, Backup(other, NOON, "by-hand", 1), "office")
    backups.delete(store, kept, "office")
    assert other.exists()
    assert not kept.file.exists()


def test_a_backup_is_due_a_day_after_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    last = Backup(Path("x"), NOON, "automatic", 1)
    assert backups.due([], NOON)
    assert not backups.due([last], NOON + dt.timedelta(hours=23))
    assert backups.due([last], NOON + dt.timedelta(hours=24))
    monkeypatch.setenv("LSN_BACKUP_EVERY", "0")
    assert not backups.due([], NOON)


def test_neither_a_clock_that_was_wrong_once_nor_a_backup_from_elsewhere_holds_the_automatic_one_up() -> None:
    last = Backup(Path("x"), NOON - dt.timedelta(hours=25), "automatic", 1)
    ahead = Backup(Path("y"), NOON + dt.timedelta(days=3650), "automatic", 1)
    brought = Backup(Path("z"), NOON - dt.timedelta(hours=1), "uploaded", 1)
    assert backups.due([ahead, brought, last], NOON)
    assert backups.due([ahead], NOON)


def test_a_backup_of_the_moment_in_which_a_deletion_erases_can_be_looked_into_and_restored(store: Store) -> None:
    with store.writing() as cursor:
        cursor.execute(named_queries()["insert_erasing"])
    kept = backups.make(store, "office")
    save(store, reading(sha256="c"), wave="2027", actor="office")
    done: list[object] = []
    going = threading.Thread(target=lambda: done.append(backups.bring_back(store, kept.file, "office")), daemon=True)
    going.start()
    going.join(30)
    assert done
    assert not erasing_is_due(store)
    assert check(store).whole


def test_the_automatic_backup_is_made_once_a_day_and_a_failed_one_is_told_until_one_succeeds(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backups.make_if_due(store)
    assert [one.why for one in backups.all_of(store)] == ["automatic"]
    assert not backups.make_if_due(store)
    monkeypatch.setattr(backups, "due", lambda found, now: True)
    with monkeypatch.context() as full:
        full.setattr(keeping, "make", lambda *_, **__: (_ for _ in ()).throw(NoRoom("The disk is full.")))
        with pytest.raises(NoRoom):
            backups.make_if_due(store)
    assert [str(one) for one in backups.failed] == ["The disk is full."]
    assert backups.make_if_due(store)
    assert backups.failed == []


def test_a_database_with_data_is_kept_before_an_update_changes_it(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    made_at(path, max(RELEASED) - 1)
    old = path.read_bytes()
    open_store(path).close()
    (aside,) = [name for name in names(tmp_path) if "before-update" in name]
    assert (tmp_path / aside).read_bytes() == old
    open_store(path).close()
    assert len(names(tmp_path)) == 2
    with open_store(tmp_path / "fresh.duckdb") as store:
        assert backups.all_of(store) == []


@POSIX
def test_an_update_without_room_for_the_copy_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    made_at(path, max(RELEASED) - 1)
    old = path.read_bytes()
    with no_file_over(10_000), pytest.raises(StoreError):
        open_store(path)
    assert path.read_bytes() == old
    assert names(tmp_path) == ["lsn.duckdb"]
    open_store(path).close()


def test_a_mistake_in_one_automatic_backup_does_not_end_the_next_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "make", lambda *_, **__: (_ for _ in ()).throw(duckdb.OutOfMemoryException("full")))
    assert not back_up(store)
    assert backups.failed
    monkeypatch.undo()
    monkeypatch.setattr(backups.published, "load", lambda store: 0)
    assert back_up(store)
    assert backups.failed == []
