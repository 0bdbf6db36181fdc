"""What do the registers say of the measures? Asks the store; the figures come from `compute`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lsn_data.store import Store
from lsn_data.topics.measures.compute import (
    Matrix,
    Row,
    counting,
    detailed,
    is_live,
    matrix,
    overdue,
    ownerless,
    strategic,
    weights,
)
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of
from lsn_data.topics.strategy.compute import Frame

__all__ = ["Effort", "Weighed", "effort", "overdue", "ownerless", "weighed"]


@dataclass(frozen=True)
class Weighed:
    """A strategy's frame, its measures, and the two matrices: of the strategic ones (or offerings), of the others."""

    frame: Frame
    rows: tuple[Row, ...]
    strategic: Matrix
    detailed: Matrix


@dataclass(frozen=True)
class Effort:
    """What is done for a theme: its strategic measures, those that run or are planned, their weight by principle.

    `counted` are the measures that effort is counted by (`compute.counting`), `untold` those of them without a status;
    `share` is the theme's part (0 to 1) of all that are counted, None where there is none at all.
    """

    theme: str
    strategic: int
    running: int
    planned: int
    weight: Mapping[str, Fraction]
    counted: int
    untold: int
    share: float | None

    @property
    def live(self) -> int:
        """How many run or are planned."""
        return self.running + self.planned


def weighed(store: Store, strategy: str = OWN) -> Weighed:
    """The matrices of a strategy. Raises Refused for one that is not known."""
    frame, rows = frame_of(store, strategy), measures_of(store, strategy)
    themes = [row["code"] for row in frame.themes]
    principles = [row["code"] for row in frame.principles]
    offered = [{"theme": one.theme, "principles": one.principles} for one in frame.offerings]
    first = offered if frame.kind == "offerings" else strategic(rows)
    return Weighed(
        frame, tuple(rows), matrix(first, themes, principles), matrix(detailed(rows), themes, principles)
    )  # fmt: skip


def effort(store: Store) -> dict[str, Effort]:
    """Theme by theme, in the order of our strategy, what its measures amount to. Raises Refused."""
    found = weighed(store)
    counted = [row for row in counting(found.rows) if row["theme"] in found.strategic.themes]
    return {theme: _effort(theme, found, counted) for theme in found.strategic.themes}


def _effort(theme: str, found: Weighed, counted: Sequence[Row]) -> Effort:
    live = [row for row in found.rows if is_live(row)]
    here = [row for row in live if row["theme"] == theme]
    ours = [row for row in counted if row["theme"] == theme]
    weight = dict.fromkeys(found.strategic.principles, Fraction(0))
    for row in here:
        for principle, part in weights(row["principles"]).items():
            weight[principle] = weight.get(principle, Fraction(0)) + part
    return Effort(
        theme,
        len([row for row in strategic(found.rows) if row["theme"] == theme]),
        sum(row["status"] == "running" for row in here),
        sum(row["status"] == "planned" for row in here),
        weight,
        len(ours),
        sum(not row["status"] for row in ours),
        len(ours) / len(counted) if counted else None,
    )
