"""Can somebody without technical knowledge back up, look, go back, and undo that, on the page?"""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data import backups
from lsn_data.store import Store, history, save, undo
from lsn_data.ui import data
from tests.store.made import reading
from tests.ui.visitor import page_text, visit


def click(app: AppTest, start: str) -> AppTest:
    """Click the first button whose key begins like this."""
    next(one for one in app.button if str(one.key).startswith(start)).click().run()
    assert not app.exception
    return app


def test_without_a_backup_the_page_says_so_and_makes_one() -> None:
    app = visit("administration")
    assert app.title[0].value == "There is no backup yet"
    click(app, "backup-now")
    assert "The last backup is less than an hour old; the database is intact" in page_text(app)
    assert "made by hand" in page_text(app)


def test_yesterdays_state_comes_back_after_what_will_be_lost_was_told_and_can_be_undone(store: Store) -> None:
    taken_back, _ = save(store, reading(), wave="2026", actor=data.actor())
    kept = backups.make(store, data.actor())
    undo(store, taken_back.import_id, actor=data.actor())
    app = visit("administration", "de")
    assert "Der jetzige Stand bleibt erhalten" in page_text(app)
    other = visit("priorities")
    click(app, f"to-{kept.name}")
    assert "ist wieder da" in page_text(app)
    assert history(data.store())[-1].state == "current"
    assert not other.run().exception
    click(app, "undo-restore")
    assert history(data.store())[-1].state == "undone"
    assert "Der Stand vor der Rückkehr ist wieder da." in page_text(app)


def test_what_came_in_since_is_named_before_it_is_lost(store: Store) -> None:
    kept = backups.make(store, data.actor())
    app = visit("administration")
    assert "All imports and editions of today are in it." in page_text(app)
    wave, _ = save(store, reading(), wave="2026", actor=data.actor())
    app = visit("administration")
    assert f"1 import that came in since goes: {wave.import_id} (2026)." in page_text(app)
    click(app, f"to-{kept.name}")
    assert history(data.store()) == []
    assert history(data.store(), published=True) != []


def test_the_database_is_checked_and_a_backup_can_be_deleted() -> None:
    app = visit("administration")
    click(app, "check-now")
    assert "The database is intact" in page_text(app)
    click(app, "backup-now")
    click(app, "delete-")
    assert backups.all_of(data.store()) == []
    assert "is deleted" in page_text(app)


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_foreign_file_is_refused_in_a_sentence_and_a_backup_stands_in_the_list(code: str, store: Store) -> None:
    made = backups.make(store, data.actor())
    app = visit("administration", code)
    app.file_uploader[0].upload("thesis.duckdb", b"years of work", "application/octet-stream").run()
    assert not app.exception
    assert "thesis.duckdb" in page_text(app)
    assert len(backups.all_of(store)) == 1
    app.file_uploader[0].upload("mine.duckdb", made.file.read_bytes(), "application/octet-stream").run()
    assert not app.exception
    assert [one.why for one in backups.all_of(store)] == ["uploaded", "by-hand"]
    assert ("hochgeladen" if code == "de" else "uploaded") in page_text(app)


def test_whoever_may_not_is_told_so_in_the_page(store: Store, monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    from lsn_data.access import Actor

    monkeypatch.setattr(data, "actor", lambda: Actor("anna@example.org", "editor"))
    app = visit("administration")
    assert "It takes the role Administration" in page_text(app)
    assert "backup-now" not in {one.key for one in app.button}
