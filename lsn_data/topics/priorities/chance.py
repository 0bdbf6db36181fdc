"""How often would chance alone set groups so far apart? And when several are asked: Holm's correction.

The permutation test deals the answers out to groups of the same sizes, again and again, and counts how often the
groups come out at least as far apart as they are (Fisher 1935; Pitman 1937). What sets them apart is the sum of
squares between the groups; with two groups that is the absolute difference of their means. The deals are drawn as
tables of how many of each value a group gets, so that neither time nor memory grows with the respondents.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import gammaln

from lsn_data.topics.priorities.ballots import Floats
from lsn_data.topics.priorities.pairwise import Counts

DRAWS = 9_999
SEED = 2030
# Sums of shares that differ by less are equal.
EQUAL = 1e-9


def chance_of(values: Floats, tally: Counts, draws: int = DRAWS) -> float:
    """The share of deals that set the groups at least as far apart as they are (with the deal that was seen).

    `values` (v,): the distinct values; `tally` (g, v): how many of each group have them, nobody's group empty.
    The same whatever the groups are called and in which order they stand.

    >>> chance_of(np.array([0.0, 1.0]), np.array([[3, 2], [3, 2]]))
    1.0
    >>> chance_of(np.array([0.0, 1.0]), np.array([[20, 0], [0, 20]]))
    0.0001
    """
    sizes = tally.sum(axis=1)
    kept = tally.sum(axis=0) > 0
    values, tally = values[kept] - values[kept].mean(), tally[:, kept]
    seen = _apart((tally @ values)[:, None], sizes)[0]
    order = np.argsort(sizes)
    drawn = _apart(_deals(values, tally.sum(axis=0), sizes[order], draws), sizes[order])
    return float((1 + (drawn >= seen - EQUAL * (1 + seen)).sum()) / (1 + draws))


def _apart(sums: Floats, sizes: Counts) -> Floats:
    """(d,): how far groups with these sums (g, d) stand apart. For fixed totals this orders deals as the sum of
    squares between the groups does."""
    told: Floats = (sums**2 / sizes[:, None]).sum(axis=0)
    return told


def _deals(values: Floats, counts: Counts, sizes: Counts, draws: int) -> Floats:
    """(g, draws): each group's sum of values in random deals; the last group gets what the others leave."""
    chance = np.random.default_rng(SEED)
    left = np.repeat(counts[:, None], draws, axis=1)
    sums = np.zeros((len(sizes), draws))
    for group, size in enumerate(sizes[:-1]):
        need, others = np.full(draws, size), left.sum(axis=0)
        for at, value in enumerate(values):
            others = others - left[at]
            got = chance.hypergeometric(left[at], others, need) if at < len(values) - 1 else need
            need, left[at] = need - got, left[at] - got
            sums[group] += got * value
    sums[-1] = float(counts @ values) - sums[:-1].sum(axis=0)
    return sums


def least_chance(sizes: Sequence[int]) -> float:
    """The smallest share that deals to groups of these sizes can have: one in all of them, equal groups changing seats.

    >>> round(1 / least_chance([5, 5]))
    126
    """
    alike = np.unique(np.asarray(sizes), return_counts=True)[1]
    ways = gammaln(sum(sizes) + 1) - sum(gammaln(size + 1) for size in sizes) - gammaln(alike + 1).sum()
    return float(np.exp(-ways))


def holm(chances: Sequence[float]) -> list[float]:
    """The chances corrected for how many were asked (Holm 1979), each at most 1, in the order given.

    >>> [round(one, 2) for one in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    order = np.argsort(chances, kind="stable")
    raised = np.asarray(chances)[order] * np.arange(len(chances), 0, -1)
    corrected = np.empty(len(chances))
    corrected[order] = np.minimum(1.0, np.maximum.accumulate(raised))
    return [float(one) for one in corrected]
