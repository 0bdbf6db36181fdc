"""Do the plausible places hold what they say, and are they the same for the same answers?"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of
from scipy.stats import t as student

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import Answer, analyse
from lsn_data.topics.priorities.plausible import clearly_above, fewest_to_tell
from tests.topics.drawn import LETTERS, ballots_of, counted, members, random_rows


def held(found: Answer, population: Floats) -> bool:
    """Do the ranges hold the places of all items by the mean place of all members?"""
    means = dict(zip(LETTERS, population.mean(axis=0), strict=False))
    return all(
        one.place_low <= 1 + sum(other < means[one.item] for other in means.values())
        and one.place_high >= sum(other <= means[one.item] for other in means.values())
        for one in found.items
    )


def bonferroni(scores: Floats, asked: int) -> int:
    """How many pairs plain paired t tests with Bonferroni's correction tell apart."""
    n, k = scores.shape
    told = 0
    for i, j in itertools.combinations(range(k), 2):
        difference = scores[:, i] - scores[:, j]
        error = difference.std(ddof=1) / np.sqrt(n) * np.sqrt(1 - n / asked)
        told += abs(difference.mean()) > student.ppf(1 - 0.05 / (k * (k - 1)), n - 1) * error
    return told


@pytest.mark.parametrize("ratio", [1.02, 1.15, 1.6], ids=["nearly equal", "near ties", "clear order"])
def test_they_hold_all_true_places_in_at_least_95_of_100_surveys(ratio: float) -> None:
    """58 of 300 members; the full simulation, with partial and very few answers, is `benchmarks/coverage.py`."""
    chance = np.random.default_rng(5)
    population = members(chance, -np.log(ratio) * np.arange(7), 300)
    surveys = [counted(population[chance.choice(300, 58, replace=False)]) for _ in range(100)]
    assert sum(held(analyse(survey, 300), population) for survey in surveys) >= 95


def test_they_are_narrower_than_by_bonferronis_correction() -> None:
    chance = np.random.default_rng(6)
    population = members(chance, -np.log(1.3) * np.arange(7), 300)
    ours = plain = 0
    for _ in range(30):
        places = population[chance.choice(300, 58, replace=False)]
        ours += int(clearly_above(-places / 6, np.ones(58), 300).sum())
        plain += bonferroni(-places / 6, 300)
    assert ours > plain * 1.02


def test_the_same_answers_give_the_same_ranges_however_they_are_written_down() -> None:
    rows = random_rows(8, n=58, k=7)
    expected = analyse(Ballots.of(LETTERS[:7], rows), 300)
    again = analyse(Ballots.of(LETTERS[:7], list(reversed(rows))), 300)
    assert [one.place_low for one in again.items] == [one.place_low for one in expected.items]
    assert again.tiers == expected.tiers


def test_an_item_that_was_not_offered_is_compared_only_where_it_was() -> None:
    rows = [((1, 2, None), 30), ((None, 1, 2), 30), ((1, None, 2), 30)]
    found = {one.item: one for one in analyse(ballots_of(rows, "not offered"), 900).items}
    assert [(found[item].place_low, found[item].place_high) for item in "ABC"] == [(1, 1), (2, 2), (3, 3)]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(any_of.integers(2, 15), any_of.integers(1, 6), any_of.booleans())
def test_few_answers_tell_nothing_however_they_agree(k: int, n: int, alike: bool) -> None:
    n = min(n, fewest_to_tell(k) - 1)
    rows = [(tuple(range(1, k + 1)), n)] if alike else random_rows(n, n=n, k=k)
    found = analyse(ballots_of(rows), 300)
    assert {(one.place_low, one.place_high) for one in found.items} == {(1, k)}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(any_of.integers(2, 9), any_of.integers(5, 60), any_of.integers(0, 1000))
def test_the_place_shown_lies_in_its_range(k: int, n: int, seed: int) -> None:
    for one in analyse(ballots_of(random_rows(seed, n=n, k=k)), 300).items:
        assert 1 <= one.place_low <= one.place <= one.place_high <= k
