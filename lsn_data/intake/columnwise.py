"""What does each cell of a column mean? Asked once for each distinct cell: a survey repeats few of them very often."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
        if bool in set(map(type, cells)):
            return [self._meaning(cell) if type(cell) is bool else self[cell] for cell in cells]
        return list(map(self.__getitem__, cells))


def where(cells: Sequence[Cell], holds: Callable[[Cell], bool]) -> Iterator[int]:
    """The positions of the cells of which something holds.

    >>> list(where(["a", None, "b"], lambda cell: cell is None))
    [1]
    """
    told = Meanings(holds).of(cells)
    return compress(range(len(told)), told)


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: a large survey is a million objects, none of them garbage, looked through
    again and again (measured: a third of the reading's time).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
