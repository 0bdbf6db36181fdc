"""What does each cell of a column mean? Asked once for each distinct cell: a survey repeats few of them very often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import Generic, TypeVar

from lsn_data.intake.cells import Cell

T = TypeVar("T")


class Meanings(dict[Cell, T], Generic[T]):
    """A function of a cell that is worked out once for each distinct cell.

    >>> lengths = Meanings(lambda cell: len(str(cell)))
    >>> lengths.of(["ab", "ab", 7]), len(lengths)
    ([2, 2, 1], 2)
    """

    def __init__(self, meaning: Callable[[Cell], T]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, cell: Cell) -> T:
        meaning = self[cell] = self._meaning(cell)
        return meaning

    def one(self, cell: Cell) -> T:
        """The meaning of one cell."""
        return self._meaning(cell) if type(cell) is bool else self[cell]

    def of(self, cells: Sequence[Cell]) -> list[T]:
        """The meaning of every cell. TRUE is not 1 here, although Python takes them for the same key."""
        if holds_truths(cells):
            return [self._meaning(cell) if type(cell) is bool else self[cell] for cell in cells]
        return list(map(self.__getitem__, cells))


def holds_truths(cells: Sequence[Cell]) -> bool:
    """Is there a TRUE or a FALSE among them?"""
    return cells.holds_truths if isinstance(cells, Column) else bool in set(map(type, cells))


class Column(tuple[Cell, ...]):
    """The cells of a column, row by row, and which different ones there are."""

    @cached_property
    def distinct(self) -> Counter[Cell]:
        """The different cells in their order, and how often each stands there; TRUE and 1 count as one."""
        return Counter(self)

    @cached_property
    def holds_truths(self) -> bool:
        """Is there a TRUE or a FALSE among them?"""
        return bool in set(map(type, self))


class Rows(tuple[tuple[int, Sequence[Cell]], ...]):
    """Rows with the numbers that the spreadsheet program shows, and their columns, laid out once.

    >>> Rows([(2, ["a", 1]), (3, ["b", 2])]).columns
    (('a', 'b'), (1, 2))
    """

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The rows' numbers."""
        return tuple(number for number, _ in self)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The cells of each column; none where there is no row."""
        return tuple(map(Column, zip(*(cells for _, cells in self), strict=True)))


def where(cells: Column, holds: Callable[[Cell], bool]) -> Iterator[int]:
    """The positions of the cells of which something holds: often none, which the different cells show.

    >>> list(where(Column(["a", None, "b"]), lambda cell: cell is None))
    [1]
    """
    if any(map(holds, cells.distinct)) or cells.holds_truths:
        yield from compress(range(len(cells)), Meanings(holds).of(cells))
