"""Are text files read rightly, whatever their encoding, delimiter, line ends and quotes?"""

from __future__ import annotations

import pytest

from lsn_data.errors import Refused
from lsn_data.intake import read_workbook

UMLAUTS = [["Größe", "Straße"], ["ä", "Köln"]]
TEXT = "Größe;Straße\nä;Köln\n"


def rows(data: bytes) -> list[list[object]]:
    return [list(row) for row in read_workbook(data, "a.csv").sheets["a"]]


def doubts(data: bytes) -> list[str]:
    return [found.kind for found in read_workbook(data, "a.csv").problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_name_themselves_are_read_without_a_doubt(encoding: str) -> None:
    assert rows(TEXT.encode(encoding)) == UMLAUTS
    assert doubts(TEXT.encode(encoding)) == []


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_encodings_that_must_be_guessed_are_read_with_a_doubt(encoding: str) -> None:
    assert rows(TEXT.encode(encoding)) == UMLAUTS
    assert doubts(TEXT.encode(encoding)) == ["encoding-guessed"]


def test_two_encodings_in_one_file_are_both_read() -> None:
    assert rows("Größe;x\n".encode() + "Straße;y\n".encode("cp1252")) == [["Größe", "x"], ["Straße", "y"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_although_headings_hold_the_others(delimiter: str) -> None:
    text = f'"Frage, mit; Komma{delimiter}"{delimiter}"zwei\nZeilen"\n"a, b; c"{delimiter}2\n'
    assert rows(text.encode()) == [[f"Frage, mit; Komma{delimiter}", "zwei\nZeilen"], ["a, b; c", "2"]]


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    assert rows(b"a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n")[1] == ["1,5", "2,5", "3,5"]


def test_a_file_of_one_column_is_not_cut() -> None:
    assert rows(b"Name\nA, B\nC\nD, E, F\n") == [["Name"], ["A, B"], ["C"], ["D, E, F"]]


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    assert rows(b"sep=;\r\na;b\r\n1,5;2\r\n") == [["a", "b"], ["1,5", "2"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_all_line_ends_are_understood(end: str) -> None:
    assert rows(end.join(["a;b", "1;2", ""]).encode()) == [["a", "b"], ["1", "2"]]


def test_blank_lines_keep_their_row_so_that_later_rows_are_named_rightly() -> None:
    assert rows(b"a;b\n\n1;2\n") == [["a", "b"], [None, None], ["1", "2"]]


def test_cells_stay_text() -> None:
    assert rows(b"a,b,c,d\n007,NA,None,12345678901234567890\n,null,#N/A,=1+1\n")[1:] == [
        ["007", "NA", "None", "12345678901234567890"],
        [None, "null", "#N/A", "=1+1"],
    ]


def test_ragged_rows_are_padded_and_told_with_the_first() -> None:
    (found,) = read_workbook(b"a,b,c\n1,2,3\n1,2\n1,2,3\n1,2,3,4\n", "a.csv").problems
    assert (found.kind, found.count, found.row) == ("ragged-rows", 2, 3)
    assert {len(row) for row in rows(b"a,b,c\n1,2,3\n1,2\n")} == {3}


def test_a_quote_that_never_closes_is_refused_with_its_row() -> None:
    with pytest.raises(Refused, match="row 2") as refused:
        read_workbook(b'a,b\n1,"x\n2,y\n3,z\n', "a.csv")
    assert refused.value.cause == "open-quote"


def test_a_quote_open_on_the_last_line_is_told() -> None:
    assert doubts(b'a,b\n1,2\n3,"z') == ["open-quote-at-end"]


def test_quotes_inside_a_cell_are_letters() -> None:
    assert rows(b'a,b\n5" disk,x\n')[1] == ['5" disk', "x"]


def test_a_cell_of_forty_thousand_characters_is_whole_and_told() -> None:
    data = b"a,b\n" + b"x" * 40_000 + b",2\n"
    assert len(str(rows(data)[1][0])) == 40_000
    assert doubts(data) == ["long-cells"]


def test_stray_control_characters_and_halves_of_characters_are_taken_out() -> None:
    assert rows(b"a,b\n" + b"x\x00y\x01,\xed\xa0\x80z\n")[1][0] == "xy"


def test_a_semicolon_file_that_begins_like_sylk_is_a_survey() -> None:
    assert rows(b"ID;Person;Wert\n1;a;b\n")[0] == ["ID", "Person", "Wert"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_letters_side_by_side_tell_the_encoding(encoding: str) -> None:
    text = "Größe;Zahl\nfür Österreich;1\n"
    assert rows(text.encode(encoding)) == [["Größe", "Zahl"], ["für Österreich", "1"]]


def test_quotation_marks_and_dashes_of_windows_do_not_pass_for_the_umlauts_of_dos() -> None:
    assert rows("Frage;Alter\n„Ja“;10–19\n".encode("cp1252"))[1] == ["„Ja“", "10–19"]


def test_german_numbers_in_one_column_are_not_cut_at_their_comma() -> None:
    assert rows(b"Wert\n1,5\n-2,25\n") == [["Wert"], ["1,5"], ["-2,25"]]


def test_quotes_after_a_backslash_belong_to_the_cell() -> None:
    assert rows(b'a,b\n"x \\"y\\", z",2\n"C:\\temp",3\n') == [["a", "b"], ['x "y", z', "2"], ["C:\\temp", "3"]]


def test_rows_that_a_stray_quote_runs_together_are_told() -> None:
    data = b'a,b\n1,"x\n2,y\n3,"z"\n4,w\n'
    (found,) = [one for one in read_workbook(data, "a.csv").problems if one.kind == "stray-quotes"]
    assert found.row == 2


def test_well_doubled_quotes_raise_no_doubt() -> None:
    assert doubts(b'a,b\n"x ""y"", z",2\n5" disk,3\n') == []


def test_a_text_without_line_ends_is_too_large_and_no_open_quote() -> None:
    with pytest.raises(Refused) as refused:
        rows(b"x" * 2_100_000)
    assert refused.value.cause == "too-large"


@pytest.mark.parametrize("head", ["ID;P", "GIF8", "BZhaus", "Rar!", "BM", "MZ", "II", "PK"])
def test_a_heading_that_looks_like_the_mark_of_another_format_is_a_heading(head: str) -> None:
    assert rows(f"{head};x\nA;1\n".encode())[1][:2] == ["A", "1"]


def test_the_mark_that_ended_files_under_dos_is_no_row() -> None:
    assert rows(b"a;b\r\n1;2\r\n\x1a") == [["a", "b"], ["1", "2"]]


def test_a_text_without_lines_is_refused_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        read_workbook(b"x" * (9 * 2**20), "x.csv")
    assert refusal.value.cause == "too-large"
