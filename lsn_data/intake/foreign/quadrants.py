"""A SWOT as four columns, as four boxes or as one list with headings between: which factor stands in which quadrant?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.listed import Line, Listed
from lsn_data.intake.problems import problem
from lsn_data.sheets.choices import QUADRANTS
from lsn_data.sheets.declared import names_of, plain

LETTERS = {"strength": "S", "weakness": "W", "opportunity": "O", "threat": "T"}
_FILLER = frozenset(
    ("intern", "interne", "internal", "extern", "externe", "external", "unsere", "our", "die", "der", "eigene", "und",
     "s", "w", "o", "t", "r", "lsn", "swot", "analyse", "faktoren", "factors", "positiv", "negativ")
)  # fmt: skip
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪►‣○●✓→>+]|\(?\d{1,2}[.)]|[a-z][.)])\s+|^\s*[•·▪►‣●]\s*", re.IGNORECASE)
_VOTES = re.compile(r"^(?:stimmen|votes|punkte|points)$", re.IGNORECASE)
FEWEST = 3


@dataclass(frozen=True)
class Box:
    """A quadrant's heading in the sheet, and what stands in the same cell under it."""

    row: int
    at: int
    quadrant: str
    inside: tuple[str, ...]


def turned(sheet: str, rows: Sequence[Sequence[Cell]]) -> Iterator[Listed]:
    """The sheet as a list of factors, if at least three quadrants head something in it."""
    boxes = [box for row, cells in enumerate(rows[:400]) for box in _boxes(row, cells)]
    if len({box.quadrant for box in boxes}) < FEWEST or len(boxes) > 8:
        return
    lines, aside = [], 0
    for box in sorted(boxes, key=lambda one: list(LETTERS).index(one.quadrant)):
        found, strange = _factors(sheet, rows, box, boxes)
        lines.extend(found)
        aside += strange
    if len({line.cells[0] for line in lines}) < FEWEST:
        return
    told = [problem("numbers-left", sheet=sheet, count=aside)] if aside else []
    yield Listed(sheet, ("quadrant", "text", "votes"), made=tuple(lines), form="quadrants", told=tuple(told))


def quadrant_of(text: str) -> str | None:
    """The quadrant that a heading names, whatever stands around the word.

    >>> quadrant_of("Stärken (Strengths)"), quadrant_of("O – Chancen:"), quadrant_of("Chancen nutzen"), quadrant_of("S")
    ('strength', 'opportunity', None, None)
    """
    words = plain(text).split()
    if not 1 <= len(words) <= 5:
        return None
    named = {_quadrants()[word] for word in words if word in _quadrants()}
    rest = [word for word in words if word not in _quadrants() and word not in _FILLER]
    return named.pop() if len(named) == 1 and not rest else None


@cache
def _quadrants() -> dict[str, str]:
    """Every word for a quadrant that has more than one letter."""
    return {name: choice.code for choice in QUADRANTS for name in names_of(choice) if len(name) > 1}


def _boxes(row: int, cells: Sequence[Cell]) -> Iterator[Box]:
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and cell.strip():
            first, *inside = [part for part in cell.splitlines() if part.strip()]
            quadrant = quadrant_of(first)
            if quadrant is None and ":" in first and not inside:
                head, _, rest = first.partition(":")
                quadrant, inside = quadrant_of(head), [rest] if rest.strip() else []
            if quadrant:
                yield Box(row, at, quadrant, tuple(inside))


def _factors(sheet: str, rows: Sequence[Sequence[Cell]], box: Box, boxes: Sequence[Box]) -> tuple[list[Line], int]:
    """The factors of a box: under its heading as far as the next one, to the right as far as the next one beside it."""
    beside = [one.at for one in boxes if one.at > box.at and abs(one.row - box.row) <= 1]
    right = min(beside, default=len(rows[0]))
    below = [one.row for one in boxes if one.row > box.row and box.at <= one.at < right]
    below += [one.row for one in boxes if one.row > box.row + 1 and one.at == box.at]
    # Boxes side by side end together: the next row of boxes ends them all.
    end = min(below, default=len(rows))
    votes_at = {at for at in range(box.at, right) if _VOTES.match(text_of(rows[box.row][at]).strip())}
    stood = (box.at, box.at, -1)
    lines = [Line(box.row + 1, [box.quadrant, text, None], sheet, stood) for text in parts_of("\n".join(box.inside))]
    aside = 0
    for row in range(box.row, end):
        cells = rows[row]
        votes = next((cells[at] for at in votes_at if isinstance(cells[at], (int, float))), None)
        for at in range(box.at if row > box.row else box.at + 1, right):
            cell = cells[at]
            if at in votes_at or is_nothing(cell):
                continue
            if not isinstance(cell, str) or re.fullmatch(r"[\d.,)\s]+", cell):
                aside += not isinstance(cell, str) and at > box.at
                continue
            lines.extend(Line(row + 1, [box.quadrant, text, votes], sheet, (box.at, at, -1)) for text in parts_of(cell))
    return lines, aside


def parts_of(text: str) -> list[str]:
    """The factors in a cell: one a line, bullets and numbers taken off; a line that goes on is no factor of its own.

    >>> parts_of("• Gute Lage\\n• Starke\\n  Mitglieder"), parts_of("1. Eins 2. Zwei")
    (['Gute Lage', 'Starke Mitglieder'], ['1. Eins 2. Zwei'])
    """
    lines = [line for line in text.splitlines() if line.strip()]
    bulleted = sum(1 for line in lines if _BULLET.match(line))
    parts: list[str] = []
    for line in lines:
        goes_on = bulleted >= 0.5 * len(lines) and not _BULLET.match(line)
        said = (
            " ".join(_BULLET.sub("", line).split())
            if len(lines) > 1 or line.lstrip()[:1] in "-–—•·*▪►‣○●"
            else line.strip()
        )
        if goes_on and parts:
            parts[-1] = f"{parts[-1]} {said}"
        else:
            parts.append(said)
    return [part for part in parts if part]
