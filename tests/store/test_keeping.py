"""Is a backup a whole copy, does it come back, and does the check find what is wrong?"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from lsn_data import backups
from lsn_data.errors import Damaged, Locked, Refused, StoreError, TooNew
from lsn_data.store import (
    Store,
    backup,
    check,
    history,
    keep_edition,
    open_store,
    restore,
    save,
    set_log_aside,
    undo,
)
from lsn_data.store.log import entries
from tests.board.kept_packs import keep_parts
from tests.store.made import reading
from tests.store.test_questionnaire import asking


def filled(path: Path) -> Store:
    """A database with two waves (one taken back), a pack and an edition."""
    store = open_store(path)
    save(store, asking(), wave="2025", actor="office", asked=300)
    later, _ = save(store, reading(sha256="b"), wave="2026", actor="office")
    keep_parts(store, "board", {"parts": []}, actor="office")
    keep_edition(store, "spring", pack={}, papers={}, imports=[later.import_id], version=store.version, actor="office")
    undo(store, later.import_id, actor="office")
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "lsn.duckdb") as opened:
        yield opened


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_database_that_was_used_is_whole(store: Store) -> None:
    found = check(store)
    assert found.findings == ()
    assert (found.imports, found.editions, found.prints["respondents"].rows) == (2, 1, 6)


def test_a_backup_holds_the_same_and_can_be_worked_with(store: Store, tmp_path: Path) -> None:
    found = backup(store, tmp_path / "copy.duckdb", actor="office")
    assert found.prints == check(store).prints
    assert names(tmp_path) == ["copy.duckdb", "lsn.duckdb", "lsn.duckdb.wal"]
    with open_store(tmp_path / "copy.duckdb") as copy:
        assert history(copy) == history(store)
        save(copy, reading(sha256="c"), wave="2027", actor="office")
        assert check(copy).whole


def test_the_database_goes_on_after_a_backup(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy.duckdb", actor="office")
    save(store, reading(sha256="c"), wave="2027", actor="office")
    backup(store, tmp_path / "copy.duckdb", actor="office", replace=True)
    with open_store(tmp_path / "copy.duckdb") as copy:
        assert [one.wave for one in history(copy)] == ["2025", "2026", "2027"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in access lists")
def test_a_backup_is_readable_by_its_owner_alone(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy.duckdb", actor="office")
    assert (tmp_path / "copy.duckdb").stat().st_mode & 0o077 == 0


def test_a_backup_never_takes_the_place_of_anything_unasked(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "thesis.doc"
    there.write_text("years of work", encoding="utf-8")
    with pytest.raises(Refused, match="--replace"):
        backup(store, there, actor="office")
    with pytest.raises(Refused, match="the database itself"):
        backup(store, tmp_path / "lsn.duckdb", actor="office", replace=True)
    with pytest.raises(Refused, match="is a folder"):
        backup(store, tmp_path, actor="office", replace=True)
    assert there.read_text(encoding="utf-8") == "years of work"


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Choose another place"):
        backup(store, tmp_path / "nowhere" / "copy.duckdb", actor="office")
    assert names(tmp_path) == ["lsn.duckdb", "lsn.duckdb.wal"]


def test_what_a_killed_backup_left_is_tidied_up_by_the_next(store: Store, tmp_path: Path) -> None:
    left = tmp_path / "lsn.duckdb.keeping"
    left.mkdir()
    (left / "copy.duckdb").write_bytes(b"half a copy")
    assert backup(store, tmp_path / "copy.duckdb", actor="office").whole
    assert not left.exists()


def test_a_backup_shows_one_state_while_others_write_and_read(store: Store, tmp_path: Path) -> None:
    over, troubles = threading.Event(), []

    def write() -> None:
        for n in range(200):
            if over.is_set():
                return
            try:
                save(store, reading(sha256=f"w{n}"), wave=f"w{n}", actor="office")
                assert len(history(store)) == n + 3
            except Exception as trouble:
                troubles.append(trouble)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [backup(store, tmp_path / f"copy-{n}.duckdb", actor="office") for n in range(4)]
    finally:
        over.set()
        writer.join()
    assert troubles == []
    assert all(copy.whole for copy in copies)
    assert check(store).whole


def test_a_database_whose_name_is_sql_is_copied_too(tmp_path: Path) -> None:
    with open_store(tmp_path / 'the "board"; drop.duckdb') as store:
        save(store, reading(), wave="2026", actor="office")
        assert backup(store, tmp_path / "it's.duckdb", actor="office").imports == 1


def test_a_backup_comes_back_and_what_was_there_is_kept_under_a_dated_name(tmp_path: Path) -> None:
    path, copy = tmp_path / "lsn.duckdb", tmp_path / "copy.duckdb"
    with filled(path) as store:
        before = history(store)
        backup(store, copy, actor="office")
        save(store, reading(sha256="c"), wave="2027", actor="office")
        after = history(store)
    done = restore(path, copy, actor="office", at=dt.datetime(2026, 11, 22, 16, 5))
    assert done.aside == tmp_path / "lsn-before-restore-2026-11-22-160500.duckdb"
    assert names(tmp_path) == ["copy.duckdb", done.aside.name, "lsn.duckdb"]
    with open_store(path) as store, open_store(done.aside) as old:
        assert history(store) == before
        assert history(old) == after
        assert done.newest is not None
        assert done.newest >= max(one.at for one in before)


def test_a_restore_without_the_app_is_in_the_log_and_an_import_after_it_is_not_taken_for_one_before(
    tmp_path: Path,
) -> None:
    path, copy = tmp_path / "lsn.duckdb", tmp_path / "copy.duckdb"
    with filled(path) as store:
        backup(store, copy, actor="office")
        lost, _ = save(store, reading(sha256="c"), wave="2027", actor="anna")
    done = restore(path, copy, actor="berta")
    with open_store(path) as store:
        assert store.version > lost.seq
        told = [(one.who, one.action) for one in entries(store)]
        assert told[:2] == [("berta", "restore"), ("anna", "import")]
        came, _ = save(store, reading(sha256="d"), wave="2028", actor="office")
        assert (came.import_id, came.seq) != (lost.import_id, lost.seq)
        held = backups.look_into(store, next(one for one in backups.all_of(store) if one.file == done.aside), "office")
        loss = backups.loss(store, held)
    assert loss is not None
    assert [one.wave for one in loss.imports] == ["2028"]
    assert loss.returning == 1


def test_two_restores_within_a_second_keep_both_databases(tmp_path: Path) -> None:
    path, copy, moment = tmp_path / "lsn.duckdb", tmp_path / "copy.duckdb", dt.datetime(2026, 11, 22)
    with filled(path) as store:
        backup(store, copy, actor="office")
    asides = [restore(path, copy, actor="office", at=moment).aside for _ in range(3)]
    assert len({*asides}) == 3
    assert all(aside is not None and aside.exists() for aside in asides)


def test_a_backup_can_be_restored_where_no_database_is(tmp_path: Path) -> None:
    with filled(tmp_path / "lsn.duckdb") as store:
        backup(store, tmp_path / "copy.duckdb", actor="office")
        before = history(store)
    done = restore(tmp_path / "new" / "place.duckdb", tmp_path / "copy.duckdb", actor="office")
    assert done.aside is None
    with open_store(tmp_path / "new" / "place.duckdb") as store:
        assert history(store) == before


def test_an_open_database_is_not_replaced(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "copy.duckdb", actor="office")
    with pytest.raises(Locked, match="Close it there"):
        restore(tmp_path / "lsn.duckdb", tmp_path / "copy.duckdb", actor="office")
    assert len(history(store)) == 2


@pytest.mark.parametrize("how", ["missing", "itself", "junk", "foreign", "newer", "cut", "flipped", "not whole"])
def test_what_is_no_whole_backup_of_ours_is_not_restored(how: str, tmp_path: Path) -> None:
    path, copy = tmp_path / "lsn.duckdb", tmp_path / "copy.duckdb"
    with filled(path) as store:
        before = history(store)
        if how not in ("missing", "foreign", "junk"):
            backup(store, copy, actor="office")
    spoil(copy, how)
    with pytest.raises((Refused, TooNew, StoreError)):
        restore(path, path if how == "itself" else copy, actor="office")
    with open_store(path) as store:
        assert history(store) == before
        assert check(store).whole
    assert not [name for name in names(tmp_path) if name not in ("lsn.duckdb", "copy.duckdb")]


def spoil(copy: Path, how: str) -> None:
    """Make of a backup what it should not be."""
    if how == "junk":
        copy.write_bytes(b"no database " * 5000)
    elif how == "foreign":
        with duckdb.connect(str(copy)) as raw:
            raw.execute("create table theirs (x integer)")
    elif how in ("newer", "not whole"):
        with duckdb.connect(str(copy)) as raw:
            raw.execute(
                "insert into schema_versions values (999, 'future')"
                if how == "newer"
                else "delete from respondents where respondent = 'R002'"
            )
    elif how in ("cut", "flipped"):
        data = bytearray(copy.read_bytes())
        data[len(data) // 2 :] = b"" if how == "cut" else bytes(255 - one for one in data[len(data) // 2 :])
        copy.write_bytes(data)


@pytest.mark.parametrize(
    ("statement", "cause"),
    [
        ("delete from respondents where respondent = 'R002'", "wrong-count"),
        ("delete from imports where wave = '2025'", "no-import"),
        ("delete from changes where seq = 1", "no-change"),
        ("delete from shown_lists", "not-decided"),
        ("""update packs set parts = '"words"'""", "unreadable"),
        ("update respondents set places = [1] where respondent = 'R001'", "places"),
        ("update survey_answers set respondent = 99", "stray"),
        ("delete from survey_questions where question = 0", "stray"),
        ("insert into edition_imports values ('gone', '2026-1')", "no-edition"),
        ("insert into changes values (900, now()::timestamp, 'x', 'import', 'y')", "counter"),
    ],
)
def test_the_check_finds_what_is_wrong(store: Store, statement: str, cause: str) -> None:
    with store.writing() as cursor:
        cursor.execute(statement)
    found = check(store)
    assert cause in {one.cause for one in found.findings}
    assert not found.whole


def test_a_damaged_table_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    filled(path).close()
    whole = path.read_bytes()
    found = {
        cause for at in range(300_000, len(whole), len(whole) // 10) for cause in found_with_a_flip(path, whole, at)
    }
    assert "damaged" in found


def found_with_a_flip(path: Path, whole: bytes, at: int) -> set[str]:
    """What the check finds in a database with one byte turned round; nothing where no value lies."""
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
    try:
        with open_store(path) as store:
            found = check(store)
    except Damaged as trouble:
        return {"not-opened"} if "restore FILE" in str(trouble) else set()
    return {one.cause for one in found.findings}


def test_a_damaged_log_is_set_aside_and_what_was_before_it_is_there(tmp_path: Path) -> None:
    path = damaged_log(tmp_path)
    with pytest.raises(Damaged, match="--set-log-aside"):
        open_store(path)
    done = set_log_aside(path, actor="office")
    assert done.checked.whole
    with open_store(path) as store:
        assert [one.wave for one in history(store)] == ["1"]
    assert done.aside is not None
    assert done.aside.exists()
    assert done.aside.with_name(f"{done.aside.name}.wal").exists()


def test_a_backup_replaces_a_database_with_a_damaged_log(tmp_path: Path) -> None:
    path, copy = damaged_log(tmp_path), tmp_path / "copy.duckdb"
    with filled(tmp_path / "other.duckdb") as store:
        backup(store, copy, actor="office")
    restore(path, copy, actor="office")
    with open_store(path) as store:
        assert [one.wave for one in history(store)] == ["2025", "2026"]


def test_a_log_that_can_be_read_is_not_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    filled(path).close()
    with pytest.raises(Refused, match="nothing to set aside"):
        set_log_aside(path, actor="office")


def damaged_log(folder: Path) -> Path:
    """A database with one wave in its file, a second one in its log, and the log damaged."""
    path = folder / "lsn.duckdb"
    with open_store(path) as store:
        save(store, reading(), wave="1", actor="office")
    with open_store(path) as store:
        save(store, reading(sha256="b"), wave="2", actor="office")
        log = path.with_name(f"{path.name}.wal")
        files = {name: name.read_bytes() for name in (path, log)}
    for name, data in files.items():
        name.write_bytes(data)
    data = bytearray(files[log])
    data[len(data) // 3] ^= 0xFF
    log.write_bytes(data)
    return path


def test_a_copy_of_the_files_of_a_database_can_be_restored_with_its_log(tmp_path: Path) -> None:
    with filled(tmp_path / "lsn.duckdb") as store:
        for end in ("", ".wal"):
            shutil.copy(tmp_path / f"lsn.duckdb{end}", tmp_path / f"raw.duckdb{end}")
        before = history(store)
    restore(tmp_path / "other.duckdb", tmp_path / "raw.duckdb", actor="office")
    with open_store(tmp_path / "other.duckdb") as store:
        assert history(store) == before
