"""Which themes come first, and which cannot be told apart? Pure: ballots in, figures out.

The order of the page is by score: the mean share of the other items that an item beats (a tie is half). With
blanks below, that is the Borda order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lsn_data.intake.report import BlankMeans
from lsn_data.topics.priorities import pairwise
from lsn_data.topics.priorities.agreement import Agreement, agreement
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.consensus import Consensus, kemeny
from lsn_data.topics.priorities.pairwise import Bools, Counts
from lsn_data.topics.priorities.plausible import clearly_above
from lsn_data.topics.priorities.worths import Worths, worths

# Scores and strengths that differ by less are equal.
EQUAL = 1e-9


@dataclass(frozen=True)
class ItemFigures:
    """One item's figures. Means are over those who placed it; shares are over `base` respondents."""

    item: str
    n: int
    mean: float | None
    mean_se: float | None
    median: float | None
    places: tuple[int, ...]
    not_ranked: int
    base: int
    first_share: float | None
    top3_share: float | None
    borda: float
    score: float | None
    copeland: float
    schulze_place: int
    place: int
    place_low: int
    place_high: int


@dataclass(frozen=True)
class Answer:
    """The figures of one view, items in the order of the page; `above[i, j]` follows `pair_items`.

    What not every exhibit needs is computed when it is asked for: a page of many small groups stays quick.
    """

    ballots: Ballots
    asked: int | None
    items: tuple[ItemFigures, ...]
    tiers: tuple[tuple[str, ...], ...]
    above: Counts

    @property
    def ranked(self) -> int:
        """How many respondents placed at least one item."""
        return self.ballots.ranked

    @property
    def blank_means(self) -> BlankMeans:
        """What a blank means on these ballots."""
        return self.ballots.blank_means

    @property
    def pair_items(self) -> tuple[str, ...]:
        """The items as `above`, `consensus` and `worths` number them."""
        return self.ballots.items

    @cached_property
    def consensus(self) -> Consensus:
        """The orders nearest to all ballots."""
        return kemeny(self.above)

    @cached_property
    def worths(self) -> Worths | None:
        """The strengths in the Plackett-Luce model, None where there is no finite estimate."""
        return worths(self.ballots, self.asked)

    @cached_property
    def agreement(self) -> Agreement:
        """How far the complete rankings agree."""
        return agreement(self.ballots)

    @property
    def condorcet_winner(self) -> str | None:
        """The item that beats every other one in pairs, if there is one."""
        winner = pairwise.condorcet_winner(self.above)
        return None if winner is None else self.pair_items[winner]

    @property
    def circle(self) -> tuple[str, ...]:
        """The items in front that beat each other in a circle, if they do."""
        return tuple(self.pair_items[item] for item in pairwise.circle(self.above))

    @property
    def first_by_score(self) -> frozenset[str]:
        """The items that share the first place by score."""
        return frozenset(one.item for one in self.items if one.place == 1)

    @cached_property
    def methods_agree(self) -> bool:
        """Does every method put the same items first: score, Copeland, Schulze, Kemeny and, where it exists, worth?"""
        firsts = {
            self.first_by_score,
            self._first_by([one.copeland for one in self.items]),
            frozenset(one.item for one in self.items if one.schulze_place == 1),
            frozenset(item for item, low in zip(self.pair_items, self.consensus.places[:, 0], strict=True) if low == 1),
        }
        if self.worths is not None:
            strength = dict(zip(self.pair_items, self.worths.log_worth.tolist(), strict=True))
            firsts.add(self._first_by([strength[one.item] for one in self.items]))
        return len(firsts) == 1

    def _first_by(self, values: Sequence[float]) -> frozenset[str]:
        return frozenset(one.item for one, value in zip(self.items, values, strict=True) if value > max(values) - EQUAL)


def analyse(ballots: Ballots, asked: int | None, clearly: Bools | None = None, fewest: int = 0) -> Answer:
    """All figures of a view. `asked` is the number of members invited (finite population), None if not known.

    `clearly` (k, k): which item is clearly above which, where that is known otherwise (weighted answers). A pair that
    fewer than `fewest` could compare is won by none: who wins it would tell what single respondents said.

    >>> answer = analyse(Ballots.of(["A", "B", "C"], [([2, 1, None], 4), ([1, 2, 3], 1)]), None)
    >>> [(one.item, one.borda, one.place) for one in answer.items]
    [('B', 9.0, 1), ('A', 6.0, 2), ('C', 0.0, 3)]
    """
    ballots = ballots.answering
    above = np.where(pairwise.compared(ballots) >= fewest, pairwise.above(ballots), 0)
    scores, borda = _scores(ballots)
    clearly = clearly_above(scores, ballots.counts, asked) if clearly is None else clearly
    mean_scores = _weighted_mean(scores, ballots.counts)
    order = sorted(range(len(ballots.items)), key=lambda i: (-np.nan_to_num(mean_scores[i], nan=-1.0), i))
    copeland, schulze = pairwise.copeland(above), pairwise.schulze_places(above)
    figures = [
        ItemFigures(
            **_told(ballots, i, asked),
            **_place(i, mean_scores, clearly),
            borda=float(borda[i]),
            copeland=float(copeland[i]),
            schulze_place=int(schulze[i]),
        )
        for i in order
    ]
    tiers = tuple(tuple(ballots.items[i] for i in tier) for tier in _tiers(order, clearly))
    return Answer(ballots, asked, tuple(figures), tiers, above)


