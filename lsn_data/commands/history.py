"""`history`: what came in, when, by whom, and does it still count?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.language import Language, mark
from lsn_data.store import Import

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
    if given.json:
        desk.json({"imports": [receipt_json(one) for one in receipts]})
    elif receipts:
        desk.show(_listing(receipts, desk.say))
    else:
        desk.show(desk.say("Nothing has been imported yet."))
    return DONE


def receipt_json(one: Import) -> dict[str, object]:
    """One receipt as the contract has it."""
    return {
        "import": one.import_id,
        "kind": one.kind,
        "wave": one.wave,
        "file": one.file,
        "at": one.at.isoformat(timespec="seconds") + "Z",
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
