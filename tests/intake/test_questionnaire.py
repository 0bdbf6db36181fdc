"""Are the further questions of a survey read rightly, whatever tool wrote them?"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Sequence
from dataclasses import asdict

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.free_text import without_traces
from lsn_data.intake.likert import scale_of
from lsn_data.intake.problems import message
from lsn_data.intake.report import Asked, Reading
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from tests.intake.asked import DONT_KNOW, OFFERS, ROWS, WRITINGS, Person, people
from tests.intake.made import as_csv, as_xlsx
from tests.intake.test_samples import FILES, SAMPLES, TRUTH
from tests.intake.test_samples import read as sample

MADE = people()
JOINS_OR_TICKS = ("surveymonkey", "qualtrics", "alchemer", "typeform", "limesurvey_code_and_text")


def reading_of(*columns: tuple[str, Sequence[object]], mapping: dict[str, object] | None = None) -> Reading:
    """A sheet with a ranking of three things and these columns."""
    count = max(len(cells) for _, cells in columns)
    places = [(1, 2, 3), (2, 3, 1), (3, 1, 2), (1, 3, 2)]
    head = ["Rank wine", "Rank beer", "Rank water", *(name for name, _ in columns)]
    rows = [[*places[n % 4], *(cells[n] if n < len(cells) else None for _, cells in columns)] for n in range(count)]
    return read_survey(as_xlsx(("Answers", [head, *rows])), "answers.xlsx", mapping)


def asked(*columns: tuple[str, Sequence[object]], **mapping: object) -> list[Asked]:
    return list(reading_of(*columns, mapping=mapping or None).questionnaire)


def kinds(reading: Reading) -> set[str]:
    return {one.kind for one in reading.problems}


def said(one: Asked) -> list[object]:
    """The answers in words: labels, or the numbers of a scale."""
    labels = [option.label if option.value is None else option.value for option in one.options]
    return [
        [labels[at] for at in answer] if isinstance(answer, tuple) else labels[answer] if labels else answer
        for answer in (answer for answer in one.answers if answer is not None)
        if not labels or isinstance(answer, (int, tuple))
    ]


def table(reading: Reading) -> dict[str, list[object]]:
    """Every question by what identifies it in any tool, with the answers as the latent people gave them."""
    found: dict[str, list[object]] = {}
    for one in reading.questionnaire:
        name = one.row or one.question or "used"
        labels = [option.label if option.value is None else option.value for option in one.options]
        found[name] = [
            {labels[at] for at in answer}
            if isinstance(answer, tuple)
            else labels[answer]
            if labels and isinstance(answer, int)
            else answer
            for answer in one.answers
        ]
    return found


def expected_rating(rated: int | None) -> object:
    return DONT_KNOW if rated == 0 else rated


@pytest.mark.parametrize("tool", WRITINGS)
def test_one_latent_questionnaire_gives_one_table_whatever_the_tool(tool: str) -> None:
    reading = read_survey(as_csv(WRITINGS[tool](MADE)), f"{tool}.csv")
    assert len(reading.respondents) == len(MADE)
    found = table(reading)
    for at, row in enumerate(ROWS):
        rows = next(answers for name, answers in found.items() if name == row)
        wanted = [expected_rating(one.rated[at]) for one in MADE]
        assert [DONT_KNOW if answer == "-1" else answer for answer in rows] == wanted, row
    used = next(answers for name, answers in found.items() if "genutzt" in name or name == "used")
    assert used == [None if one.used is None else {OFFERS[n] for n in one.used} for one in MADE]
    years = next(answers for name, answers in found.items() if name.startswith("Seit wie vielen"))
    assert years == [one.years for one in MADE]
    since = next(answers for name, answers in found.items() if name.startswith("Wann haben"))
    assert since == [dt.date.fromisoformat(one.since) if one.since else None for one in MADE]
    comments = next(answers for name, answers in found.items() if name.startswith("Haben Sie weitere"))
    assert comments == [one.comment or None for one in MADE]
    assert heard(found) == [one.typed or one.heard for one in MADE]


def heard(found: dict[str, list[object]]) -> list[object]:
    """How each person heard of us; the typed text stands in the answer, or in a column of its own."""
    main = next(answers for name, answers in found.items() if name.startswith("Wie sind Sie"))
    typed = next((answers for name, answers in found.items() if name.startswith("Sonstiges")), [None] * len(main))
    assert all(str(chosen).startswith("Sonstiges") for chosen, text in zip(main, typed, strict=True) if text)
    return [text or chosen for chosen, text in zip(main, typed, strict=True)]


@pytest.mark.parametrize("tool", WRITINGS)
def test_the_ranking_and_the_bookkeeping_are_not_asked_again(tool: str) -> None:
    reading = read_survey(as_csv(WRITINGS[tool](MADE)), f"{tool}.csv")
    assert [one.kind for one in reading.questionnaire if one.kind in ("likert", "multi", "number", "date")] == [
        "likert", "likert", "likert", "multi", "number", "date",
    ]  # fmt: skip
    assert len({one.key for one in reading.questionnaire}) == len(reading.questionnaire)


# the seven samples ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_a_sample_tells_satisfaction_services_years_and_comments_of_everybody(name: str) -> None:
    """In the order of the truth's people, as far as the answers identify them."""
    found = [one for one in sample(name).questionnaire if one.kind != "single"]
    assert [one.kind for one in found if one.kind == "likert"] == ["likert"] * 3
    events, advice, comms = ([*said(one)] for one in found if one.kind == "likert")
    persons = [TRUTH["respondents"][person] for person in TRUTH["respondents"]]
    for rated, key in ((events, "events"), (advice, "advice"), (comms, "comms")):
        wanted = [one["likert"][key] for one in persons if one["likert"][key] is not None]
        assert sorted(rated) == sorted(wanted), key  # type: ignore[type-var]
    services, engaged = (one for one in found if one.kind == "multi")
    assert sum(option.count for option in services.options) == sum(len(one["services"]) for one in persons)
    assert sum(option.count for option in engaged.options) == sum(len(one["engage"]) for one in persons)
    (years,) = (one for one in found if one.kind == "number")
    assert sorted(said(years)) == sorted(one["years"] for one in persons if one["years"] is not None)  # type: ignore[type-var]
    (comments,) = (one for one in found if one.kind == "text")
    assert comments.answered == sum(1 for one in persons if one["comment"])


