"""How strong is each item in the Plackett-Luce model, and how sure is that?

The model reads a ballot as choices: the first is chosen from all items, the next from the rest, and so on; an item's
chance is its strength (worth) over the sum of strengths of those it is chosen from (Luce 1959; Plackett 1975).
- A blank that means *below* was there to be chosen and was not; how the blanks stand among themselves says nothing.
- An item that was not offered is in none of the respondent's choices.
- Items that share a place are chosen together, by Efron's likelihood (1977) as in survival analysis: m items from a
  set with the sum S and the sum D of their own divide by S, S - D/m, S - 2D/m, and so on.

Equal choices are counted once, so the cost does not grow with the respondents. A finite estimate exists where every
item is, by some chain of choices, put above every other (Ford 1957; Hunter 2004); that is tested first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.pairwise import Counts, above_on_each
from lsn_data.topics.priorities.quasi import quasi_variances

ROUNDS = 100
# So many lots are fitted together. With more, the products are spread over all processors, and where others work on
# those too, waiting for each other takes several times as long as it saves.
TOGETHER = 64
# 95 % of a normal distribution lie so many standard errors around its middle.
HALF_WIDTH = 1.959964


@dataclass(frozen=True)
class Choices:
    """The choices of b ballots among k items.

    `chosen` (b, k): 1 for an item that was chosen from others. `sets` (q, k): each distinct set that was chosen
    from, with the share to which an item counts there. `ballot` and `at` (n,) tell of each choice whose it is and
    from which set.
    """

    chosen: Floats
    sets: Floats
    ballot: Counts
    at: Counts

    def times(self, counts: Floats) -> Floats:
        """(r, q): how often each set is chosen from in r lots of ballot counts (r, b)."""
        if len(counts) == 1:
            return np.bincount(self.at, counts[0, self.ballot], len(self.sets))[None, :].astype(float)
        return np.asarray((self.used.T @ counts.T).T)

    @cached_property
    def used(self) -> csr_array:
        """(b, q): how often a ballot chooses from a set."""
        shape = (len(self.chosen), len(self.sets))
        return csr_array((np.ones(len(self.at)), (self.ballot, self.at)), shape=shape)


@dataclass(frozen=True)
class Worths:
    """The strengths of k items, each (k,) or (k, k): logarithms that sum to zero, their classical standard errors
    (inverse information), shares that sum to one, comparison intervals from the classical covariance (two items
    differ where theirs do not overlap; NaN where a quasi-variance is negative), and standard errors that hold when
    the model is wrong (sandwich), corrected for the finite membership."""

    log_worth: Floats
    error: Floats
    worth: Floats
    low: Floats
    high: Floats
    robust_error: Floats
    covariance: Floats


def worths(ballots: Ballots, asked: int | None) -> Worths | None:
    """The strengths that make the ballots most likely; None where there is no finite estimate.

    There is none with fewer than two respondents, where nobody puts any item above another, or where some items are
    always put above all others.

    >>> found = worths(Ballots.of("AB", [((1, 2), 30), ((2, 1), 10)]), None)
    >>> found.worth.round(4).tolist()
    [0.75, 0.25]
    >>> worths(Ballots.of("AB", [((1, 2), 30)]), None) is None
    True
    """
    if ballots.counts.sum() < 2 or not _connected(ballots):
        return None
    choices = choices_of(ballots)
    log_worth = fit(choices, ballots.counts[None, :])[0]
    information = _information(choices.sets, choices.times(ballots.counts[None, :])[0], log_worth)
    covariance = np.asarray(np.linalg.pinv(information, hermitian=True), dtype=np.float64)
    half = HALF_WIDTH * np.sqrt(_positive(quasi_variances(covariance)))
    return Worths(
        log_worth,
        np.sqrt(np.diag(covariance)),
        np.exp(log_worth) / np.exp(log_worth).sum(),
        log_worth - half,
        log_worth + half,
        np.sqrt(np.maximum(0.0, np.diag(_sandwich(choices, ballots.counts, log_worth, covariance, asked)))),
        covariance,
    )


def choices_of(ballots: Ballots) -> Choices:
    """The choices that the ballots tell, a choice from one item left out: it says nothing.

    >>> choices_of(Ballots.of("ABC", [((1, 2, 3), 4)])).sets.tolist()
    [[0.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    """
    places, k = ballots.places, len(ballots.items)
    below = np.nan_to_num(places, nan=np.inf if ballots.blank_means == "below" else -np.inf)
    # How many items, and which, as bits: one product tells both, exactly.
    tally = np.stack([np.ones(k), 2.0 ** np.arange(k)], axis=1).astype(np.float32)
    left = (below[:, None, :] >= places[:, :, None]).astype(np.float32) @ tally
    telling = ~np.isnan(places) & (left[:, :, 0] > 1)
    ballot, item = np.nonzero(telling)
    # Of m items that share a place, the first divides by the whole set, the next by the set less one m-th of theirs.
    shared = places[ballot] == places[ballot, item][:, None]
    taken = (shared & (np.arange(k) < item[:, None])) @ np.ones(k, np.float32)
    together = (shared @ tally[:, 1]) * (taken > 0)
    key = (left[ballot, item, 1].astype(int) << k | together.astype(int)) << 4 | taken.astype(int)
    distinct, at = np.unique(key, return_inverse=True)
    return Choices(telling.astype(float), _sets(distinct, k), ballot, at)


def _sets(keys: Counts, k: int) -> Floats:
    """(q, k): to which share each item counts in a set: those left wholly, those chosen together less each time."""
    bits = 1 << np.arange(k)
    left, together = (((mask[:, None] & bits) > 0).astype(float) for mask in (keys >> (k + 4), keys >> 4))
    shares: Floats = left - together * ((keys & 15) / np.maximum(1.0, together.sum(axis=1)))[:, None]
    return shares


def fit(choices: Choices, counts: Floats) -> Floats:
    """(r, k): the most likely logarithms of the strengths for r lots of ballot counts (r, b), by Newton's steps.

    Each lot sums to zero. Every item must be comparable with every other in each lot, else its numbers mean nothing.
    """
    if len(counts) > TOGETHER:
        parts = np.split(counts, range(TOGETHER, len(counts), TOGETHER))
        return np.concatenate([fit(choices, part) for part in parts])
    wins = counts @ choices.chosen
    times = choices.times(counts)
    both = choices.sets[:, :, None] * choices.sets[:, None, :]
    logs = np.zeros(wins.shape)
    likely = _likelihood(choices.sets, wins, times, logs)
    for _ in range(ROUNDS):
        step = _newton(choices.sets, both, wins, times, logs)
        logs, likely, moved = _forward(choices.sets, wins, times, logs, likely, step)
        # Newton's steps square the error: after one of this size nothing is left to move.
        if moved < 1e-7:
            break
    return logs


def _likelihood(sets: Floats, wins: Floats, times: Floats, logs: Floats) -> Floats:
    """(r,): the log-likelihood of each lot."""
    told: Floats = (wins * logs).sum(axis=1) - (times * np.log(np.exp(logs) @ sets.T)).sum(axis=1)
    return told


def _newton(sets: Floats, both: Floats, wins: Floats, times: Floats, logs: Floats) -> Floats:
    """(r, k): the way to the top of the parabola that fits the likelihood where it stands."""
    k = sets.shape[1]
    strength = np.exp(logs)
    sums = strength @ sets.T
    expected = strength * ((times / sums) @ sets)
    shared = ((times / sums**2) @ both.reshape(len(both), k * k)).reshape(-1, k, k)
    information = expected[:, :, None] * np.eye(k) - strength[:, :, None] * strength[:, None, :] * shared
    # All strengths may be multiplied alike: a level that costs nothing is held at zero.
    level = np.trace(information, axis1=1, axis2=2)[:, None, None] / k**2 + 1e-12
    step: Floats = np.linalg.solve(information + level, (wins - expected)[:, :, None])[:, :, 0]
    step -= step.mean(axis=1, keepdims=True)
    return step


def _forward(
    sets: Floats, wins: Floats, times: Floats, logs: Floats, likely: Floats, step: Floats
) -> tuple[Floats, Floats, float]:
    """One step for each lot, halved as long as it makes the ballots less likely."""
    step = step / np.maximum(1.0, np.abs(step).max(axis=1, keepdims=True) / 5)
    for _ in range(40):
        reached = _likelihood(sets, wins, times, logs + step)
        worse = reached < likely - 1e-9 * (1 + np.abs(likely))
        if not worse.any():
            break
        step = np.where(worse[:, None], step / 2, step)
    return logs + step, reached, float(np.abs(step).max(initial=0.0))


def _information(sets: Floats, times: Floats, logs: Floats) -> Floats:
    """(k, k): the information of one lot at its estimate."""
    strength = np.exp(logs)
    shares = sets * strength / (sets @ strength)[:, None]
    information: Floats = np.diag(times @ shares) - (shares * times[:, None]).T @ shares
    return information


def _sandwich(choices: Choices, counts: Floats, logs: Floats, covariance: Floats, asked: int | None) -> Floats:
    """The covariance from how far the ballots really vary, for a sample without replacement: times 1 - n/N."""
    n = counts.sum()
    shares = choices.sets * np.exp(logs) / (choices.sets @ np.exp(logs))[:, None]
    pulls = choices.chosen - choices.used @ shares
    meat = (pulls * counts[:, None]).T @ pulls * n / (n - 1)
    left = max(0.0, 1 - n / asked) if asked else 1.0
    robust: Floats = covariance @ meat @ covariance * left
    return robust


def _connected(ballots: Ballots) -> bool:
    """Does a chain of choices lead from every item to every other? A shared place leads both ways (see above)."""
    each = above_on_each(ballots)
    shared = ballots.places[:, :, None] == ballots.places[:, None, :]
    parts = connected_components((each | shared).any(axis=0), directed=True, connection="strong", return_labels=False)
    return bool(parts == 1 and each.any())


def _positive(values: Floats) -> Floats:
    return np.where(values > 0, values, np.nan)
