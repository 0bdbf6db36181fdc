"""Are the ranking figures right, and do the plausible places hold what they say?"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
import pytest
from scipy.stats import rankdata

from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, analyse
from tests.topics.drawn import Row, random_rows
from tests.topics.made import CODES, TRUTH, sample_respondents


def sample_rows() -> list[tuple[Row, int]]:
    return [(one.places, 1) for one in sample_respondents()]


def by_item(answer: Answer) -> dict[str, object]:
    return {one.item: one for one in answer.items}


def test_the_sample_gives_the_figures_of_its_truth() -> None:
    answer = analyse(Ballots.of(CODES, sample_rows()), 300)
    assert answer.ranked == 55
    for one in answer.items:
        truth = TRUTH["core"]["theme_summary"][one.item]
        assert one.n == truth["n"]
        assert one.mean == pytest.approx(truth["mean"], abs=1e-6)
        assert one.places[0] == truth["first"]
        assert one.first_share == pytest.approx(truth["first"] / 55)
        assert sum(one.places) + one.not_ranked == 55


@pytest.mark.parametrize("seed", range(5))
def test_borda_and_pairs_equal_a_plain_count(seed: int) -> None:
    rows = random_rows(seed)
    answer = analyse(Ballots.of("ABCDE", rows), None)
    borda = dict.fromkeys("ABCDE", 0.0)
    above = dict.fromkeys(itertools.permutations("ABCDE", 2), 0)
    for row, _ in rows:
        if all(place is None for place in row):
            continue
        ranks = dict(zip("ABCDE", rankdata([99 if p is None else p for p in row]), strict=True))
        for a, b in above:
            above[a, b] += ranks[a] < ranks[b]
            borda[a] += 1.0 if ranks[a] < ranks[b] else 0.5 if ranks[a] == ranks[b] else 0.0
    assert {one.item: one.borda for one in answer.items} == borda
    assert {(a, b): answer.above["ABCDE".index(a), "ABCDE".index(b)] for a, b in above} == above


def test_the_median_is_that_of_the_places_given() -> None:
    answer = analyse(Ballots.of("AB", [((1, 2), 3), ((2, 1), 1), ((None, 1), 1)]), None)
    medians = {one.item: one.median for one in answer.items}
    assert medians == {"A": np.median([1, 1, 1, 2]), "B": np.median([2, 2, 2, 1, 1])}


def test_relabelling_the_items_only_relabels_the_answer() -> None:
    rows = random_rows(7)
    turned = [(tuple(reversed(row)), n) for row, n in rows]
    plain, relabelled = analyse(Ballots.of("ABCDE", rows), 90), analyse(Ballots.of("EDCBA", turned), 90)
    assert {one.item: one for one in plain.items} == {one.item: one for one in relabelled.items}


def test_a_ballot_given_twice_counts_like_weight_two() -> None:
    rows = random_rows(3)
    twice = [(row, 2) for row, _ in rows]
    listed, weighted = (analyse(Ballots.of("ABCDE", one), None).items for one in (rows * 2, twice))
    for one, other in zip(listed, weighted, strict=True):
        assert one.places == other.places
        assert {**asdict(one), "places": None} == pytest.approx({**asdict(other), "places": None})


def test_reversed_ballots_reverse_the_borda_order() -> None:
    rows = [(row, 1) for row in itertools.islice(itertools.permutations(range(1, 5)), 10)]
    reversed_rows = [(tuple(5 - place for place in row), 1) for row, _ in rows]
    forth = {one.item: one.borda for one in analyse(Ballots.of("ABCD", rows), None).items}
    back = {one.item: one.borda for one in analyse(Ballots.of("ABCD", reversed_rows), None).items}
    assert {item: 30 - points for item, points in back.items()} == forth


def test_a_blank_that_was_not_offered_is_compared_with_nothing() -> None:
    rows: list[tuple[Row, int]] = [((1, 2, None), 6), ((None, 1, 2), 6)]
    below = by_item(analyse(Ballots.of("ABC", rows), None))
    not_offered = by_item(analyse(Ballots.of("ABC", rows, "not offered"), None))
    assert below["A"].borda == 12.0  # type: ignore[attr-defined]
    assert not_offered["A"].borda == 6.0  # type: ignore[attr-defined]
    assert not_offered["A"].first_share == 1.0  # type: ignore[attr-defined]
    assert not_offered["A"].place == 1  # type: ignore[attr-defined]


def test_those_who_ranked_nothing_change_nothing() -> None:
    rows = random_rows(1)
    blanks: list[tuple[Row, int]] = [((None,) * 5, 9)]
    assert analyse(Ballots.of("ABCDE", rows), None).items == analyse(Ballots.of("ABCDE", rows + blanks), None).items


def test_five_answers_tell_nothing_even_when_they_agree() -> None:
    answer = analyse(Ballots.of("ABC", [((1, 2, 3), 5)]), 300)
    assert [(one.place_low, one.place_high) for one in answer.items] == [(1, 3)] * 3
    assert answer.tiers == (("A", "B", "C"),)


def test_many_who_agree_leave_no_doubt() -> None:
    answer = analyse(Ballots.of("ABC", [((1, 2, 3), 40), ((1, 3, 2), 1)]), 300)
    assert [(one.item, one.place_low, one.place_high) for one in answer.items] == [
        ("A", 1, 1),
        ("B", 2, 2),
        ("C", 3, 3),
    ]


def test_when_all_members_answer_nothing_is_left_to_chance() -> None:
    rows: list[tuple[Row, int]] = [((1, 2), 16), ((2, 1), 14)]
    assert len(analyse(Ballots.of("AB", rows), None).tiers) == 1
    assert len(analyse(Ballots.of("AB", rows), 30).tiers) == 2


def test_a_tie_shares_its_place() -> None:
    answer = analyse(Ballots.of("ABC", [((1, 2, 3), 10), ((2, 1, 3), 10)]), None)
    assert [(one.item, one.place) for one in answer.items] == [("A", 1), ("B", 1), ("C", 3)]


def test_the_standard_error_of_the_mean_is_corrected_for_the_finite_membership() -> None:
    rows: list[tuple[Row, int]] = [((1, 2), 30), ((2, 1), 20)]
    places = np.array([1] * 30 + [2] * 20)
    expected = places.std(ddof=1) / np.sqrt(50) * np.sqrt(1 - 50 / 80)
    found = by_item(analyse(Ballots.of("AB", rows), 80))["A"]
    assert found.mean_se == pytest.approx(expected)  # type: ignore[attr-defined]


def test_plausible_places_hold_all_true_places_in_at_least_95_of_100_surveys() -> None:
    """58 of 300 members, seven items of nearly equal strength: the hardest case for place ranges."""
    chance = np.random.default_rng(5)
    strength = np.log(1.15) * -np.arange(7)
    members = np.argsort(np.argsort(-(strength + chance.gumbel(size=(300, 7))), axis=1), axis=1) + 1
    true_means = members.mean(axis=0)
    true_place = rankdata(true_means, method="min")
    covered = 0
    surveys = 200
    for _ in range(surveys):
        drawn = members[chance.choice(300, 58, replace=False)]
        answer = analyse(Ballots.of("ABCDEFG", [(tuple(row), 1) for row in drawn.tolist()]), 300)
        covered += _covers(answer, true_place.tolist())
    assert covered >= 0.95 * surveys


def _covers(answer: Answer, true_place: Sequence[float]) -> bool:
    return all(one.place_low <= true_place["ABCDEFG".index(one.item)] <= one.place_high for one in answer.items)
