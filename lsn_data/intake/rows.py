"""Which rows are answers? Everything else is left out and listed: tests, unfinished ones, duplicates, sums, blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from lsn_data.intake.cells import Cell, any_said, is_nothing, text_of
from lsn_data.intake.columns import Columns
from lsn_data.intake.columnwise import Meanings, Rows, where
from lsn_data.intake.report import LeftOut
from lsn_data.intake.table import FOOT, Frame, is_mean, repeats_headings
from lsn_data.sheets.declared import plain

_TOTAL = re.compile(
    r"^(?:(?:summe|gesamt|insgesamt|total|sum|mittelwert|mittel|durchschnitt|mean|average|median|anzahl|count|n"
    r"|std|standardabweichung|standard deviation|minimum|maximum|min|max|ø)\s*[:.]?(?:\s*[=:]\s*\d*)?"
    r"|gesamtsumme|gesamtergebnis|grand total|(?:mittlerer|durchschnittlicher|ø|mean|average) (?:rang|platz|rank|place)"
    r"|(?:anzahl|number of) (?:antworten|teilnehmende[nr]?|respondents|answers|responses))\s*[:.]?$",
    re.IGNORECASE,
)
_TEST = re.compile(
    r"^(?:(?:sonstiges?|other)\s+)?(?:test ?)+\d*$|^test(?:eintrag|antwort|datensatz| entry| response| answer)\b"
)
_THROW_AWAY = ("bitte löschen", "please delete", "bitte ignorieren", "please ignore")


@dataclass(frozen=True)
class Sorted:
    """The rows of a frame: `kept` with their numbers, `left_out` with their reasons, and rows equal to a kept one."""

    kept: Rows
    left_out: tuple[LeftOut, ...]
    equal: tuple[int, ...]


def sort_rows(frame: Frame, columns: Columns, compared: Mapping[int, Callable[[Cell], str]]) -> Sorted:
    """Decide every row of the frame, in the file's order; `compared` tells how the cells of each answer column are
    compared: two rows that are equal in all of them are the same answer.
    """
    kept: list[tuple[int, Sequence[Cell]]] = []
    left_out: list[LeftOut] = []
    equal: list[int] = []
    seen_answers: dict[tuple[str, ...], int] = {}
    seen_tokens: dict[str, int] = {}
    reasons = _reasons(frame, columns)
    for at, ((number, cells), answers) in enumerate(zip(frame.rows, _answers(frame, compared), strict=True)):
        if at in reasons:
            left_out.append(reasons[at])
            continue
        token = columns.token_of(cells)
        twin = seen_answers.get(answers)
        if twin is not None and not _has_free_text(columns, cells):
            equal.append(number)
            twin = None
        twin = seen_tokens.get(token, twin) if token else twin
        if twin is not None:
            left_out.append(LeftOut(number, "duplicate", str(twin)))
            continue
        seen_answers.setdefault(answers, number)
        if token:
            seen_tokens.setdefault(token, number)
        kept.append((number, cells))
    return Sorted(Rows(kept) if left_out else frame.rows, tuple(left_out), tuple(equal))


def _answers(frame: Frame, compared: Mapping[int, Callable[[Cell], str]]) -> Iterable[tuple[str, ...]]:
    """What each row is compared by."""
    told = [Meanings(way).of(frame.cells_of[index]) for index, way in compared.items()]
    return zip(*told, strict=True) if told else (() for _ in frame.rows)


def _reasons(frame: Frame, columns: Columns) -> dict[int, LeftOut]:
    """The rows, by their position, that are no answers; the plainest reason comes last and so overrules."""
    found: dict[int, LeftOut] = {}
    if not (frame.tool.marks_finished and columns.flags):
        found |= {at: LeftOut(frame.rows[at][0], "incomplete") for at in _unanswered(frame, columns)}
    found |= {at: LeftOut(frame.rows[at][0], "incomplete") for at in _unfinished(frame, columns)}
    found |= {at: LeftOut(frame.rows[at][0], "test", text) for at, text in _tests(frame, columns)}
    return found | _without_a_person(frame, columns)


def _unanswered(frame: Frame, columns: Columns) -> Iterator[int]:
    """Rows without any answer."""
    indexes = [heading.index for heading in columns.answers]
    if any(not any(map(is_nothing, frame.cells_of[index].distinct)) for index in indexes):
        return  # a question that everybody answered
    empty = Meanings(is_nothing)
    for at, (_, cells) in enumerate(frame.rows):
        if all(empty[cells[index]] for index in indexes):
            yield at


def _unfinished(frame: Frame, columns: Columns) -> Iterator[int]:
    """Rows that the tool marks as broken off."""
    for name, index in columns.flags:
        finished = _of_text(partial(frame.tool.finished, name))
        yield from where(frame.cells_of[index], lambda cell, done=finished: not done(cell))  # type: ignore[misc]


def _tests(frame: Frame, columns: Columns) -> Iterator[tuple[int, str]]:
    """Rows that the tool marks as a preview, and rows that call themselves a test (with the words)."""
    if frame.tool.test is not None:
        for name, index in columns.flags:
            is_test = _of_text(partial(frame.tool.test, name))
            yield from ((at, "") for at in where(frame.cells_of[index], is_test))
    for heading in reversed(columns.answers):
        cells = frame.cells_of[heading.index]
        for at in where(cells, lambda cell: isinstance(cell, str) and _is_test(cell.strip())):
            yield at, _short(cells[at])


def _of_text(holds: Callable[[str], bool]) -> Callable[[Cell], bool]:
    """What holds of a text, as asked of a cell."""
    return lambda cell: holds(text_of(cell))


def _without_a_person(frame: Frame, columns: Columns) -> dict[int, LeftOut]:
    """Blank rows; lines of sums or means, section headings, footnotes."""
    in_free_text = {heading.index for heading in columns.free_text}
    leftmost = next((heading.index for heading in frame.headings if heading.text), 0)
    found = {}
    for at, (number, cells) in enumerate(frame.rows):
        first = _first(cells)
        if first is None:
            found[at] = LeftOut(number, "blank")
        elif at >= len(frame.rows) - FOOT and is_mean(cells[first:]):
            found[at] = LeftOut(number, "total", _short(cells[first]))
        elif isinstance(cells[first], str):
            alone = len(frame.headings) > 3 and first <= leftmost and first not in in_free_text
            alone = alone and _first(cells[first + 1 :]) is None
            if alone or is_summary_text(text_of(cells[first])) or repeats_headings(frame, cells, first):
                found[at] = LeftOut(number, "total", _short(cells[first]))
    return found


def _first(cells: Sequence[Cell]) -> int | None:
    """Where the first filled cell of a row stands."""
    return next((at for at, cell in enumerate(cells) if cell is not None and cell != ""), None)


def is_summary_text(text: str) -> bool:
    """Does a row that begins like this sum others up?

    >>> is_summary_text("Summe"), is_summary_text("n = 61"), is_summary_text("Total Diagnostics GmbH")
    (True, True, False)
    """
    return bool(_TOTAL.match(text))


def _is_test(text: str) -> bool:
    if "test" not in text.casefold():
        return False
    said = plain(text)
    return bool(_TEST.search(said)) or ("test" in said.split() and any(word in said for word in _THROW_AWAY))


def _has_free_text(columns: Columns, cells: Sequence[Cell]) -> bool:
    return any_said(cells[heading.index] for heading in columns.free_text)


def _short(cell: Cell) -> str:
    text = " ".join(text_of(cell).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
