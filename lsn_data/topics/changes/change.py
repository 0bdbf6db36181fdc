"""With which words is a change told: rows that are new, differ or are gone, and figures that move?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Holds = Literal["count", "share", "mean", "place", "items", "number"]
Figured = float | str | tuple[str, ...] | None


@dataclass(frozen=True)
class Figure:
    """A headline figure before and after; None where there is none, or where it may not be shown.

    `of` says of what it is told (an item, a KPI, a quadrant); `items` are codes in order, shares are of one.
    """

    name: str
    before: Figured
    after: Figured
    of: str = ""
    holds: Holds = "count"
    unit: str | None = None

    @property
    def key(self) -> str:
        """How machines call it: `members`, `mean_place VIS`."""
        return f"{self.name} {self.of}".strip()

    @property
    def moves(self) -> bool:
        """Does it differ?"""
        return self.before != self.after


@dataclass(frozen=True)
class Change:
    """What one file would change; `names` (English, German) are some of the rows that are new, changed and gone.

    `changed` is None where changed answers cannot be told from new ones: they carry no token.
    """

    before: int
    after: int
    new: int
    changed: int | None
    gone: int
    figures: tuple[Figure, ...] = ()
    names: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


def figure_json(one: Figure) -> dict[str, Any]:
    """A figure as the contract has it.

    >>> figure_json(Figure("members", 300, 303))
    {'figure': 'members', 'from': 300, 'to': 303}
    """
    return {"figure": one.key, "from": _plain(one.before), "to": _plain(one.after)}


def _plain(value: Figured) -> Any:
    return list(value) if isinstance(value, tuple) else value
