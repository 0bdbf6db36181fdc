"""Do the seven sample exports, written by six tools, all give their one truth?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.report import Reading, Respondent

SAMPLES = Path(__file__).parents[1] / "samples" / "surveys"
TRUTH = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
FILES = sorted(TRUTH["files"])
CODEBOOK = TRUTH["files"]["limesurvey_codes_semicolon.csv"]["codebook"]
TOLD = {
    "limesurvey_codes_semicolon.csv": {
        "items": CODEBOOK["G02Q01[1..7]"],
        "values": {column: CODEBOOK[column] for column in ("G01Q01", "G01Q02", "G01Q04")},
    },
    "surveymonkey_expanded_en.csv": {"blank_means": "below"},
}
SHAPES = {"item_columns_with_rank": "items", "ordered_list_one_cell(;)": "ordered cell"}


def read(name: str) -> Reading:
    return read_survey((SAMPLES / name).read_bytes(), name, TOLD.get(name))


def person_and_places(reading: Reading, one: Respondent) -> tuple[object, ...]:
    """What the truth says of a respondent; places that are shared are null there."""
    assert reading.ranking
    shared = {place for place, n in Counter(one.places).items() if n > 1}
    places = {
        item.item: None if place in shared else place
        for item, place in zip(reading.ranking.items, one.places, strict=True)
    }
    return (one.sector, one.size, one.state, one.membership, *(places[code] for code in sorted(places)))


def the_truth() -> Counter[tuple[object, ...]]:
    places: dict[str, dict[str, int | None]] = {}
    for respondent, item, place in TRUTH["core"]["clean_long"]:
        places.setdefault(respondent, {})[item] = place
    people = TRUTH["respondents"]
    return Counter(
        (
            *(people[name][field] for field in ("sector", "size", "state", "membership")),
            *(ballot[code] for code in sorted(ballot)),
        )
        for name, ballot in places.items()
    )


@pytest.mark.parametrize("name", FILES)
def test_a_sample_gives_its_truth(name: str) -> None:
    reading = read(name)
    assert reading.status == "ready", reading.questions
    assert Counter(person_and_places(reading, one) for one in reading.respondents) == the_truth()


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_sample_is_kept_or_left_out_with_a_reason(name: str) -> None:
    reading = read(name)
    assert reading.rows_read == reading.rows_kept + len(reading.left_out)
    expected = Counter(row["disposition"].removeprefix("drop_") for row in TRUTH["files"][name]["rows"])
    found = Counter(row.why for row in reading.left_out)
    assert {why: found[why] for why in ("test", "duplicate", "incomplete")} == {
        why: expected[why] for why in ("test", "duplicate", "incomplete")
    }
    assert reading.rows_kept == expected["keep"]


@pytest.mark.parametrize("name", FILES)
def test_the_shape_and_the_direction_of_a_sample_are_seen(name: str) -> None:
    ranking = read(name).ranking
    assert ranking is not None
    assert ranking.shape == SHAPES.get(TRUTH["files"][name]["ranking_shape"], "places")
    assert ranking.direction == "1 is first"
    assert "direction-assumed" not in {problem.kind for problem in read(name).problems}


def test_codes_without_labels_are_asked_about_never_guessed() -> None:
    name = "limesurvey_codes_semicolon.csv"
    reading = read_survey((SAMPLES / name).read_bytes(), name)
    assert reading.status == "needs answer"
    asked = {question.id: question.codes for question in reading.questions}
    assert asked["items"] == ("A1", "A2", "A3", "A4", "A5", "A6", "A7")
    assert {"values:G01Q01", "values:G01Q02", "values:G01Q04"} <= set(asked)


def test_a_tool_with_a_not_applicable_box_is_asked_what_it_means() -> None:
    name = "surveymonkey_expanded_en.csv"
    reading = read_survey((SAMPLES / name).read_bytes(), name)
    assert [question.id for question in reading.questions] == ["blank_means"]
    told = read_survey((SAMPLES / name).read_bytes(), name, {"blank_means": "not offered"})
    assert told.ranking is not None
    assert told.ranking.blank_means == "not offered"


def test_the_display_order_is_named_and_left_aside() -> None:
    kinds = {problem.kind for problem in read("qualtrics_choicetext.csv").problems}
    assert "look-alike" in kinds


def test_no_contact_data_reach_the_reading() -> None:
    for name in FILES:
        kept = repr([(one.respondents, one.left_out, one.preview, one.problems) for one in [read(name)]])
        assert "@firma" not in kept
        assert "203.0.113" not in kept
