"""Who answered, who did not, and does the ranking hold when the answers are weighted? Asks the store, computes.

Groups are those that a wave may show (`priorities.answer.groups`), and their answers those who ranked, as everywhere:
so nothing new is told of any group of respondents; the members of a group are no answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from lsn_data.disclosure import NO_ANSWER, Group
from lsn_data.errors import Refused
from lsn_data.language import mark
from lsn_data.sheets.survey import ATTRIBUTES, attribute_of
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.answer import answer, groups
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.representativeness.compute import OTHER, Cell, Comparison, cells_of, compared, overfull
from lsn_data.topics.representativeness.population import NOT_KNOWN, Population, population
from lsn_data.topics.representativeness.raking import UNTOLD, Ints, Margin, cells_of_rows, raked
from lsn_data.topics.representativeness.weighted import Weighted, weighted

NO_MEMBERS = mark(
    "Who the members are is not known. Upload the member register, or type in how many members of each group were"
    " asked when you upload the survey."
)
NOTHING_TO_COMPARE = mark(
    "Members and answers cannot be compared by any attribute. Check that the survey asks for sector, size or state,"
    " and that the member register tells them too."
)
Rows = list[dict[str, Any]]
Why = Literal["not told", "not asked", "too few", "does not fit"]


@dataclass(frozen=True)
class NotCompared:
    """An attribute that is left out, and why; `cells` are the groups with more answers than members."""

    by: str
    why: Why
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Representativeness:
    """The comparisons of a wave, attribute by attribute. `untold`: the answers that do not tell an attribute, where
    they are a group of their own."""

    population: Population
    ranked: int
    comparisons: tuple[Comparison, ...]
    not_compared: tuple[NotCompared, ...]
    untold: dict[str, int]

    @property
    def members(self) -> int:
        """All members by the register, else the most that an attribute tells."""
        return self.population.members or max(one.members for one in self.comparisons)

    @property
    def not_known(self) -> dict[str, int]:
        """By attribute the members whose group the register does not tell."""
        found = {one.by: self.population.by[one.by].members.get(NOT_KNOWN, 0) for one in self.comparisons}
        return {by: n for by, n in found.items() if n}


def representativeness(store: Store, wave: Import) -> Representativeness:
    """Respondents against non-respondents. Raises Refused where nobody tells the members, NotShown for too few."""
    return _represented(store, wave, answer(store, wave).ranked, _rows(store, wave))


def _represented(store: Store, wave: Import, ranked: int, rows: Rows) -> Representativeness:
    members = population(store, wave)
    if not members.by:
        raise Refused("no-members", NO_MEMBERS)
    cells: dict[str, tuple[Cell, ...]] = {}
    left_out: list[NotCompared] = []
    untold: dict[str, int] = {}
    for attribute in ATTRIBUTES:
        named = {row[attribute.name] for row in rows} - {NO_ANSWER}
        found = _cells(groups(store, wave, attribute.name), members, attribute.name, named, untold)
        if isinstance(found, NotCompared):
            left_out.append(found)
        else:
            cells[attribute.name] = found
    if not cells:
        raise Refused("nothing-to-compare", NOTHING_TO_COMPARE)
    return Representativeness(members, ranked, compared(cells), tuple(left_out), untold)


def weighted_answer(store: Store, wave: Import) -> Weighted:
    """The ranking of a wave, weighted by its members. Raises Refused and NotShown as `representativeness` does."""
    plain, everybody = answer(store, wave), _rows(store, wave)
    found = _represented(store, wave, plain.ranked, everybody)
    rows = [row for row in everybody if any(place is not None for place in row["places"])]
    ballots = Ballots.of(plain.pair_items, [(row["places"], row["n"]) for row in rows], plain.blank_means)
    groups_of_rows = {
        one.by: np.array([_group(one.cells, row[one.by]) for row in rows], dtype=np.int64) for one in found.comparisons
    }
    margins = [_margin(one, groups_of_rows[one.by]) for one in found.comparisons]
    weights, used, left_out = _weights(ballots.counts, margins)
    return weighted(plain, ballots, weights, used, left_out)


def _rows(store: Store, wave: Import) -> Rows:
    return store.ask("ballots_with_attributes", **{"import": wave.import_id})


def _cells(
    shown: tuple[Group, ...], members: Population, by: str, named: set[str], untold: dict[str, int]
) -> tuple[Cell, ...] | NotCompared:
    """The groups of one attribute with their members, or why they cannot be compared."""
    if not named:
        return NotCompared(by, "not asked")
    counted = members.by.get(by)
    if counted is None or (counted.told == "wave" and not named <= set(counted.members)):
        return NotCompared(by, "not told")
    with_other = attribute_of(by).choice(OTHER) is not None
    cells = cells_of(shown, counted.known, named, with_other)
    if len(cells) < 2:
        return NotCompared(by, "too few")
    if overfull(cells):
        return NotCompared(by, "does not fit", overfull(cells))
    alone = [group.n for group in shown if set(group.codes) == {NO_ANSWER}]
    untold.update(dict.fromkeys([by] * len(alone), sum(alone)))
    return cells


def _group(cells: tuple[Cell, ...], code: str) -> int:
    """The position of the group that holds a code."""
    return next((at for at, cell in enumerate(cells) if code in cell.codes), UNTOLD)


def _margin(one: Comparison, group: Ints) -> Margin:
    return Margin(one.by, np.array([cell.members / one.members for cell in one.cells]), group)


def _weights(counts: Floats, margins: list[Margin]) -> tuple[Floats, list[Margin], tuple[str, ...]]:
    """(r,) the weight of each row, raked over its cells; the margins used; the attributes left out."""
    first, at = cells_of_rows(margins)
    by_cell = [Margin(margin.by, margin.shares, margin.group[first]) for margin in margins]
    held: Floats = np.bincount(at, counts).astype(float)
    found = raked(held, by_cell)
    return found.weights[at], [margin for margin in margins if margin.by in found.used], found.left_out
