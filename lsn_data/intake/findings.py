"""What has been found wrong or doubtful so far, and what must be asked? Each kind of trouble is told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsn_data.intake.problems import problem, told_once
from lsn_data.intake.report import Problem, Question


class Findings:
    """The problems and questions of one sheet, gathered while it is read; `located` turns a case's row and column
    into those that the spreadsheet program shows, where the table was not read as it lies.
    """

    def __init__(self, sheet: str, located: Callable[[Mapping[str, Any]], dict[str, Any]] = dict) -> None:
        self.sheet = sheet
        self._located = located
        self.problems: list[Problem] = []
        self.questions: list[Question] = []
        self._cases: dict[str, list[dict[str, Any]]] = {}

    def add(self, kind: str, **where: Any) -> None:
        """A problem that is complete."""
        self.problems.append(problem(kind, **where))

    def note(self, kind: str, **where: Any) -> None:
        """One case of a problem, as `told_once` takes it; `tell` reports all cases of a kind as one entry."""
        self._cases.setdefault(kind, []).append(self._located(where))

    def tell(self, kind: str, **facts: Any) -> None:
        """The noted cases of a kind as one problem."""
        cases = self._cases.pop(kind, [])
        if cases:
            self.problems.append(told_once(kind, cases, sheet=self.sheet, **facts))
