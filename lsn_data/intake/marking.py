"""How are remarks written into a workbook: a list of them in front, and each cell coloured with a comment?

`main` runs in a process of its own, since it opens the person's own workbook: whatever is in it, only that process
can die of it. Words come ready from outside.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lsn_data.intake.cells_out import LONGEST_EXCEL_TEXT, cleaned
from lsn_data.limits import held_to

TYPEFACE = "Calibri"
FILLS = {"error": PatternFill("solid", fgColor="F6D9D3"), "warning": PatternFill("solid", fgColor="FBF1DC")}
HEADING_FILL = PatternFill("solid", fgColor="E4F0F3")
HEADING, LINK = Font(name=TYPEFACE, bold=True, color="182026"), Font(name=TYPEFACE, color="0B5E73", underline="single")
WIDTHS = (12, 22, 8, 34, 24, 62, 52)
TABLE_BEGINS = 4
MOST_COMMENTS = 5000
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31


@dataclass(frozen=True)
class Remark:
    """One thing to say of a cell (of a row, if `number` is 0; of the file, if `row` is 0). All texts are said."""

    severity: str
    kind: str
    sheet: str
    row: int
    number: int
    column: str
    value: str
    meaning: str
    what_to_do: str


@dataclass(frozen=True)
class Words:
    """What the sheet of remarks is called, its title and its note, its column headings."""

    name: str
    title: str
    note: str
    headings: tuple[str, ...]


class NotTheSame(Exception):
    """The workbook does not hold what the door has read: another reader would mark the wrong cells."""


def main(memory: int, seconds: int) -> None:
    """From standard input a line of JSON (remarks and words) and a workbook; to standard output the marked workbook."""
    held_to(memory, seconds)
    told = json.loads(sys.stdin.buffer.readline())
    remarks = [Remark(**one) for one in told["remarks"]]
    words = Words(**{**told["words"], "headings": tuple(told["words"]["headings"])})
    sys.stdout.buffer.write(own_marked(sys.stdin.buffer.read(), remarks, words))
    sys.stdout.buffer.flush()


def own_marked(data: bytes, remarks: Sequence[Remark], words: Words) -> bytes:
    """A person's own workbook with the remarks; macros and links to other files stay behind."""
    book = load_workbook(BytesIO(data), keep_vba=False, keep_links=False)
    titles = {cleaned(sheet.title): sheet.title for sheet in book.worksheets}
    last = {name: book[title].max_row for name, title in titles.items()}  # looks at every cell: asked once a sheet
    if any(one.row > last.get(one.sheet, one.row) for one in remarks):
        raise NotTheSame
    return marked(book, titles, remarks, words)


def fresh_marked(sheets: Mapping[str, Sequence[Sequence[Any]]], remarks: Sequence[Remark], words: Words) -> bytes:
    """A new workbook of the cells as they were read, with the remarks; without sheets the remarks alone."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    titles: dict[str, str] = {}
    for name, rows in sheets.items():
        titles[name] = sheet_name(name, titles.values())
        _fill(book.create_sheet(titles[name]), rows)
    return marked(book, titles, remarks, words)


def marked(book: Workbook, titles: Mapping[str, str], remarks: Sequence[Remark], words: Words) -> bytes:
    """The workbook with its cells marked and the list in front. `titles`: the sheets by the names the door knows."""
    for (sheet, row, number), told in _by_cell(remarks).items():
        if sheet in titles and row:
            _mark(book[titles[sheet]], row, max(number, 1), told)
    _list(book, titles, remarks, words)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """A name that a spreadsheet program takes and no other sheet has.

    >>> sheet_name("Antworten: 2026/27", []), sheet_name("Data", ["data"])
    ('Antworten 2026 27', 'Data 2')
    """
    base = " ".join(FORBIDDEN_IN_NAMES.sub(" ", cleaned(wanted)).split()) or "1"
    there = {one.casefold() for one in taken} | {"history"}
    name, count = base[:LONGEST_NAME], 1
    while name.casefold() in there:
        count += 1
        name = f"{base[: LONGEST_NAME - 1 - len(str(count))]} {count}"
    return name


def _by_cell(remarks: Sequence[Remark]) -> dict[tuple[str, int, int], list[Remark]]:
    found: dict[tuple[str, int, int], list[Remark]] = {}
    for one in remarks:
        found.setdefault((one.sheet, one.row, one.number), []).append(one)
    return dict(list(found.items())[:MOST_COMMENTS])


def _mark(sheet: Worksheet, row: int, number: int, told: Sequence[Remark]) -> None:
    """Colour a cell and say in a comment what is wrong; a comment that stands there already stays."""
    cell = sheet.cell(row, number)
    if isinstance(cell, MergedCell):
        return
    text = "\n\n".join(f"{one.meaning}\n{one.what_to_do}".strip() for one in told)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = Comment(cleaned(before + text)[:8000], "LSN", width=340, height=60 + 16 * (len(text) // 45))
    cell.fill = FILLS["error" if any(one.severity == "error" for one in told) else "warning"]


def _list(book: Workbook, titles: Mapping[str, str], remarks: Sequence[Remark], words: Words) -> None:
    """The sheet in front: one row a remark, with a link to its cell."""
    sheet = book.create_sheet(sheet_name(words.name, book.sheetnames), 0)
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0
    _text(sheet, 1, 1, words.title).font = Font(name=TYPEFACE, bold=True, size=13)
    _text(sheet, 2, 1, words.note).font = Font(name=TYPEFACE, color="626D76")
    for column, (heading, width) in enumerate(zip(words.headings, WIDTHS, strict=True), start=1):
        cell = _text(sheet, TABLE_BEGINS, column, heading)
        cell.font, cell.fill = HEADING, HEADING_FILL
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(TABLE_BEGINS + 1, 1)
    for row, one in enumerate(remarks, start=TABLE_BEGINS + 1):
        _row(sheet, row, one, titles.get(one.sheet))
    last = TABLE_BEGINS + max(len(remarks), 1)
    sheet.auto_filter.ref = f"A{TABLE_BEGINS}:{get_column_letter(len(WIDTHS))}{last}"
    sheet.page_setup.orientation = "landscape"


def _row(sheet: Worksheet, row: int, one: Remark, title: str | None) -> None:
    cells = (one.kind, one.sheet, one.row or "", one.column, one.value, one.meaning, one.what_to_do)
    for column, value in enumerate(cells, start=1):
        cell = _text(sheet, row, column, value) if isinstance(value, str) else sheet.cell(row, column, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(row, 1).fill = FILLS[one.severity]
    if title and one.row:
        target = f"{quote_sheetname(title)}!{get_column_letter(max(one.number, 1))}{one.row}"
        link = sheet.cell(row, 3)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=target)
        link.font = LINK


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Any]]) -> None:
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            if isinstance(value, str) or (type(value) is int and abs(value) >= 10**15):
                _text(sheet, row, column, str(value))
            elif value is not None:
                sheet.cell(row, column, value)


def _text(sheet: Worksheet, row: int, column: int, value: str) -> Cell:
    """A cell that is text whatever stands in it: never a formula, and never a letter written as a number."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if value:
        cell.value = cleaned(value)[:LONGEST_EXCEL_TEXT].replace("_x", "_x005F_x")[:LONGEST_EXCEL_TEXT]
        cell.data_type = "s"
        if value.startswith(("=", "+", "-", "@", "\t")):
            cell.quotePrefix = True
    return cell
