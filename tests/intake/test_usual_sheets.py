"""Is a sheet passed as usual only where looking closely would find nothing? The quick way and the careful one agree."""

from __future__ import annotations

import random
from pathlib import Path
from zipfile import ZipFile

import pytest

from lsn_data.intake import sheet_xml
from lsn_data.intake.stop import Stop
from lsn_data.intake.usual_xml import is_usual

SAMPLES = sorted(Path(__file__).parents[1].glob("samples/**/*.xlsx"))
ROWS = (
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="inlineStr"><is><t>Größe &amp; Zahl</t></is>'
    '</c><c r="C1" s="2"/></row>\n<row r="2"><c r="A2"><v>-7</v></c><c r="B2" s="1"><v>44000.5</v></c>'
    '<c r="C2" t="b"><v>1</v></c><c r="D2" t="str"><v>a</v></c></row>'
)
ODD = (
    '<c r="A3" t="e"><v>#N/A</v></c>', "<c r='A3'><v>1</v></c>", '<c r="A3"><f>A1</f></c>', "<!-- <c> -->",
    '<c r="A3" t=""><v>1</v></c>', '<c r = "A3"><v>1</v></c>', '<c r="A3" t="s"><v>-1</v></c>', "<c><v>1</v></c>",
    '<c r="A3"><v>1</v><extLst/></c>', '<c r="A3"><v><![CDATA[7]]></v></c>', '<c r="XFE1"><v>1</v></c>',
    '<c r="A3" t="d"><v>2026-01-01T00:00:00Z</v></c>', '<c r="A9999999"><v>1</v></c>', '<c t="e" r="A3"><v>0</v></c>',
    '<c r="A3" s="1"><v>60</v></c>', '<c r="A3" s="1"><v>-1</v></c>', "</sheetData>", "<sheetData>", '<row r="3">',
    '<c r="XFD1048576"><v>1</v></c>', '<c r="B1048576"/>', '<c r="A3"><is><r><t>x</t></r></is></c>', "</row>", "<v>",
)  # fmt: skip
USUAL = ("\n", '<row r="3"><c r="A3"><v>1</v></c></row>', '<row r="3"/>', '<c r="A3" s="1"/>', "<row>", "</row>")


def sheet(rows: str = ROWS, before: str = "<cols><col/></cols>", after: str = "<pageMargins/>") -> bytes:
    return f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def looked_at(part: bytes) -> object:
    """What becomes of a sheet, or why it is refused."""
    try:
        return sheet_xml.mended(part, "S", frozenset({b"1"}), False)
    except Stop as stop:
        return stop.cause, stop.facts


def test_what_programs_write_is_usual() -> None:
    assert is_usual(sheet())
    assert is_usual(sheet(""))


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_cell_is_looked_at_closely(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    part = sheet(f'{ROWS}<row r="3">{odd}</row>')
    quick = looked_at(part)
    monkeypatch.setattr(sheet_xml, "is_usual", lambda part: False)
    assert quick == looked_at(part)


def test_cells_are_usual_only_as_many_as_the_reader_has_room_for() -> None:
    wide = '<row r="1"><c r="AX1"><v>1</v></c></row>'  # column 50
    assert is_usual(sheet(f'{wide}<row r="100000"><c r="A100000"><v>1</v></c></row>'))
    assert not is_usual(sheet(f'{wide}<row r="100001"><c r="A100001"><v>1</v></c></row>'))
    assert not is_usual(sheet(f'<row r="100001"><c r="A100001"><v>1</v></c></row>{wide}'))


def test_a_sheet_behind_a_decoy_is_looked_at_closely() -> None:
    for before in (f"<!-- <sheetData>{ROWS}</sheetData> -->", f"<sheetData>{ROWS}</sheetData>"):
        assert not is_usual(sheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', before=before))


def test_changed_sheets_fare_alike_in_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    parts = [sheet()]
    for _ in range(600):
        tags = ROWS.replace("<", "\x00<").split("\x00")
        for _ in range(chance.randint(1, 3)):
            tags.insert(chance.randrange(len(tags)), chance.choice([*ODD, *tags, *USUAL * 10]))
        parts.append(sheet("".join(tags)))
    quick = [looked_at(part) for part in parts]
    assert sum(map(is_usual, parts)) > 20
    monkeypatch.setattr(sheet_xml, "is_usual", lambda part: False)
    assert quick == [looked_at(part) for part in parts]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_sample_files_fare_alike_in_both_ways(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(file) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    quick = [looked_at(part) for part in parts]
    monkeypatch.setattr(sheet_xml, "is_usual", lambda part: False)
    assert quick == [looked_at(part) for part in parts]
