"""Does the test of groups find what is there, with the chances that exact enumeration and scipy give?"""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of
from scipy.stats import permutation_test
from scipy.stats import t as student
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import FTestAnovaPower, TTestIndPower

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.chance import chance_of, holm, least_chance
from lsn_data.topics.priorities.differences import Difference, Spread, differences, smallest_gap
from tests.topics.drawn import LETTERS, Row, ballots_of, counted, members, random_rows

EXACTLY = settings(max_examples=25, deadline=None, derandomize=True)


def tallied(groups: list[list[float]]) -> tuple[Floats, np.ndarray]:
    values = sorted({value for group in groups for value in group})
    return np.array(values), np.array([[group.count(value) for value in values] for group in groups])


def apart(groups: list[list[float]]) -> float:
    """The sum of squares between the groups, as a textbook writes it."""
    everybody = np.concatenate(groups)
    return sum(len(group) * (np.mean(group) - everybody.mean()) ** 2 for group in groups)


def exact(groups: list[list[float]]) -> float:
    """Every way to deal the answers to groups of these sizes, one after the other."""
    everybody, seen = [value for group in groups for value in group], apart(groups)
    deals = [
        [[everybody[at] for at in range(len(everybody)) if owner[at] == group] for group in range(len(groups))]
        for owner in set(itertools.permutations([at for at, group in enumerate(groups) for _ in group]))
    ]
    return sum(apart(deal) >= seen - 1e-9 for deal in deals) / len(deals)


@pytest.mark.parametrize(
    "groups",
    [
        [[1.0, 2.0, 2.0, 1.0], [3.0, 2.0, 4.0, 4.0]],
        [[0.0, 0.5, 1.0], [0.5, 0.5, 1.0, 1.0, 1.0]],
        [[1.0, 1.0], [2.0, 3.0, 2.0], [3.0, 1.0, 3.0]],
    ],
)
def test_the_chance_is_that_of_all_deals_enumerated(groups: list[list[float]]) -> None:
    assert chance_of(*tallied(groups)) == pytest.approx(exact(groups), abs=0.015)


def test_the_chance_of_two_groups_is_that_of_scipys_permutation_test() -> None:
    chance = random.Random(3)
    for shift in (0, 1, 2):
        here = [chance.randint(1, 7) * 1.0 for _ in range(14)]
        there = [min(7, chance.randint(1, 7) + shift) * 1.0 for _ in range(19)]
        theirs = permutation_test(
            (here, there),
            lambda x, y, axis: abs(x.mean(axis=axis) - y.mean(axis=axis)),
            n_resamples=20_000, alternative="greater", vectorized=True, rng=np.random.default_rng(1),
        )  # fmt: skip
        assert chance_of(*tallied([here, there]), draws=50_000) == pytest.approx(theirs.pvalue, abs=0.01)


def test_the_least_chance_is_that_of_the_furthest_deal() -> None:
    assert least_chance([2, 3, 3]) == pytest.approx(exact([[0.0, 0.0], [5.0] * 3, [99.0] * 3]))
    assert least_chance([3, 4]) == pytest.approx(exact([[0.0] * 3, [1.0] * 4]))


