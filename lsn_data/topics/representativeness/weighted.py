"""Which themes come first when the answers are weighted by the members? Pure: ballots with weights in, figures out.

The unweighted ranking stays the main one: at a return of a fifth, weighting takes bias away and costs precision. This
is the check beside it: which places move, and does the leading group hold?

How sure the weighted places are: the differences of two items' weighted mean scores with linearised errors, from what
the raked groups leave unexplained (as R's survey package does), through the same step-down as the unweighted ones
(`priorities.plausible`). There is no correction for the finite membership here: with it, the ranges held too seldom
(`benchmarks/weighting.py`).

What may be told. All answers of a cell (sector x size x state ...) weigh the same, and such cells are small. A weighted
figure is a sum over cells, and of the same figure unweighted every view that is offered gives the exact number: the
two leave a weighted share little room (about two answers of 56, measured), and one near the end of that room tells
what single cells answered. Tried on the demo with an attacker who knows the cell and the weight of every answer:
shares in whole per cent give away cells that the unweighted views leave open, shares in steps of five points none.
So weighted figures exist for the whole wave alone, never for a group, and coarsely:
- places as whole numbers, and who beats whom in the end (Copeland, Schulze, Kemeny), but not by how many;
- mean places to one decimal, with an error to one decimal;
- the share among the first three in steps of five points, where at least five answers stand on either side of it;
- no count of single places, no share of first places, no points: one answer that alone put a theme last would tell
  its own weight, and so its cell.
`tests/topics/test_weighted_attack.py` keeps this true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import FEWEST
from lsn_data.topics.priorities import plausible
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import Answer, ItemFigures, analyse, scores_of
from lsn_data.topics.priorities.pairwise import Bools
from lsn_data.topics.representativeness.raking import Margin, effective, unexplained

# Pairs are counted in this part of an answer, as whole numbers: so equal sums are equal, and ties are ties.
PART = 1e-6
SHARE_STEPS, MEAN_DIGITS = 20, 1


@dataclass(frozen=True)
class WeightedItem:
    """One item: its place unweighted (`before`) and weighted, with the places that are plausible then.

    `n` and `not_ranked` count answers, unweighted. Mean, error and share are coarse; None where too few stand behind.
    """

    item: str
    n: int
    not_ranked: int
    before: int
    place: int
    place_low: int
    place_high: int
    mean: float | None
    mean_se: float | None
    median: float | None
    top3_share: float | None
    copeland: float
    schulze_place: int
    kemeny_place: tuple[int, int]

    @property
    def moved(self) -> bool:
        """Does weighting give it another place?"""
        return self.place != self.before


@dataclass(frozen=True)
class Weighted:
    """The weighted figures of a wave beside its unweighted ones (`plain`), items in the weighted order.

    `effective`: as many unweighted answers would tell as much. `used` and `left_out` name attributes.
    """

    plain: Answer
    items: tuple[WeightedItem, ...]
    tiers: tuple[tuple[str, ...], ...]
    orders: tuple[tuple[str, ...], ...]
    orders_found: int
    condorcet_winner: str | None
    effective: float
    used: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def moved(self) -> tuple[WeightedItem, ...]:
        """The items whose place moves."""
        return tuple(one for one in self.items if one.moved)

    @property
    def same_leaders(self) -> bool:
        """Is the leading group the same, weighted and not?"""
        return set(self.tiers[0]) == set(self.plain.tiers[0])


def weighted(
    plain: Answer,
    rows: Ballots,
    weights: Floats,
    margins: Sequence[Margin],
    left_out: tuple[str, ...] = (),
) -> Weighted:
    """The weighted figures of ballots with one weight a row (r,); `margins` tell the group of each row.

    `rows` may hold equal ballots several times; all of them place at least one item.
    """
    counted = _together(rows, rows.counts * weights / PART)
    above = clearly_above(rows, weights, margins)
    found = analyse(counted, None, above)
    known = {one.item: one for one in plain.items}
    errors = mean_errors(rows, weights, margins)
    consensus = found.consensus
    return Weighted(
        plain,
        tuple(_item(one, known[one.item], found, errors[rows.items.index(one.item)]) for one in found.items),
        found.tiers,
        tuple(tuple(rows.items[at] for at in order) for order in consensus.orders),
        consensus.found,
        found.condorcet_winner,
        effective(rows.counts, weights),
        tuple(margin.by for margin in margins),
        left_out,
    )


def _together(rows: Ballots, counts: Floats) -> Ballots:
    """Equal ballots once, with the sum of their counts."""
    # Fifteen items at most: the places of a ballot are the digits of one number.
    key = np.nan_to_num(rows.places).astype(np.int64) @ (16 ** np.arange(len(rows.items)))
    _, first, at = np.unique(key, return_index=True, return_inverse=True)
    held: Floats = np.bincount(at, counts).astype(float)
    return Ballots(rows.items, rows.places[first], held, rows.blank_means)


def clearly_above(rows: Ballots, weights: Floats, margins: Sequence[Margin]) -> Bools:
    """(k, k): is item i above item j among all members, by the weighted answers?"""
    scores = scores_of(rows)
    order = plausible.without_names(scores, rows.counts * weights)
    return plausible.above_by(_differences(scores[:, order], rows.counts, weights, margins), order, None)


def mean_errors(rows: Ballots, weights: Floats, margins: Sequence[Margin]) -> list[float | None]:
    """The linearised standard error of each item's weighted mean place; None with fewer than two that placed it."""
    given = ~np.isnan(rows.places)
    _, pulls = _pulls(rows.places, rows.counts, weights, margins)
    n = rows.counts.sum()
    squares = rows.counts @ pulls**2 * n / max(1.0, n - held_by(margins))
    return [
        float(np.sqrt(square)) if placed >= 2 else None
        for square, placed in zip(squares, rows.counts @ given, strict=True)
    ]


