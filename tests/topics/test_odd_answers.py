"""Are the sentences true where the answers are odd: all alike, all level, nobody asked, only the first three?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from lsn_data.board import Pick, draw
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.priorities import worths
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.robust import robust_message
from lsn_data.topics.priorities.ways import ways
from lsn_data.topics.representativeness import words
from lsn_data.topics.representativeness.compute import Cell, compared
from tests.topics.asked import asked_wave, rated
from tests.topics.drawn import Row, members
from tests.topics.made import wave_of
from tests.topics.made_any import wave_of_items

EN, DE = Language("en"), Language("de")
UP: Row = (1, 2, 3, 4, 5, 6, 7)
DOWN: Row = UP[::-1]
ALIKE, HALVES = [(UP, 40)], [(UP, 20), (DOWN, 20)]
CIRCLE: list[tuple[Row, int]] = [((1, 2, 3), 20), ((3, 1, 2), 20), ((2, 3, 1), 20)]


def people(rows: Sequence[tuple[Row, int]], **told: str) -> list[Respondent]:
    places = [row for row, n in rows for _ in range(n)]
    return [Respondent(row=at, places=row, **told) for at, row in enumerate(places, start=2)]


def said(store: Store, name: str, say: Language = EN, **filters: str) -> str:
    return draw(store, Pick.of(name, **filters), say).message


@pytest.mark.parametrize(
    ("rows", "name", "english", "german"),
    [
        (ALIKE, "distribution", "Visibility: in first place in all 40 rankings", "in allen 40 Rangfolgen auf Platz 1"),
        (HALVES, "distribution", "most often in first place, in 20 of 40 rankings each", "in je 20 von 40 Rangfolgen"),
        (ALIKE, "pairs", "Head to head, nobody puts another theme above visibility", "niemand ein anderes Thema vor"),
        (HALVES, "robust", "A single theme comes first in 1 of 7 ways of counting", "steht ein Thema allein auf Platz"),
        (ALIKE, "robust", "None of 6 ways of counting changes the order", "ändert die Reihenfolge"),
    ],
)
def test_the_sentence_is_true_where_all_agree_or_none_leads(
    store: Store, rows: list[tuple[Row, int]], name: str, english: str, german: str
) -> None:
    wave_of(store, people(rows))
    assert english in said(store, name)
    assert german in said(store, name, DE)


def test_a_circle_leaves_no_way_to_name_a_winner() -> None:
    found = analyse(Ballots.of("ABC", CIRCLE), 300)
    names = dict(zip("ABC", "ABC", strict=True))
    assert robust_message(found, ways(found), names, EN) == "None of 7 ways of counting puts a single theme first"
    assert "Keine von 7 Zählweisen" in robust_message(found, ways(found), names, DE)


def test_of_several_themes_on_the_first_place_none_is_singled_out(store: Store) -> None:
    wave_of(store, people(HALVES))
    assert draw(store, Pick("priorities"), EN).meaning == ()
    wave_of(store, people(ALIKE), wave="2027")
    assert draw(store, Pick.of("priorities", wave="2027"), EN).meaning[0] == (
        "All who ranked put visibility among their first three."
    )


def test_a_theme_put_last_by_all_does_not_make_the_groups_too_small(store: Store) -> None:
    places = np.argsort(np.random.default_rng(1).random((40, 6)), axis=1) + 1
    rows = [((*map(int, row), 7), 1) for row in places]
    wave_of(store, [*people(rows[:20], state="HH"), *people(rows[20:], state="SH")])
    assert "with 20 and 20 answers" in said(store, "segments", by="state")
    wave_of(store, [*people(ALIKE, state="HH"), *people(ALIKE, state="SH")], wave="2027")
    assert said(store, "segments", by="state", wave="2027") == "All groups gave the same answers"


def test_on_ballots_of_the_first_three_the_mean_place_does_not_name_a_winner() -> None:
    rows: list[tuple[Row, int]] = [((1, 2, 3, None), 40), ((2, 1, 3, None), 10), ((2, 3, None, 1), 6)]
    assert "mean" not in [way.code for way in ways(analyse(Ballots.of("ABCD", rows), 300))]
    full: list[tuple[Row, int]] = [((1, 2, 3, 4), 40), ((2, 1, 3, 4), 16)]
    assert "mean" in [way.code for way in ways(analyse(Ballots.of("ABCD", full), 300))]


def test_a_group_that_was_not_asked_for_is_not_called_too_small(store: Store) -> None:
    wave = wave_of(store, people([(UP, 9), (DOWN, 3)], state="HH"))
    found = ranking(store, wave, EN, by="kind")
    assert "did not ask" in found["suppressed"]["why"]
    assert (found["groups"], found["differences"]) == ([], [])
    assert "no two groups of 5 or more" in ranking(store, wave, EN, by="state")["suppressed"]["why"]
    assert "did not ask" in ranking(store, wave, EN, where={"kind": "company"})["suppressed"]["why"]


def test_only_of_a_group_is_it_not_known_how_many_were_asked(store: Store) -> None:
    wave = wave_of(store, [*people([(UP, 9)], state="HH"), *people([(DOWN, 9)], state="SH")])
    assert not any("not known" in note for note in ranking(store, wave, EN)["notes"])
    for group in ranking(store, wave, EN, by="state")["groups"]:
        assert any("How many members of the group were asked" in note for note in group["notes"])
    unknown = wave_of(store, people([(UP, 9)]), wave="2027", asked=None)
    assert any("How many members were asked" in note for note in ranking(store, unknown, EN)["notes"])


def test_several_items_beyond_the_strategy_are_named_in_the_plural(store: Store) -> None:
    wave_of_items(store, ["Alpha", "Beta", "Gamma"], [((1, 2, 3), 22), ((2, 1, 3), 18)])
    assert said(store, "overview") == "Alpha and Beta lead for the members, but are no themes of the strategy"
    assert said(store, "overview", DE).endswith("sind aber keine Themen der Strategie")


def test_a_range_without_width_is_not_told(store: Store) -> None:
    asked_wave(store, rated([2, 3, 9, 20, 6]), people=40, members=40)
    assert "plausible" not in said(store, "survey")
    asked_wave(store, rated([2, 3, 9, 20, 6]), people=40, members=400, wave="2027", year=2027)
    assert "plausible for all members: 3." in said(store, "survey", wave="2027")


def test_means_that_are_alike_do_not_reach_from_one_to_the_same(store: Store) -> None:
    events, advice = (rated([2, 3, 9, 20, 6], row=row) for row in ("Events", "Advice"))
    asked_wave(store, events, advice)
    assert said(store, "satisfaction").endswith("40 answers cannot tell; all means are about 3.6 of 5")
    assert "alle Mittelwerte liegen bei etwa 3,6 von 5" in said(store, "satisfaction", DE)
    asked_wave(store, *(rated([2, 3, 9, 20, 6], row=row, topic="") for row in "AB"), wave="2027", year=2027)
    assert said(store, "questionnaire", wave="2027").endswith("all means are about 3.6 of 5")


def test_a_small_chance_is_said_without_an_equals_sign() -> None:
    sectors = {"sector": [Cell(("biotech",), 100, 60), Cell(("pharma",), 100, 10)]}
    assert "p under 0.01." in words.test_said(compared(sectors)[0], EN)
    assert "p unter 0,01." in words.test_said(compared(sectors)[0], DE)


def test_within_a_group_of_themes_nothing_can_be_told_apart() -> None:
    clearly = np.zeros((4, 4), dtype=bool)
    # The second stands clearly above the third, the first above neither of the two.
    clearly[1, 2] = clearly[0, 3] = clearly[1, 3] = True
    rows: list[tuple[Row, int]] = [((1, 2, 3, 4), 20), ((2, 1, 3, 4), 18), ((1, 3, 2, 4), 2)]
    assert analyse(Ballots.of("ABCD", rows), 300, clearly).tiers == (("A", "B"), ("C", "D"))


def test_fits_of_many_lots_do_not_depend_on_how_they_are_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    places = members(chance, np.zeros(5), 60)
    choices = worths.choices_of(Ballots(tuple("ABCDE"), places, np.ones(60)))
    lots = chance.multinomial(60, np.full(60, 1 / 60), 150).astype(float)
    divided = worths.fit(choices, lots)
    monkeypatch.setattr(worths, "TOGETHER", 1000)
    assert np.abs(divided - worths.fit(choices, lots)).max() < 1e-9
