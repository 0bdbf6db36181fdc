"""Does the workbook of a pack hold its figures as tables, say what it is, and lead from its contents to each sheet?"""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lsn_data.exhibit import Table
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.in_workbook import HEAD_ROW, figures
from lsn_data.exhibit.workbook_contents import HEAD_ROW as CONTENTS
from lsn_data.language import Language
from tests.exhibit.samples import DE, EN, HOSTILE, every_kind, places, segments

LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])


def pack(say: Language, **more: object) -> Bound:
    leaves = tuple(Leaf(one, f"Section {at}") for at, one in enumerate(every_kind(say)))
    return replace(Bound("Board", say, leaves, dt.date(2026, 4, 10)), **more)


@LANGUAGES
def test_the_contents_lead_to_the_sheet_of_each_exhibit(say: Language) -> None:
    bound = pack(say)
    book = load_workbook(BytesIO(figures(bound)))
    first, *sheets = book.worksheets
    assert first.title == say("Contents")
    for at, (leaf, sheet) in enumerate(zip(bound.leaves, sheets, strict=True), start=1):
        row = [cell.value for cell in first[CONTENTS + at]]
        assert row[:4] == [at, leaf.section, leaf.exhibit.message, leaf.exhibit.title]
        assert first.cell(CONTENTS + at, 3).hyperlink.location == f"'{sheet.title}'!A1"
        assert sheet["A1"].value == leaf.exhibit.message


def test_an_edition_says_who_froze_it_and_when_and_a_pack_what_is_missing() -> None:
    book = load_workbook(BytesIO(figures(pack(EN, edition="April", by="anna", missing=(("Money", "No projects."),)))))
    column = [cell.value for cell in book.worksheets[0]["A"]]
    assert column[1] == "Edition “April”, frozen 2026-04-10 by anna"
    assert "Not in the pack: Money. No projects." in column


@LANGUAGES
def test_figures_are_tables_of_the_spreadsheet_program_with_headings_that_differ(say: Language) -> None:
    exhibit = places(say)
    columns = tuple(replace(column, label="N") for column in exhibit.table.columns)
    alike = replace(exhibit, table=Table(columns, exhibit.table.rows))
    book = load_workbook(BytesIO(figures(pack(say, leaves=(Leaf(alike), Leaf(segments(say)))))))
    for number, sheet in enumerate(book.worksheets[1:], start=1):
        (table,) = sheet.tables.values()
        assert table.displayName == f"Figures{number}"
        cells = sheet[table.ref]
        assert cells[0][0].row == HEAD_ROW
        headings = [cell.value for cell in cells[0]]
        assert [column.name for column in table.tableColumns] == headings
        assert len({str(heading).lower() for heading in headings}) == len(headings)
    assert len(book.worksheets[1][book.worksheets[1].tables["Figures1"].ref]) == len(exhibit.table.rows) + 1


def test_a_table_without_rows_is_no_table_of_the_program() -> None:
    exhibit = replace(places(EN), table=Table(places(EN).table.columns, ()))
    assert not load_workbook(BytesIO(figures(pack(EN, leaves=(Leaf(exhibit),))))).worksheets[1].tables


def test_hostile_texts_stay_texts_in_headings_contents_and_cells() -> None:
    exhibit = places(EN)
    columns = tuple(replace(one, label=text) for one, text in zip(exhibit.table.columns, HOSTILE, strict=False))
    table = replace(exhibit.table, columns=(*columns, *exhibit.table.columns[len(columns) :]))
    hostile = [replace(exhibit, message=text, title=text, table=table) for text in HOSTILE]
    made = figures(
        pack(EN, name=HOSTILE[0], leaves=tuple(Leaf(one, text) for one, text in zip(hostile, HOSTILE, strict=True)))
    )
    assert len(load_workbook(BytesIO(made)).worksheets) == len(hostile) + 1
    with zipfile.ZipFile(BytesIO(made)) as opened:
        assert not [name for name in opened.namelist() if b"<f>" in opened.read(name)]
        assert not [name for name in opened.namelist() if b'TargetMode="External"' in opened.read(name)]


def test_what_is_to_be_decided_stands_below_the_figures() -> None:
    asks = replace(places(EN), asks="Take it up, or say why not?")
    sheet = load_workbook(BytesIO(figures(pack(EN, leaves=(Leaf(asks),))))).worksheets[1]
    assert "To be decided: Take it up, or say why not?" in [cell.value for cell in sheet["A"]]


def test_a_sentence_of_somebody_s_own_stands_beside_the_computed_one() -> None:
    own = replace(places(EN), message="Ours", computed="Theirs")
    sheet = load_workbook(BytesIO(figures(pack(EN, leaves=(Leaf(own),))))).worksheets[1]
    said = [cell.value for cell in sheet["A"]]
    assert said[0] == "Ours"
    assert "Sentence edited. Computed: Theirs" in said
