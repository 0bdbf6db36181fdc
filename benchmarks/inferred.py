"""What can be worked out with the knowledge that no number of answers is below zero, nor above those who answered?

    python -m benchmarks.inferred

The audit keeps sums and differences apart. Somebody who also reasons with bounds (a count of zero says that nobody in
the group chose it) learns more. Two attackers: one knows of every member all attributes, as the member register has
them, and not who answered; the other knows who answered, too. *Told*: respondents alike in everything, fewer than
five, of whom it follows how many put a theme among their first three; not counted are those in a view that is of one
mind, since that any view may tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from lsn_data.disclosure.decide import attributes_decided, decided
from lsn_data.intake.report import Respondent
from tests.disclosure.made import ATTRIBUTES, cell_of, invented, people_of

WAVES, THEMES, MEMBERS, ANSWERS, FEWEST = 3, 2, 300, 58, 5
Floats = NDArray[np.float64]


def main() -> None:
    """Print one line a way of deciding and attacker."""
    for name, way in (("attributes alone", attributes_decided), ("with combinations", decided)):
        for knows in (False, True):
            found = np.zeros(2, dtype=int)
            for seed in range(WAVES):
                members = invented(MEMBERS, seed)
                answers = [one for one in Random(seed).sample(members, ANSWERS) if one.ranked]
                views = [dict(view.parts) for view in way(people_of(answers))]
                for theme in range(THEMES):
                    found += attacked(members, answers, views, theme, knows)
            who = "who answered" if knows else "who could have answered"
            print(f"{name}, an attacker who knows {who}: told of {found[0]} of {found[1]} small groups")


def attacked(
    members: Sequence[Respondent], answers: Sequence[Respondent], views: Sequence[dict], theme: int, knows: bool
) -> tuple[int, int]:
    """Of how many small groups the attacker learns the answer, and how many there are."""
    cells = sorted({cell_of(one) for one in members})
    most, n = (np.array([Counter(map(cell_of, lot))[cell] for cell in cells]) for lot in (members, answers))
    chose = Counter(cell_of(one) for one in answers if (one.places[theme] or 9) <= 3)
    truth = np.array([chose[cell] for cell in cells])
    inside = np.array(
        [
            [all(cell[ATTRIBUTES.index(name)] in codes for name, codes in view.items()) for cell in cells]
            for view in views
        ]
    )
    of_one_mind = inside[(inside @ truth == 0) | (inside @ truth == inside @ n)].any(axis=0)
    small = np.flatnonzero((n > 0) & (n < FEWEST))
    asked = [cell for cell in small if not of_one_mind[cell]]
    limits, bounds = _known(inside.astype(float), truth, n, n if knows else most, knows)
    k = len(cells)
    told = sum(_only(cell, truth[cell], limits, bounds) and _only(k + cell, n[cell], limits, bounds) for cell in asked)
    return told, len(small)


def _known(
    inside: Floats, truth: Floats, n: Floats, most: Floats, knows: bool
) -> tuple[list[LinearConstraint], Bounds]:
    """What the views tell of how many chose the theme (k,) and how many answered (k,), cell by cell."""
    k, none = len(n), np.zeros_like(inside)
    limits = [
        LinearConstraint(np.hstack([inside, none]), inside @ truth - 0.01, inside @ truth + 0.01),
        LinearConstraint(np.hstack([none, inside]), inside @ n - 0.01, inside @ n + 0.01),
        LinearConstraint(np.hstack([np.eye(k), -np.eye(k)]), -np.inf, 0),
    ]
    return limits, Bounds(np.concatenate([np.zeros(k), n if knows else np.zeros(k)]), np.concatenate([most, most]))


def _only(at: int, value: int, limits: list[LinearConstraint], bounds: Bounds) -> bool:
    """Is the number the only one that fits?"""
    goal = np.zeros(len(bounds.lb))
    goal[at] = 1
    ends = [
        milp(sign * goal, constraints=limits, bounds=bounds, integrality=np.ones(len(goal)), options={"time_limit": 5})
        for sign in (1, -1)
    ]
    return all(end.x is not None and round(end.x[at]) == value for end in ends)


if __name__ == "__main__":
    main()
