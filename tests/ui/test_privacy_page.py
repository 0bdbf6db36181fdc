"""Does the page on privacy tell what is stored until when, name every table, and delete only what is asked by name?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data import backups
from lsn_data.access import local_actor
from lsn_data.settings import Settings
from lsn_data.store import Store, delete_wave, deletions, history, keep_until, open_store, save
from lsn_data.store.keeping.prints import tables
from lsn_data.topics.privacy.document import PAGES, privacy_page
from lsn_data.topics.privacy.held import KINDS
from tests.store.made import reading
from tests.ui.visitor import page_text, visit

OF_RESPONDENTS = ("respondents", "survey_answers")


def test_without_answers_the_page_says_so(store: Store) -> None:
    app = visit("privacy")
    assert not app.exception
    assert app.title[0].value == "No member&#39;s answer is stored"
    assert "IP addresses of those who answer are never stored" in page_text(app)


def test_the_demo_is_no_member(demo_store: Store) -> None:
    app = visit("privacy", "de")
    assert app.title[0].value.startswith(
        "Keine Antwort eines Mitglieds ist gespeichert&#59; die der Demo sind erfunden"
    )
    assert "Summen ab 5 Antworten" in page_text(app)
    assert "Listen ab 10 Texten" in page_text(app)


def test_waves_stand_with_their_days_and_one_that_is_past_comes_first(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office", as_of=dt.date(2026, 5, 6))
    said = visit("privacy")
    assert said.title[0].value.startswith("The product keeps 3 answers of 1 wave without names&#44; until 2029")
    keep_until(store, "2026", dt.date(2026, 6, 1), actor="office")
    app = visit("privacy")
    assert app.title[0].value == "Wave 2026 is past its day and still stored"
    assert "2026-06-01, past" in page_text(app)


def test_a_wave_is_deleted_once_its_name_is_typed(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office")
    kept = backups.make(store, local_actor())
    app = visit("privacy")
    assert app.button(key="delete-wave-uploaded-2026").disabled
    assert "Wave 2026 goes for good with 3 answers" in page_text(app)
    app.text_input(key="name-wave-uploaded-2026").input("2025").run()
    assert app.button(key="delete-wave-uploaded-2026").disabled
    app.text_input(key="name-wave-uploaded-2026").input("2026").run()
    app.button(key="delete-wave-uploaded-2026").click().run()
    assert history(store) == []
    assert [one.wave for one in deletions(store)] == ["2026"]
    assert "its bytes have left the file" in page_text(app)
    assert "Wave 2026, 3 answers, 1 import: deleted on" in page_text(app)
    assert f"1 copy may still hold what was deleted: {kept.name} (less than an hour old)." in page_text(app)
    app.button(key="delete-copies").click().run()
    assert f"1 copy is deleted: {kept.name}." in page_text(app)
    assert not kept.file.exists()
    assert "delete-copies" not in [one.key for one in app.button]


def test_another_day_is_kept(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office", as_of=dt.date(2026, 5, 6))
    app: AppTest = visit("privacy")
    app.date_input(key="until-wave-uploaded-2026").set_value(dt.date(2027, 1, 31)).run()
    assert "Wave 2026 is kept until 2027-01-31." in page_text(app)
    assert app.title[0].value.endswith("until 2027&#45;01&#45;31 at the latest")


def test_every_table_and_every_column_of_respondents_is_named() -> None:
    """Whatever is stored anew must be put on the page: what it is, why, and what of it is shown."""
    named = {table for kind in KINDS for table in kind.tables}
    columns = {column for kind in KINDS for column in kind.columns}
    with open_store(":memory:") as store, store.writing() as cursor:
        held = {name for name in tables(cursor) if not name.startswith("register_")}
        assert held - set(OF_RESPONDENTS) == named - {"register_*"}
        rows = cursor.execute(
            "select table_name || '.' || column_name from duckdb_columns() where table_name in $tables",
            {"tables": list(OF_RESPONDENTS)},
        ).fetchall()
    assert {name for (name,) in rows} == columns


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_page_for_the_data_protection_officer_says_the_same(code: str) -> None:
    file: Path = PAGES[code]
    assert file.read_text(encoding="utf-8") == privacy_page(code), "run: python -m lsn_data.topics.privacy.document"
    assert str(Settings.model_construct().retention_months) in privacy_page(code)


def test_a_restore_on_the_page_tells_that_a_deleted_wave_is_back(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office")
    made = backups.make(store, local_actor())
    delete_wave(store, "2026", actor=local_actor())
    app = visit("administration")
    app.button(key=f"to-{made.name}").click().run()
    assert not app.exception
    assert "Wave 2026, deleted on" in page_text(app)
    assert [one.wave for one in history(store)] == ["2026"]


@pytest.mark.parametrize("last_answer", ["2026-09-06", "2199-05-06", "9999-05-06"])
def test_a_wave_whose_day_lies_oddly_beside_its_answers_can_still_be_seen_and_deleted(
    last_answer: str, store: Store
) -> None:
    save(store, reading(), wave="2026", actor="office", as_of=dt.date(2026, 5, 6))
    if last_answer == "2026-09-06":  # the day was told before late answers came
        keep_until(store, "2026", dt.date(2026, 6, 1), actor="office")
    later = dt.date.fromisoformat(last_answer)
    save(store, reading(sha256="later"), wave="2026", actor="office", as_of=later, replace=True)
    app = visit("privacy")
    assert not app.exception
    assert not app.error
    app.text_input(key="name-wave-uploaded-2026").input("2026").run()
    app.button(key="delete-wave-uploaded-2026").click().run()
    assert history(store) == []
