"""`backup`: a copy of the database in one file, made while nobody needs to wait."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk
from lsn_data.language import Language, mark
from lsn_data.store.log import noted

NAME = "backup"
ACTION = "backup"
HELP = mark("writes a copy of the database, checked and whole, to a file that its owner alone may read")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("file", metavar=say("FILE"), help=say("where the copy is written"))
    parser.add_argument("--replace", action="store_true", help=say("in place of a copy that is there already"))


def run(given: Namespace, desk: Desk) -> int:
    """Write it and say what it holds."""
    with desk.open_there() as store:
        found = desk.files.back_up(store, Path(given.file), desk.actor, given.replace)
        noted(store, desk.actor, "backup", {"file": Path(given.file).name})
    desk.show(desk.say("Written: {file}", file=given.file))
    desk.show(held(found, desk.say))
    if not found.whole:
        desk.tell(desk.say("Something in the database is not as it should be; python -m lsn_data check tells what."))
    return DONE


def held(found: storeroom.Checked, say: Language) -> str:
    """What a database holds, in a sentence."""
    return say(
        "It holds {imports} and {rows} in all; every value was read.",
        imports=say.plural("{n} import", "{n} imports", found.imports),
        rows=say.plural("{n} row", "{n} rows", found.rows),
    )