def test_the_scales_of_all_samples_run_from_one_to_five() -> None:
    for name in FILES:
        for one in sample(name).questionnaire:
            if one.kind == "likert":
                assert [option.value for option in one.options] == [1, 2, 3, 4, 5], name


# scales --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (["sehr unzufrieden", "unzufrieden", "neutral", "zufrieden", "sehr zufrieden"], [1, 2, 3, 4, 5]),
        (["stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu", "stimme voll zu"],
         [1, 2, 3, 4, 5]),
        (["trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"], [1, 2, 3, 4]),
        (["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], [1, 2, 3, 4, 5]),
        (["Extremely dissatisfied", "Somewhat dissatisfied", "Neither satisfied nor dissatisfied",
          "Somewhat satisfied", "Extremely satisfied"], [1, 2, 3, 4, 5]),
        (["nie", "selten", "manchmal", "oft", "immer"], [1, 2, 3, 4, 5]),
        (["mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"], [2, 3, 4, 5, 6]),
        (["Not at all important", "Slightly important", "Moderately important", "Very important",
          "Extremely important"], [1, 2, 3, 4, 5]),
        (["gar nicht hilfreich", "wenig hilfreich", "teils teils", "hilfreich", "sehr hilfreich"], [1, 2, 3, 4, 5]),
        (["very unlikely", "unlikely", "neutral", "likely", "very likely"], [1, 2, 3, 4, 5]),
        (["1 = sehr unzufrieden", "2", "3", "4", "5 = sehr zufrieden"], [1, 2, 3, 4, 5]),
        (["1 (sehr gut)", "2", "3", "4", "5", "6 (ungenügend)"], [6, 5, 4, 3, 2, 1]),
    ],
)  # fmt: skip
def test_a_worded_scale_is_numbered_from_low_to_high(labels: list[str], values: list[int]) -> None:
    scale = scale_of(dict.fromkeys(labels, 9), "")
    assert scale is not None
    assert [scale.values[label] for label in labels] == values
    assert "direction" not in scale.doubts


