"""Whatever the bytes: does the server live, and is the cause of every refusal named?"""

from __future__ import annotations

import contextlib
import random
import sys
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from lsn_data.errors import Refused
from lsn_data.intake import door, read_workbook
from lsn_data.intake.refusals import CAUSES, refusal
from lsn_data.language import Language
from tests.intake.door_files import (
    OLD_OFFICE,
    ONE_CELL,
    claiming_small,
    marked_encrypted,
    open_document,
    overlapping,
    parts,
    sheet_xml,
    with_second,
    workbook,
    zipped,
)

FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ENTITY = '<!DOCTYPE x [<!ENTITY a "boo">]><worksheet><sheetData/></worksheet>'
SWELLING = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
    'office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
)
LONG_TEXT = "".join(random.Random(1).choices("abcdefghij", k=32_000))
MANY_LONG = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 60_001))

REFUSED = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\r\n\t", "blank"),
    "NUL only": (b"\x00" * 500, "blank"),
    "delimiters only": (b";;;\n;;;\n", "blank"),
    "a workbook without a cell": (workbook(""), "blank"),
    "a web page": (b"<html><table><tr><td>1</td></tr></table></html>", "web-page"),
    "a web page with mark and blank": (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "web-page"),
    "a web page in UTF-16": ("<html><body>".encode("utf-16"), "web-page"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "image"),
    "SYLK": (b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K1\r\nE\r\n", "sylk"),
    "Excel 2003 XML": (b'<?xml version="1.0"?><Workbook/>', "xml-file"),
    "JSON": (b'{"answers": []}', "json-file"),
    "a packed file": (b"\x1f\x8b\x08\x00", "archive"),
    "a zip of a CSV": (zipped({"a.csv": "a,b"}), "archive"),
    "noise": (random.Random(1).randbytes(4000), "not-a-spreadsheet"),
    "a letter": (zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "not-a-spreadsheet"),
    "a binary workbook": (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.bin": b"\x83"}), "xlsb"),
    "an old encrypted container": (OLD_OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an encrypted zip": (marked_encrypted(workbook()), "encrypted"),
    "an encrypted open document": (open_document("", "<manifest:encryption-data/>"), "encrypted"),
    "a SYLK file of LibreOffice": (b'ID;PCALCOOO32\nC;X1;Y1;K"Text"\nE\n', "sylk"),
    "half a workbook": (workbook()[:700], "damaged"),
    "a zip head with noise": (b"PK\x03\x04" + random.Random(2).randbytes(3000), "damaged"),
    "an old container of noise": (OLD_OFFICE + b"\xff" * 3000, "damaged"),
    "an old container of nothing": (OLD_OFFICE + bytes(3000), "damaged"),
    "XML that breaks off": (sheet_xml("<worksheet><sheetData><row"), None),
    "blanks without end": (workbook(ONE_CELL + " " * 30_000_000), "zip-bomb"),
    "a comment without end": (workbook(after=f"<!--{'x' * 30_000_000}-->"), "zip-bomb"),
    "a directory that lies": (claiming_small(workbook(ONE_CELL + " " * 30_000_000)), "zip-bomb"),
    "a swelling picture": (workbook(extra={"xl/media/a.bin": bytes(30_000_000)}), "zip-bomb"),
    "parts over each other": (overlapping(workbook()), "zip-bomb"),
    "too many parts": (workbook(extra={f"x/{number}.xml": "<a/>" for number in range(1200)}), "too-many-parts"),
    "two sheets of one name": (with_second("xl/worksheets/sheet1.xml", "<worksheet/>", workbook()), "duplicate-parts"),
    "entities in a sheet": (sheet_xml(ENTITY), "entities"),
    "entities in UTF-16": (sheet_xml(ENTITY.encode("utf-16")), "entities"),
    "entities in the shared texts": (
        workbook(extra={"xl/sharedStrings.xml": "<!DOCTYPE x SYSTEM 'f'><sst/>"}),
        "entities",
    ),
    "entities in an open document": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<!ENTITY a 'b'>"}),
        "entities",
    ),
    "a far cell": (workbook(ONE_CELL + FAR), "far-away-cell"),
    "a far cell in other quotes": (workbook((ONE_CELL + FAR).replace('"', "'")), "far-away-cell"),
    "a far cell after a line break": (workbook(ONE_CELL + FAR.replace("<c ", "<c\n")), "far-away-cell"),
    "a far error value": (workbook(ONE_CELL + FAR.replace("<c ", '<c t="e" ')), "far-away-cell"),
    "a row beyond the last": (workbook('<row r="1"><c r="A99999999999"><v>1</v></c></row>'), "far-away-cell"),
    "a column beyond the last": (workbook('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>'), "far-away-cell"),
    "a row of thirty digits": (workbook(f'<row r="{"9" * 30}"><c><v>1</v></c></row>'), "far-away-cell"),
    "an open document that swells": (open_document(SWELLING), "too-many-cells"),
    "six million cells": ((b",".join([b"1"] * 1000) + b"\n") * 6000, "too-many-cells"),
    "one very wide row": (b"1," * 100_000 + b"\n" + b"1\n" * 1000, "too-many-cells"),
    "a long text, said often": (
        workbook(
            MANY_LONG,
            texts=f"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>{LONG_TEXT}</t></si></sst>",
        ),
        "too-large",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_cause(name: str) -> None:
    data, cause = REFUSED[name]
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_workbook(data, "a.xlsx")
    assert cause is None or refused.value.cause == cause
    assert refused.value.said(Language("de")) != str(refused.value)
    assert time.monotonic() - began < 20  # 5 in the promise; room for a busy machine


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(door, "START", "import time; time.sleep(60)")
    with pytest.raises(Refused) as refused:
        read_workbook(workbook() + bytes(1_000_000), "a.xlsx")
    assert refused.value.cause == "timeout"


@pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are the system's own")
@pytest.mark.parametrize(
    ("end", "cause"),
    [
        ("os.abort()", "too-large"), ("os._exit(3)", "damaged"), ("print('[1')", "damaged"),
        ("""print('["rows", 1, ["a"], "!"]')""", "damaged"), ("""print('["rows", 1, [], "AAAA////"]')""", "damaged"),
        ("""print('["rows", "a", 7, 8]\\n["done"]')""", "damaged"),
    ],
)  # fmt: skip
def test_a_child_that_dies_leaves_the_server_a_cause(end: str, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "START", f"import os; {end}")
    with pytest.raises(Refused) as refused:
        read_workbook(workbook(), "a.xlsx")
    assert refused.value.cause == cause


def test_a_machine_that_can_start_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door.sys, "executable", "/nowhere/python")
    with pytest.raises(Refused) as refused:
        read_workbook(workbook(), "a.xlsx")
    assert refused.value.cause == "busy"


def test_every_cause_has_words_that_can_be_filled() -> None:
    facts = {"parts": 1, "most": 2, "part": "p", "sheet": "S", "cell": "A1", "row": 3}
    assert all("{" not in str(refusal(cause, **facts)) for cause in CAUSES)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut out, put in or copied to another place."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place, other = chance.randrange(len(changed)), chance.randrange(len(changed))
        length = chance.randrange(1, 60)
        match chance.randrange(6):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1 if len(changed) > 200:
                del changed[place : place + length]
            case 2:
                changed[place:place] = chance.randbytes(length)
            case 3:
                changed[place : place + 1] = b"9" * chance.randrange(1, 12)
            case 4 if len(changed) > 200:
                del changed[place:]
            case _:
                changed[place : place + length] = changed[other : other + length]
    return bytes(changed)


OPEN_CELLS = (
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1.5"/>'
    '<table:table-cell table:formula="of:=1/0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    '<table:table-cell><text:p>a<text:tab/>b<text:s text:c="3"/></text:p></table:table-cell></table:table-row>'
)


def mutants(seed: int, number: int) -> Iterator[bytes]:
    """Files changed as a whole, and workbooks whose parts were changed before they were packed."""
    chance = random.Random(seed)
    files = parts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44000</v></c><c r="C1"><f>1</f></c></row>'
        '<!-- x --><row r="2"><c r="A2" t = "e"><v>#N/A</v></c><c r="B2"><v><![CDATA[7]]></v><extLst/></c></row>',
        texts='<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Hallo</t></si></sst>',
    )
    whole = zipped(files)
    names = [name for name in files if "sheet" in name or "workbook" in name or "styles" in name]
    for turn in range(number):
        if turn % 4 == 0:
            yield mutated(whole, chance)
        elif turn % 4 == 1:
            yield open_document(mutated(OPEN_CELLS.encode(), chance).decode("utf-8", "replace"))
        elif turn % 4 == 2:
            name = chance.choice(names)
            yield zipped(files | {name: mutated(str(files[name]).encode(), chance)})
        else:
            yield mutated('Größe;Straße;x\n"a;b";2;3\n'.encode() * 5, chance)


def outcome(data: bytes) -> str:
    """`read` when every sheet came out as a rectangle, `ragged` when not, else the cause of the refusal."""
    try:
        book = read_workbook(data, "a.xlsx")
    except Refused as refused:
        return refused.cause
    return "read" if all(len({len(row) for row in sheet}) <= 1 for sheet in book.sheets.values()) else "ragged"


def test_changed_files_are_read_or_refused_and_nothing_else_happens() -> None:
    until = time.monotonic() + 20
    outcomes: set[str] = set()
    for data in mutants(seed=2030, number=150):
        outcomes.add(outcome(data))
        if time.monotonic() > until:
            break
    assert outcomes <= {"read", *CAUSES}
    assert {"read", "damaged"} <= outcomes


def test_a_flipped_bit_in_the_cells_is_noticed() -> None:
    """What a checksum guards is either as it was or refused: never read as something else."""
    chance = random.Random(7)
    whole = workbook("".join(f'<row r="{row}"><c r="A{row}"><v>{row * 7}</v></c></row>' for row in range(1, 40)))
    good = read_workbook(whole, "a.xlsx").sheets
    for _ in range(25):
        changed = bytearray(whole)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        with contextlib.suppress(Refused):
            assert read_workbook(bytes(changed), "a.xlsx").sheets == good


def test_a_broken_picture_does_not_cost_the_cells() -> None:
    data = workbook(extra={"xl/media/a.png": random.Random(3).randbytes(400)})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        place = archive.getinfo("xl/media/a.png").header_offset + 80
    broken = bytearray(data)
    broken[place] ^= 0xFF
    assert read_workbook(bytes(broken), "a.xlsx").sheets == {"S": [[1]]}
