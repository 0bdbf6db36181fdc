"""Several answers, one column an option: which columns are the options of a question, and what was ticked?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsn_data.intake.multi import ticked
from lsn_data.intake.one_question import Answered, same_question
from lsn_data.intake.questionnaire.typed import text_asked
from lsn_data.intake.questionnaire.waiting import Found, Waiting
from lsn_data.intake.report import AnswerOption, Asked
from lsn_data.sheets.declared import plain
from lsn_data.sheets.scales import topic_of

MOST_SIGNS = 6
_CROSSES = ("x", "✓", "✔", "1")


@dataclass(frozen=True)
class Options:
    """The columns of a question's options, with what each option is called; `question` is "" where none is told."""

    columns: Sequence[Answered]
    question: str
    labels: Sequence[str]

    @property
    def words(self) -> str:
        """The question, or what the first heading tells of it."""
        told = (one.parts[0].question for one in self.columns if one.parts and one.parts[0].question)
        return self.question or next(told, "")


def ticked_questions(waiting: Waiting) -> Iterator[Found]:
    """The questions with one column an option; each takes its columns, those for a typed "other", and summaries."""
    for options in [*_groups(waiting)]:
        others = waiting.typed_other(options.columns[-1], options.question)
        waiting.take([*options.columns, *others, *_summaries(waiting, options)])
        yield Found(options.columns[0].heading.index, _asked(waiting, options, others))
        for other in others:
            yield Found(other.heading.index, text_asked(waiting, other, options.question))


def _groups(waiting: Waiting) -> Iterator[Options]:
    """Neighbours that share a question, then neighbours that are options by themselves."""
    loose: list[Answered] = []
    for columns, question, labels in same_question(waiting.columns, lambda one: _is_tick(waiting, one)):
        if len(columns) > 1 and any(column.counts for column in columns):
            yield Options(columns, question, labels)
        elif _ticks_itself(columns[0]):
            loose.append(columns[0])
    yield from _loose(loose)


def _loose(columns: Sequence[Answered]) -> Iterator[Options]:
    """Options that are headed by themselves alone: the question between them is not told."""
    run: list[Answered] = []
    for column in (*columns, None):
        if run and (column is None or run[-1].heading.index + 1 != column.heading.index):
            if len(run) > 1:
                yield Options(run, "", [one.words for one in run])
            run = []
        if column is not None:
            run.append(column)


def _is_tick(waiting: Waiting, column: Answered) -> bool:
    """Do all cells tick the option, or leave it? A column that nobody ticked may still be an option."""
    if column.told not in (None, "multi") or column.heading.index in waiting.free_text:
        return False
    return len(column.counts) <= MOST_SIGNS and all(
        ticked(text, column.own, waiting.coded) is not None for text in column.counts
    )


def _ticks_itself(column: Answered) -> bool:
    """Is it an option on its own: its cells hold a cross or its own name, never a no?"""
    said = [ticked(text, column.own) for text in column.counts]
    crosses = all(plain(text) in column.own or text.casefold() in _CROSSES for text in column.counts)
    return bool(said) and all(said) and crosses


def _summaries(waiting: Waiting, options: Options) -> list[Answered]:
    """A column that repeats all ticks in one cell, or counts them: it is headed by the question alone."""
    codes = {column.code.rpartition("_")[0] for column in options.columns} - {""}
    names = {plain(options.question)} - {""} or {"-"}
    indexes = {column.heading.index for column in options.columns}
    return [
        one
        for one in waiting.columns
        if one.heading.index not in indexes
        and (plain(one.words) in names or (len(codes) == 1 and one.code in codes))
        and one.heading.index not in waiting.free_text
    ]


def _asked(waiting: Waiting, options: Options, others: Sequence[Answered]) -> Asked:
    by_row = [*(_ticks(waiting, column) for column in options.columns), *map(_typed, others)]
    typed = [other.parts[0].label if other.parts else other.words for other in others]
    labels = [*map(waiting.doubts.clean, options.labels), *typed]
    answers = _chosen(by_row)
    counts = Counter(at for chosen, n in Counter(answers).items() if chosen for at in chosen for _ in range(n))
    return Asked(
        "", "multi", options.words, topic=topic_of(options.words, False), answers=answers,
        options=tuple(AnswerOption(label, counts[at]) for at, label in enumerate(labels)),
        headings=tuple(column.heading.text for column in (*options.columns, *others)),
    )  # fmt: skip


def _ticks(waiting: Waiting, column: Answered) -> list[bool | None]:
    """Chosen, not chosen, or nothing said, row by row."""
    ticks = {cell: ticked(text, column.own, waiting.coded) if text else None for cell, text in column.texts.items()}
    return list(map(ticks.__getitem__, column.cells))


def _typed(other: Answered) -> list[bool | None]:
    """Whoever typed another answer has chosen "other"."""
    typed = {cell: True if text else None for cell, text in other.texts.items()}
    return list(map(typed.__getitem__, other.cells))


def _chosen(by_row: Sequence[Sequence[bool | None]]) -> tuple[tuple[int, ...] | None, ...]:
    """The positions of the ticked columns, row by row; None where nothing was said in any.

    >>> _chosen([[True, False, None], [True, False, None]])
    ((0, 1), (), None)
    """
    rows = list(zip(*by_row, strict=True))
    chosen = {
        row: None if row.count(None) == len(row) else tuple(at for at, tick in enumerate(row) if tick)
        for row in set(rows)
    }
    return tuple(map(chosen.__getitem__, rows))
