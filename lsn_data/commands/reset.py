"""`reset`: empty the database; what it held is set aside first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data import published
from lsn_data import store as storeroom
from lsn_data.commands.desk import DONE, Desk, WrongCommand
from lsn_data.language import Language, mark
from lsn_data.store import Store, forget_all, history
from lsn_data.store.private import dated_name

NAME = "reset"
ACTION = "reset"
HELP = mark(
    "empties the database: all imports, answers, board packs, editions and remembered layouts; a copy is set aside"
    " beside it"
)
ASK = mark(
    "This empties {path}. Say: reset --yes, and a copy is set aside first; or reset --yes --without-copy, and there is"
    " no way back."
)


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--yes", action="store_true", help=say("really do it"))
    parser.add_argument("--without-copy", action="store_true", help=say("set no copy aside: there is no way back"))


def run(given: Namespace, desk: Desk) -> int:
    """Only with --yes; a database that nothing was ever brought into needs no copy."""
    if not given.yes:
        raise WrongCommand(ASK, path=desk.database)
    with desk.open() as store:
        aside = None if given.without_copy or not _holds_something(store) else set_aside(store, desk)
        forget_all(store, actor=desk.actor)
        if desk.running:
            published.load(store)  # the pages go on with what comes with the product
    desk.show(desk.say("{path} is empty.", path=desk.database))
    if aside:
        desk.show(desk.say("What it held lies in {file}. It comes back with: restore {file}", file=aside))
        desk.show(desk.say("Answers of members lie there, too. Delete that file when nobody needs it any more."))
    return DONE


def set_aside(store: Store, desk: Desk) -> Path:
    """A whole copy of the database beside it, under a name with the day and the hour."""
    file = dated_name(store.path or desk.database, "before-reset")
    storeroom.backup(store, file, actor=desk.actor)
    return file


def _holds_something(store: Store) -> bool:
    return bool(history(store) or storeroom.packs(store) or storeroom.editions(store))
