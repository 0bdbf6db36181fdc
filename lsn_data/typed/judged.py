"""What stands against what was typed: in the reading of its cells, by the rules of typing, by the names of rows?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lsn_data.intake import typed_problems  # noqa: F401  (declares the kinds used here)
from lsn_data.intake.free_text import names_a_contact
from lsn_data.intake.problems import problem
from lsn_data.intake.report import Place, Problem, Reading
from lsn_data.sheets.declared import Sheet
from lsn_data.sheets.identity import identity
from lsn_data.sheets.naming import called
from lsn_data.sheets.written import written
from lsn_data.typed.edits import Edits, Key, Line, Row, differs
from lsn_data.typed.rules import wrong

FIRST_LINE = 2  # of the rows in the spreadsheet: the headings stand above
# What an upload tells as a remark is to be corrected by whoever is typing.
_STRICT = {
    "not-a-number": "typed-no-number", "not-a-date": "typed-no-date", "not-yes-or-no": "typed-not-in-list",
    "not-in-list": "typed-not-in-list", "needed-cell-not-in-list": "typed-not-in-list",
    "needed-cell-unclear": "typed-not-in-list", "cell-missing": "typed-needed", "contact-in-cell": "typed-contact",
}  # fmt: skip
_TOLD_HERE = ("off-strategy", "row-twice", "row-conflict", "column-unknown", "no-rows")


def refusals(sheet: Sheet, rows: Mapping[Key, Row], edits: Edits) -> list[Problem]:
    """Published rows are neither deleted nor given another name: the new one would stand beside them."""
    found = []
    for position, (key, row) in enumerate(rows.items(), start=1):
        number = (edits.seen or {}).get(key, position)
        if row["origin"] != "published":
            continue
        if key in edits.gone:
            found.append(problem("published-stays", row=number))
        named = [one for one in sheet.key if differs(edits.changed.get(key, {}).get(one, row[one]), row[one])]
        found += [problem("published-named", row=number, column=one) for one in named]
    return found


def told(sheet: Sheet, reading: Reading, typed: list[Line]) -> list[Problem]:
    """What the reading remarks on cells that were typed, then what the rules of typing have against them."""
    remarks = [one for one in reading.problems if one.kind not in _TOLD_HERE]
    found = [
        _strict(one.at(place), typed[place.row - FIRST_LINE])
        for one in remarks
        for place in (one.places or (Place(one.row or 0, 0, one.column, one.value),))
        if 0 <= place.row - FIRST_LINE < len(typed) and _was_typed(place, typed[place.row - FIRST_LINE])
    ]  # fmt: skip
    found += [one for one in remarks if one.row is None and one.severity == "error"]
    found += _contacts(sheet, typed)
    for line in typed:
        found += wrong(sheet.kind, line.row, line.typed, line.number)
    return found + _unclear(reading, typed)


def _strict(found: Problem, line: Line) -> Problem:
    """A remark on a typed cell, counted as the person counts."""
    if found.kind in _STRICT:
        value = "" if found.kind == "contact-in-cell" else found.value
        return problem(_STRICT[found.kind], row=line.number, column=found.column, value=value)
    return replace(found, row=line.number)


def _contacts(sheet: Sheet, typed: list[Line]) -> list[Problem]:
    """Typed texts in which numbers to call or addresses stand: bodies and roles are named, no people."""
    texts = [field.name for field in sheet.fields if field.holds in ("text", "list")]
    return [
        problem("typed-contact", row=line.number, column=name)
        for line in typed for name in texts
        if name in line.typed and names_a_contact(written(line.row[name]))
    ]  # fmt: skip


def _was_typed(place: Place, line: Line) -> bool:
    return place.column in line.typed or (not place.column and bool(line.typed))


def _unclear(reading: Reading, lines: list[Line]) -> list[Problem]:
    """What a person would be asked about an upload is to be typed clearly."""
    texts = {code for question in reading.questions for code in question.codes}
    return [
        problem("typed-not-in-list", row=line.number, column=name, value=written(line.row[name]))
        for line in lines for name in line.typed if texts and written(line.row[name]) in texts
    ]  # fmt: skip


def twice(sheet: Sheet, rows: Mapping[Key, Row], typed: list[Line], reading: Reading, edits: Edits) -> list[Problem]:
    """Typed rows that bear the name of another one: of a row that stays, or of one typed before it."""
    same = [typed[one.row - FIRST_LINE] for one in reading.left_out if one.why == "duplicate"]
    for row in reading.rows:
        line, key = typed[row["row"] - FIRST_LINE], identity(sheet, row)
        own = line.stored is not None and identity(sheet, line.stored) == key
        if not own and key in rows and key not in edits.gone:
            same.append(line)
    columns = {"labels": [sheet.field(name).label for name in sheet.key]}
    return [
        problem("typed-twice", row=one.number, called={"labels": [called(sheet, one.row)]}, columns=columns)
        for one in same
    ]  # fmt: skip


def once(problems: list[Problem]) -> tuple[Problem, ...]:
    """Errors first; the same trouble of the same cell once."""
    ordered = sorted(problems, key=lambda one: (one.severity != "error", one.row or 0))
    return tuple({(one.kind, one.row, one.column): one for one in ordered}.values())


def first_text(row: Mapping[str, Any]) -> str:
    """What stands first in a row."""
    return next((written(value) for value in row.values() if value not in (None, "", [])), "")
