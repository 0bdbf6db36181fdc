"""Which sheets does an .xlsx workbook name, where do they stand, and which one holds the form's responses?

Works on the parts as bytes, without an XML parser, for the few facts that the reader of cells does not give.
"""

from __future__ import annotations

import codecs
import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsn_data.intake import sheet_xml
from lsn_data.intake.stop import Doubt, Stop

SHEET = re.compile(r"<(?:\w+:)?sheet\s([^<>]{1,4000})>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^<>]{1,4000})>")
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DEFINED_NAME = re.compile(r"<(?:\w+:)?definedName\s([^<>]{1,4000})>([^<]*)<")
FROM_1904 = re.compile(r"""<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*["'](?:1|true|on)["']""")
READ_AS_XML = (".xml", ".rels")
DECLARATION = re.compile(rb"<!(?:ENTITY|DOCTYPE)")
CLAIMED_COUNT = re.compile(rb"""\s(?:count|uniqueCount)\s*=\s*["']\d+["']""")
SHARED_TEXTS = re.compile(rb"<(?:\w+:)?sst\b[^<>]*>")
OWN_ENCODING = re.compile(r"^<\?xml[^>]*\?>")
NAMED_ENCODING = re.compile(rb"""^<\?xml[^<>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["'][^<>]*\?>""")
ONE_BYTE_ENCODINGS = re.compile(r"iso8859-\d+|cp125\d|cp437|cp850|mac-\w+|koi8-[ru]")
NEVER_NEEDED = (
    "customXml/", "docProps/", "xl/media/", "xl/drawings/", "xl/charts/", "xl/theme/", "xl/externalLinks/",
    "xl/pivotCache/", "xl/pivotTables/", "xl/ctrlProps/", "xl/embeddings/", "xl/persons/", "xl/threadedComments/",
    "xl/printerSettings/", "xl/activeX/", "xl/queryTables/", "xl/connections.xml", "xl/calcChain.xml", "xl/comments",
)  # fmt: skip


def refuse_declarations(parts: dict[str, bytes]) -> None:
    """Office programs never declare entities or document types; who does wants a parser to fetch or to swell."""
    for name, part in parts.items():
        if name.lower().endswith(READ_AS_XML) and DECLARATION.search(part):
            raise Stop("entities", part=name[:80])


def in_utf8(parts: dict[str, bytes]) -> dict[str, bytes]:
    """XML written in UTF-16 as UTF-8, so that the searches see it and every reader understands it."""
    return {name: _in_utf8(part) if name.lower().endswith(READ_AS_XML) else part for name, part in parts.items()}


def _in_utf8(part: bytes) -> bytes:
    if not part.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00?", b"\x00<\x00")):
        return _from_named_encoding(part.removeprefix(codecs.BOM_UTF8))
    big = part.startswith((b"\xfe\xff", b"\x00<"))
    text = part.decode("utf-16-be" if big else "utf-16-le", "replace").lstrip("\ufeff")
    return OWN_ENCODING.sub("", text).encode("utf-8", "replace")


def _from_named_encoding(part: bytes) -> bytes:
    """XML may name a one-byte encoding; some programs name UTF-16 and write UTF-8: their word is taken out.

    >>> _from_named_encoding(b'<?xml version="1.0" encoding="ISO-8859-1"?><t>\\xfc</t>').decode()
    '<t>ü</t>'
    """
    named = NAMED_ENCODING.match(part, 0, 400)
    if named is None or named[1].lower() == b"utf-8":
        return part
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name
        rest = part[named.end() :]
        return rest.decode(encoding).encode() if ONE_BYTE_ENCODINGS.fullmatch(encoding) else rest
    except (LookupError, ValueError):
        return part


def ready_to_read(parts: dict[str, bytes]) -> tuple[dict[str, bytes], list[Doubt]]:
    """The parts that hold cells, mended, and what is doubtful in them."""
    names = {sheet.part: sheet.name for sheet in sheets(parts)}
    dates = sheet_xml.date_styles(parts.get(linked_part(parts, "styles", "styles.xml"), b""))
    from_1904 = counts_from_1904(parts)
    ready: dict[str, bytes] = {}
    doubts: list[Doubt] = []
    for name, part in parts.items():
        if not needed(name):
            continue
        if name in names or sheet_xml.is_worksheet(part):
            sheet = names.get(name, posixpath.basename(name))
            part, more = sheet_xml.mended(part, sheet, dates, from_1904)
            doubts += more
        ready[name] = _without_claims(part)
    return ready, doubts


