"""What stands in a worksheet's XML that its reader would lose, or die of?

The reader of cells (calamine) is fast but blanks `#N/A`, cannot tell an uncalculated formula from an empty cell,
turns impossible dates into midnight, and lays out every sheet from its first to its farthest cell at once, so that
two cells can ask for half a terabyte. Here the bytes are searched, never built into a tree, and mended where that
is enough: an error value becomes a text, an impossible date the number that is stored.
"""

from __future__ import annotations

import re

from lsn_data.intake.plain_xml import plain
from lsn_data.intake.stop import MOST_CELLS, Doubt, Stop
from lsn_data.intake.usual_xml import MOST_COLUMNS, MOST_ROWS, column_name, is_usual, near_reference

LONGEST_CELL = 400_000
LAST_EXCEL_DAY = 2_958_465
NOT_A_DAY = 60  # 29 February 1900, which Excel believes in

# All patterns stop at the next "<", so that no crafted file makes them run twice over the same bytes.
CELL_OR_ROW = re.compile(rb"<(row|c)((?:\s[^<>]*?)?)(/?)>")
REFERENCE = re.compile(rb"""\sr=["']([A-Za-z]{0,9})(\d{0,300})["']""")
FILLED = re.compile(rb"<v(?:\s[^<>]*)?>[^<]|<is\b|<t\b")
ERROR_CELL = re.compile(rb"""<c(\s(?:[^<>]*?\s)?)t=(?:"e"|'e')([^<>]*)>""")
ERROR_TEXT = re.compile(rb"<v[^<>]*>([^<]*)</v>")
UNCALCULATED = re.compile(rb"<c(\s[^<>]*)?>\s*<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v[^<>/]*>\s*</v>)?\s*</c>")
ODD_DAY = re.compile(rb"<v>(-[\d.]+|\d{7,}(?:\.\d*)?|60(?:\.\d*)?)</v>")
STYLE = re.compile(rb"""\ss=["'](\d{1,6})["']""")
TYPE = re.compile(rb"""\st=["'](\w+)["']""")
ROOT = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?worksheet\b")


def is_worksheet(part: bytes) -> bool:
    """Does this part's root say worksheet?"""
    return ROOT.search(part, 0, 4000) is not None


def mended(part: bytes, sheet: str, dates: frozenset[bytes], from_1904: bool) -> tuple[bytes, list[Doubt]]:
    """The part as it can be read safely, and what is doubtful in it; raises Stop("too-many-cells").

    `dates` are the numbers of the cell styles that show a date, as `date_styles` finds them.
    """
    part = _without_prefix(part)
    doubts: list[Doubt] = []
    if not is_usual(part):
        part = plain(part)
        _refuse_far_cells(part, sheet)
        doubts = _uncalculated(part, sheet)
        part, errors = _errors_as_text(part, sheet)
        doubts += errors
    part, days = _odd_days_as_numbers(part, sheet, dates, from_1904)
    return part, doubts + days


def _without_prefix(part: bytes) -> bytes:
    """`<x:row>` means the same as `<row>`; the searches here know the second only."""
    root = ROOT.search(part, 0, 4000)
    if root is None or root[1] is None:
        return part
    prefix = re.escape(root[1])
    part = re.sub(rb"(</?)" + prefix + rb":", rb"\1", part)
    return re.sub(rb"\bxmlns:" + prefix + rb"=", b"xmlns=", part, count=1)


def _refuse_far_cells(part: bytes, sheet: str) -> None:
    """Quick over all references first; only a sheet that looks too large is gone through cell by cell."""
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData")
    far = re.compile(rb'<c(?! r="' + near_reference(part) + rb'")')  # nothing else there begins with a c
    if far.search(part, max(start, 0), end if end > 0 else len(part)):
        _refuse_far_filled_cells(part, sheet)


def _refuse_far_filled_cells(part: bytes, sheet: str) -> None:
    """The same with the cells that hold something: a far-away cell with nothing but a colour harms nobody."""
    row = column = deepest = widest = filled = 0
    for tag in CELL_OR_ROW.finditer(part):
        reference = REFERENCE.search(tag[2])
        if tag[1] == b"row":
            row, column = (_number(reference[2]) if reference else row + 1), 0
            continue
        if reference and reference[1]:
            column, row = column_number(reference[1]), _number(reference[2]) or row
        else:
            column += 1
        if tag[3] or not _is_filled(part, tag.end()):
            continue
        filled += 1
        deepest, widest = max(deepest, row), max(widest, column)
        if deepest * widest > MOST_CELLS or deepest > MOST_ROWS or widest > MOST_COLUMNS:
            raise Stop(*_why_too_many(filled), sheet=sheet, cell=f"{column_name(column)}{row}", most=MOST_CELLS)


def _why_too_many(filled: int) -> tuple[str]:
    return ("too-many-cells",) if filled > 100_000 else ("far-away-cell",)


