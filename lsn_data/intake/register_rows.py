"""What do the rows of a register's list say? Cell by cell, then row by row, with everything that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.foreign.known import Known, with_ids
from lsn_data.intake.listed import Line
from lsn_data.intake.register_beside import FORMER, Beside
from lsn_data.intake.register_cells import CellsOf, Codes, Reader
from lsn_data.intake.register_columns import STANDS_IN
from lsn_data.intake.register_doubts import Doubts
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.register_same import Same
from lsn_data.intake.report import LeftOut
from lsn_data.intake.rows import is_summary_text
from lsn_data.sheets.declared import Sheet, plain

EXAMPLE = re.compile(r"(?:example|beispiel)\s*:", re.IGNORECASE)
_FOOT = re.compile(
    r"^(?:stand|quelle|source|anmerkung|hinweis|note|erstellt|export(?:iert)?|as of|legende|legend|"
    r"letzte änderung|datum)\b.*[:\d]"
    r"|^(?:summe|gesamt|total|anzahl|insgesamt)\b.{0,40}\d|^[*¹²³†]",
    re.IGNORECASE,
)


class RowsOf:
    """The parts of a register on their way to rows; afterwards `notes` tell all doubts."""

    def __init__(self, sheet: Sheet, parts: Sequence[Part], values: Codes, known: Known | None) -> None:
        self.sheet, self.parts, self.known, self.notes = sheet, parts, known or Known(), Notes()
        self.cells = CellsOf(sheet, values, self.known, self.notes)
        self.beside = Beside(sheet, self.notes)
        self.doubts = Doubts(sheet, self.notes)

    def rows(self) -> list[Row]:
        """All rows, those of the same key as one."""
        found = [row for part in self.parts for row in self._of_part(part)]
        if self.sheet.kind == "swot":
            with_ids(found, self.known)
        return Same(self.sheet, self.parts, self.notes).merged(found)

    def _of_part(self, part: Part) -> Iterator[Row]:
        used = [*part.columns.fields, *part.columns.funding, *part.columns.helpers]
        readers = {at: self.cells.reader(part, at, field) for at, field in part.columns.fields.items()}
        wide = sum(len(line.cells) - sum(map(is_nothing, line.cells)) > 1 for line in part.listed.sample) > 1
        former = self.sheet.kind == "members" and bool(FORMER.search(plain(part.listed.sheet)))
        carried: Row = (self._section(part.listed.sheet) or {}) if len(self.parts) > 1 else {}
        quadrant: Cell = None
        quadrant_at = part.columns.at("quadrant")
        for line in part.listed.lines:
            filled = [text_of(line.cells[at]) for at in used if not is_nothing(line.cells[at])]
            whole = sum(1 for cell in line.cells if not is_nothing(cell))
            if reason := self._left(filled, whole, wide, len(part.columns.fields), bool(part.listed.form)):
                self.notes.left_out.append(LeftOut(line.number, reason, filled[0][:40] if filled else ""))
                continue
            if wide and whole == 1 and (section := self._section(filled[0])):
                carried = {**carried, **section}
                self.notes.left_out.append(LeftOut(line.number, "total", filled[0][:40]))
                continue
            if quadrant_at is not None and is_nothing(line.cells[quadrant_at]) and quadrant is not None:
                cells = [*line.cells[:quadrant_at], quadrant, *line.cells[quadrant_at + 1 :]]
                line = Line(line.number, cells, line.sheet, line.stood)
            elif quadrant_at is not None:
                quadrant = line.cells[quadrant_at]
            row = self._row(part, line, readers)
            for name, value in carried.items():
                row[name] = row[name] or value
            if self.sheet.kind != "members" or self.beside.is_member(part, line, row, former):
                yield row

    @staticmethod
    def _left(filled: Sequence[str], whole: int, wide: bool, columns: int, turned: bool) -> Any:
        """Why a row is none: blank, an example, a sum, a foot note; None for a row."""
        if not filled:
            return "blank"
        if EXAMPLE.match(filled[0]):
            return "test"
        if is_summary_text(filled[0]) and (len(filled) < columns or turned):
            return "total"
        return "total" if wide and whole == 1 and columns > 1 and _FOOT.match(filled[0]) else None

    def _section(self, text: str) -> Row | None:
        """What a row that holds one word says of those under it: a sector, a state; {} for a letter of the alphabet."""
        if re.fullmatch(r"[A-ZÄÖÜ]", text):
            return {}
        for field in self.sheet.fields:
            if field.holds == "choice" and not field.open and (code := field.code_of(text)):
                return {field.name: code}
        return None

    def _row(self, part: Part, line: Line, readers: Mapping[int, Reader]) -> Row:
        """The fields of a row, every field of the declaration there."""
        row: Row = {"row": line.number}
        for field in self.sheet.fields:
            row[field.name] = [] if field.holds in ("list", "choices") else None
        later: Row = {}
        for at, field in part.columns.fields.items():
            cell = line.cells[at]
            if isinstance(cell, str) and "@" in cell:
                cell = self.doubts.without_contacts(part, line, at, cell)
            found = readers[at](cell)
            row[field.name] = found.value
            later.update({name: value for name, value in found.more.items() if value is not None})
            self.doubts.judge(part, line, at, field, cell, found)
        for name, value in later.items():
            if name in row and row[name] in (None, []):
                row[name] = value
        self.beside.help(part, line, row)
        for field in self.sheet.fields:
            row[field.name] = row[field.name] or field.usual or row[field.name]
        self._pair(row)
        return row

    def _pair(self, row: Row) -> None:
        """A text given in one language serves both; a title names a row that has no other name."""
        for field in self.sheet.fields:
            if field.pair and row[field.name] is None:
                row[field.name] = next(
                    (row[one.name] for one in self.sheet.fields if one.pair == field.pair and row[one.name]), None
                )
        name, pair = STANDS_IN.get(self.sheet.kind, ("", ""))
        if (
            name
            and row[name] is None
            and not any(field.name == name for p in self.parts for field in p.columns.fields.values())
        ):
            row[name] = self._known_kpi(row[f"{pair}_de"] or row[f"{pair}_en"])

    def _known_kpi(self, name: str | None) -> str | None:
        return self.known.kpis.get(plain(name), name) if name and self.sheet.kind == "kpi" else name
