"""Which columns still wait for the question that they belong to? Questions take theirs out, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from lsn_data.intake.columnwise import Rows
from lsn_data.intake.one_question import OTHER, Answered
from lsn_data.intake.questionnaire.doubts import Doubts
from lsn_data.intake.report import AnswerKind, Asked, Given
from lsn_data.intake.said import Said, meanings_said
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain

KINDS: tuple[str, ...] = get_args(AnswerKind)


@dataclass(frozen=True)
class Found:
    """A question on its way: with the position of the column where it starts."""

    at: int
    asked: Asked


@dataclass
class Waiting:
    """The columns that no question has taken yet, left to right, and what the file's tool tells of them.

    `free_text`: positions of comments · `coded`: in columns of ticks 1 means not chosen, 2 chosen ·
    `asks_in_numbers(heading)`: the column's numbers stand for a choice.
    """

    columns: list[Answered]
    free_text: set[int]
    coded: bool
    asks_in_numbers: Callable[[str], bool]
    doubts: Doubts

    def take(self, columns: Iterable[Answered]) -> None:
        """These columns have found their question."""
        taken = {column.heading.index for column in columns}
        self.columns = [column for column in self.columns if column.heading.index not in taken]

    def next(self) -> Answered:
        """The leftmost column, taken."""
        return self.columns.pop(0)

    def typed_other(self, column: Answered, question: str) -> list[Answered]:
        """The column behind this one if "other" was typed there, of the same question."""
        behind = column.heading.index + 1
        return [one for one in self.columns if one.heading.index == behind and is_other(one, question)]


def waiting_columns(
    frame: Frame,
    candidates: Sequence[Heading],
    free_text: Iterable[Heading],
    rows: Rows,
    mapping: Mapping[str, Any],
    doubts: Doubts,
) -> Waiting:
    """The candidates with their cells in the kept rows, and with what a person said of them."""
    kinds, aside = _told(mapping.get("questions") or {}, doubts)
    said = Said.of(mapping)
    columns = [
        Answered(
            heading,
            frame.code(heading),
            rows.columns[heading.index],
            meanings_said(said.values, heading),
            kinds.get(plain(heading.text)),
        )
        for heading in candidates
        if plain(heading.text) not in aside
    ]
    comments = {heading.index for heading in free_text}
    return Waiting(columns, comments, frame.tool.name == "sosci", frame.tool.asks_in_numbers, doubts)


def _told(said: Mapping[str, str], doubts: Doubts) -> tuple[dict[str, AnswerKind], set[str]]:
    """What a person said of columns: their kinds, and those to leave aside. An unknown kind is told."""
    kinds: dict[str, AnswerKind] = {}
    for name, kind in said.items():
        if kind in KINDS:
            kinds[plain(name)] = kind  # type: ignore[assignment]
        elif kind:
            doubts.add("mapping-unknown", column=name, value=str(kind))
    return kinds, {plain(name) for name, kind in said.items() if kind == ""}


def is_other(column: Answered, question: str) -> bool:
    """Is this the column of a question where "other" was typed?"""
    if column.code.upper().endswith("_TEXT"):
        return True
    return any(plain(p.question) == plain(question) and OTHER.search(p.label) for p in column.parts if p.question)


def answers_of(column: Answered, by_text: Mapping[str, Given]) -> tuple[Given, ...]:
    """The answer of every row, from the answer that each different text stands for."""
    given = {cell: by_text.get(text) for cell, text in column.texts.items()}
    return tuple(map(given.__getitem__, column.cells))
