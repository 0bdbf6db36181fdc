"""Does every tool's export of one survey give one table, and is asked what the file does not tell?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.report import Reading
from tests.intake.made_tools import Export, expected, survey, table_of, variants

SURVEYS: list[dict[str, Any]] = [
    {"n": 12},
    {"n": 12, "tongue": 1, "seed": 2},
    {"n": 58, "seed": 3},
    {"n": 3, "seed": 4},
    {"n": 12, "seed": 5, "items": "own", "tongue": 1},
    {"n": 58, "seed": 6, "items": "mixed", "short": True, "tongue": 1},
    {"n": 12, "seed": 7, "items": "three"},
    {"n": 12, "seed": 8, "items": "fifteen", "tongue": 1},
    {"n": 3, "seed": 9, "tongue": 1, "short": True},
]
WAYS = variants()
# Each way of each tool with two of the surveys, so that all pairs of tool and kind of survey are met.
CASES = [(way, SURVEYS[(number * 2 + turn) % len(SURVEYS)]) for number, way in enumerate(WAYS) for turn in range(2)]


def read(made: Export, mapping: Mapping[str, Any] | None = None) -> Reading:
    return read_survey(made.data, made.file, mapping)


@pytest.mark.parametrize(("way", "how"), CASES, ids=[f"{way}, {n}" for n, (way, _) in enumerate(CASES)])
def test_a_tools_export_gives_the_one_table_or_the_question(way: str, how: dict[str, Any]) -> None:
    made = WAYS[way](survey(**how))
    reading = read(made)
    assert reading.tool == made.tool
    assert {question.id for question in reading.questions} == made.asks
    if made.asks:
        reading = read(made, made.mapping)
    assert reading.status == "ready"
    assert reading.ranking is not None
    assert (reading.ranking.shape, reading.ranking.direction) == (made.shape, "1 is first")
    assert table_of(reading) == expected(made)
    assert reading.rows_read == reading.rows_kept + len(reading.left_out)
    seen = repr(reading)
    assert not [text for text in ("@firma", "203.0.113", "Erika", "49 40 471") if text in seen]


def made_by(way: str, **how: Any) -> Export:
    return WAYS[way](survey(**how))


def reasons(reading: Reading) -> list[str]:
    return sorted(row.why for row in reading.left_out)


@pytest.mark.parametrize(
    ("way", "left_out"),
    [
        ("limesurvey: full text", ["duplicate", "duplicate", "incomplete", "test"]),
        ("qualtrics: choice text", ["duplicate", "duplicate", "incomplete", "test"]),
        ("sosci: xlsx with labels", ["duplicate", "duplicate", "incomplete", "test"]),
        ("alchemer: utf-8", ["duplicate", "duplicate", "incomplete", "test"]),
        ("typeform: now", ["duplicate", "incomplete", "test"]),
        ("surveymonkey: expanded", ["duplicate", "incomplete", "test"]),
        ("msforms: live workbook", ["duplicate", "test"]),
        ("kobo: levels, labels", ["duplicate", "test"]),
    ],
)
def test_each_tool_marks_its_unfinished_and_test_answers_in_its_own_way(way: str, left_out: list[str]) -> None:
    assert reasons(read(made_by(way))) == left_out


@pytest.mark.parametrize("way", ["limesurvey: full text", "qualtrics: choice text", "alchemer: utf-8"])
def test_a_token_is_read_where_the_tool_has_one(way: str) -> None:
    tokens = {one.token for one in read(made_by(way)).respondents}
    assert all(token and token.startswith("tok") for token in tokens)


@pytest.mark.parametrize("way", ["msforms: plain", "tally: csv", "typeform: now", "surveymonkey: expanded"])
def test_what_is_no_persons_token_is_none(way: str) -> None:
    assert {one.token for one in read(made_by(way)).respondents} == {None}


def test_where_the_ip_is_is_not_where_the_organisation_is() -> None:
    made = made_by("alchemer: utf-8")
    assert b"State/Region" in made.data
    assert read(made).attributes["state"] == made.of.ask("state")


def test_a_header_of_hxl_tags_is_no_answer() -> None:
    assert b"#org+sector" in made_by("kobo: levels, HXL row").data
    assert {row.row for row in read(made_by("kobo: levels, HXL row")).left_out if row.why != "duplicate"} == {3}


def test_the_question_of_kobos_ranks_stands_on_the_note_before_them() -> None:
    made = made_by("kobo: levels, labels")
    reading = read(made)
    assert reading.ranking is not None
    assert reading.ranking.question == made.of.ask("ranking")


@pytest.mark.parametrize("way", ["qualtrics: choice text", "sosci: csv"])
def test_orders_of_display_are_named_and_left_aside(way: str) -> None:
    made = made_by(way)
    reading = read(made, made.mapping)
    assert reading.status == "ready"
    if way.startswith("qualtrics"):
        assert "look-alike" in {problem.kind for problem in reading.problems}


def test_numbers_under_ranks_are_items_never_places() -> None:
    reading = read(made_by("by_hand: easyfeedback, internal values"))
    assert [question.codes for question in reading.questions] == [("1", "2", "3", "4", "5", "6", "7")]


@pytest.mark.parametrize("sure", [str, lambda text: f"  {text.upper()} "], ids=["as told", "in capitals"])
def test_the_meaning_of_a_code_does_not_hang_on_its_writing(sure: Callable[[str], str]) -> None:
    made = made_by("limesurvey: codes")
    values = {
        heading: {sure(code): said for code, said in codes.items()} for heading, codes in made.mapping["values"].items()
    }
    assert table_of(read(made, {**made.mapping, "values": values})) == expected(made)
