"""Is the consensus order really the nearest, are all of them found, and is it quick enough for fifteen items?"""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from lsn_data.topics.priorities.consensus import LISTED, kemeny
from lsn_data.topics.priorities.pairwise import Counts, above
from tests.topics.drawn import TENNESSEE, ballots_of, random_rows, told


def nearest_by_solver(above: Counts) -> float:
    """The least distance by whole-number programming: one variable a pair, no three items in a circle."""
    k = len(above)
    before = {pair: at for at, pair in enumerate(itertools.permutations(range(k), 2))}
    rules, least = [], []
    for i, j in itertools.combinations(range(k), 2):
        rules.append({before[i, j]: 1, before[j, i]: 1})
        least.append((1, 1))
    for i, j, m in itertools.permutations(range(k), 3):
        rules.append({before[i, j]: 1, before[j, m]: 1, before[m, i]: 1})
        least.append((0, 2))
    matrix = np.zeros((len(rules), len(before)))
    for row, rule in enumerate(rules):
        matrix[row, list(rule)] = list(rule.values())
    found = milp(
        [above[j, i] for i, j in before],
        constraints=LinearConstraint(matrix, *np.transpose(least)),
        integrality=np.ones(len(before)),
        bounds=Bounds(0, 1),
    )
    return float(found.fun)


def distance(order: tuple[int, ...], above: Counts) -> int:
    return int(sum(above[after, before] for before, after in itertools.combinations(order, 2)))


@pytest.mark.parametrize("seed", range(8))
def test_all_nearest_orders_are_those_of_trying_every_order(seed: int) -> None:
    counted = above(ballots_of(random_rows(seed, n=4 + seed, k=5)))
    every = {order: distance(order, counted) for order in itertools.permutations(range(5))}
    nearest = sorted(order for order, far in every.items() if far == min(every.values()))
    found = kemeny(counted)
    assert (found.distance, found.found, list(found.orders)) == (min(every.values()), len(nearest), nearest)
    places = [{order.index(item) + 1 for order in nearest} for item in range(5)]
    assert found.places.tolist() == [[min(one), max(one)] for one in places]


@pytest.mark.parametrize(("k", "seed"), [(7, 1), (8, 2), (9, 3)])
def test_the_distance_is_that_of_a_whole_number_solver(k: int, seed: int) -> None:
    counted = above(ballots_of(random_rows(seed, n=21, k=k, blanks=0.2)))
    assert kemeny(counted).distance == pytest.approx(nearest_by_solver(counted))


def test_the_capital_of_tennessee_has_the_published_consensus() -> None:
    found = kemeny(above(told(TENNESSEE)))
    assert [["CKMN"[item] for item in order] for order in found.orders] == [["N", "C", "K", "M"]]
    assert found.distance == 6 * 100 - 393, "the published score counts the agreements"


def test_blanks_count_as_the_survey_means_them() -> None:
    rows = [((1, 2, None), 5), ((1, None, 2), 1), ((None, 2, 1), 2)]
    below, not_offered = (kemeny(above(ballots_of(rows, means))) for means in ("below", "not offered"))  # type: ignore[arg-type]
    assert (below.orders, below.distance) == (((0, 1, 2),), 2 + 2 + 1 + 2)
    assert (not_offered.orders, not_offered.distance) == (((0, 2, 1),), 0)


def test_a_tie_on_a_ballot_is_no_disagreement() -> None:
    assert kemeny(above(ballots_of([((1, 1, 2), 7)]))).distance == 0


def test_where_every_order_is_as_near_all_are_counted_and_some_listed() -> None:
    found = kemeny(np.zeros((7, 7), np.int64))
    assert (found.distance, found.found, len(found.orders)) == (0, 5040, LISTED)
    assert found.places.tolist() == [[1, 7]] * 7


def test_fifteen_items_are_quick_and_sixteen_are_refused() -> None:
    counted = above(ballots_of(random_rows(1, n=60, k=15)))
    kemeny(counted)
    started = time.perf_counter()
    found = kemeny(counted)
    assert time.perf_counter() - started < 1
    assert all(distance(order, counted) == found.distance for order in found.orders)
    with pytest.raises(ValueError, match="16 items"):
        kemeny(np.zeros((16, 16), np.int64))