@pytest.mark.parametrize("labels", [["ja", "nein"], ["Hamburg", "Kiel"], ["2019", "2020"], ["Messe", "neutral"]])
def test_what_is_no_scale_is_not_taken_for_one(labels: list[str]) -> None:
    assert scale_of(dict.fromkeys(labels, 9), "") is None


def test_a_point_that_nobody_chose_keeps_its_place_on_the_scale() -> None:
    (one,) = asked(("How satisfied are you?", ["very satisfied", "dissatisfied", "neutral", "very satisfied"]))
    assert [(option.value, option.count) for option in one.options] == [(1, 0), (2, 1), (3, 1), (4, 0), (5, 2)]


def test_dont_know_stands_outside_of_the_scale() -> None:
    (one,) = asked(("How satisfied are you?", ["very satisfied", "don't know", "dissatisfied", "neutral"]))
    assert (one.options[-1].label, one.options[-1].value, one.answers[1]) == ("don't know", None, 5)


def test_numbers_without_named_ends_are_a_scale_whose_direction_is_told_as_assumed() -> None:
    reading = reading_of(("Wie zufrieden sind Sie?", [1, 5, 4, 3, 4]))
    (one,) = reading.questionnaire
    assert (one.kind, said(one)) == ("likert", [1, 5, 4, 3, 4])
    assert "scale-direction-assumed" in kinds(reading)


@pytest.mark.parametrize("words", ["(1 = sehr zufrieden, 5 = sehr unzufrieden)", "(1 very satisfied – 5 dissatisfied)"])
def test_where_one_is_the_best_the_scale_is_turned_and_told(words: str) -> None:
    reading = reading_of(
        (
            f"Zufriedenheit / satisfaction {words.replace('1 very', '1 = very').replace('5 dis', '5 = dis')}",
            [1, 5, 4, 1],
        )
    )
    assert said(reading.questionnaire[0]) == [5, 1, 2, 5]
    assert "scale-turned" in kinds(reading)


def test_school_marks_are_turned() -> None:
    reading = reading_of(("Bitte bewerten Sie uns in Schulnoten", [1, 2, 2, 4]))
    assert said(reading.questionnaire[0]) == [6, 5, 5, 3]


def test_willingness_to_recommend_runs_from_nought_to_ten_without_a_doubt() -> None:
    reading = reading_of(("How likely are you to recommend us?", [10, 9, 0, 7, 8]))
    (one,) = reading.questionnaire
    assert ([option.value for option in one.options], one.topic) == ([*range(11)], "satisfaction")
    assert not kinds(reading) & {"scale-direction-assumed", "scale-length-assumed"}


def test_counts_are_numbers_not_ratings() -> None:
    (one,) = asked(("How many events did you visit?", [1, 5, 4, 3, 4]))
    assert (one.kind, one.answers) == ("number", (1.0, 5.0, 4.0, 3.0, 4.0))


# several answers -----------------------------------------------------------------------------------------------------


def test_shown_without_a_choice_and_not_answered_are_kept_apart_where_the_tool_tells() -> None:
    yes_no = (("Used? [A]", ["Ja", "Nein", None]), ("Used? [B]", ["Nein", "Nein", None]))
    (one,) = asked(*yes_no)
    assert one.answers == ((0,), (), None)


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Y", None), ("Yes", "No"), ("Ja", "Nein"), (True, False), ("TRUE", "FALSE"), (1, 0), ("x", None), ("X", "-")],
)
def test_every_way_to_tick_is_understood(yes: object, no: object) -> None:
    (one,) = asked(("Used? [A]", [yes, no, yes]), ("Used? [B]", [no, yes, yes]))
    assert (one.kind, [option.label for option in one.options]) == ("multi", ["A", "B"])
    assert one.answers == ((0,), (1,), (0, 1))


