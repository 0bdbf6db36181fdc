"""What stands in an .ods spreadsheet's XML that its reader would lose, or die of?

The same care as `sheet_xml`, for LibreOffice's own format: there a cell may say "and a million more like me".
"""

from __future__ import annotations

import re
from typing import Any

from lsn_data.intake.stop import MOST_CELLS, Doubt, Stop

CELL_OR_ROW = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*?)(/?)>(<text:p|<office:annotation)?"
)
COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d{1,12})"')
ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d{1,12})"')
CELL = rb"<table:(?:covered-)?table-cell\b"
ERROR_CELL = re.compile(
    CELL + rb'(?=[^<>]*\scalcext:value-type="error")[^<>]*>|'
    + CELL + rb'(?=[^<>]*\stable:formula=)(?=[^<>]*\soffice:value="0")[^<>]*>'
    + rb"(?=<text:p>(?:\#[A-Z/0-9!?]+|Err:\d+)</text:p>)"
)  # fmt: skip
# What an error is stored as: an empty text, or in older programs the number 0; what is shown says which error it is.
STORED_RESULT = re.compile(rb'\soffice:(?:value-type|string-value|value)="[^"<>]*"|/?>$')
ERROR_TEXT = re.compile(rb"<text:p[^>]*>([^<]*)<")
UNTYPED = re.compile(CELL + rb"(?![^<>]*\soffice:value-type=)[^<>]*(?<!/)>(?=<text:p)")
TAB = re.compile(rb"<text:tab\b[^<>]*?(?:/>|></text:tab>)")
LINE_BREAK = re.compile(rb"<text:line-break\b[^<>]*?(?:/>|></text:line-break>)")
UNCALCULATED = re.compile(CELL + rb"(?=[^<>]*\stable:formula=)(?![^<>]*\soffice:value-type=)[^<>]*(?:/>|></table)")
HOURS = re.compile(r"(-?)PT(\d{1,9})H(\d{1,2})M(?:(\d{1,2})(?:[.,]\d*)?S)?")
SPREADSHEET = b"opendocument.spreadsheet"


def is_ods(parts: dict[str, bytes]) -> bool:
    """Is this package an OpenDocument spreadsheet (or a template for one)?"""
    if "content.xml" not in parts:
        return False
    return SPREADSHEET in parts.get("mimetype", b"")[:200] or SPREADSHEET in parts.get("META-INF/manifest.xml", b"")


def ready_to_read(parts: dict[str, bytes]) -> tuple[dict[str, bytes], list[Doubt]]:
    """The parts, mended, and the doubts; raises Stop for encryption, entities and sheets that swell."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Stop("encrypted")
    content = parts["content.xml"]
    if any(b"<!ENTITY" in part for name, part in parts.items() if name.endswith(".xml")) or b"<!DOCTYPE" in content:
        raise Stop("entities", part="content.xml")
    _refuse_swelling(content)
    content = UNTYPED.sub(_as_text, LINE_BREAK.sub(b"\n", TAB.sub(b"\t", content)))
    content, doubts = _errors_as_text(content)
    uncalculated = len(UNCALCULATED.findall(content)) if b"table:formula" in content else 0
    if uncalculated:
        doubts.append(Doubt("formulas-without-results-anywhere", {"count": uncalculated}))
    return parts | {"content.xml": content}, doubts


def _as_text(cell: re.Match[bytes]) -> bytes:
    return STORED_RESULT.sub(b"", cell[0]) + b' office:value-type="string">'


def _errors_as_text(content: bytes) -> tuple[bytes, list[Doubt]]:
    errors = list(ERROR_CELL.finditer(content))
    if not errors:
        return content, []
    text = ERROR_TEXT.search(content, errors[0].end(), errors[0].end() + 400)
    value = text[1].decode("utf-8", "replace") if text else ""
    return ERROR_CELL.sub(_as_text, content), [
        Doubt("error-values", {"count": len(errors), "value": value, "cell": "?"})
    ]


def as_shown(cell: Any) -> Any:
    """A length of time as people write it; everything else as it is.

    >>> as_shown("PT36H05M00S"), as_shown("-PT1H30M"), as_shown("PT")
    ('36:05:00', '-01:30:00', 'PT')
    """
    found = HOURS.fullmatch(cell) if type(cell) is str and "PT" in cell[:3] else None
    if found is None:
        return cell
    sign, hours, minutes, seconds = found.groups()
    return f"{sign}{int(hours):02}:{int(minutes):02}:{int(seconds or 0):02}"


def _refuse_swelling(content: bytes) -> None:
    """Adds up the rectangle that the filled cells of each sheet would fill once every repetition is written out."""
    row = column = widest = deepest = repeated = 0
    filled = False
    for end, name, attributes, closed, inside in CELL_OR_ROW.findall(content):
        if name == b"table":
            row = column = widest = deepest = 0
        elif name == b"table-row" and not end:
            repeated, column, filled = _count(ROWS_REPEATED, attributes), 0, False
            row += repeated if closed else 0
        elif name == b"table-row":
            row += repeated
            deepest = row if filled else deepest
        elif not end:
            column += _count(COLUMNS_REPEATED, attributes)
            if inside or b"office:value" in attributes or (not closed and b"formula" in attributes):
                filled, widest = True, max(widest, column)
        if deepest * widest > MOST_CELLS:
            raise Stop("too-many-cells", most=MOST_CELLS)


def _count(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1