def scores_of(ballots: Ballots) -> Floats:
    """(b, k): on each ballot the share of the compared items that an item beats, a tie counting half; NaN: with none.

    >>> scores_of(Ballots.of("ABC", [((2, 1, None), 1)])).tolist()
    [[0.5, 1.0, 0.0]]
    """
    return _scores(ballots)[0]


def _scores(ballots: Ballots) -> tuple[Floats, Floats]:
    """Per ballot the share of the compared items that an item beats (NaN: compared with none), and the Borda sums."""
    above = pairwise.above_on_each(ballots)
    beaten, beating = above.sum(axis=2), above.sum(axis=1)
    if ballots.blank_means == "below":
        compared = np.full(beaten.shape, len(ballots.items) - 1)
    else:
        offered = ~np.isnan(ballots.places)
        compared = np.where(offered, offered.sum(axis=1, keepdims=True) - 1, 0)
    points = beaten + (compared - beaten - beating) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.where(compared > 0, points / compared, np.nan)
    return shares, ballots.counts @ points


def _weighted_mean(values: Floats, counts: Floats) -> Floats:
    """Column means over the ballots that have a value; NaN where none has."""
    weights = np.where(np.isnan(values), 0.0, counts[:, None])
    with np.errstate(invalid="ignore"):
        mean: Floats = (np.nan_to_num(values) * weights).sum(axis=0) / weights.sum(axis=0)
    return mean


def _told(ballots: Ballots, i: int, asked: int | None) -> dict[str, Any]:
    """What the respondents told of one item."""
    given = ~np.isnan(ballots.places[:, i])
    places, counts = ballots.places[given, i], ballots.counts[given]
    n, ranked = int(counts.sum()), int(ballots.counts.sum())
    base = ranked if ballots.blank_means == "below" else n
    mean = float(np.average(places, weights=counts)) if n else None
    return {
        "item": ballots.items[i],
        "n": n,
        "mean": mean,
        "mean_se": _standard_error(places, counts, mean, asked),
        "median": _median(places, counts),
        "places": tuple(int(counts[places == place].sum()) for place in range(1, len(ballots.items) + 1)),
        "not_ranked": ranked - n,
        "base": base,
        "first_share": float(counts[places == 1].sum() / base) if base else None,
        "top3_share": float(counts[places <= 3].sum() / base) if base else None,
    }


def _place(i: int, scores: Floats, clearly: Bools) -> dict[str, Any]:
    """An item's place by score, and the places that are plausible for it."""
    return {
        "score": None if np.isnan(scores[i]) else float(scores[i]),
        "place": 1 + int((scores > scores[i] + EQUAL).sum()),
        "place_low": 1 + int(clearly[:, i].sum()),
        "place_high": len(scores) - int(clearly[i].sum()),
    }


def _standard_error(places: Floats, counts: Floats, mean: float | None, asked: int | None) -> float | None:
    """Of the mean place, for a sample without replacement from `asked` members: s / sqrt(n) * sqrt(1 - n/N)."""
    n = counts.sum()
    if mean is None or n < 2:
        return None
    variance = (counts * (places - mean) ** 2).sum() / (n - 1)
    return float(np.sqrt(variance / n * (max(0.0, 1 - n / asked) if asked else 1.0)))


def _median(places: Floats, counts: Floats) -> float | None:
    """The median of places given with counts; between two places their middle."""
    if not len(places):
        return None
    order = np.argsort(places)
    reached = np.cumsum(counts[order])
    low, high = (np.searchsorted(reached, reached[-1] / 2, side=side) for side in ("left", "right"))
    return float((places[order][low] + places[order][min(high, len(order) - 1)]) / 2)


def _tiers(order: Sequence[int], clearly: Bools) -> list[list[int]]:
    """Groups of the order: a new one begins at the first item clearly behind any of the group above, so that within a
    group nothing can be told apart."""
    tiers: list[list[int]] = []
    for item in order:
        if tiers and not clearly[tiers[-1], item].any():
            tiers[-1].append(item)
        else:
            tiers.append([item])
    return tiers
