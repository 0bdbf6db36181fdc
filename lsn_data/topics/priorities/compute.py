"""Which themes come first, and which cannot be told apart? Pure: ballots in, figures out.

A ballot is one respondent's places, blank where an item was not placed. Blank means *below* all placed items, or
*not offered* (then the item is compared with nothing). Equal ballots are counted once with their number, so the
cost does not grow with the respondents.

The order of the page is by score: the mean share of the other items that an item beats (a tie is half). With
blanks below, that is the Borda order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from lsn_data.intake.report import BlankMeans

Floats = NDArray[np.float64]
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Ballots:
    """Distinct ballots. `places` is (b, k), NaN where blank; `counts` (b,) says how many gave each."""

    items: tuple[str, ...]
    places: Floats
    counts: Floats
    blank_means: BlankMeans = "below"

    @classmethod
    def of(
        cls,
        items: Sequence[str],
        rows: Sequence[tuple[Sequence[int | None], int]],
        blank_means: BlankMeans = "below",
    ) -> Ballots:
        """Ballots from (places, count) pairs.

        >>> Ballots.of(["A", "B"], [([1, 2], 3), ([None, None], 1)]).ranked
        3
        """
        places = np.array([[np.nan if p is None else p for p in row] for row, _ in rows], dtype=float)
        counts = np.array([count for _, count in rows], dtype=float)
        return cls(tuple(items), places.reshape(len(rows), len(items)), counts, blank_means)

    @property
    def answering(self) -> Ballots:
        """Only the ballots that place at least one item."""
        some = ~np.isnan(self.places).all(axis=1)
        return Ballots(self.items, self.places[some], self.counts[some], self.blank_means)

    @property
    def ranked(self) -> int:
        """How many respondents placed at least one item."""
        return int(self.answering.counts.sum())


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
    place: int
    place_low: int
    place_high: int


@dataclass(frozen=True)
class Answer:
    """The figures of one view, items in the order of the page; `above[i, j]` follows `pair_items`."""

    ranked: int
    asked: int | None
    blank_means: BlankMeans
    items: tuple[ItemFigures, ...]
    tiers: tuple[tuple[str, ...], ...]
    pair_items: tuple[str, ...]
    above: NDArray[np.int64]


def analyse(ballots: Ballots, asked: int | None) -> Answer:
    """All figures of a view. `asked` is the number of members invited (finite population), None if not known.

    >>> answer = analyse(Ballots.of(["A", "B", "C"], [([2, 1, None], 4), ([1, 2, 3], 1)]), None)
    >>> [(one.item, one.borda, one.place) for one in answer.items]
    [('B', 9.0, 1), ('A', 6.0, 2), ('C', 0.0, 3)]
    """
    ballots = ballots.answering
    above = _above(ballots)
    scores, borda = _scores(ballots, above)
    clearly_above = _clearly_above(ballots.counts, scores, asked)
    mean_scores = _weighted_mean(scores, ballots.counts)
    order = sorted(range(len(ballots.items)), key=lambda i: (-np.nan_to_num(mean_scores[i], nan=-1.0), i))
    figures = {
        i: _figures(ballots, i, asked, float(borda[i]), mean_scores, clearly_above) for i in range(len(ballots.items))
    }
    return Answer(
        ranked=ballots.ranked,
        asked=asked,
        blank_means=ballots.blank_means,
        items=tuple(figures[i] for i in order),
        tiers=tuple(tuple(ballots.items[i] for i in tier) for tier in _tiers(order, clearly_above)),
        pair_items=ballots.items,
        above=np.einsum("b,bij->ij", ballots.counts, above).round().astype(np.int64),
    )


def _above(ballots: Ballots) -> NDArray[np.bool_]:
    """(b, k, k): does the ballot put item i above item j?"""
    places = ballots.places
    if ballots.blank_means == "below":
        places = np.where(np.isnan(places), np.inf, places)
    return np.asarray(places[:, :, None] < places[:, None, :])


def _scores(ballots: Ballots, above: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Per ballot the share of the compared items that an item beats (NaN: compared with none), and the Borda sums."""
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


def _clearly_above(counts: Floats, scores: Floats, asked: int | None) -> NDArray[np.bool_]:
    """(k, k): is item i above item j among all members, with 95 % confidence in all comparisons together?

    Paired t intervals of the score differences, Bonferroni over the pairs, corrected for the finite population
    (1 - n/N). So few differing answers that even their unanimity could be chance tell nothing.
    """
    k = scores.shape[1]
    clearly = np.zeros((k, k), dtype=bool)
    level = (1 - CONFIDENCE) / max(1, k * (k - 1) // 2)
    for i in range(k):
        for j in range(k):
            difference = scores[:, i] - scores[:, j]
            known = ~np.isnan(difference)
            n = counts[known].sum()
            differing = counts[known & (difference != 0)].sum()
            if i == j or n < 2 or 2.0 ** (1 - differing) > level:
                continue
            mean = np.average(difference[known], weights=counts[known])
            variance = (counts[known] * (difference[known] - mean) ** 2).sum() / (n - 1)
            correction = max(0.0, 1 - n / asked) if asked else 1.0
            clearly[i, j] = mean > stdtrit(n - 1, 1 - level / 2) * np.sqrt(variance / n * correction)
    return clearly


def _figures(
    ballots: Ballots,
    i: int,
    asked: int | None,
    borda: float,
    mean_scores: Floats,
    clearly_above: NDArray[np.bool_],
) -> ItemFigures:
    given = ~np.isnan(ballots.places[:, i])
    places, counts = ballots.places[given, i], ballots.counts[given]
    n, ranked = int(counts.sum()), ballots.ranked
    base = ranked if ballots.blank_means == "below" else n
    mean = float(np.average(places, weights=counts)) if n else None
    score = mean_scores[i]
    return ItemFigures(
        item=ballots.items[i],
        n=n,
        mean=mean,
        mean_se=_standard_error(places, counts, mean, asked),
        median=_median(places, counts),
        places=tuple(int(counts[places == place].sum()) for place in range(1, len(ballots.items) + 1)),
        not_ranked=ranked - n,
        base=base,
        first_share=float(counts[places == 1].sum() / base) if base else None,
        top3_share=float(counts[places <= 3].sum() / base) if base else None,
        borda=borda,
        score=None if np.isnan(score) else float(score),
        place=1 + int((mean_scores > score + 1e-12).sum()),
        place_low=1 + int(clearly_above[:, i].sum()),
        place_high=len(ballots.items) - int(clearly_above[i].sum()),
    )


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


def _tiers(order: Sequence[int], clearly_above: NDArray[Any]) -> list[list[int]]:
    """Groups of the order: a new one begins at the first item clearly behind the first of the group above."""
    tiers: list[list[int]] = []
    for item in order:
        if tiers and not clearly_above[tiers[-1][0], item]:
            tiers[-1].append(item)
        else:
            tiers.append([item])
    return tiers
