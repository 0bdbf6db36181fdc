"""How do data come in, and how are they taken back?

One file is one import is one transaction. Rows are never changed: a replaced wave keeps its earlier imports,
an undone import is only marked. So every state of the past can be read back by the number of its change
(`as_of`).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

import duckdb

from lsn_data.access import Action, require
from lsn_data.errors import Refused, UnknownImport
from lsn_data.exhibit import Origin, clean
from lsn_data.intake.free_text import without_traces
from lsn_data.intake.report import Problem, Reading
from lsn_data.language import mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store.asked import AskedGroups, insert_asked
from lsn_data.store.board_template import forget_templates
from lsn_data.store.confirmed import or_confirmed
from lsn_data.store.connection import Store
from lsn_data.store.deleting import erasing
from lsn_data.store.deleting.tombstones import refuse_a_wave_that_editions_remember
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries
from lsn_data.store.packs import forget_packs
from lsn_data.store.questionnaire import forget_questionnaires
from lsn_data.store.rows import SURVEY, insert_register, insert_survey, token_key
from lsn_data.store.shown import settle
from lsn_data.store.turning import turn

NEWEST = 2**62
LONGEST_NOTE = 500
TYPED = "typed"
CHANGED_MEANWHILE = mark(
    "Somebody else has changed this register in the meantime. Nothing was stored. Look"
    " at the new state, then store your entries."
)
TURNED_MEANWHILE = mark(
    "An earlier state of the data was brought back at this very moment. Look into the history whether the import is"
    " in it."
)
NO_SUCH_IMPORT = mark("There is no import {import_id}. The history lists all.")


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

    @property
    def typed(self) -> bool:
        """Was it typed on the page, not read from a file?"""
        return bool(self.report.get("tool") == TYPED)

    @property
    def note(self) -> str:
        """Why it came in, in the words of the person who brought it; empty where nobody said."""
        return str(self.report.get("note", ""))


def history(store: Store, as_of: int = NEWEST, published: bool = False) -> list[Import]:
    """The receipts up to a change, oldest first; those of the published facts, which no person brought, on request."""
    receipts = store.once(
        ("history", as_of), lambda: [_receipt(row) for row in store.ask("imports_as_of", as_of=as_of)]
    )
    return [one for one in receipts if published or one.origin != "published"]


def waves(store: Store, as_of: int = NEWEST) -> list[Import]:
    """The current survey waves, newest first."""
    return _current_waves(history(store, as_of))


def _current_waves(receipts: list[Import]) -> list[Import]:
    surveys = [one for one in receipts if one.kind == "survey" and one.state == "current"]
    return sorted(surveys, key=lambda one: (one.as_of, one.seq), reverse=True)


def shown_waves(store: Store, demo: bool | None = None) -> list[Import]:
    """The survey waves as they may be shown, newest first; `demo` takes only the demo's, or only real ones.

    Where so few answers came or went that the difference to the version before would be theirs, that version stays.
    """
    shown, receipts = {row["import"] for row in store.ask("shown_imports")}, history(store)
    kept = [one for one in receipts if one.import_id in shown and one.state != "undone"]
    return [
        next((one for one in reversed(kept) if (one.wave, one.origin) == (now.wave, now.origin)), now)
        for now in _current_waves(receipts)
        if demo in (None, now.origin == "demo")
    ]


def shown_wave(store: Store, wave: str | None = None) -> Import | None:
    """The wave of that name as it may be shown (without a name: the newest; real data before demo), or None."""
    return _chosen(store, shown_waves(store), wave)


def import_as_of(store: Store, wave: str | None = None, as_of: int = NEWEST) -> Import | None:
    """The current import of a wave (without a name: of the newest wave; real data before demo), or None.

    Where demo or real data were chosen, they come first; the newest wave is then looked for among them alone.
    """
    return _chosen(store, waves(store, as_of), wave)


def _chosen(store: Store, found: list[Import], wave: str | None) -> Import | None:
    chosen = bool(store.demo)
    found = [one for one in found if wave is None or one.wave == wave]
    if wave is None and store.demo is not None:
        found = [one for one in found if (one.origin == "demo") == chosen]
    return min(found, key=lambda one: (one.origin == "demo") != chosen) if found else None


def real_wave(store: Store, wave: str) -> Import | None:
    """The import of a wave of that name that a new file would replace: the demo's is never replaced."""
    found = import_as_of(store.showing(demo=False), wave)
    return found if found and found.origin != "demo" else None


