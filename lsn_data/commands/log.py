"""`log`: who did what, and when?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from lsn_data.commands.desk import DONE, Desk, aligned
from lsn_data.language import Language, mark
from lsn_data.store.log import entries
from lsn_data.store.moments import utc
from lsn_data.telling_log import cells, headings

NAME = "log"
ACTION = "administer"
HELP = mark("who did what, the newest first: imports, undos, edits, editions, exports, backups, logins")
MOST = 1_000_000


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--who", metavar=say("NAME"), help=say("only what this person did"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Show the entries."""
    with desk.open() as store:
        found = entries(store, who=given.who, most=MOST)
    if given.json:
        told = [
            {"at": utc(one.at), "who": one.who, "role": one.role,
             "action": one.action, "about": one.about}
            for one in found
        ]  # fmt: skip
        desk.json({"entries": told})
    else:
        desk.show(aligned([headings(desk.say), *(cells(one, desk.say) for one in found)]))
    return DONE
