"""What do the stated 95 % really cover?

    python -m benchmarks.coverage [SURVEYS]

Members are invented, some of them are drawn again and again, and each time it is seen whether the plausible places of
all themes hold the true ones (those among all members) at once. Beside our method (step-down over a multivariate t)
stand those that were weighed against it, with the mean width of their ranges in places: paired t tests with
Bonferroni's correction, normal draws instead of t, and resampled answers, studentised anew in each lot or not. (Rao
and Wu's rescaling for the finite membership leaves the bar as it is: difference and error shrink alike.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.pairwise import Bools
from lsn_data.topics.priorities.plausible import clearly_above, fewest_to_tell

ITEMS, MEMBERS = 7, 300
ANSWERS = (58, 25, 12, 5)
RESAMPLED = 1000
Method = Callable[[Floats, np.random.Generator], Bools]


@dataclass(frozen=True)
class Truth:
    """A kind of membership: how much stronger each item is than the next, and who gives only three places."""

    name: str
    ratio: float
    short: float = 0.0
    exactly_equal: bool = False


TRUTHS = (
    Truth("clear order", 1.6),
    Truth("each 1.2 times the next", 1.2),
    Truth("near ties", 1.05),
    Truth("all equal", 1.0, exactly_equal=True),
    Truth("1.2, 30 % give three places", 1.2, short=0.3),
)


def main(surveys: int = 1000) -> None:
    """Print the share of surveys in which all true places were held, and the mean width, for each method."""
    print(f"{'truth':30} {'n':>3}  " + "  ".join(f"{name:>16}" for name in METHODS))
    for n in ANSWERS:
        for truth in TRUTHS:
            told = measured(truth, n, surveys)
            print(f"{truth.name:30} {n:>3}  " + "  ".join(f"{held:>7.1%} {wide:>7.2f} " for held, wide in told))


def measured(truth: Truth, n: int, surveys: int) -> list[tuple[float, float]]:
    """(share held, mean width) of each method over `surveys` surveys of `n` answers."""
    chance = np.random.default_rng(n)
    held, width = np.zeros(len(METHODS)), np.zeros(len(METHODS))
    for at in range(surveys):
        if at % 20 == 0:
            scores = _scores(_members(truth, chance))
        drawn = scores[chance.choice(len(scores), n, replace=False)]
        for method, work in enumerate(METHODS.values()):
            above = work(drawn, chance)
            low, high = 1 + above.sum(axis=0), ITEMS - above.sum(axis=1)
            held[method] += _holds(low, high, scores.mean(axis=0))
            width[method] += (high - low).mean()
    return [(float(share), float(wide)) for share, wide in zip(held / surveys, width / surveys, strict=True)]


def _members(truth: Truth, chance: np.random.Generator) -> Floats:
    """(members, items) places; NaN where a member gave only the first three."""
    strength = -np.log(truth.ratio) * np.arange(ITEMS)
    places = np.argsort(np.argsort(-(strength + chance.gumbel(size=(MEMBERS, ITEMS))), axis=1), axis=1) + 1.0
    if truth.exactly_equal:
        turns = [np.roll(row, turn) for row in places[: MEMBERS // ITEMS] for turn in range(ITEMS)]
        return np.array(turns)
    places[(chance.random(MEMBERS) < truth.short)[:, None] & (places > 3)] = np.nan
    return places


def _scores(places: Floats) -> Floats:
    """(members, items): the share of the other items that each beats; blanks are below."""
    filled = np.nan_to_num(places, nan=np.inf)
    beaten = (filled[:, :, None] < filled[:, None, :]).sum(axis=2)
    beating = (filled[:, :, None] > filled[:, None, :]).sum(axis=2)
    return np.asarray((beaten + ITEMS - 1 - beating) / 2 / (ITEMS - 1))


def _holds(low: Floats, high: Floats, means: Floats) -> bool:
    """Does every range hold a place that the item has among all members? Equal items share theirs."""
    best = 1 + (means[None, :] > means[:, None] + 1e-9).sum(axis=1)
    worst = ITEMS - (means[None, :] < means[:, None] - 1e-9).sum(axis=1)
    return bool((low <= best).all() and (high >= worst).all())


def ours(scores: Floats, chance: np.random.Generator) -> Bools:
    """What the product does."""
    return clearly_above(scores, np.ones(len(scores)), MEMBERS)


def bonferroni(scores: Floats, chance: np.random.Generator) -> Bools:
    """Each pair by its own t interval, at a level divided by the number of pairs."""
    size, _, _ = _sizes(scores)
    bar = stdtrit(len(scores) - 1, 1 - 0.05 / size.size / 2)
    return _square(size > bar, size < -bar)


def normal(scores: Floats, chance: np.random.Generator) -> Bools:
    """Normal draws with the observed correlations."""
    size, centred, spread = _sizes(scores)
    draws = chance.standard_normal((RESAMPLED, len(scores))) @ centred / np.sqrt(len(scores) - 1)
    return _stepped(size, draws / np.where(spread > 0, spread, 1))


def resampled(scores: Floats, chance: np.random.Generator) -> Bools:
    """Answers drawn again, in units of the errors of the survey."""
    return _stepped(_sizes(scores)[0], _again(scores, chance, anew=False))


def studentised(scores: Floats, chance: np.random.Generator) -> Bools:
    """Answers drawn again, in units of the errors of each lot."""
    return _stepped(_sizes(scores)[0], _again(scores, chance, anew=True))


METHODS: dict[str, Method] = {
    "ours": ours,
    "Bonferroni": bonferroni,
    "normal": normal,
    "resampled": resampled,
    "studentised anew": studentised,
}


def _sizes(scores: Floats) -> tuple[Floats, Floats, Floats]:
    """(p,) differences in units of their errors, 0 where too few differ; (n, p) centred; (p,) their spread."""
    first, second = np.triu_indices(ITEMS, 1)
    differences = scores[:, first] - scores[:, second]
    n, mean, spread = len(scores), differences.mean(axis=0), differences.std(axis=0, ddof=1)
    error = np.maximum(spread, 1e-9) / np.sqrt(n) * np.sqrt(1 - n / MEMBERS)
    enough = (differences != 0).sum(axis=0) >= fewest_to_tell(ITEMS)
    return np.where(enough, mean / error, 0.0), differences - mean, spread


def _again(scores: Floats, chance: np.random.Generator, anew: bool) -> Floats:
    _, centred, spread = _sizes(scores)
    n = len(scores)
    lots = chance.multinomial(n, np.full(n, 1 / n), RESAMPLED) / n
    mean = lots @ centred
    if anew:
        spread = np.sqrt(np.maximum(lots @ centred**2 - mean**2, 0) * n / (n - 1))
    return np.where(spread > 1e-6, mean / np.maximum(spread, 1e-6), 0.0) * np.sqrt(n)


def _stepped(size: Floats, draws: Floats) -> Bools:
    open_ = np.ones((2, size.size), dtype=bool)
    while open_.any():
        largest = np.maximum(
            np.where(open_[0], draws, -np.inf).max(axis=1), np.where(open_[1], -draws, -np.inf).max(axis=1)
        )
        passed = open_ & (np.stack([size, -size]) > np.quantile(largest, 0.95))
        if not passed.any():
            break
        open_ &= ~passed
    return _square(*~open_)


def _square(first_above: Bools, second_above: Bools) -> Bools:
    first, second = np.triu_indices(ITEMS, 1)
    above = np.zeros((ITEMS, ITEMS), dtype=bool)
    above[first, second], above[second, first] = first_above, second_above
    return above


def check() -> None:
    """What is simulated is what the page says: the ranges of an answer are those of its scores."""
    places = _members(TRUTHS[1], np.random.default_rng(1))[:58]
    found = analyse(Ballots(tuple("ABCDEFG"), places, np.ones(58)), MEMBERS)
    above = ours(_scores(places), np.random.default_rng(1))
    told = {one.item: (one.place_low, one.place_high) for one in found.items}
    for at, item in enumerate("ABCDEFG"):
        if told[item] != (1 + above[:, at].sum(), ITEMS - above[at].sum()):
            raise ValueError(f"{item} has another range on the page")


if __name__ == "__main__":
    check()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
