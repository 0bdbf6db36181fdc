"""In which field of strategy does each measure sit: SO, WO, ST, WT? Pure: the SWOT in, the fields out.

A field joins an inside and an outside quadrant. A measure sits in a field where it names a factor of each of the two;
with three or four quadrants it sits in several fields. A measure whose factors all lie inside, or all outside, sits in
no field but at the edge of each quadrant that it names. A measure that names no factor cannot be placed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.topics.swot.compute import QUADRANTS, Factor, Row, Swot

FIELDS: Mapping[str, tuple[str, str]] = {
    "SO": ("strength", "opportunity"),
    "WO": ("weakness", "opportunity"),
    "ST": ("strength", "threat"),
    "WT": ("weakness", "threat"),
}


@dataclass(frozen=True)
class Placed:
    """A measure in a field or at an edge, with its factors that put it there."""

    measure: Row
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Tows:
    """The measures by field, and by quadrant those at an edge.

    `through`: measures that name no factor themselves, but one beneath or above them does; `nowhere`: the others.
    """

    fields: Mapping[str, tuple[Placed, ...]]
    edges: Mapping[str, tuple[Placed, ...]]
    through: tuple[Row, ...]
    nowhere: tuple[Row, ...]

    @property
    def in_a_field(self) -> int:
        """How many measures sit in one field at least."""
        return len({id(one.measure) for placed in self.fields.values() for one in placed})

    @property
    def at_an_edge(self) -> int:
        """How many measures sit at an edge."""
        return len({id(one.measure) for placed in self.edges.values() for one in placed})


def tows(found: Swot, theme: str | None = None) -> Tows:
    """The fields with their measures in the order of the register; `theme` takes the measures of one theme."""
    measures = [row for row in found.measures if theme in (None, row["theme"])]
    named = factors_of(found)
    idle = {id(row) for row in found.idle}
    placed = [Placed(row, named[id(row)]) for row in measures if id(row) in named]
    inside_a_field = {id(one.measure) for one in placed for pair in FIELDS.values() if _spans(one, pair)}
    edge = [one for one in placed if id(one.measure) not in inside_a_field]
    return Tows(
        {field: tuple(_within(one, pair) for one in placed if _spans(one, pair)) for field, pair in FIELDS.items()},
        {
            quadrant: tuple(_within(one, (quadrant,)) for one in edge if _spans(one, (quadrant,)))
            for quadrant in QUADRANTS
        },
        tuple(row for row in measures if id(row) not in named and id(row) not in idle),
        tuple(row for row in measures if id(row) in idle),
    )


def factors_of(found: Swot) -> dict[int, tuple[Factor, ...]]:
    """The factors that each measure names, by the identity of its row, the heaviest of each quadrant first."""
    named: dict[int, list[Factor]] = {}
    for factor in found.factors:
        for row in factor.answered_by:
            named.setdefault(id(row), []).append(factor)
    return {row: tuple(factors) for row, factors in named.items()}


def _spans(one: Placed, quadrants: tuple[str, ...]) -> bool:
    return set(quadrants) <= {factor.quadrant for factor in one.factors}


def _within(one: Placed, quadrants: tuple[str, ...]) -> Placed:
    return Placed(one.measure, tuple(factor for factor in one.factors if factor.quadrant in quadrants))
