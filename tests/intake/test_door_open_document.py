"""Are the cells of .ods files complete: tabs, line breaks, errors of old programs, cells without a type?"""

from __future__ import annotations

import pytest

from lsn_data.intake import Workbook, read_workbook
from tests.intake.door_files import open_document


def read(*cells: str) -> Workbook:
    return read_workbook(open_document(f"<table:table-row>{''.join(cells)}</table:table-row>"), "a.ods")


def text(inside: str) -> str:
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'


def test_blanks_tabs_and_line_breaks_inside_a_cell_are_kept() -> None:
    cell = text('<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e</text:p>')
    assert read(cell).sheets == {"S": [["a  b\tc\nd\ne"]]}


def test_a_cell_that_does_not_say_its_type_is_text() -> None:
    assert read("<table:table-cell><text:p>ohne Typ</text:p></table:table-cell>").sheets == {"S": [["ohne Typ"]]}


@pytest.mark.parametrize(
    "attributes",
    [
        'calcext:value-type="error" office:value-type="string" office:string-value="" table:formula="of:=1/0"',
        'office:value-type="string" office:string-value="" calcext:value-type="error"',
        'table:formula="oooc:=1/0" office:value-type="float" office:value="0"',
    ],
)
def test_error_values_are_kept_however_the_program_stores_them(attributes: str) -> None:
    book = read(f"<table:table-cell {attributes}><text:p>#DIV/0!</text:p></table:table-cell>")
    assert book.sheets == {"S": [["#DIV/0!"]]}
    assert [found.kind for found in book.problems] == ["error-values"]


def test_a_formula_that_gives_nought_stays_a_number() -> None:
    cell = '<table:table-cell table:formula="of:=1-1" office:value-type="float" office:value="0"><text:p>0</text:p>'
    assert read(f"{cell}</table:table-cell>").sheets == {"S": [[0]]}


def test_lengths_of_time_are_written_as_people_write_them() -> None:
    cell = '<table:table-cell office:value-type="time" office:time-value="{}"/>'
    assert read(cell.format("PT36H05M00S"), cell.format("PT08H30M00S")).sheets == {"S": [["36:05:00", "08:30:00"]]}


def test_formulas_without_a_result_are_counted() -> None:
    book = read(text("<text:p>x</text:p>"), '<table:table-cell table:formula="of:=A1"/>')
    assert [(found.kind, found.count) for found in book.problems] == [("formulas-without-results-anywhere", 1)]


def test_comments_on_cells_are_no_cells() -> None:
    note = "<office:annotation><text:p>Notiz</text:p></office:annotation>"
    assert read(text(f"{note}<text:p>a</text:p>"), text("<text:p>b</text:p>")).sheets == {"S": [["a", "b"]]}
