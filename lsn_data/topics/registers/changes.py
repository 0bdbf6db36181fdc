"""What would a register's new snapshot change? Its rows are compared by their key with those that count today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lsn_data.intake.report import Reading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.identity import identity
from lsn_data.sheets.naming import called
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, register_imports, register_rows
from lsn_data.topics.changes.change import Change, Figure
from lsn_data.topics.registers.headline import Headline, headlines

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Rows = dict[Key, Row]
NAMES_SHOWN = 5


def changes(store: Store, reading: Reading, today: dt.date | None = None) -> Change:
    """What storing a ready reading of a register would change; published rows count before and after."""
    before = _by_key(reading.kind, register_rows(store, reading.kind))
    after = _published(store, reading.kind) | _by_key(reading.kind, reading.rows)
    new = [key for key in after if key not in before]
    gone = [key for key in before if key not in after]
    changed = [key for key in after if key in before and after[key] != before[key]]
    told = {"new": (new, after), "changed": (changed, after), "gone": (gone, before)}
    return Change(
        before=len(before),
        after=len(after),
        new=len(new),
        changed=len(changed),
        gone=len(gone),
        figures=(
            *_figures(reading.kind, before, after, today or dt.date.today()),
            *_funding_brought(store, reading, today or dt.date.today()),
        ),
        names={
            name: [called(REGISTERS[reading.kind], rows[key]) for key in keys[:NAMES_SHOWN]]
            for name, (keys, rows) in told.items()
        },
    )


def newer_snapshot(store: Store, kind: str, day: dt.date) -> dt.date | None:
    """The day of an uploaded snapshot later than that day: it goes on counting, the new file only joins the history."""
    uploaded = (one.as_of for one in register_imports(store, kind) if one.origin == "uploaded")
    return next((one for one in uploaded if one > day), None)


def _figures(kind: str, before: Rows, after: Rows, today: dt.date) -> Iterable[Figure]:
    """The main figure, then those that move."""
    found = _moved(kind, list(before.values()), list(after.values()), today)
    for position, figure in enumerate(found):
        if position == 0 or (figure.moves and any((figure.before, figure.after))):
            yield figure


def _moved(kind: str, before: Sequence[Row], after: Sequence[Row], today: dt.date) -> Iterable[Figure]:
    """Every headline figure of a register before and after."""
    was, will = ({(one.name, one.of): one for one in headlines(kind, rows, today)} for rows in (before, after))
    for key in dict.fromkeys([*will, *was]):
        known: Headline = will.get(key) or was[key]
        values = [found[key].value if key in found else None for found in (was, will)]
        yield Figure(known.name, values[0], values[1], known.of, known.holds, known.unit)


def _funding_brought(store: Store, reading: Reading, today: dt.date) -> Iterable[Figure]:
    """What a list of projects changes in the funding: it brings rows along, and takes those of the list before away.

    As in the store, a project that the register of funding names with an amount is told by that register alone.
    """
    if reading.kind != "projects":
        return
    lists = {one.import_id: one.origin for one in register_imports(store, "projects")}
    before = register_rows(store, "funding")
    own = {plain(row["project"]) for row in before if row["import"] not in lists and row["amount"] is not None}
    kept = [row for row in before if lists.get(row["import"]) != "uploaded"]
    brought = [row for row in reading.parts.get("funding", ()) if plain(row["project"]) not in own]
    for figure in _moved("funding", before, [*kept, *brought], today):
        if figure.moves and any((figure.before, figure.after)):
            yield figure


def _published(store: Store, kind: str) -> Rows:
    rows: Rows = {}
    for one in register_imports(store, kind):
        if one.origin == "published":
            rows |= _by_key(kind, store.ask(f"register_{kind}", **{"import": one.import_id}))
    return rows


def _by_key(kind: str, rows: Iterable[Mapping[str, Any]]) -> Rows:
    """Rows by what identifies them, without where they stand in the file."""
    sheet = REGISTERS[kind]
    fields = {field.name for field in sheet.fields}
    return {identity(sheet, row): {name: value for name, value in row.items() if name in fields} for row in rows}
