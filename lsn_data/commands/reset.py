"""`reset`: empty the database."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data.commands.desk import DONE, Desk, WrongCommand
from lsn_data.language import Language, mark
from lsn_data.store import forget_all

NAME = "reset"
ACTION = "reset"
HELP = mark(
    "empties the database: all imports, answers, board packs, editions and remembered layouts; there is no way back"
)


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--yes", action="store_true", help=say("really do it"))


def run(given: Namespace, desk: Desk) -> int:
    """Only with --yes."""
    if not given.yes:
        raise WrongCommand(mark("This empties {path} and cannot be undone. Say: reset --yes"), path=desk.database)
    with desk.open() as store:
        forget_all(store, actor=desk.actor)
    desk.show(desk.say("{path} is empty.", path=desk.database))
    return DONE
