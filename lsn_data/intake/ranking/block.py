"""What is a ranking that was found, and when does a cell give no place?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, half_of, is_nothing, place_of, says_no_place
from lsn_data.intake.report import Shape
from lsn_data.intake.table import Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import ITEMS, item_of

ENOUGH = 0.8


@dataclass(frozen=True)
class Block:
    """A ranking found: its shape, its columns, its items as labels (or codes) of the file, the question's words.

    items: one label a column. places, ordered cell: the labels that occur; `separator` parts a cell.
    """

    shape: Shape
    question: str
    columns: tuple[Heading, ...]
    labels: tuple[str, ...]
    separator: str = ""

    @property
    def known(self) -> int:
        """How many labels are declared items."""
        return len({item.code for label in self.labels if (item := item_of(label))})


def question_of(window: Sequence[Heading]) -> str:
    """The question that most of the columns name; "" if none does."""
    told = Counter(heading.question for heading in window if heading.question)
    return told.most_common(1)[0][0] if told else ""


def is_blank_place(cell: Cell) -> bool:
    """No place given: nothing, or a zero."""
    if isinstance(cell, str):
        return is_nothing(cell) or cell.strip() in ("0", "0,0", "0.0") or says_no_place(cell)
    return is_nothing(cell) or cell == 0


def shared_places(cells: Sequence[Cell]) -> list[int | None]:
    """Places that several items share and that are written as their mean: each takes the better place.

    >>> shared_places([1.5, "1,5", 3, 4.5])
    [1, 1, None, None]
    """
    halves = [half_of(cell) for cell in cells]
    whole = {place_of(cell) for cell in cells}
    return [
        int(half) if half and halves.count(half) > 1 and int(half) not in whole and int(half) + 1 not in whole else None
        for half in halves
    ]


def known_order(label: str) -> tuple[int, str]:
    """Declared items in their order, others behind them by name."""
    item = item_of(label)
    return (ITEMS.index(item) if item else len(ITEMS), plain(label))
