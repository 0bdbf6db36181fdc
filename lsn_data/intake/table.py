"""Where in the workbook do the answers stand: which sheet, which headings, which rows?

A `Frame` is one sheet seen as a table: columns with their headings (question and label told apart as far as the
headings do so) and data rows with the row numbers that the spreadsheet program shows. A sheet whose answers lie
another way (one row an item, or one column a respondent) becomes a Frame of the same kind, which remembers how they
lay: `intake.long` and `intake.turned` make those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lsn_data.intake.cells import Cell, any_said, half_of, is_nothing, text_of
from lsn_data.intake.columnwise import Column, Rows
from lsn_data.intake.habits import undone
from lsn_data.intake.report import Problem
from lsn_data.intake.tools import BY_HAND, Tool, tool_of
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import item_of

LOOK_AT = 30
SAMPLE = 400
FOOT = 12

Lies = Literal["rows", "long", "turned"]


@dataclass(frozen=True)
class Heading:
    """A column's heading: as it stands, the question it belongs to ("" if not told), and what is left: the label."""

    index: int
    text: str
    question: str
    label: str

    @property
    def name(self) -> str:
        """What messages call the column: one line, not too long."""
        name = " ".join(self.text.split())
        return name if len(name) <= 70 else f"… {name[-68:].split(' ', 1)[-1]}"


