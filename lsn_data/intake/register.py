"""What does the spreadsheet of a register say? From bytes to a Reading whose rows fit the register's declaration."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.errors import Refused
from lsn_data.intake import register_problems, survey_problems  # noqa: F401  (declare the kinds used here)
from lsn_data.intake.cells import Cell, is_nothing, text_of
from lsn_data.intake.columns import MAIL, PERSONAL, holds_contacts
from lsn_data.intake.door import Workbook, read_workbook
from lsn_data.intake.problems import problem, told_once
from lsn_data.intake.report import LeftOut, Problem, Reading, refused
from lsn_data.intake.rows import is_summary_text
from lsn_data.intake.steps import reached
from lsn_data.intake.values import Understood, understood
from lsn_data.sheets.declared import Field, Sheet, plain
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS

LOOK_AT = 30
SURE = 0.6
EXAMPLE = re.compile(r"(?:example|beispiel)\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A register in a sheet: where its heading row stands (0 first), and which column holds which field."""

    sheet: Sheet
    title: str
    rows: Sequence[Sequence[Cell]]
    heading_row: int
    columns: dict[int, Field]
    others: dict[int, str]

    @property
    def missing(self) -> list[Field]:
        """Required fields that have no column."""
        there = {field.name for field in self.columns.values()}
        return [field for field in self.sheet.required if field.name not in there]

    @property
    def fit(self) -> tuple[bool, int, float]:
        """How well the sheet fits: all needed columns there, how many headings are known, and their share.

        A title of one word ("Projekt") is a heading too, all of it known: that many are known comes first.
        """
        return (not self.missing, len(self.columns), self.share)

    @property
    def share(self) -> float:
        """The share of headings that the register knows."""
        return len(self.columns) / max(1, len(self.columns) + len(self.others))


def recognised(data: bytes, file_name: str) -> str | None:
    """The kind of register that a file surely is, or None (a survey, perhaps, or nothing of ours)."""
    try:
        workbook = read_workbook(data, file_name)
    except Refused:
        return None
    best = max(_candidates(workbook, tuple(REGISTERS.values())), key=lambda found: found.fit, default=None)
    return best.sheet.kind if best and not best.missing and best.share >= SURE and _is_list(best) else None


def read_register(data: bytes, file_name: str, kind: str) -> Reading:
    """Everything that the file of a register says. Never raises for bad data; KeyError for an unknown kind."""
    sha256 = hashlib.sha256(data).hexdigest()
    sheet = REGISTERS[kind]
    reached("open")
    try:
        workbook = read_workbook(data, file_name)
    except Refused as trouble:
        reason = {"say": trouble.text, "values": trouble.values}
        return refused(file_name, sha256, kind, problem("file-refused", value=trouble.cause, reason=reason))
    reached("recognise")
    # Most headings first, even if a needed one is missing: that is what the person is to be told.
    candidates = list(_candidates(workbook, (sheet,)))
    found = max(candidates, key=lambda one: one.fit[1:], default=None)
    if found is None:
        return refused(file_name, sha256, kind, problem("kind-not-recognised"))
    reached("check", len(found.rows))
    reading = _Register(found, workbook).reading(file_name, sha256)
    for title in _others_alike(found, candidates):
        reading = reading.with_problem(problem("other-list", sheet=title, used=found.title))
    return reading


def _others_alike(found: Found, candidates: Sequence[Found]) -> list[str]:
    """Sheets beside the one that is read, with as many of the headings: last year's list, perhaps."""
    titles = {one.title: None for one in candidates if len(one.columns) >= len(found.columns) and not one.missing}
    return [title for title in titles if title != found.title]


def _is_list(found: Found) -> bool:
    """One known word alone is the heading of a list only where the sheet begins with it."""
    above = found.rows[: found.heading_row]
    return len(found.columns) > 1 or all(is_nothing(cell) for row in above for cell in row)


