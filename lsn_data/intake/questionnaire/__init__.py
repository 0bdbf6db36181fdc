"""What else was asked? Every further question of a survey with its answers: ratings, choices, numbers, days, texts.

What is a question is found by shape and content, as the ranking is. First the questions of several columns (ticks,
arrays of ratings), then each column alone:

    ticks      several answers, one column an option
    ratings    points of a scale, alone or as the rows of an array
    alone      what one column holds: days, numbers, choices (from a list), or what was typed

Each takes its columns out of those that wait. The answers stand column-wise, one a respondent; each different cell is
looked at once, so that a large survey is read as fast as a small one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lsn_data.intake.columnwise import Rows
from lsn_data.intake.questionnaire.alone import questions_alone
from lsn_data.intake.questionnaire.doubts import Doubts
from lsn_data.intake.questionnaire.ratings import rated_questions
from lsn_data.intake.questionnaire.ticks import ticked_questions
from lsn_data.intake.questionnaire.waiting import waiting_columns
from lsn_data.intake.report import Asked, Problem
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain

LONGEST_KEY = 80


def questionnaire_of(
    frame: Frame, candidates: Sequence[Heading], free_text: Iterable[Heading], rows: Rows, mapping: Mapping[str, Any]
) -> tuple[tuple[Asked, ...], tuple[Problem, ...]]:
    """The further questions, left to right, and what is doubtful about them. Never raises for bad data.

    `candidates` are the columns that are neither ranking nor attribute nor bookkeeping, `rows` the kept ones. Of the
    mapping, `questions` says what a column holds ({heading: kind}, "" leaves it aside), `values` what its codes mean.
    """
    doubts = Doubts(frame, rows.numbers)
    waiting = waiting_columns(frame, candidates, free_text, rows, mapping, doubts)
    found = [*ticked_questions(waiting), *rated_questions(waiting), *questions_alone(waiting)]
    asked = [one.asked for one in sorted(found, key=lambda one: one.at) if one.asked.answered]
    return tuple(_with_keys(asked)), doubts.tell()


def _with_keys(questions: Sequence[Asked]) -> Iterator[Asked]:
    """Each with a key made of its words, the same in every file that asks the same; a number behind it on a clash."""
    taken: Counter[str] = Counter()
    for asked in questions:
        key = _key(asked)
        taken[key] += 1
        yield replace(asked, key=key if taken[key] == 1 else f"{key}-{taken[key]}")


def _key(asked: Asked) -> str:
    """The words as a key; a question without words goes by its options.

    >>> _key(Asked("", "likert", "How satisfied are you?", "Events & networking"))
    'how-satisfied-are-you-events-networking'
    """
    words = f"{asked.question} {asked.row}".strip() or " ".join(one.label for one in asked.options)
    slug = re.sub(r"[^\w]+", "-", plain(words)).strip("-")
    half = LONGEST_KEY // 2
    return slug if len(slug) <= LONGEST_KEY else f"{slug[:half].strip('-')}-{slug[1 - half :].strip('-')}"
