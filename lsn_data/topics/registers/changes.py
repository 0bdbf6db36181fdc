"""What would a register's new snapshot change? Rows are compared by their key with the newest uploaded one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.report import Reading
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, register_imports

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Changes:
    """How many rows are new, differ, or are gone; and how many there were and will be."""

    new: int
    changed: int
    gone: int
    before: int
    after: int


def changes(store: Store, reading: Reading) -> Changes:
    """What storing a ready reading of a register would change."""
    newest = next((one for one in register_imports(store, reading.kind) if one.origin == "uploaded"), None)
    stored = store.ask(f"register_{reading.kind}", **{"import": newest.import_id}) if newest else []
    before = _by_key(reading.kind, stored)
    after = _by_key(reading.kind, reading.rows)
    return Changes(
        new=len(after.keys() - before.keys()),
        changed=sum(1 for key in after.keys() & before.keys() if after[key] != before[key]),
        gone=len(before.keys() - after.keys()),
        before=len(before),
        after=len(after),
    )


def _by_key(kind: str, rows: Any) -> dict[Key, Mapping[str, Any]]:
    """Rows by what identifies them, without where they stand in the file."""
    sheet = REGISTERS[kind]
    fields = {field.name for field in sheet.fields}
    return {identity(sheet, row): {name: value for name, value in row.items() if name in fields} for row in rows}
