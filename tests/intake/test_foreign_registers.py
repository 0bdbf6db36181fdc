"""Is a list that somebody keeps in a form of their own recognised, and read rightly or asked about, never wrongly?"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from lsn_data.intake import problems, read_register, recognised
from lsn_data.intake.asking import said
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from tests.intake.foreign_files import FILES, File

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
