"""How quick are the ranking methods beside those that others use?

    python -m benchmarks.ranking

Ours and theirs in one process, one after the other, on the same invented answers: the strengths beside choix (one fit,
and 2,000 fits of resampled answers, of which choix does a few and the rest is reckoned), the consensus of twelve items
beside scipy's whole-number solver, pairs and points beside a plain loop, and all statistics of a page. Printed: the
times, their ratios, and the bars.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import choix
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.topics.priorities import pairwise
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.consensus import kemeny
from lsn_data.topics.priorities.differences import differences
from lsn_data.topics.priorities.verdict import verdict
from lsn_data.topics.priorities.worths import choices_of, fit

ROUNDS, LONG = 5, 1.0
FEW, SOME, MANY = 60, 5_000, 60_000
REFITS, BY_CHOIX = 2_000, 20
CONSENSUS_ITEMS, GROUPS = 12, 4


def main() -> None:
    """Print each comparison on a line of its own."""
    for respondents, bar in ((FEW, 10), (SOME, 100)):
        one_fit(respondents, bar)
    many_fits()
    consensus()
    plain_loop()
    for respondents in (FEW, MANY):
        page(respondents)
        groups(respondents)


def one_fit(respondents: int, bar: int) -> None:
    """Strengths from full rankings, both to the same exactness."""
    orders = _orders(respondents)
    distinct, counts = _distinct(orders)
    ours = _seconds(lambda: fit(choices_of(distinct), counts[None, :]))
    theirs = _seconds(lambda: choix.ilsr_rankings(len(ITEMS), orders.tolist()))
    _told(f"strengths, {respondents} x {len(ITEMS)}: choix / ours", theirs / ours, f"{bar} or more", ours, theirs)


def many_fits() -> None:
    """Strengths of resampled answers: all lots at once beside one fit after the other."""
    orders = _orders(FEW)
    distinct, counts = _distinct(orders)
    lots = np.random.default_rng(1).multinomial(FEW, counts / FEW, REFITS).astype(float)
    ours, rankings = fit(choices_of(distinct), lots), np.argsort(distinct.places, axis=1)
    theirs = [_by_choix(rankings, lot) for lot in lots[:BY_CHOIX]]
    taken = _seconds(lambda: fit(choices_of(distinct), lots))
    theirs_taken = _seconds(lambda: [_by_choix(rankings, lot) for lot in lots[:BY_CHOIX]]) * REFITS / BY_CHOIX
    apart = max(float(np.abs(ours[at] - one).max()) for at, one in enumerate(theirs))
    _told(f"{REFITS} refits of {FEW} x {len(ITEMS)}: choix / ours", theirs_taken / taken, "100 or more")
    print(f"    apart by at most {apart:.1e} (bar 1e-6)")


def _by_choix(rankings: Floats, lot: Floats) -> Floats:
    repeated = np.repeat(rankings, lot.astype(int), axis=0).tolist()
    found: Floats = choix.ilsr_rankings(len(ITEMS), repeated, max_iter=1000, tol=1e-9)
    return found


def consensus() -> None:
    """All nearest orders of twelve items beside one by whole-number programming."""
    above = pairwise.above(_distinct(_orders(FEW, CONSENSUS_ITEMS, near=True))[0])
    ours = _seconds(lambda: kemeny(above))
    theirs = _seconds(lambda: by_solver(above))
    if abs(by_solver(above) - kemeny(above).distance) > 1e-6:
        raise ValueError("the solver finds another distance")
    _told(f"consensus of {CONSENSUS_ITEMS}: milp / ours", theirs / ours, "1 or more", ours, theirs)


def by_solver(above: pairwise.Counts) -> float:
    """The least distance: one variable a pair of items, no three items in a circle."""
    k = len(above)
    pair = {two: at for at, two in enumerate(itertools.combinations(range(k), 2))}
    rules = np.zeros((k * (k - 1) * (k - 2) // 6, len(pair)))
    for row, (i, j, m) in enumerate(itertools.combinations(range(k), 3)):
        rules[row, [pair[i, j], pair[j, m], pair[i, m]]] = 1, 1, -1
    costs = [above[j, i] - above[i, j] for i, j in pair]
    limits = LinearConstraint(rules, 0, 1)
    found = milp(costs, constraints=limits, integrality=np.ones(len(pair)), bounds=Bounds(0, 1))
    return float(found.fun) + sum(int(above[i, j]) for i, j in pair)


def plain_loop() -> None:
    """Pairs of many rankings beside two loops over the items of each."""
    orders = _orders(SOME)
    places = np.argsort(orders, axis=1).tolist()
    ours = _seconds(lambda: pairwise.above(_distinct(orders)[0]))
    theirs = _seconds(lambda: _counted_plainly(places))
    _told(f"pairs of {SOME} x {len(ITEMS)}: plain loop / ours", theirs / ours, "none set", ours, theirs)


def _counted_plainly(rows: list[list[int]]) -> list[list[int]]:
    above = [[0] * len(ITEMS) for _ in ITEMS]
    for places in rows:
        for i, here in enumerate(places):
            for j, there in enumerate(places):
                above[i][j] += here < there
    return above


def page(respondents: int) -> None:
    """Everything that is said of a view: figures, ranges, consensus, strengths, agreement, verdict."""
    ballots, counts = _distinct(_orders(respondents))
    rows = list(zip(ballots.places.astype(int).tolist(), counts.astype(int).tolist(), strict=True))
    _told(f"all statistics of {respondents} x {len(ITEMS)}: seconds", _seconds(lambda: _page(rows)), "1 or less")


def groups(respondents: int) -> None:
    """Four groups compared on all items, by dealing the answers out anew."""
    parts = [_distinct(part)[0] for part in np.array_split(_orders(respondents), GROUPS)]
    told = f"differences between {GROUPS} groups of {respondents} x {len(ITEMS)}: seconds"
    _told(told, _seconds(lambda: differences(parts)), "1 or less")


def _page(rows: list[tuple[list[int], int]]) -> str:
    codes = [item.code for item in ITEMS]
    found = analyse(Ballots.of(codes, rows), len(rows) * 5)  # type: ignore[arg-type]
    told = (found.consensus, found.worths, found.agreement, found.methods_agree)
    return verdict(found, {item.code: item.en for item in ITEMS}, Language("en")) if told else ""


def _orders(
    respondents: int, items: int = len(ITEMS), near: bool = False
) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    """(n, k): each respondent's items from first to last, drawn by the Plackett-Luce model."""
    chance = np.random.default_rng(7)
    strength = -np.log(1.02 if near else 1.2) * np.arange(items)
    return np.argsort(-(strength + chance.gumbel(size=(respondents, items))), axis=1)


def _distinct(orders: np.ndarray[tuple[int, int], np.dtype[np.intp]]) -> tuple[Ballots, Floats]:
    """The orders as distinct ballots and how many gave each."""
    places, counts = np.unique(np.argsort(orders, axis=1) + 1.0, axis=0, return_counts=True)
    told = counts.astype(float)
    return Ballots(tuple(f"{item:02}" for item in range(orders.shape[1])), places, told), told


def _seconds(work: Callable[[], object]) -> float:
    """The quickest round, each side given as long to find it: what a busy machine adds is nobody's fault."""
    rounds: list[float] = []
    while len(rounds) < ROUNDS or sum(rounds) < LONG:
        rounds.append(_timed(work))
    return min(rounds)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _told(what: str, value: float, bar: str, *seconds: float) -> None:
    times = "".join(f"  {one * 1000:.2f} ms" for one in seconds)
    print(f"{what}  {value:.3g} (bar {bar}){times}")


if __name__ == "__main__":
    main()
