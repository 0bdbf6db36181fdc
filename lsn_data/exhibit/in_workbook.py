"""How do the figures of exhibits leave as a workbook? One sheet an exhibit, numbers as numbers, text as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo

from lsn_data.exhibit import Column, Exhibit, Value, clean, workbook_contents
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.cells import argb, line, write_cell
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.tables import is_figure, levels, number_format, tints
from lsn_data.language import Language

AUTHOR = "LSN 2030"
SHEET_NAME_LIMIT = 31
HEAD_ROW = 4
_WIDEST = 60
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def workbook(exhibits: Sequence[Exhibit]) -> bytes:
    """An `.xlsx` file with message, title, table, notes and source of each exhibit on a sheet of its own."""
    book = _book(exhibits[0].message if exhibits else AUTHOR)
    _sheets(book, exhibits, set())
    if not exhibits:
        book.create_sheet(AUTHOR)
    return _saved(book)


def figures(bound: Bound) -> bytes:
    """The figures of a whole pack or edition as a workbook: what it holds first, then a sheet an exhibit."""
    book = _book(bound.edition or bound.name)
    say = bound.say
    first = book.create_sheet(sheet_name(say("Contents"), set()))
    names = _sheets(book, bound.exhibits, {first.title.lower()})
    workbook_contents.fill(first, bound, names)
    return _saved(book)


def _book(title: str) -> Workbook:
    """An empty workbook that names the product as its author, never a person."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = AUTHOR
    book.properties.title = clean.shortened(clean.line(title), 200)
    return book


def _sheets(book: Workbook, exhibits: Sequence[Exhibit], taken: set[str]) -> list[str]:
    """A sheet an exhibit; returns their names."""
    names = []
    for at, exhibit in enumerate(exhibits, start=1):
        name = sheet_name(exhibit.title or exhibit.name, taken)
        taken.add(name.lower())
        names.append(name)
        _fill(book.create_sheet(name), exhibit, at)
    return names


def _saved(book: Workbook) -> bytes:
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A short name for a sheet that no other one has (`taken` in small letters).

    >>> sheet_name("Places: all/members", {"places all members"})
    'Places all members 2'
    """
    base = clean.line(clean.line(wanted).translate(_FORBIDDEN_IN_NAMES)) or "LSN 2030"
    name, count = clean.shortened(base, SHEET_NAME_LIMIT), 1
    while name.lower() in taken or name.lower() == "history":
        count += 1
        name = f"{clean.shortened(base, SHEET_NAME_LIMIT - 1 - len(str(count)))} {count}"
    return name


def _fill(sheet: Any, exhibit: Exhibit, at: int) -> None:
    """Message and title, the table from row 4, notes and foot below it; `at` is the sheet's number among all."""
    say = exhibit.say
    line(sheet, 1, exhibit.message, Font(bold=True, size=14, color=argb(LIGHT.ink)))
    line(sheet, 2, exhibit.title, Font(color=argb(LIGHT.ink3)))
    _head(sheet, exhibit)
    cut = _rows(sheet, exhibit)
    _as_table(sheet, exhibit, at)
    _widths(sheet, exhibit)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2)
    below = HEAD_ROW + len(exhibit.table.rows) + 2
    methods = [one.said for one in exhibit.method]
    computed = [say("Sentence edited. Computed: {finding}", finding=exhibit.computed)] if exhibit.computed else []
    asked = [f"{say('To be decided')}: {exhibit.asks}"] if exhibit.asks else []
    told = [say.plural("{n} text was cut at 32,767 characters.", "{n} texts were cut at 32,767 characters.", cut)]
    for offset, text in enumerate(
        [*computed, *asked, *exhibit.notes, *(told if cut else []), *methods, exhibit.foot, exhibit.badge]
    ):
        line(sheet, below + offset, text, Font(color=argb(LIGHT.ink3)))


def _head(sheet: Any, exhibit: Exhibit) -> None:
    headings = _headings([clean.line(column.label) for column in exhibit.table.columns])
    for position, (column, heading) in enumerate(zip(exhibit.table.columns, headings, strict=True), start=1):
        cell = sheet.cell(HEAD_ROW, position)
        write_cell(cell, heading)
        cell.font = Font(bold=True, color=argb(LIGHT.ink))
        cell.border = Border(bottom=Side("thin", argb(LIGHT.ink3)))
        side = "right" if is_figure(column) else "left"
        cell.alignment = Alignment(horizontal=side, vertical="bottom", wrap_text=True)


def _headings(labels: Sequence[str]) -> list[str]:
    """The headings of a table as a spreadsheet program wants them: none empty, no two alike.

    >>> _headings(["Theme", "n", "N", ""])
    ['Theme', 'n', 'N (2)', '–']
    """
    found: list[str] = []
    for label in labels:
        said, count = label or "–", 1
        while said.lower() in {one.lower() for one in found}:
            count += 1
            said = f"{label or '–'} ({count})"
        found.append(said)
    return found


def _as_table(sheet: Any, exhibit: Exhibit, at: int) -> None:
    """The cells as a table of the spreadsheet program, to be filtered and charted; it needs a row at least."""
    wide, high = len(exhibit.table.columns), len(exhibit.table.rows)
    if wide and high:
        found = Table(displayName=f"Figures{at}", ref=f"A{HEAD_ROW}:{get_column_letter(wide)}{HEAD_ROW + high}")
        found.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(found)


def _rows(sheet: Any, exhibit: Exhibit) -> int:
    """The figures with their formats; returns how many texts were cut."""
    cut = 0
    looked_at, level = tints(exhibit), levels(exhibit)
    for down, row in enumerate(exhibit.table.rows):
        for across, (column, value) in enumerate(zip(exhibit.table.columns, row, strict=True)):
            cell = sheet.cell(HEAD_ROW + 1 + down, across + 1)
            cut += bool(write_cell(cell, value))
            cell.number_format = _format(column, value, exhibit.say, column.key in level[down])
            if column.key in looked_at[down]:
                cell.fill = PatternFill("solid", fgColor=argb(LIGHT.accent_tint))
    return cut


def _format(column: Column, value: Value, say: Language, level: bool) -> str:
    if isinstance(value, dt.date):
        return "yyyy-mm-dd"
    return "@" if isinstance(value, str) else number_format(column, say, level)


def _widths(sheet: Any, exhibit: Exhibit) -> None:
    """Columns as wide as what they hold, within bounds."""
    for position, column in enumerate(exhibit.table.columns):
        shown = [column.shown(row[position], exhibit.say) for row in exhibit.table.rows]
        longest = max(map(len, shown), default=0)
        wide = min(max(longest + 2, min(len(column.label) + 2, 18), 10), _WIDEST)
        sheet.column_dimensions[get_column_letter(position + 1)].width = wide
