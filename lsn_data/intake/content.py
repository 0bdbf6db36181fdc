"""What kind of file are these bytes, whatever the name says?"""

from __future__ import annotations

import re

from lsn_data.intake.stop import Stop

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

# What people upload by mistake, told by its first bytes.
FOREIGN = (
    (b"%PDF-", "pdf"), (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF87a", "image"), (b"GIF89a", "image"),
    (b"II*\x00", "image"), (b"MM\x00*", "image"), (b"{\\rtf", "not-a-spreadsheet"),
    (b"\x1f\x8b", "archive"), (b"7z\xbc\xaf", "archive"), (b"Rar!\x1a", "archive"),
    (b"\xfd7zXZ", "archive"), (b"SQLite format 3", "not-a-spreadsheet"), (b"PAR1", "not-a-spreadsheet"),
    (b"\x7fELF", "not-a-spreadsheet"), (b"$FL2@(#)", "not-a-spreadsheet"),
    (b"$FL3@(#)", "not-a-spreadsheet"), (b"\x00\x00\x02\x00", "old-excel"),
    (b"\x09\x00\x04\x00", "old-excel"), (b"\x09\x02\x06\x00", "old-excel"), (b"\x09\x04\x06\x00", "old-excel"),
    (b"\x09\x08\x08\x00", "old-excel"), (b"\x09\x08\x10\x00", "old-excel"),
)  # fmt: skip

WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|script|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
MARKUP = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|[A-Za-z][\w-]*:[A-Za-z]+\s+xmlns|svg\b)")
# A survey may begin with "ID;P" too; what follows in a SYLK file are records such as `C;X1;Y1` or `P;PGeneral`.
SYLK = re.compile(
    rb"ID;P[A-Z0-9]{0,20}(?:;[A-Z][^;\r\n]{0,20})*[\r\n]+(?:[BCF];[A-Z]{1,2}[0-9]|P;(?:PGeneral|[EF])|O;[A-Z]|N[NEU];N|W;N)"
)
DIF = re.compile(rb"TABLE\r?\n0,1\r?\n")
JSON_START = re.compile(rb'\s*(?:\{\s*"|\[\s*[\[{])')

LOOK_AT = 65536


def kind_of(data: bytes) -> str:
    """`zip`, `old office` or `text`; raises Stop with the cause for everything that is none of them.

    >>> kind_of(b"name;place\\nVisibility;1\\n")
    'text'
    >>> kind_of(b"%PDF-1.7")
    Traceback (most recent call last):
    lsn_data.stop.Stop: pdf
    """
    if not data:
        raise Stop("empty")
    if data.startswith(ZIP_STARTS):
        return "zip"
    if data.startswith(OLD_OFFICE):
        return "old office"
    _refuse_foreign(data)
    _refuse_markup(data[:LOOK_AT])
    _refuse_binary(data)
    return "text"


def _refuse_foreign(data: bytes) -> None:
    for start, cause in FOREIGN:
        if data.startswith(start):
            raise Stop(cause)
    if data[:2] == b"MZ" and b"\x00" in data[:128]:
        raise Stop("not-a-spreadsheet")
    if re.match(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", data):
        raise Stop("archive")
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    bitmap = data[:2] == b"BM" and b"\x00" in data[:14]
    if webp or bitmap:
        raise Stop("image")


def _refuse_markup(start: bytes) -> None:
    text = _narrow(start)
    if WEB_PAGE.match(text):
        raise Stop("web-page")
    if SYLK.match(text) or DIF.match(text):
        raise Stop("sylk" if text.startswith(b"ID") else "not-a-spreadsheet")
    if MARKUP.match(text):
        raise Stop("xml-file")
    if JSON_START.match(text):
        raise Stop("json-file")


def _narrow(start: bytes) -> bytes:
    """The first characters with byte order mark and the zero bytes of UTF-16 taken out, to look for marks."""
    for mark in TEXT_MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"") if start[:400].count(0) * 3 > len(start[:400]) else start


def _refuse_binary(data: bytes) -> None:
    """Text has next to no control characters; a few stray ones are cleaned later, many mean another kind of file."""
    start = data[:LOOK_AT]
    if not start.strip(b"\x00 \t\r\n") and not data.strip(b"\x00 \t\r\n"):
        raise Stop("blank")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_utf16(start):
        return
    odd = len(start) - len(start.translate(None, CONTROLS))
    if odd > 4 and odd * 20 > len(start):
        raise Stop("not-a-spreadsheet")


CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13))


def looks_utf16(start: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` when every second byte of western text is zero, else None.

    >>> looks_utf16("Frage;Antwort".encode("utf-16-le")), looks_utf16(b"Frage;Antwort")
    ('utf-16-le', None)
    """
    even, odd = start[0:4096:2], start[1:4096:2]
    if len(odd) < 2:
        return None
    if odd.count(0) * 10 > len(odd) * 6 and even.count(0) * 20 < len(even):
        return "utf-16-le"
    if even.count(0) * 10 > len(even) * 6 and odd.count(0) * 20 < len(odd):
        return "utf-16-be"
    return None