def save(
    store: Store,
    reading: Reading,
    *,
    actor: str,
    wave: str | None = None,
    asked: int | None = None,
    as_of: dt.date | None = None,
    origin: Origin = "uploaded",
    replace: bool = False,
    at: dt.datetime | None = None,
    asked_by: AskedGroups | None = None,
    note: str = "",
    started: int | None = None,
) -> tuple[Import, bool]:
    """Store a ready reading as one import. Returns the receipt and whether it is new (False: already stored).

    A survey needs a `wave`; `asked_by` are the members asked per group. A register is a snapshot of the day `as_of`;
    the earlier ones are kept as history. `note` says why it comes in; addresses and numbers to call in it do not stay.
    `started` is the data version that what comes in rests on.
    Raises Refused("wave-exists") if the wave is there and `replace` is not said, Refused("too-few-asked") if
    fewer were asked than answered, Refused("changed-meanwhile") if the register changed after `started`, NotAllowed.
    """
    require(actor, "import")
    at, wave, note = at or now(), clean.line(wave) if wave else wave, clean.text(note)
    with or_confirmed(store) as confirmed, store.writing() as cursor:
        if started is not None and changed_since(store, reading.kind, started):
            raise Refused("changed-meanwhile", CHANGED_MEANWHILE)
        known = would_save(store, reading, wave=wave, asked=asked, origin=origin, replace=replace)
        if known:
            return known, False
        former = real_wave(store, wave) if wave and origin == "uploaded" else None
        file = PurePath(reading.file.replace("\\", "/")).name
        import_id = _next_name(store, at.date()) if origin != "published" else f"published-{store.version + 1}"
        seq = _change(cursor, at, actor, "import", import_id)
        confirmed.append(seq)
        cursor.execute(
            "insert into imports (import, seq, kind, wave, file, sha256, origin, as_of, asked, rows_read,"
            " rows_kept, report) values ($import, $seq, $kind, $wave, $file, $sha256, $origin, $as_of,"
            " $asked, $rows_read, $rows_kept, $report)",
            {
                "import": import_id,
                "seq": seq,
                "kind": reading.kind,
                "wave": wave,
                "file": file,
                "sha256": reading.sha256,
                "origin": origin,
                "as_of": as_of or reading.last_day or at.date(),
                "asked": asked,
                "rows_read": reading.rows_read,
                "rows_kept": reading.rows_kept,
                "report": json.dumps({**_report(reading), "note": _one_line(note)}, default=str),
            },
        )
        if reading.kind == SURVEY:
            insert_survey(cursor, import_id, reading, token_key(store, cursor))
            insert_asked(cursor, import_id, asked_by or {})
            settle(cursor)
        else:
            insert_register(cursor, import_id, reading)
        if origin != "published":
            told = {"import": import_id, "kind": reading.kind, "wave": wave, "file": file, "origin": origin}
            written(cursor, actor, "import", {**told, "replaced": former.import_id if former else None}, at)
    stored = next((one for one in history(store, published=True) if one.seq == seq), None)
    if stored is None:
        raise Refused("turned-meanwhile", TURNED_MEANWHILE)
    return stored, True


def changed_since(store: Store, kind: str, version: int) -> bool:
    """Do other imports of a register's real data count than at a data version, or did the data turn since?"""
    if store.ask("turned_since", version=version)[0]["turned"]:
        return True
    then, now = (
        [
            one.import_id
            for one in history(store, as_of, published=True)
            if one.kind == kind and one.state == "current" and one.origin != "demo"
        ]
        for as_of in (version, NEWEST)
    )
    return then != now


