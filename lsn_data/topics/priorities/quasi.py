"""How wide is an item's interval, so that two items differ where their intervals do not overlap?

A quasi-variance is a variance for each item alone, chosen so that the sum of two is as near as possible to the
variance of their difference (Firth and de Menezes 2004, Biometrika 91, 65-80): the sum over pairs of
log((q_i + q_j) / v_ij) squared is least. With three items it is exact; then one may be negative.
"""

from __future__ import annotations

import numpy as np

from lsn_data.topics.priorities.ballots import Floats

ROUNDS = 100


def quasi_variances(covariance: Floats) -> Floats:
    """(k,): the quasi-variances for a covariance matrix (k, k) of k >= 2 items.

    Two items have no unique ones: each gets half of the variance of their difference. Raises ValueError where a
    difference has no variance.

    >>> quasi_variances(np.diag([1.0, 4.0, 9.0])).round(6).tolist()
    [1.0, 4.0, 9.0]
    """
    first, second = np.triu_indices(len(covariance), 1)
    variances = np.diag(covariance)
    goal = variances[first] + variances[second] - 2 * covariance[first, second]
    if (goal <= 0).any():
        raise ValueError("a difference without variance")
    pairs = np.zeros((len(goal), len(covariance)))
    pairs[np.arange(len(goal)), first] = pairs[np.arange(len(goal)), second] = 1.0
    quasi = _least(pairs, goal, np.full(len(covariance), goal.mean() / 2))
    return quasi


def _least(pairs: Floats, goal: Floats, quasi: Floats) -> Floats:
    """Gauss and Newton's steps for the logarithms, shortened where a sum of two would not stay positive."""
    for _ in range(ROUNDS):
        sums = pairs @ quasi
        step = np.linalg.lstsq(pairs / sums[:, None], np.log(goal / sums), rcond=None)[0]
        while (pairs @ (quasi + step) <= 0).any():
            step = step / 2
        quasi = quasi + step
        if np.abs(step).max() < 1e-12 * goal.max():
            break
    return quasi