def test_a_single_yes_or_no_is_a_single_choice() -> None:
    (one,) = asked(("Do you export?", ["yes", "no", "yes", None]))
    assert (one.kind, said(one)) == ("single", ["yes", "no", "yes"])


@pytest.mark.parametrize("sign", [";", ", ", "\n", " / ", "|"])
def test_labels_that_hold_the_sign_themselves_stay_whole(sign: str) -> None:
    rat = f"Rat{sign}und Tat"
    cells = [sign.join(("Events", rat)), rat, "Events", sign.join((rat, "News")), "News", sign.join(("Events", "News"))]
    (one,) = asked(("Which ones? (select all that apply)", cells * 3))
    assert {option.label for option in one.options} == {"Events", rat, "News"}


def test_answers_with_a_comma_are_not_several_answers() -> None:
    (one,) = asked(("Would you?", ["Ja, unbedingt", "Nein, eher nicht", "Ja, unbedingt", "Vielleicht", "Ja, bald"] * 4))
    assert (one.kind, len(one.options)) == ("single", 4)


def test_a_summary_and_its_columns_are_one_question() -> None:
    found = asked(
        ("Used?", ["A B", "A", None, "B"]), ("Used?/A", [1, 1, None, 0]), ("Used?/B", [1, 0, None, 1])
    )  # fmt: skip
    assert [(one.kind, one.answers) for one in found] == [("multi", ((0, 1), (0,), None, (1,)))]


def test_neighbouring_questions_are_not_mixed() -> None:
    found = asked(
        ("Used? [A]", ["Ja", "Nein"]), ("Used? [B]", ["Ja", "Ja"]), ("Wanted? [A]", ["Nein", "Ja"]),
        ("Wanted? [B]", ["Ja", "Nein"]),
    )  # fmt: skip
    assert [(one.question, one.answers) for one in found] == [("Used?", ((0, 1), (1,))), ("Wanted?", ((1,), (0,)))]


# numbers and days ----------------------------------------------------------------------------------------------------


def test_figures_are_read_however_they_are_written() -> None:
    (one,) = asked(("Umsatz in Euro", ["1.234,5", "ca. 12", "3 000", "7 Euro", 5, "0,5"]))
    assert one.answers == (1234.5, 12.0, 3000.0, 7.0, 5.0, 0.5)


def test_a_text_among_numbers_is_told_with_its_row() -> None:
    reading = reading_of(("Staff days abroad", [*range(3, 22), "many"]))
    (told,) = (one for one in reading.problems if one.kind == "answer-not-a-number")
    assert (told.row, told.column, told.value) == (21, "Staff days abroad", "many")
    assert reading.questionnaire[0].answers[-1] is None


def test_figures_that_may_be_thousands_are_told() -> None:
    reading = reading_of(("Umsatz in Euro", ["1.500", "2.750", "3.100", "12.000"]))
    assert reading.questionnaire[0].answers == (1500.0, 2750.0, 3100.0, 12000.0)
    assert "thousands-assumed" in kinds(reading)


def test_days_are_read_from_iso_german_american_and_excels_count() -> None:
    for cells in (["2026-03-14", "2026-04-02"], ["14.3.2026", "02.04.26"], ["3/14/2026", "4/2/2026"], [46095, 46114]):
        (one,) = asked(("Date of the last visit", [*cells, None]))
        assert (one.kind, one.answers[:2]) == ("date", (dt.date(2026, 3, 14), dt.date(2026, 4, 2))), cells


def test_days_that_can_be_read_two_ways_stay_texts_and_are_told() -> None:
    reading = reading_of(("Date of the last visit", ["3/4/2026", "5/6/2026", "7/8/2026"]))
    assert reading.questionnaire[0].kind == "text"
    assert "days-two-ways" in kinds(reading)


