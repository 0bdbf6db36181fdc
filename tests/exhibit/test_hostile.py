"""Does people's text stay text, whatever it says?"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lsn_data.exhibit import Column, Exhibit, Table, clean
from lsn_data.exhibit.in_workbook import HEAD_ROW, workbook
from lsn_data.exhibit.on_page import figure, table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.topics.explore.exhibits import lines_as_csv
from lsn_data.ui.messages import safe
from tests.exhibit import opened
from tests.exhibit.samples import EN, HOSTILE, countries, distribution, line, places, segments, shares, timeline

TEXTS = list(HOSTILE)


def _table_of_texts() -> Exhibit:
    table = Table((Column("a", "=HEAD()"), Column("b", "<i>")), tuple((one, one) for one in TEXTS))
    said = {"message": "=1+1", "title": "<b>t</b>", "notes": ("@x", "y\ud800"), "meaning": tuple(TEXTS)}
    return replace(segments(EN, **said), table=table)


def _all() -> list[Exhibit]:
    course = tuple((name, str(2020 + at), at, None) for name in TEXTS[:4] for at in range(4))
    hostile = [places(EN, TEXTS), places(EN, TEXTS, share=False), distribution(EN, TEXTS), line(EN, course)]
    hostile += [shares(EN, labels=TEXTS), timeline(EN, TEXTS), countries(EN, TEXTS)]
    return [*hostile, _table_of_texts()]


def test_a_deck_of_hostile_texts_opens_and_holds_no_formula_and_no_link() -> None:
    deck = presentation(_all(), "=edition\x00<b>")
    for slide in opened.slides(deck):
        for shape in slide.shapes:
            if shape.has_chart:
                assert opened.cached(shape.chart) == opened.embedded(shape.chart)
    with zipfile.ZipFile(BytesIO(deck)) as parts:
        related = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
    assert not any('TargetMode="External"' in one for one in related)


def test_hostile_texts_stay_texts_in_the_workbook() -> None:
    book = load_workbook(BytesIO(workbook([_table_of_texts(), *_all()])))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    written = [book.worksheets[0].cell(HEAD_ROW + 1 + at, 1).value for at in range(len(TEXTS))]
    assert written[0] == "=1+1"
    assert written[TEXTS.index("_x0041_")] in ("_x0041_", "_x005F_x0041_")


def test_plotly_is_given_no_tags_and_no_formulas_of_people_s() -> None:
    for exhibit in _all()[:-1]:
        drawn = figure(exhibit, LIGHT).to_json()
        assert "<b>bold" not in drawn
        assert "\\u003cb\\u003ebold" not in drawn
        assert "$x$" not in drawn
        assert "%{y}" not in drawn
        drawn.encode("utf-8")


def test_the_page_s_table_is_escaped() -> None:
    page = table_html(_table_of_texts(), LIGHT)
    assert "<b>" not in page
    assert "&lt;b&gt;bold" in page
    page.encode("utf-8")


def test_a_name_does_not_turn_the_figures_behind_it_around() -> None:
    turned = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    exhibit = segments(EN)
    exhibit = replace(exhibit, table=Table((Column("a", f"{turned}A"),), ((f"Nord{turned} GmbH, 12 of 60",),)))
    drawn = [table_html(exhibit, LIGHT), clean.plotly(turned), clean.csv_cell(turned), safe(f"a{turned}b")]
    with zipfile.ZipFile(BytesIO(workbook([exhibit]))) as parts:
        drawn += [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    assert not any(sign in one for one in drawn for sign in turned)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_csv_cell_cannot_run(start: str) -> None:
    assert clean.csv_cell(f"{start}cmd|x").startswith("'")


@pytest.mark.parametrize("said", ["a;=1+1;", 'a;"=1+1;', "a;@SUM(A1);", "a;+cmd|x;", "a;-cmd|x;", ";;=1;"])
def test_no_part_of_a_csv_cell_runs_where_semicolons_part_the_cells(said: str) -> None:
    (line,) = lines_as_csv([["Kiel", said, "b"]]).decode("utf-8-sig").splitlines()
    parts = [part.strip('"') for part in line.split(";")]
    assert not any(part.startswith(("=", "+", "-", "@")) for part in parts)


def test_figures_and_lists_in_a_csv_cell_stay_as_they_are() -> None:
    for said in ("DE; DK", "1;-5,5;2", "a - b; c", "Nord-Süd;Ost-West"):
        assert clean.csv_cell(said) == said


def test_a_text_beyond_the_cell_s_limit_is_cut_and_told() -> None:
    exhibit = segments(EN)
    table = Table((Column("a", "A"),), (("y" * 40_000,),))
    book = load_workbook(BytesIO(workbook([replace(exhibit, table=table)])))
    sheet = book.worksheets[0]
    assert len(sheet.cell(HEAD_ROW + 1, 1).value) == clean.CELL_LIMIT
    assert any("32,767" in str(cell.value) for cell in sheet["A"])


def test_sheet_names_are_short_and_unique() -> None:
    names = load_workbook(BytesIO(workbook([places(EN), places(EN), places(EN, title="a/b*[c]'")]))).sheetnames
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 for name in names)
