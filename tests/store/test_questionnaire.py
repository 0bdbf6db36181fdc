"""Do the further questions of a survey come back as they were read, also into a database of an earlier version?"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lsn_data.intake.report import AnswerOption, Asked, Reading
from lsn_data.store import (
    Store,
    forget_all,
    history,
    import_as_of,
    open_store,
    questionnaire_of,
    questions_of,
    save,
    undo,
)
from lsn_data.store import connection as room
from tests.store.made import reading

SCALE = tuple(
    AnswerOption(label, count, value) for label, count, value in (("bad", 0, 1), ("so", 1, 2), ("good", 1, 3))
)
QUESTIONS = (
    Asked("events", "likert", "How satisfied?", "Events", "satisfaction", (*SCALE, AnswerOption("?", 1)), (2, 3, 1)),
    Asked("used", "multi", "Used?", "", "services", (AnswerOption("A", 1), AnswerOption("B", 1)), ((0, 1), (), None)),
    Asked("sure", "single", "Sure?", "", "", (AnswerOption("yes", 1), AnswerOption("no")), (None, 0, None)),
    Asked("years", "number", "Years?", answers=(3.5, None, -2.0)),
    Asked("since", "date", "Since?", answers=(None, dt.date(2019, 3, 1), dt.date(1899, 1, 2))),
    Asked("comment", "text", "Comment?", answers=("'; drop table imports; --", None, "Zwei\nZeilen")),
)


def asking(*questions: Asked, sha256: str = "a") -> Reading:
    return replace(reading(sha256=sha256), questionnaire=questions or QUESTIONS)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def test_every_kind_of_question_comes_back_as_it_was_read(store: Store) -> None:
    receipt, _ = save(store, asking(), wave="2026", actor="office")
    assert questionnaire_of(store, receipt.import_id) == QUESTIONS


def test_options_nobody_chose_are_there_with_a_count_of_none(store: Store) -> None:
    receipt, _ = save(store, asking(), wave="2026", actor="office")
    counted = {one.key: [option.count for option in one.options] for one in questions_of(store, receipt.import_id)}
    assert counted == {"events": [0, 1, 1, 1], "used": [1, 1], "sure": [1, 0], "years": [], "since": [], "comment": []}


def test_shown_without_any_chosen_and_never_answered_are_kept_apart(store: Store) -> None:
    receipt, _ = save(store, asking(), wave="2026", actor="office")
    assert questionnaire_of(store, receipt.import_id)[1].answers == ((0, 1), (), None)


def test_a_survey_without_further_questions_has_none(store: Store) -> None:
    receipt, _ = save(store, reading(), wave="2026", actor="office")
    assert questionnaire_of(store, receipt.import_id) == questions_of(store, receipt.import_id) == ()


def test_each_import_keeps_its_own_and_undo_brings_the_earlier_back(store: Store) -> None:
    save(store, asking(QUESTIONS[0]), wave="2026", actor="office")
    later, _ = save(store, asking(QUESTIONS[3], sha256="b"), wave="2026", actor="office", replace=True)
    undo(store, later.import_id, actor="office")
    current = import_as_of(store, "2026")
    assert current
    assert questionnaire_of(store, current.import_id) == QUESTIONS[:1]
    assert questionnaire_of(store, later.import_id) == QUESTIONS[3:4]


def test_nothing_of_the_questions_stays_when_all_is_forgotten(store: Store) -> None:
    receipt, _ = save(store, asking(), wave="2026", actor="office")
    forget_all(store, actor="office")
    assert questions_of(store, receipt.import_id) == ()
    with store.writing() as cursor:
        assert cursor.execute("select count(*) from survey_answers").fetchall() == [(0,)]


def test_a_store_that_breaks_among_the_answers_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Asked("x", "number", "?", answers=("no number", None, None))
    with pytest.raises(ValueError, match="no number"):
        save(store, asking(*QUESTIONS, broken), wave="2026", actor="office")
    assert history(store) == []
    with store.writing() as cursor:
        assert cursor.execute("select count(*) from survey_answers").fetchall() == [(0,)]


def test_a_database_of_the_version_before_gains_the_tables_and_keeps_its_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path / "migrations"
    before.mkdir()
    for file in sorted(room.MIGRATIONS.glob("0[01][0124579]_*.sql")):
        shutil.copy(file, before)
    path = tmp_path / "x.duckdb"
    with monkeypatch.context() as patched:
        patched.setattr(room, "MIGRATIONS", before)
        with open_store(path) as old:
            first, _ = save(old, reading(), wave="2024", actor="office")
    with open_store(path) as store:
        assert [one.import_id for one in history(store)] == [first.import_id]
        assert questionnaire_of(store, first.import_id) == ()
        second, _ = save(store, asking(sha256="b"), wave="2026", actor="office")
        assert questionnaire_of(store, second.import_id) == QUESTIONS