def test_what_excel_made_of_a_range_is_undone_and_told() -> None:
    cells = ["6-10", dt.datetime(2026, 5, 1), "11-20", dt.datetime(2026, 5, 1), "6-10", dt.datetime(1949, 10, 1)]
    reading = reading_of(("Visits", cells))
    (one,) = reading.questionnaire
    assert (one.kind, {option.label for option in one.options}) == ("single", {"6-10", "1-5", "11-20", "10-49"})
    (told,) = (one for one in reading.problems if one.kind == "answers-became-days")
    assert (told.row, told.value, told.count) == (3, "1-5", 3)


def test_long_ids_are_no_numbers() -> None:
    reading = reading_of(("Record", [5.01e17 + n * 1e5 for n in range(6)]))
    assert reading.questionnaire == ()
    assert "long-ids" in kinds(reading)


# people --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mail me: anna.meyer@firma-x.de!", "Mail me: […]!"),
        ("Tel. +49 40 123456-78 bitte", "Tel. […] bitte"),
        ("040/1234567", "[…]"),
        ("see https://www.firma.de/team/anna?x=1", "see […]"),
        ("von 10.0.0.17 aus", "von […] aus"),
        ("Am 03.05.2024 um 10:30, 1.500 Euro, Version 2.0", "Am 03.05.2024 um 10:30, 1.500 Euro, Version 2.0"),
        ("Seit 2019, §12, 50 %, z.B. KI", "Seit 2019, §12, 50 %, z.B. KI"),
    ],
)
def test_what_leads_to_a_person_is_taken_out_of_a_text(text: str, left: str) -> None:
    assert without_traces(text) == left


def test_texts_are_told_as_stored_as_written_and_cleaned() -> None:
    reading = reading_of(("Any comments?", ["Ask bob@firma.de about it, he knows", "Nothing to add at all"]))
    assert reading.questionnaire[0].answers == ("Ask […] about it, he knows", "Nothing to add at all")
    assert {"free-text-as-written", "contacts-in-text"} <= kinds(reading)
    assert "bob" not in repr(reading)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Ihr Name (optional)", ["Anna Meyer", "Bo Peters", "Cem Kaya"]),
        ("Kontakt für Rückfragen", ["anna@firma.de", "040 1234567", None]),
        ("Firma", ["Alpha GmbH", "Beta AG", "Gamma Ltd"]),
        ("Telefonnummer", [4940123456, 4940123457, 4940123458]),
    ],
)
def test_who_answered_never_enters_and_is_told(heading: str, cells: list[object]) -> None:
    reading = reading_of((heading, cells))
    assert reading.questionnaire == ()
    assert "personal-data" in kinds(reading)


def test_a_question_about_contact_is_not_contact_data() -> None:
    (one,) = asked(("May we contact you by e-mail?", ["yes", "no", "yes", "yes"]))
    assert one.kind == "single"


def test_an_address_in_a_choice_is_taken_out_too() -> None:
    reading = reading_of(("How did you hear of us?", ["Fair", "Fair", "from x@y.de", "Web", "Web"]))
    assert "x@y.de" not in repr(reading.questionnaire)


# what a person says --------------------------------------------------------------------------------------------------


def test_what_a_person_says_of_a_column_counts() -> None:
    columns = (("A", [1, 2, 3, 2, 1]), ("B", ["very satisfied", "neutral", "dissatisfied"]), ("C", ["x y", "z w"]))
    kept = asked(*columns, questions={"A": "likert", "B": "single", "C": ""})
    assert [(one.question, one.kind) for one in kept] == [("A", "likert"), ("B", "single")]
    as_text = asked(*columns, questions={"A": "text", "B": "multi", "C": "text"})
    assert [(one.question, one.kind) for one in as_text] == [("A", "text"), ("B", "multi"), ("C", "text")]


def test_a_kind_that_does_not_exist_is_told() -> None:
    reading = reading_of(("A", [1, 2, 3]), mapping={"questions": {"A": "scale"}})
    assert "mapping-unknown" in kinds(reading)


