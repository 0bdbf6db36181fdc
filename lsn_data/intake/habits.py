"""What does a tool do to headings and cells that must be undone before they are read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lsn_data.intake.cells import Cell, any_said
from lsn_data.intake.columnwise import Meanings, Rows

if TYPE_CHECKING:
    from lsn_data.intake.table import Frame, Heading


def undone(frame: Frame) -> Frame:
    """The frame as its tool meant it: what it adds to cells removed, a question on a note given to its columns."""
    if frame.tool.cleaned:
        frame = replace(frame, rows=Rows(_cleaned(frame)))
    if frame.tool.note_asks:
        frame = replace(frame, headings=tuple(_asked_by_notes(frame)))
    return frame


def _cleaned(frame: Frame) -> Iterator[tuple[int, Sequence[Cell]]]:
    cleaned = frame.tool.cleaned
    assert cleaned is not None
    meanings: Meanings[Cell] = Meanings(lambda cell: cleaned(cell) if isinstance(cell, str) else cell)
    for number, cells in frame.rows:
        yield number, meanings.of(cells)


def _asked_by_notes(frame: Frame) -> Iterator[Heading]:
    """Columns without a question of their own take it from the empty column before them."""
    question = ""
    for heading in frame.headings:
        if heading.text and not any_said(frame.column(heading.index)):
            question = heading.text
        alone = question and not heading.question and heading.text[:1].isdigit()
        if not alone and heading.text != question:
            question = ""
        yield replace(heading, question=question) if alone else heading
