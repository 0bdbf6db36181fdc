"""`history`: what came in, when, by whom, and does it still count?"""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace

from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.deleting import deleted_said, over_said
from lsn_data.language import Language, mark
from lsn_data.settings import settings
from lsn_data.store import Deletion, Import, Term
from lsn_data.store.moments import utc

NAME = "history"
ACTION = "view"
HELP = mark("lists all imports with their receipts, oldest first")
STATES = {"current": mark("current"), "replaced": mark("replaced"), "undone": mark("undone")}


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--all", action="store_true", help=say("also the published facts that come with the product"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show the receipts."""
    with desk.open() as store:
        receipts = storeroom.history(store, published=given.all)
        gone = storeroom.deletions(store)
        kept = storeroom.terms(store, settings().retention_months)
    today = dt.date.today()
    if given.json:
        also = {"deleted": deleted_json(gone), "kept": kept_json(kept, today)}
        told = [receipt_json(one) for one in receipts]
        desk.json({"imports": told, **{name: rows for name, rows in also.items() if rows}})
        return DONE
    desk.show(_listing(receipts, desk.say) if receipts else desk.say("Nothing has been imported yet."))
    for line in [
        *(deleted_said(one, desk.say) for one in gone),
        over_said([t for t in kept if t.over(today)], desk.say),
    ]:
        if line:
            desk.show(line)
    return DONE


def deleted_json(gone: list[Deletion]) -> list[dict[str, object]]:
    """The waves that were deleted for good."""
    return [
        {"wave": one.wave, "origin": one.origin, "answers": one.answers, "imports": list(one.imports),
         "editions": list(one.editions), "at": utc(one.at), "by": one.by}
        for one in gone
    ]  # fmt: skip


def kept_json(kept: list[Term], today: dt.date) -> list[dict[str, object]]:
    """Until when each wave is kept, and whether that day is past."""
    return [{"wave": one.wave, "until": one.until.isoformat(), "past": one.over(today)} for one in kept]


def receipt_json(one: Import) -> dict[str, object]:
    """One receipt as the contract has it."""
    return {
        "import": one.import_id,
        "kind": one.kind,
        "wave": one.wave,
        "file": one.file,
        "at": utc(one.at),
        "as_of": one.as_of.isoformat(),
        "by": one.by,
        "asked": one.asked,
        "rows": one.rows_kept,
        "origin": one.origin,
        "state": one.state,
        "note": one.note,
        "typed": one.typed,
    }


def _listing(receipts: list[Import], say: Language) -> str:
    head = [say("import"), say("status"), say("wave"), say("answers"), say("file"), say("by"), say("at (UTC)")]
    rows = [
        [
            one.import_id,
            say(STATES[one.state]),
            one.wave or one.kind,
            say.number(one.rows_kept),
            one.file,
            one.by,
            one.at.strftime("%Y-%m-%d %H:%M"),
        ]
        for one in receipts
    ]
    return aligned([head, *rows], right=[3])
