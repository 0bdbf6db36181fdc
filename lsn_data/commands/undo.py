"""`undo`: take an import back, or take that back; `--dry-run` only tells what would follow."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk
from lsn_data.language import Language, mark
from lsn_data.store import editions_showing, history, import_as_of
from lsn_data.undoing import consequence, kept_in, return_of

NAME = "undo"
ACTION = "undo"
HELP = mark("takes an import back; what it replaced counts again")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("import_id", metavar=say("IMPORT"), help=say("its name, as history lists it"))
    parser.add_argument("--redo", action="store_true", help=say("take the undo back: the import counts as before"))
    parser.add_argument("--dry-run", action="store_true", help=say("only say what would follow"))


def run(given: Namespace, desk: Desk) -> int:
    """Take it back (or the undo) and say what counts now."""
    change = storeroom.redo if given.redo else storeroom.undo
    follows = return_of if given.redo else consequence
    with desk.open() as store:
        receipts = history(store)
        kept = "" if given.redo else kept_in(editions_showing(store, given.import_id), desk.say)
        known = next((one for one in receipts if one.import_id == given.import_id), None)
        if given.dry_run and known:
            desk.show(f"{follows(known, receipts, desk.say)} {kept}".strip())
            return DONE
        receipt = change(store, given.import_id, actor=desk.actor)
        now = import_as_of(store, receipt.wave) if receipt.wave else None
    said = (
        desk.say("Counts again: {import_id} ({file}).") if given.redo else desk.say("Taken back: {import_id} ({file}).")
    )
    desk.show(said.format(import_id=receipt.import_id, file=receipt.file))
    if now:
        desk.show(desk.say("Wave {wave} now shows import {import_id}.", wave=now.wave, import_id=now.import_id))
    if kept:
        desk.show(kept)
    return DONE
