"""How would an office program have packed this workbook?

Programs that write .xlsx files name and link their parts in many ways that the standard allows and readers stumble
over: targets with `../`, shared texts under a name of their own, no list of content types, two sheets of one name,
styles with inventions. So whoever parses gets a new package with the parts that hold cells, in the usual places.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import count

from lsn_data.intake import workbook_xml
from lsn_data.intake.workbook_xml import SheetPart

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NUMBER_FORMAT = re.compile(rb"""<(?:\w+:)?(numFmt\s(?:[^<>"'/]|"[^"<]*"|'[^'<]*')*)""")  # a ">" may stand in a format
NUMBER_FORMATS = re.compile(rb"<(?:\w+:)?numFmts\b")
CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b")
CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf\b([^<>]*)>")
FORMAT_ID = re.compile(rb"""\snumFmtId\s*=\s*["'](\d{1,9})["']""")


def as_usual(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The workbook's parts in their usual places; as they were where the list of sheets cannot be followed."""
    listed = list(workbook_xml.sheets(parts))
    sheets = [sheet for sheet in listed if sheet.kind == "worksheet"]
    if not sheets or any(not sheet.part for sheet in sheets):
        return parts
    new = {f"xl/worksheets/sheet{number}.xml": parts[sheet.part] for number, sheet in enumerate(sheets, 1)}
    links = [("officeDocument", "xl/workbook.xml")]
    inside = [("worksheet", name.removeprefix("xl/")) for name in new]
    types = [*((name, "worksheet") for name in new), ("xl/workbook.xml", "sheet.main")]
    texts = workbook_xml.linked_part(parts, "sharedStrings", "sharedStrings.xml")
    if texts:
        new["xl/sharedStrings.xml"] = parts[texts]
        inside.append(("sharedStrings", "sharedStrings.xml"))
        types.append(("xl/sharedStrings.xml", "sharedStrings"))
    new["xl/styles.xml"] = _styles(parts.get(workbook_xml.linked_part(parts, "styles", "styles.xml"), b""))
    new["xl/workbook.xml"] = _workbook(sheets, workbook_xml.counts_from_1904(parts))
    new["xl/_rels/workbook.xml.rels"] = _links([*inside, ("styles", "styles.xml")])
    new["_rels/.rels"] = _links(links)
    new["[Content_Types].xml"] = _types([*types, ("xl/styles.xml", "styles")])
    return new


def _workbook(sheets: list[SheetPart], from_1904: bool) -> bytes:
    names = _each_once(sheet.name for sheet in sheets)
    listed = "".join(
        f'<sheet name="{html.escape(name)}" sheetId="{number + 1}" state="{sheet.state}" r:id="r{number}"/>'
        for number, (name, sheet) in enumerate(zip(names, sheets, strict=True))
    )
    begin = '<workbookPr date1904="1"/>' if from_1904 else ""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{begin}<sheets>{listed}</sheets></workbook>'.encode()


def _each_once(names: Iterator[str]) -> list[str]:
    """Readers look a sheet up by its name, so the second one of a name would show the cells of the first.

    >>> _each_once(iter(["A", "B", "A"]))
    ['A', 'B', 'A (2)']
    """
    taken: dict[str, None] = {}
    for name in names:
        numbered = (f"{name} ({number})" for number in count(2))
        taken[name if name not in taken else next(one for one in numbered if one not in taken)] = None
    return list(taken)


def _links(targets: list[tuple[str, str]]) -> bytes:
    each = "".join(
        f'<Relationship Id="r{number}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'.encode()


def _types(kinds: list[tuple[str, str]]) -> bytes:
    each = "".join(f'<Override PartName="/{name}" ContentType="{KIND}.{kind}+xml"/>' for name, kind in kinds)
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{each}</Types>'.encode()


def _styles(styles: bytes) -> bytes:
    """Only what tells a date from a number: the formats, and which cell style uses which."""
    numbers = b"".join(b"<" + found + b"/>" for found in NUMBER_FORMAT.findall(_block(NUMBER_FORMATS, styles)))
    formats = [FORMAT_ID.search(found) for found in CELL_FORMAT.findall(_block(CELL_FORMATS, styles))]
    cells = b"".join(b'<xf numFmtId="%s"/>' % (found[1] if found else b"0") for found in formats)
    return b'<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>' % (
        MAIN.encode(), numbers, cells or b'<xf numFmtId="0"/>',
    )  # fmt: skip


def _block(opening: re.Pattern[bytes], styles: bytes) -> bytes:
    """What stands between this tag and its end."""
    found = opening.search(styles)
    if found is None:
        return b""
    name = found[0].split(b":")[-1].lstrip(b"<")
    return styles[found.end() : styles.find(name + b">", found.end())]
