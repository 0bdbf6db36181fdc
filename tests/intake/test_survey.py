"""Is a survey read rightly, or questioned, whatever its shape?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.asking import said
from lsn_data.intake.problems import message, what_to_do
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from tests.intake.made import (
    CODES,
    ENGLISH,
    FRAGE,
    GERMAN,
    QUESTION,
    SECTOR_CODES,
    Rows,
    as_csv,
    as_xlsx,
    ballots,
    cell_shape,
    items_shape,
    places_shape,
)

MADE = ballots()
ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"]
SHAPES: dict[str, Callable[[], Rows]] = {
    "items, plain German headings": lambda: items_shape(MADE, GERMAN),
    "items, Google grid": lambda: items_shape(MADE, ENGLISH, lambda label: f"{QUESTION} [{label}]"),
    "items, dash": lambda: items_shape(MADE, ENGLISH, lambda label: f"{QUESTION} - {label}"),
    "items, item first": lambda: items_shape(MADE, GERMAN, lambda label: f"{label}:{FRAGE}"),
    "items, arrows": lambda: items_shape(MADE, ENGLISH, lambda label: f"{QUESTION} >> {label}"),
    "items, numbered headings": lambda: items_shape(MADE, GERMAN, lambda label: f"3. {label}"),
    "places, LimeSurvey": lambda: places_shape(MADE, GERMAN, lambda n: f"{FRAGE} [Rank {n}]"),
    "places, Google grid": lambda: places_shape(MADE, ENGLISH, lambda n: f"{QUESTION} [{ORDINALS[n - 1]}]"),
    "places, choices": lambda: places_shape(MADE, ENGLISH, lambda n: f"{QUESTION} [{n}. choice]"),
    "places, by hand": lambda: places_shape(MADE, GERMAN, lambda n: f"Prio {n}"),
    "places, Platz": lambda: places_shape(MADE, GERMAN, lambda n: f"Platz {n}"),
    "ordered cell, semicolons": lambda: cell_shape(MADE, GERMAN, lambda said: "".join(f"{s};" for s in said)),
    "ordered cell, commas": lambda: cell_shape(MADE, ENGLISH, ", ".join),
    "ordered cell, lines": lambda: cell_shape(MADE, ENGLISH, "\n".join),
    "numbered cell": lambda: cell_shape(MADE, GERMAN, lambda s: "\n".join(f"{n}: {x}" for n, x in enumerate(s, 1))),
}


def places_of(reading: Reading) -> list[dict[str, int]]:
    assert reading.ranking is not None
    codes = [item.item for item in reading.ranking.items]
    return [
        {code: place for code, place in zip(codes, one.places, strict=True) if place} for one in reading.respondents
    ]


def kinds(reading: Reading) -> set[str]:
    return {problem.kind for problem in reading.problems}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("write", ["xlsx", "csv", "semicolons in cp1252"])
def test_one_survey_in_every_shape_gives_one_table(shape: str, write: str) -> None:
    rows = SHAPES[shape]()
    data = {
        "xlsx": lambda: as_xlsx(("Antworten", rows)),
        "csv": lambda: as_csv(rows),
        "semicolons in cp1252": lambda: as_csv(rows, ";", "cp1252"),
    }[write]()
    reading = read_survey(data, "umfrage.xlsx" if write == "xlsx" else "umfrage.csv")
    assert reading.status == "ready", (reading.problems, reading.questions)
    assert places_of(reading) == MADE
    assert [one.sector for one in reading.respondents] == [SECTOR_CODES[n % 4] for n in range(1, len(MADE) + 1)]


@pytest.mark.parametrize("k", [3, 5, 12, 15])
def test_items_that_are_no_themes_are_kept_as_items_of_the_wave(k: int) -> None:
    names = [f"Vorhaben {'ABCDEFGHIJKLMNOP'[n]}" for n in range(k)]
    rows = [["ID", *names]] + [[n, *((i + n * 7) % k + 1 for i in range(k))] for n in range(1, 30)]
    reading = read_survey(as_xlsx(("Tabelle1", rows)), "x.xlsx")
    assert reading.status == "ready"
    assert reading.ranking is not None
    assert [item.label for item in reading.ranking.items] == names
    assert len({item.item for item in reading.ranking.items}) == k
    assert all(item.theme is None for item in reading.ranking.items)
    assert {"item-not-in-strategy", "direction-assumed"} <= kinds(reading)


def test_a_bad_cell_is_named_with_its_row_and_column_and_counts_as_blank() -> None:
    rows = items_shape(MADE, GERMAN)
    rows[13][5] = 9
    rows[17][5] = "vierzig"
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    found = next(problem for problem in reading.problems if problem.kind == "not-a-place")
    assert (found.row, found.column, found.value, found.count) == (14, "Kompetenzen fördern", "9", 2)
    assert "COM" not in places_of(reading)[12]
    assert message(found, Language("de")).startswith("Zeile 14, Spalte „Kompetenzen fördern“: „9“")
    assert what_to_do(found, Language("de"))


def test_items_that_share_a_place_keep_it_and_are_told() -> None:
    rows = items_shape(ballots(whole=True), GERMAN)
    rows[4][2:9] = [1, 2, 3, 4, 5, 6, 6]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.respondents[3].places == (1, 2, 3, 4, 5, 6, 6)
    assert "tie" in kinds(reading)


def test_without_a_word_on_direction_one_is_first_and_that_is_said() -> None:
    reading = read_survey(as_xlsx(("Antworten", items_shape(MADE, GERMAN))), "x.xlsx")
    assert reading.ranking is not None
    assert reading.ranking.direction == "1 is first"
    assert "direction-assumed" in kinds(reading)


def test_points_are_asked_about_with_what_follows_from_each_answer() -> None:
    rows = items_shape(ballots(whole=True), GERMAN, lambda label: f"Vergeben Sie 1 bis 7 Punkte [{label}]")
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.status == "needs answer"
    question = said(reading.questions[0], Language("en"))
    assert question.id == "direction"
    assert "Punkte" in question.evidence
    assert [option.value for option in question.choices] == ["1 is first", "7 is first"]
    assert "Visibility leads" in question.choices[0].consequence
    turned = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx", {"direction": "7 is first"})
    assert turned.ranking is not None
    assert turned.ranking.direction == "7 is first"
    assert places_of(turned)[0] == {code: 8 - place for code, place in ballots(whole=True)[0].items()}


def test_a_file_that_says_seven_is_highest_is_turned_round() -> None:
    rows = items_shape(ballots(whole=True), GERMAN, lambda label: f"Rangfolge (7 = höchste Priorität) [{label}]")
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.status == "ready"
    assert "direction-reversed" in kinds(reading)
    assert places_of(reading)[0] == {code: 8 - place for code, place in ballots(whole=True)[0].items()}


def test_partial_rankings_of_high_numbers_only_are_asked_about() -> None:
    rows = items_shape(MADE, GERMAN)
    for row in rows[1::2]:
        row[2:9] = [7, 6, 5, None, None, None, None]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert [question.id for question in reading.questions] == ["direction"]


def test_two_rankings_are_asked_about() -> None:
    rows = [
        [*first, *second[2:9]]
        for first, second in zip(
            items_shape(MADE, GERMAN, lambda label: f"Themen [{label}]"),
            items_shape(ballots(seed=2), GERMAN, lambda label: f"Angebote [{label}]"),
            strict=True,
        )
    ]
    data = as_xlsx(("Antworten", rows))
    reading = read_survey(data, "x.xlsx")
    assert [question.id for question in reading.questions] == ["question"]
    assert [choice.value for choice in reading.questions[0].choices] == ["Themen", "Angebote"]
    told = read_survey(data, "x.xlsx", {"question": "Angebote"})
    assert told.status == "ready"
    assert places_of(told) == ballots(seed=2)


def test_ticks_over_the_same_themes_are_no_ranking() -> None:
    ticks = [["Nr.", *GERMAN.values()]] + [[n, *("x" if (n + i) % 3 else None for i in range(7))] for n in range(20)]
    reading = read_survey(as_xlsx(("Antworten", ticks)), "x.xlsx")
    assert reading.status == "refused"


def test_a_list_in_the_forms_order_is_no_ranking() -> None:
    rows = cell_shape([{code: n for n, code in enumerate(CODES) if (n + i) % 2} for i in range(20)], GERMAN, ";".join)
    rows[0][2] = "In welchen Themen möchten Sie mitwirken?"
    assert read_survey(as_xlsx(("Antworten", rows)), "x.xlsx").status == "refused"


def test_a_display_order_beside_the_ranking_is_left_aside() -> None:
    rows = items_shape(MADE, GERMAN)
    order = items_shape(ballots(seed=9, whole=True), GERMAN, lambda label: f"Display Order {label}")
    both = [[*one, *other[2:9]] for one, other in zip(rows, order, strict=True)]
    reading = read_survey(as_xlsx(("Antworten", both)), "x.xlsx")
    assert reading.status == "ready"
    assert places_of(reading) == MADE
    assert "look-alike" in kinds(reading)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([["Nr.", *GERMAN.values()]], "only-headings"),
        ([["Nr.", *GERMAN.values()], [1, 2.4, 3.1, 1.9, 4.4, 5.2, 6.1, 3.3]], "aggregates"),
        (
            [["Thema", "Mittlerer Rang"], *([label, 2.5 + n / 7] for n, label in enumerate(GERMAN.values()))],
            "aggregates",
        ),
        ([["Nr.", *GERMAN.values()], *([n, 5, 4, 5, 5, 4, 5, 4] for n in range(9))], "ratings"),
        ([["Datum", "Betrag"], ["2026-01-01", 12.5], ["2026-01-02", 99.0]], "no-ranking"),
    ],
)
def test_a_file_without_a_ranking_is_refused_with_its_reason(rows: Rows, kind: str) -> None:
    reading = read_survey(as_xlsx(("Tabelle1", rows)), "x.xlsx")
    assert reading.status == "refused"
    assert [problem.kind for problem in reading.problems] == [kind]
    for code in ("en", "de"):
        assert "{" not in message(reading.problems[0], Language(code)) + what_to_do(reading.problems[0], Language(code))


def test_a_file_that_is_no_spreadsheet_is_refused_with_the_cause() -> None:
    reading = read_survey(b"%PDF-1.7 nothing to see", "umfrage.xlsx")
    assert reading.status == "refused"
    assert reading.problems[0].value == "pdf"


def test_a_summary_and_notes_around_the_answers_are_left_out_and_listed() -> None:
    rows: Rows = [
        ["Mitgliederbefragung 2026"],
        [],
        *items_shape(MADE, GERMAN),
        [],
        ["Summe", None, 40, 41, 42, 43, 44, 45, 46],
    ]
    rows += [["Mittelwert", None, 2.5, 3.5], ["n = 24"], ["* k. A. = keine Angabe"]]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert places_of(reading) == MADE
    assert [(row.row, row.why) for row in reading.left_out] == [
        (28, "blank"),
        (29, "total"),
        (30, "total"),
        (31, "total"),
        (32, "total"),
    ]


def test_a_repeated_token_is_a_duplicate_and_the_first_counts() -> None:
    rows = [[*row, "token" if n == 0 else f"t{n}"] for n, row in enumerate(items_shape(MADE, GERMAN))]
    rows[6][-1] = rows[3][-1]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert [(row.row, row.why, row.text) for row in reading.left_out] == [(7, "duplicate", "4")]


def test_equal_answers_without_a_comment_are_kept_and_told() -> None:
    rows = [row[:9] for row in items_shape(ballots(whole=True), GERMAN)]
    rows[5][1:] = rows[2][1:]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.rows_kept == len(MADE)
    assert next(p for p in reading.problems if p.kind == "equal-answers").row == 6


def test_what_excel_made_of_sizes_is_undone() -> None:
    import datetime as dt

    rows = items_shape(MADE, GERMAN)
    sizes = ["1-9", dt.datetime(2026, 9, 1), dt.datetime(1949, 10, 1), "ab 250", "50–249 Beschäftigte", "Okt 49"]
    rows = [[*row[:2], "Größe" if n == 0 else sizes[n % 6], *row[2:]] for n, row in enumerate(rows)]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    expected = ["1-9", "1-9", "10-49", "250+", "50-249", "10-49"]
    assert [one.size for one in reading.respondents] == [expected[n % 6] for n in range(1, len(MADE) + 1)]


def test_another_sheet_with_a_ranking_is_told() -> None:
    data = as_xlsx(("2026", items_shape(MADE, GERMAN)), ("2024", items_shape(ballots(10, 5), GERMAN)))
    reading = read_survey(data, "x.xlsx")
    assert reading.sheet == "2026"
    assert "other-sheet" in kinds(reading)


def test_a_token_column_is_read_and_free_text_stands_among_the_answers_alone() -> None:
    rows = [[*row, "token" if n == 0 else f"geheim{n}"] for n, row in enumerate(items_shape(MADE, GERMAN))]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.respondents[0].token == "geheim1"
    assert reading.questionnaire[-1].answers[0] == "Anmerkung Nummer 1"
    assert "Anmerkung Nummer" not in repr(replace(reading, questionnaire=()))


def test_an_item_that_holds_the_separator_stays_whole() -> None:
    labels = {**ENGLISH, "ORG": "Organisation, people and finance"}
    reading = read_survey(as_csv(cell_shape(MADE, labels, ", ".join)), "x.csv", {"items": {labels["ORG"]: "ORG"}})
    assert places_of(reading) == MADE


def test_points_explained_in_the_title_are_turned_round() -> None:
    rows: Rows = [["Befragung 2026 (7 Punkte = wichtigstes Thema)"], [], *items_shape(ballots(whole=True), GERMAN)]
    reading = read_survey(as_xlsx(("Antworten", rows)), "x.xlsx")
    assert reading.ranking is not None
    assert reading.ranking.direction == "7 is first"


def test_everybody_alike_is_still_a_ranking() -> None:
    alike = [dict(zip(CODES, range(1, 8), strict=True))] * 6
    assert places_of(read_survey(as_xlsx(("A", cell_shape(alike, GERMAN, ";".join))), "x.xlsx")) == alike
    assert places_of(read_survey(as_xlsx(("A", items_shape(alike, GERMAN))), "x.xlsx")) == alike
