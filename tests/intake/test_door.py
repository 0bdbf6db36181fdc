"""Does the door hand out every cell of a good spreadsheet, in its own place, and tell its doubts?"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import openpyxl
import pytest

from lsn_data.intake import Workbook, read_workbook
from lsn_data.intake.problems import KINDS, message, what_to_do
from lsn_data.intake.refusals import CAUSES
from lsn_data.language import Language, catalogue
from tests.intake.door_files import open_document, parts, saved, sheet_xml, workbook, zipped


def only_sheet(data: bytes, name: str = "a.xlsx") -> list[list[object]]:
    sheets = read_workbook(data, name).sheets
    assert len(sheets) == 1
    return [list(row) for row in next(iter(sheets.values()))]


def kinds(book: Workbook) -> list[str]:
    return [found.kind for found in book.problems]


def test_cells_come_as_they_are_stored() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    day, moment = dt.datetime(2026, 3, 4), dt.datetime(2026, 3, 4, 10, 30)
    sheet.append(["Text", "NA", "None", "null", "007", 3, 3.5, True, day, moment, dt.time(8, 30), None, "é\nü"])
    sheet["L1"].number_format = "0%"
    sheet["G1"].number_format = "0%"
    (row,) = only_sheet(saved(book))
    assert row == [
        "Text", "NA", "None", "null", "007", 3, 3.5, True, day.date(), moment, "08:30:00", None, "é\nü",
    ]  # fmt: skip
    assert type(row[5]) is int


def test_rows_and_columns_keep_the_places_that_the_spreadsheet_shows() -> None:
    sheet = only_sheet(workbook('<row r="3"><c r="C3"><v>7</v></c><c r="E3" t="str"><v>x</v></c></row>'))
    assert sheet == [[None] * 5, [None] * 5, [None, None, 7, None, "x"]]


def test_cells_without_references_are_counted_one_after_the_other() -> None:
    assert only_sheet(workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")) == [
        [1, 2], [3, None],
    ]  # fmt: skip


def test_error_values_are_kept_as_their_text_and_told_with_the_first_cell() -> None:
    book = read_workbook(workbook('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'), "a.xlsx")
    assert book.sheets == {"S": [[1, "#N/A"]]}
    (found,) = book.problems
    assert (found.kind, found.count, found.sheet, found.row, found.value) == ("error-values", 1, "S", 1, "#N/A")


def test_formulas_without_a_stored_result_are_counted() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v></v></c><c r="C1"><f>A1</f></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>A1+1</f><v>2</v></c></row>'
    )
    book = read_workbook(workbook(rows), "a.xlsx")
    (found,) = book.problems
    assert (found.kind, found.count, found.facts["cell"]) == ("formulas-without-results", 2, "B1")
    assert book.sheets["S"][0][4] == 2
    assert "formulas without a stored result: 2" in book.warnings[0]


def test_dates_that_cannot_be_are_told_and_stay_numbers() -> None:
    values = (("A", -5), ("B", 60), ("C", 99999999), ("D", 44000))
    cells = "".join(f'<c r="{column}1" s="1"><v>{value}</v></c>' for column, value in values)
    book = read_workbook(workbook(f'<row r="1">{cells}</row>'), "a.xlsx")
    assert book.sheets["S"] == [[-5, 60, 99999999, dt.date(2020, 6, 18)]]
    assert [(found.kind, found.count) for found in book.problems] == [("impossible-dates", 3)]


def test_durations_and_numbers_that_are_none_become_text() -> None:
    rows = '<row r="1"><c r="A1" s="3"><v>1.5</v></c><c r="B1"><v>1e999</v></c><c r="C1" s="4"><v>0.4</v></c></row>'
    assert only_sheet(workbook(rows)) == [["36:00:00", "inf", 0.4]]


def test_hidden_sheets_are_read_and_told() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Geheim").append(["x"])
    book["Geheim"].sheet_state = "veryHidden"
    read = read_workbook(saved(book), "a.xlsx")
    assert read.hidden == {"Geheim"}
    assert read.sheets == {"Sheet": [], "Geheim": [["x"]]}
    assert kinds(read) == ["hidden-sheets"]


def test_the_sheet_of_a_live_form_is_named() -> None:
    name = '<definedName name="_56F9ResponseSheet" hidden="1">"S"</definedName>'
    assert read_workbook(workbook(defined=name), "a.xlsx").response_sheet == "S"
    assert read_workbook(workbook(defined=name.replace('"S"', '"Gone"')), "a.xlsx").response_sheet is None


@pytest.mark.parametrize("prefix", ["", "x"])
def test_a_prefixed_sheet_reads_like_a_plain_one(prefix: str) -> None:
    xml = parts('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>')["xl/worksheets/sheet1.xml"]
    assert isinstance(xml, str)
    if prefix:
        xml = xml.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace("xmlns=", "xmlns:x=")
    assert only_sheet(sheet_xml(xml)) == [["#REF!"]]


def test_strict_workbooks_are_read() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2020-02-03</v></c></row>'
    texts = '<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><si><t>Hallo</t></si></sst>'
    assert only_sheet(workbook(rows, texts=texts, strict=True)) == [["Hallo", dt.date(2020, 2, 3)]]


def test_xml_in_utf_16_is_read() -> None:
    xml = parts()["xl/worksheets/sheet1.xml"]
    assert isinstance(xml, str)
    assert only_sheet(sheet_xml(('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16"))) == [[1]]


def test_a_coloured_empty_cell_far_away_harms_nobody() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert only_sheet(workbook(rows)) == [[1]]


def test_a_lying_dimension_neither_hides_nor_adds_cells() -> None:
    for claimed in ("A1:A1", "A1:XFD1048576"):
        xml = str(parts('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')["xl/worksheets/sheet1.xml"])
        assert only_sheet(sheet_xml(xml.replace("<sheetData>", f'<dimension ref="{claimed}"/><sheetData>'))) == [[1, 2]]


def test_a_shared_text_table_that_claims_four_thousand_million_is_not_believed() -> None:
    texts = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4000000000" '
    texts += 'uniqueCount="4000000000"><si><t>Hallo</t></si></sst>'
    assert only_sheet(workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', texts=texts)) == [["Hallo"]]


def test_macros_and_pictures_are_not_looked_at() -> None:
    data = workbook(extra={"xl/vbaProject.bin": b"\x00macro", "xl/media/image1.png": b"\x89PNG"})
    assert only_sheet(data, "a.xlsm") == [[1]]


def test_open_document_sheets_are_read_with_their_error_values() -> None:
    cells = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Kopf</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    book = read_workbook(open_document(cells), "a.ods")
    assert book.sheets == {"S": [["Kopf", "#DIV/0!"]]}
    assert kinds(book) == ["error-values"]


def test_the_content_decides_and_a_name_that_says_otherwise_is_told() -> None:
    book = read_workbook(b"a;b\n1;2\n", "../../umfrage.xls")
    assert book.sheets == {"umfrage": [["a", "b"], ["1", "2"]]}
    assert kinds(book) == ["other-format"]


def test_control_characters_are_taken_out_and_visible_text_stays() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b\u200d\u202ec =1+1</t></is></c></row>'
    assert only_sheet(workbook(rows)) == [["ab\u200d\u202ec =1+1"]]


def test_a_file_that_the_first_reader_gives_up_on_is_read_by_the_second() -> None:
    types = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"))
    named = "".join(
        f'<Override PartName="/xl/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in types
    )
    content = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{named}</Types>'
    rows = '<row r="1"><c r="A1" t="unheard-of"><v>one</v></c></row>'
    book = read_workbook(workbook(rows, extra={"[Content_Types].xml": content}), "a.xlsx")
    assert book.sheets == {"S": [["one"]]}
    assert kinds(book) == ["second-reader"]


def test_capitals_in_the_names_of_parts_do_not_matter() -> None:
    rows = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'
    assert only_sheet(zipped({name.replace("xl/", "XL/"): part for name, part in parts(rows).items()})) == [["#N/A"]]


def test_the_child_process_starts_without_the_house() -> None:
    heavy = ("babel", "pandas", "numpy", "streamlit", "duckdb", "openpyxl", "pydantic", "plotly")
    code = f"import sys, lsn_data.intake.parse; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_refusal_and_every_doubt_has_its_german() -> None:
    german = catalogue("de")
    texts = [*CAUSES.values()]
    for kind in ("hidden-sheets", "formulas-without-results", "error-values", "impossible-dates", "long-cells",
                 "second-reader", "encoding-guessed", "ragged-rows", "open-quote-at-end", "other-format",
                 "stray-quotes", "breaks-off", "formulas-without-results-anywhere"):  # fmt: skip
        texts += [KINDS[kind].message, KINDS[kind].what_to_do]
    assert [text for text in texts if not (german.get(text) and german[text].string)] == []


def test_a_doubt_is_said_in_both_languages() -> None:
    (found,) = read_workbook("Größe;x\n".encode("cp1252"), "a.csv").problems
    assert message(found, Language("de")).endswith("sie wurden als Windows-1252 gelesen.")
    assert "UTF-8" in what_to_do(found, Language("en"))
