"""Do groups of members put an item on different places, more than chance would? Pure: ballots of each group in.

How the groups were chosen is not known here. An item's position on a ballot is its score (`compute.scores_of`), told in
places: among k items a score s is place 1 + (k - 1)(1 - s), on full rankings exactly the place given. Whether the
groups' mean places differ is tested by dealing the answers out anew (`chance`), corrected after Holm for all items.

So that "we found none" can be judged, each item has the smallest gap that would have shown: between the two largest
groups, the others in the middle, in 8 of 10 surveys, were it the only item to differ. With g groups, n answers and the
pooled spread s within the groups, it is s * sqrt(L * (1/n1 + 1/n2)), where L is the noncentrality at which an F test
with (g - 1, n - g) degrees of freedom at the level 0.05 / items has the power 0.8 (Cohen 1988, ch. 8; with two groups
the t test). The permutation test has the same power in all but the smallest groups; where not even the furthest deal
could pass that level, there is no such gap. `tests/topics/test_differences.py` tries it on invented surveys.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import fdtri, ncfdtrinc

from lsn_data.disclosure import FEWEST
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.chance import DRAWS, chance_of, holm, least_chance
from lsn_data.topics.priorities.compute import scores_of
from lsn_data.topics.priorities.pairwise import Counts

LEVEL, POWER = 0.05, 0.8


@dataclass(frozen=True)
class Difference:
    """How far the groups differ on an item.

    `mean_places` stand in the order of the groups, on the scale of places; `gap` is the largest difference of two of
    them. `apart` are the groups (higher, lower) that can be named: they differ even if all pairs of groups are asked
    for all items. All are None where a group has fewer than five answers on the item; `smallest_gap` also where no
    gap could have shown. `same`: everybody in all groups put the item on the same place.
    """

    item: str
    p: float | None = None
    p_holm: float | None = None
    mean_places: tuple[float, ...] | None = None
    gap: float | None = None
    smallest_gap: float | None = None
    apart: tuple[int, int] | None = None
    same: bool = False

    @property
    def holds(self) -> bool:
        """Is the difference more than chance, with all items asked?"""
        return self.p_holm is not None and self.p_holm < LEVEL


@dataclass(frozen=True)
class Spread:
    """One item in all groups: the distinct places (v,) told, and how many of each group told them (g, v)."""

    item: str
    places: Floats
    tally: Counts

    @property
    def sizes(self) -> Counts:
        """How many of each group count for the item."""
        sizes: Counts = self.tally.sum(axis=1)
        return sizes

    @property
    def means(self) -> Floats:
        """The mean place in each group."""
        means: Floats = self.tally @ self.places / self.sizes
        return means

    @property
    def within(self) -> float:
        """The pooled variance within the groups."""
        n = self.sizes.sum() - len(self.tally)
        apart = (self.places - self.means[:, None]) ** 2
        return float((self.tally * apart).sum() / n) if n > 0 else 0.0


def differences(groups: Sequence[Ballots], draws: int = DRAWS) -> tuple[Difference, ...]:
    """The differences between groups that ranked the same items, in the order of the items.

    >>> here, there = Ballots.of("ABC", [((1, 2, 3), 20)]), Ballots.of("ABC", [((1, 3, 2), 20)])
    >>> [(one.item, round(one.p_holm, 4), one.gap) for one in differences([here, there])]
    [('A', 1.0, 0.0), ('B', 0.0003, 1.0), ('C', 0.0003, 1.0)]
    """
    if len(groups) < 2:
        return tuple(Difference(item) for one in groups for item in one.items)
    spreads = _spreads(groups)
    told = [one for one in spreads if one.sizes.min() >= FEWEST]
    chances = [chance_of(one.places, one.tally, draws) for one in told]
    known = {
        one.item: _told(one, p, corrected, len(told), draws)
        for one, p, corrected in zip(told, chances, holm(chances), strict=True)
    }
    return tuple(known.get(one.item, Difference(one.item)) for one in spreads)


def smallest_gap(spread: Spread, items: int) -> float | None:
    """The gap between the two largest groups that would have shown in 8 of 10 surveys; None if none could."""
    level, sizes, g = LEVEL / items, sorted(spread.sizes), len(spread.tally)
    if least_chance(sizes) > level or not spread.within:
        return None
    freedom = float(sum(sizes) - g)
    needed = float(ncfdtrinc(g - 1, freedom, 1 - POWER, fdtri(g - 1, freedom, 1 - level)))
    return float(np.sqrt(needed * spread.within * (1 / sizes[-1] + 1 / sizes[-2])))


def _spreads(groups: Sequence[Ballots]) -> list[Spread]:
    k = len(groups[0].items)
    places = [1 + (k - 1) * (1 - scores_of(one.answering)) for one in groups]
    counts = [one.answering.counts for one in groups]
    return [_spread(item, [one[:, at] for one in places], counts) for at, item in enumerate(groups[0].items)]


def _spread(item: str, places: Sequence[Floats], counts: Sequence[Floats]) -> Spread:
    """The distinct places of an item; who compared it with nothing does not count."""
    told = np.round(np.concatenate([one[~np.isnan(one)] for one in places]), 9)
    distinct, at = np.unique(told, return_inverse=True)
    weights = [one[~np.isnan(place)] for place, one in zip(places, counts, strict=True)]
    parts = np.split(at, np.cumsum([len(one) for one in weights])[:-1])
    tally = [np.bincount(part, one, len(distinct)) for part, one in zip(parts, weights, strict=True)]
    return Spread(item, distinct, np.array(tally).round().astype(np.int64))


def _told(spread: Spread, p: float, corrected: float, items: int, draws: int) -> Difference:
    means = spread.means
    found = Difference(
        spread.item,
        p,
        corrected,
        tuple(float(mean) for mean in means),
        float(means.max() - means.min()),
        smallest_gap(spread, items),
        same=bool(len(spread.places) == 1),
    )
    return replace(found, apart=_apart(spread, items, draws)) if found.holds else found


def _apart(spread: Spread, items: int, draws: int) -> tuple[int, int] | None:
    """The two groups (higher, lower) furthest apart for their size, if they differ with all pairs and items asked."""
    pairs = list(itertools.combinations(range(len(spread.tally)), 2))
    means, sizes = spread.means, spread.sizes
    a, b = max(pairs, key=lambda pair: abs(means[pair[0]] - means[pair[1]]) / np.sqrt((1 / sizes[list(pair)]).sum()))
    p = chance_of(spread.places, spread.tally[[a, b]], draws)
    if p * len(pairs) * items >= LEVEL:
        return None
    return (a, b) if means[a] < means[b] else (b, a)
