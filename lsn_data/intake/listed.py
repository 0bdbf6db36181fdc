"""A sheet as a list: what heads its columns, which rows stand under them, and where each stood in the file?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lsn_data.intake.cells import Cell, any_said, is_nothing, text_of
from lsn_data.intake.report import Problem

LOOK_AT = 30
SAMPLE = 150


@dataclass(frozen=True)
class Line:
    """A row under the headings: its number as the spreadsheet program shows it, its cells, its sheet.

    `stood` are the columns (0 first) where the cells of a turned list stood in the file; -1 for a made one.
    """

    number: int
    cells: Sequence[Cell]
    sheet: str
    stood: Sequence[int] = ()

    def column(self, at: int) -> int:
        """Where a cell stood in the file."""
        return self.stood[at] if self.stood else at


@dataclass(frozen=True)
class Listed:
    """A list. `form` says how it was turned into one ("" where it stood so); `told` is what the turning brought up.

    A list that stood so keeps the sheet's rows and where they begin; a turned one has `made` of its own.
    """

    sheet: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Cell]] = ()
    first: int = 0
    made: tuple[Line, ...] | None = None
    above: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    form: str = ""
    told: tuple[Problem, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every row, blank ones too, but none after the last that holds something."""
        if self.made is not None:
            return self.made
        last = len(self.rows)
        while last > self.first and not any_said(self.rows[last - 1]):
            last -= 1
        return tuple(Line(at + 1, self.rows[at], self.sheet) for at in range(self.first, last))

    @cached_property
    def sample(self) -> tuple[Line, ...]:
        """Some rows from the whole list that hold something."""
        lines = self.lines
        step = max(1, len(lines) // SAMPLE)
        return tuple(line for line in lines[::step][:SAMPLE] if any_said(line.cells))

    def column(self, at: int) -> list[Cell]:
        """The filled cells of a column among the sampled rows."""
        if at not in self._columns:
            self._columns[at] = [line.cells[at] for line in self.sample if not is_nothing(line.cells[at])]
        return self._columns[at]

    @cached_property
    def _columns(self) -> dict[int, list[Cell]]:
        """Columns that were asked for: fourteen registers look at the same ones."""
        return {}

    def turned(self, form: str, headings: Sequence[str], lines: Sequence[Line], *told: Problem) -> Listed:
        """The same list in another form."""
        return replace(
            self, form=form, headings=tuple(headings), made=tuple(lines), told=(*self.told, *told), groups=()
        )


def lists_of(sheet: str, rows: Sequence[Sequence[Cell]]) -> Iterator[Listed]:
    """Every way to see a sheet as a list: each of its first rows may be the one with the headings.

    A heading that reaches over two rows (merged cells) stands in the upper one: it is taken from there.
    """
    above: list[str] = []
    before: list[str] = []
    for number, row in enumerate(rows[:LOOK_AT]):
        texts = [" ".join(text_of(cell).split()) if not is_nothing(cell) else "" for cell in row]
        if any(texts):
            headings = _from_above(texts, before)
            yield Listed(
                sheet, tuple(headings), rows, number + 1, above=tuple(above), groups=tuple(_carried(before, texts))
            )
            above.extend(text for text in texts if text)
        before = texts


def _from_above(texts: Sequence[str], before: Sequence[str]) -> list[str]:
    if sum(map(bool, before)) < 2 or sum(map(bool, texts)) < 2:
        return list(texts)
    return [text or upper for text, upper in zip(texts, before, strict=True)]


def _carried(before: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """What stands over each column in the row above, over several columns if the cells are merged."""
    carried = ""
    for at, text in enumerate(texts):
        upper = before[at] if at < len(before) else ""
        carried = upper or (carried if text else "")
        yield carried
