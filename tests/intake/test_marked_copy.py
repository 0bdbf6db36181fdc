"""Does the marked copy name every doubtful cell, in the person's own workbook, and can nothing in it run?"""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from lsn_data.intake import marked_copy as room
from lsn_data.intake import marking, read_register
from lsn_data.intake.marked_copy import can_be_marked, marked_copy
from lsn_data.language import Language

EN, DE = Language("en"), Language("de")
WORDS = marking.Words("Remarks", "Remarks on m.xlsx", "", ("Kind", "Sheet", "Row", "Column", "Found", "Means", "Do"))
ROWS = [
    ["member", "state", "joined", "note"],
    ["A GmbH", "HH", "soon", "=1+1"],
    ["B GmbH", "Bayern?", "2020", "x"],
    ["C GmbH", "HH", "later", "y"],
    [None, None, None, None],
    ["D GmbH", "SH", "2021", "z"],
]


def workbook(formulas: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Mitglieder 2026"
    for row in ROWS:
        sheet.append(row)
    sheet["D2"].data_type = "f" if formulas else "s"
    sheet["A3"].number_format = "@"
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("Notizen")["B2"] = "bleibt"
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def csv() -> bytes:
    return "\n".join(",".join(cell or "" for cell in row) for row in ROWS).encode()


def copied(data: bytes, name: str, say: Language = EN) -> Workbook:
    return load_workbook(BytesIO(marked_copy(data, name, read_register(data, name, "members"), say)))


def test_every_faulty_cell_is_coloured_and_says_what_to_do() -> None:
    sheet = copied(workbook(), "m.xlsx", DE)["Mitglieder 2026"]
    for cell in ("C2", "C4"):
        assert sheet[cell].fill.fgColor.rgb.endswith("FBF1DC")
        assert "kein Datum" in sheet[cell].comment.text
        assert "leer" in sheet[cell].comment.text
    assert sheet["C3"].comment is None
    assert sheet["A5"].comment.text.startswith("Eine leere Zeile")


def test_the_own_workbook_stays_what_it_was() -> None:
    book = copied(workbook(), "m.xlsx")
    assert book.sheetnames == ["Remarks", "Mitglieder 2026", "Notizen"]
    assert book.active.title == "Remarks"
    assert book["Notizen"]["B2"].value == "bleibt"
    assert book["Mitglieder 2026"].column_dimensions["A"].width == 33
    assert [[cell.value for cell in row] for row in book["Mitglieder 2026"].iter_rows()] == ROWS


def test_the_list_in_front_names_each_place_and_leads_to_it() -> None:
    sheet = copied(workbook(), "m.xlsx")["Remarks"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[2] for row in told if row[3] == "joined"] == [2, 4]
    assert {row[4] for row in told if row[3] == "joined"} == {"soon", "later"}
    place = next(row for row in sheet.iter_rows(min_row=5) if row[3].value == "joined" and row[2].value == 4)
    assert place[2].hyperlink.location == "'Mitglieder 2026'!C4"


@pytest.mark.parametrize("say", [EN, DE])
def test_a_plain_text_comes_back_as_a_workbook_in_which_nothing_runs(say: Language) -> None:
    book = copied(csv(), "mitglieder.csv", say)
    sheet = book["mitglieder"]
    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    assert sheet["C2"].comment is not None
    assert sheet["C2"].fill.fgColor.rgb.endswith("FBF1DC")


def test_a_text_that_looks_like_a_formula_stays_text_in_the_own_workbook() -> None:
    assert copied(workbook(), "m.xlsx")["Mitglieder 2026"]["D2"].data_type == "s"


def test_a_long_file_gives_its_remarks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_ROWS", 3)
    book = copied(workbook(), "m.xlsx")
    assert book.sheetnames == ["Remarks"]
    assert "too long" in book["Remarks"]["A2"].value


def test_a_workbook_that_cannot_be_opened_again_comes_back_from_its_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "START", "raise SystemExit(3)")
    book = copied(workbook(), "m.xlsx")
    assert book["Mitglieder 2026"]["C2"].comment is not None


def test_only_a_file_that_was_let_in_can_be_marked() -> None:
    assert can_be_marked(read_register(csv(), "m.csv", "members"))
    assert not can_be_marked(read_register(b"", "m.csv", "members"))
    assert not can_be_marked(read_register(b"member\nA GmbH\n", "m.csv", "members"))


def test_a_workbook_that_another_reader_sees_shorter_comes_back_from_its_cells() -> None:
    remark = marking.Remark("warning", "Note", "Mitglieder 2026", 99, 1, "", "", "What", "Do")
    with pytest.raises(marking.NotTheSame):
        marking.own_marked(workbook(), [remark], WORDS)
    fresh = load_workbook(BytesIO(marking.fresh_marked({"Mitglieder 2026": ROWS}, [remark], WORDS)))
    assert fresh["Mitglieder 2026"]["A99"].comment is not None