@dataclass(frozen=True)
class Frame:
    """One sheet as a table. `rows` are (spreadsheet row number, cells); blank rows are kept, trailing ones not.

    lies: how the answers lie in the sheet. "rows": one row a respondent. "long": one row an item; a respondent's
    number is its first row, `sources` has the spreadsheet rows of its cells. "turned": one column a respondent; the
    number is the column's (A is 1), a heading's index is its spreadsheet row less one. `doubts`: what was noticed
    while the table was made.
    """

    sheet: str
    tool: Tool
    headings: tuple[Heading, ...]
    rows: Rows
    notes: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    lies: Lies = "rows"
    sources: Mapping[int, Sequence[int]] = field(default_factory=dict)
    value_column: int = 0
    doubts: tuple[Problem, ...] = ()

    @cached_property
    def sample(self) -> tuple[Sequence[Cell], ...]:
        """Up to 400 rows that hold something, spread over the sheet: what recognition looks at."""
        near = [cells for _, cells in self.rows[:: max(1, len(self.rows) // (2 * SAMPLE))] if any_said(cells)]
        filled = near if len(near) >= SAMPLE else [cells for _, cells in self.rows if any_said(cells)]
        step = max(1, len(filled) // SAMPLE)
        return tuple(filled[::step][:SAMPLE])

    @cached_property
    def cells_of(self) -> tuple[Column, ...]:
        """All cells of each column, row by row."""
        return self.rows.columns or (Column(),) * len(self.headings)

    def code(self, heading: Heading) -> str:
        """The name of the column's variable; "" where the file has no row of names."""
        return self.codes[heading.index] if heading.index < len(self.codes) else ""

    def column(self, index: int) -> list[Cell]:
        """The sampled cells of a column."""
        return [cells[index] for cells in self.sample]


def frame_of(sheet: str, rows: Sequence[Sequence[Cell]], start: int | None = None) -> Frame | None:
    """The sheet as a table, or None where there is no heading with something under it.

    `start`: the index of the heading row, where it is known.
    """
    top = [[text_of(cell) for cell in row] for row in rows[:LOOK_AT]]
    if not any(any(row) for row in top):
        return None
    tool = tool_of(top)
    if start is None:
        start = 0 if tool is not BY_HAND else heading_row(top)
    count = tool.heading_rows(top)
    below = _says_one_thing(top[start + 1]) if tool is BY_HAND and count == 1 and start + 2 < len(top) else ""
    data = _without_trailing_blanks(list(enumerate(rows[start + count :], start=start + count + 1))[bool(below) :])
    frame = Frame(
        sheet=sheet,
        tool=tool,
        headings=tuple(_headings(top, start, count, tool)),
        rows=Rows(data),
        notes=(*(cell for row in top[:start] for cell in row if cell), *([below] if below else ()), *_foot_notes(data)),
        codes=tuple(top[start]) if count > 1 else (),
    )
    return undone(frame)


def heading_row(top: Sequence[Sequence[str]]) -> int:
    """The row that names the columns: the first that is about as full as the fullest and mostly words.

    >>> heading_row([["Survey 2026", "", ""], ["", "", ""], ["No.", "Sector", "Visibility"], ["1", "biotech", "3"]])
    2
    """
    filled = [sum(1 for cell in row if cell) for row in top]
    fullest = max(filled)
    for number, row in enumerate(top):
        words = sum(1 for cell in row if cell and not re.fullmatch(r"[\d.,:/ -]+", cell))
        if filled[number] >= 0.6 * fullest and words >= 0.6 * filled[number] and filled[number] > 1:
            return number
    return filled.index(fullest)


def split_heading(text: str) -> Iterator[tuple[str, str]]:
    """The ways to part a heading into (question, label), the surest first.

    >>> list(split_heading("Rank the themes. [Visibility]"))[0]
    ('Rank the themes.', 'Visibility')
    >>> ("Rank the themes", "Visibility") in list(split_heading("Rank the themes - Visibility"))
    True
    """
    said = text.strip()
    bracket = re.match(r"^(.*\S)?\s*\[([^\[\]]+)\]\s*$", said, re.DOTALL)
    if bracket:
        yield (bracket[1] or "").strip(), bracket[2].strip()
    for sign in (" >> ", " - ", " – ", ": ", " | ", "/"):
        question, found, label = said.rpartition(sign)
        if found and label.strip():
            yield question.strip(), label.strip()
    label, found, question = said.partition(":")
    if found and question.strip() and not question.startswith(" "):
        yield question.strip(), label.strip()


def repeats_headings(frame: Frame, cells: Sequence[Cell], first: int) -> bool:
    """Is this line the headings once more, as on each printed page? `first`: where its first filled cell stands."""
    if text_of(cells[first]) != frame.headings[first].text:
        return False
    same = sum(1 for heading in frame.headings if heading.text and text_of(cells[heading.index]) == heading.text)
    return same >= 3 and same >= 0.8 * sum(1 for heading in frame.headings if heading.text)


def is_mean(cells: Sequence[Cell]) -> bool:
    """Numbers with decimals that no ranking holds: a line of means below the answers.

    >>> is_mean([None, 2.71, 3.5, 4.02]), is_mean([1.5, 1.5, 3])
    (True, False)
    """
    numbers = [cell for cell in cells if not is_nothing(cell)]
    broken = [c for c in numbers if isinstance(c, float) and not c.is_integer() and half_of(c) is None]
    return len(numbers) >= 3 and len(broken) >= 0.5 * len(numbers)


def _headings(top: Sequence[Sequence[str]], start: int, count: int, tool: Tool) -> Iterator[Heading]:
    names = top[start]
    texts = top[start + tool.labels_in] if count > 1 else names
    groups = _carried(top[start - 1]) if start and _is_group_row(top[start - 1]) else [""] * len(names)
    questions = _carried(names) if tool.carries_question and count > 1 else groups
    for index, text in enumerate(texts):
        told = text or names[index]
        if tool.carries_question and count > 1:
            question, label = questions[index], text
            alone = plain(text) in ("", "response", "open ended response", "antwort", "offene antwort")
            yield Heading(
                index,
                question if alone else f"{question} – {text}",
                question,
                label if not alone else question,
            )
            continue
        own = tool.parted(told)
        question, label = own or next(split_heading(told), (questions[index], told))
        if item_of(told) and not own:
            question, label = questions[index], told
        yield Heading(index, told, question or questions[index], label)


def _says_one_thing(row: Sequence[str]) -> str:
    """A line under the headings that says the same of each column, such as "Rang"; else ""."""
    said = {cell for cell in row if cell}
    one = next(iter(said)) if len(said) == 1 and sum(map(bool, row)) >= 3 else ""
    return one if re.search(r"[^\W\d_]{3}", one) and not item_of(one) else ""


def _foot_notes(rows: Sequence[tuple[int, Sequence[Cell]]]) -> list[str]:
    """Lines below the table that hold nothing but one text: "1 = highest priority"."""
    filled = [
        [(n, cell) for n, cell in enumerate(cells) if cell is not None and cell != ""] for _, cells in rows[-FOOT:]
    ]
    alone = [said[0] for said in filled if len(said) == 1]
    return [cell for n, cell in alone if n < 2 and isinstance(cell, str) and " " in cell.strip()]


def _is_group_row(row: Sequence[str]) -> bool:
    return sum(1 for cell in row if cell) > 1


def _carried(row: Sequence[str]) -> list[str]:
    """Each empty cell takes what stands to its left: a heading over several columns."""
    carried, current = [], ""
    for cell in row:
        current = cell or current
        carried.append(current)
    return carried


def _without_trailing_blanks(rows: list[tuple[int, Sequence[Cell]]]) -> list[tuple[int, Sequence[Cell]]]:
    while rows and all(cell is None or cell == "" for cell in rows[-1][1]):
        rows.pop()
    return rows
