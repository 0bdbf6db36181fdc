"""What does the workbook of a pack hold? Its first sheet: one line an exhibit, with a link to its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from lsn_data.exhibit import Value, badge, clean
from lsn_data.exhibit.bound import Bound, Leaf, edition_told
from lsn_data.exhibit.cells import argb, line, write_cell
from lsn_data.exhibit.palette import LIGHT

HEAD_ROW = 5
_WIDTHS = (5, 22, 70, 60, 44, 13, 16, 18)


def fill(sheet: Any, bound: Bound, names: Sequence[str]) -> None:
    """Name, edition, and the exhibits in their order; `names` are their sheets'."""
    say = bound.say
    line(sheet, 1, bound.name, Font(bold=True, size=14, color=argb(LIGHT.ink)))
    line(sheet, 2, _what(bound), Font(color=argb(LIGHT.ink3)))
    line(sheet, 3, badge(bound.origin, say), Font(color=argb(LIGHT.ink3)))
    headings = (
        say("No."), say("Section"), say("Finding"), say("What is shown"), say("Source"), say("As of"),
        say("Base"), say("Origin"),
    )  # fmt: skip
    for across, heading in enumerate(headings, start=1):
        cell = sheet.cell(HEAD_ROW, across)
        write_cell(cell, heading)
        cell.font = Font(bold=True, color=argb(LIGHT.ink))
        sheet.column_dimensions[get_column_letter(across)].width = _WIDTHS[across - 1]
    for at, (leaf, name) in enumerate(zip(bound.leaves, names, strict=True), start=1):
        _exhibit(sheet, HEAD_ROW + at, at, leaf, name)
    below = HEAD_ROW + len(bound.leaves) + 2
    for at, (what, why) in enumerate(bound.missing):
        said = say("Not in the pack: {what}. {why}", what=what, why=why)
        line(sheet, below + at, said, Font(color=argb(LIGHT.ink3)))
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)


def _what(bound: Bound) -> str:
    """What this is: an edition with who froze it and when, or the pack of a day."""
    if bound.edition:
        return edition_told(bound.edition, bound.day, bound.say, bound.by)
    return bound.say("Drawn {day} from the data of that day", day=bound.say.date(bound.day))


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
    link.font = Font(color=argb(LIGHT.accent), underline="single")
