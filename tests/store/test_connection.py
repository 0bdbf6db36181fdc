"""Is the database opened safely: in order, for its owner, with nothing reachable but itself?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from lsn_data import demo
from lsn_data.errors import Locked, StoreError, TooNew
from lsn_data.store import connection as room
from lsn_data.store import open_store, register_rows, save
from tests.store.made import reading


def versions(path: Path) -> list[tuple[int, str]]:
    with duckdb.connect(str(path)) as raw:
        return raw.execute("select version, name from schema_versions order by version").fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('pyproject.toml')",
        "select * from read_text('pyproject.toml')",
        "copy imports to 'leak.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "reset enable_external_access",
    ],
)
def test_nothing_outside_the_database_can_be_reached(tmp_path: Path, statement: str) -> None:
    with (
        open_store(tmp_path / "x.duckdb") as store,
        store.writing() as cursor,
        pytest.raises(duckdb.Error),
    ):
        cursor.execute(statement)


def test_a_variable_of_the_program_is_no_table(tmp_path: Path) -> None:
    import pandas as pd

    frame = pd.DataFrame({"a": [1]})
    assert len(frame) == 1
    with open_store(":memory:") as store, store.writing() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("select * from frame")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in access lists")
def test_the_database_and_its_log_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with open_store(tmp_path / "new" / "x.duckdb") as store:
            save(store, reading(), wave="1", actor="office")
            files = sorted((tmp_path / "new").iterdir())
            assert [file.name for file in files] == ["x.duckdb", "x.duckdb.wal"]
            assert {file.stat().st_mode & 0o077 for file in files} == {0}
    finally:
        os.umask(before)


HARD = {
    "enable_external_access": "false", "lock_configuration": "true", "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false", "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false", "allow_persistent_secrets": "false", "python_enable_replacements": "false",
    "memory_limit": "953.6 MiB", "max_temp_directory_size": "953.6 MiB", "threads": "2",
}  # fmt: skip


@pytest.mark.parametrize("where", ["x.duckdb", ":memory:"])
def test_every_lock_of_the_database_is_shut(tmp_path: Path, where: str) -> None:
    path = tmp_path / where if where != ":memory:" else where
    with open_store(path) as store, store.reading() as cursor:
        found = dict(cursor.execute("select name, value from duckdb_settings()").fetchall())
    assert {name: found[name] for name in HARD} == HARD
    assert found["temp_directory"] == ("" if where == ":memory:" else str(tmp_path / "x.duckdb.tmp"))
    rooms = [Path(room).name for room in found["allowed_directories"].strip("[]").split(", ") if room]
    assert set(rooms) <= {"x.duckdb.keeping", "x.duckdb.tmp"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in access lists")
def test_what_memory_does_not_hold_is_for_the_owner_alone_and_goes(tmp_path: Path) -> None:
    spill = tmp_path / "x.duckdb.tmp"
    spill.mkdir()
    (spill / "left by a killed process").write_text("secret")
    before = os.umask(0o022)
    try:
        with open_store(tmp_path / "x.duckdb") as store:
            assert not spill.exists()
            with store._opened.cursor() as cursor:
                cursor.execute("create temp table big as select uuid()::text || uuid() as a from range(16000000)")
                assert {one.stat().st_mode & 0o077 for one in [spill, *spill.iterdir()]} == {0}
        assert not spill.exists()
    finally:
        os.umask(before)


def test_a_database_held_by_another_process_says_so_and_names_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from lsn_data.store import open_store; store = open_store(sys.argv[1]);"
            " print('open', flush=True); sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"open"
        with pytest.raises(Locked, match="Close it there"):
            open_store(path)
    finally:
        holder.communicate(timeout=20)
    with open_store(path) as store:
        assert store.version == 0


def test_the_same_database_can_be_opened_twice_in_one_process(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.duckdb") as one, open_store(tmp_path / "x.duckdb") as other:
        save(one, reading(), wave="1", actor="office")
        assert other.version == 1


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    junk = tmp_path / "junk.duckdb"
    junk.write_bytes(b"no database " * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(junk)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(junk / "below-a-file.duckdb")
    assert junk.read_bytes() == b"no database " * 50


def test_somebody_elses_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as theirs:
        theirs.execute("create table changes (what text)")
    with pytest.raises(StoreError, match="of this product"):
        open_store(path)
    with duckdb.connect(str(path)) as theirs:
        assert theirs.execute("select table_name from duckdb_tables()").fetchall() == [("changes",)]


def test_missing_migrations_run_in_order_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = tmp_path / "migrations"
    steps.mkdir()
    (steps / "001_first.sql").write_text("create table a (x integer);", encoding="utf-8")
    monkeypatch.setattr(room, "MIGRATIONS", steps)
    path = tmp_path / "x.duckdb"
    room.open_store(path).close()
    (steps / "003_third.sql").write_text("create table c as select y from b;", encoding="utf-8")
    (steps / "002_second.sql").write_text("create table b as select x as y from a;", encoding="utf-8")
    room.open_store(path).close()
    room.open_store(path).close()
    assert versions(path) == [(1, "001_first"), (2, "002_second"), (3, "003_third")]


def test_a_migration_that_fails_leaves_the_version_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = tmp_path / "migrations"
    steps.mkdir()
    (steps / "001_first.sql").write_text("create table a (x integer);", encoding="utf-8")
    (steps / "002_second.sql").write_text("create table b (x integer); select nonsense;", encoding="utf-8")
    monkeypatch.setattr(room, "MIGRATIONS", steps)
    path = tmp_path / "x.duckdb"
    with pytest.raises(duckdb.Error):
        open_store(path)
    assert versions(path) == [(1, "001_first")]
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("select table_name from duckdb_tables() where table_name = 'b'").fetchall() == []


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    open_store(path).close()
    with duckdb.connect(str(path)) as raw:
        raw.execute("insert into schema_versions values (999, '999_future')")
    with pytest.raises(TooNew, match="Update the product"):
        open_store(path)
    assert versions(path)[-1] == (999, "999_future")


def test_what_is_made_of_the_data_is_made_once_and_anew_after_every_change(tmp_path: Path) -> None:
    with open_store(tmp_path / "once.duckdb") as store:
        made: list[int] = []

        def make() -> int:
            made.append(len(made))
            return made[-1]

        assert [store.once("figures", make), store.once("figures", make)] == [0, 0]
        assert store.showing(demo=True).once("figures", make) == 1
        demo.load(store, "test")
        assert store.once("figures", make) == 2


def test_the_list_of_a_register_s_rows_belongs_to_whoever_asked(tmp_path: Path) -> None:
    with open_store(tmp_path / "rows.duckdb") as store:
        demo.load(store, "test")
        there = len(register_rows(store, "members", demo=True))
        register_rows(store, "members", demo=True).clear()
        assert len(register_rows(store, "members", demo=True)) == there > 0
