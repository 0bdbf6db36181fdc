"""Which rows are answers? Everything else is left out and listed: tests, unfinished ones, duplicates, sums, blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columns import Columns
from lsn_data.intake.report import LeftOut
from lsn_data.intake.table import Frame
from lsn_data.sheets.declared import plain

_TOTAL = re.compile(
    r"^(?:summe|gesamt|insgesamt|total|sum|mittelwert|mittel|durchschnitt|mean|average|median|anzahl|count|n"
    r"|std|standardabweichung|standard deviation|minimum|maximum|min|max|ø)\s*[:.]?(?:\s*[=:]\s*\d+)?$",
    re.IGNORECASE,
)
_TEST = re.compile(
    r"^(?:(?:sonstiges?|other)\s+)?(?:test ?)+\d*$|^test(?:eintrag|antwort|datensatz| entry| response| answer)\b"
)
_THROW_AWAY = ("bitte löschen", "please delete", "bitte ignorieren", "please ignore")


@dataclass(frozen=True)
class Sorted:
    """The rows of a frame: `kept` with their numbers, `left_out` with their reasons, and rows equal to a kept one."""

    kept: tuple[tuple[int, Sequence[Cell]], ...]
    left_out: tuple[LeftOut, ...]
    equal: tuple[int, ...]


def sort_rows(frame: Frame, columns: Columns, compared: Callable[[Sequence[Cell]], tuple[str, ...]]) -> Sorted:
    """Decide every row of the frame, in the file's order; `compared` is what makes two rows the same answer."""
    kept: list[tuple[int, Sequence[Cell]]] = []
    left_out: list[LeftOut] = []
    equal: list[int] = []
    seen_answers: dict[tuple[str, ...], int] = {}
    seen_tokens: dict[str, int] = {}
    for number, cells in frame.rows:
        reason = next(_reasons(frame, columns, number, cells), None)
        if reason:
            left_out.append(reason)
            continue
        answers = compared(cells)
        token = text_of(cells[columns.token.index]) if columns.token else ""
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
    return Sorted(tuple(kept), tuple(left_out), tuple(equal))


def _reasons(frame: Frame, columns: Columns, number: int, cells: Sequence[Cell]) -> Iterator[LeftOut]:
    """Why a row is no answer, the plainest reason first."""
    filled = [index for index, cell in enumerate(cells) if cell is not None and cell != ""]
    if not filled:
        yield LeftOut(number, "blank")
        return
    if _is_summary(frame, columns, cells, filled):
        yield LeftOut(number, "total", _short(cells[filled[0]]))
    test = next((text for heading in columns.answers if _is_test(text := text_of(cells[heading.index]))), "")
    if test or any(frame.tool.test(h.text, text_of(cells[h.index])) for h in columns.bookkeeping):
        yield LeftOut(number, "test", _short(test))
    flags = (*columns.bookkeeping, *columns.personal)
    if not all(frame.tool.finished(h.text, text_of(cells[h.index])) for h in flags):
        yield LeftOut(number, "incomplete")
    if not frame.tool.marks_finished and all(is_nothing(cells[heading.index]) for heading in columns.answers):
        yield LeftOut(number, "incomplete")


def _is_summary(frame: Frame, columns: Columns, cells: Sequence[Cell], filled: Sequence[int]) -> bool:
    """A line of sums or means, a section heading, a footnote: no answer of anybody."""
    if is_summary_text(text_of(cells[filled[0]])):
        return True
    wide = len(frame.headings) > 3
    in_free_text = filled[0] in {heading.index for heading in columns.free_text}
    return wide and len(filled) == 1 and filled[0] == 0 and isinstance(cells[0], str) and not in_free_text


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
    return any(not is_nothing(cells[heading.index]) for heading in columns.free_text)


def _short(cell: Cell) -> str:
    text = " ".join(text_of(cell).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
