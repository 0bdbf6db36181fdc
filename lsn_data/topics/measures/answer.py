"""What do the registers say of the measures? Asks the store; the figures come from `compute`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lsn_data.store import Store
from lsn_data.topics.measures.compute import (
    Matrix,
    Row,
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

    `share` is the theme's part (0 to 1) of all measures that run or are planned; where none has a status yet, of the
    strategic ones. None where there is no measure at all.
    """

    theme: str
    strategic: int
    running: int
    planned: int
    weight: Mapping[str, Fraction]
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
    live = [row for row in found.rows if is_live(row)]
    counts = {theme: sum(row["theme"] == theme for row in live) for theme in found.strategic.themes}
    if not any(counts.values()):
        counts = {theme: int(found.strategic.of_theme(theme)) for theme in found.strategic.themes}
    every = sum(counts.values())
    return {
        theme: _effort(theme, found, live, count / every if every else None) for theme, count in counts.items()
    }  # fmt: skip


def _effort(theme: str, found: Weighed, live: list[Row], share: float | None) -> Effort:
    here = [row for row in live if row["theme"] == theme]
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
        share,
    )
