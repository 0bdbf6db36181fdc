"""How are ratings, choices and numbers counted, and in which range does the figure of all members plausibly lie?

The answers are taken as drawn at random, without return, from the members asked. So a range narrows as the share of
the members that answered grows, and closes when all did (finite population correction). `left` is the share not heard:
1 - answered/asked, or 1 where nobody knows how many were asked. Who is asked and "cannot tell" is heard, but rates
nothing: a mean is that of the members who have a view.

Means: Student's t (Cochran, Sampling Techniques, 1977, eq. 2.20 and 2.22). Shares: Wilson's score interval with the
number of answers that a sample with return would need (O'Neill 2021, arXiv 2109.12464); the difference of two shares:
Newcombe (1998, method 10). The difference of two means: Welch.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from lsn_data.topics.priorities.chance import DRAWS, chance_of, holm
from lsn_data.topics.priorities.plausible import clearly_above

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

CONFIDENCE = 0.95
POWER = 0.8
Z = float(stats.norm.ppf((1 + CONFIDENCE) / 2))
# Typed numbers take many values, each a draw of its own.
MANY_VALUES, FEWER_DRAWS = 50, 999
# Of three points or fewer, two are no top.
SCALE_WITH_TWO_AT_THE_TOP = 4


@dataclass(frozen=True)
class Estimate:
    """A figure, and the range in which that of all members plausibly lies (None: the answers tell none).

    `error` and `freedom` (standard error, degrees of freedom) belong to means; `n` is the number of answers.
    """

    value: float
    low: float | None
    high: float | None
    n: int
    error: float | None = None
    freedom: float | None = None


@dataclass(frozen=True)
class Rating:
    """The answers to a rating. `points` from low to high, `counts` how often each was given, `outside` "cannot tell".

    `mean` and `top` (the share of the best `best` points) are None where nobody rated.
    """

    points: tuple[int, ...]
    counts: tuple[int, ...]
    outside: int
    mean: Estimate | None
    top: Estimate | None

    @property
    def n(self) -> int:
        """How many rated."""
        return sum(self.counts)

    @property
    def answered(self) -> int:
        """How many rated, or said that they cannot tell."""
        return self.n + self.outside

    @property
    def best(self) -> int:
        """How many of the best points count as the top."""
        return best_points(len(self.points))


def best_points(points: int) -> int:
    """The number of points that are a scale's top: two, of a short scale one.

    >>> best_points(5), best_points(3)
    (2, 1)
    """
    return 2 if points >= SCALE_WITH_TWO_AT_THE_TOP else 1


def share_not_heard(answered: int, asked: int | None) -> float:
    """The share of the members asked that did not answer; 1 where the number asked is not known.

    >>> share_not_heard(60, 300), share_not_heard(60, None), share_not_heard(60, 60)
    (0.8, 1.0, 0.0)
    """
    return max(0.0, 1 - answered / asked) if asked else 1.0


def rating(points: Sequence[int], counts: Sequence[int], outside: int = 0, asked: int | None = None) -> Rating:
    """The figures of a rating from how often each point was given.

    >>> found = rating([1, 2, 3, 4, 5], [0, 4, 12, 23, 17], asked=300)
    >>> found.n, round(found.mean.value, 2), round(found.mean.low, 2), round(found.mean.high, 2)
    (56, 3.95, 3.73, 4.16)
    >>> round(found.top.value, 2), round(found.top.low, 2), round(found.top.high, 2)
    (0.71, 0.6, 0.81)
    """
    n = sum(counts)
    answered = n + outside
    values, weights = np.array(points, dtype=float), np.array(counts, dtype=float)
    mean = _within(mean_of(values, weights, share_not_heard(answered, asked)), min(points), max(points)) if n else None
    top = share_of(sum(counts[-best_points(len(points)) :]), n, answered, asked) if n else None
    return Rating(tuple(points), tuple(counts), outside, mean, top)


def mean_of(values: Floats, counts: Floats, left: float = 1.0) -> Estimate:
    """The mean of values given so often: mean ± t(n-1) · s/√n · √left. At least one answer.

    Where all are alike, or only one answered, nothing tells how far the others differ: there is no range.

    >>> mean_of(np.array([3.0]), np.array([8.0])).low is None
    True
    """
    n = int(counts.sum())
    mean = float(values @ counts / n)
    squares = float((values - mean) ** 2 @ counts)
    if left == 0:
        return Estimate(mean, mean, mean, n, 0.0, math.inf)
    if n < 2 or squares <= 1e-12:
        return Estimate(mean, None, None, n)
    error = math.sqrt(squares / (n - 1) / n * left)
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, n - 1)) * error
    return Estimate(mean, mean - reach, mean + reach, n, error, n - 1)


def _within(one: Estimate, lowest: float, highest: float) -> Estimate:
    """A mean of ratings cannot leave the scale."""
    if one.low is None or one.high is None:
        return one
    return Estimate(one.value, max(one.low, lowest), min(one.high, highest), one.n, one.error, one.freedom)


def counting_like(n: int, answered: int, asked: int | None) -> float:
    """How many answers drawn with return tell as much as these: n · (N - 1) / (N - answered).

    >>> counting_like(50, 100, 301), counting_like(50, 50, None)
    (74.6..., 50.0)
    """
    if not asked:
        return float(n)
    return math.inf if answered >= asked else n * (asked - 1) / (asked - answered)


def share_of(count: int, n: int, answered: int | None = None, asked: int | None = None) -> Estimate:
    """The share that `count` of `n` answers have (n > 0); `answered`: all who answered the question, of those `asked`.

    >>> found = share_of(0, 20)
    >>> found.value, round(found.low, 3), round(found.high, 3)
    (0.0, 0.0, 0.161)
    """
    share = count / n
    size = counting_like(n, n if answered is None else answered, asked)
    if math.isinf(size):
        return Estimate(share, share, share, n)
    middle = (share + Z**2 / (2 * size)) / (1 + Z**2 / size)
    reach = Z * math.sqrt(share * (1 - share) / size + Z**2 / (4 * size**2)) / (1 + Z**2 / size)
    return Estimate(share, max(0.0, middle - reach), min(1.0, middle + reach), n)


def mean_change(now: Estimate, before: Estimate) -> Estimate:
    """By how much a mean has changed between two samples taken as drawn apart.

    Who answered both times makes the true range narrower than this one, as long as views last.
    """
    value = now.value - before.value
    if now.error is None or before.error is None or now.freedom is None or before.freedom is None:
        return Estimate(value, None, None, now.n)
    variances = [now.error**2, before.error**2]
    if not any(variances):
        return Estimate(value, value, value, now.n, 0.0, math.inf)
    parts = [v**2 / f for v, f in zip(variances, (now.freedom, before.freedom), strict=True)]
    freedom = sum(variances) ** 2 / sum(parts)
    error = math.sqrt(sum(variances))
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, freedom)) * error
    return Estimate(value, value - reach, value + reach, now.n, error, freedom)


def share_change(now: Estimate, before: Estimate) -> Estimate:
    """By how much a share has changed: from the ranges of both, as Newcombe does.

    >>> found = share_change(share_of(56, 70), share_of(48, 80))
    >>> round(found.value, 2), round(found.low, 4), round(found.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    value = now.value - before.value
    if now.low is None or now.high is None or before.low is None or before.high is None:
        return Estimate(value, None, None, now.n)
    down = math.hypot(now.value - now.low, before.high - before.value)
    up = math.hypot(now.high - now.value, before.value - before.low)
    return Estimate(value, value - down, value + up, now.n)


def is_told(change: Estimate | None) -> bool:
    """Does the range of a change leave out zero?"""
    return change is not None and change.low is not None and change.high is not None and change.low * change.high > 0


def front_and_back(scores: Floats, asked: int | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Which columns could have the highest mean among all members, and which the lowest; highest (lowest) first.

    `scores` (n, k) between 0 and 1, NaN where somebody gave none. The front is empty where all could be the highest,
    the back where it would overlap the front. The same simultaneous comparison as the themes' plausible places, of
    what each respondent said of both.

    >>> front_and_back(np.array([[1.0, 0.5, 0.0]] * 20 + [[0.5, 1.0, 0.0]] * 20), 300)
    ((0, 1), (2,))
    """
    if scores.shape[1] < 2:
        return (), ()
    distinct, counts = np.unique(np.nan_to_num(scores, nan=-1.0), axis=0, return_counts=True)
    distinct[distinct < 0] = np.nan
    above = clearly_above(distinct, counts.astype(float), asked)
    with np.errstate(invalid="ignore"):
        means = np.nansum(scores, axis=0) / (~np.isnan(scores)).sum(axis=0)
    order = sorted(range(scores.shape[1]), key=lambda one: (-means[one], one))
    front = tuple(one for one in order if not above[order[0], one])
    back = tuple(one for one in reversed(order) if not above[one, order[-1]])
    return (front if len(front) < len(order) else ()), (back if not set(front) & set(back) else ())


def mean_of_means(scores: Floats, left: float) -> Estimate:
    """The mean of the columns' means, each column counting the same; `scores` (n, k), NaN where there is none.

    Its error is that of the linearised mean: what each respondent adds to each column's mean, summed.

    >>> round(mean_of_means(np.array([[4.0, 2.0], [5.0, np.nan], [3.0, 4.0]]), 1.0).value, 2)
    3.5
    """
    known = ~np.isnan(scores)
    n = int(known.any(axis=1).sum())
    each = known.sum(axis=0)
    means = np.nansum(scores, axis=0) / each
    value = float(means.mean())
    added = np.where(known, (scores - means) / each, 0.0).mean(axis=1) * n
    told = mean_of(added[known.any(axis=1)], np.ones(n), left)
    if told.error is None or told.low is None or told.high is None:
        return Estimate(value, None, None, n)
    return Estimate(value, value + told.low, value + told.high, n, told.error, told.freedom)


def groups_differ(values: Sequence[float], counts: Ints) -> float | None:
    """How often chance alone would set the groups' means so far apart; None where nothing can differ.

    `counts` (groups, values): how many of each group gave each value.

    >>> groups_differ([0.0, 1.0], np.array([[20, 0], [0, 20]])), groups_differ([0.0, 1.0], np.array([[20, 0]]))
    (0.0001, None)
    """
    counts = counts[counts.sum(axis=1) > 0]
    if len(counts) < 2 or (counts.sum(axis=0) > 0).sum() < 2:
        return None
    draws = DRAWS if counts.shape[1] <= MANY_VALUES else FEWER_DRAWS
    return chance_of(np.array(values, dtype=float), counts, draws)


def held(chances: Sequence[float | None]) -> list[float | None]:
    """The chances of several comparisons held to account together (Holm); None stays None.

    >>> held([0.01, None, 0.04, 0.03])
    [0.03, None, 0.06, 0.06]
    """
    corrected = iter(holm([chance for chance in chances if chance is not None]))
    return [None if chance is None else next(corrected) for chance in chances]


def shown_from(error: float, comparisons: int = 1) -> float:
    """The difference that would have shown in four of five surveys, for one with this standard error.

    With several comparisons each must pass a higher bar.

    >>> round(shown_from(0.1), 2), round(shown_from(0.1, 5), 2)
    (0.28, 0.34)
    """
    bar = stats.norm.ppf(1 - (1 - CONFIDENCE) / (2 * comparisons)) + stats.norm.ppf(POWER)
    return float(bar) * error


@dataclass(frozen=True)
class Numbers:
    """Typed numbers: mean with range, median; quartiles where enough answered. Never the smallest or the largest."""

    n: int
    mean: Estimate
    median: float
    lower: float | None
    upper: float | None


def numbers_of(values: Floats, asked: int | None, enough_for_quarters: int) -> Numbers:
    """The figures of numbers (n,), at least one; quartiles only from so many answers on.

    >>> found = numbers_of(np.arange(1.0, 22.0), None, 20)
    >>> found.median, found.lower, found.upper
    (11.0, 6.0, 16.0)
    """
    n = len(values)
    lower, median, upper = (float(one) for one in np.quantile(values, (0.25, 0.5, 0.75)))
    told = n >= enough_for_quarters
    mean = mean_of(values, np.ones(n), share_not_heard(n, asked))
    return Numbers(n, mean, median, lower if told else None, upper if told else None)