def test_codes_that_a_person_explained_become_a_scale() -> None:
    meant = {
        "A1": "very satisfied",
        "A2": "satisfied",
        "A3": "neutral",
        "A4": "dissatisfied",
        "A5": "very dissatisfied",
    }
    reading = reading_of(("Q7", ["A1", "A4", "A2", "A5"]), mapping={"values": {"Q7": meant}})
    assert said(reading.questionnaire[0]) == [5, 2, 4, 1]


# all together --------------------------------------------------------------------------------------------------------


def test_every_problem_of_the_questions_is_said_in_both_languages() -> None:
    reading = reading_of(
        ("Wie zufrieden sind Sie?", [1, 5, 4]), ("Any comments?", ["see www.x.de", "none of this at all", "so"]),
        ("Umsatz", ["1.500", "2.750", "3.100"]), ("Date of visit", ["3/4/2026", "5/6/2026", "7/8/2026"]),
    )  # fmt: skip
    for code in ("en", "de"):
        for one in reading.problems:
            assert "{" not in message(one, Language(code))


def test_a_reading_with_questions_can_be_written_as_json() -> None:
    reading = read_survey((SAMPLES / FILES[0]).read_bytes(), FILES[0])
    assert json.loads(json.dumps([asdict(one) for one in reading.questionnaire]))


def test_a_large_survey_is_read_column_by_column() -> None:
    """Every different cell is looked at once: twenty times the rows take about twenty times as little each."""
    large: list[Person] = MADE * 200
    rows = WRITINGS["limesurvey"](large)
    data = as_csv(rows)
    started = time.perf_counter()
    reading = read_survey(data, "large.csv")
    assert len(reading.questionnaire) == 9
    assert time.perf_counter() - started < 20


HOSTILE = (
    "a@",
    "x.",
    "a-a.",
    "1.2.3.4.",
    "a@b",
    "a.b@c",
    "0",
    "1 ",
    "(0",
    "www.",
    ":",
    " ",
    "(",
    "<p",
    "+49 ",
    "0 12 ",
    "a;b,",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_of_thirty_thousand_signs_is_read_in_a_moment(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    started = time.process_time()
    without_traces(text)
    scale_of({text: 1}, "")
    asked(("Wünsche", ["Mehr Treffen", text.strip() or "-", "5"]))
    assert time.process_time() - started < 3


def test_addresses_are_found_wherever_they_stand() -> None:
    for written in (
        "mailto:anna@firma.de",
        "<anna@firma.de>",
        "x.anna@mail.firma.de",
        "a@anna@firma.de",
        "..firma.de",
        "-firma.de",
    ):
        assert "firma" not in without_traces(f"Bitte {written} fragen")
    for written in ("1.2.3.4", "192.168.0.1", "040/123456", "+49 40 12 34 56", "fe80::1:2:3"):
        assert without_traces(f"Von {written} aus") == "Von […] aus"


@pytest.mark.parametrize("odd", ["9" * 30_000, "²", "٣", "1" * 4_301 + " Tage"])
@pytest.mark.parametrize("heading", ["Branche", "Beschäftigte", "Jahre", "Wie zufrieden?"])
def test_odd_digits_never_stop_the_reading(heading: str, odd: str) -> None:
    for cells in ([odd] * 4, [odd, 1, 2, 3], [1, 2, odd] * 9):
        assert reading_of((heading, cells), mapping={"questions": {heading: "likert"}}).status
        assert reading_of((heading, cells)).status


def test_a_strange_cell_of_a_turned_sheet_is_found_where_it_stands() -> None:
    names = [f"TN {n}" for n in range(1, 13)]
    themes = [[item.de, *[(n + at) % 7 + 1 for n in range(12)]] for at, item in enumerate(ITEMS)]
    fees: list[object] = ["Jahresbeitrag in Euro", *[450 + n for n in range(11)], "viel"]
    reading = read_survey(as_xlsx(("S", [["Frage", *names], *themes, fees])), "turned.xlsx")
    told = next(one for one in reading.problems if one.kind == "answer-not-a-number")
    assert (told.row, told.column.split()[0], told.value) == (9, "M", "viel")
