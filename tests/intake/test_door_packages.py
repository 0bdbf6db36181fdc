"""Are workbooks read that are packed or written in ways that the standard allows and few programs use?"""

from __future__ import annotations

import datetime as dt
import html

import pytest

from lsn_data.errors import Refused
from lsn_data.intake import read_workbook
from tests.intake.door_files import LINKS, PACKAGE, SHEETS, parts, workbook, zipped

TEXTS = f'<sst xmlns="{SHEETS}"><si><t>Größe</t></si></sst>'
NAMED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def first_row(data: bytes) -> list[object]:
    return list(next(iter(read_workbook(data, "a.xlsx").sheets.values()))[0])


def with_sheets(*names: str) -> dict[str, str | bytes]:
    """A workbook whose sheets hold their own number."""
    listed = "".join(f'<sheet name="{html.escape(name)}" r:id="r{at}"/>' for at, name in enumerate(names))
    links = "".join(
        f'<Relationship Id="r{at}" Type="{LINKS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in enumerate(names)
    )
    own = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
    }
    rows = "<sheetData><row><c><v>{}</v></c></row></sheetData>"
    sheets = {
        f"xl/worksheets/sheet{at}.xml": f'<worksheet xmlns="{SHEETS}">{rows.format(at)}</worksheet>'
        for at, _ in enumerate(names)
    }
    return parts() | own | sheets


@pytest.mark.parametrize("before", ["/xl/", "./", "../xl/", "worksheets/../"])
def test_a_target_may_be_written_in_any_way_that_leads_to_the_part(before: str) -> None:
    files = parts(NAMED, texts=TEXTS)
    links = str(files["xl/_rels/workbook.xml.rels"]).replace('Target="', f'Target="{before}')
    assert first_row(zipped(files | {"xl/_rels/workbook.xml.rels": links})) == ["Größe"]


def test_shared_texts_and_styles_may_have_names_of_their_own() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44000</v></c></row>'
    files = {
        name.replace("sharedStrings", "texts").replace("styles", "looks"): str(part)
        .replace("sharedStrings.xml", "texts.xml")
        .replace("styles.xml", "looks.xml")
        for name, part in parts(rows, texts=TEXTS).items()
    }
    assert first_row(zipped(files)) == ["Größe", dt.date(2020, 6, 18)]


@pytest.mark.parametrize("missing", ["_rels/.rels", "[Content_Types].xml", "xl/styles.xml"])
def test_a_part_that_only_says_what_is_plain_may_be_missing(missing: str) -> None:
    files = parts(NAMED, texts=TEXTS)
    del files[missing]
    assert first_row(zipped(files)) == ["Größe"]


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252"])
def test_xml_may_be_in_an_encoding_of_one_byte(encoding: str) -> None:
    texts = f'<?xml version="1.0" encoding="{encoding}"?>{TEXTS}'.encode(encoding)
    assert first_row(workbook(NAMED, extra={"xl/sharedStrings.xml": texts})) == ["Größe"]


def test_xml_that_wrongly_calls_itself_utf_16_is_read() -> None:
    texts = f'<?xml version="1.0" encoding="utf-16"?>{TEXTS}'
    assert first_row(workbook(NAMED, extra={"xl/sharedStrings.xml": texts})) == ["Größe"]


def test_two_sheets_of_one_name_keep_their_own_cells() -> None:
    assert read_workbook(zipped(with_sheets("A", "A", "B")), "a.xlsx").sheets == {
        "A": [[0]],
        "A (2)": [[1]],
        "B": [[2]],
    }


def test_sheets_may_have_any_name() -> None:
    names = ["😀 Blatt", "a'b", '"x" <y> & z', "x" * 40]
    assert list(read_workbook(zipped(with_sheets(*names)), "a.xlsx").sheets) == names


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v><![CDATA[5]]></v></c>',
        '<!-- <c r="B1"><v>9</v></c> --><c r="A1"><v>5</v></c>',
        '<c r="A1"><f>NOW()</f><v>5</v><extLst><ext uri="{x}"/></extLst></c>',
        "<c r = \"A1\" t = 'n'><v>5</v></c>",
        '<c r="A1" t=""><v>5</v></c>',
    ],
)
def test_a_cell_may_be_written_in_every_way_that_xml_knows(cell: str) -> None:
    book = read_workbook(workbook(f'<row r="1">{cell}</row>'), "a.xlsx")
    assert (book.sheets, book.problems) == ({"S": [[5]]}, ())


def test_an_error_value_with_blanks_in_its_tag_is_not_lost() -> None:
    assert first_row(workbook("<row r='1'><c r='A1' t = 'e'><v>#N/A</v></c></row>")) == ["#N/A"]


def test_a_moment_in_universal_time_is_a_moment() -> None:
    rows = '<row r="1"><c r="A1" t="d"><v>2020-02-03T10:20:30Z</v></c></row>'
    assert first_row(workbook(rows)) == [dt.datetime(2020, 2, 3, 10, 20, 30)]


def test_a_format_may_hold_a_greater_than_sign() -> None:
    styles = (
        f'<styleSheet xmlns="{SHEETS}"><numFmts><numFmt numFmtId="170" formatCode="[>1]dd.mm.yyyy;0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    rows = '<row r="1"><c r="A1" s="1"><v>44000</v></c></row>'
    assert first_row(workbook(rows, extra={"xl/styles.xml": styles})) == [dt.date(2020, 6, 18)]


def test_styles_with_inventions_cost_nothing() -> None:
    styles = f'<styleSheet xmlns="{SHEETS}"><cellStyles><cellStyle odd="1"/></cellStyles><cellXfs><xf numFmtId="14"/>'
    rows = '<row r="1"><c r="A1" s="0"><v>44000</v></c></row>'
    whole = f"{styles}</cellXfs><surprise/></styleSheet>"
    assert first_row(workbook(rows, extra={"xl/styles.xml": whole})) == [dt.date(2020, 6, 18)]


def test_a_text_before_the_first_is_damage_and_not_the_first_text() -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(workbook(NAMED.replace(">0<", ">-1<"), texts=TEXTS), "a.xlsx")
    assert refused.value.cause == "damaged"


@pytest.mark.parametrize("opening", ["<!-- ", "<![CDATA["])
def test_a_comment_that_never_ends_is_damage(opening: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(workbook('<row r="1"><c r="A1"><v>1</v></c></row>' + opening * 50_000), "a.xlsx")
    assert refused.value.cause in ("damaged", "zip-bomb")
