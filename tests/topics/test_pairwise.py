"""Do the methods that compare in pairs give the published results, and those of plain counting?"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of
from scipy.sparse.csgraph import breadth_first_order

from lsn_data.intake.report import BlankMeans
from lsn_data.topics.priorities.pairwise import Counts, above, beats, circle, condorcet_winner, copeland, schulze_places
from tests.topics.drawn import SCHULZE, TENNESSEE, ballots_of, random_rows, told


def test_the_published_example_of_schulze() -> None:
    places = schulze_places(above(told(SCHULZE)))
    assert sorted("ABCDE", key=lambda item: places["ABCDE".index(item)]) == list("EACBD")
    assert condorcet_winner(above(told(SCHULZE))) is None


def test_the_capital_of_tennessee() -> None:
    counted = above(told(TENNESSEE))  # C, K, M, N
    assert counted.tolist() == [[0, 83, 58, 32], [17, 0, 58, 32], [42, 42, 0, 42], [68, 68, 58, 0]]
    assert condorcet_winner(counted) == 3
    assert copeland(counted).tolist() == [2, 1, 0, 3]
    assert schulze_places(counted).tolist() == [2, 3, 4, 1]
    assert circle(counted) == ()


def widest_paths(counted: Counts) -> list[int]:
    """Schulze's places by another way: for each pair, the largest strength at which a path is still there."""
    k = len(counted)
    strength = np.zeros((k, k), int)
    for least in sorted({int(n) for n in counted.ravel()}):
        steps = beats(counted) & (counted >= least)
        for i in range(k):
            strength[i, breadth_first_order(steps, i, return_predecessors=False)] = least
    return [1 + sum(strength[j, i] > strength[i, j] for j in range(k) if j != i) for i in range(k)]


@pytest.mark.parametrize("seed", range(12))
def test_schulze_places_are_those_of_the_widest_paths(seed: int) -> None:
    counted = above(ballots_of(random_rows(seed, n=9 + seed)))
    assert schulze_places(counted).tolist() == widest_paths(counted)


@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_pairs_are_counted_as_blanks_mean(blank_means: BlankMeans) -> None:
    ballots = ballots_of(random_rows(3, blanks=0.4), blank_means)
    counted = np.zeros((5, 5), int)
    for places, n in zip(ballots.places, ballots.counts, strict=True):
        for i, j in itertools.permutations(range(5), 2):
            here, there = places[i], places[j]
            if blank_means == "below" and np.isnan(there) and not np.isnan(here):
                counted[i, j] += n
            counted[i, j] += n * (here < there)
    assert above(ballots).tolist() == counted.tolist()


def test_copeland_and_schulze_follow_what_a_blank_means() -> None:
    rows = [((1, 2, None), 5), ((1, None, 2), 1), ((None, 2, 1), 2)]
    below, not_offered = above(ballots_of(rows)), above(ballots_of(rows, "not offered"))
    assert copeland(below).tolist() == [2, 1, 0]
    assert schulze_places(below).tolist() == [1, 2, 3]
    assert copeland(not_offered).tolist() == [2, 0, 1]
    assert schulze_places(not_offered).tolist() == [1, 3, 2]


def test_a_pair_that_nobody_compared_is_half_a_win_for_each() -> None:
    assert copeland(above(ballots_of([((1, None), 3), ((None, 1), 3)], "not offered"))).tolist() == [0.5, 0.5]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(any_of.integers(2, 7), any_of.integers(0, 10_000))
def test_the_items_of_a_circle_beat_each_other_in_turn_and_everybody_else(k: int, seed: int) -> None:
    counted = above(ballots_of(random_rows(seed, n=7, k=k)))
    round_, wins = circle(counted), beats(counted)
    assert not round_ or condorcet_winner(counted) is None
    assert all(wins[i, j] for i, j in zip(round_, (*round_[1:], *round_[:1]), strict=True))
    assert all(wins[i, j] for i in round_ for j in set(range(k)) - set(round_))
