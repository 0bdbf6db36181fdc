"""Does each database clear away only its own backups, where several of one name share a folder?"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data import backups
from lsn_data.language import Language
from lsn_data.store import Store, forget_all, open_store, restore
from lsn_data.store.keeping import make, shelf, shelved
from lsn_data.store.keeping.own import mark_of
from lsn_data.telling_backups import finding, occasion
from tests.store.test_keeping import filled

NOON, DAY = dt.datetime(2026, 11, 22, 12), dt.timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder that all share."""
    monkeypatch.setattr(backups, "folder_of", lambda database: tmp_path / "shared")
    monkeypatch.setattr(backups.published, "load", lambda store: 0)
    return tmp_path / "shared"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that has made no backup yet."""
    path = tmp_path_factory.mktemp("made") / "lsn.duckdb"
    filled(path).close()
    return path


@pytest.fixture
def two(tmp_path: Path, made: Path, folder: Path) -> Iterator[tuple[Store, Store]]:
    """Two databases of one file name, in folders of their own."""
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
        shutil.copy(made, tmp_path / place)
    with open_store(tmp_path / "one" / made.name) as one, open_store(tmp_path / "other" / made.name) as other:
        yield one, other


def by_itself(store: Store, folder: Path, days: int) -> None:
    for day in range(days):
        make(store, folder, why=shelf.AUTOMATIC, most=1, actor="office", at=NOON + day * DAY)


def own(store: Store, folder: Path) -> list[int]:
    """The days of a database's own backups, the newest first."""
    assert store.path is not None
    return [one.at.day for one in shelved(store.path, folder, mark_of(store)) if one.own]


def test_databases_of_one_name_that_share_a_folder_do_not_thin_out_each_others_backups(
    two: tuple[Store, Store], folder: Path
) -> None:
    one, other = two
    by_itself(one, folder, 1)
    by_itself(other, folder, 2)
    assert (own(one, folder), own(other, folder)) == ([22], [23])


def test_the_backup_of_another_database_does_not_make_the_next_one_wait_and_counts_as_none(
    two: tuple[Store, Store], folder: Path
) -> None:
    one, other = two
    make(other, folder, why=shelf.AUTOMATIC, most=1, actor="office", at=NOON)
    say = Language("en")
    (theirs,) = backups.all_of(one)
    assert (theirs.own, theirs.foreign, occasion(theirs, say)) == (False, True, "automatic, of another database")
    assert backups.due([theirs], NOON)
    assert not backups.due(backups.all_of(other), NOON)
    assert finding([theirs], NOON, say) == "There is no backup yet"
    loss = backups.loss(one, theirs)  # its imports bear the same names, and are others
    assert loss is not None
    assert (len(loss.imports), loss.returning) == (2, 2)


def test_a_copy_of_the_database_elsewhere_clears_away_nothing_of_the_first(
    two: tuple[Store, Store], folder: Path, tmp_path: Path
) -> None:
    one, _ = two
    by_itself(one, folder, 1)
    (tmp_path / "copied").mkdir()
    assert one.path is not None
    one.close()
    shutil.copy(one.path, tmp_path / "copied")
    with open_store(tmp_path / "copied" / "lsn.duckdb") as copied, open_store(one.path) as first:
        by_itself(copied, folder, 2)
        assert own(first, folder) == [22]


def test_a_database_stays_itself_over_a_reset_and_whatever_it_goes_back_to(
    two: tuple[Store, Store], folder: Path
) -> None:
    one, other = two
    theirs = make(other, folder, why=shelf.BY_HAND, most=1, actor="office", at=NOON)
    by_itself(one, folder, 1)
    mark = mark_of(one)
    forget_all(one, actor="office")
    assert mark_of(one) == mark
    backups.bring_back(one, theirs.file, "office")  # while it is open
    assert mark_of(one) == mark
    assert one.path is not None
    one.close()
    restore(one.path, theirs.file, actor="office")
    with open_store(one.path) as again:
        assert mark_of(again) == mark


def test_what_comes_back_where_no_database_was_is_another_one(
    two: tuple[Store, Store], folder: Path, tmp_path: Path
) -> None:
    one, _ = two
    kept = make(one, folder, why=shelf.AUTOMATIC, most=1, actor="office", at=NOON)
    assert one.path is not None
    one.close()
    one.path.rename(tmp_path / "lost.duckdb")
    restore(one.path, kept.file, actor="office")
    with open_store(one.path) as again:
        by_itself(again, folder, 2)
        assert kept.file.exists()
        assert own(again, folder) == [23]


def test_after_damage_the_database_goes_on_with_its_own_backups(two: tuple[Store, Store], folder: Path) -> None:
    one, _ = two
    kept = make(one, folder, why=shelf.AUTOMATIC, most=1, actor="office", at=NOON)
    assert one.path is not None
    one.close()
    one.path.write_bytes(b"nothing that anybody could read" * 1000)
    restore(one.path, kept.file, actor="office")
    with open_store(one.path) as again:
        assert kept.file in [one.file for one in backups.all_of(again) if one.own]
