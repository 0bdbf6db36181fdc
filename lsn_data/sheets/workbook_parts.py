"""What do all our empty workbooks have in common: locked headings with remarks, lists to choose from, notes?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 2000
HEADING_FILL = PatternFill("solid", fgColor="E4F0F3")
TYPEFACE = "Calibri"
HEADING_FONT = Font(name=TYPEFACE, bold=True, color="182026")
NOTE_WIDTH = 100


def new_book(title: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return book, sheet


def write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that is text whatever stands in it: never a formula."""
    cell = sheet.cell(row=row, column=column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    return cell


def headings(sheet: Worksheet, columns: Iterable[tuple[str, str]], row_height: int, remark_height: int = 120) -> None:
    """The heading row from (heading, remark): frozen and locked, all below it free to fill."""
    for column, (heading, remark) in enumerate(columns, start=1):
        cell = write(sheet, 1, column, heading)
        cell.font, cell.fill = HEADING_FONT, HEADING_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(remark, "LSN", height=remark_height, width=260)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 26
        sheet.column_dimensions[letter].protection = Protection(locked=False)
    sheet.row_dimensions[1].height = row_height
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort"):
        setattr(sheet.protection, allowed, False)


def lists_sheet(book: Workbook, title: str) -> Worksheet:
    """The hidden sheet that holds what can be chosen."""
    lists: Worksheet = book.create_sheet(title)
    lists.sheet_state = "hidden"
    return lists


def named_list(book: Workbook, lists: Worksheet, column: int, name: str, entries: Sequence[str]) -> str:
    """Write entries below each other and name them, so that new rows cannot break the list. Returns the name."""
    for row, entry in enumerate(entries, start=1):
        write(lists, row, column, entry)
    letter, named = get_column_letter(column), f"list_{name}"
    area = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(entries)}"
    book.defined_names[named] = DefinedName(named, attr_text=area)
    return named


def rule(
    sheet: Worksheet, first: int, check: DataValidation, message: str, last: int | None = None, strict: bool = True
) -> None:
    """Check what is typed into columns `first` to `last` and say what is expected; not strict: only offer it."""
    check.allow_blank, check.showErrorMessage, check.error = True, strict, message
    sheet.add_data_validation(check)
    check.add(f"{get_column_letter(first)}2:{get_column_letter(last or first)}{LAST_ROW}")


def notes(sheet: Worksheet, title: str, lines: Iterable[str]) -> None:
    """A title, and the notes below it, one a row, each as high as its text."""
    sheet.column_dimensions["A"].width = NOTE_WIDTH
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    write(sheet, 1, 1, title).font = Font(name=TYPEFACE, bold=True, size=13)
    for row, line in enumerate(lines, start=3):
        write(sheet, row, 1, line).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = 15 * (1 + len(line) // (NOTE_WIDTH + 5))


def as_bytes(book: Workbook, version: str) -> bytes:
    """The workbook as a file that carries the version of its template."""
    book.custom_doc_props.append(StringProperty(name="lsn-template", value=version))  # type: ignore[attr-defined]  # missing in the stubs
    file = BytesIO()
    book.save(file)
    return file.getvalue()