def _is_filled(part: bytes, start: int) -> bool:
    end = part.find(b"</c>", start, start + LONGEST_CELL)
    if end < 0:
        raise Stop("damaged")
    return FILLED.search(part, start, end) is not None


def _errors_as_text(part: bytes, sheet: str) -> tuple[bytes, list[Doubt]]:
    if b't="e"' not in part and b"t='e'" not in part:
        return part, []
    cells = list(ERROR_CELL.finditer(part))
    if not cells:
        return part, []
    text = ERROR_TEXT.search(part, cells[0].end(), cells[0].end() + 4000)
    doubt = _doubt("error-values", sheet, len(cells), cells[0][0], text[1].decode("utf-8", "replace") if text else "")
    return ERROR_CELL.sub(rb'<c\1t="str"\2>', part), [doubt]


def _uncalculated(part: bytes, sheet: str) -> list[Doubt]:
    if b"<f" not in part:
        return []
    cells = [cell for cell in UNCALCULATED.finditer(part) if _type(cell[1] or b"") != b"str"]
    return [_doubt("formulas-without-results", sheet, len(cells), cells[0][1] or b"")] if cells else []


def _odd_days_as_numbers(
    part: bytes, sheet: str, dates: frozenset[bytes], from_1904: bool
) -> tuple[bytes, list[Doubt]]:
    """Dates that cannot be: before the calendar begins, after the year 9999, and the day that never was."""
    if not dates:
        return part, []
    pieces: list[bytes] = []
    found: list[tuple[bytes, bytes]] = []
    done = 0
    for value in ODD_DAY.finditer(part):
        start = part.rfind(b"<c", 0, value.start())
        tag = part[start : part.find(b">", start) + 1]
        if not _is_date(tag, dates) or _can_be(float(value[1]), from_1904):
            continue
        found.append((tag, value[1]))
        pieces += [part[done:start], STYLE.sub(b"", tag)]
        done = start + len(tag)
    if not found:
        return part, []
    doubt = _doubt("impossible-dates", sheet, len(found), found[0][0], found[0][1].decode())
    return b"".join([*pieces, part[done:]]), [doubt]


def _is_date(tag: bytes, dates: frozenset[bytes]) -> bool:
    style = STYLE.search(tag)
    return style is not None and style[1] in dates and _type(tag) in (b"", b"n")


def _can_be(day: float, from_1904: bool) -> bool:
    return 0 <= day < LAST_EXCEL_DAY + 1 and (from_1904 or int(day) != NOT_A_DAY)


def _type(attributes: bytes) -> bytes:
    found = TYPE.search(attributes)
    return found[1] if found else b""


def _doubt(kind: str, sheet: str, count: int, tag: bytes, value: str = "") -> Doubt:
    reference = REFERENCE.search(tag)
    where: dict[str, str | int] = {"sheet": sheet, "count": count, "value": value[:80], "cell": "?"}
    if reference and reference[1] and reference[2]:
        where |= {"cell": (reference[1] + reference[2]).decode(), "row": _number(reference[2])}
    return Doubt(kind, where)


def column_number(letters: bytes) -> int:
    """The column's number as people count.

    >>> column_number(b"A"), column_number(b"AA"), column_number(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _number(digits: bytes) -> int:
    return int(digits or b"0")


FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
FORMATS_OF_CELLS = re.compile(rb"<(?:\w+:)?cellXfs\b")
FORMAT_OF_CELL = re.compile(rb"<(?:\w+:)?xf\b([^<>]*)>")
FORMAT_ID = re.compile(rb"""\bnumFmtId=["'](\d{1,9})["']""")
FORMAT_CODE = re.compile(rb"""\bformatCode=["']([^"']*)["']""")
NOT_SHOWN = re.compile(rb"&quot;.*?&quot;|\\.|\[[^\]]*\]|General", re.IGNORECASE)
BUILT_IN_DATES = frozenset({b"14", b"15", b"16", b"17", b"22", *(b"%d" % code for code in range(27, 37))})


def date_styles(styles: bytes) -> frozenset[bytes]:
    """The numbers of the cell styles that show a day, as written in a cell's `s`.

    >>> sorted(date_styles(b'<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'))
    [b'1']
    """
    days = BUILT_IN_DATES | _own_date_formats(styles)
    block = FORMATS_OF_CELLS.search(styles)
    cells = FORMAT_OF_CELL.findall(styles[block.end() :].split(b"cellXfs>")[0]) if block else []
    formats = [FORMAT_ID.search(cell) for cell in cells]
    return frozenset(b"%d" % number for number, found in enumerate(formats) if found and found[1] in days)


def _own_date_formats(styles: bytes) -> set[bytes]:
    own = set()
    for attributes in FORMAT.findall(styles):
        number, code = FORMAT_ID.search(attributes), FORMAT_CODE.search(attributes)
        if number and code and re.search(rb"[dDyY]", NOT_SHOWN.sub(b"", code[1][:500])):
            own.add(number[1])
    return own
