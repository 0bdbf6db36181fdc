"""Is 1 the highest priority, or the lowest? What the words of the file and its partial rankings say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Best = Literal["first", "last"]

_IS = (
    r"\s*(?:punkte?|points?)?\s*(?:=|:|\(|-|–|is|ist|means|bedeutet|steht für|heißt)?"
    r"\s*(?:the|die|das|der|am|sehr|very)?\s*"
)
_HIGH = r"(?:h(?:ö|oe)chst|wichtigst|oberst|highest|most important|top|best|sehr wichtig|very important)"
_LOW = r"(?:niedrigst|unwichtigst|geringst|lowest|least|am wenigsten|unwichtig|not important|schlechtest|worst)"
_POINTS = re.compile(r"\bpunkte?\b|\bpunktzahl|\bpoints?\b|\bscores?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What speaks for a direction: explicit words, talk of points, partial rankings that hold only high numbers."""

    said: tuple[Best, ...]
    points: str
    high_only: int
    partial: int

    @property
    def best(self) -> Best | None:
        """The direction that the words give, None if they give none or two."""
        return self.said[0] if len(set(self.said)) == 1 else None

    @property
    def conflicts(self) -> bool:
        """Do words contradict each other, or do the partial rankings contradict 1 as the first?"""
        contradicted = self.best != "last" and self.partial >= 3 and self.high_only >= 0.7 * self.partial
        return len(set(self.said)) > 1 or contradicted

    @property
    def must_be_asked(self) -> bool:
        """Nobody may guess: points without a word on which is best, or a conflict."""
        return self.conflicts or (bool(self.points) and self.best is None)


def evidence_of(words: str, notes: str, last: int, numbers: Sequence[Sequence[int]]) -> Evidence:
    """`words` are those of the question and its headings, `notes` what else the file says; `numbers` the rows' cells.

    >>> evidence_of("Rank from 1 (highest priority) to 7 (lowest)", "", 7, []).best
    'first'
    >>> evidence_of("Give points to the themes", "", 7, []).must_be_asked
    True
    """
    said = (*_said(words, last),) or (*_said(notes, last),)
    partial = [set(row) for row in numbers if 0 < len(row) < last]
    high_only = sum(1 for row in partial if last in row and 1 not in row)
    points = _POINTS.search(words)
    return Evidence(said, points[0] if points else "", high_only, len(partial))


def _said(words: str, last: int) -> list[Best]:
    text = words.casefold()
    found: list[Best] = []
    for number, high, low in ((1, "first", "last"), (last, "last", "first")):
        for pattern, best in ((_HIGH, high), (_LOW, low)):
            if re.search(rf"(?<![\d.,]){number}(?![\d.,]\d|\d){_IS}{pattern}", text):
                found.append(best)  # type: ignore[arg-type]
    return found
