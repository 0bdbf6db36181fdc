"""Do the weighted figures, beside the unweighted ones, give single answers away?

The attacker knows more than anybody should: of each answer the cell (its groups by all attributes), and so its
weight. Of a figure such as "who put skilled workers among the first three" he knows the exact number in every view
that the wave offers, combinations too; what single cells answered he does not. A cell is given away when no other
answer of it fits all that is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from lsn_data import demo
from lsn_data.store import Store, open_store, waves
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, offered
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.representativeness import answer, weighted
from lsn_data.topics.representativeness.raking import Margin

NO_SOLUTION = 2
# As finely as a percentage shows it, and as coarsely as we do.
WHOLE_PER_CENT, OURS = 0.005, 0.5 / weighted.SHARE_STEPS


@dataclass(frozen=True)
class Known:
    """What the attacker knows: (c,) answers and weight of each cell, (v, c) which views hold it; beside that the
    places (r, k) of all answers and their cells (r,), which he does not know."""

    answers: Floats
    weight: Floats
    views: Floats
    places: Floats
    cell: Floats
    items: tuple[str, ...]


@pytest.fixture(scope="module")
def known() -> Iterator[Known]:
    with open_store(":memory:") as store:
        demo.load(store, "test")
        yield _known(store)


def _known(store: Store) -> Known:
    """The demo's newest wave with the weights that the product makes, answer by answer."""
    wave = waves(store)[0]
    found = []

    def watching(
        plain: Answer, rows: Ballots, weights: Floats, margins: list[Margin], left_out: tuple[str, ...]
    ) -> None:
        found.extend([rows, weights])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answer, "weighted", watching)
        answer.weighted_answer(store, wave)
    ballots, weights = found
    rows = store.ask("ballots_with_attributes", **{"import": wave.import_id})
    told = [tuple(row[name] for name in ATTRIBUTE_NAMES) for row in rows if any(row["places"])]
    cells = sorted(set(told))
    at = np.array([cells.index(cell) for cell in told])
    views = [
        [all(cell[ATTRIBUTE_NAMES.index(name)] in codes for name, codes in view.parts) for cell in cells]
        for view in offered(store, wave)
    ]
    each = np.repeat(np.arange(len(at)), ballots.counts.astype(int))
    return Known(
        np.bincount(at[each]).astype(float),
        np.array([weights[at == cell][0] for cell in range(len(cells))]),
        np.array(views, dtype=float),
        ballots.places[each],
        at[each],
        ballots.items,
    )


def given_away(known: Known, inside: Floats, told: float | None, width: float) -> int:
    """How many cells have one answer only that fits the views' figures and the weighted share, told to +- width."""
    truth = np.bincount(known.cell, inside, len(known.answers))
    seen = known.views @ truth
    limits = [LinearConstraint(known.views, seen - 0.01, seen + 0.01)]
    if told is not None:
        n = known.answers.sum()
        limits.append(LinearConstraint(known.weight[None, :], (told - width) * n, (told + width) * n))
    return sum(not _another(known, truth, cell, limits) for cell in range(len(truth)))


def _possible(least: Floats, most: Floats, limits: list[LinearConstraint]) -> bool:
    """Are there whole numbers within these bounds that fit what was told?"""
    found = milp(
        np.zeros(len(least)),
        constraints=limits,
        bounds=Bounds(least, most),
        integrality=np.ones(len(least)),
        options={"time_limit": 20},
    )
    return bool(found.status != NO_SOLUTION)


def _another(known: Known, truth: Floats, cell: int, limits: list[LinearConstraint]) -> bool:
    """Could the cell have answered otherwise?"""
    for low, high in ((0, truth[cell] - 1), (truth[cell] + 1, known.answers[cell])):
        if low <= high:
            least, most = np.zeros(len(truth)), known.answers.copy()
            least[cell], most[cell] = low, high
            if _possible(least, most, limits):
                return True
    return False


def test_shares_in_whole_per_cent_would_give_cells_away_and_ours_do_not(known: Known) -> None:
    unweighted, ours, per_cent = 0, 0, 0
    for item in range(len(known.items)):
        inside = (known.places[:, item] <= 3).astype(float)
        share = float(inside * known.weight[known.cell] @ np.ones(len(inside)) / len(inside))
        rounded = round(share * weighted.SHARE_STEPS) / weighted.SHARE_STEPS
        unweighted += given_away(known, inside, None, 0)
        ours += given_away(known, inside, rounded, OURS)
        per_cent += given_away(known, inside, round(share, 2), WHOLE_PER_CENT)
    assert ours == unweighted
    assert per_cent > unweighted


def test_the_mean_place_to_one_decimal_gives_no_cell_away(known: Known) -> None:
    """Told the weighted mean of places: could each cell's sum of places be another?"""
    for item in range(3):
        placed = ~np.isnan(known.places[:, item])
        places = np.where(placed, known.places[:, item], 0.0)
        sums, n = (np.bincount(known.cell, values, len(known.answers)) for values in (places, placed))
        weight, mean = known.weight @ n, float(known.weight @ sums / (known.weight @ n))
        seen = known.views @ sums
        limits = [LinearConstraint(known.views, seen - 0.01, seen + 0.01)]
        told = LinearConstraint(
            known.weight[None, :], (round(mean, 1) - 0.05) * weight, (round(mean, 1) + 0.05) * weight
        )
        for cell in np.flatnonzero(n > 0):
            assert _other_sum(sums, n, cell, [*limits, told]) == _other_sum(sums, n, cell, limits)


def _other_sum(sums: Floats, n: Floats, cell: int, limits: list[LinearConstraint]) -> bool:
    """Could the places of a cell sum up to something else?"""
    for low, high in ((n[cell], sums[cell] - 1), (sums[cell] + 1, 7 * n[cell])):
        if low <= high:
            least, most = n.astype(float), 7.0 * n
            least[cell], most[cell] = low, high
            if _possible(least, most, limits):
                return True
    return False