def would_save(
    store: Store,
    reading: Reading,
    *,
    wave: str | None = None,
    asked: int | None = None,
    origin: Origin = "uploaded",
    replace: bool = False,
) -> Import | None:
    """What `save` would find, without storing: the receipt of the same file, or None if it would be stored.

    Raises Refused as `save` does.
    """
    if reading.status != "ready" or (reading.kind == SURVEY and not wave):
        raise ValueError(f"only a ready reading can be stored, a survey with its wave: {reading.status!r}, {wave!r}")
    known = same_file(store, reading, origin)
    if known and not replace:
        return known
    if reading.kind == SURVEY and not replace and any(one.wave == wave for one in _counting(store, reading, origin)):
        raise Refused(
            "wave-exists",
            mark(
                "There is a wave {wave} already. Replace it (the earlier answers are kept as history),"
                " or choose another name."
            ),
            wave=wave,
        )
    if reading.kind == SURVEY and wave:
        refuse_a_wave_that_editions_remember(store, wave, origin)
    if asked is not None and asked < reading.rows_kept:
        raise Refused(
            "too-few-asked",
            mark("{asked} members asked, but {answered} answered. Correct the number of members asked."),
            asked=asked,
            answered=reading.rows_kept,
        )
    return None


def same_file(store: Store, reading: Reading, origin: Origin = "uploaded") -> Import | None:
    """The import that counts and holds the same part of the same file, whatever its wave is called."""
    return next((one for one in _counting(store, reading, origin) if one.sha256 == reading.sha256), None)


def _counting(store: Store, reading: Reading, origin: Origin) -> list[Import]:
    """The imports of a kind and an origin that count."""
    found = history(store, published=True)
    return [one for one in found if (one.state, one.kind, one.origin) == ("current", reading.kind, origin)]


def undo(store: Store, import_id: str, *, actor: str, at: dt.datetime | None = None) -> Import:
    """Take an import back; what it replaced counts again. Raises UnknownImport, NotAllowed (also where another
    person brought it, and the actor may take back only what is the actor's own)."""
    require(actor, taking_back(known := _known(store, import_id), actor))
    if known.state != "undone":
        with store.writing() as cursor:
            seq = _change(cursor, at or now(), actor, "undo", import_id)
            cursor.execute(
                "update imports set undone_seq = $seq where import = $import",
                {"seq": seq, "import": import_id},
            )
            settle(cursor)
            written(cursor, actor, "undo", {"import": import_id, "file": known.file, "by": known.by}, at)
    return _known(store, import_id)


def redo(store: Store, import_id: str, *, actor: str, at: dt.datetime | None = None) -> Import:
    """Take an undo back: the import counts as if it had never been taken back. Raises UnknownImport, NotAllowed."""
    require(actor, taking_back(known := _known(store, import_id), actor))
    if known.state == "undone":
        with store.writing() as cursor:
            seq = _change(cursor, at or now(), actor, "import", import_id)
            cursor.execute(
                "insert into absences select import, undone_seq, $seq from imports where import = $import",
                {"seq": seq, "import": import_id},
            )
            cursor.execute("update imports set undone_seq = null where import = $import", {"import": import_id})
            settle(cursor)
            written(cursor, actor, "redo", {"import": import_id, "file": known.file, "by": known.by}, at)
    return _known(store, import_id)


def taking_back(receipt: Import, actor: str) -> Action:
    """Which right it takes to take an import back, or to bring it back: another one where another person brought it."""
    return "undo" if receipt.by == actor else "undo others"


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
                "moment": now(),
            },
        )
        written(cursor, actor, "remember", {"layout": layout})


def remembered(store: Store, layout: str) -> dict[str, Any]:
    """What was told about this layout before; empty if nothing."""
    rows = store.ask("layout", layout=layout)
    return dict(json.loads(rows[0]["mapping"])) if rows else {}


