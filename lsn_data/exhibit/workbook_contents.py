"""What does the workbook of a pack hold? Its first sheet: one line an exhibit, with a link to its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from lsn_data.exhibit import Value, badge, clean
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.cells import write_cell
from lsn_data.exhibit.palette import LIGHT

HEAD_ROW = 5
_WIDTHS = (5, 22, 70, 60, 44, 13, 16, 18)


def fill(sheet: Any, bound: Bound, names: Sequence[str]) -> None:
    """Name, edition, and the exhibits in their order; `names` are their sheets'."""
    say = bound.say
    _line(sheet, 1, bound.name, Font(bold=True, size=14, color=_argb(LIGHT.ink)))
    _line(sheet, 2, _what(bound), Font(color=_argb(LIGHT.ink3)))
    _line(sheet, 3, badge(bound.origin, say), Font(color=_argb(LIGHT.ink3)))
    headings = (
        say("No."), say("Section"), say("Finding"), say("What is shown"), say("Source"), say("As of"),
        say("Base"), say("Origin"),
    )  # fmt: skip
    for across, heading in enumerate(headings, start=1):
        cell = sheet.cell(HEAD_ROW, across)
        write_cell(cell, heading)
        cell.font = Font(bold=True, color=_argb(LIGHT.ink))
        sheet.column_dimensions[get_column_letter(across)].width = _WIDTHS[across - 1]
    for at, (leaf, name) in enumerate(zip(bound.leaves, names, strict=True), start=1):
        _exhibit(sheet, HEAD_ROW + at, at, leaf, name)
    below = HEAD_ROW + len(bound.leaves) + 2
    for at, (what, why) in enumerate(bound.missing):
        said = say("Not in the pack: {what}. {why}", what=what, why=why)
        _line(sheet, below + at, said, Font(color=_argb(LIGHT.ink3)))
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)


def _what(bound: Bound) -> str:
    """What this is: an edition with who froze it and when, or the pack of a day."""
    say, day = bound.say, bound.say.date(bound.day)
    if bound.edition:
        return say("Edition “{edition}”, frozen {day} by {by}", edition=bound.edition, day=day, by=bound.by)
    return say("Drawn {day} from the data of that day", day=day)


def _exhibit(sheet: Any, row: int, at: int, leaf: Leaf, name: str) -> None:
    """One line; its finding leads to the sheet."""
    exhibit = leaf.exhibit
    days = [source.as_of for source in exhibit.sources if source.as_of]
    source = "; ".join(dict.fromkeys(one.text for one in exhibit.sources))
    values: tuple[Value, ...] = (
        at, leaf.section, exhibit.message, exhibit.title, source, max(days, default=None), exhibit.base, exhibit.badge,
    )  # fmt: skip
    for across, value in enumerate(values, start=1):
        cell = sheet.cell(row, across)
        write_cell(cell, clean.line(value) if isinstance(value, str) else value)
        cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
        if not isinstance(value, (str, int)):
            cell.number_format = "yyyy-mm-dd"
    link = sheet.cell(row, 3)
    link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{name}'!A1")
    link.font = Font(color=_argb(LIGHT.accent), underline="single")


def _line(sheet: Any, row: int, text: str, font: Font) -> None:
    cell = sheet.cell(row, 1)
    write_cell(cell, clean.line(text))
    cell.font = font


def _argb(colour: str) -> str:
    return "FF" + colour.lstrip("#")
