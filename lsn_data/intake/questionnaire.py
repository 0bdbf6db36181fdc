"""What else was asked? Every further question of a survey with its answers: ratings, choices, numbers, days, texts.

What is a question is found by shape and content, as the ranking is. First the questions of several columns (ticks,
arrays of ratings), then each column alone. The answers stand column-wise, one a respondent; each different cell is
looked at once, so that a large survey is read as fast as a small one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, get_args

from lsn_data.intake import (
    questionnaire_problems,  # noqa: F401  (declares the kinds used here)
    survey_problems,  # noqa: F401
)
from lsn_data.intake.cells import Cell
from lsn_data.intake.free_text import names_somebody, without_traces
from lsn_data.intake.likert import Scale, kin_of, scale_of
from lsn_data.intake.multi import Joined, joined_of, ticked
from lsn_data.intake.one_question import OTHER, Answered, same_question, together
from lsn_data.intake.problems import problem, told_once
from lsn_data.intake.quantities import are_long_ids, days_of, numbers_of
from lsn_data.intake.report import AnswerKind, AnswerOption, Asked, Given, Problem
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.scales import DATED, topic_of

KINDS: tuple[str, ...] = get_args(AnswerKind)
MOST_OPTIONS, LONGEST_OPTION, MOST_ALIKE = 200, 150, 12
RANGES = re.compile(r"^\d{1,4}\s*[-–]\s*\d{1,4}$")
Rows = Sequence[tuple[int, Sequence[Cell]]]


def questionnaire_of(
    frame: Frame, candidates: Sequence[Heading], free_text: Iterable[Heading], rows: Rows, mapping: Mapping[str, Any]
) -> tuple[tuple[Asked, ...], tuple[Problem, ...]]:
    """The further questions, left to right, and what is doubtful about them. Never raises for bad data.

    `candidates` are the columns that are neither ranking nor attribute nor bookkeeping, `rows` the kept ones. Of the
    mapping, `questions` says what a column holds ({heading: kind}, "" leaves it aside), `values` what its codes mean.
    """
    found = _Questionnaire(frame, candidates, {heading.index for heading in free_text}, rows, mapping)
    asked = found.asked()
    return asked, tuple(found.problems)


@dataclass(frozen=True)
class _Found:
    """A question on its way: with the column where it starts."""

    at: int
    asked: Asked


class _Questionnaire:
    """The candidate columns of one table, taken one by one by the questions that they belong to."""

    def __init__(
        self, frame: Frame, candidates: Sequence[Heading], free_text: set[int], rows: Rows, mapping: Mapping[str, Any]
    ) -> None:
        self.rows, self.free_text, self.sheet = rows, free_text, frame.sheet
        self.coded = frame.tool.name == "sosci"
        self.asks_in_numbers = frame.tool.asks_in_numbers
        self.problems: list[Problem] = []
        self.lists: dict[tuple[str, Any, Any], list[str]] = {}
        self.cleaned = 0
        told, aside = self._told(mapping.get("questions") or {})
        values: Mapping[str, Mapping[str, str]] = mapping.get("values") or {}
        codes = {plain(name): {str(k): str(v) for k, v in meant.items()} for name, meant in values.items()}
        kept = [cells for _, cells in rows]
        self.left = [
            Answered(
                heading,
                frame.codes[heading.index] if heading.index < len(frame.codes) else "",
                list(map(itemgetter(heading.index), kept)),
                codes.get(plain(heading.text), {}),
                told.get(plain(heading.text)),
            )
            for heading in candidates
            if plain(heading.text) not in aside
        ]

    def asked(self) -> tuple[Asked, ...]:
        """All questions in the order of the file, with keys of their own."""
        found = [*self._ticked(), *self._arrays()]
        while self.left:
            found += self._alone(self.left.pop(0))
        self._tell_lists()
        questions = [one.asked for one in sorted(found, key=lambda one: one.at) if one.asked.answered]
        return tuple(_with_keys(questions))

    def _told(self, said: Mapping[str, str]) -> tuple[dict[str, AnswerKind], set[str]]:
        """What a person said of columns: their kinds, and those to leave aside. An unknown kind is told."""
        kinds: dict[str, AnswerKind] = {}
        for name, kind in said.items():
            if kind in KINDS:
                kinds[plain(name)] = kind  # type: ignore[assignment]
            elif kind:
                self.problems.append(problem("mapping-unknown", column=name, value=str(kind)))
        return kinds, {plain(name) for name, kind in said.items() if kind == ""}

    def _take(self, columns: Sequence[Answered]) -> None:
        taken = {column.heading.index for column in columns}
        self.left = [column for column in self.left if column.heading.index not in taken]

    # several columns, ticks -------------------------------------------------------------------------------------------

    def _ticked(self) -> list[_Found]:
        """Questions with one column an option."""
        found = []
        for columns, question, labels in self._tick_groups():
            others = self._others_of(columns, question)
            self._take([*columns, *others, *self._summaries(columns, question)])
            found.append(self._multi(columns, question, labels, others))
            found += [_Found(other.heading.index, self._text(other, question)) for other in others]
        return found

    def _tick_groups(self) -> list[tuple[list[Answered], str, list[str]]]:
        groups: list[tuple[list[Answered], str, list[str]]] = []
        loose: list[Answered] = []
        for columns, question, labels in same_question(self.left, self._is_tick):
            if len(columns) > 1 and any(column.counts for column in columns):
                groups.append((columns, question, labels))
            elif self._ticks_itself(columns[0]):
                if loose and loose[-1].heading.index + 1 != columns[0].heading.index:
                    groups += _loose(loose)
                    loose = []
                loose.append(columns[0])
        return [*groups, *_loose(loose)]

    def _is_tick(self, column: Answered) -> bool:
        """Do all cells tick the option, or leave it? A column that nobody ticked may still be an option."""
        if column.told not in (None, "multi") or column.heading.index in self.free_text:
            return False
        return len(column.counts) <= 6 and all(
            ticked(text, column.own, self.coded) is not None for text in column.counts
        )

    def _ticks_itself(self, column: Answered) -> bool:
        """Is it an option on its own: its cells hold a cross or its own name, never a no?"""
        said = [ticked(text, column.own) for text in column.counts]
        crosses = all(plain(text) in column.own or text.casefold() in ("x", "✓", "✔", "1") for text in column.counts)
        return bool(said) and all(said) and crosses

    def _summaries(self, columns: Sequence[Answered], question: str) -> list[Answered]:
        """A column that repeats all ticks in one cell, or counts them: it is headed by the question alone."""
        codes = {column.code.rpartition("_")[0] for column in columns} - {""}
        names = {plain(question)} - {""} or {"-"}
        indexes = {column.heading.index for column in columns}
        return [
            one
            for one in self.left
            if one.heading.index not in indexes
            and (plain(one.words) in names or (len(codes) == 1 and one.code in codes))
            and one.heading.index not in self.free_text
        ]

    def _others_of(self, columns: Sequence[Answered], question: str) -> list[Answered]:
        """Where "other" was typed: behind the options, of the same question, headed so."""
        return [
            one for one in self.left if one.heading.index == columns[-1].heading.index + 1 and _is_other(one, question)
        ]

    def _multi(
        self, columns: Sequence[Answered], question: str, labels: Sequence[str], others: Sequence[Answered]
    ) -> _Found:
        by_row = [self._ticks(column) for column in columns]
        labels = [self._clean(label) for label in labels]
        for other in others:
            typed = {cell: True if text else None for cell, text in other.texts.items()}
            by_row.append(list(map(typed.__getitem__, other.cells)))
            labels.append(other.parts[0].label if other.parts else other.words)
        sets: dict[tuple[bool | None, ...], tuple[int, ...] | None] = {}
        answers = []
        for row in zip(*by_row, strict=True):
            if row not in sets:
                shown = any(one is not None for one in row)
                sets[row] = tuple(at for at, one in enumerate(row) if one) if shown else None
            answers.append(sets[row])
        counts = Counter(at for one, n in Counter(answers).items() if one for at in one for _ in range(n))
        options = tuple(AnswerOption(label, counts[at]) for at, label in enumerate(labels))
        words = question or next((c.parts[0].question for c in columns if c.parts and c.parts[0].question), "")
        asked = Asked(
            "", "multi", words, topic=topic_of(words, False), options=options, answers=tuple(answers),
            headings=tuple(column.heading.text for column in (*columns, *others)),
        )  # fmt: skip
        return _Found(columns[0].heading.index, asked)

    def _ticks(self, column: Answered) -> list[bool | None]:
        """Chosen, not chosen, or nothing said, row by row."""
        ticks = {cell: ticked(text, column.own, self.coded) if text else None for cell, text in column.texts.items()}
        return list(map(ticks.__getitem__, column.cells))

    # several columns, ratings -----------------------------------------------------------------------------------------

    def _arrays(self) -> list[_Found]:
        """Ratings, alone or as the rows of an array: neighbours that share their scale."""
        found: list[_Found] = []
        for columns in self._kin():
            counts: Counter[str] = Counter()
            for column in columns:
                counts.update(column.counts)
            shared = together(columns)
            words = " ".join(dict.fromkeys(w for c in columns for w in (c.heading.question, c.words)))
            sure = any(column.told == "likert" for column in columns)
            scale = scale_of(counts, words, together=len(columns) > 1, sure=sure)
            if scale is None:
                continue
            self._take(columns)
            labels = shared[1] if shared else [""] * len(columns)
            for column, label in zip(columns, labels, strict=True):
                found.append(self._rated(column, scale, counts, shared[0] if shared else column.words, label))
        return found

    def _kin(self) -> Iterator[list[Answered]]:
        """Neighbours whose answers are of one kind of scale; numbers only if they share a question too."""
        kin = {c.heading.index: self._kind_of_scale(c) for c in self.left}
        group: list[Answered] = []
        for column in [*self.left]:
            name = kin[column.heading.index]
            joins = bool(group) and name == kin[group[-1].heading.index]
            joins = joins and column.heading.index == group[-1].heading.index + 1
            if joins and (name == "numbers" or together(group)) and not together([*group, column]):
                joins = False
            if group and not joins:
                yield group
                group = []
            if name:
                group.append(column)
        if group:
            yield group

    def _kind_of_scale(self, column: Answered) -> str:
        if column.told not in (None, "likert") or not column.counts or len(column.counts) > 40:
            return "own" if column.told == "likert" and column.counts else ""
        name = kin_of(list(column.counts), column.words)
        return name or ("own" if column.told == "likert" else "")

    def _rated(self, column: Answered, scale: Scale, counts: Mapping[str, int], question: str, label: str) -> _Found:
        for doubt in scale.doubts:
            self._list(f"scale-{doubt}-assumed", column, scale.low, scale.high)
        if scale.turned:
            self._list("scale-turned", column, scale.low, scale.high)
        names = {value: text for text, value in reversed(list(scale.values.items())) if value is not None}
        names |= {
            value: text
            for text, value in sorted(scale.values.items(), key=lambda one: counts[one[0]])
            if value is not None
        }
        outside = [text for text, value in scale.values.items() if value is None and text in column.counts]
        values = [*range(scale.low, scale.high + 1)]
        position = {value: at for at, value in enumerate(values)}
        place = {
            text: position[value] for text, value in scale.values.items() if value is not None and value in position
        } | {text: len(values) + at for at, text in enumerate(outside)}
        counted: Counter[int] = Counter()
        for text, n in column.counts.items():
            counted[place[text]] += n
        options = [AnswerOption(names.get(v, str(v)), counted[at], v) for at, v in enumerate(values)]
        options += [AnswerOption(self._clean(text), counted[len(values) + at]) for at, text in enumerate(outside)]
        asked = Asked(
            "", "likert", question, label if label != question else "", topic_of(f"{question} {label}", True)
            or ("satisfaction" if scale.name == "satisfaction" else ""),
            tuple(options), _answers(column, {**place, "": None}), (column.heading.text,),
        )  # fmt: skip
        return _Found(column.heading.index, asked)

    # one column -------------------------------------------------------------------------------------------------------

    def _alone(self, column: Answered) -> list[_Found]:
        """What a column on its own holds: as a person says, else days, numbers, several options, one option, text."""
        if not column.counts:
            return []
        ways: dict[str, Callable[[Answered, bool], Asked | None]] = {
            "date": self._days, "number": self._numbers, "multi": self._several, "single": self._single,
        }  # fmt: skip
        wanted = [column.told] if column.told in ways else [] if column.told else list(ways)
        if column.heading.index in self.free_text and not column.told:
            wanted = []
        asked = next((made for way in wanted if (made := ways[str(way)](column, bool(column.told)))), None)
        if asked is None and column.told and column.told != "text":
            self.problems.append(problem("kind-not-possible", column=column.heading.name, value=column.told))
        differ = len(column.counts) > 0.6 * sum(column.counts.values()) or len(column.counts) > MOST_ALIKE
        personal = (asked is None or differ) and names_somebody(column.words, column.counts)
        if personal and column.told is None:
            self._list("personal-data", column)
            return []
        if asked is not None and asked.kind == "number" and not asked.answered:
            return []
        return self._with_typed_other(column, asked or self._text(column))

    def _with_typed_other(self, column: Answered, asked: Asked) -> list[_Found]:
        """Where an answer outside the list was typed: it counts as "other", its words are a text of their own."""
        found = _Found(column.heading.index, asked)
        question = next((part.question for part in column.parts if OTHER.search(part.label)), column.words)
        behind = [c for c in self.left if c.heading.index == column.heading.index + 1 and _is_other(c, question)]
        if asked.kind != "single" or not behind:
            return [found]
        self._take(behind)
        text = self._text(behind[0], column.words)
        return [replace(found, asked=_with_other(asked, text)), _Found(behind[0].heading.index, text)]

    def _days(self, column: Answered, sure: bool) -> Asked | None:
        answered = _answered_cells(column)
        days = days_of(answered, bool(DATED.search(column.words)) or sure, sure)
        if days is None:
            return None
        if days.doubtful:
            self.problems.append(problem("days-two-ways", column=column.heading.name))
            return self._text(column)
        self._tell_strange("answer-not-a-day", column, days.strange)
        return self._plain(column, "date", days.by_cell)

    def _numbers(self, column: Answered, sure: bool) -> Asked | None:
        answered = _answered_cells(column)
        numbers = numbers_of(answered, column.texts, sure)
        choices = set(column.counts) <= {"0", "1"} or self.asks_in_numbers(column.code or column.heading.text)
        if numbers is None or (choices and not sure):
            return None
        if are_long_ids(numbers):
            self._list("long-ids", column)
            return Asked("", "number", column.words)
        if numbers.thousands_assumed:
            value = next(text for text in column.counts if re.search(r"\d[.,]\d{3}$", text))
            self.problems.append(problem("thousands-assumed", column=column.heading.name, value=value))
        self._tell_strange("answer-not-a-number", column, numbers.strange)
        return self._plain(column, "number", numbers.by_cell)

    def _several(self, column: Answered, sure: bool) -> Asked | None:
        joined = joined_of(column.counts, column.words, sure)
        return self._joined(column, joined) if joined else None

    def _joined(self, column: Answered, joined: Joined) -> Asked:
        position = {label: at for at, label in enumerate(joined.options)}
        given = {
            text: tuple(position[part] for part in joined.lists[text]) for text in column.counts if text in joined.lists
        }
        counted: Counter[int] = Counter()
        for text, places in given.items():
            for at in places:
                counted[at] += column.counts[text]
        options = tuple(AnswerOption(self._clean(label), counted[at]) for at, label in enumerate(joined.options))
        return Asked(
            "", "multi", column.words, topic=topic_of(column.words, False), options=options,
            answers=_answers(column, given), headings=(column.heading.text,),
        )  # fmt: skip

    def _single(self, column: Answered, sure: bool) -> Asked | None:
        """One option a cell; None if nearly all cells differ, or hold long texts."""
        undone = self._undo_days(column)
        texts = {cell: undone.get(cell, text) for cell, text in column.texts.items()}
        counts: Counter[str] = Counter()
        for cell, n in column.how_often.items():
            if texts[cell]:
                counts[texts[cell]] += n
        if not sure and _is_text(counts):
            return None
        ordered = sorted(counts, key=lambda text: (-counts[text], text))
        place: dict[str, Given] = {text: at for at, text in enumerate(ordered)}
        options = tuple(AnswerOption(self._clean(text), counts[text]) for text in ordered)
        given = {cell: place.get(text) for cell, text in texts.items()}
        return Asked(
            "", "single", column.words, topic=topic_of(column.words, False), options=options,
            answers=tuple(map(given.__getitem__, column.cells)), headings=(column.heading.text,),
        )  # fmt: skip

    def _undo_days(self, column: Answered) -> dict[Cell, str]:
        """What Excel made of answers such as 1-5 (1 May) among others such as 10-49: the answers again."""
        ranges = any(RANGES.match(text) for text in column.counts)
        undone = {
            cell: f"{min(pair)}-{max(pair)}"
            for cell in column.texts
            if ranges and (pair := _range_of(cell)) is not None
        }
        if undone:
            self._tell_cells("answers-became-days", column, undone)
        return undone

    def _plain(self, column: Answered, kind: AnswerKind, by_cell: Mapping[Cell, Given]) -> Asked:
        return Asked(
            "", kind, column.words, topic=topic_of(column.words, False),
            answers=tuple(map(by_cell.get, column.cells)), headings=(column.heading.text,),
        )  # fmt: skip

    def _text(self, column: Answered, question: str = "") -> Asked:
        """Free text, with what leads to a person taken out."""
        self._list("free-text-as-written", column)
        clean = {cell: self._clean(text, column.counts[text]) or None for cell, text in column.written.items()}
        row = next((part.label for part in column.parts if plain(part.question) == plain(question)), column.words)
        return Asked(
            "", "text", question or column.words, row if question and row != question else "",
            answers=tuple(map(clean.__getitem__, column.cells)), headings=(column.heading.text,),
        )  # fmt: skip

    # what is told -----------------------------------------------------------------------------------------------------

    def _clean(self, text: str, count: int = 1) -> str:
        clean = without_traces(text)
        if clean != text:
            self.cleaned += count
        return clean

    def _list(self, kind: str, column: Answered, low: Any = None, high: Any = None) -> None:
        """Remember a column for a problem that is told once for all columns."""
        self.lists.setdefault((kind, low, high), []).append(column.heading.name)

    def _tell_lists(self) -> None:
        for (kind, low, high), names in self.lists.items():
            facts = {} if high is None else {"low": low, "high": high}
            self.problems.append(problem(kind, count=len(names), column=names[0], columns=_few(names), **facts))
        if self.cleaned:
            self.problems.append(problem("contacts-in-text", count=self.cleaned))

    def _tell_strange(self, kind: str, column: Answered, strange: Sequence[Cell]) -> None:
        """The cells of a column that do not say what the others say."""
        if strange:
            self._tell_cells(kind, column, {cell: without_traces(column.texts[cell])[:60] for cell in strange})

    def _tell_cells(self, kind: str, column: Answered, told: Mapping[Cell, str]) -> None:
        """One problem for all cells of a column that are named, with what is told of each."""
        where = {"column": column.heading.name, "at": column.heading.index}
        cells = zip(self.rows, column.cells, strict=True)
        cases = [{"row": number, "value": told[cell], **where} for (number, _), cell in cells if cell in told]
        self.problems.append(told_once(kind, cases, sheet=self.sheet))


def _loose(columns: list[Answered]) -> list[tuple[list[Answered], str, list[str]]]:
    """Options that are headed by themselves alone: the question between them is not told."""
    return [(columns, "", [column.words for column in columns])] if len(columns) > 1 else []


def _is_other(column: Answered, question: str) -> bool:
    """Is this the column of a question where "other" was typed?"""
    if column.code.upper().endswith("_TEXT"):
        return True
    return any(plain(p.question) == plain(question) and OTHER.search(p.label) for p in column.parts if p.question)


def _answered_cells(column: Answered) -> dict[Cell, int]:
    return {cell: n for cell, n in column.how_often.items() if column.texts[cell]}


def _answers(column: Answered, by_text: Mapping[str, Given]) -> tuple[Given, ...]:
    given = {cell: by_text.get(text) for cell, text in column.texts.items()}
    return tuple(map(given.__getitem__, column.cells))


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


def _range_of(cell: Cell) -> tuple[int, int] | None:
    """The two numbers of a range that Excel took for a date: 1-5 became 1 May, 10-49 became October 1949."""
    if not isinstance(cell, dt.date):
        return None
    if cell.day == 1 and 1930 <= cell.year < 2000:
        return cell.month, cell.year % 100
    return cell.day, cell.month


def _with_other(asked: Asked, typed: Asked) -> Asked:
    """Who typed another answer without choosing "other" has chosen it."""
    at = next((at for at, one in enumerate(asked.options) if OTHER.search(one.label)), None)
    label = typed.row or "…"
    options = list(asked.options) if at is not None else [*asked.options, AnswerOption(label)]
    at = len(options) - 1 if at is None else at
    answers = tuple(
        at if chosen is None and text is not None else chosen
        for chosen, text in zip(asked.answers, typed.answers, strict=True)
    )
    options[at] = replace(options[at], count=answers.count(at))
    return replace(asked, options=tuple(one for one in options if one.count or one.label != label), answers=answers)


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
    return slug if len(slug) <= 80 else f"{slug[:40].strip('-')}-{slug[-39:].strip('-')}"


def _few(names: Sequence[str], most: int = 4) -> list[str]:
    return [*names] if len(names) <= most else [*names[: most - 1], "…"]
