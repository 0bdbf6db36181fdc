"""What does the spreadsheet of a register say? From bytes to a Reading whose rows fit the register's declaration."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from lsn_data.intake import foreign_problems, register_problems, survey_problems  # noqa: F401  (declare the kinds used here)
from lsn_data.intake.door import Workbook
from lsn_data.intake.foreign.known import Known, known_of
from lsn_data.intake.opened import Opened
from lsn_data.intake.problems import problem
from lsn_data.intake.register_lists import Found, askable, candidates, recognised, shortened, whole
from lsn_data.intake.register_notes import Part
from lsn_data.intake.register_questions import what_shares_are, which_column, which_values
from lsn_data.intake.register_rows import RowsOf
from lsn_data.intake.register_seen import columns_seen
from lsn_data.intake.register_sheets import Sheets, best_of_each_sheet, other_kinds, sheets_of
from lsn_data.intake.register_told import columns_missing, columns_told
from lsn_data.intake.report import Problem, Question, Reading, refused
from lsn_data.intake.steps import reached
from lsn_data.intake.uncollected import uncollected
from lsn_data.sheets.declared import plain
from lsn_data.sheets.registers import REGISTERS

__all__ = ["read_register", "recognised"]


def read_register(
    data: bytes, file_name: str, kind: str, mapping: Mapping[str, Any] | None = None, known: Known | None = None
) -> Reading:
    """Everything that the file of a register says. Never raises for bad data; KeyError for an unknown kind.

    `mapping` holds a person's answers: columns, values, sheet, percent.
    `known` is what the product knows by other names.
    """
    return register_in(Opened(data, file_name), kind, mapping, known)


def register_in(
    file: Opened, kind: str, mapping: Mapping[str, Any] | None = None, known: Known | None = None
) -> Reading:
    """The same of a file that is open already."""
    sheet, told = REGISTERS[kind], dict(mapping or {})
    workbook = file.workbook
    if isinstance(workbook, Problem):
        return refused(file.name, file.sha256, kind, workbook)
    reached("recognise")
    with uncollected():
        only = next((title for title in workbook.sheets if plain(title) == plain(told.get("sheet", ""))), None)
        columns = told.get("columns")
        seen = best_of_each_sheet(workbook, list(candidates(shortened(workbook), (sheet,), only, columns)))
        lists = [whole(one, workbook, columns) for one in seen]
        if not lists:
            return refused(file.name, file.sha256, kind, problem("kind-not-recognised"))
        reached("check", sum(len(one.listed.lines) for one in lists))
        return _reading(file, workbook, sheets_of(workbook, lists), told, known or known_of())


def _reading(file: Opened, workbook: Workbook, sheets: Sheets, told: Mapping[str, Any], known: Known) -> Reading:
    """The outcome: ready, to be answered, or refused with every reason."""
    first = sheets.first
    made = RowsOf(
        first.sheet,
        [Part(one.listed, one.columns) for one in sheets.used],
        told.get("values") or {},
        known,
        told.get("percent"),
    )
    rows = made.rows() if not first.missing else []
    problems = sorted(_problems(file, workbook, sheets, made, rows), key=lambda one: one.severity != "error")
    questions = _questions(sheets, made, known)
    hindered = any(one.severity == "error" for one in problems)
    return Reading(
        file=file.name,
        sha256=file.sha256,
        kind=first.sheet.kind,
        status="refused" if hindered else "needs answer" if questions else "ready",
        sheet=first.listed.sheet,
        layout=_layout(first),
        rows_read=len(rows) + len(made.notes.left_out),
        left_out=tuple(sorted(made.notes.left_out, key=lambda one: one.row)),
        rows=tuple(rows),
        parts={"funding": tuple(made.beside.funding)} if made.beside.funding else {},
        problems=tuple(problems),
        questions=() if hindered else tuple(questions),
        columns=tuple(columns_seen(Part(first.listed, first.columns), made.cells)),
    )


def _problems(
    file: Opened, workbook: Workbook, sheets: Sheets, made: RowsOf, rows: list[dict[str, Any]]
) -> list[Problem]:
    """From the workbook down to the cells, then the columns and the other sheets."""
    first = sheets.first
    found = [*sheets.problems, *(one for one in workbook.problems if one.sheet in ("", *sheets.titles))]
    if first.missing and not askable(first):
        found += columns_missing(first)
    if not rows and not first.missing:
        found.append(problem("no-rows", sheet=first.listed.sheet))
    found += made.notes.problems()
    for one in sheets.used:
        found += columns_told(one)
    return [*found, *(other_kinds(file.registers, sheets) if len(workbook.sheets) > 1 else ())]


def _questions(sheets: Sheets, made: RowsOf, known: Known) -> list[Question]:
    """Which sheet, which column, which value, which unit: in this order."""
    first = sheets.first
    columns = [which_column(first)] if first.missing and askable(first) else []
    values = [which_values(heading, asked, known) for heading, asked in made.notes.asked.items()]
    shares = [what_shares_are(made.shares)] if made.shares else []
    return [*sheets.questions, *columns, *values, *shares]


def _layout(first: Found) -> str:
    """What two files of the same export share: the register and the headings."""
    names = [first.sheet.kind, *(plain(heading) for heading in first.listed.headings)]
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:24]
