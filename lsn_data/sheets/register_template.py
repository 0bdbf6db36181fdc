"""How does an empty workbook for a register look? Made from the register's declaration alone, in either language.

A sheet to fill (one row an entry, lists to choose from, a remark on each heading, an example row that is left out
of the import), and notes.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.language import Language, mark
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.remarks import example_of, remarks
from lsn_data.sheets.workbook_parts import (
    TYPEFACE,
    as_bytes,
    headings,
    lists_sheet,
    named_list,
    new_book,
    notes,
    rule,
    write,
)

VERSION = 1
EXAMPLE_FONT = Font(name=TYPEFACE, italic=True, color="5B6770")
EXAMPLE_FILL = PatternFill("solid", fgColor="F4F4F1")
AS_TEXT = "@"

NOTES = (
    mark("The heading row stays as it is. A remark on each heading says what belongs below it."),
    mark("The grey row is an example. Delete it or leave it: whatever begins with its first word is not imported."),
    mark("Do not write names, e-mail addresses or other personal data."),
    mark("Save the file as .xlsx and upload it. You see what was understood before anything is stored."),
    mark("Each upload shows the register as it stands on a day, whole. Earlier ones are kept as history."),
)


def register_template(kind: str, code: str) -> bytes:
    """An empty, guided workbook (.xlsx) for a register; `code` is the language. KeyError for an unknown kind."""
    register, say = REGISTERS[kind], Language(code)
    book, sheet = new_book(say.both(register.label))
    columns = [(say.both(field.label), "\n".join(remarks(field, say))) for field in register.fields]
    headings(sheet, columns, row_height=34, remark_height=190)
    _checks(book, sheet, register, say)
    _example(sheet, register, say)
    notes(book.create_sheet(say("Notes")), say("How to fill this workbook"), _notes(register, say))
    return as_bytes(book, f"{kind} {VERSION} {code}")


def _checks(book: Workbook, sheet: Worksheet, register: Sheet, say: Language) -> None:
    """What may be typed into each column; what is no number is kept as typed, so that 1-9 does not become a date."""
    lists = lists_sheet(book, say("Lists"))
    for column, field in enumerate(register.fields, start=1):
        if field.holds == "number":
            number = DataValidation(type="decimal", operator="between", formula1="-1E+15", formula2="1E+15")
            rule(sheet, column, number, say("Write a number, or leave the cell empty."))
            continue
        sheet.column_dimensions[get_column_letter(column)].number_format = AS_TEXT
        entries = _entries(field, say)
        if entries:
            name = named_list(book, lists, column, field.name, entries)
            strict = field.holds in ("choice", "yes") and not field.open
            chosen = say("Choose an entry of the list, or leave the cell empty.")
            rule(sheet, column, DataValidation(type="list", formula1=f"={name}"), chosen, strict=strict)


def _entries(field: Field, say: Language) -> list[str]:
    """What a column offers to choose from."""
    if field.holds == "yes":
        return [say("yes"), say("no")]
    return [say.both(choice.label) for choice in field.choices]


def _example(sheet: Worksheet, register: Sheet, say: Language) -> None:
    """One row that shows how to fill; its first cell says so, and by that the import knows it."""
    for column, field in enumerate(register.fields, start=1):
        text = example_of(field, say)
        cell = write(sheet, 2, column, say("Example: {entry}", entry=text) if column == 1 else text)
        if field.holds == "number" and text and column > 1:
            cell.value = float(text)
        cell.font, cell.fill, cell.protection = EXAMPLE_FONT, EXAMPLE_FILL, Protection(locked=False)
        cell.number_format = "General" if field.holds == "number" else AS_TEXT
    remark = say("An example. Delete this row or leave it: it is not imported.")
    sheet.cell(row=2, column=1).comment = Comment(remark, "LSN", height=60, width=260)


def _notes(register: Sheet, say: Language) -> list[str]:
    """What the register is, how to fill it, and each column once more, so that the notes can be printed."""
    columns = [f"{say.both(field.label)}: {' '.join(remarks(field, say))}" for field in register.fields]
    return [say.both(register.about), *(say(note) for note in NOTES), "", *columns]
