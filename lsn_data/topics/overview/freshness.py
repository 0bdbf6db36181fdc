"""How fresh are the data? One row a source: its newest day, what it holds, and what is old or missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Origin, Source, Table, Value, Way, badge
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Store, demo_shown, register_imports, register_rows, shown_waves
from lsn_data.topics.naming import first_of


@dataclass(frozen=True)
class Kept:
    """A source: its kind, its newest day, how many rows count today, its import; no origin where there is nothing."""

    kind: str
    day: dt.date | None
    rows: int
    import_id: str
    origin: Origin | None

    def old(self, today: dt.date) -> bool:
        """Was it measured more than half a year ago? What is published stays as it is."""
        return self.origin is not None and Source("", "", self.day, self.origin).old(today)


def kept(store: Store) -> tuple[Kept, ...]:
    """The survey and every register, as they count today."""
    return (_survey(store), *(_register(store, kind) for kind in REGISTERS))


def _survey(store: Store) -> Kept:
    waves = shown_waves(store, demo_shown(store))
    if not waves:
        return Kept(SURVEY, None, 0, "", None)
    newest = waves[0]
    return Kept(SURVEY, newest.as_of, newest.rows_kept, newest.import_id, newest.origin)


def _register(store: Store, kind: str) -> Kept:
    demo = demo_shown(store)
    found = register_imports(store, kind, demo)
    rows = len(register_rows(store, kind, demo))
    if not found:
        return Kept(kind, None, rows, "", "uploaded" if rows else None)
    newest = max(found, key=lambda one: (one.origin != "published", one.as_of, one.seq))
    return Kept(kind, newest.as_of, rows, newest.import_id, newest.origin)


def freshness(store: Store, say: Language, today: dt.date | None = None) -> Exhibit:
    """Every source with its newest day, the oldest of those that grow old first."""
    day = today or dt.date.today()
    found = sorted(kept(store), key=lambda one: (not one.old(day), one.origin is None, str(one.day)))
    return Exhibit(
        name="freshness",
        question=say("How fresh are the data, and what is missing?"),
        message=_message(found, day, say),
        title=say("Sources by their newest day, {day}", day=say.date(day)),
        chart=_chart(found, day),
        table=Table(_columns(say), tuple(_row(one, day, say) for one in found)),
        notes=(say("Published facts stay as they are; what is measured counts as old after half a year."),),
        sources=_sources(found, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("Newest day"),
                say(
                    "The day that the newest file stands for, as it was told when the file was stored. A source of"
                    " which only published facts are known waits for its first file."
                ),
            ),
        ),
        ways={(at, "state"): Way("upload") for at, one in enumerate(found) if one.origin is None or one.old(day)},
    )


def _message(found: Sequence[Kept], day: dt.date, say: Language) -> str:
    measured = [one for one in found if one.origin not in (None, "published")]
    old = [one for one in measured if one.old(day)]
    if not measured:
        return say("Only published facts are known; no file has been uploaded yet")
    if not old:
        return say.plural(
            "The uploaded source is not over 6 months old",
            "None of the {n} uploaded sources is over 6 months old",
            len(measured),
        )
    if len(measured) == 1:
        return say("The uploaded source is over 6 months old: {name}", name=name(measured[0].kind, say))
    return say.plural(
        "{n} of {all} uploaded sources is over 6 months old: {names}",
        "{n} of {all} uploaded sources are over 6 months old: {names}",
        len(old), all=len(measured), names=first_of([name(one.kind, say) for one in old], 3, 2, say),
    )  # fmt: skip


def name(kind: str, say: Language) -> str:
    """What a source is called."""
    return say("Member survey") if kind == SURVEY else say.both(REGISTERS[kind].label)


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("source", say("Source")),
        Column("day", say("Newest day"), "date"),
        Column("rows", say("Rows"), "count"),
        Column("origin", say("Origin")),
        Column("state", say("Status")),
        Column("import", say("Import")),
    )


def _row(one: Kept, day: dt.date, say: Language) -> tuple[Value, ...]:
    state = (
        say("nothing yet")
        if one.origin is None
        else say("published facts only")
        if one.origin == "published"
        else say("over 6 months old")
        if one.old(day)
        else say("up to date")
    )
    import_id = one.import_id if one.origin not in (None, "published") else None
    said = badge(one.origin, say).capitalize() if one.origin else None
    return (name(one.kind, say), one.day, one.rows, said, state, import_id)


def _chart(found: Sequence[Kept], day: dt.date) -> Chart:
    """What is old stands on a tint."""
    rows = tuple((("state" if one.old(day) else None),) for one in found)
    return Chart("table", Table((Column("looked-at", "looked at"),), rows), {"highlight": "looked-at"})


def _sources(found: Sequence[Kept], say: Language) -> tuple[Source, ...]:
    """One a kind of origin: the table itself names the imports."""
    origins = dict.fromkeys(one.origin for one in found if one.origin)
    newest = {
        origin: max((one.day for one in found if one.origin == origin and one.day), default=None) for origin in origins
    }
    return tuple(Source(say("history of imports"), "", newest[origin], origin) for origin in origins)
