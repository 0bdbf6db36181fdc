"""`delete`: a wave of the survey goes for good, or every wave that is past its day."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace

from lsn_data.commands.desk import DONE, WRONG, Desk, WrongCommand
from lsn_data.copies import delete_left, left
from lsn_data.deleting import deleted_copies_said, follows, known_copies, left_said, over_said
from lsn_data.language import Language, mark
from lsn_data.settings import settings
from lsn_data.store import Backup, Doomed, Store, delete_wave, doomed, expired
from lsn_data.store.moments import utc

NAME = "delete"
ACTION = "delete"
HELP = mark("deletes a wave of the survey for good, with everything that respondents answered; there is no way back")
SAY_YES = mark("Nothing was deleted. To do it, say --yes.")
NOT_ERASED = mark(
    "The answers are deleted, but their bytes are still in the file: it is in use. The next start erases them."
)
WHICH = mark(
    "Name a wave, or say --expired for those that are past their day, not both; or say --copies alone for the copies"
    " that hold what was deleted before."
)


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("wave", nargs="?", metavar=say("WAVE"), help=say("the name of the wave, as history lists it"))
    parser.add_argument("--expired", action="store_true", help=say("every wave that is past the day it is kept until"))
    parser.add_argument("--editions", action="store_true", help=say("also the editions that show it"))
    parser.add_argument(
        "--copies", action="store_true", help=say("also the copies and backups known here that hold it")
    )
    parser.add_argument("--yes", action="store_true", help=say("really do it"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Say what follows; with --yes do it."""
    if given.expired == bool(given.wave) and (given.wave or not given.copies):
        raise WrongCommand(WHICH)
    with desk.open_there() as store:
        over = expired(store, settings().retention_months, dt.date.today()) if given.expired else []
        found = [doomed(store, one.wave, one.origin) for one in over]
        found += [doomed(store, given.wave)] if given.wave else []
        told = [line for one in found for line in follows(one, store, given.editions, desk.say)]
        result = [_json(one, store, given.editions) for one in found]
        erased = _do(store, found, given, desk) if given.yes else True
        found_copies = _copies(store, given, desk) if given.copies else []
    if given.json:
        names = [one.name for one in found_copies]
        desk.json({"deleted": result, "done": bool(given.yes), "erased": bool(given.yes) and erased, "copies": names})
    else:
        told = [over_said(over, desk.say) or desk.say("No wave is past its day."), *told] if given.expired else told
        desk.show("\n".join([*told, *_copies_said(found_copies, given, desk.say)]))
    if (found or found_copies) and not given.yes:
        desk.tell(desk.say(SAY_YES))
        return WRONG
    if not erased:
        desk.tell(desk.say(NOT_ERASED))
    return DONE


def _copies(store: Store, given: Namespace, desk: Desk) -> list[Backup]:
    """The copies that hold what was deleted, up to now; with --yes they go."""
    return delete_left(store, desk.actor) if given.yes else left(store)


def _copies_said(found: list[Backup], given: Namespace, say: Language) -> list[str]:
    if not given.copies:
        return []
    if not found:
        return [say("No copy known here holds what was deleted.")] if given.yes or not given.wave else []
    return [deleted_copies_said(found, say) if given.yes else left_said(found, dt.datetime.now(), say)]


def _do(store: Store, found: list[Doomed], given: Namespace, desk: Desk) -> bool:
    """Delete them all; False where bytes are still in the file."""
    erased = True
    for one in found:
        told = delete_wave(store, one.wave, origin=one.origin, editions=given.editions, actor=desk.actor)
        erased = erased and told[1]
    return erased


def _json(one: Doomed, store: Store, editions: bool) -> dict[str, object]:
    return {
        "wave": one.wave,
        "origin": one.origin,
        "imports": list(one.imports),
        "answers": one.answers,
        "came": utc(one.came),
        "editions": [
            {"edition": each.name, "exhibits": each.exhibits, "texts": each.texts, "deleted": editions}
            for each in one.editions
        ],
        "packs": [{"pack": each.name, "exhibits": each.exhibits} for each in one.packs],
        "copies": [{"file": str(copy.file), "at": utc(copy.at)} for copy in known_copies(store, one)],
    }
