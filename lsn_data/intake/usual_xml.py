"""Is this worksheet written as nearly every program writes it, so that nothing in it needs to be mended?

One search over the bytes answers for a whole sheet: rows of cells with plain references, known types and one value
each, near to each other, and nothing else. What is not so (a comment, a formula, an error value, other quotes) need
not be a fault: such a sheet is looked at closely, which takes longer.
"""

from __future__ import annotations

import re

from lsn_data.intake.stop import MOST_CELLS

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
LAST_REFERENCE = re.compile(rb'<c r="[A-Z]{1,3}([1-9]\d{0,6})"')
ROW = rb'<row(?: [\w:.]++="[^"<>]*+")*+ ?/?>|</row>|\s++'
TYPE = rb'(?: s="\d++")?+(?: t="(?>n|inlineStr|str|b|s(?="><v>\d))")?+'
VALUE = rb'(?>><v>[^<]*+</v></c>|><is><t(?: xml:space="preserve")?+>[^<]*+</t></is></c>|/>|></c>)'
AROUND = re.compile(rb"<!|</?sheetData")  # what may hide that these are not the rows that the reader will see
NONE = rb"(?!)"


def is_usual(part: bytes) -> bool:
    """Do the sheet's rows hold nothing but usual cells, and so few of them that the reader has room?"""
    start = part.find(b"<sheetData")
    cell = rb'<c r="' + near_reference(part) + rb'"' + TYPE + VALUE
    rows = re.compile(rb"<sheetData>(?:" + cell + rb"|" + ROW + rb")*+</sheetData>").match(part, max(start, 0))
    return rows is not None and not any(AROUND.search(beside) for beside in (part[:start], part[rows.end() :]))


def near_reference(part: bytes) -> bytes:
    """What finds references down to that of the last cell, as far to the right as the cells stay few enough."""
    last = LAST_REFERENCE.match(part, max(0, part.rfind(b"<c ")))
    row = int(last[1]) if last else 0
    columns = min(MOST_COLUMNS, MOST_CELLS // row) if 0 < row <= MOST_ROWS else 0
    return _up_to(column_name(columns), "A-Z") + _up_to(str(row), "0-9") if columns else NONE


def _up_to(most: str, signs: str) -> bytes:
    """What finds the numbers up to `most`, in digits or in the letters of columns.

    >>> [bool(re.fullmatch(_up_to("250", "0-9"), b"%d" % row)) for row in (9, 99, 249, 250, 251, 300, 1000)]
    [True, True, True, True, False, False, False]
    >>> [bool(re.fullmatch(_up_to("AW", "A-Z"), name)) for name in (b"Z", b"AA", b"AW", b"AX", b"BA", b"AAA")]
    [True, True, True, False, False, False]
    """
    shorter = [f"[{signs}]{{1,{len(most) - 1}}}"] if len(most) > 1 else []
    lower = [
        f"{most[:at]}[{signs[0]}-{chr(ord(sign) - 1)}]" + f"[{signs}]" * (len(most) - at - 1)
        for at, sign in enumerate(most)
        if sign > signs[0]
    ]
    return f"(?:{'|'.join([*shorter, *lower, most])})".encode()


def column_name(number: int) -> str:
    """The letters of a column, counted from 1.

    >>> column_name(1), column_name(26), column_name(27), column_name(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
