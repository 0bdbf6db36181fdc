"""`check`: is the database whole?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from lsn_data import store as storeroom
from lsn_data.commands.backup import held
from lsn_data.commands.desk import DONE, REFUSED, Desk
from lsn_data.commands.restore import show_newest
from lsn_data.errors import Damaged, TooNew
from lsn_data.language import Language, mark
from lsn_data.store import Checked

NAME = "check"
ACTION = "backup"
HELP = mark("reads the whole database and tells whether anything is missing or damaged; exit status 1 if so")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument(
        "--set-log-aside",
        action="store_true",
        help=say("go on without a log of newest changes that cannot be read; it is kept in a file of its own"),
    )
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Look through it; a database that cannot be opened is told as what was found."""
    if given.set_log_aside:
        done = desk.files.set_log_aside(desk.database, desk.actor)
        desk.tell(desk.say("The log was set aside. Changes newer than those below are in it alone."))
        if not given.json:
            show_newest(done, desk)
    try:
        with desk.open_there() as store:
            found = storeroom.check(store)
    except (Damaged, TooNew) as trouble:
        return _unopened(trouble, given.json, desk)
    if given.json:
        desk.json(as_json(found, desk))
    else:
        _show(found, desk)
    return DONE if found.whole else REFUSED


def _unopened(trouble: Damaged | TooNew, json: bool, desk: Desk) -> int:
    said = trouble.said(desk.say)
    cause = "too-new" if isinstance(trouble, TooNew) else "not-opened"
    if json:
        desk.json({"database": desk.database, "whole": False, "findings": [{"finding": cause, "message": said}]})
    desk.tell(said)
    return REFUSED


def as_json(found: Checked, desk: Desk) -> dict[str, Any]:
    """What was looked through and what was found."""
    return {
        "database": desk.database,
        "whole": found.whole,
        "schema": found.schema,
        "imports": found.imports,
        "editions": found.editions,
        "tables": {table: one.rows for table, one in found.prints.items()},
        "findings": [{"finding": one.cause, "message": one.said(desk.say)} for one in found.findings],
    }


def _show(found: Checked, desk: Desk) -> None:
    say = desk.say
    if found.whole:
        desk.show(say("The database is intact."))
        desk.show(held(found, say))
        return
    desk.show(
        say.plural("{n} thing is not as it should be:", "{n} things are not as they should be:", len(found.findings))
    )
    for one in found.findings:
        desk.show(f"- {one.said(say)}")
    desk.show(say("Restore the newest backup: python -m lsn_data restore FILE (what lies there now is kept aside)."))
