"""Do imports come in whole, stay readable, and go back without a trace?"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from lsn_data.errors import Refused, UnknownImport
from lsn_data.intake import survey_problems  # noqa: F401
from lsn_data.intake.problems import problem
from lsn_data.intake.report import LeftOut, Respondent
from lsn_data.store import (
    Store,
    forget_all,
    history,
    import_as_of,
    open_store,
    remember,
    remembered,
    save,
    undo,
    waves,
    would_save,
)
from lsn_data.store import imports as room
from tests.store.made import reading


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def places(store: Store, import_id: str) -> list[list[int | None]]:
    return [row["places"] for row in store.ask("answers", **{"import": import_id})]


def test_an_import_is_read_back_as_it_came(store: Store) -> None:
    receipt, new = save(store, reading(), wave="2026", actor="office", asked=300)
    assert new
    assert (receipt.wave, receipt.asked, receipt.rows_kept, receipt.by, receipt.state) == (
        "2026",
        300,
        3,
        "office",
        "current",
    )
    assert places(store, receipt.import_id) == [[1, 2, 3], [2, None, 1], [None, None, None]]


def test_blank_lists_before_a_filled_one_do_not_confuse_the_types(store: Store) -> None:
    blank = [Respondent(row=n, places=(None, None, None)) for n in range(3000)]
    last = Respondent(row=3001, places=(3, 1, 2), sector="biotech", token="x")
    receipt, _ = save(store, reading(*blank, last), wave="2026", actor="office")
    stored = store.ask("answers", **{"import": receipt.import_id})
    assert stored[-1]["places"] == [3, 1, 2]
    assert stored[-1]["sector"] == "biotech"


def test_a_reading_without_answers_is_stored_too(store: Store) -> None:
    receipt, _ = save(store, replace(reading(), respondents=()), wave="2026", actor="office")
    assert places(store, receipt.import_id) == []


def test_an_import_that_breaks_in_the_middle_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = room.insert_survey

    def breaks(*arguments: object) -> None:
        real(*arguments)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr(room, "insert_survey", breaks)
    with pytest.raises(RuntimeError):
        save(store, reading(), wave="2026", actor="office")
    monkeypatch.undo()
    assert history(store) == []
    assert store.version == 0
    assert save(store, reading(), wave="2026", actor="office")[1]


def test_the_same_file_twice_is_told_and_not_stored(store: Store) -> None:
    first, _ = save(store, reading(), wave="2026", actor="office")
    again, new = save(store, reading(), wave="another name", actor="office")
    assert (again.import_id, new) == (first.import_id, False)
    assert len(history(store)) == 1


def test_a_wave_that_is_there_is_refused_and_named(store: Store) -> None:
    save(store, reading(), wave="2026", actor="office")
    with pytest.raises(Refused, match="2026") as refusal:
        save(store, reading(sha256="b"), wave="2026", actor="office")
    assert refusal.value.cause == "wave-exists"


def test_fewer_asked_than_answered_is_refused(store: Store) -> None:
    with pytest.raises(Refused) as refusal:
        save(store, reading(), wave="2026", actor="office", asked=2)
    assert refusal.value.cause == "too-few-asked"


def test_what_would_be_stored_is_known_without_storing(store: Store) -> None:
    assert would_save(store, reading(), wave="2026") is None
    assert history(store) == []
    receipt, _ = save(store, reading(), wave="2026", actor="office")
    assert would_save(store, reading(), wave="2026") == receipt


def test_replacing_keeps_the_earlier_answers_as_history(store: Store) -> None:
    first, _ = save(store, reading(), wave="2026", actor="office")
    second, _ = save(store, reading(sha256="b"), wave="2026", actor="office", replace=True)
    assert [one.state for one in history(store)] == ["replaced", "current"]
    assert [one.import_id for one in waves(store)] == [second.import_id]
    assert places(store, first.import_id) == [[1, 2, 3], [2, None, 1], [None, None, None]]


def test_undo_brings_back_what_was_replaced(store: Store) -> None:
    first, _ = save(store, reading(), wave="2026", actor="office")
    second, _ = save(store, reading(sha256="b"), wave="2026", actor="office", replace=True)
    assert undo(store, second.import_id, actor="office").state == "undone"
    assert [one.state for one in history(store)] == ["current", "undone"]
    assert import_as_of(store, "2026") == history(store)[0]
    assert undo(store, second.import_id, actor="office").state == "undone"
    assert first.import_id != second.import_id


def test_undoing_an_unknown_import_says_so(store: Store) -> None:
    with pytest.raises(UnknownImport, match="2031-01-01-1"):
        undo(store, "2031-01-01-1", actor="office")


def test_every_earlier_state_can_be_read_as_of_its_change(store: Store) -> None:
    first, _ = save(store, reading(), wave="2026", actor="office")
    second, _ = save(store, reading(sha256="b"), wave="2026", actor="office", replace=True)
    before_undo = store.version
    undo(store, second.import_id, actor="office")

    def of_wave(as_of: int) -> str | None:
        found = import_as_of(store, "2026", as_of=as_of)
        return found.import_id if found else None

    assert [of_wave(seq) for seq in (0, first.seq, before_undo, store.version)] == [
        None,
        first.import_id,
        second.import_id,
        first.import_id,
    ]


def test_real_data_go_before_demo_data(store: Store) -> None:
    save(store, reading(sha256="d"), wave="Demo 2026", actor="demo", origin="demo", as_of=dt.date(2026, 3, 31))
    real, _ = save(store, reading(), wave="2024", actor="office", as_of=dt.date(2024, 3, 31))
    assert import_as_of(store) == real


def test_tokens_are_kept_only_as_a_keyed_hash(store: Store) -> None:
    save(store, reading(Respondent(row=2, places=(1, 2, 3), token="anna@example.org")), wave="1", actor="o")
    with store.writing() as cursor:
        kept = cursor.execute("select token from respondents").fetchall()[0][0]
        everything = cursor.execute("select * from respondents").fetchall()
    assert "anna" not in str(everything)
    assert len(kept) == 32
    with open_store(":memory:") as other:
        save(other, reading(Respondent(row=2, places=(1, 2, 3), token="anna@example.org")), wave="1", actor="o")
        with other.writing() as cursor:
            assert cursor.execute("select token from respondents").fetchall()[0][0] != kept


def test_a_file_name_is_kept_without_its_path(store: Store) -> None:
    receipt, _ = save(store, reading(file="C:\\Users\\anna\\answers.csv"), wave="1", actor="office")
    assert receipt.file == "answers.csv"


def test_the_receipt_can_be_written_as_json(store: Store) -> None:
    receipt, _ = save(store, reading(), wave="1", actor="office")
    assert json.loads(json.dumps(receipt.report))["ranking"]["direction"] == "1 is first"


def test_what_was_told_about_a_layout_is_remembered(store: Store) -> None:
    assert remembered(store, "layout-1") == {}
    remember(store, "layout-1", {"direction": "7 is first"}, actor="office")
    remember(store, "layout-1", {"direction": "1 is first"}, actor="office")
    assert remembered(store, "layout-1") == {"direction": "1 is first"}


def test_forgetting_all_leaves_an_empty_database_that_works(store: Store) -> None:
    save(store, reading(), wave="1", actor="office")
    remember(store, "layout-1", {"direction": "7 is first"}, actor="office")
    forget_all(store, actor="office")
    assert (history(store), remembered(store, "layout-1")) == ([], {})
    assert save(store, reading(), wave="1", actor="office")[1]


def test_readers_and_writers_in_many_threads_see_whole_imports(store: Store) -> None:
    def write(n: int) -> str:
        return save(store, reading(sha256=str(n)), wave=str(n), actor="office")[0].import_id

    def read(_: int) -> list[int]:
        return [len(places(store, one.import_id)) for one in history(store)]

    with ThreadPoolExecutor(4) as pool:
        written = [pool.submit(write, n) for n in range(12)]
        seen = [pool.submit(read, n) for n in range(40)]
    assert len({one.result() for one in written}) == 12
    assert {rows for one in seen for rows in one.result()} <= {3}
    assert len(history(store)) == 12


def test_no_word_of_a_respondent_stays_in_the_receipt(store: Store) -> None:
    words = problem("not-a-place", row=3, column="Visibility", value="ask max@firma.example", last=7)
    figure = problem("not-a-place", row=4, column="Visibility", value="9", last=7)
    left_out = (LeftOut(5, "test", "Max Meyer"), LeftOut(6, "duplicate", "3"))
    told = replace(reading(), problems=(words, figure), left_out=left_out)
    receipt, _ = save(store, told, wave="2026", actor="office")
    assert [one["value"] for one in receipt.report["problems"]] == ["…", "9"]
    assert [one["text"] for one in receipt.report["left_out"]] == ["…", "3"]
    assert "firma" not in repr(history(store))


def test_why_an_import_came_in_stays_with_it_without_what_leads_to_a_person() -> None:
    with open_store(":memory:") as store:
        receipt, _ = save(store, reading(), wave="2026", actor="office", note="Asked again,\nsee anna@firma.de")
        assert receipt.note == "Asked again, see […]"
        assert save(store, reading(sha256="b"), wave="2027", actor="office")[0].note == ""


def test_the_name_of_a_wave_is_one_line_that_can_be_stored_and_shown() -> None:
    with open_store(":memory:") as store:
        receipt, _ = save(store, reading(), wave="2031\x1b[31m\n\u202e\udcff\x00", actor="office", note="why\x00\udcff")
        assert receipt.wave == "2031[31m \ufffd"
        assert receipt.note == "why\ufffd"
