"""`demo`: something to see before the first real file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data import demo
from lsn_data.commands.desk import DONE, Desk
from lsn_data.language import Language, mark
from lsn_data.store import history

NAME = "demo"
ACTION = "import"
HELP = mark("loads the demo data, marked as demo wherever they show")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """Only for a fresh start, if said so."""
    parser.add_argument(
        "--first-time", action="store_true", help=say("only into a database that nothing was ever imported into")
    )


def run(given: Namespace, desk: Desk) -> int:
    """Load them; a second time changes nothing."""
    with desk.open() as store:
        if given.first_time and history(store):
            desk.show(desk.say("The database is in use already: no demo data were loaded."))
            return DONE
        receipt = demo.load(store, desk.actor)
    desk.show(
        desk.say(
            "Demo data are loaded: wave {wave}, {n} answers, import {import_id}.",
            wave=receipt.wave,
            n=desk.say.number(receipt.rows_kept),
            import_id=receipt.import_id,
        )
    )
    return DONE
