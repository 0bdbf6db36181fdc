"""What stands in an .ods spreadsheet's XML that its reader would lose, or die of?

The same care as `sheet_xml`, for LibreOffice's own format: there a cell may say "and a million more like me".
"""

from __future__ import annotations

import re

from lsn_data.intake.stop import MOST_CELLS, Doubt, Stop

CELL_OR_ROW = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*?)(/?)>(<text:p|<office:annotation)?"
)
COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d{1,12})"')
ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d{1,12})"')
ERROR_CELL = re.compile(
    rb'<table:table-cell\b([^<>]*?)\soffice:string-value=""([^<>]*calcext:value-type="error"[^<>]*)>'
)
ERROR_TEXT = re.compile(rb"<text:p[^>]*>([^<]*)<")
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
    errors = list(ERROR_CELL.finditer(content))
    if not errors:
        return parts, []
    text = ERROR_TEXT.search(content, errors[0].end(), errors[0].end() + 400)
    value = text[1].decode("utf-8", "replace") if text else ""
    doubt = Doubt("error-values", {"count": len(errors), "value": value, "cell": "?"})
    return parts | {"content.xml": ERROR_CELL.sub(rb"<table:table-cell\1\2>", content)}, [doubt]


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
