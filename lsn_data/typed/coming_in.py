"""What would be stored of what was typed, what changes by it; and how is it stored?"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lsn_data.intake import read_register
from lsn_data.intake.foreign.known import known_of
from lsn_data.intake.problems import problem
from lsn_data.intake.report import Problem, Reading
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.naming import called
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.written import as_csv
from lsn_data.store import TYPED, Import, Store, register_imports, save
from lsn_data.typed.edits import Edits, Key, Line, Row, differs, lines_of, real_rows
from lsn_data.typed.judged import FIRST_LINE, first_text, once, refusals, told, twice


@dataclass(frozen=True)
class Changed:
    """One thing that changes: a cell from what to what, or (`field` is None) a whole row that comes or goes."""

    name: tuple[str, str]
    field: Field | None
    before: Row | None
    after: Row | None


@dataclass(frozen=True)
class Typed:
    """What was typed, as it would be stored. Only a `ready` reading can be stored."""

    edits: Edits
    reading: Reading
    changes: tuple[Changed, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands against it, or is to be noted: `row` counts as the person does, `column` is a field's name."""
        return self.reading.problems

    @property
    def ready(self) -> bool:
        """Is there something to store, and nothing against it?"""
        return bool(self.changes) and self.reading.status == "ready"


def read_typed(store: Store, kind: str, edits: Edits, today: dt.date | None = None) -> Typed:
    """What was typed, read and checked as a spreadsheet of its register would be. Stores nothing."""
    sheet, rows = REGISTERS[kind], real_rows(store, kind)
    lines = lines_of(sheet, rows, edits)
    typed = [line for line in lines if line.typed]
    reading = _reading(sheet, rows, typed, f"{kind}-{(today or dt.date.today()).isoformat()}.csv")
    kept, changes, lost = _merged(sheet, lines, typed, reading)
    against = told(sheet, reading, typed) or twice(sheet, rows, typed, reading, edits)
    problems = [*refusals(sheet, rows, edits), *lost, *against]
    if not lines and edits.gone:
        problems.append(problem("nothing-left"))
    changes += [Changed(called(sheet, row), None, row, None) for key, row in rows.items() if _goes(key, row, edits)]
    whole = hashlib.sha256(as_csv(sheet, kept)).hexdigest()
    return _outcome(replace(reading, sha256=whole), edits, kept, problems, changes)


def store_typed(store: Store, typed: Typed, *, actor: str, note: str = "", today: dt.date | None = None) -> Import:
    """Store what was typed as one import, for today (or the later day that the register stands for already).

    Raises Refused("changed-meanwhile") if the register changed since the person began, NotAllowed; ValueError if it is
    not ready.
    """
    kind = typed.reading.kind
    if not typed.ready:
        raise ValueError(f"nothing can be stored of {kind}: {typed.reading.status}")
    days = [one.as_of for one in register_imports(store, kind) if one.origin == "uploaded"]
    receipt, _ = save(
        store, typed.reading, actor=actor, as_of=max([today or dt.date.today(), *days]), note=note,
        started=typed.edits.started,
    )  # fmt: skip
    return receipt


def _reading(sheet: Sheet, rows: Mapping[Key, Row], typed: list[Line], name: str) -> Reading:
    """The lines that were typed, through the door of every spreadsheet; the others came through it before."""
    if not typed:
        return Reading(name, "", sheet.kind, "ready")
    known = known_of(rows.values() if sheet.kind == "kpi" else (), rows.values() if sheet.kind == "swot" else ())
    codes = {line.row["kpi"]: line.row["kpi"] for line in typed if line.row["kpi"]} if sheet.kind == "kpi" else {}
    mapping = {"values": {"kpi": codes}} if codes else {}
    return read_register(as_csv(sheet, [line.row for line in typed]), name, sheet.kind, mapping, known)


def _goes(key: Key, row: Row, edits: Edits) -> bool:
    return key in edits.gone and row["origin"] == "uploaded"


def _merged(
    sheet: Sheet, lines: list[Line], typed: list[Line], reading: Reading
) -> tuple[list[Row], list[Changed], list[Problem]]:
    """The rows to be stored, what changes, and the lines that the reading did not take for rows of their own.

    Of a line only what was typed is taken from the reading; everything else stays as it is stored.
    """
    read = {id(typed[row["row"] - FIRST_LINE]): row for row in reading.rows}
    joined = {id(typed[one.row - FIRST_LINE]) for one in reading.left_out if one.why == "duplicate"}
    kept: list[Row] = []
    changes: list[Changed] = []
    lost: list[Problem] = []
    for number, line in enumerate(lines, start=FIRST_LINE):
        if line.typed and id(line) not in read:
            if id(line) not in joined:
                lost.append(problem("typed-lost", row=line.number, value=first_text(line.row)))
            continue
        cells = {name: read[id(line)][name] for name in line.typed} if line.typed else {}
        row = {**(line.stored or line.row), **cells, "row": number}
        found = _changes(sheet, line, row) if line.typed else []
        changes += found
        if found or not line.published:
            kept.append(row)
    return kept, changes, lost


def _changes(sheet: Sheet, line: Line, row: Row) -> list[Changed]:
    """A new row, or the cells of one that was there."""
    if line.stored is None:
        return [Changed(called(sheet, row), None, None, row)]
    return [
        Changed(called(sheet, line.stored), field, line.stored, row)
        for field in sheet.fields if field.name in line.typed and differs(row[field.name], line.stored[field.name])
    ]  # fmt: skip


def _outcome(reading: Reading, edits: Edits, rows: list[Row], problems: list[Problem], changes: list[Changed]) -> Typed:
    hindered = any(one.severity == "error" for one in problems)
    outcome = replace(
        reading, status="refused" if hindered else "ready", tool=TYPED, rows=tuple(rows), rows_read=len(rows),
        left_out=(), problems=once(problems), questions=(), layout="", columns=(),
    )  # fmt: skip
    return Typed(edits, outcome, tuple(changes))
