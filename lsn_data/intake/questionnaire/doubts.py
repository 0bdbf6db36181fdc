"""What is doubtful in the further questions? Gathered on the way, told once for all columns or cells concerned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from lsn_data.intake.cells import Cell
from lsn_data.intake.findings import Findings
from lsn_data.intake.free_text import without_traces
from lsn_data.intake.one_question import Answered
from lsn_data.intake.questionnaire import problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.report import Problem
from lsn_data.intake.table import Frame
from lsn_data.intake.turned import located

LONGEST_VALUE = 60


class Doubts:
    """The doubts about one table: `row_numbers` are those of its kept rows."""

    def __init__(self, frame: Frame, row_numbers: Sequence[int]) -> None:
        self._findings, self._row_numbers = Findings(frame.sheet, partial(located, frame)), row_numbers
        self._columns: dict[tuple[str, int | None, int | None], list[str]] = {}
        self._cleaned = 0

    def add(self, kind: str, **where: Any) -> None:
        """A problem that is complete."""
        self._findings.add(kind, **where)

    def of_column(self, kind: str, column: Answered, low: int | None = None, high: int | None = None) -> None:
        """Remember a column for a problem that is told once for all columns; `low` and `high`: the ends of a scale."""
        self._columns.setdefault((kind, low, high), []).append(column.heading.name)

    def strange_cells(self, kind: str, column: Answered, cells: Sequence[Cell]) -> None:
        """The cells of a column that do not say what the others say."""
        if cells:
            self.of_cells(kind, column, {cell: without_traces(column.texts[cell])[:LONGEST_VALUE] for cell in cells})

    def of_cells(self, kind: str, column: Answered, told: Mapping[Cell, str]) -> None:
        """One problem for all cells of a column that are named, with what is told of each."""
        where = {"column": column.heading.name, "at": column.heading.index}
        for number, cell in zip(self._row_numbers, column.cells, strict=True):
            if cell in told:
                self._findings.note(kind, row=number, value=told[cell], **where)
        self._findings.tell(kind)

    def clean(self, text: str, count: int = 1) -> str:
        """A text without what leads to a person; `count`: how often it was written."""
        clean = without_traces(text)
        if clean != text:
            self._cleaned += count
        return clean

    def tell(self) -> tuple[Problem, ...]:
        """Everything that was gathered."""
        for (kind, low, high), names in self._columns.items():
            facts = {} if high is None else {"low": low, "high": high}
            self.add(kind, count=len(names), column=names[0], columns=_few(names), **facts)
        if self._cleaned:
            self.add("contacts-in-text", count=self._cleaned)
        return tuple(self._findings.problems)


def _few(names: Sequence[str], most: int = 4) -> Sequence[str]:
    return names if len(names) <= most else [*names[: most - 1], "…"]
