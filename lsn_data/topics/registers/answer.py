"""What do the registers say today? Their rows with what is computed from them, and the counts that pages show."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from lsn_data.store import Store, demo_shown, register_rows
from lsn_data.topics.measures import as_json as measures
from lsn_data.topics.members import as_json as members
from lsn_data.topics.projects import answer as projects
from lsn_data.topics.registers import headline
from lsn_data.topics.swot import answer as swot

Row = dict[str, Any]
Listing = dict[str, Any]


def listing(store: Store, kind: str, today: dt.date | None = None) -> Listing:
    """`{"rows": …, "counts": …}` of members, measures, projects or swot, as the command line gives it."""
    rows = _rows(store, kind)
    return _LISTINGS[kind](store, rows, (today or dt.date.today()).isoformat())


def _rows(store: Store, kind: str) -> list[Row]:
    return [_without_import(row) for row in register_rows(store, kind, demo_shown(store))]


def _without_import(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "import"}


def _members(store: Store, rows: list[Row], today: str) -> Listing:
    """Each member with whether it counts today; how their number changed, and how long they stay."""
    for row in rows:
        row["active"] = headline.active(row, today)
    active = [row for row in rows if row["active"]]
    counts = {name: _count(active, name) for name in ("sector", "size", "state", "kind", "membership")}
    premium = sum(1 for row in active if row["premium"])
    told = {"members": len(active), "premium": premium, "former": len(rows) - len(active), **counts}
    return members.completed(store, {"rows": rows, "counts": told}, dt.date.fromisoformat(today))


def _measures(store: Store, rows: list[Row], today: str) -> Listing:
    """A measure serves one to three principles; one that serves none is off strategy."""
    for row in rows:
        row["off_strategy"] = not row["principles"]
    strategic = [row for row in rows if row["parent"] is None]
    counts = {
        "measures": len(rows), "strategic": len(strategic), "detailed": len(rows) - len(strategic),
        "off_strategy": sum(row["off_strategy"] for row in rows),
        "theme": _count(rows, "theme"),
        "principle": dict(Counter(one for row in rows for one in row["principles"])),
    }  # fmt: skip
    return measures.completed(store, rows, counts, dt.date.fromisoformat(today))


def _projects(store: Store, rows: list[Row], today: str) -> Listing:
    """Each project with its funding; amounts in doubt are marked and never summed up."""
    return projects.listing(store, dt.date.fromisoformat(today))


def _swot(store: Store, rows: list[Row], today: str) -> Listing:
    """Each factor with the measures that answer it and the range of its share, in the order of the page."""
    return swot.listing(store)


_LISTINGS: dict[str, Callable[[Store, list[Row], str], Listing]] = {
    "members": _members, "measures": _measures, "projects": _projects, "swot": _swot,
}  # fmt: skip


def _count(rows: Sequence[Row], name: str) -> dict[str, int]:
    """How many rows have each value, most first; rows without one as "none"."""
    return dict(Counter(row[name] or "none" for row in rows).most_common())
