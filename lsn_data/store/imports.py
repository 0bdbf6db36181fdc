"""How do data come in, and how are they taken back?

One file is one import is one transaction. Rows are never changed: a replaced wave keeps its earlier imports,
an undone import is only marked. So every state of the past can be read back by the number of its change
(`as_of`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

import duckdb
import pandas as pd

from lsn_data.access import require
from lsn_data.errors import Refused, UnknownImport
from lsn_data.exhibit import Origin
from lsn_data.intake.report import Reading
from lsn_data.language import mark
from lsn_data.store.connection import Store

NEWEST = 2**62


@dataclass(frozen=True)
class Import:
    """A receipt: what came in, when, by whom, and whether it still counts."""

    import_id: str
    seq: int
    kind: str
    wave: str | None
    file: str
    sha256: str
    origin: Origin
    as_of: dt.date
    asked: int | None
    rows_read: int
    rows_kept: int
    report: dict[str, Any]
    at: dt.datetime
    by: str
    state: str


def history(store: Store, as_of: int = NEWEST) -> list[Import]:
    """All receipts up to a change, oldest first."""
    return [_receipt(row) for row in store.ask("imports_as_of", as_of=as_of)]


def waves(store: Store, as_of: int = NEWEST) -> list[Import]:
    """The current survey waves, newest first."""
    surveys = [one for one in history(store, as_of) if one.kind == "survey" and one.state == "current"]
    return sorted(surveys, key=lambda one: (one.as_of, one.seq), reverse=True)


def import_as_of(store: Store, wave: str | None = None, as_of: int = NEWEST) -> Import | None:
    """The current import of a wave (without a name: of the newest wave; real data before demo), or None."""
    found = [one for one in waves(store, as_of) if wave is None or one.wave == wave]
    return min(found, key=lambda one: one.origin == "demo") if found else None


def save(
    store: Store,
    reading: Reading,
    *,
    wave: str,
    actor: str,
    asked: int | None = None,
    as_of: dt.date | None = None,
    origin: Origin = "uploaded",
    replace: bool = False,
    at: dt.datetime | None = None,
) -> tuple[Import, bool]:
    """Store a ready reading as one import. Returns the receipt and whether it is new (False: already stored).

    Raises Refused("wave-exists") if the wave is there and `replace` is not said, Refused("too-few-asked") if
    fewer were asked than answered, NotAllowed.
    """
    require(actor, "import")
    at = at or dt.datetime.now(dt.UTC).replace(tzinfo=None)
    with store.writing() as cursor:
        same_file = would_save(store, reading, wave=wave, asked=asked, origin=origin, replace=replace)
        if same_file:
            return same_file, False
        import_id = _next_name(store, at.date())
        seq = _change(cursor, at, actor, "import", import_id)
        cursor.execute(
            "insert into imports (import, seq, kind, wave, file, sha256, origin, as_of, asked, rows_read,"
            " rows_kept, report) values ($import, $seq, $kind, $wave, $file, $sha256, $origin, $as_of,"
            " $asked, $rows_read, $rows_kept, $report)",
            {
                "import": import_id,
                "seq": seq,
                "kind": reading.kind,
                "wave": wave,
                "file": PurePath(reading.file.replace("\\", "/")).name,
                "sha256": reading.sha256,
                "origin": origin,
                "as_of": as_of or reading.last_day or at.date(),
                "asked": asked,
                "rows_read": reading.rows_read,
                "rows_kept": reading.rows_kept,
                "report": json.dumps(_report(reading), default=str),
            },
        )
        _insert_survey(cursor, import_id, reading, _token_key(store, cursor))
    return next(one for one in history(store) if one.import_id == import_id), True


def would_save(
    store: Store,
    reading: Reading,
    *,
    wave: str,
    asked: int | None = None,
    origin: Origin = "uploaded",
    replace: bool = False,
) -> Import | None:
    """What `save` would find, without storing: the receipt of the same file, or None if it would be stored.

    Raises Refused as `save` does.
    """
    if reading.status != "ready":
        raise ValueError(f"only a ready reading can be stored, this one is {reading.status!r}")
    current = [one for one in waves(store) if (one.origin == "demo") == (origin == "demo")]
    same_file = next((one for one in current if one.sha256 == reading.sha256), None)
    if same_file and not replace:
        return same_file
    if not replace and any(one.wave == wave for one in current):
        raise Refused(
            "wave-exists",
            mark(
                "There is a wave {wave} already. Replace it (the earlier answers are kept as history),"
                " or choose another name."
            ),
            wave=wave,
        )
    if asked is not None and asked < reading.rows_kept:
        raise Refused(
            "too-few-asked",
            mark("{asked} members asked, but {answered} answered. Correct the number of members asked."),
            asked=asked,
            answered=reading.rows_kept,
        )
    return None


def undo(store: Store, import_id: str, *, actor: str, at: dt.datetime | None = None) -> Import:
    """Take an import back; what it replaced counts again. Raises UnknownImport, NotAllowed."""
    require(actor, "undo")
    known = {one.import_id: one for one in history(store)}
    if import_id not in known:
        raise UnknownImport(mark("There is no import {import_id}. The history lists all."), import_id=import_id)
    if known[import_id].state != "undone":
        with store.writing() as cursor:
            seq = _change(cursor, at or dt.datetime.now(dt.UTC).replace(tzinfo=None), actor, "undo", import_id)
            cursor.execute(
                "update imports set undone_seq = $seq where import = $import",
                {"seq": seq, "import": import_id},
            )
    return next(one for one in history(store) if one.import_id == import_id)


def remember(store: Store, layout: str, mapping: dict[str, Any], *, actor: str) -> None:
    """Keep what a person told us about a layout, for the next file of the same layout."""
    require(actor, "import")
    with store.writing() as cursor:
        cursor.execute(
            "insert or replace into layouts values ($layout, $mapping, $moment, $actor)",
            {
                "layout": layout,
                "mapping": json.dumps(mapping),
                "actor": actor,
                "moment": dt.datetime.now(dt.UTC).replace(tzinfo=None),
            },
        )


def remembered(store: Store, layout: str) -> dict[str, Any]:
    """What was told about this layout before; empty if nothing."""
    rows = store.ask("layout", layout=layout)
    return dict(json.loads(rows[0]["mapping"])) if rows else {}


def forget_all(store: Store, *, actor: str) -> None:
    """Empty the database: imports, answers, history and what was remembered. Not to be undone."""
    require(actor, "reset")
    with store.writing() as cursor:
        for statement in (
            "delete from respondents",
            "delete from survey_items",
            "delete from imports",
            "delete from changes",
            "delete from layouts",
            "delete from settings",
        ):
            cursor.execute(statement)


def _receipt(row: dict[str, Any]) -> Import:
    return Import(import_id=row.pop("import"), at=row.pop("moment"), **{**row, "report": json.loads(row["report"])})


def _report(reading: Reading) -> dict[str, Any]:
    """What the receipt keeps of a reading: everything but the answers themselves."""
    return {
        "tool": reading.tool,
        "sheet": reading.sheet,
        "ranking": asdict(reading.ranking) if reading.ranking else None,
        "left_out": [asdict(row) for row in reading.left_out],
        "problems": [asdict(problem) for problem in reading.problems],
    }


def _next_name(store: Store, day: dt.date) -> str:
    return f"{day.isoformat()}-{store.ask('imports_of_day', day=day.isoformat())[0]['n'] + 1}"


def _change(cursor: duckdb.DuckDBPyConnection, at: dt.datetime, actor: str, action: str, import_id: str) -> int:
    rows = cursor.execute(
        "insert into changes (moment, actor, action, import) values ($moment, $actor, $action, $import) returning seq",
        {"moment": at, "actor": actor, "action": action, "import": import_id},
    ).fetchall()
    return int(rows[0][0])


def _token_key(store: Store, cursor: duckdb.DuckDBPyConnection) -> bytes:
    """The key under which respondent tokens are hashed: made once a database."""
    rows = store.ask("setting", name="token_key")
    if rows:
        return bytes.fromhex(rows[0]["value"])
    key = secrets.token_bytes(32)
    cursor.execute("insert into settings values ($name, $value)", {"name": "token_key", "value": key.hex()})
    return key


def _insert_survey(cursor: duckdb.DuckDBPyConnection, import_id: str, reading: Reading, key: bytes) -> None:
    assert reading.ranking is not None
    for position, item in enumerate(reading.ranking.items):
        cursor.execute(
            "insert into survey_items values ($import, $position, $item, $label, $theme)",
            {
                "import": import_id,
                "position": position,
                "item": item.item,
                "label": item.label,
                "theme": item.theme,
            },
        )
    width = max(3, len(str(len(reading.respondents))))
    rows = pd.DataFrame(
        {
            "import": import_id,
            "respondent": [f"R{n:0{width}}" for n in range(1, len(reading.respondents) + 1)],
            **{
                name: [getattr(one, name) for one in reading.respondents]
                for name in ("sector", "size", "state", "kind", "membership")
            },
            "token": [_hashed(one.token, key) for one in reading.respondents],
            "places": [_as_list(one.places) for one in reading.respondents],
        }
    )
    cursor.register("incoming_respondents", rows)
    cursor.execute(
        "insert into respondents select import, respondent, sector, size, state, kind, membership, token,"
        " places::integer[] from incoming_respondents"
    )
    cursor.unregister("incoming_respondents")


def _as_list(places: tuple[int | None, ...]) -> str:
    """Places as DuckDB writes a list; as text, since it guesses a list's type from a sample (maybe blank).

    >>> _as_list((2, None))
    '[2, NULL]'
    """
    return f"[{', '.join('NULL' if place is None else str(place) for place in places)}]"


def _hashed(token: str | None, key: bytes) -> str | None:
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()[:32] if token else None
