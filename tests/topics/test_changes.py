"""Is it told before storing what a file changes: rows, headline figures, and what an undo would leave?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from lsn_data.board import Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Pack
from lsn_data.intake import read_register
from lsn_data.intake.report import ItemFound, RankingFound, Reading, Respondent
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Import, Store, editions_showing, history, open_store, real_wave, save, undo
from lsn_data.topics.changes.change import Figure
from lsn_data.topics.changes.survey import survey_change
from lsn_data.topics.registers.changes import changes, newer_snapshot
from lsn_data.undoing import consequence, kept_in, replaced_by, return_of

EN = Language("en")
FIRST, SECOND = (1, 2, 3, 4, 5, 6, 7), (2, 1, 3, 4, 5, 6, 7)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def survey(*respondents: Respondent, name: str = "a") -> Reading:
    items = tuple(ItemFound(item.en, item.code, item.theme) for item in ITEMS)
    ranking = RankingFound("items", "Rank", "1 is first", "below", items)
    return Reading("a.csv", name, "survey", "ready", ranking=ranking, respondents=respondents)


def answers(count: int, places: tuple[int, ...] = FIRST, tokens: bool = False) -> list[Respondent]:
    return [Respondent(n, places, sector="biotech", token=f"t{n}" if tokens else None) for n in range(count)]


def figure(found: tuple[Figure, ...], key: str) -> tuple[object, object]:
    return next((one.before, one.after) for one in found if one.key == key)


def stored(store: Store, reading: Reading, asked: int | None = 100) -> Import:
    return save(store, reading, wave="2026", actor="office", asked=asked, replace=True)[0]


def test_a_wave_that_grew_tells_its_figures_from_what_to_what(store: Store) -> None:
    wave = stored(store, survey(*answers(50)))
    found = survey_change(store, survey(*answers(58), name="b"), wave, 100)
    assert (found.new, found.changed, found.gone) == (8, None, 0)
    assert figure(found.figures, "answers") == (50, 58)
    assert figure(found.figures, "return_rate") == (0.5, 0.58)


def test_the_leading_theme_and_the_places_move(store: Store) -> None:
    wave = stored(store, survey(*answers(30)))
    found = survey_change(store, survey(*answers(40, SECOND), name="b"), wave, 100)
    one, two = ITEMS[0].code, ITEMS[1].code
    assert figure(found.figures, "leading") == ((one,), (two,))
    assert figure(found.figures, f"place {two}") == (2, 1)


def test_with_tokens_a_changed_answer_is_told_as_changed(store: Store) -> None:
    wave = stored(store, survey(*answers(10, tokens=True)))
    later = [one._replace(places=SECOND) if one.row == 3 else one for one in answers(12, tokens=True)[1:]]
    found = survey_change(store, survey(*later, name="b"), wave, None)
    assert (found.new, found.changed, found.gone) == (2, 1, 1)


def test_no_figure_stands_on_fewer_than_five_answers(store: Store) -> None:
    found = survey_change(store, survey(*answers(4)), None, None)
    assert figure(found.figures, "leading") == (None, None)
    assert not [one for one in found.figures if one.name in ("place", "mean_place")]


def members(store: Store, text: str) -> Reading:
    return read_register(f"member,state,joined,premium\n{text}".encode(), "m.csv", "members")


def test_a_register_names_the_rows_that_are_new_or_gone_and_the_figures_that_move(store: Store) -> None:
    save(store, members(store, "A GmbH,HH,2019,no\nB AG,SH,2020,no\n"), actor="office")
    found = changes(store, members(store, "A GmbH,SH,2019,yes\nC SE,HH,2021,no\nD SE,HH,2022,no\n"))
    assert (found.new, found.changed, found.gone) == (2, 1, 1)
    assert {what: [english for english, _ in names] for what, names in found.names.items()} == {
        "new": ["C SE", "D SE"],
        "changed": ["A GmbH"],
        "gone": ["B AG"],
    }
    assert figure(found.figures, "members") == (2, 3)
    assert figure(found.figures, "premium") == (0, 1)


def test_an_older_snapshot_is_told_to_join_the_history_alone(store: Store) -> None:
    save(store, members(store, "A GmbH,HH,2019,no\n"), actor="office", as_of=dt.date(2026, 6, 30))
    assert newer_snapshot(store, "members", dt.date(2026, 1, 1)) == dt.date(2026, 6, 30)
    assert newer_snapshot(store, "members", dt.date(2026, 12, 1)) is None


def test_what_an_undo_would_leave_is_told_before(store: Store) -> None:
    first, second = stored(store, survey(*answers(50))), stored(store, survey(*answers(58), name="b"))
    known = history(store)
    assert consequence(known[1], known, EN) == (
        f"Wave 2026 falls back to import {first.import_id} (50 answers instead of 58 answers)."
    )
    assert consequence(known[0], known, EN).startswith("The current figures stay as they are")
    assert replaced_by(known[0], known) == second
    undo(store, second.import_id, actor="office")
    known = history(store)
    assert consequence(known[0], known, EN) == "Wave 2026: nothing will be left (now 50 answers)."
    assert return_of(known[1], known, EN).endswith("to this one (58 answers).")
    assert real_wave(store, "2026") == known[0]


def test_whoever_takes_an_import_back_learns_which_editions_go_on_showing_it(store: Store) -> None:
    first = stored(store, survey(*answers(50)))
    members = save(store, read_register(b"member\nKiesel GmbH\n", "members.csv", "members"), actor="office")[0]
    freeze(store, Pack("p").added(Pick("priorities")), "April", drawing(store), actor="office")
    second = stored(store, survey(*answers(58), name="b"))
    shown = [editions_showing(store, one.import_id) for one in (first, members, second)]
    assert shown == [["April"], ["April"], []]
    undo(store, first.import_id, actor="office")
    assert editions_showing(store, first.import_id) == ["April"]
    assert kept_in(["April"], EN) == "Editions stay as they are, also where they show this import: “April”."
    assert kept_in(list("abcde"), EN).endswith(": “a”, “b”, “c” and 2 more.")
    assert kept_in([], EN) == ""


def test_the_funding_that_a_list_of_projects_brings_along_is_told_on_its_own_line(store: Store) -> None:
    first = "Projekt,Beginn,Ende,Fördersumme\nAlpha,2024,2026,100000 EUR\nBeta,2024,2026,50000 EUR\n".encode()
    second = "Projekt,Beginn,Ende,Fördersumme\nAlpha,2024,2026,120000 EUR\n".encode()
    reading = read_register(first, "a.csv", "projects")
    new = changes(store, reading)
    assert (figure(new.figures, "funding"), figure(new.figures, "funding_sum EUR")) == ((0, 2), (None, 150000))
    save(store, reading, actor="office", as_of=dt.date(2025, 1, 1))
    after = changes(store, read_register(second, "b.csv", "projects")).figures
    assert (figure(after, "funding"), figure(after, "funding_sum EUR")) == ((2, 1), (150000, 120000))
    assert not [one for one in changes(store, reading).figures if one.name == "funding"]