@EXACTLY
@given(any_of.lists(any_of.floats(0.0001, 1), min_size=1, max_size=9))
def test_holms_correction_is_that_of_statsmodels(chances: list[float]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gc.collect", lambda: 0)  # statsmodels tidies at each call, which takes long after many tests
        theirs = multipletests(chances, method="holm")[1]
    assert holm(chances) == pytest.approx(theirs)


@EXACTLY
@given(any_of.integers(2, 6), any_of.integers(12, 50), any_of.integers(2, 4), any_of.integers(0, 9999))
def test_names_and_order_of_items_groups_and_respondents_change_nothing(k: int, n: int, g: int, seed: int) -> None:
    chance = random.Random(seed)
    rows = random_rows(seed, n=n, k=k)
    parts = [rows[at::g] for at in range(g)]
    found = differences([ballots_of(part) for part in parts], draws=99)
    turned = chance.sample(range(k), k)
    again = differences(
        [
            Ballots.of(
                [LETTERS[item] for item in turned],
                [(tuple(row[item] for item in turned), 1) for row, _ in chance.sample(part, len(part))],
            )
            for part in reversed(parts)
        ],
        draws=99,
    )
    by_item = {one.item: one for one in again}
    assert {one.item: (one.p, one.p_holm) for one in found} == {i: (one.p, one.p_holm) for i, one in by_item.items()}
    for one in found:
        assert (one.gap, one.smallest_gap) == pytest.approx((by_item[one.item].gap, by_item[one.item].smallest_gap))
        if one.mean_places:
            assert one.mean_places == pytest.approx(tuple(reversed(by_item[one.item].mean_places or ())))


@EXACTLY
@given(any_of.integers(0, 9999))
def test_a_ballot_listed_twice_is_a_ballot_of_weight_two(seed: int) -> None:
    rows = random_rows(seed, n=24, k=4)
    once = [Ballots.of("ABCD", [(row, 2) for row, _ in rows[at::2]]) for at in (0, 1)]
    twice = [Ballots.of("ABCD", [pair for pair in rows[at::2] for _ in range(2)]) for at in (0, 1)]
    assert differences(once, draws=99) == differences(twice, draws=99)


def test_on_full_rankings_the_mean_place_is_the_mean_of_the_places_given() -> None:
    rows = random_rows(1, n=40, k=6, blanks=0, ties=0)
    found = differences([ballots_of(rows[:15]), ballots_of(rows[15:])], draws=9)
    for at, one in enumerate(found):
        expected = [np.mean([row[at] for row, _ in part]) for part in (rows[:15], rows[15:])]
        assert one.mean_places == pytest.approx(tuple(expected))
        assert one.gap == pytest.approx(abs(expected[0] - expected[1]))


def test_two_groups_that_turn_the_order_round_differ_and_are_named() -> None:
    up: Row = (1, 2, 3, 4, 5)
    found = {one.item: one for one in differences([ballots_of([(up, 12)]), ballots_of([(up[::-1], 9)])])}
    assert {item for item, one in found.items() if one.holds} == {"A", "B", "D", "E"}
    assert (found["A"].apart, found["E"].apart, found["C"].apart) == ((0, 1), (1, 0), None)
    assert (found["A"].gap, found["C"].gap, found["C"].p) == (4, 0, 1)


def test_an_item_that_too_few_of_a_group_placed_is_not_compared() -> None:
    here = ballots_of([((1, 2, None), 8), ((1, 2, 3), 4)], "not offered")
    there = ballots_of([((2, 1, 3), 12)], "not offered")
    assert differences([here, there], draws=99)[2] == Difference("C")
    assert all(one.p is not None for one in differences([here, there], draws=99)[:2])


def test_groups_too_small_for_any_gap_to_show_say_so() -> None:
    rows = random_rows(4, n=10, k=7)
    assert {one.smallest_gap for one in differences([ballots_of(rows[:5]), ballots_of(rows[5:])], draws=99)} == {None}


def test_one_group_alone_has_nothing_to_differ_from() -> None:
    assert differences([ballots_of([((1, 2), 9)])]) == (Difference("A"), Difference("B"))


@pytest.mark.parametrize("sizes", [(12, 19), (30, 26), (13, 13, 9, 7, 7)])
def test_the_smallest_gap_is_that_of_statsmodels_power(sizes: tuple[int, ...]) -> None:
    """For two groups the t test's; for more Cohen's f, the two largest groups around the middle of all others."""
    k, places = 7, np.arange(1.0, 8.0)
    tally = np.array([np.bincount(np.arange(n) % 7, minlength=7) for n in sizes])
    spread = Spread("A", places, tally)
    a, b = sorted(sizes)[-2:]
    if len(sizes) == 2:
        effect = TTestIndPower().solve_power(nobs1=a, ratio=b / a, alpha=0.05 / k, power=0.8)
    else:
        f = FTestAnovaPower().solve_power(nobs=sum(sizes), k_groups=len(sizes), alpha=0.05 / k, power=0.8)
        effect = f * np.sqrt(sum(sizes) * (1 / a + 1 / b))
    assert smallest_gap(spread, k) == pytest.approx(effect * np.sqrt(spread.within), rel=0.01)


def test_a_gap_of_the_size_named_shows_in_about_eight_of_ten_surveys() -> None:
    """One item among seven stands higher in one of two groups, by the gap that the surveys name on average."""
    chance, strengths, sizes = np.random.default_rng(8), -0.1 * np.arange(7), (24, 30)
    named = np.mean([drawn(chance, strengths, 0.0, sizes)[6].smallest_gap or 0 for _ in range(40)])
    lift = next(lift for lift in np.arange(0.2, 4, 0.05) if mean_gap(strengths, lift) >= named)
    held = np.mean([drawn(chance, strengths, lift, sizes)[6].holds for _ in range(200)])
    assert 0.7 <= held <= 0.92


def test_where_all_groups_want_the_same_few_surveys_find_a_difference() -> None:
    """Five of a hundred at most, by Holm, with twice the error of the simulation allowed."""
    chance, strengths = np.random.default_rng(9), -0.2 * np.arange(7)
    found = np.mean([any(one.holds for one in drawn(chance, strengths, 0.0, (14, 9, 20))) for _ in range(200)])
    assert found <= 0.08


def drawn(
    chance: np.random.Generator, strengths: Floats, lift: float, sizes: tuple[int, ...]
) -> tuple[Difference, ...]:
    """The differences of invented groups; the first puts the last item higher by `lift`."""
    lifted = strengths + lift * (np.arange(len(strengths)) == len(strengths) - 1)
    groups = [members(chance, lifted if at == 0 else strengths, n) for at, n in enumerate(sizes)]
    return differences([counted(one) for one in groups], draws=999)


def mean_gap(strengths: Floats, lift: float) -> float:
    """How many places `lift` moves the last item among very many members."""
    chance = np.random.default_rng(10)
    lifted = strengths + lift * (np.arange(len(strengths)) == len(strengths) - 1)
    here, there = (members(chance, one, 4000)[:, -1].mean() for one in (lifted, strengths))
    return float(there - here)


def test_the_t_tests_gap_is_a_little_more_than_its_bar() -> None:
    """By hand: with 12 and 19 answers and a spread of 2 places, bar and power add up (two t quantiles)."""
    freedom = 29
    by_hand = (student.ppf(1 - 0.05 / 14, freedom) + student.ppf(0.8, freedom)) * 2 * np.sqrt(1 / 12 + 1 / 19)
    places, tally = np.array([1.0, 5.0]), np.array([[6, 6], [9, 10]])
    spread = Spread("A", places, tally)
    scaled = (smallest_gap(spread, 7) or 0) * 2 / np.sqrt(spread.within)
    assert scaled == pytest.approx(by_hand, rel=0.02)
