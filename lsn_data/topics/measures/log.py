"""What has changed in the measures, when, by which import and why? The living process, read from the snapshots.

Each upload of the measures is a snapshot of a day. Two that follow each other are compared measure by measure; the
published measures are the start. What was taken back (undone) never happened; the demo has a history of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lsn_data.sheets.identity import identity
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Import, Store, demo_shown, history
from lsn_data.topics.strategy.answer import OWN

Row = Mapping[str, Any]
Key = tuple[Any, ...]
What = Literal["added", "changed", "removed"]
KIND = "measures"
# Where a measure was written down is no change of the measure.
FIELDS = tuple(
    field.name for field in REGISTERS[KIND].fields if field.name not in (*REGISTERS[KIND].key, "source")
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One thing that happened to a measure: a field went `before` → `after`, or it came, or it went."""

    measure: Row
    what: What
    field: str | None = None
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Review:
    """One snapshot: the day it stands for, the import, why (as its sender noted), and what it changed."""

    day: dt.date
    import_id: str
    origin: str
    note: str
    steps: tuple[Step, ...]


def reviews(store: Store, strategy: str = OWN) -> tuple[Review, ...]:
    """All snapshots of a strategy's measures that count or once counted, newest first; the published ones come last.

    One that changes nothing is left out.
    """
    return store.once(("reviews of measures", strategy), lambda: _reviews(store, strategy))


def _reviews(store: Store, strategy: str) -> tuple[Review, ...]:
    receipts = [one for one in history(store, published=True) if one.kind == KIND and one.state != "undone"]
    published = [one for one in receipts if one.origin == "published" and one.state == "current"]
    wanted = "demo" if demo_shown(store) else "uploaded"
    snapshots = sorted((one for one in receipts if one.origin == wanted), key=lambda one: (one.as_of, one.seq))
    start: dict[Key, Row] = {}
    found = []
    for one in published:
        rows = _rows(store, one, strategy)
        found.append(_review(one, between(start, start | rows)))
        start |= rows
    before = start
    for one in snapshots:
        after = start | _rows(store, one, strategy)
        found.append(_review(one, between(before, after)))
        before = after
    return tuple(one for one in reversed(found) if one.steps)


def between(before: Mapping[Key, Row], after: Mapping[Key, Row]) -> tuple[Step, ...]:
    """What turned one list of measures into another: those added, those changed field by field, those removed.

    >>> was = {name: None for name in FIELDS} | {"status": "planned", "principles": ["informing"]}
    >>> [(s.what, s.field, s.before, s.after) for s in between({("a",): was}, {("a",): {**was, "status": "running"}})]
    [('changed', 'status', 'planned', 'running')]
    """
    added = [Step(row, "added") for key, row in after.items() if key not in before]
    changed = [step for key, row in after.items() if key in before for step in _changes(before[key], row)]
    removed = [Step(row, "removed") for key, row in before.items() if key not in after]
    return (*added, *changed, *removed)


def as_json(found: Iterable[Review]) -> list[dict[str, Any]]:
    """The reviews as the command line tells them."""
    return [
        {
            "as_of": one.day.isoformat(), "import": one.import_id, "origin": one.origin, "note": one.note or None,
            "steps": [
                {
                    "measure": step.measure["measure"], "what": step.what, "field": step.field,
                    "from": step.before, "to": step.after,
                }
                for step in one.steps
            ],
        }
        for one in found
    ]  # fmt: skip


def _changes(was: Row, now: Row) -> Iterable[Step]:
    for name in FIELDS:
        if _plain(was[name]) != _plain(now[name]):
            yield Step(now, "changed", name, was[name], now[name])


def _plain(value: Any) -> Any:
    """Lists are told in any order; an empty cell is an empty cell."""
    return sorted(value) if isinstance(value, Sequence) and not isinstance(value, str) else value or None


def _rows(store: Store, one: Import, strategy: str) -> dict[Key, Row]:
    rows = store.ask(f"register_{KIND}", **{"import": one.import_id})
    return {identity(REGISTERS[KIND], row): row for row in rows if (row["strategy"] or OWN) == strategy}


def _review(one: Import, steps: tuple[Step, ...]) -> Review:
    return Review(one.as_of, one.import_id, one.origin, one.note, steps)
