"""`undo`: take an import back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk
from lsn_data.language import Language, mark
from lsn_data.store import import_as_of

NAME = "undo"
ACTION = "undo"
HELP = mark("takes an import back; what it replaced counts again")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("import_id", metavar=say("IMPORT"), help=say("its name, as history lists it"))


def run(given: Namespace, desk: Desk) -> int:
    """Take it back and say what counts now."""
    with desk.open() as store:
        receipt = storeroom.undo(store, given.import_id, actor=desk.actor)
        now = import_as_of(store, receipt.wave)
    desk.show(desk.say("Taken back: {import_id} ({file}).", import_id=receipt.import_id, file=receipt.file))
    if now:
        desk.show(desk.say("Wave {wave} now shows import {import_id}.", wave=now.wave, import_id=now.import_id))
    return DONE
