"""Do the figures of ratings, choices and numbers agree with statsmodels, scipy, published examples and a hand count?"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from lsn_data.topics.questionnaire.compute import (
    front_and_back,
    groups_differ,
    mean_change,
    mean_of,
    mean_of_means,
    numbers_of,
    rating,
    share_change,
    share_not_heard,
    share_of,
    shown_from,
)

COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(lambda counts: sum(counts) > 1)


def spelt(counts: list[int]) -> np.ndarray:
    return np.repeat(np.arange(1.0, 6.0), counts)


@given(COUNTS)
@settings(max_examples=60, deadline=None)
def test_a_mean_and_its_range_are_those_of_statsmodels(counts: list[int]) -> None:
    found = mean_of(np.arange(1.0, 6.0), np.array(counts, dtype=float))
    told = spelt(counts)
    assert found.value == pytest.approx(told.mean())
    if len(set(told)) == 1:
        assert found.low is None
    else:
        assert (found.low, found.high) == pytest.approx(DescrStatsW(told).tconfint_mean())


def test_the_range_narrows_by_the_share_that_was_heard() -> None:
    """By hand: 1, 2, 3, 4, 5 from 20 members: s² = 2.5, error = √(2.5/5 · 15/20), t(4) = 2.776."""
    found = mean_of(np.arange(1.0, 6.0), np.ones(5), share_not_heard(5, 20))
    assert found.error == pytest.approx(math.sqrt(0.375))
    assert found.high == pytest.approx(3 + 2.7764451 * math.sqrt(0.375))


def test_who_cannot_tell_is_heard_but_not_in_the_mean() -> None:
    with_, without = (rating([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], outside, 30) for outside in (15, 0))
    assert with_.mean.value == without.mean.value
    assert (with_.n, with_.answered) == (15, 30)
    assert with_.mean.low == with_.mean.high == with_.mean.value, "everybody was heard"
    assert without.mean.low < without.mean.value


def test_a_mean_never_leaves_the_scale() -> None:
    found = rating([1, 2, 3, 4, 5], [0, 0, 0, 1, 5])
    assert found.mean.high == 5


@given(st.integers(0, 60), st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_a_share_has_the_range_of_wilson(count: int, more: int) -> None:
    n = count + more
    assert (share_of(count, n).low, share_of(count, n).high) == pytest.approx(
        proportion_confint(count, n, method="wilson"), abs=1e-9
    )


def test_a_share_of_a_small_membership_counts_like_more_answers() -> None:
    """58 of 300 asked: the variance of a share without return is (300-58)/299 of that with return."""
    found, like = share_of(20, 58, 58, 300), 58 * 299 / 242
    assert (found.low, found.high) == pytest.approx(proportion_confint(20 / 58 * like, like, method="wilson"))
    assert share_of(20, 58, 58, 58).low == 20 / 58


def test_the_change_of_a_mean_is_welch_s() -> None:
    before, now = [3, 4, 12, 9, 2], [1, 2, 9, 20, 11]
    found = mean_change(rating([1, 2, 3, 4, 5], now).mean, rating([1, 2, 3, 4, 5], before).mean)
    oracle = stats.ttest_ind(spelt(now), spelt(before), equal_var=False).confidence_interval()
    assert (found.low, found.high) == pytest.approx((oracle.low, oracle.high))


@pytest.mark.parametrize(("now", "before"), [((56, 70), (48, 80)), ((0, 10), (0, 20)), ((10, 10), (0, 20))])
def test_the_change_of_a_share_is_newcombe_s(now: tuple[int, int], before: tuple[int, int]) -> None:
    found = share_change(share_of(*now), share_of(*before))
    oracle = confint_proportions_2indep(*now, *before, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(oracle, abs=1e-9)


def test_the_mean_of_means_counts_each_column_the_same() -> None:
    scores = np.array([[5.0, 1.0], [5.0, np.nan], [5.0, np.nan], [4.0, 3.0]])
    assert mean_of_means(scores, 1.0).value == pytest.approx((4.75 + 2.0) / 2)


def test_the_mean_of_means_of_full_answers_is_the_mean_of_each_one_s_mean() -> None:
    scores = np.random.default_rng(1).integers(1, 6, (40, 3)).astype(float)
    found = mean_of_means(scores, 1.0)
    assert (found.low, found.high) == pytest.approx(DescrStatsW(scores.mean(axis=1)).tconfint_mean())


def test_what_leads_and_trails_is_told_and_what_cannot_be_told_apart_is_not() -> None:
    chance = np.random.default_rng(7)
    level = chance.normal(size=(60, 1))
    near = np.clip(np.round(3.5 + level + chance.normal(size=(60, 2))), 1, 5)
    far = np.clip(np.round(1.6 + level + chance.normal(size=(60, 1))), 1, 5)
    scores = (np.hstack([near, far]) - 1) / 4
    assert {*front_and_back(scores, 300)[0]} == {0, 1}
    assert front_and_back(scores, 300)[1] == (2,)
    assert front_and_back(scores[:, :2], 300) == ((), ())


def test_relabelling_the_columns_relabels_the_answer() -> None:
    chance = np.random.default_rng(3)
    scores = (np.clip(np.round(chance.normal([2, 3, 4], 1, (50, 3))), 1, 5) - 1) / 4
    front, back = front_and_back(scores, None)
    turned = front_and_back(scores[:, ::-1], None)
    assert turned == (tuple(2 - at for at in front), tuple(2 - at for at in back))


def test_the_chance_of_a_difference_is_that_of_all_deals() -> None:
    """Two groups of three: all 20 ways to deal the six answers out, counted."""
    values, first = [1, 1, 2, 4, 5, 5], 3
    seen = abs(sum(values[:first]) - sum(values[first:]))
    ways = [abs(sum(one) * 2 - sum(values)) for one in itertools.combinations(values, first)]
    exact = sum(way >= seen for way in ways) / len(ways)
    found = groups_differ([1, 2, 4, 5], np.array([[2, 1, 0, 0], [0, 0, 1, 2]]))
    assert found == pytest.approx(exact, abs=0.02)


def test_the_smallest_gap_is_that_of_the_power_of_a_test() -> None:
    """Two groups of 20 with s = 1: at a difference of 0.886 the usual normal test finds four of five, by drawing."""
    gap = shown_from(math.sqrt(2 / 20))
    chance = np.random.default_rng(5)
    means = chance.normal(0, math.sqrt(1 / 20), (20_000, 2)) + np.array([gap, 0.0])
    assert (np.abs(means[:, 0] - means[:, 1]) > 1.959964 * math.sqrt(2 / 20)).mean() == pytest.approx(0.8, abs=0.01)


def test_typed_numbers_have_no_smallest_and_no_largest() -> None:
    few, many = (numbers_of(np.arange(1.0, n + 1), None, 20) for n in (19, 41))
    assert (few.median, few.lower, few.upper) == (10.0, None, None)
    assert (many.lower, many.median, many.upper) == (11.0, 21.0, 31.0)
