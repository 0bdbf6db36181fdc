"""What was understood of a register's file? As a small table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.sheets.declared import Field
from lsn_data.sheets.naming import NAMED, name_of
from lsn_data.sheets.registers import REGISTERS
from lsn_data.ui.messages import safe
from lsn_data.ui.proof import ROWS_SHOWN, cell, table

COLUMNS_SHOWN = 8
LONGEST = 60


def first_rows(reading: Reading, say: Language) -> str:
    """The first rows as understood: the fields that the file fills, with our headings."""
    fields = _told(reading, say.code)[:COLUMNS_SHOWN]
    heads = [cell(safe(say("Row")), "n", "th"), *(cell(safe(say.both(field.label)), tag="th") for field in fields)]
    rows = [
        cell(say.number(row["row"]), "n quiet") + "".join(cell(safe(shown(field, row, say))) for field in fields)
        for row in reading.rows[:ROWS_SHOWN]
    ]
    return table(heads, rows)


def _told(reading: Reading, code: str) -> list[Field]:
    """The fields that the file fills: of a text in two languages the reader's own, and no code beside its name."""
    filled = [
        field
        for field in REGISTERS[reading.kind].fields
        if any(row[field.name] not in (None, []) for row in reading.rows)
    ]
    named = all(name_of(row, code) for row in reading.rows)
    return [
        field
        for field in filled
        if not (field.pair and not field.name.endswith(f"_{code}")) and not (named and field.name in NAMED)
    ]


def shown(field: Field, row: Mapping[str, Any], say: Language) -> str:
    """A value as people read it: labels instead of codes.

    >>> shown(REGISTERS["members"].field("state"), {"state": "SH"}, Language("en"))
    'Schleswig-Holstein'
    """
    value = row[field.name]
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, float):
        return say.number(value, 0 if value.is_integer() else 2)
    several = value if isinstance(value, list) else [value]
    labels = {choice.code: say.both(choice.label) for choice in field.choices}
    text = "; ".join(labels.get(one, str(one)) for one in several)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
