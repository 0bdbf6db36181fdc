"""Which success stories are whole? Pure: rows in, stories out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]
PARTS = ("problem", "solution", "contribution")


def lacking(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Which of problem, solution and LSN's contribution nobody has told: without one of them it is no story yet.

    >>> lacking({"problem": "No clinic", "solution": "An evening", "contribution": " "})
    ('contribution',)
    """
    return tuple(part for part in PARTS if not (row[part] or "").strip())


def ordered(rows: Sequence[Row]) -> list[Row]:
    """The stories that are whole, the newest first; those without a date at the end, by name."""
    told = [row for row in rows if not lacking(row)]
    dated = sorted((row for row in told if row["date"]), key=lambda row: (row["date"], row["story"]), reverse=True)
    return dated + sorted((row for row in told if not row["date"]), key=lambda row: str(row["story"]))
