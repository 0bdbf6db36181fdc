"""`demo`: something to see before the first real file, and the way to be rid of it again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data import demo
from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Import, history

NAME = "demo"
ACTION = "import"
HELP = mark("loads the demo data, marked as demo wherever they show")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """Only for a fresh start, or all of it back, if said so."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--first-time", action="store_true", help=say("only into a database that nothing was ever imported into")
    )
    either.add_argument("--remove", action="store_true", help=say("take all demo data back; real data stay"))


def run(given: Namespace, desk: Desk) -> int:
    """Load them and tell what was loaded; a second time changes nothing."""
    with desk.open() as store:
        if given.remove:
            desk.show(_removed(demo.remove(store, desk.actor), desk.say))
            return DONE
        if given.first_time and history(store):
            desk.show(desk.say("The database is in use already: no demo data were loaded."))
            return DONE
        demo.load(store, desk.actor)
        receipts = demo.loaded(store)
    desk.show(desk.say("Demo data are loaded. Everything in them is invented."))
    desk.show(aligned([_line(one, desk.say) for one in receipts], right=[1]))
    return DONE


def _removed(many: int, say: Language) -> str:
    if not many:
        return say("There are no demo data to remove.")
    return say.plural("Demo data removed: {n} import taken back.", "Demo data removed: {n} imports taken back.", many)


def _line(receipt: Import, say: Language) -> list[str]:
    """What was loaded, how many rows, and under which import."""
    name = say.both(REGISTERS[receipt.kind].label) if receipt.kind in REGISTERS else say("Member survey")
    return [f"{name} {receipt.wave or ''}".strip(), say.number(receipt.rows_kept), receipt.import_id]
