"""What would change by what was typed, from what to what, and what stands against it? As small tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from lsn_data.intake.report import Problem
from lsn_data.language import Language
from lsn_data.sheets.declared import Field
from lsn_data.sheets.registers import REGISTERS
from lsn_data.typed import Changed, Typed
from lsn_data.ui import proof, register_proof
from lsn_data.ui.editing_start import Row, View
from lsn_data.ui.messages import safe
from lsn_data.ui.proof import cell, table

LONGEST_NAME = 70


class Line(NamedTuple):
    """One change in words: about what, which column, from what, to what."""

    name: str
    column: str
    before: str
    after: str


def lines(typed: Typed, view: View, say: Language) -> list[Line]:
    """Every change once, however many rows bear it."""
    return list(dict.fromkeys(_line(one, view, say) for one in typed.changes))


def changes(found: list[Line], say: Language) -> str:
    """The changes as a table."""
    heads = [cell(safe(text), tag="th") for text in (say("Row"), say("Column"), say("now"), say("then"))]
    rows = [
        "".join(map(cell, (safe(one.name), safe(one.column))))
        + cell(safe(one.before), "quiet")
        + cell(f"<b>{safe(one.after)}</b>")
        for one in found
    ]
    return table(heads, rows, "change")


def problems(typed: Typed, say: Language) -> str:
    """What stands against it, each with its row, its column and what to do."""
    sheet = REGISTERS[typed.reading.kind]
    names = {field.name: say.both(field.label) for field in sheet.fields}

    def named(one: Problem) -> Problem:
        return replace(one, column=names.get(one.column, one.column))

    return proof.problems(replace(typed.reading, problems=tuple(map(named, typed.problems))), say)


def _line(one: Changed, view: View, say: Language) -> Line:
    name = view.named(one, say) if view.named else _name(one, say)
    name = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    if one.field is None:
        row = one.after or one.before or {}
        held = "; ".join(_contents(row, view, say)) or "–"
        return Line(name, say("new row"), "–", held) if one.after else Line(name, say("deleted"), held, "–")
    return Line(name, say.both(one.field.label), _shown(one.field, one.before, say), _shown(one.field, one.after, say))


def _contents(row: Row, view: View, say: Language) -> Iterator[str]:
    """The filled cells of a new row, those that were typed: "Value 320"."""
    sheet = REGISTERS[view.kind]
    for name in view.columns:
        if row.get(name) not in (None, [], ""):
            yield f"{say.both(sheet.field(name).label)} {_shown(sheet.field(name), row, say)}"


def _name(one: Changed, say: Language) -> str:
    """A row by its title where it has one, else by its key."""
    row = one.before or one.after or {}
    return row.get(f"title_{say.code}") or row.get(f"text_{say.code}") or say.both(one.name)


def _shown(field: Field, row: Row | None, say: Language) -> str:
    """A value as people read it; numbers with all their digits, since a small change must show."""
    value = row[field.name] if row else None
    if isinstance(value, float):
        exponent = Decimal(str(value)).normalize().as_tuple().exponent
        return say.number(value, max(0, -int(exponent)))
    return register_proof.shown(field, row, say) if row else "–"
