"""Who beats whom? Each pair of items compared on every ballot, and the methods that need no more than that.

An item beats another when more respondents put it above than below. A blank counts as below every placed item, and
blanks tie among themselves; an item that was not offered is compared with nothing. Ties on a ballot count for
neither side.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lsn_data.topics.priorities.ballots import Ballots, Floats

Bools = NDArray[np.bool_]
Counts = NDArray[np.int64]


def above_on_each(ballots: Ballots) -> Bools:
    """(b, k, k): does the ballot put item i above item j?"""
    places = ballots.places
    if ballots.blank_means == "below":
        places = np.where(np.isnan(places), np.inf, places)
    return np.asarray(places[:, :, None] < places[:, None, :])


def above(ballots: Ballots) -> Counts:
    """(k, k): how many respondents put item i above item j.

    >>> above(Ballots.of("AB", [((1, 2), 3), ((2, 1), 1), ((1, 1), 5), ((None, 1), 1)])).tolist()
    [[0, 3], [2, 0]]
    """
    each = above_on_each(ballots)
    k = len(ballots.items)
    counted = ballots.counts @ each.reshape(len(each), k * k)
    return counted.reshape(k, k).round().astype(np.int64)


def compared(ballots: Ballots) -> Counts:
    """(k, k): how many respondents could compare item i with item j.

    >>> compared(Ballots.of("AB", [((1, 2), 3), ((1, None), 4)], "not offered")).tolist()
    [[7, 3], [3, 3]]
    """
    if ballots.blank_means == "below":
        return np.full((len(ballots.items),) * 2, ballots.ranked)
    placed = (~np.isnan(ballots.places)).astype(float)
    both: Counts = np.rint((placed * ballots.counts[:, None]).T @ placed).astype(np.int64)
    return both


def beats(above: Counts) -> Bools:
    """(k, k): do more respondents put item i above item j than below?"""
    return np.asarray(above > above.T)


def copeland(above: Counts) -> Floats:
    """The number of items that each item beats, plus half of those it draws with (Copeland 1951).

    A pair that nobody compared is a draw.

    >>> copeland(np.array([[0, 2, 3], [1, 0, 2], [1, 2, 0]])).tolist()
    [2.0, 0.5, 0.5]
    """
    draws = (above == above.T).sum(axis=1) - 1
    score: Floats = beats(above).sum(axis=1) + draws / 2
    return score


def schulze_places(above: Counts) -> Counts:
    """The places by Schulze's method, with winning votes (Schulze 2011, doi 10.1007/s00355-010-0475-4).

    The strength of a path is its weakest win, counted in the respondents who are for it (not in the margin). An item
    stands behind all items whose strongest path to it is stronger than its own path back. That relation leaves some
    pairs open: such items share a place.

    >>> schulze_places(np.array([[0, 2, 1], [1, 0, 2], [2, 1, 0]])).tolist()
    [1, 1, 1]
    """
    behind: Counts = schulze_ahead(above).sum(axis=0)
    return 1 + behind


def schulze_ahead(above: Counts) -> Bools:
    """(k, k): does item i stand ahead of item j by Schulze's method?"""
    paths = np.where(beats(above), above, 0)
    for middle in range(len(paths)):
        paths = np.maximum(paths, np.minimum(paths[:, [middle]], paths[[middle], :]))
    return np.asarray(paths > paths.T)


def condorcet_winner(above: Counts) -> int | None:
    """The item that beats every other one, if there is one."""
    winners = np.flatnonzero(beats(above).sum(axis=1) == len(above) - 1)
    return int(winners[0]) if len(winners) and len(above) > 1 else None


def circle(above: Counts) -> tuple[int, ...]:
    """The items in front that beat each other in a circle, each beating the next; empty if they do not.

    In front is the smallest group whose members each beat everybody outside it (the Smith set).

    >>> circle(np.array([[0, 2, 1, 3], [1, 0, 2, 3], [2, 1, 0, 3], [0, 0, 0, 0]]))
    (0, 1, 2)
    >>> circle(np.array([[0, 2, 2], [1, 0, 2], [1, 1, 0]]))
    ()
    """
    front = np.flatnonzero(_reaches(above >= above.T).all(axis=1))
    wins = beats(above)[np.ix_(front, front)]
    if len(front) < 3 or not _reaches(wins).all():
        return ()
    return tuple(int(front[at]) for at in _round_trip(wins, [0]))


def _reaches(steps: Bools) -> Bools:
    """(k, k): does a chain of steps lead from i to j (every item reaches itself)?"""
    reached = steps | np.eye(len(steps), dtype=bool)
    for _ in range(len(steps)):
        reached = reached @ reached
    return reached


def _round_trip(wins: Bools, way: list[int]) -> list[int]:
    """A way through all items along wins and back to the first; empty if draws leave none."""
    if len(way) == len(wins):
        return way if wins[way[-1], way[0]] else []
    for following in np.flatnonzero(wins[way[-1]]).tolist():
        if following not in way and (found := _round_trip(wins, [*way, following])):
            return found
    return []
