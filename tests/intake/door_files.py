"""Which small files show what the door must take and what it must refuse? Made by hand, byte by byte."""

from __future__ import annotations

import io
import warnings
import zipfile

import openpyxl

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_SHEETS = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
# Cell styles: 0 plain, 1 a date, 2 a time, 3 hours beyond a day, 4 per cent.
STYLES = (
    '<styleSheet xmlns="{sheets}"><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/>'
    '<xf numFmtId="46"/><xf numFmtId="9"/></cellXfs></styleSheet>'
)


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def parts(
    rows: str = ONE_CELL, *, texts: str = "", after: str = "", defined: str = "", strict: bool = False
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet "S"; `rows` is its XML, `texts` that of the shared texts."""
    sheets, links = (STRICT_SHEETS, STRICT_LINKS) if strict else (SHEETS, LINKS)
    relation = '<Relationship Id="{}" Type="' + links + '/{}" Target="{}"/>'
    relations = "".join(
        relation.format(f"r{number}", kind, target)
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))
        )
    )
    opening = f'<Relationships xmlns="{PACKAGE}/relationships">'
    workbook = f'<workbook xmlns="{sheets}" xmlns:r="{links}"><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": opening + relation.format("r0", "officeDocument", "xl/workbook.xml") + "</Relationships>",
        "xl/workbook.xml": f"{workbook}<definedNames>{defined}</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": f"{opening}{relations}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheets}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        "xl/styles.xml": STYLES.format(sheets=sheets),
        "xl/sharedStrings.xml": texts or f'<sst xmlns="{sheets}"/>',
    }


def workbook(rows: str = ONE_CELL, *, extra: dict[str, str | bytes] | None = None, **how: object) -> bytes:
    """The .xlsx of `parts`, with `extra` parts added or put in place."""
    return zipped(parts(rows, **how) | (extra or {}))  # type: ignore[arg-type]


def sheet_xml(xml: str | bytes) -> bytes:
    """A workbook whose sheet is exactly this XML."""
    return workbook(extra={"xl/worksheets/sheet1.xml": xml})


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_second(name: str, part: str, base: bytes) -> bytes:
    """The file with another part of a name that it holds already."""
    file = io.BytesIO(base)
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return file.getvalue()


def directory_places(data: bytes) -> list[int]:
    """Where the entries of the zip's directory begin."""
    places, place = [], data.find(b"PK\x01\x02")
    while place >= 0:
        places.append(place)
        place = data.find(b"PK\x01\x02", place + 4)
    return places


def overlapping(data: bytes) -> bytes:
    """The same zip with the second name pointing at the bytes of the first."""
    first, second, *_ = directory_places(data)
    changed = bytearray(data)
    changed[second + 42 : second + 46] = changed[first + 42 : first + 46]
    return bytes(changed)


def claiming_small(data: bytes) -> bytes:
    """The same zip with a directory that calls every large part ten bytes long."""
    changed = bytearray(data)
    for place in directory_places(data):
        if int.from_bytes(changed[place + 24 : place + 28], "little") > 1_000_000:
            changed[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(changed)


def marked_encrypted(data: bytes) -> bytes:
    """The same zip with the flag for encryption on every part."""
    changed = bytearray(data)
    for place in directory_places(data):
        changed[place + 8] |= 1
    return bytes(changed)


def open_document(cells: str, manifest: str = "") -> bytes:
    """An .ods with one sheet of this XML."""
    namespaces = " ".join(
        f'xmlns:{short}="urn:{long}:1.0"'
        for short, long in (
            ("office", "oasis:names:tc:opendocument:xmlns:office"),
            ("table", "oasis:names:tc:opendocument:xmlns:table"),
            ("text", "oasis:names:tc:opendocument:xmlns:text"),
            ("calcext", "org:documentfoundation:names:experimental:calc:xmlns:calcext"),
        )
    )
    content = (
        f"<office:document-content {namespaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest or "<manifest/>", "content.xml": content})
