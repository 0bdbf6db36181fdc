"""What is wrong with a cell of a register? Trouble with a needed one stands in the way of the whole file."""

from __future__ import annotations

from lsn_data.intake.cells import Cell, text_of
from lsn_data.intake.columns import MAIL
from lsn_data.intake.listed import Line
from lsn_data.intake.register_cells import suggested
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.values import Understood
from lsn_data.sheets.declared import Field, Sheet


class Doubts:
    """Judges cells and notes what is wrong with them."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        self.notes = notes
        self.needed = {field.name for field in sheet.required if not field.may_be_blank}

    def judge(self, part: Part, line: Line, at: int, field: Field, cell: Cell, found: Understood) -> None:
        """What is wrong with a cell; trouble with a needed one stands in the way of the whole file."""
        if found.problem or (field.required and found.value in (None, [])):
            self._doubt(part, line, at, field, cell, found)

    def _doubt(self, part: Part, line: Line, at: int, field: Field, cell: Cell, found: Understood) -> None:
        heading = part.listed.headings[at]
        where: Row = {"row": line.number, "column": heading, "value": text_of(cell)[:60], "at": line.column(at)}
        needed = field.name in self.needed
        if not found.problem:
            if needed:
                self.notes.note("cell-missing", part, **where)
        elif found.problem == "not-in-list":
            where["value"] = "; ".join(found.left)[:60] or where["value"]
            where["allowed"] = {"labels": [choice.label for choice in field.choices]}
            if not (needed and not found.value and self._asks(field, cell, heading)):
                self.notes.note(
                    "needed-cell-not-in-list" if needed and not found.value else "not-in-list", part, **where
                )
        elif needed and found.value in (None, []):
            self.notes.note("needed-cell-unclear", part, **where)
        else:
            self.notes.note(found.problem, part, **where)
        if field.name == "principles" and not found.value:
            named = part.columns.at("measure")
            measure = text_of(line.cells[named]) if named is not None else ""
            self.notes.note("off-strategy", part, row=line.number, value=measure, at=line.column(at))

    def _asks(self, field: Field, cell: Cell, heading: str) -> bool:
        """Is a text near one of a needed column's values? Then it is asked about instead of refused."""
        text = text_of(cell)
        near = suggested(field, text)
        if near:
            self.notes.ask(heading, field, text, near)
        return bool(near)

    def without_contacts(self, part: Part, line: Line, at: int, cell: str) -> Cell:
        """The cell without e-mail addresses, whichever column they stand in; the address itself is not told."""
        if not MAIL.search(cell):
            return cell
        self.notes.note("contact-in-cell", part, row=line.number, column=part.listed.headings[at], at=line.column(at))
        return MAIL.sub("", cell).strip(" ,;:<>()") or None
