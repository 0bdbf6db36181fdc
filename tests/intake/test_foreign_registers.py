"""Is a list that somebody keeps in a form of their own recognised, and read rightly or asked about, never wrongly?"""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lsn_data.intake import problems, read_register, recognised
from lsn_data.intake.asking import said
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from tests.intake.foreign_files import FILES, File
from tests.intake.made import as_csv

SAMPLES = Path(__file__).parents[1] / "samples" / "surveys"
REGISTERS_OF = [one for one in FILES if one.kind]
each = pytest.mark.parametrize("file", REGISTERS_OF, ids=lambda file: file.name)


@cache
def first_look(name: str) -> Reading:
    """Each file is opened once for all that is asked of it."""
    file = next(one for one in FILES if one.name == name)
    assert file.kind
    return read_register(file.data, file.name, file.kind)


def read(file: File, answer: Any = None) -> Reading:
    assert file.kind
    return read_register(file.data, file.name, file.kind, answer) if answer else first_look(file.name)


def column(reading: Reading, name: str) -> list[Any]:
    kind, _, own = name.rpartition(".")
    return [row[own] for row in (reading.parts[kind] if kind else reading.rows)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_foreign_list_is_recognised_without_being_told_its_kind(file: File) -> None:
    assert recognised(file.data, file.name) == file.kind


@each
def test_a_foreign_list_is_read_rightly_or_asked_about(file: File) -> None:
    reading = read(file)
    assert (reading.status, [one.id for one in reading.questions]) == (file.status, list(file.asked)), reading.problems
    if file.answer:
        reading = read(file, file.answer)
        assert (reading.status, reading.questions) == ("ready", ())
    assert {name: column(reading, name) for name in file.columns} == {n: list(v) for n, v in file.columns.items()}
    kinds = {one.kind for one in reading.problems}
    assert kinds >= set(file.told)
    assert not kinds & set(file.not_told)
    for secret in file.unstored:
        assert secret not in str(reading.rows)


@each
def test_every_row_of_a_foreign_list_is_accounted_for(file: File) -> None:
    reading = read(file, file.answer)
    assert reading.rows_read == reading.rows_kept + len(reading.left_out)


@each
@pytest.mark.parametrize("code", ["en", "de"])
def test_whatever_is_told_or_asked_has_its_words(file: File, code: str) -> None:
    reading, say = read(file), Language(code)
    told = [f"{problems.message(one, say)} {problems.what_to_do(one, say)}" for one in reading.problems]
    assert not [text for text in told if "{" in text or "None" in text]
    for question in reading.questions:
        asked = said(question, say)
        assert asked.asks
        assert asked.choices


def test_a_long_list_is_recognised_and_read_in_seconds() -> None:
    """What stands where is seen in the first rows; only the list that is read is gone through."""
    heads: list[object] = ["Firma", "PLZ", "Ort", "Anzahl MA", "Branche", "Ansprechpartner", "E-Mail", "Eintritt"]
    rows = [
        [f"F{n} GmbH", 20095 + n % 300, "Hamburg", 1 + n % 900, "Pharma", "X", f"a{n}@b.de", 2019] for n in range(5000)
    ]
    data = as_csv([heads, *rows])
    began = time.perf_counter()
    assert recognised(data, "list.csv") == "members"
    reading = read_register(data, "list.csv", "members")
    assert (len(reading.rows), reading.status) == (5000, "ready")
    assert time.perf_counter() - began < 12


@pytest.mark.parametrize("name", sorted(one.name for one in SAMPLES.iterdir() if one.suffix in (".csv", ".xlsx")))
def test_a_survey_of_any_tool_is_not_taken_for_a_register(name: str) -> None:
    assert recognised((SAMPLES / name).read_bytes(), name) is None


def test_a_survey_without_any_tools_marks_is_not_taken_for_a_member_list_either() -> None:
    heads = ["Branche", "Größe", *(f"Bitte ordnen [{item.de}]" for item in ITEMS), "Organisationen", "Kommentar"]
    rows = [["Pharma", "1-9", *((n + k) % 7 + 1 for k in range(7)), "x", "y"] for n in range(30)]
    assert recognised(as_csv([heads, *rows]), "antworten.csv") is None


def test_a_list_with_several_registers_tells_how_the_other_ones_are_read() -> None:
    told = [one for one in first_look("gesamt.xlsx").problems if one.kind == "other-kind"]
    ways = [problems.what_to_do(one, Language("en")) for one in told]
    assert [("Projects" in way, "--kind projects" in way) for way in ways[:1]] == [(True, True)]
    assert len(ways) == 2


def test_shares_and_percentages_of_one_kpi_are_never_mixed_without_a_word() -> None:
    """A cell in percent format holds 0.8 and shows 80 %: asked for each KPI, the likelier meaning offered."""
    rightly, small = (first_look(name).questions[0] for name in ("percent.xlsx", "percent_small.xlsx"))
    assert rightly.facts["suggested"] == {"member-satisfaction": "times 100"}
    assert small.facts["suggested"] == {"Wachstum": "as they stand"}
