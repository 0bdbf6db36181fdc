"""What did a person see when beginning to type, and what was typed since? Kept until it is stored or discarded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lsn_data.language import Language
from lsn_data.sheets.written import written
from lsn_data.store import Store
from lsn_data.typed import Changed, Edits, real_rows

Row = Mapping[str, Any]
Key = tuple[Any, ...]
# Two columns of the grid that are no fields: how a row is counted, and the box that deletes it.
NUMBER, GONE = "#", "gone"


def _each(rows: Sequence[Row]) -> list[list[Row]]:
    return [[row] for row in rows]


@dataclass(frozen=True)
class View:
    """Which rows of a register are typed into, in which columns; `given` is what a new row holds without being asked.

    `rows` chooses among the rows, `grouped` puts those together that are typed as one; `fixed` columns are only read;
    `growing`: rows may be added and deleted; `named` says what a change is about.
    """

    kind: str
    key: str
    label: str
    columns: tuple[str, ...]
    rows: Callable[[Row], bool] = lambda _: True
    given: Mapping[str, Any] = field(default_factory=dict)
    fixed: tuple[str, ...] = ()
    growing: bool = True
    grouped: Callable[[Sequence[Row]], list[list[Row]]] = _each
    named: Callable[[Changed, Language], str] | None = None


@dataclass(frozen=True)
class Start:
    """The rows as they were drawn at a data version: those that were there, by the keys that each stands for, then
    rows carried along from an earlier start, with the cells typed then.
    """

    version: int
    keys: tuple[tuple[Key, ...], ...]
    rows: tuple[Row, ...]
    changed: Mapping[Key, Mapping[str, Any]] = field(default_factory=dict)
    gone: frozenset[Key] = frozenset()

    @property
    def added(self) -> tuple[Row, ...]:
        """New rows that were carried along."""
        return self.rows[len(self.keys) :]


def begun(store: Store, view: View) -> Start:
    """The rows as they stand now."""
    version, found = store.version, real_rows(store, view.kind)
    keys = {id(row): key for key, row in found.items()}
    groups = view.grouped([row for row in found.values() if view.rows(row)])
    rows = ({name: group[0][name] for name in view.columns} for group in groups)
    return Start(version, tuple(tuple(keys[id(row)] for row in group) for group in groups), tuple(rows))


def typed_since(start: Start, state: Mapping[str, Any], given: Mapping[str, Any]) -> Edits:
    """What was typed, from what the grid tells of itself (`edited_rows` by position, `added_rows`)."""
    changed = {key: dict(cells) for key, cells in start.changed.items()}
    gone, added = set(start.gone), [dict(row) for row in start.added]
    for position, cells in state.get("edited_rows", {}).items():
        at = int(position)
        if at >= len(start.keys):
            added[at - len(start.keys)].update(cells)
            continue
        for key in start.keys[at]:
            changed.setdefault(key, {}).update(_fields(cells))
            gone ^= {key} if cells.get(GONE, key in gone) != (key in gone) else set()
    added += [dict(row) for row in state.get("added_rows", ())]
    seen = {key: number for number, keys in enumerate(start.keys, start=1) for key in keys}
    return Edits(start.version, changed, tuple(_new(added, given)), frozenset(gone), seen)


def carried(edits: Edits, start: Start, now: Start) -> Start:
    """What was typed, on the rows as they stand now; a row that is gone meanwhile is carried along as a new one."""
    there = {key for keys in now.keys for key in keys}
    rows = [
        {**row, **edits.changed.get(keys[0], {}), GONE: keys[0] in edits.gone}
        for row, keys in zip(now.rows, now.keys, strict=True)
    ]
    lost = [
        {**row, **edits.changed[keys[0]]}
        for row, keys in zip(start.rows, start.keys, strict=False)
        if keys[0] not in there and any(edits.changed.get(keys[0], {}).values())
    ]
    changed = {key: cells for key, cells in edits.changed.items() if key in there}
    added = [row for row in edits.added if row]
    return Start(now.version, now.keys, (*rows, *lost, *added), changed, edits.gone & there)


def _new(added: Iterable[Mapping[str, Any]], given: Mapping[str, Any]) -> Iterable[Row]:
    """New rows with what is given; one without contents keeps its number and nothing else."""
    for row in added:
        cells = {} if row.get(GONE) else _fields(row)
        yield {**given, **cells} if any(written(cell) for cell in cells.values()) else {}


def _fields(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {name: cell for name, cell in cells.items() if name not in (NUMBER, GONE)}
