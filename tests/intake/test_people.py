"""Is what describes a respondent understood in every usual writing, asked where it is coded, corrected as told?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.people import meaning_of
from lsn_data.intake.report import ColumnSeen, Reading
from lsn_data.sheets.survey import attribute_of
from tests.intake.made import CODES, GERMAN, as_xlsx, ballots

MADE = ballots(n=8, whole=True)


def with_columns(*columns: tuple[str, Sequence[object]], mapping: dict[str, Any] | None = None) -> Reading:
    """A survey by hand with these columns, repeated over eight answers, before the ranking."""
    rows: list[list[object]] = [["Nr.", *(name for name, _ in columns), *(GERMAN[code] for code in CODES)]]
    for n, ballot in enumerate(MADE, start=1):
        rows.append([n, *(cells[n % len(cells)] for _, cells in columns), *(ballot[code] for code in CODES)])
    return read_survey(as_xlsx(("Antworten", rows)), "antworten.xlsx", mapping)


def seen(reading: Reading, heading: str) -> ColumnSeen:
    return next(column for column in reading.columns if column.heading == heading)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1–9 Beschäftigte", "1-9"), ("1 bis 9 Mitarbeiter:innen", "1-9"), ("<10", "1-9"), ("unter 10", "1-9"),
        ("bis 9", "1-9"), ("fewer than 10 employees", "1-9"), (dt.datetime(2026, 9, 1), "1-9"), ("01. Sep", "1-9"),
        ("9-Jan", "1-9"), ("1_9", "1-9"), ("2026-09-01 00:00:00", "1-9"), ("10–49 MA", "10-49"), ("10 to 49", "10-49"),
        (dt.datetime(1949, 10, 1), "10-49"), ("Okt 49", "10-49"), ("01.10.1949", "10-49"), ("ca. 30", "10-49"),
        ("50 - 249", "50-249"), (120, "50-249"), ("> 250", "250+"), ("ab 250", "250+"), ("250 und mehr", "250+"),
        ("250_plus", "250+"), ("mehr als 500", "250+"), ("1.200", "250+"), ("≥250", "250+"), ("4 = 250+", "250+"),
        ("unter 50", None), ("11–50", None), ("viele", None), (0, None),
    ],
)  # fmt: skip
def test_a_size_is_understood_if_it_lies_within_one_class(written: Any, code: str | None) -> None:
    assert meaning_of(attribute_of("size"), written) == code


@pytest.mark.parametrize(
    ("attribute", "written", "code"),
    [
        ("state", "Freie und Hansestadt Hamburg", "HH"), ("state", "HH", "HH"), ("state", "Hamburg (HH)", "HH"),
        ("state", "S-H", "SH"), ("state", "Schleswig Holstein", "SH"), ("state", "schleswig_holstein", "SH"),
        ("state", "Schl.-Holst.", "SH"), ("state", "Niedersachsen", "other"), ("state", "NRW", "other"),
        ("state", "Metropolregion", None), ("sector", "Forschung und Hochschule", "research"),
        ("sector", "2 = Pharma", "pharma"), ("sector", "oeffentliche_hand", "public"), ("sector", "Raumfahrt", None),
        ("sector", "Digital Health (inkl. KI)", "digital_health"), ("kind", "Universitätsklinikum", "hospital"),
        ("kind", "Hochschule / Universität", "university"), ("membership", "Fördermitgliedschaft", "supporting"),
        ("membership", "Wissenschaftl. Mitglied", "academic"), ("membership", "Start-up", "startup"),
    ],
)  # fmt: skip
def test_a_value_is_understood_in_the_usual_writings(attribute: str, written: str, code: str | None) -> None:
    assert meaning_of(attribute_of(attribute), written) == code


@pytest.mark.parametrize("heading", ["Branche", "Bundesland", "Art der Mitgliedschaft", "Unternehmensgröße"])
def test_numbers_under_an_attributes_heading_are_codes_and_asked_about(heading: str) -> None:
    reading = with_columns((heading, [1, 2, 3]))
    assert [(question.id, question.codes) for question in reading.questions] == [(f"values:{heading}", ("1", "2", "3"))]


def test_numbers_of_employees_are_no_codes() -> None:
    reading = with_columns(("Beschäftigte", [3, 12, 300, 80]))
    assert reading.status == "ready"
    assert {one.size for one in reading.respondents} == {"1-9", "10-49", "250+", "50-249"}


def test_grades_are_no_codes_whatever_they_are_about() -> None:
    assert with_columns(("Wie zufrieden sind Sie mit dem Standort?", [1, 2, 5])).status == "ready"


def test_a_code_may_name_its_attribute() -> None:
    values = {"Frage 3": {"A1": "kind:research", "A2": "kind:other", "A3": "kind:public"}}
    reading = with_columns(("Frage 3", ["A1", "A2", "A3"]), mapping={"values": values})
    assert {one.kind for one in reading.respondents} == {"research", "other", "public"}
    assert {one.sector for one in reading.respondents} == {None}


def test_a_column_can_be_said_to_be_an_attribute() -> None:
    reading = with_columns(("Frage 7", ["Pharma", "Raumfahrt", "Bergbau", "Handel"]))
    assert reading.attributes == {}
    reading = with_columns(
        ("Frage 7", ["Pharma", "Raumfahrt", "Bergbau", "Handel"]), mapping={"columns": {"frage 7": "sector"}}
    )
    assert {one.sector for one in reading.respondents} == {"pharma", "other"}
    assert "value-not-in-list" in {problem.kind for problem in reading.problems}


def test_a_column_of_numbers_said_to_be_an_attribute_is_asked_about() -> None:
    reading = with_columns(("Frage 7", [1, 2, 3]), mapping={"columns": {"Frage 7": "sector"}})
    assert [question.id for question in reading.questions] == ["values:Frage 7"]


def test_a_column_can_be_left_aside() -> None:
    reading = with_columns(("Branche", ["Pharma", "Biotech"]), mapping={"columns": {"Branche": ""}})
    assert reading.status == "ready"
    assert {one.sector for one in reading.respondents} == {None}


def test_what_no_column_can_be_is_told() -> None:
    reading = with_columns(("Branche", ["Pharma", "Biotech"]), mapping={"columns": {"Branche": "colour"}})
    assert ("mapping-unknown", "colour") in {(problem.kind, problem.value) for problem in reading.problems}


def test_every_column_is_listed_with_what_was_made_of_it() -> None:
    reading = with_columns(
        ("Branche", ["Pharma", "Pharma", "Biotechnolgie"]),
        ("E-Mail", ["a@firma.example", "b@firma.example"]),
        ("Zugangscode", [f"t{n}" for n in range(8)]),
        ("Anmerkung", ["Bitte öfter treffen."]),
    )
    made = {column.heading: column.meaning for column in reading.columns}
    assert made | {GERMAN[code]: "ranking" for code in CODES} == made
    assert (made["Nr."], made["Branche"], made["E-Mail"], made["Zugangscode"]) == (
        "bookkeeping", "sector", "personal", "token",
    )  # fmt: skip
    assert seen(reading, "E-Mail").examples == seen(reading, "Anmerkung").examples == ()
    values = {value.text: (value.code, value.suggestions) for value in seen(reading, "Branche").values}
    assert values == {"Pharma": ("pharma", ()), "Biotechnolgie": (None, ("biotech",))}


def test_what_a_column_may_mean_is_suggested_never_taken() -> None:
    reading = with_columns(("Brannche", ["Raumfahrt", "Bergbau", "Handel"]))
    assert (seen(reading, "Brannche").meaning, seen(reading, "Brannche").suggestions) == ("question", ("sector",))


@pytest.mark.parametrize("nobody", ["anonymous", "anonym", "0"])
def test_a_token_that_stands_for_nobody_makes_no_duplicates(nobody: str) -> None:
    reading = with_columns(("token", [nobody]))
    assert (reading.rows_kept, {one.token for one in reading.respondents}) == (8, {None})


def test_the_typed_other_of_another_question_is_never_an_attribute() -> None:
    heard = "Wie sind Sie auf uns aufmerksam geworden?"
    typed = ("Hochschule", None, "Universität", "Pharma")
    for other in (f"{heard} [Sonstiges]", "Sonstiges", "Andere Quelle"):
        reading = with_columns((heard, ["Messe", "Newsletter", "Presse"]), (other, typed))
        assert reading.attributes == {}, other
    reading = with_columns(
        ("Quelle", ["Messe", "Presse"]), ("Sonstiges", typed), mapping={"columns": {"Sonstiges": "sector"}}
    )
    assert reading.attributes == {"sector": "Sonstiges"}


def test_a_size_class_across_ours_is_told_and_offered_for_correction() -> None:
    classes = ["1-10", "11–50", "51-200", "unter 50"]
    reading = with_columns(("Unternehmensgröße", classes))
    assert (reading.status, reading.attributes) == ("ready", {"size": "Unternehmensgröße"})
    told = next(problem for problem in reading.problems if problem.kind == "size-across")
    assert (told.row, told.value, {place.value for place in told.places}) == (2, "11–50", set(classes) - {"51-200"})
    offered = {value.text: value.suggestions for value in seen(reading, "Unternehmensgröße").values if not value.code}
    assert offered["11–50"] == ("10-49", "50-249")
    assert offered["unter 50"] == ("1-9", "10-49")
    corrected = with_columns(
        ("Unternehmensgröße", classes), mapping={"values": {"Unternehmensgröße": {"11–50": "10-49"}}}
    )
    assert "11–50" not in {place.value for problem in corrected.problems for place in problem.places}


ARRAYS = (
    ("Q5[SQ001]", "Q5[SQ002]", "Q5[SQ003]"),
    ("Q5_SQ001", "Q5_SQ002", "Q5_SQ003"),
    ("Wie zufrieden? [Events]", "Wie zufrieden? [Beratung]", "Wie zufrieden? [Netzwerk]"),
    ("Q5[SQ001]",),
)


@pytest.mark.parametrize("rows", ARRAYS)
def test_the_rows_of_an_array_in_codes_are_kept_as_codes_and_told_once(rows: Sequence[str]) -> None:
    reading = with_columns(*((row, ["A1", "A2", "A4"]) for row in rows))
    assert (reading.status, [one.kind for one in reading.questionnaire]) == ("ready", ["single"] * len(rows))
    assert [one.count for one in reading.problems if one.kind == "codes-as-labels"] == [len(rows)]
    assert {option.label for one in reading.questionnaire for option in one.options} == {"A1", "A2", "A4"}


@pytest.mark.parametrize("said_of", ["Q5", "Q5[SQ001]"])
def test_the_codes_of_an_array_can_be_said_once_or_row_by_row(said_of: str) -> None:
    words = {"a1": "sehr zufrieden", "A2": "zufrieden", "A4": "unzufrieden"}
    columns = [(f"Q5[SQ00{n}]", ["A1", "A2", "A4"]) for n in (1, 2)]
    reading = with_columns(*columns, mapping={"values": {said_of: words}})
    count = 2 if said_of == "Q5" else 1
    assert [one.kind for one in reading.questionnaire].count("likert") == count
    assert sum(one.count for one in reading.problems if one.kind == "codes-as-labels") == 2 - count
