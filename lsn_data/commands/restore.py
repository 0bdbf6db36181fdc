"""`restore`: a backup becomes the database again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data import store as storeroom
from lsn_data.commands.backup import held
from lsn_data.commands.desk import DONE, Desk
from lsn_data.language import Language, mark

NAME = "restore"
ACTION = "backup"
COMES_BACK = mark(
    "The wave {wave}, deleted on {day}, is in this backup and so there again. Delete it once more: python -m lsn_data"
    " delete {wave} --yes"
)
HELP = mark("puts a backup in the place of the database, which is kept aside under a dated name")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("file", metavar=say("FILE"), help=say("the backup"))


def run(given: Namespace, desk: Desk) -> int:
    """Put it in place; say what it holds, up to when, and where the database of before lies."""
    done = desk.files.restore(desk.database, Path(given.file), desk.actor)
    desk.show(desk.say("Restored: {path}", path=desk.database))
    desk.show(held(done.checked, desk.say))
    show_newest(done, desk)
    for one in done.returning:
        desk.tell(desk.say(COMES_BACK, wave=one.wave, day=desk.say.date(one.at.date())))
    return DONE


def show_newest(done: storeroom.Restored, desk: Desk) -> None:
    """What may be missing, and where what was there before lies."""
    if done.newest:
        desk.show(
            desk.say("The newest change in it is of {moment} (UTC).", moment=done.newest.strftime("%Y-%m-%d %H:%M"))
        )
    if done.aside:
        desk.show(desk.say("What was there before is kept in {file}.", file=done.aside))
