"""Does the running app take this command? If it does, its words are said here, as if it had been done here."""

from __future__ import annotations

import argparse
import socket
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TextIO

from lsn_data.commands.desk import WRONG, Desk
from lsn_data.handing.door import A_MOMENT, HERE_ALONE, knock, product, told
from lsn_data.handing.line import Broken, Line
from lsn_data.handing.near_files import NearFiles, named_in
from lsn_data.language import mark

LONGEST = 7200.0
# Commands that ask no database.
WITHOUT = ("template", "settings")
OTHER_VERSION = mark(
    "The app that runs is of another version than this command. Restart the app, then run the command again."
)
LOST = mark(
    "The app ended before the command was done. Everything confirmed is stored; look into the history whether the"
    " change is, then run the command again."
)


def handed_over(arguments: Sequence[str], given: argparse.Namespace, desk: Desk) -> int | None:
    """The exit status of a command that the app did; None if no app is there and the command does it itself."""
    if given.command in WITHOUT:
        return None
    app = _app_of(desk.database)
    if app is None:
        return None
    with closing(app[0]) as line:
        if app[1] != product():
            desk.tell(desk.say(OTHER_VERSION))
            return WRONG
        try:
            return _conversation(line, arguments, given, desk)
        except Broken:
            desk.tell(desk.say(LOST))
            return WRONG
        except KeyboardInterrupt:
            desk.tell(desk.say("Stopped."))
            return WRONG


def _app_of(database: Path) -> tuple[Line, str] | None:
    """The line to the app that holds the database and proved it, and what it is; None if nobody does."""
    door = told(database)
    if door is None:
        return None
    with suppress(OSError):
        line = Line(socket.create_connection((HERE_ALONE, door.port), A_MOMENT))
        its = knock(line, door.secret)
        if its is not None:
            return line, its
        line.close()  # the app was killed, and its port is somebody else's now
    return None


def _conversation(line: Line, arguments: Sequence[str], given: argparse.Namespace, desk: Desk) -> int:
    line.wait_at_most(LONGEST)
    line.say({
        "arguments": list(arguments), "lang": desk.say.code, "actor": str(desk.actor), "database": str(desk.database),
    })  # fmt: skip
    files = NearFiles(line, desk.database, named_in(given))
    while True:
        heard = line.hear()
        if "ask" in heard:
            files.answer(heard)
        elif "say" in heard:
            _said(heard, desk.out if heard["say"] == "out" else desk.err)
        else:
            desk.out.flush()
            return int(heard.get("done", WRONG))


def _said(heard: dict[str, Any], stream: TextIO) -> None:
    stream.write(str(heard.get("text", "")))
