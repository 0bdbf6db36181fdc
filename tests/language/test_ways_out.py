"""Does every message that stops somebody end in a step, without the words of programmers?

German says it plainly: a step addresses the reader ("Wählen Sie …").
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from lsn_data import errors
from lsn_data.intake import foreign_problems, register_problems, survey_problems, typed_problems
from lsn_data.intake.problems import KINDS, NOTHING_TO_DO
from lsn_data.intake.refusals import CAUSES
from lsn_data.language import Language
from tests.language.test_texts import MODULES
from tests.source import named, parsed

FAMILY = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)} - {
    "NotShown"
} | {"WrongCommand"}
DE = Language("de")
STEP = re.compile(
    r"\b\w+n Sie\b|python -m lsn_data|Es gibt: \{|Erlaubt sind|--out muss|--where erwartet|nichts zu tun", re.I
)
# What is a state and no mistake: there is nothing to mend, and the page shows what can be seen instead.
STATES = {
    "The log of {path} can be read: there is nothing to set aside.",
    "There is no wave {wave}. Stored: {known}.",
    "There is no wave {wave}, neither current nor replaced nor taken back. Nothing was deleted.",
    "There is no wave {wave} to be kept.",
    "{file} must hold counts, such as {{\"sector\": {{\"biotech\": 60}}}}.",
    "Only one of --edition, --pack and --exhibits can be said; an edition is frozen already.",
    "There is no import {import_id}. The history lists all.",
    "A database in memory has no backups.",
}  # fmt: skip
# Rooms that say why a figure is not shown.
NOT_ERRORS = ("lsn_data/topics/priorities", "lsn_data/topics/questionnaire", "lsn_data/topics/members",
              "lsn_data/topics/representativeness/as_json")  # fmt: skip
JARGON = re.compile(
    r"\b(parse[dr]?|null|nan|json|sql|exception|traceback|boolean|string|integer|stderr|regex|schema|row_?id)\b",
    re.IGNORECASE,
)


def stopping() -> Iterator[tuple[str, str]]:
    """Every text that stops somebody, with the file where it stands."""
    for path in MODULES:
        where, tree = named(path), parsed(path)
        if where.startswith(NOT_ERRORS):
            continue
        marked = {
            one.targets[0].id: one.value.args[0].value
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and _marks(one.value)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in FAMILY:
                for given in call.args:
                    text = given.args[0].value if _marks(given) else marked.get(getattr(given, "id", ""))
                    if text:
                        yield text, where


def _marks(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and getattr(node.func, "id", "") == "mark" and isinstance(node.args[0], ast.Constant)
    )


STOPPING = sorted(set(stopping()))


@pytest.mark.parametrize(("text", "where"), STOPPING, ids=[text[:40] for text, _ in STOPPING])
def test_what_stops_somebody_says_what_to_do(text: str, where: str) -> None:
    assert text in STATES or STEP.search(DE(text)), f"{where}: {DE(text)}"


@pytest.mark.parametrize("text", CAUSES.values(), ids=lambda text: text[:40])
def test_a_file_that_is_refused_says_what_to_do(text: str) -> None:
    assert STEP.search(DE(text)), DE(text)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_of_problem_says_what_to_do_also_when_that_is_nothing(kind: object) -> None:
    told = getattr(kind, "what_to_do", "")
    assert told == NOTHING_TO_DO or STEP.search(DE(told)) or "Sie" in DE(told) or "Schreiben" in DE(told), told
    assert told.endswith((".", "?", "…")), told


def test_no_message_on_a_page_speaks_as_programmers_do() -> None:
    on_pages = [text for text, where in STOPPING if not where.startswith("lsn_data/commands")]
    kinds = [text for kind in KINDS.values() for text in (kind.message, kind.what_to_do)]
    assert [text for text in (*on_pages, *kinds) if JARGON.search(text) or JARGON.search(DE(text))] == []


def test_the_catalogue_of_problems_is_complete() -> None:
    assert all((foreign_problems, register_problems, survey_problems, typed_problems))
    assert len(KINDS) > 80
