"""What does a register say today? The published rows, and over them those that were uploaded (or the demo's)."""

from __future__ import annotations

from typing import Any

from lsn_data.sheets.declared import plain
from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store.connection import Store
from lsn_data.store.imports import NEWEST, Import, history


def register_imports(store: Store, kind: str, demo: bool = False, as_of: int = NEWEST) -> list[Import]:
    """The current imports of a register: published ones first, then the real ones, or those of the demo."""
    origins = ("published", "demo" if demo else "uploaded")
    found = [one for one in history(store, as_of, published=True) if one.kind == kind and one.state == "current"]
    return sorted((one for one in found if one.origin in origins), key=lambda one: origins.index(one.origin))


def register_rows(store: Store, kind: str, demo: bool = False, as_of: int = NEWEST) -> list[dict[str, Any]]:
    """The rows of a register as they count today, each with its `origin` and `import`.

    A row that is published and uploaded too counts as uploaded: the office knows better than the paper. The list is the
    caller's own; the rows are everybody's and must not be changed.
    """
    return list(store.once(("register_rows", kind, demo, as_of), lambda: _rows(store, kind, demo, as_of)))


def _rows(store: Store, kind: str, demo: bool, as_of: int) -> list[dict[str, Any]]:
    sheet = REGISTERS[kind]
    brought = [_rows_of(store, kind, one) for one in register_imports(store, kind, demo, as_of)]
    # What came in at once names each thing once; only rows of several imports can speak of the same.
    over = {identity(sheet, row): row for rows in brought for row in rows} if len(brought) > 1 else {}
    found = list(over.values()) if over else [row for rows in brought for row in rows]
    return found + _brought_along(store, found, demo, as_of) if kind == "funding" else found


def _rows_of(store: Store, kind: str, one: Import) -> list[dict[str, Any]]:
    """The rows of an import, each with its origin."""
    rows = store.ask(f"register_{kind}", **{"import": one.import_id})
    for row in rows:
        row.pop("row")
        row["origin"] = one.origin
    return rows


def _brought_along(store: Store, known: list[dict[str, Any]], demo: bool, as_of: int) -> list[dict[str, Any]]:
    """Funding that stood in a list of projects; for a project that the register of funding names with an amount, that
    one knows better, so that no amount counts twice."""
    told = {plain(row["project"]) for row in known if row["amount"] is not None}
    found = []
    for one in register_imports(store, "projects", demo, as_of):
        for row in store.ask("register_funding", **{"import": one.import_id}):
            row.pop("row")
            if plain(row["project"]) not in told:
                found.append({**row, "origin": one.origin})
    return found


def demo_shown(store: Store) -> bool:
    """Is it the demo that is shown? As was chosen; else only where it is loaded and nothing real was uploaded."""
    if store.demo is not None:
        return store.demo
    origins = {one.origin for one in history(store) if one.state == "current"}
    return "demo" in origins and "uploaded" not in origins
