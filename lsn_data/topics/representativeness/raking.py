"""Which weights make the answers look like the members? Raking over the groups of several attributes.

Iterative proportional fitting (Deming and Stephan 1940): the weights are scaled to the members' shares by one
attribute after the other, again and again, until all fit. Written here because it is a few lines: of the libraries,
`svy` brings 230 MB along, and `weightipy` fills a missing answer with the most frequent one and stops at a change of
1 %. Tested against R's survey package.

- An attribute that a respondent did not tell: those without an answer keep the weight that they have together, as a
  group of their own; the others get the members' shares among themselves.
- Weights are not trimmed: that would break what they are for. An attribute that no weights fit together with those
  before it, or that would make one answer count more than five times the average, is left out and told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from lsn_data.topics.priorities.ballots import Floats

Ints = NDArray[np.int64]
ROUNDS = 500
# The shares fit to so much of all answers.
CLOSE = 1e-10
# No answer counts more than so many times the average.
MOST = 5.0
UNTOLD = -1


@dataclass(frozen=True)
class Margin:
    """The members by one attribute: (g,) shares that sum to one; (c,) to which group each cell belongs, or UNTOLD."""

    by: str
    shares: Floats
    group: Ints


@dataclass(frozen=True)
class Raked:
    """The weight of an answer in each cell (c,), one on average; by which attributes, and which did not fit."""

    weights: Floats
    used: tuple[str, ...]
    left_out: tuple[str, ...]


def raked(counts: Floats, margins: Sequence[Margin]) -> Raked:
    """Weights for cells of `counts` (c,) answers, by as many of the attributes as fit together, in their order."""
    weights, used, left_out = np.ones(len(counts)), list[Margin](), list[str]()
    for margin in margins:
        found = rake(counts, [*used, margin])
        if found is None or found.max() > MOST:
            left_out.append(margin.by)
        else:
            weights = found
            used.append(margin)
    return Raked(weights, tuple(one.by for one in used), tuple(left_out))


def rake(counts: Floats, margins: Sequence[Margin]) -> Floats | None:
    """(c,): weights by which all margins hold, one on average; None where there are none.

    >>> one = Margin("state", np.array([0.5, 0.5]), np.array([0, 1]))
    >>> rake(np.array([30.0, 10.0]), [one]).round(6).tolist()
    [0.666667, 2.0]
    """
    goals = [_goal(counts, margin) for margin in margins]
    weights = np.ones(len(counts))
    for _ in range(ROUNDS):
        farthest = 0.0
        for margin, goal in zip(margins, goals, strict=True):
            held = _held(weights * counts, margin)
            if ((held == 0) & (goal > 0)).any():
                return None
            farthest = max(farthest, float(np.abs(held - goal).max()))
            weights = weights * np.divide(goal, held, out=np.ones(len(goal)), where=held > 0)[margin.group]
        if farthest <= CLOSE * counts.sum():
            return weights
    return None


def _goal(counts: Floats, margin: Margin) -> Floats:
    """(g + 1,): what the answers of each group are to weigh, last those that did not tell theirs (at UNTOLD)."""
    untold = counts[margin.group == UNTOLD].sum()
    return np.append(margin.shares * (counts.sum() - untold), untold)


def _held(weights: Floats, margin: Margin) -> Floats:
    """(g + 1,): what they weigh."""
    groups = len(margin.shares) + 1
    held: Floats = np.bincount(margin.group % groups, weights, groups).astype(float)
    return held


def effective(counts: Floats, weights: Floats) -> float:
    """As many equal answers tell as much: (sum w)^2 / sum w^2 (Kish 1965).

    >>> effective(np.array([30.0, 10.0]), np.array([0.5, 2.5]))
    22.857142857142858
    """
    return float((counts @ weights) ** 2 / (counts @ weights**2))


def unexplained(values: Floats, counts: Floats, margins: Sequence[Margin]) -> Floats:
    """(r, p): what is left of values (r, p) when what the groups of all margins explain is taken out.

    Only that varies from survey to survey, since the weights hold the margins (Deville and Särndal 1992). `counts`
    (r,): how many answers a row stands for; each margin tells the group of each row.
    """
    if not margins:
        return values
    first, at = cells_of_rows(margins)
    told = csr_array((counts, (at, np.arange(len(values)))), shape=(len(first), len(values)))
    design = np.hstack([_in_group(Margin(one.by, one.shares, one.group[first])) for one in margins])
    squares = (design * told.sum(axis=1)[:, None]).T @ design
    means = np.linalg.pinv(squares, hermitian=True) @ (design.T @ (told @ values))
    left: Floats = values - (design @ means)[at]
    return left


def cells_of_rows(margins: Sequence[Margin]) -> tuple[Ints, Ints]:
    """The cells that rows fall into, alike in all margins: (c,) a row of each, and (r,) the cell of each row.

    >>> cells_of_rows([Margin("state", np.array([0.5, 0.5]), np.array([0, 1, 0, UNTOLD]))])[1].tolist()
    [0, 1, 0, 2]
    """
    key = np.zeros(len(margins[0].group), dtype=np.int64)
    for margin in margins:
        groups = len(margin.shares) + 1
        key = key * groups + margin.group % groups
    _, first, at = np.unique(key, return_index=True, return_inverse=True)
    return first, at


def _in_group(margin: Margin) -> Floats:
    """(r, g + 1): 1 where a row belongs to a group."""
    groups = len(margin.shares) + 1
    held: Floats = np.eye(groups)[margin.group % groups]
    return held
