"""What else did a survey ask, and what was answered? How the further questions go in and come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from lsn_data.intake.report import AnswerOption, Asked, Given
from lsn_data.store.connection import Store
from lsn_data.store.named import named_queries

TABLES = ("survey_answers", "survey_options", "survey_questions")
NONE_CHOSEN = -1
_OPTIONS = (
    "insert into survey_answers (import, question, respondent, option)"
    " select $import, $question, respondent, nullif(given, -1) from incoming_answers"
)
INTO = {
    "single": _OPTIONS,
    "likert": _OPTIONS,
    "multi": _OPTIONS,
    "number": "insert into survey_answers (import, question, respondent, number)"
    " select $import, $question, respondent, given from incoming_answers",
    "date": "insert into survey_answers (import, question, respondent, day)"
    " select $import, $question, respondent, given::date from incoming_answers",
    "text": "insert into survey_answers (import, question, respondent, words)"
    " select $import, $question, respondent, given from incoming_answers",
}
COLUMN = {"number": "number", "date": "day", "text": "words"}


def insert_questionnaire(cursor: duckdb.DuckDBPyConnection, import_id: str, questions: Sequence[Asked]) -> None:
    """All questions of an import, with their options and answers."""
    for position, asked in enumerate(questions):
        _insert_question(cursor, import_id, position, asked)
        rows = _rows(asked)
        if len(rows):
            cursor.register("incoming_answers", rows)
            cursor.execute(INTO[asked.kind], {"import": import_id, "question": position})
            cursor.unregister("incoming_answers")


def forget_questionnaires(cursor: duckdb.DuckDBPyConnection) -> None:
    """Empty the tables of the further questions."""
    for table in TABLES:
        cursor.execute(named_queries()[f"delete_{table}"])


def questionnaire_of(store: Store, import_id: str, keys: Collection[str] | None = None) -> tuple[Asked, ...]:
    """The further questions of an import as they were read, their answers in the order of its respondents.

    `keys` takes only these questions. Nothing for an import without further questions, and for one that an older
    version stored.
    """
    asked = questions_of(store, import_id)
    wanted = [position for position, one in enumerate(asked) if keys is None or one.key in keys]
    people = store.ask("people", **{"import": import_id})[0]["n"] if wanted else 0
    given: dict[int, list[Given]] = {position: [None] * people for position in wanted}
    for position in wanted:
        one = asked[position]
        rows = store.ask_columns("given_answers", **{"import": import_id, "question": position})
        values = rows[COLUMN.get(one.kind, "option")]
        if one.kind == "date":
            values = [moment.date() for moment in values]
        _fill(given[position], rows["respondent"], values, several=one.kind == "multi")
    return tuple(replace(asked[position], answers=tuple(given[position])) for position in wanted)


def _fill(answers: list[Given], people: Sequence[int], values: Sequence[Given], several: bool) -> None:
    """Put each answer to its respondent; several chosen options become a tuple."""
    if not several:
        for person, value in zip(people, values, strict=True):
            answers[person - 1] = value
        return
    chosen: dict[int, list[int]] = defaultdict(list)
    for person, option in zip(people, values, strict=True):
        chosen[person] += [option] if isinstance(option, int) else []
    for person, options in chosen.items():
        answers[person - 1] = tuple(options)


def questions_of(store: Store, import_id: str) -> tuple[Asked, ...]:
    """The further questions of an import with their options and how often each was chosen, without the answers."""
    options: dict[int, list[AnswerOption]] = defaultdict(list)
    for row in store.ask("options", **{"import": import_id}):
        options[row["question"]].append(AnswerOption(row["label"], row["chosen"], row["value"]))
    return tuple(
        Asked(row["key"], row["kind"], row["words"], row["row"], row["topic"], tuple(options[row["question"]]))
        for row in store.ask("questions", **{"import": import_id})
    )


def _insert_question(cursor: duckdb.DuckDBPyConnection, import_id: str, position: int, asked: Asked) -> None:
    where = {"import": import_id, "question": position}
    cursor.execute(
        named_queries()["insert_question"],
        {
            **where, "key": asked.key, "kind": asked.kind, "words": asked.question, "row": asked.row,
            "topic": asked.topic,
        },
    )  # fmt: skip
    for number, option in enumerate(asked.options):
        told = {"option": number, "label": option.label, "value": option.value}
        cursor.execute(named_queries()["insert_option"], {**where, **told})


def _rows(asked: Asked) -> pd.DataFrame:
    """The answers of one question as a frame: one row an answer, several for several chosen options."""
    given: list[Any]
    if asked.kind == "multi":
        pairs = [
            (person, option)
            for person, chosen in enumerate(asked.answers, start=1)
            if isinstance(chosen, tuple)
            for option in chosen or (NONE_CHOSEN,)
        ]
        people, given = [person for person, _ in pairs], [option for _, option in pairs]
    else:
        people = [person for person, one in enumerate(asked.answers, start=1) if one is not None]
        given = [one for one in asked.answers if one is not None]
    kind = {"number": "float64", "date": "object", "text": "object"}.get(asked.kind, "int32")
    return pd.DataFrame({"respondent": np.array(people, dtype="int32"), "given": np.array(given, dtype=kind)})
