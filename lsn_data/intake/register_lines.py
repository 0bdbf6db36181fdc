"""Which lines of a register's list are rows, and what do the lines between say of those under them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import not_

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columnwise import Meanings
from lsn_data.intake.listed import Line
from lsn_data.intake.register_columns import heads_of
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.report import LeftOut, Why
from lsn_data.intake.rows import is_summary_text
from lsn_data.sheets.declared import Sheet, plain

EXAMPLE = re.compile(r"(?:example|beispiel)\s*:", re.IGNORECASE)
_FOOT = re.compile(
    r"^(?:stand|quelle|source|anmerkung|hinweis|note|erstellt|export(?:iert)?|as of|legende|legend|"
    r"letzte änderung|datum)\b.*[:\d]"
    r"|^(?:summe|gesamt|total|anzahl|insgesamt)\b.{0,40}\d|^[*¹²³†]",
    re.IGNORECASE,
)


class Lines:
    """The lines of one list; those that are no rows are noted as left out."""

    def __init__(self, sheet: Sheet, part: Part, notes: Notes) -> None:
        self.sheet, self.part, self.notes = sheet, part, notes
        self.used = [*part.columns.fields, *part.columns.funding, *part.columns.helpers]
        filled = [sum(not is_nothing(cell) for cell in line.cells) for line in part.listed.sample]
        self.wide = sum(count > 1 for count in filled) > 1

    def rows(self, carried: Row) -> Iterator[tuple[Line, Row]]:
        """Each line that is a row, and what lines over it say of it: a sector, a state, a quadrant."""
        quadrant_at = self.part.columns.at("quadrant")
        quadrant = None
        lines = self.part.listed.lines
        for at, (line, empty) in enumerate(zip(lines, _empty(lines, self.used), strict=True)):
            filled = list(compress(self.used, map(not_, empty)))
            if at == 0 and self._are_headings([line.cells[n] for n in filled]):
                self.notes.left_out.append(LeftOut(line.number, "total", text_of(line.cells[filled[0]])[:40]))
                continue
            first = text_of(line.cells[filled[0]]) if filled else ""
            alone = self.wide and len(filled) == 1 and sum(not is_nothing(cell) for cell in line.cells) == 1
            numbers = all(isinstance(line.cells[at], (int, float)) for at in filled[1:])
            if reason := self._left(first, len(filled), numbers, alone):
                self.notes.left_out.append(LeftOut(line.number, reason, first[:40]))
                continue
            if alone and (section := section_of(self.sheet, first)):
                carried = {**carried, **section}
                self.notes.left_out.append(LeftOut(line.number, "total", first[:40]))
                continue
            if quadrant_at is not None and quadrant_at in filled:
                quadrant = line.cells[quadrant_at]
            elif quadrant_at is not None and quadrant is not None:
                cells = [*line.cells[:quadrant_at], quadrant, *line.cells[quadrant_at + 1 :]]
                line = Line(line.number, cells, line.sheet, line.stood)
            yield line, carried

    def _are_headings(self, cells: Sequence[Cell]) -> bool:
        """A second row of headings below the first: nothing but words that name columns."""
        return len(cells) > 1 and {plain(text_of(cell)) for cell in cells} <= heads_of(self.sheet)

    def _left(self, first: str, filled: int, numbers: bool, alone: bool) -> Why | None:
        """Why a line is no row: blank, an example, a sum, a foot note; None for a row.

        `first` is its first text; `numbers`: all that follows are numbers, which in a list of names are sums.
        """
        columns = len(self.part.columns.fields)
        sums = filled < columns or bool(self.part.listed.form) or (numbers and self.sheet.kind == "members")
        if not filled:
            return "blank"
        if EXAMPLE.match(first):
            return "test"
        if is_summary_text(first) and sums:
            return "total"
        return "total" if alone and columns > 1 and _FOOT.match(first) else None


def _empty(lines: Sequence[Line], used: Sequence[int]) -> Iterator[tuple[bool, ...]]:
    """Which of these cells of each line hold nothing: asked once for each distinct cell of a column."""
    columns = [[line.cells[at] for line in lines] for at in used]
    return zip(*(Meanings(is_nothing).of(column) for column in columns), strict=True)


def section_of(sheet: Sheet, text: str) -> Row | None:
    """What a line that holds one word says of those under it: a sector, a state; {} for a letter of the alphabet."""
    if re.fullmatch(r"[A-ZÄÖÜ]", text):
        return {}
    for field in sheet.fields:
        if field.holds == "choice" and not field.open and (code := field.code_of(text)):
            return {field.name: code}
    return None
