"""Does the order depend on the way of counting? Pure: the same answers, counted in every usual way.

A way gives each item the places that it may take there: one, or several where items stand level or several orders are
equally good. An item departs from the page where the two have no place in common.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import FEWEST
from lsn_data.topics.priorities import pairwise
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import EQUAL, Answer
from lsn_data.topics.priorities.pairwise import Bools

Span = tuple[int, int]
POINTS, SHARE = "points", "share"
WEIGHTED, WITHOUT = "weighted", "without"


@dataclass(frozen=True)
class Way:
    """A way of counting: its code and, item by item in the order of the page, the first and last place there.

    None: the way says nothing of the item.
    """

    code: str
    spans: tuple[Span | None, ...]

    def departs(self, page: Way, at: int) -> bool:
        """Has the item no place here that it has on the page?"""
        here, there = self.spans[at], page.spans[at]
        return here is not None and there is not None and (here[1] < there[0] or there[1] < here[0])

    @property
    def first(self) -> frozenset[int]:
        """The items that may come first, by their position on the page."""
        return frozenset(at for at, span in enumerate(self.spans) if span is not None and span[0] == 1)


def ways(found: Answer, others: Mapping[str, Mapping[str, int]] | None = None) -> tuple[Way, ...]:
    """Every way that says something of these answers, the page's own first; `others`: items' places by a way's code.

    >>> from lsn_data.topics.priorities.compute import analyse
    >>> told = ways(analyse(Ballots.of("AB", [((2, 1), 6), ((1, 2), 3)]), None))
    >>> [one.code for one in told if one.spans == ((1, 1), (2, 2))]
    ['points', 'mean', 'copeland', 'schulze', 'kemeny', 'strength', 'first']
    """
    page = Way(POINTS if found.blank_means == "below" else SHARE, _by([one.score for one in found.items]))
    told = [Way(code, tuple(count(found))) for code, count in _WAYS.items() if code != page.code]
    told += [Way(code, _by([-places[one.item] for one in found.items])) for code, places in (others or {}).items()]
    return (page, *(way for way in told if any(way.spans)))


def departing(told: Sequence[Way]) -> tuple[int, ...]:
    """The items, by their position on the page, that depart from it in some way."""
    page = told[0]
    return tuple(at for at in range(len(page.spans)) if any(way.departs(page, at) for way in told))


def _by(values: Sequence[float | None]) -> tuple[Span | None, ...]:
    """Places by a value, the highest first; an item without one has no place."""
    known = [at for at, value in enumerate(values) if value is not None]
    told = np.array([value for value in values if value is not None], dtype=float)
    spans = dict(zip(known, _spans(told[:, None] > told[None, :] + EQUAL), strict=True))
    return tuple(spans.get(at) for at in range(len(values)))


def _spans(ahead: Bools) -> list[Span]:
    """The places that each item may take, from who stands ahead of whom (k, k)."""
    return [(1 + int(ahead[:, at].sum()), len(ahead) - int(ahead[at].sum())) for at in range(len(ahead))]


def _in_page_order(found: Answer, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(spans[found.pair_items.index(one.item)] for one in found.items)


def _means(found: Answer) -> tuple[Span | None, ...]:
    """By the mean of the places given; nothing where too few gave one, or most left an item blank.

    On ballots of the first three alone it would put an item in front that nearly nobody placed.
    """
    if any(one.mean is None or one.n < FEWEST or 2 * one.n < one.base for one in found.items):
        return ()
    return _by([-(one.mean or 0) for one in found.items])


def _firsts(found: Answer) -> tuple[Span | None, ...]:
    """By the share of first places; nothing where a theme was offered to too few."""
    if any(one.base < FEWEST for one in found.items):
        return ()
    return _by([one.first_share for one in found.items])


def _schulze(found: Answer) -> tuple[Span, ...]:
    return _in_page_order(found, _spans(pairwise.schulze_ahead(found.above)))


def _kemeny(found: Answer) -> tuple[Span, ...]:
    return _in_page_order(found, [(int(low), int(high)) for low, high in found.consensus.places])


def _strengths(found: Answer) -> tuple[Span | None, ...]:
    """By the strength in the model; nothing where there is none."""
    if found.worths is None:
        return ()
    logs: Floats = found.worths.log_worth
    return _by([float(logs[found.pair_items.index(one.item)]) for one in found.items])


_WAYS: Mapping[str, Callable[[Answer], Sequence[Span | None]]] = {
    POINTS: lambda found: _by([one.borda for one in found.items]),
    "mean": _means,
    "copeland": lambda found: _by([one.copeland for one in found.items]),
    "schulze": _schulze,
    "kemeny": _kemeny,
    "strength": _strengths,
    "first": _firsts,
}


@dataclass(frozen=True)
class Straight:
    """The ballots that are not in exactly the order in which the file lists the items, nor its reverse.

    `left_out` is how many are.
    """

    rest: Ballots
    left_out: int


def straight(ballots: Ballots) -> Straight:
    """Leave out those who may have gone straight down, or up, the list.

    >>> told = straight(Ballots.of("ABC", [((1, 2, 3), 4), ((3, 2, 1), 1), ((1, 3, 2), 7), ((1, None, None), 2)]))
    >>> told.left_out, told.rest.ranked
    (5, 9)
    """
    down = np.arange(1.0, len(ballots.items) + 1)
    along = (ballots.places == down).all(axis=1) | (ballots.places == down[::-1]).all(axis=1)
    rest = Ballots(ballots.items, ballots.places[~along], ballots.counts[~along], ballots.blank_means)
    return Straight(rest, int(ballots.counts[along].sum()))
