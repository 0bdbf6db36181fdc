"""Do copies that still hold a deleted wave stay no longer than they should, and is it told which they are?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lsn_data import backups, copies
from lsn_data.deleting import left_said
from lsn_data.language import Language
from lsn_data.store import Store, delete_wave, open_store, save
from lsn_data.store.keeping import clear_away, make, shelf
from tests.store.made import reading

NOW = dt.datetime(2026, 11, 22, 12)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Two waves of the survey."""
    monkeypatch.setattr(backups.published, "load", lambda store: 0)
    with open_store(tmp_path / "lsn.duckdb") as opened:
        save(opened, reading(sha256="a"), wave="2025", actor="office")
        save(opened, reading(sha256="b"), wave="2026", actor="office")
        yield opened


def test_copies_that_hold_a_deleted_wave_are_named_and_go_with_a_click_and_one_backup_is_always_left(
    store: Store, tmp_path: Path
) -> None:
    assert copies.left(store) == []
    before = backups.make(store, "office")
    aside = tmp_path / f"lsn-before-reset-{dt.datetime.now():{shelf.MOMENT}}.duckdb"
    aside.write_bytes(before.file.read_bytes())
    theirs = before.file.with_name("lsn-by-hand-2026-11-22-120000-00000000.duckdb")
    theirs.write_bytes(before.file.read_bytes())
    assert copies.left(store) == []
    delete_wave(store, "2026", actor="office")
    assert {one.file for one in copies.left(store)} == {before.file, aside}
    say = Language("de")
    assert "2 Kopien können noch enthalten, was gelöscht wurde: lsn-" in left_said(copies.left(store), NOW, say)
    assert len(copies.delete_left(store, "office")) == 2
    assert copies.left(store) == []
    assert theirs.exists()
    (fresh,) = [one for one in backups.all_of(store) if one.own]
    assert fresh.facts is not None
    assert len(fresh.facts.brought) == 1


def test_a_backup_made_after_the_deletion_is_none_of_them(store: Store) -> None:
    delete_wave(store, "2026", actor="office")
    made = backups.make(store, "office")
    assert copies.left(store) == []
    assert [one.file for one in copies.backups.all_of(store)] == [made.file]


def test_what_was_set_aside_goes_after_thirty_days_and_backups_made_by_hand_stay(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    make(store, folder, why=shelf.BY_HAND, most=1, actor="office", at=NOW - dt.timedelta(days=99))
    for days in (29, 31):
        aside = tmp_path / f"lsn-before-update-{NOW - dt.timedelta(days=days):{shelf.MOMENT}}.duckdb"
        aside.write_text("a copy", encoding="utf-8")
    clear_away(store, folder, at=NOW)
    left = shelf.shelved(tmp_path / "lsn.duckdb", folder)
    assert [(one.why, (NOW - one.at).days) for one in left] == [("before-update", 29), ("by-hand", 99)]
    assert replace(left[0], own=False) not in shelf.outlived(left, NOW + dt.timedelta(days=9))
