"""Which rows of a register speak of the same thing? They count as one: told, and their differences too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.report import LeftOut
from lsn_data.sheets.declared import Field, Sheet
from lsn_data.sheets.identity import identity


class Same:
    """Joins the rows of the same key."""

    def __init__(self, sheet: Sheet, parts: Sequence[Part], notes: Notes) -> None:
        self.sheet, self.parts, self.notes = sheet, parts, notes
        self.needed = {field.name for field in sheet.required if not field.may_be_blank}

    def merged(self, rows: Sequence[Row]) -> list[Row]:
        """Rows of the same key as one: told, and their differences too."""
        kept: dict[tuple[Any, ...], Row] = {}
        for number, row in enumerate(rows):
            # A row without a name of its own is told as such; it is nobody's duplicate.
            nameless = any(row[name] is None for name in self.sheet.key if name in self.needed)
            first = kept.setdefault((number,) if nameless else identity(self.sheet, row), row)
            if first is not row:
                self._join(first, row)
        return list(kept.values())

    def _join(self, first: Row, row: Row) -> None:
        self.notes.left_out.append(LeftOut(row["row"], "duplicate", str(first["row"])))
        part = self.parts[0]
        name = str(next(row[name] for name in self.sheet.key if row[name] is not None))
        clash = [
            field
            for field in self.sheet.fields
            if field.name not in self.sheet.key
            and field.holds not in ("list", "choices")
            and first[field.name] not in (None, []) and row[field.name] not in (None, [], first[field.name])
        ]  # fmt: skip
        if clash:
            self.notes.note("row-conflict", part, row=row["row"], value=name, column=self._heading(clash[0]))
        else:
            self.notes.note("row-twice", part, row=row["row"], value=name)
        for field in self.sheet.fields:
            if field.holds in ("list", "choices"):
                # One row for each partner: the names belong together.
                first[field.name] = list(dict.fromkeys([*first[field.name], *row[field.name]]))
            elif first[field.name] is None:
                first[field.name] = row[field.name]

    def _heading(self, field: Field) -> str:
        """What the file calls a field, or would call it."""
        for part in self.parts:
            at = part.columns.at(field.name)
            if at is not None:
                return part.listed.headings[at]
        return field.name
