"""Does the spreadsheet of a register say the same however it is written, and is every doubt told?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lsn_data.intake import problems, read_register, recognised
from lsn_data.intake.moments import when_of
from lsn_data.intake.report import Problem, Reading
from lsn_data.intake.values import number_of, understood
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from tests.intake.made import as_csv, as_xlsx


def read(kind: str, *rows: list[object]) -> Reading:
    return read_register(as_xlsx(("List", rows)), "list.xlsx", kind)


def kinds(reading: Reading) -> list[str]:
    return [one.kind for one in reading.problems]


def only(reading: Reading, kind: str) -> Problem:
    (found,) = [one for one in reading.problems if one.kind == kind]
    return found


def said(found: Problem, code: str = "en") -> str:
    return problems.message(found, Language(code))


def column(reading: Reading, name: str) -> list[Any]:
    return [row[name] for row in reading.rows]


# Where the headings stand, and what they may be called.


def test_titles_above_the_headings_are_passed_over() -> None:
    reading = read(
        "members",
        ["Mitglieder"], ["Stand: 1. März 2026"], [None], ["Mitglied", "Branche"], ["Nordlicht GmbH", "Pharma"],
    )  # fmt: skip
    assert (reading.status, column(reading, "member"), reading.rows[0]["row"]) == ("ready", ["Nordlicht GmbH"], 5)


def test_a_title_that_is_a_heading_itself_does_not_win() -> None:
    reading = read("projects", ["Projekt"], ["Projekt", "Titel", "Farbe"], ["A", "Eins", "blau"])
    assert (column(reading, "project"), column(reading, "title_de")) == (["A"], ["Eins"])


@pytest.mark.parametrize(
    "headings",
    [
        ["member", "sector", "joined"],
        ["Member", "Sector", "Joined"],
        ["Mitglied", "Branche", "Beigetreten"],
        ["Name der Organisation", "BRANCHE:", "Mitglied seit"],
    ],
)
def test_columns_are_found_by_their_english_german_and_other_names(headings: list[object]) -> None:
    (row,) = read("members", headings, ["Nordlicht GmbH", "Medizintechnik", 2019]).rows
    assert (row["member"], row["sector"], row["joined"]) == ("Nordlicht GmbH", "medtech", "2019")


def test_a_text_given_once_serves_both_languages() -> None:
    (row,) = read("swot", ["id", "quadrant", "text"], ["W1", "Schwäche", "Unklare Marke"]).rows
    assert (row["quadrant"], row["text_en"], row["text_de"]) == ("weakness", "Unklare Marke", "Unklare Marke")


def test_the_column_of_one_language_stays_its_own_beside_one_for_both() -> None:
    (row,) = read("projects", ["Projekt", "Titel", "Titel (Englisch)"], ["A", "Eins", "One"]).rows
    assert (row["title_de"], row["title_en"]) == ("Eins", "One")


def test_a_missing_column_is_named_and_nothing_is_read() -> None:
    reading = read("kpi", ["KPI", "Zeitraum", "Einheit", "Farbe"], ["members", 2025, "organisations", "blue"])
    assert (reading.status, reading.rows) == ("refused", ())
    assert only(reading, "column-missing").column == "value"


def test_columns_that_the_register_does_not_have_are_told() -> None:
    reading = read("members", ["Mitglied", "Lieblingsfarbe"], ["Nordlicht GmbH", "blau"])
    assert reading.status == "ready"
    assert "Lieblingsfarbe" in said(only(reading, "column-unknown"), "de")


@pytest.mark.parametrize("heading", ["E-Mail", "Ansprechpartner", "Kolonne 7"])
def test_contact_columns_are_not_stored_and_told(heading: str) -> None:
    reading = read("members", ["Mitglied", heading], ["Nordlicht GmbH", "a.b@nordlicht.de"], ["Süd AG", "c@sued.de"])
    assert heading in said(only(reading, "personal-data"))
    assert "nordlicht.de" not in str(reading.rows)
    assert "column-unknown" not in kinds(reading)


def test_an_e_mail_address_is_not_stored_wherever_it_stands_and_not_told_either() -> None:
    reading = read(
        "partnerships", ["partner", "note"], ["Cluster X", "via a.b@x.dk, monthly"], ["Cluster Y", "c@y.dk"]
    )  # fmt: skip
    assert column(reading, "note") == ["via , monthly", None]
    told = only(reading, "contact-in-cell")
    assert (told.row, told.column, told.count) == (2, "note", 2)
    assert "@" not in str(reading)


def test_of_two_versions_of_a_list_one_must_be_chosen() -> None:
    sheets = [(year, [["member"], [f"{year} GmbH"]]) for year in ("2024", "2025")]
    reading = read_register(as_xlsx(*sheets), "list.xlsx", "members")
    (asked,) = reading.questions
    assert (reading.status, asked.id, [one.value for one in asked.choices]) == (
        "needs answer",
        "sheet",
        ["2024", "2025"],
    )
    assert asked.facts["suggested"] == "2025"
    chosen = read_register(as_xlsx(*sheets), "list.xlsx", "members", {"sheet": "2025"})
    assert (chosen.status, column(chosen, "member")) == ("ready", ["2025 GmbH"])


# Which rows count.


def test_the_same_member_under_another_legal_form_is_merged_and_told() -> None:
    reading = read(
        "members",
        ["Mitglied", "Branche", "Land"],
        ["Nordlicht GmbH", "Pharma", None],
        ["NORDLICHT gmbh", None, "Hamburg"],
        ["Nordlicht AG & Co. KG", None, None],
    )  # fmt: skip
    (row,) = reading.rows
    assert (row["member"], row["sector"], row["state"]) == ("Nordlicht GmbH", "pharma", "HH")
    told = only(reading, "row-twice")
    assert (told.row, told.count) == (3, 2)
    assert "NORDLICHT gmbh" in said(told)
    assert [(one.row, one.why, one.text) for one in reading.left_out] == [(3, "duplicate", "2"), (4, "duplicate", "2")]


def test_short_legal_forms_are_words_elsewhere() -> None:
    reading = read("members", ["Mitglied"], ["AS Pharma GmbH"], ["Pharma GmbH"], ["SE Pharma"], ["Co-Pharma"])
    assert len(reading.rows) == 4


def test_duplicates_that_contradict_each_other_are_told_with_the_column() -> None:
    reading = read("members", ["Mitglied", "Branche"], ["Nordlicht GmbH", "Pharma"], ["Nordlicht", "Biotech"])
    assert column(reading, "sector") == ["pharma"]
    told = only(reading, "row-conflict")
    assert (told.row, told.value, told.column) == (3, "Nordlicht", "Branche")
    assert "row-twice" not in kinds(reading)


def test_the_same_kpi_in_another_period_or_vintage_is_no_duplicate() -> None:
    reading = read(
        "kpi",
        ["kpi", "period", "value", "vintage"],
        ["members", 2024, 280, "2025-01"], ["members", 2025, 300, "2026-01"], ["members", 2025, 301, "2026-06"],
    )  # fmt: skip
    assert (len(reading.rows), kinds(reading)) == (3, [])


def test_totals_blanks_and_the_example_are_left_out_and_every_row_is_accounted_for() -> None:
    reading = read(
        "finance",
        ["Zeitraum", "Einnahmequelle", "Betrag"],
        ["Beispiel: 2025", "Mitgliedsbeiträge", 180000],
        [2024, "Mitgliedsbeiträge", 170000],
        [None, None, None],
        [2024, "mitgliedsbeiträge", 170000],
        ["Summe", None, 170000],
        [None, None, None],
    )  # fmt: skip
    assert reading.status == "ready"
    assert [(one.row, one.why) for one in reading.left_out] == [
        (2, "test"), (4, "blank"), (5, "duplicate"), (6, "total"),
    ]  # fmt: skip
    assert (reading.rows_read, reading.rows_kept) == (5, 1)
    assert reading.rows_read == reading.rows_kept + len(reading.left_out)


def test_a_member_called_total_is_a_member() -> None:
    assert column(read("members", ["Mitglied", "Land"], ["Total Diagnostics GmbH", None]), "member") == [
        "Total Diagnostics GmbH"
    ]


def test_headings_alone_are_refused() -> None:
    assert kinds(read("members", ["Mitglied", "Branche"])) == ["no-rows"]


def test_a_list_of_something_else_is_refused_with_the_reason() -> None:
    assert kinds(read("members", ["Obst", "Preis"], ["Birne", 2])) == ["kind-not-recognised"]


def test_what_is_no_spreadsheet_is_refused_with_the_reason() -> None:
    reading = read_register(b"", "list.xlsx", "members")
    assert (reading.status, kinds(reading)) == ("refused", ["file-refused"])


# What a cell means.


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (1234.5, 1234.5), (300, 300.0), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1234567.0),
        ("250 000", 250000.0), ("250'000", 250000.0), ("0,125", 0.125), ("12 %", 12.0), ("−3,5", -3.5), ("+4", 4.0),
        ("1,234", None), ("1.234", None), ("vierzig", None), ("12 bis 14", None), ("1,2,3", None), (True, None),
        ("9" * 400, None), (dt.date(2025, 2, 1), None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it_or_not_at_all(typed: Any, number: float | None) -> None:
    assert number_of(typed) == number


def test_a_number_that_can_be_read_two_ways_is_told_and_counts_as_empty() -> None:
    reading = read("services", ["Angebot", "Zeitraum", "Nutzende"], ["Beratung", 2025, "1,234"])
    assert (reading.status, column(reading, "users")) == ("ready", [None])
    told = only(reading, "not-a-number")
    assert (told.row, told.column, told.value) == (2, "Nutzende", "1,234")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("28.2.2023", "2023-02-28"), ("28. Februar 2023", "2023-02-28"), ("March 2016", "2016-03"),
        ("März 2016", "2016-03"), ("Mär. 2016", "2016-03"), ("03/2023", "2023-03"), ("3.2023", "2023-03"),
        (2019, "2019"), (2019.0, "2019"), ("2019", "2019"), ("2023-3-1", "2023-03-01"), ("2023-03", "2023-03"),
        ("2014/2020", "2014/2020"), ("2014 – 2020", "2014/2020"),
        (dt.datetime(2023, 3, 1, 12), "2023-03-01"), (dt.date(2023, 3, 1), "2023-03-01"),
        ("30.2.2023", None), ("3/4/2026", None), ("soon", None), (45000, None), ("2023-13", None),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it_or_not_at_all(typed: Any, day: str | None) -> None:
    assert when_of(typed) == day


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("N", ["networking"]), ("N, I", ["networking", "informing"]),
        ("N/I/P", ["networking", "informing", "positioning"]), ("V/I/P", ["networking", "informing", "positioning"]),
        ("NIP", ["networking", "informing", "positioning"]),
        ("V P", ["networking", "positioning"]), ("Vernetzen und Positionieren", ["networking", "positioning"]),
        ("Networking; Informing", ["networking", "informing"]), ("I; i; Informieren", ["informing"]),
    ],
)  # fmt: skip
def test_principles_are_understood_by_their_letters_in_both_languages(typed: str, codes: list[str]) -> None:
    assert understood(REGISTERS["measures"].field("principles"), typed).value == codes


def test_a_theme_of_another_strategy_is_kept_whole() -> None:
    field = REGISTERS["projects"].field("themes")
    assert understood(field, "Research and development").value == ["Research and development"]
    assert understood(field, "Sichtbarkeit, Region Nord").value == ["visibility", "Region Nord"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ja", True), ("x", True), (1, True), (True, True), ("nein", False), (False, False), (0, False), (None, None),
        ("vielleicht", None),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_in_both_languages(typed: Any, meant: bool | None) -> None:
    assert understood(REGISTERS["members"].field("premium"), typed).value is meant


def test_a_size_that_the_spreadsheet_made_a_date_is_undone() -> None:
    field = REGISTERS["members"].field("size")
    assert understood(field, dt.datetime(1949, 10, 1)).value == "10-49"
    assert understood(field, 120).value == "50-249"


def test_an_unknown_choice_is_told_with_the_allowed_ones_in_the_readers_language() -> None:
    reading = read("projects", ["Projekt", "Rolle"], ["A", "Zuschauer"], ["B", "Leitung"], ["C", "Gast"])
    assert (reading.status, column(reading, "role")) == ("ready", [None, "lead", None])
    told = only(reading, "not-in-list")
    assert (told.row, told.column, told.value, told.count) == (2, "Rolle", "Zuschauer", 2)
    assert "Leitung, Partner" in said(told, "de")
    assert "Lead, Partner" in said(told, "en")


def test_an_unknown_sector_counts_as_other_and_is_told() -> None:
    reading = read("members", ["Mitglied", "Branche"], ["Nordlicht GmbH", "Schifffahrt"])
    assert column(reading, "sector") == ["other"]
    assert only(reading, "counts-as-other").value == "Schifffahrt"


def test_an_empty_needed_cell_refuses_the_whole_file() -> None:
    reading = read("members", ["Mitglied", "Branche"], ["Nordlicht GmbH", "Pharma"], [None, "Pharma"], ["–", "Pharma"])
    assert reading.status == "refused"
    told = only(reading, "cell-missing")
    assert (told.row, told.column, told.count) == (3, "Mitglied", 2)


def test_a_needed_cell_that_is_not_understood_refuses_the_whole_file() -> None:
    reading = read("peers", ["organisation", "measure", "period", "value"], ["X", "members", 2025, "many"])
    assert reading.status == "refused"
    assert (only(reading, "needed-cell-unclear").column, only(reading, "needed-cell-unclear").value) == (
        "value",
        "many",
    )


def test_an_unknown_choice_in_a_needed_cell_refuses_the_file_and_tells_the_allowed_ones() -> None:
    reading = read("swot", ["id", "quadrant"], ["X1", "Sonnenseite"])
    assert reading.status == "refused"
    assert "Stärke, Schwäche, Chance, Risiko" in said(only(reading, "needed-cell-not-in-list"), "de")


def test_rows_without_a_name_are_no_duplicates_of_each_other() -> None:
    reading = read("workshops", ["theme", "question", "statement"], ["region", None, None], ["region", None, None])
    assert set(kinds(reading)) == {"cell-missing"}
    assert reading.left_out == ()


def test_a_measure_belongs_to_our_own_strategy_unless_told_otherwise() -> None:
    heads: list[object] = ["strategy", "measure", "theme", "principles"]
    reading = read("measures", heads, [None, "m-1", "visibility", "N"], ["dlsc-2021", "m-1", "visibility", "N"])
    assert column(reading, "strategy") == ["lsn-2030", "dlsc-2021"]
    assert column(read("measures", heads[1:], ["m-1", "region", "P"]), "strategy") == ["lsn-2030"]


def test_a_measure_without_a_principle_is_kept_and_told() -> None:
    reading = read("measures", ["measure", "theme", "principles"], ["m-1", "visibility", None], ["m-2", "region", "N"])
    assert (reading.status, column(reading, "principles")) == ("ready", [[], ["networking"]])
    told = only(reading, "off-strategy")
    assert (told.row, told.value, told.severity) == (2, "m-1", "warning")


# Which register a file holds.


@pytest.mark.parametrize("kind", list(REGISTERS))
def test_a_register_is_recognised_from_its_plain_csv(kind: str) -> None:
    fields = REGISTERS[kind].fields
    data = as_csv([[field.name for field in fields], [field.example for field in fields]])
    assert recognised(data, "list.csv") == kind


@pytest.mark.parametrize("kind", list(REGISTERS))
def test_a_register_is_recognised_from_its_german_headings(kind: str) -> None:
    fields = REGISTERS[kind].fields
    data = as_csv([[field.de for field in fields], [field.example for field in fields]], ";", "cp1252")
    assert recognised(data, "Liste.csv") == kind


@pytest.mark.parametrize("kind", list(REGISTERS))
def test_the_needed_columns_alone_are_enough(kind: str) -> None:
    needed = REGISTERS[kind].required
    rows: list[list[object]] = [[field.name for field in needed], [field.example for field in needed]]
    assert read_register(as_csv(rows), "list.csv", kind).status == "ready"


def test_a_survey_is_no_register() -> None:
    survey = ["Zeitstempel", "Branche", "Größe", "1. Sichtbarkeit", "2. Innovationskraft", "Partner"]
    rows: list[list[object]] = [list(survey), ["2026-01-01", "Pharma", "1-9", 1, 2, "ja"], ["Partner"]]
    assert recognised(as_xlsx(("Antworten", rows)), "survey.xlsx") is None


def test_a_file_that_cannot_be_opened_is_no_register() -> None:
    assert recognised(b"\x00\x01", "x.xlsx") is None


def test_a_second_row_of_headings_is_no_member() -> None:
    reading = read_register(
        b"Mitglied,Bundesland,Branche\nFirma,Land,Sektor\nNordlicht GmbH,HH,Pharma\n", "m.csv", "members"
    )
    assert [row["member"] for row in reading.rows] == ["Nordlicht GmbH"]
    assert [(one.row, one.why) for one in reading.left_out] == [(2, "total")]
