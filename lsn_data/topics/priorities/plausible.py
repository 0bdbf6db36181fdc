"""Which items stand clearly above which, among all members and not only among those who answered?

Simultaneous confidence sets for ranks after Mogstad, Romano, Shaikh and Wilhelm (2024, doi 10.1093/restud/rdad006):
every difference of two mean scores is compared with its standard error, and the bar that the largest of them must
pass by chance alone is found by drawing. What passed is taken out and the bar is found anew (step-down). So with 95 %
confidence no item is said to be above another wrongly, in all comparisons together.

What is chosen for small samples was measured in `benchmarks/coverage.py`, at its hardest with all items exactly equal:
the draws follow a multivariate t with the observed correlations (12 answers: 96 of 100 surveys held all places; with
resampled answers 74, with normal draws 78; 58 answers: 95). The standard errors are corrected for the finite
membership and widened by two invented answers, and so few differing answers that even their unanimity could be chance
tell nothing. The draws do not grow with the respondents, and are the same for the same data.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from lsn_data.topics.priorities.ballots import Floats
from lsn_data.topics.priorities.pairwise import Bools

CONFIDENCE = 0.95
# Kept in reserve, since answers are no normal draws: measured at exactly equal items, where 95 % are hardest to hold.
RESERVE = 0.005
DRAWS = 4000
SEED = 2030
# So many invented answers at random widen the spread: a few answers that happen to be alike make no certainty.
INVENTED = 2
# Scores are shares of small whole numbers: what differs by less is equal.
EQUAL = 1e-12
Order = np.ndarray[tuple[int], np.dtype[np.intp]]


@dataclass(frozen=True)
class Differences:
    """The differences of the items' mean scores, a pair each (first < second in the order of the items).

    `mean`, `error` (corrected for the finite membership), `differing` (respondents who score the two differently)
    and `n` are (p,); `together` (p, p) holds their correlations; `items` is k.
    """

    mean: Floats
    error: Floats
    differing: Floats
    n: Floats
    together: Floats
    items: int


def clearly_above(scores: Floats, counts: Floats, asked: int | None) -> Bools:
    """(k, k): is item i above item j among all members?

    `scores` (b, k): each ballot's score of each item, NaN where it has none; `counts` (b,) how many gave the ballot;
    `asked`: the number of members, None if not known.

    >>> clearly_above(np.array([[1.0, 0.5, 0.0], [1.0, 0.0, 0.5]]), np.array([20.0, 20.0]), 300).astype(int).tolist()
    [[0, 1, 1], [0, 0, 0], [0, 0, 0]]
    """
    order = without_names(scores, counts)
    return above_by(_differences(scores[:, order], counts, asked), order, asked)


def above_by(found: Differences, order: Order, asked: int | None) -> Bools:
    """(k, k): is item i above item j, by the differences of the items in that order?"""
    above = np.zeros((len(order), len(order)), dtype=bool)
    first, second = np.triu_indices(len(order), 1)
    above[order[first], order[second]], above[order[second], order[first]] = _step_down(found, asked)
    return above


def without_names(scores: Floats, counts: Floats) -> Order:
    """The items in an order that only their scores decide: relabelling them must not change the draws."""
    known = ~np.isnan(scores)
    told = np.where(known, scores, 0.0)
    moments = [counts @ known, counts @ told**2, counts @ told]
    return np.lexsort([np.round(moment, 6) for moment in moments])


def _differences(scores: Floats, counts: Floats, asked: int | None) -> Differences:
    first, second = np.triu_indices(scores.shape[1], 1)
    difference = scores[:, first] - scores[:, second]
    known = ~np.isnan(difference)
    difference = np.where(known, difference, 0.0)
    n = counts @ known
    mean = counts @ difference / np.maximum(n, 1)
    mean[np.abs(mean) < EQUAL] = 0.0
    centred = np.where(known, difference - mean, 0.0)
    squares = (centred * counts[:, None]).T @ centred
    spread = np.sqrt(np.diag(squares))
    cautious = np.sqrt(
        (spread**2 + INVENTED * at_random(scores.shape[1])) * np.maximum(n - 1, 0) / np.maximum(n - 1 + INVENTED, 1)
    )
    left = np.maximum(0.0, 1 - n / asked) if asked else np.ones(len(n))
    with np.errstate(invalid="ignore", divide="ignore"):
        together = np.nan_to_num(squares / np.outer(spread, spread))
        error = np.nan_to_num(cautious / np.sqrt(n * (n - 1)) * np.sqrt(left))
    return Differences(mean, error, counts @ (difference != 0), n, together, scores.shape[1])


def at_random(k: int) -> float:
    """The variance of the difference of two items' scores on a ballot drawn at random.

    >>> at_random(2)
    1.0
    """
    return k * (k + 1) / 6 / max(1, k - 1) ** 2


def _step_down(found: Differences, asked: int | None) -> Bools:
    """(2, p): is the first of the pair clearly above the second, and the second above the first?"""
    with np.errstate(invalid="ignore", divide="ignore"):
        size = np.where(found.mean == 0, 0.0, found.mean / found.error)
    told = np.where(_tells(found, asked), size, 0.0)
    open_ = np.ones((2, len(told)), dtype=bool)
    chance = _draws(found, _tells(found, asked))
    while open_.any():
        passed = open_ & (np.stack([told, -told]) > _bar(chance, open_))
        if not passed.any():
            break
        open_ &= ~passed
    return ~open_


def _tells(found: Differences, asked: int | None) -> Bools:
    """(p,): are there enough differing answers for unanimity to be no chance, or did all members answer?"""
    enough = found.differing >= fewest_to_tell(found.items)
    everybody = found.n >= asked if asked else np.zeros(len(found.n), dtype=bool)
    return enough | everybody


def _draws(found: Differences, tells: Bools) -> Floats:
    """(draws, p): differences in units of their error that chance alone would give, were all items equal.

    Each difference has an error of its own, estimated from the same answers: the errors vary as chi-square does (by
    Wilson and Hilferty's cube, 1931), and the correlation of two of them is that of the differences squared.
    """
    freedom = max(1.0, float(found.n[tells].min(initial=np.inf)) - 1) if tells.any() else 1.0
    chance = np.random.default_rng(SEED)
    size = (DRAWS, len(found.n))
    normal = chance.standard_normal(size) @ _root(found.together)
    varied = chance.standard_normal(size) @ _root(found.together**2)
    spread = 2 / (9 * freedom)
    drawn: Floats = normal / np.maximum(1 - spread + varied * np.sqrt(spread), 0.1) ** 1.5
    return drawn


def _root(correlations: Floats) -> Floats:
    """The symmetric root, which does not depend on how a solver signs or orders its vectors."""
    values, vectors = np.linalg.eigh(correlations)
    root: Floats = (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
    return root


def _bar(chance: Floats, open_: Bools) -> float:
    """What the largest difference among the comparisons still open stays under in 95 % of the draws."""
    forth = np.where(open_[0], chance, -np.inf).max(axis=1)
    back = np.where(open_[1], -chance, -np.inf).max(axis=1)
    return float(np.quantile(np.maximum(forth, back), CONFIDENCE + RESERVE))


def fewest_to_tell(k: int) -> int:
    """How many answers it takes, if all agree, to tell any two of k items apart.

    >>> fewest_to_tell(7), fewest_to_tell(3), fewest_to_tell(2)
    (10, 7, 6)
    """
    return 1 + math.ceil(math.log2(max(1, k * (k - 1) // 2) / (1 - CONFIDENCE)))
