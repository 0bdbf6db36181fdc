"""How is a value written into a cell of a workbook so that it stays what it is? Text can never run."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Font

from lsn_data.exhibit import Value, clean


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


def argb(colour: str) -> str:
    """`#0B5E73` as openpyxl takes it."""
    return "FF" + colour.lstrip("#")


def line(sheet: Any, row: int, text: str, font: Font) -> None:
    """A text on one line in the first cell of a row."""
    cell = sheet.cell(row, 1)
    write_cell(cell, clean.line(text))
    cell.font = font
