"""What was typed into which rows, and which spreadsheet does that make?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lsn_data.sheets.declared import Sheet
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.written import written
from lsn_data.store import Store, register_rows
from lsn_data.typed.rules import along, completed

Row = dict[str, Any]
Key = tuple[Any, ...]
# A list of projects brings its funding along, which a typed row would lose.
NEVER_TYPED = ("projects",)


@dataclass(frozen=True)
class Edits:
    """What was typed into the rows of a register as they stood at the data version `started`.

    `changed` holds the new contents of cells by row and field, `added` new rows, `gone` the rows to be deleted; rows
    are named by `identity`. `seen` is under which number, from 1, the person sees a row: problems count so
    (None: in the order of the register).
    """

    started: int
    changed: Mapping[Key, Mapping[str, Any]] = field(default_factory=dict)
    added: tuple[Mapping[str, Any], ...] = ()
    gone: frozenset[Key] = frozenset()
    seen: Mapping[Key, int] | None = None


@dataclass(frozen=True)
class Line:
    """One line of the spreadsheet: its contents, the row as stored (None: new), the fields typed, its number."""

    row: Row
    stored: Row | None
    typed: frozenset[str]
    number: int
    published: bool = False


def real_rows(store: Store, kind: str) -> dict[Key, Row]:
    """The rows that may be typed into, by what identifies them: the real ones that count today, never the demo's.

    Raises ValueError for a register that is not typed.
    """
    if kind in NEVER_TYPED:
        raise ValueError(f"{kind} is not typed on the page: its spreadsheet brings more along than its rows")
    return {identity(REGISTERS[kind], row): row for row in register_rows(store, kind)}


def differs(cell: Any, stored: Any) -> bool:
    """Does a cell hold something else than what is stored? Empty is empty, however it is written.

    >>> differs("", None), differs(300, 300.0), differs(["a"], ["a", "b"])
    (False, False, True)
    """
    return written(cell) != written(stored)


def lines_of(sheet: Sheet, rows: Mapping[Key, Row], edits: Edits) -> list[Line]:
    """The spreadsheet: what was uploaded and stays, what was typed over, what is new."""
    fields = [one.name for one in sheet.fields]
    found = []
    seen = {key: position for position, key in enumerate(rows, start=1)} if edits.seen is None else edits.seen
    for position, (key, row) in enumerate(rows.items(), start=1):
        cells = {name: cell for name, cell in edits.changed.get(key, {}).items() if differs(cell, row[name])}
        if key in edits.gone or not (cells or row["origin"] == "uploaded"):
            continue
        plain = {name: row[name] for name in fields}
        cells |= along(sheet, plain, cells)
        number = seen.get(key, position)
        found.append(Line(plain | cells, plain, frozenset(cells), number, row["origin"] == "published"))
    known = list(rows.values())
    for position, added in enumerate(edits.added, start=max(seen.values(), default=0) + 1):
        if not any(written(cell) for cell in added.values()):
            continue
        new = completed(sheet.kind, added, [*known, *(line.row for line in found)])
        found.append(Line(new, None, frozenset(fields), position))
    return found