def _without_claims(part: bytes) -> bytes:
    """Shared texts say how many they are, and the reader would make room for as many as they claim."""
    root = SHARED_TEXTS.search(part, 0, 4000)
    return part[: root.start()] + CLAIMED_COUNT.sub(b"", root[0]) + part[root.end() :] if root else part


def needed(name: str) -> bool:
    """Does a workbook's part hold anything that we read?

    >>> needed("xl/worksheets/sheet1.xml"), needed("xl/media/logo.png"), needed("docProps/app.xml")
    (True, False, False)
    """
    return name.lower().endswith((*READ_AS_XML, "workbook.bin", "mimetype")) and not name.startswith(NEVER_NEEDED)


def workbook_part(parts: dict[str, bytes]) -> str:
    """The name of the part that is the workbook, or an empty text.

    >>> workbook_part({"xl/workbook.xml": b""})
    'xl/workbook.xml'
    """
    for relation in _relations(parts, "_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            target = posixpath.normpath(relation.get("Target", "").replace("\\", "/").lstrip("/"))
            if _part(parts, target):
                return _part(parts, target)
    return _part(parts, "xl/workbook.xml")


def _part(parts: dict[str, bytes], name: str) -> str:
    """The part's name as the file writes it (capitals do not count in a package), or an empty text."""
    return name if name in parts else next((one for one in parts if one.lower() == name.lower()), "")


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, the part with its cells ("" if there is none), and what it is."""

    name: str
    part: str
    state: str
    kind: str


def sheets(parts: dict[str, bytes]) -> Iterator[SheetPart]:
    """The sheets in the order of their tabs."""
    links = {link.get("Id", ""): link for link in _workbook_links(parts)}
    for sheet in map(_attributes, SHEET.findall(_workbook(parts))):
        link = links.get(_relation_id(sheet), {})
        state = sheet.get("state", "")
        yield SheetPart(
            sheet.get("name", ""), _target(parts, link),
            state if state in ("hidden", "veryHidden") else "visible", link.get("Type", "").split("/")[-1],
        )  # fmt: skip


def counts_from_1904(parts: dict[str, bytes]) -> bool:
    """Do the workbook's days begin in 1904, as on old Macs?"""
    return FROM_1904.search(_workbook(parts)) is not None


def linked_part(parts: dict[str, bytes], kind: str, usual: str) -> str:
    """The part that the workbook links as this kind, or the one of the usual name beside it, or an empty text."""
    linked = (_target(parts, link) for link in _workbook_links(parts) if link.get("Type", "").endswith("/" + kind))
    beside = posixpath.join(posixpath.dirname(workbook_part(parts)), usual)
    return next(filter(None, linked), "") or _part(parts, beside)


def _workbook_links(parts: dict[str, bytes]) -> list[dict[str, str]]:
    folder, file = posixpath.split(workbook_part(parts))
    return _relations(parts, posixpath.join(folder, "_rels", f"{file}.rels"))


def _target(parts: dict[str, bytes], link: dict[str, str]) -> str:
    target = link.get("Target", "").replace("\\", "/")
    if not target:
        return ""
    folder = posixpath.dirname(workbook_part(parts))
    return _part(parts, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"))


def response_sheet(parts: dict[str, bytes]) -> str:
    """Microsoft Forms keeps the name of the sheet with the answers as a defined name; empty when there is none."""
    for attributes, value in DEFINED_NAME.findall(_workbook(parts)):
        if _attributes(attributes).get("name", "").endswith("ResponseSheet"):
            return html.unescape(value).split("!")[0].strip("\"'=")
    return ""


def _workbook(parts: dict[str, bytes]) -> str:
    return parts.get(workbook_part(parts), b"").decode("utf-8", "replace")


def _relations(parts: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return [
        _attributes(found) for found in RELATION.findall(parts.get(_part(parts, name), b"").decode("utf-8", "replace"))
    ]


def _relation_id(sheet: dict[str, str]) -> str:
    return next((value for key, value in sheet.items() if key.endswith(":id")), "")


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in ATTRIBUTE.findall(text)}