def held_by(margins: Sequence[Margin]) -> int:
    """How many figures the weights hold, the mean among them: so much freedom the residuals have lost."""
    return 1 + sum(len(margin.shares) - 1 for margin in margins)


def _pulls(values: Floats, counts: Floats, weights: Floats, margins: Sequence[Margin]) -> tuple[Floats, Floats]:
    """Weighted means (p,) of values (r, p), NaN left out, and what one answer of each row moves them by (r, p)."""
    known = ~np.isnan(values)
    whole = counts * weights
    weighing = np.maximum(whole @ known, PART)
    mean = whole @ np.where(known, values, 0.0) / weighing
    centred = np.where(known, values - mean, 0.0)
    pulls = unexplained(centred, counts, margins) * weights[:, None] / weighing
    return mean, pulls - counts @ pulls / counts.sum()


def _differences(scores: Floats, counts: Floats, weights: Floats, margins: Sequence[Margin]) -> plausible.Differences:
    """As the unweighted ones: the errors widened by two invented answers, unanimity of a few tells nothing. Answers
    count as many as they are worth."""
    first, second = np.triu_indices(scores.shape[1], 1)
    difference = scores[:, first] - scores[:, second]
    mean, pulls = _pulls(difference, counts, weights, margins)
    mean[np.abs(mean) < plausible.EQUAL] = 0.0
    squares = (pulls * counts[:, None]).T @ pulls
    known, differing = ~np.isnan(difference), np.nan_to_num(difference) != 0
    worth, n = _worth(known, counts, weights), counts.sum()
    invented = plausible.INVENTED * plausible.at_random(scores.shape[1]) / np.maximum(worth, 1) ** 2
    widened = np.diag(squares) + invented
    spread = np.sqrt(np.diag(squares))
    with np.errstate(invalid="ignore", divide="ignore"):
        together = np.nan_to_num(squares / np.outer(spread, spread))
    error = np.sqrt(widened * n / max(1.0, n - held_by(margins) + plausible.INVENTED))
    return plausible.Differences(mean, error, _worth(differing, counts, weights), worth, together, scores.shape[1])


def _worth(kept: Bools, counts: Floats, weights: Floats) -> Floats:
    """(p,): how many equal answers those that are kept (r, p) are worth (Kish)."""
    squares = (counts * weights**2) @ kept
    worth: Floats = ((counts * weights) @ kept) ** 2 / np.maximum(squares, PART)
    return worth


def _item(one: ItemFigures, plain: ItemFigures, found: Answer, error: float | None) -> WeightedItem:
    """What may be told of an item (see above)."""
    at = found.pair_items.index(one.item)
    low, high = found.consensus.places[at].tolist()
    return WeightedItem(
        item=one.item,
        n=plain.n,
        not_ranked=plain.not_ranked,
        before=plain.place,
        place=one.place,
        place_low=one.place_low,
        place_high=one.place_high,
        mean=_rounded(one.mean) if plain.n >= FEWEST else None,
        mean_se=_rounded(error) if plain.n >= FEWEST else None,
        median=one.median if plain.n >= FEWEST else None,
        top3_share=_share(one.top3_share, plain),
        copeland=one.copeland,
        schulze_place=one.schulze_place,
        kemeny_place=(low, high),
    )


def _share(share: float | None, plain: ItemFigures) -> float | None:
    """The share among the first three, coarse; None where fewer than five answers stand on either side of it."""
    threes = sum(plain.places[:3])
    if share is None or min(threes, plain.base - threes) < FEWEST:
        return None
    return round(share * SHARE_STEPS) / SHARE_STEPS


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, MEAN_DIGITS)
