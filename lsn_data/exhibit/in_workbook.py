"""How do the figures of exhibits leave as a workbook? One sheet an exhibit, numbers as numbers, text as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from lsn_data.exhibit import Column, Exhibit, Value, clean
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.tables import is_figure, levels, number_format, tints
from lsn_data.language import Language

SHEET_NAME_LIMIT = 31
HEAD_ROW = 4
_WIDEST = 60
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def workbook(exhibits: Sequence[Exhibit]) -> bytes:
    """An `.xlsx` file with message, title, table, notes and source of each exhibit on a sheet of its own."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    names: set[str] = set()
    for exhibit in exhibits:
        name = sheet_name(exhibit.title or exhibit.name, names)
        names.add(name.lower())
        _fill(book.create_sheet(name), exhibit)
    if not exhibits:
        book.create_sheet("LSN 2030")
    book.properties.creator = book.properties.lastModifiedBy = "LSN 2030"
    book.properties.title = clean.shortened(clean.line(exhibits[0].message), 200) if exhibits else "LSN 2030"
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


def write_cell(cell: Any, value: Value) -> str:
    """Write a value into a cell so that text can never run; returns what was cut off, or an empty text.

    Text is marked as text: a leading = + - @ or tab stays a letter. `_x0041_`, which a spreadsheet program
    would read as a letter, is written so that it does not.
    """
    if not isinstance(value, str):
        cell.value = value
        return ""
    said = clean.text(value)
    cell.value = _plain_escapes(said[: clean.CELL_LIMIT])
    cell.data_type = "s"
    if said.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        cell.style = "Normal"
        cell.quotePrefix = True
    return said[clean.CELL_LIMIT :]


def _plain_escapes(said: str) -> str:
    return said.replace("_x", "_x005F_x") if "_x" in said else said


def _fill(sheet: Any, exhibit: Exhibit) -> None:
    """Message and title, the table from row 4, notes and foot below it."""
    say = exhibit.say
    _line(sheet, 1, exhibit.message, Font(bold=True, size=14, color=_argb(LIGHT.ink)))
    _line(sheet, 2, exhibit.title, Font(color=_argb(LIGHT.ink3)))
    _head(sheet, exhibit)
    cut = _rows(sheet, exhibit)
    _widths(sheet, exhibit)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2)
    below = HEAD_ROW + len(exhibit.table.rows) + 2
    methods = [one.said for one in exhibit.method]
    told = [say.plural("{n} text was cut at 32,767 characters.", "{n} texts were cut at 32,767 characters.", cut)]
    for offset, text in enumerate([*exhibit.notes, *(told if cut else []), *methods, exhibit.foot, exhibit.badge]):
        _line(sheet, below + offset, text, Font(color=_argb(LIGHT.ink3)))


def _argb(colour: str) -> str:
    return "FF" + colour.lstrip("#")


def _line(sheet: Any, row: int, text: str, font: Font) -> None:
    cell = sheet.cell(row, 1)
    write_cell(cell, clean.line(text))
    cell.font = font


def _head(sheet: Any, exhibit: Exhibit) -> None:
    for position, column in enumerate(exhibit.table.columns, start=1):
        cell = sheet.cell(HEAD_ROW, position)
        write_cell(cell, clean.line(column.label))
        cell.font = Font(bold=True, color=_argb(LIGHT.ink))
        cell.border = Border(bottom=Side("thin", _argb(LIGHT.ink3)))
        side = "right" if is_figure(column) else "left"
        cell.alignment = Alignment(horizontal=side, vertical="bottom", wrap_text=True)


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
                cell.fill = PatternFill("solid", fgColor=_argb(LIGHT.accent_tint))
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
