"""Answers chosen from a list, all in one column: which options are there, and which did each respondent choose?"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping

from lsn_data.intake.cells import Cell
from lsn_data.intake.multi import Joined, joined_of
from lsn_data.intake.one_question import Answered
from lsn_data.intake.questionnaire.waiting import Waiting, answers_of
from lsn_data.intake.report import AnswerOption, Asked, Given
from lsn_data.sheets.scales import topic_of

MOST_OPTIONS, LONGEST_OPTION = 200, 150
_RANGE = re.compile(r"^\d{1,4}\s*[-–]\s*\d{1,4}$")


def several_chosen(waiting: Waiting, column: Answered, sure: bool) -> Asked | None:
    """Several options a cell; None if each cell is one answer. `sure`: a person said so."""
    joined = joined_of(column.counts, column.words, sure)
    return _joined(waiting, column, joined) if joined else None


def _joined(waiting: Waiting, column: Answered, joined: Joined) -> Asked:
    position = {label: at for at, label in enumerate(joined.options)}
    given = {text: tuple(map(position.__getitem__, parts)) for text, parts in joined.lists.items()}
    counted: Counter[int] = Counter()
    for text, places in given.items():
        for at in places:
            counted[at] += column.counts[text]
    clean = waiting.doubts.clean
    options = tuple(AnswerOption(clean(label), counted[at]) for at, label in enumerate(joined.options))
    return Asked(
        "", "multi", column.words, topic=topic_of(column.words, False), options=options,
        answers=answers_of(column, given), headings=(column.heading.text,),
    )  # fmt: skip


def one_chosen(waiting: Waiting, column: Answered, sure: bool) -> Asked | None:
    """One option a cell; None if nearly all cells differ, or hold long texts. `sure`: a person said so."""
    texts = column.texts | _undo_days(waiting, column)
    counts: Counter[str] = Counter()
    for cell, n in column.how_often.items():
        if texts[cell]:
            counts[texts[cell]] += n
    if not sure and _is_text(counts):
        return None
    ordered = sorted(counts, key=lambda text: (-counts[text], text))
    place: dict[str, Given] = {text: at for at, text in enumerate(ordered)}
    given = {cell: place.get(text) for cell, text in texts.items()}
    return Asked(
        "", "single", column.words, topic=topic_of(column.words, False),
        options=tuple(AnswerOption(waiting.doubts.clean(text), counts[text]) for text in ordered),
        answers=tuple(map(given.__getitem__, column.cells)), headings=(column.heading.text,),
    )  # fmt: skip


def _undo_days(waiting: Waiting, column: Answered) -> dict[Cell, str]:
    """What Excel made of answers such as 1-5 (1 May) among others such as 10-49: the answers again."""
    if not any(isinstance(cell, dt.date) for cell in column.texts) or not any(map(_RANGE.match, column.counts)):
        return {}
    pairs = {cell: pair for cell in column.texts if (pair := _range_of(cell))}
    undone: dict[Cell, str] = {cell: f"{min(pair)}-{max(pair)}" for cell, pair in pairs.items()}
    if undone:
        waiting.doubts.of_cells("answers-became-days", column, undone)
    return undone


def _range_of(cell: Cell) -> tuple[int, int] | None:
    """The two numbers of a range that Excel took for a date: 1-5 became 1 May, 10-49 became October 1949."""
    if not isinstance(cell, dt.date):
        return None
    if cell.day == 1 and 1930 <= cell.year < 2000:
        return cell.month, cell.year % 100
    return cell.day, cell.month


def _is_text(counts: Mapping[str, int]) -> bool:
    """Do texts differ so much, or are they so long, that nobody chose them from a list?

    >>> _is_text({"yes": 4, "no": 3}), _is_text({f"I think {n}": 1 for n in range(9)})
    (False, True)
    """
    different, answered = len(counts), sum(counts.values())
    if different > MOST_OPTIONS or any(len(text) > LONGEST_OPTION for text in counts):
        return True
    if different > 5:
        return different >= 0.7 * answered or (different > 30 and different > 0.1 * answered)
    wordy = sum(1 for text in counts if len(text.split()) >= 4)
    return different == answered and wordy >= 0.5 * different
