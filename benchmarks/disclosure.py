"""How much stays visible at 58 answers, and what can an attacker work out?

    python -m benchmarks.disclosure [ANSWERS]

Invented waves with five attributes. Beside ours: every table of one and two attributes with the cells under five left
out, as most dashboards do it. *Recovered*: hidden groups (of any attributes together) that follow from the views
seen. *Counted*: hidden groups of two attributes whose number of answers follows once nobody is counted negatively
(the attacker does not know who answered at all; a number of answers tells nobody's answer). *Visible*: of all
groups of one or two attributes with at least five answers, those that are shown as they are; and as a bound, those that
could be shown, each by itself beside the groups of the single attributes.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from lsn_data.disclosure import FEWEST
from lsn_data.disclosure.audit import Audit
from lsn_data.disclosure.decide import attributes_decided, decided
from lsn_data.intake.report import Respondent
from tests.disclosure.made import ATTRIBUTES, Attacker, cell_of, invented, members, people_of, small_groups

WAVES = 5
Mask = NDArray[np.bool_]


def main(answers: int = 58) -> None:
    """Print one line a way of hiding."""
    print(f"{WAVES} invented waves of {answers} answers, five attributes")
    ways = {"cells under five left out": naive, "decided over all views": ours}
    for name, way in ways.items():
        began = time.perf_counter()
        found = [way(invented(answers, seed)) for seed in range(WAVES)]
        took = (time.perf_counter() - began) / WAVES
        told = [measured(invented(answers, seed), views) for seed, views in enumerate(found)]
        recovered, hidden, counted, pairs, shown, bound, there = np.sum(told, axis=0)
        print(
            f"{name}: {np.mean([len(views) for views in found]):.0f} views a wave;"
            f" recovered {recovered:.0f} of {hidden:.0f} groups under five ({recovered / hidden:.0%}),"
            f" counted {counted:.0f} of {pairs:.0f}; visible {shown / there:.0%} of groups of five and more"
            f" (at most {bound / there:.0%}); {took:.2f} s a wave"
        )


def naive(respondents: Sequence[Respondent]) -> list[Mask]:
    """Every cell of five and more in every table of one or two attributes."""
    return [np.ones(len(respondents), dtype=bool), *large_groups(respondents)]


def ours(respondents: Sequence[Respondent]) -> list[Mask]:
    """The views that a wave offers."""
    return [members(respondents, dict(view.parts)) for view in decided(people_of(respondents))]


def large_groups(respondents: Sequence[Respondent]) -> list[Mask]:
    """All groups of one or two attributes with at least five answers."""
    return [group for group in _groups(respondents) if group.sum() >= 5]


def _groups(respondents: Sequence[Respondent]) -> list[Mask]:
    sets = [*itertools.combinations(ATTRIBUTES, 1), *itertools.combinations(ATTRIBUTES, 2)]
    return [
        members(respondents, {name: (code,) for name, code in zip(names, codes, strict=True)})
        for names in sets
        for codes in sorted({tuple(getattr(one, name) or "" for name in names) for one in respondents})
    ]


def measured(respondents: Sequence[Respondent], views: Sequence[Mask]) -> tuple[int, ...]:
    """Recovered and hidden groups, counted and hidden pairs, shown, possible and all large groups."""
    attacker, hidden = Attacker(respondents, views), small_groups(respondents)
    pairs = [group for group in _groups(respondents) if 0 < group.sum() < 5]
    large = large_groups(respondents)
    seen = {view.tobytes() for view in views}
    return (
        sum(attacker.recovers(group) for group in hidden),
        len(hidden),
        sum(_counted(respondents, views, group) for group in pairs),
        len(pairs),
        sum(group.tobytes() in seen for group in large),
        _possible(respondents, large),
        len(large),
    )


def _possible(respondents: Sequence[Respondent], large: Sequence[Mask]) -> int:
    """How many groups could be shown by themselves beside those of the single attributes."""
    people = people_of(respondents)
    audit = Audit.of(people.n, FEWEST)
    for view in attributes_decided(people):
        audit = audit.seeing(people.meeting(view.parts))
    cells = [cell_of(one) for one in respondents]
    held = [{cell for cell, inside in zip(cells, group, strict=True) if inside} for group in large]
    return sum(audit.seeing(np.array([cell in group for cell in people.cells])).safe for group in held)


def _counted(respondents: Sequence[Respondent], views: Sequence[Mask], group: Mask) -> bool:
    """Is the group's number the only one that fits, with nobody counted negatively?"""
    cells = [cell_of(one) for one in respondents]
    order = sorted(set(cells))
    held = [{cell for cell, inside in zip(cells, view, strict=True) if inside} for view in (*views, group)]
    *rows, goal = np.array([[float(cell in cells_held) for cell in order] for cells_held in held])
    sums = [view.sum() for view in views]
    least, most = (
        linprog(sign * goal, A_eq=np.array(rows), b_eq=sums, bounds=(0, None)).fun * sign for sign in (1, -1)
    )
    return bool(abs(least - most) < 1e-6)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
