"""Ratings: which columns rate on one scale, alone or as the rows of an array, and which point did each answer give?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lsn_data.intake.likert import Scale, kin_of, scale_of
from lsn_data.intake.one_question import Answered, together
from lsn_data.intake.questionnaire.waiting import Found, Waiting, answers_of
from lsn_data.intake.report import AnswerOption, Asked
from lsn_data.sheets.scales import topic_of

MOST_DIFFERENT = 40


def rated_questions(waiting: Waiting) -> Iterator[Found]:
    """The ratings; each takes its column. Neighbours that share their scale are read by what all of them hold."""
    for columns in [*_kin(waiting.columns)]:
        counts: Counter[str] = Counter()
        for column in columns:
            counts.update(column.counts)
        shared = together(columns)
        scale = scale_of(counts, _words(columns), together=len(columns) > 1, sure=_sure(columns))
        if scale is None:
            continue
        waiting.take(columns)
        for at, column in enumerate(columns):
            question, label = (shared[0], shared[1][at]) if shared else (column.words, "")
            yield Found(column.heading.index, _asked(waiting, column, scale, _names(scale, counts), question, label))


def _words(columns: Sequence[Answered]) -> str:
    """All that the headings say."""
    return " ".join(dict.fromkeys(words for one in columns for words in (one.heading.question, one.words)))


def _sure(columns: Sequence[Answered]) -> bool:
    """Did a person say that these are ratings?"""
    return any(column.told == "likert" for column in columns)


def _kin(columns: Sequence[Answered]) -> Iterator[list[Answered]]:
    """Neighbours whose answers are of one kind of scale; numbers only if they share a question too."""
    kin = {column.heading.index: _kind_of_scale(column) for column in columns}
    group: list[Answered] = []
    for column in columns:
        if group and not _joins(column, group, kin):
            yield group
            group = []
        if kin[column.heading.index]:
            group.append(column)
    if group:
        yield group


def _joins(column: Answered, group: Sequence[Answered], kin: Mapping[int, str]) -> bool:
    """Does a column go on with the rows of an array?"""
    last, at = group[-1].heading.index, column.heading.index
    if kin[at] != kin[last] or at != last + 1:
        return False
    return not (kin[at] == "numbers" or together(group)) or bool(together([*group, column]))


def _kind_of_scale(column: Answered) -> str:
    own = "own" if column.told == "likert" and column.counts else ""
    if column.told not in (None, "likert") or not column.counts or len(column.counts) > MOST_DIFFERENT:
        return own
    return kin_of(list(column.counts), column.words) or own


def _names(scale: Scale, counts: Mapping[str, int]) -> dict[int, str]:
    """What each point of the scale is called: as most respondents had it."""
    by_count = sorted(scale.values.items(), key=lambda one: counts[one[0]])
    return {value: text for text, value in by_count if value is not None}


def _asked(
    waiting: Waiting, column: Answered, scale: Scale, names: Mapping[int, str], question: str, label: str
) -> Asked:
    """One row of an array, or a rating alone: the points from low to high, behind them what stands outside."""
    _tell(waiting, column, scale)
    values = [*range(scale.low, scale.high + 1)]
    outside = [text for text, value in scale.values.items() if value is None and text in column.counts]
    place = _places(scale, values, outside)
    counted: Counter[int] = Counter()
    for text, n in column.counts.items():
        counted[place[text]] += n
    labels = [*(names.get(value, str(value)) for value in values), *map(waiting.doubts.clean, outside)]
    numbers: list[int | None] = [*values, *(None for _ in outside)]
    options = tuple(
        AnswerOption(label, counted[at], number) for at, (label, number) in enumerate(zip(labels, numbers, strict=True))
    )
    topic = topic_of(f"{question} {label}", True) or ("satisfaction" if scale.name == "satisfaction" else "")
    return Asked(
        "", "likert", question, label if label != question else "", topic, options,
        answers_of(column, {**place, "": None}), (column.heading.text,),
    )  # fmt: skip


def _places(scale: Scale, values: Sequence[int], outside: Sequence[str]) -> dict[str, int]:
    """The position of the option that each text chooses."""
    position = {value: at for at, value in enumerate(values)}
    inside = {text: position[value] for text, value in scale.values.items() if value in position}
    return inside | {text: len(values) + at for at, text in enumerate(outside)}


def _tell(waiting: Waiting, column: Answered, scale: Scale) -> None:
    for doubt in scale.doubts:
        waiting.doubts.of_column(f"scale-{doubt}-assumed", column, scale.low, scale.high)
    if scale.turned:
        waiting.doubts.of_column("scale-turned", column, scale.low, scale.high)
