"""How far do the members agree? Kendall's coefficient of concordance, from 0 (none) to 1 (all alike).

Only complete rankings count: W compares rank sums, and a blank has no rank. A tiny p says that the answers are not
pure chance, not that the members agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import chdtrc
from scipy.stats import rankdata

from lsn_data.topics.priorities.ballots import Ballots


@dataclass(frozen=True)
class Agreement:
    """W, its chi-square (k - 1 degrees of freedom) and p over `n` complete rankings; None where W does not exist."""

    n: int
    w: float | None = None
    chi_square: float | None = None
    p: float | None = None


def agreement(ballots: Ballots) -> Agreement:
    """Kendall's W, corrected for ties (Kendall and Babington Smith 1939; Siegel and Castellan 1988, p. 266).

    It does not exist for fewer than two complete rankings or where every ranking ties all items.

    >>> agreement(Ballots.of("ABC", [((1, 2, 3), 2)])).w
    1.0
    >>> agreement(Ballots.of("ABC", [((1, 1, 1), 2)]))
    Agreement(n=2, w=None, chi_square=None, p=None)
    """
    told = ballots.complete
    n, k = int(told.counts.sum()), len(ballots.items)
    if n < 2:
        return Agreement(n)
    ranks = rankdata(told.places, axis=1)
    squares = float(((told.counts @ ranks - n * (k + 1) / 2) ** 2).sum())
    # Ranks with ties vary less: the sum of squared ranks is short by what the tie correction takes off.
    most = n * float(told.counts @ ((ranks - (k + 1) / 2) ** 2).sum(axis=1))
    if not most:
        return Agreement(n)
    w = squares / most
    return Agreement(n, w, n * (k - 1) * w, float(chdtrc(k - 1, n * (k - 1) * w)))