def _candidates(workbook: Workbook, sheets: Sequence[Sheet]) -> Iterator[Found]:
    for title, rows in workbook.sheets.items():
        for number, row in enumerate(rows[:LOOK_AT]):
            headings = {at: text_of(cell) for at, cell in enumerate(row) if not is_nothing(cell)}
            for sheet in sheets:
                columns = _columns(sheet, headings)
                if columns:
                    others = {at: text for at, text in headings.items() if at not in columns}
                    yield Found(sheet, title, rows, number, columns, others)


def _columns(sheet: Sheet, headings: dict[int, str]) -> dict[int, Field]:
    """Which column holds which field; a text given once without a language serves both languages."""
    columns: dict[int, Field] = {}
    for names in (_own_names, lambda field: field.headings):
        for at, heading in headings.items():
            free = (field for field in sheet.fields if field not in columns.values())
            field = next((field for field in free if plain(heading) in names(field)), None)
            if at not in columns and field:
                columns[at] = field
    return dict(sorted(columns.items()))


def _own_names(field: Field) -> set[str]:
    """What a column is called in our own lists; synonyms come after all of these."""
    return {plain(name) for name in (field.name, field.en, field.de)}


class _Register:
    """One sheet on its way to a Reading: cell by cell, then row by row."""

    def __init__(self, found: Found, workbook: Workbook) -> None:
        self.found, self.sheet = found, found.sheet
        self.problems: list[Problem] = [one for one in workbook.problems if one.sheet in ("", found.title)]
        self.cases: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.left_out: list[LeftOut] = []

    def reading(self, file_name: str, sha256: str) -> Reading:
        """The outcome: ready, or refused with every reason."""
        for field in self.found.missing:
            self.problems.append(problem("column-missing", sheet=self.found.title, column=self._heading(field)))
        rows = self._merged([row for row in self._rows() if row]) if not self.found.missing else []
        if not rows and not self.found.missing:
            self.problems.append(problem("no-rows", sheet=self.found.title))
        self._tell()
        self.problems.sort(key=lambda one: one.severity != "error")
        hindered = any(one.severity == "error" for one in self.problems)
        return Reading(
            file=file_name,
            sha256=sha256,
            kind=self.sheet.kind,
            status="refused" if hindered else "ready",
            tool="",
            sheet=self.found.title,
            rows_read=len(rows) + len(self.left_out),
            left_out=tuple(sorted(self.left_out, key=lambda one: one.row)),
            rows=tuple(rows),
            problems=tuple(self.problems),
        )

    def _heading(self, field: Field) -> str:
        """What the file calls a field, or would call it."""
        heads = self.found.rows[self.found.heading_row]
        return next((text_of(heads[at]) for at, one in self.found.columns.items() if one == field), field.name)

    def _rows(self) -> Iterator[dict[str, Any]]:
        below = list(enumerate(self.found.rows[self.found.heading_row + 1 :], start=self.found.heading_row + 2))
        while below and all(is_nothing(cell) for cell in below[-1][1]):
            below.pop()
        for number, cells in below:
            filled = [text_of(cells[at]) for at in self.found.columns if not is_nothing(cells[at])]
            if not filled:
                self.left_out.append(LeftOut(number, "blank"))
            elif EXAMPLE.match(filled[0]):
                self.left_out.append(LeftOut(number, "test", filled[0][:40]))
            elif is_summary_text(filled[0]) and len(filled) < len(self.found.columns):
                self.left_out.append(LeftOut(number, "total", filled[0][:40]))
            else:
                yield self._row(number, cells)

    def _row(self, number: int, cells: Sequence[Cell]) -> dict[str, Any]:
        """The fields of a row, every field of the declaration there."""
        row: dict[str, Any] = {
            "row": number,
            **{field.name: understood(field, None).value for field in self.sheet.fields},
        }
        for at, field in self.found.columns.items():
            cell = self._without_contacts(number, at, field, cells[at])
            found = understood(field, cell)
            row[field.name] = found.value
            self._judge(number, at, field, cell, found)
        for field in self.sheet.fields:
            row[field.name] = row[field.name] or field.usual or row[field.name]
        for field in self.sheet.fields:
            if field.pair and row[field.name] is None:
                row[field.name] = next(
                    (row[one.name] for one in self.sheet.fields if one.pair == field.pair and row[one.name]), None
                )
        return row

    def _without_contacts(self, number: int, at: int, field: Field, cell: Cell) -> Cell:
        """The cell without e-mail addresses, whichever column they stand in; the address itself is not told."""
        if not isinstance(cell, str) or "@" not in cell or not MAIL.search(cell):
            return cell
        self._note("contact-in-cell", row=number, column=self._heading(field), at=at)
        return MAIL.sub("", cell).strip(" ,;:<>()") or None

    def _judge(self, number: int, at: int, field: Field, cell: Cell, found: Understood) -> None:
        """What is wrong with a cell; trouble with a needed one stands in the way of the whole file."""
        where: dict[str, Any] = {"row": number, "column": self._heading(field), "value": text_of(cell)[:60], "at": at}
        needed = field.required and not field.may_be_blank
        if not found.problem:
            if needed and found.value in (None, []):
                self._note("cell-missing", **where)
        elif found.problem == "not-in-list":
            where["value"] = "; ".join(found.left)[:60] or where["value"]
            where["allowed"] = {"labels": [choice.label for choice in field.choices]}
            self._note("needed-cell-not-in-list" if needed and not found.value else "not-in-list", **where)
        elif needed and found.value in (None, []):
            self._note("needed-cell-unclear", **where)
        else:
            self._note(found.problem, **where)
        if field.name == "principles" and not found.value:
            measure = next(
                (
                    text_of(self.found.rows[number - 1][at])
                    for at, one in self.found.columns.items()
                    if one.name == "measure"
                ),
                "",
            )
            self._note("off-strategy", row=number, value=measure, at=at)

    def _merged(self, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Rows of the same key as one: told, and their differences too."""
        kept: dict[tuple[Any, ...], dict[str, Any]] = {}
        needed = {field.name for field in self.sheet.required if not field.may_be_blank}
        for row in rows:
            # A row without a name of its own is told as such; it is nobody's duplicate.
            nameless = any(row[name] is None for name in self.sheet.key if name in needed)
            first = kept.setdefault((row["row"],) if nameless else identity(self.sheet, row), row)
            if first is row:
                continue
            self.left_out.append(LeftOut(row["row"], "duplicate", str(first["row"])))
            name = str(next(row[name] for name in self.sheet.key if row[name] is not None))
            clash = [
                field
                for field in self.sheet.fields
                if field.name not in self.sheet.key
                and first[field.name] not in (None, []) and row[field.name] not in (None, [], first[field.name])
            ]  # fmt: skip
            if clash:
                self._note("row-conflict", row=row["row"], value=name, column=self._heading(clash[0]))
            else:
                self._note("row-twice", row=row["row"], value=name)
            for field in self.sheet.fields:
                if first[field.name] in (None, []):
                    first[field.name] = row[field.name]
        return list(kept.values())

    def _note(self, kind: str, **where: Any) -> None:
        self.cases.setdefault((kind, str(where.get("column", ""))), []).append(where)

    def _tell(self) -> None:
        """Every kind of trouble in a column as one entry; then what was left aside."""
        for (kind, _), cases in self.cases.items():
            self.problems.append(told_once(kind, cases, sheet=self.found.title))
        below = self.found.rows[self.found.heading_row + 1 :]
        personal = [
            text
            for at, text in self.found.others.items()
            if plain(text) in PERSONAL or holds_contacts([cells[at] for cells in below])
        ]
        if personal:
            self.problems.append(problem("personal-data", count=len(personal), columns=personal))
        others = [text for text in self.found.others.values() if text not in personal]
        if others:
            self.problems.append(problem("column-unknown", count=len(others), columns=others))
