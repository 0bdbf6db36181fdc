"""Which orders are nearest to all ballots together? Kemeny's consensus, exact, with every optimum.

The distance of an order is the sum over respondents and pairs of items of the disagreements: a respondent who puts
j above i, where the order has i before j, counts 1. A pair that a respondent ties or leaves blank together counts 0
for either order, and so does a pair with an item that was not offered; a blank below a placed item counts like any
other place. Several orders can be equally near: none of them is shown alone (Kemeny 1959; the dynamic programme over
subsets is Held and Karp's, with 2^k states for k items).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from lsn_data.topics.priorities.pairwise import Counts

MOST_ITEMS = 15
LISTED = 1000


@dataclass(frozen=True)
class Consensus:
    """All nearest orders: how far (disagreements), how many, the first `LISTED` of them, and each item's places.

    `orders` hold item positions; `places` is (k, 2): the lowest and highest place over all nearest orders.
    """

    distance: int
    found: int
    orders: tuple[tuple[int, ...], ...]
    places: Counts


def kemeny(above: Counts) -> Consensus:
    """The nearest orders to the ballots, whose pairs are counted in `above` (k, k). Raises ValueError for k > 15.

    >>> nearest = kemeny(np.array([[0, 2, 1], [1, 0, 2], [2, 1, 0]]))
    >>> nearest.distance, nearest.orders, nearest.places.tolist()
    (4, ((0, 1, 2), (1, 2, 0), (2, 0, 1)), [[1, 3], [1, 3], [1, 3]])
    """
    k = len(above)
    if k > MOST_ITEMS:
        raise ValueError(f"{k} items are more than {MOST_ITEMS}")
    distance, found, last = _shortest(above)
    everything = 2**k - 1
    orders = tuple(sorted(islice(_orders(last, everything), LISTED)))
    return Consensus(int(distance[everything]), int(found[everything]), orders, _places(last))


def _shortest(above: Counts) -> tuple[Counts, Counts, NDArray[np.bool_]]:
    """For each set of items (its bits) at the top: the least distance among them, in how many orders, and (k, 2^k)
    which item may come last in such an order."""
    k = len(above)
    added = _added(above)
    distance, found = np.zeros(2**k, np.int64), np.ones(2**k, np.int64)
    last = np.zeros((k, 2**k), bool)
    for sets in _by_size(k)[1:]:
        before = sets ^ (1 << np.arange(k))[:, None]
        inside = before < sets
        options = np.where(inside, distance[before] + added[np.arange(k)[:, None], before], np.iinfo(np.int64).max)
        distance[sets] = options.min(axis=0)
        last[:, sets] = options == distance[sets]
        found[sets] = np.where(last[:, sets], found[before], 0).sum(axis=0)
    return distance, found, last


def _added(above: Counts) -> Counts:
    """(k, 2^k): the disagreements that item i adds when it is put behind all items of a set."""
    added = np.zeros((len(above), 1), np.int64)
    for item in range(len(above)):
        added = np.hstack([added, added + above[:, [item]]])
    return added


def _by_size(k: int) -> list[Counts]:
    """The sets of k items as bits, by the number of their items."""
    sets = np.arange(2**k)
    size = sum((sets >> item) & 1 for item in range(k))
    return [sets[size == n] for n in range(k + 1)]


def _places(last: NDArray[np.bool_]) -> Counts:
    """(k, 2): each item's lowest and highest place over all nearest orders, read backwards from the whole set."""
    k = len(last)
    places = np.zeros((k, 2), np.int64)
    ways = np.array([2**k - 1])
    for place in range(k, 0, -1):
        possible = last[:, ways]
        here = possible.any(axis=1)
        places[here, 0] = place
        places[here & (places[:, 1] == 0), 1] = place
        ways = np.unique((ways ^ (1 << np.arange(k))[:, None])[possible])
    return places


def _orders(last: NDArray[np.bool_], items: int) -> Iterator[tuple[int, ...]]:
    """The nearest orders of a set of items, one after the other."""
    if not items:
        yield ()
    for item in np.flatnonzero(last[:, items]).tolist() if items else ():
        yield from ((*first, item) for first in _orders(last, items ^ (1 << item)))
