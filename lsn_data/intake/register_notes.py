"""What is in doubt about the rows of a register: collected while they are read, told and asked afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lsn_data.intake.listed import Listed
from lsn_data.intake.problems import told_once
from lsn_data.intake.register_columns import PLACE, Columns
from lsn_data.intake.report import LeftOut, Problem
from lsn_data.sheets.declared import Field

Row = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """One list of the register: where a register stands on several sheets, there are several."""

    listed: Listed
    columns: Columns

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The columns that tell where somebody is at home."""
        return tuple(at for at, one in self.columns.helpers.items() if one == PLACE)

    def helper(self, name: str) -> int | None:
        """The column of a run time, a standing."""
        return next((at for at, one in self.columns.helpers.items() if one == name), None)


@dataclass
class Asked:
    """Texts of a column whose meaning must be told, each with what it may be."""

    field: Field
    texts: dict[str, tuple[str, ...]]


@dataclass
class Notes:
    """Every doubt by its kind, sheet and column; the rows left out; the texts to be asked about by their heading."""

    cases: dict[tuple[str, str, str], list[Row]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    asked: dict[str, Asked] = field(default_factory=dict)

    def note(self, kind: str, part: Part, **where: Any) -> None:
        """One more case of a kind of problem; `where` is what `problem` takes."""
        key = (kind, part.listed.sheet, str(where.get("column", "")))
        self.cases.setdefault(key, []).append(where)

    def ask(self, heading: str, of: Field, text: str, likely: tuple[str, ...]) -> None:
        """A text whose meaning must be told."""
        self.asked.setdefault(heading, Asked(of, {})).texts[text] = likely

    def problems(self) -> Iterator[Problem]:
        """The same problem in many rows once, with all its places."""
        for (kind, title, _), cases in self.cases.items():
            yield told_once(kind, cases, sheet=title)