def forget(store: Store, layout: str, *, actor: str) -> None:
    """Forget what was told about a layout: its next file is asked about anew."""
    require(actor, "import")
    with store.writing() as cursor:
        cursor.execute("delete from layouts where layout = $layout", {"layout": layout})
        written(cursor, actor, "forget", {"layout": layout})


def forget_all(store: Store, *, actor: str) -> None:
    """Empty the database: imports, answers, history and what was remembered; not the log. Not to be undone."""
    require(actor, "reset")
    with store.writing() as cursor:
        version = store.version
        for statement in (
            "delete from shown_lists",
            "delete from shown_views",
            "delete from respondents",
            "delete from survey_items",
            "delete from asked_groups",
            "delete from absences",
            "delete from imports",
            "delete from changes",
            "delete from layouts",
            "delete from settings where name <> 'identity'",
            "delete from deletions",
            "delete from retention",
        ):
            cursor.execute(statement)
        forget_questionnaires(cursor)
        forget_packs(cursor)
        forget_templates(cursor)
        for kind in REGISTERS:
            cursor.execute(named_queries()[f"delete_{kind}"])
        written(cursor, actor, "reset")
        turn(cursor, "reset", actor, version)
        cursor.execute(named_queries()["insert_erasing"])
    erasing.erase(store)


def _known(store: Store, import_id: str) -> Import:
    """The receipt of an import that a person brought. Raises UnknownImport."""
    found = next((one for one in history(store) if one.import_id == import_id), None)
    if found is None:
        raise UnknownImport(NO_SUCH_IMPORT, import_id=import_id)
    return found


def _receipt(row: dict[str, Any]) -> Import:
    return Import(import_id=row.pop("import"), at=row.pop("moment"), **{**row, "report": json.loads(row["report"])})


def _report(reading: Reading) -> dict[str, Any]:
    """What the receipt keeps of a reading: everything but the answers themselves, and none of a respondent's words."""
    kept = _figures_only if reading.kind == SURVEY else _without_address
    return {
        "tool": reading.tool,
        "sheet": reading.sheet,
        "ranking": asdict(reading.ranking) if reading.ranking else None,
        "left_out": [{**asdict(row), "text": kept(row.text)} for row in reading.left_out],
        "problems": [_problem(problem, kept) for problem in reading.problems],
    }


def _problem(found: Problem, kept: Callable[[str], str]) -> dict[str, Any]:
    """A problem with its first place; the other places serve whoever holds the file."""
    return {name: fact for name, fact in asdict(found).items() if name != "places"} | {"value": kept(found.value)}


def _figures_only(text: str) -> str:
    """The text if it is a figure; what respondents wrote in words does not stay.

    >>> _figures_only("9"), _figures_only("Wagniskapital Meyer")
    ('9', '…')
    """
    return text if not any(character.isalpha() or character == "@" for character in text) else "…"


def _without_address(text: str) -> str:
    """The text, unless it holds an e-mail address."""
    return "…" if "@" in text else text


def _one_line(note: str) -> str:
    """What a person wrote of a reason, without what leads to a person.

    >>> _one_line(" Agreed on by the board,\\nsee anna@firma.de ")
    'Agreed on by the board, see […]'
    """
    return without_traces(" ".join(note.split()))[:LONGEST_NOTE]


def _next_name(store: Store, day: dt.date) -> str:
    return f"{day.isoformat()}-{store.ask('imports_of_day', day=day.isoformat())[0]['n'] + 1}"


def _change(cursor: duckdb.DuckDBPyConnection, at: dt.datetime, actor: str, action: str, import_id: str) -> int:
    rows = cursor.execute(
        "insert into changes (moment, actor, action, import) values ($moment, $actor, $action, $import) returning seq",
        {"moment": at, "actor": actor, "action": action, "import": import_id},
    ).fetchall()
    return int(rows[0][0])
