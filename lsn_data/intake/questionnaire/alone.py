"""What does a column on its own hold: days, numbers, several options, one option, or text?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lsn_data.intake.cells import Cell
from lsn_data.intake.free_text import names_somebody
from lsn_data.intake.one_question import Answered
from lsn_data.intake.quantities import are_long_ids, days_of, numbers_of
from lsn_data.intake.questionnaire.choices import one_chosen, several_chosen
from lsn_data.intake.questionnaire.typed import text_asked, with_typed_other
from lsn_data.intake.questionnaire.waiting import Found, Waiting
from lsn_data.intake.report import AnswerKind, Asked, Given
from lsn_data.sheets.scales import DATED, topic_of

MOST_ALIKE, MOSTLY_DIFFERENT = 12, 0.6


def questions_alone(waiting: Waiting) -> Iterator[Found]:
    """Every column that is left as a question of its own; one for a typed "other" goes with the column before it."""
    while waiting.columns:
        column = waiting.next()
        if column.counts:
            yield from _question(waiting, column)


def _question(waiting: Waiting, column: Answered) -> list[Found]:
    asked = _by_kind(waiting, column)
    if _is_personal(column, asked):
        waiting.doubts.of_column("personal-data", column)
        return []
    if asked is not None and asked.kind == "number" and not asked.answered:
        return []
    return with_typed_other(waiting, column, asked or text_asked(waiting, column))


def _by_kind(waiting: Waiting, column: Answered) -> Asked | None:
    """As a person says, else the first kind that fits; None is text."""
    ways: dict[str, Callable[[Waiting, Answered, bool], Asked | None]] = {
        "date": _days, "number": _numbers, "multi": several_chosen, "single": one_chosen,
    }  # fmt: skip
    if column.told is None:
        wanted = [] if column.heading.index in waiting.free_text else [*ways]
    else:
        wanted = [column.told] if column.told in ways else []
    asked = next((made for way in wanted if (made := ways[way](waiting, column, column.told is not None))), None)
    if asked is None and column.told not in (None, "text"):
        waiting.doubts.add("kind-not-possible", column=column.heading.name, value=column.told)
    return asked


def _is_personal(column: Answered, asked: Asked | None) -> bool:
    """Does it name who answered? What few answers share is what was answered; a person's word outweighs it."""
    if column.told is not None:
        return False
    differ = len(column.counts) > MOSTLY_DIFFERENT * sum(column.counts.values()) or len(column.counts) > MOST_ALIKE
    return (asked is None or differ) and names_somebody(column.words, column.counts)


def _days(waiting: Waiting, column: Answered, sure: bool) -> Asked | None:
    days = days_of(_answered_cells(column), bool(DATED.search(column.words)) or sure, sure)
    if days is None:
        return None
    if days.doubtful:
        waiting.doubts.add("days-two-ways", column=column.heading.name)
        return text_asked(waiting, column)
    waiting.doubts.strange_cells("answer-not-a-day", column, days.strange)
    return _plainly(column, "date", days.by_cell)


def _numbers(waiting: Waiting, column: Answered, sure: bool) -> Asked | None:
    numbers = numbers_of(_answered_cells(column), column.texts, sure)
    choices = set(column.counts) <= {"0", "1"} or waiting.asks_in_numbers(column.code or column.heading.text)
    if numbers is None or (choices and not sure):
        return None
    if are_long_ids(numbers):
        waiting.doubts.of_column("long-ids", column)
        return Asked("", "number", column.words)
    if numbers.thousands_assumed:
        value = next(text for text in column.counts if re.search(r"\d[.,]\d{3}$", text))
        waiting.doubts.add("thousands-assumed", column=column.heading.name, value=value)
    waiting.doubts.strange_cells("answer-not-a-number", column, numbers.strange)
    return _plainly(column, "number", numbers.by_cell)


def _plainly(column: Answered, kind: AnswerKind, by_cell: Mapping[Cell, Given]) -> Asked:
    return Asked(
        "", kind, column.words, topic=topic_of(column.words, False),
        answers=tuple(map(by_cell.get, column.cells)), headings=(column.heading.text,),
    )  # fmt: skip


def _answered_cells(column: Answered) -> dict[Cell, int]:
    return {cell: n for cell, n in column.how_often.items() if column.texts[cell]}
