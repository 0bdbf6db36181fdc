"""What the disk can do: is it told in a sentence with the way out, and are the data there afterwards?"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from lsn_data.cli import main
from lsn_data.errors import Damaged, NoRoom, NotWritable, StoreError
from lsn_data.intake.report import Reading, Respondent
from lsn_data.store import Store, backup, check, connection, history, open_store, restore, save
from lsn_data.store.troubles import meaning
from tests.store.made import reading

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the limit and the rights are those of POSIX")


def many(name: str) -> Reading:
    """Enough answers for DuckDB to write a while."""
    people = [Respondent(row, (1, 2, 3), sector="biotech", token=f"{name}-{row}") for row in range(20_000)]
    return reading(*people, sha256=name)


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """The operating system lets no file grow beyond that size: to DuckDB that is a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may do everything: for it, act as nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, with a database in it that everybody may write."""
    folder = Path(tempfile.mkdtemp())
    with open_store(folder / "lsn.duckdb") as store:
        save(store, reading(), wave="1", actor="office")
    folder.chmod(0o777)
    (folder / "lsn.duckdb").chmod(0o666)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def waves_in(path: Path) -> list[str | None]:
    with open_store(path) as store:
        assert check(store).findings == ()
        return [one.wave for one in history(store)]


@POSIX
@pytest.mark.parametrize("where", ["the log", "the file", "early"])
def test_a_full_disk_is_told_and_the_store_goes_on_once_there_is_room(where: str, tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        save(store, reading(), wave="1", actor="office")
        size = {"the log": path.with_name(f"{path.name}.wal").stat().st_size + 9, "early": 9}
        with (
            no_file_over(size.get(where, path.stat().st_size + 50_000)),
            pytest.raises(NoRoom, match="Free some space, then go on"),
        ):
            save(store, many("b"), wave="2", actor="office")
        assert [one.wave for one in history(store)] == ["1"]
        save(store, many("c"), wave="3", actor="office")
    assert waves_in(path) == ["1", "3"]


def test_an_import_that_is_confirmed_is_told_as_stored_whatever_happens_to_the_tidying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = connection._transaction

    @contextmanager
    def full_after(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        with whole(cursor):
            yield
        raise duckdb.FatalException("Failed to create checkpoint because of error: No space left on device")

    @contextmanager
    def full_before(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        with whole(cursor):
            yield
            raise duckdb.FatalException("Failed to commit: No space left on device")

    with open_store(tmp_path / "lsn.duckdb") as store:
        monkeypatch.setattr(connection, "_transaction", full_after)
        stored, new = save(store, reading(), wave="1", actor="office")
        assert (stored.wave, new) == ("1", True)
        monkeypatch.setattr(connection, "_transaction", full_before)
        with pytest.raises(NoRoom):
            save(store, reading(sha256="b"), wave="2", actor="office")
    monkeypatch.undo()
    assert waves_in(tmp_path / "lsn.duckdb") == ["1"]


@POSIX
def test_a_connection_that_broke_is_made_anew_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        visitor = store.showing(demo=False)
        save(store, many("b"), wave="1", actor="office")
        with no_file_over(path.stat().st_size + 10):
            broken(store)
        assert [one.wave for one in history(visitor)] == ["1"]
        save(visitor, reading(), wave="2", actor="office")
        assert check(store).findings == ()
    assert waves_in(path) == ["1", "2"]


def broken(store: Store) -> None:
    """DuckDB tidies its log into the file, for which there is no room: from then on it answers nothing."""
    with pytest.raises(NoRoom), store.reading() as cursor:
        cursor.execute("checkpoint")
    with pytest.raises(duckdb.FatalException):
        store._opened._connection.execute("select 1")


@POSIX
def test_a_backup_without_room_leaves_nothing_and_hurts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        save(store, many("b"), wave="1", actor="office")
        with no_file_over(40_000), pytest.raises(NoRoom):
            backup(store, tmp_path / "copy.duckdb", actor="office")
        assert sorted(file.name for file in tmp_path.iterdir()) == ["lsn.duckdb", "lsn.duckdb.wal"]
        assert backup(store, tmp_path / "copy.duckdb", actor="office").whole
        with no_file_over(40_000), pytest.raises(NoRoom):
            restore(tmp_path / "other.duckdb", tmp_path / "copy.duckdb", actor="office")
    assert not (tmp_path / "other.duckdb").exists()


@POSIX
@pytest.mark.parametrize(("what", "rights"), [("lsn.duckdb", 0o444), ("lsn.duckdb", 0o000), (".", 0o555)])
def test_a_write_protected_place_is_told_and_nothing_is_lost(what: str, rights: int, open_folder: Path) -> None:
    path = open_folder / "lsn.duckdb"
    (open_folder / what).chmod(rights)
    with as_somebody_else(), pytest.raises(NotWritable, match="copy the file to where writing is allowed"):  # noqa: SIM117
        with open_store(path) as store:
            save(store, reading(sha256="b"), wave="2", actor="office")
    (open_folder / what).chmod(0o777)
    assert waves_in(path) == ["1"]


@POSIX
def test_a_backup_into_a_write_protected_folder_is_told(open_folder: Path) -> None:
    (open_folder / "locked").mkdir(mode=0o555)
    with (
        as_somebody_else(),
        open_store(open_folder / "lsn.duckdb") as store,
        pytest.raises(NotWritable, match="locked"),
    ):
        backup(store, open_folder / "locked" / "copy.duckdb", actor="office")
    assert waves_in(open_folder / "lsn.duckdb") == ["1"]


def test_a_folder_in_the_place_of_the_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder, not a database"):
        open_store(tmp_path)


@pytest.mark.parametrize("at", [8, 5_000, 9_000])
def test_a_damaged_header_is_told_with_the_way_back(at: int, tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        save(store, reading(), wave="1", actor="office")
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(Damaged, match="python -m lsn_data restore FILE"):
        open_store(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("size", [0, 100, 12_288, 300_000])
def test_a_file_that_was_cut_off_is_told_with_the_way_back(size: int, tmp_path: Path) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        save(store, many("b"), wave="1", actor="office")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(Damaged, match="python -m lsn_data restore FILE"), open_store(path) as store:
        history(store)


@pytest.mark.parametrize(
    "mistake",
    [
        duckdb.BinderException('column "disk quota" not found: read-only, corrupt'),
        duckdb.ConversionException('Could not convert string "no space left on device" to INT32'),
        duckdb.ConstraintException('Duplicate key "permission denied"'),
    ],
)
def test_words_of_the_data_are_not_taken_for_the_disk(mistake: duckdb.Error) -> None:
    assert meaning(mistake, "lsn.duckdb") is None


def test_the_name_of_a_folder_is_not_taken_for_a_trouble() -> None:
    path = Path("/srv/disk quota/read-only/corrupt.duckdb")
    assert meaning(duckdb.IOException(f'IO Error: something about "{path}"'), path) is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.", NoRoom),
        ("There is not enough space on the disk.", NoRoom),
        ("Zugriff verweigert", NotWritable),
        ("The media is write protected.", NotWritable),
    ],
)
def test_windows_says_it_in_its_own_words(said: str, kind: type[StoreError]) -> None:
    assert isinstance(meaning(duckdb.IOException(f"IO Error: Could not write file: {said}"), "x"), kind)


@POSIX
@pytest.mark.parametrize(("code", "words"), [("en", "is full"), ("de", "ist voll")])
def test_the_command_line_tells_a_full_disk_in_one_line(
    code: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lsn.duckdb"
    with open_store(path) as store:
        save(store, reading(), wave="1", actor="office")
    with no_file_over(20_000):
        assert main(["history", "--db", str(path), "--lang", code]) == 2  # the published facts have no room
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert waves_in(path)[0] == "1"
