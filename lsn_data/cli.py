"""How is the product driven without a screen? `python -m lsn_data COMMAND …`, for schedules and for checks.

Exit status: 0 done, 1 the data were refused or something must be answered first (nothing was stored), 2 the
command itself was wrong. Whatever happens, a person reads one line, never a traceback.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from lsn_data import log
from lsn_data.access import local_actor, require
from lsn_data.commands import COMMANDS
from lsn_data.commands.desk import DONE, REFUSED, WRONG, Desk
from lsn_data.disclosure import NotShown
from lsn_data.errors import LsnError, NotAllowed, Refused
from lsn_data.handing.asking import handed_over
from lsn_data.language import CODES, Language, mark, spoken_in
from lsn_data.settings import USUAL_DATABASE, settings
from lsn_data.settings_sources import WrongSettings

ABOUT = mark(
    "The LSN 2030 strategy monitor on the command line. Options stand after the command's name;"
    " COMMAND --help explains each command."
)
EXIT_STATUS = mark(
    "Exit status: 0 done (also: already stored, suppressed); 1 the data were refused or something must be"
    " answered first, nothing was stored; 2 the command itself was wrong."
)
# What argparse itself says; it looks each text up under the name `_` of its module.
ARGPARSE_SAYS = (
    mark("usage: "),
    mark("options"),
    mark("positional arguments"),
    mark("show this help message and exit"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("invalid %(type)s value: %(value)r"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("not allowed with argument %s"),
    mark("ignored explicit argument %r"),
)

_one_parser = threading.Lock()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    given_arguments = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    say = Language(language_of(given_arguments, os.environ))
    try:
        given = _parser(say).parse_args(given_arguments)
    except SystemExit as over:
        return int(over.code or 0)
    try:
        database = _database(given.db)
    except WrongSettings as wrong:
        print(wrong.said(say), file=sys.stderr)
        return WRONG
    desk = Desk(database, say, local_actor())
    done = _guarded(lambda: handed_over(given_arguments, given, desk), desk)
    return run(given, desk) if done is None else done


def parsed(arguments: Sequence[str], say: Language) -> argparse.Namespace | None:
    """What a command says that was understood before, elsewhere; None if it is not understood here."""
    with _one_parser:
        parser, _Parser.quiet = _parser(say), True
        try:
            return parser.parse_args(list(arguments))
        except SystemExit:
            return None
        finally:
            _Parser.quiet = False


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for, else the environment's, else English.

    >>> language_of(["history", "--lang", "de"], {}), language_of([], {"LANG": "de_DE.UTF-8"})
    ('de', 'de')
    """
    asked = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    asked.add_argument("--lang", nargs="?")
    code = asked.parse_known_args(list(arguments))[0].lang
    if code in CODES:
        return str(code)
    return spoken_in(environment)


def run(given: argparse.Namespace, desk: Desk) -> int:
    """The command's exit status; what stops it is said in one line."""

    def do() -> int:
        require(desk.actor, given.action)
        status = int(given.run(given, desk))
        desk.out.flush()
        return status

    done = _guarded(do, desk)
    return WRONG if done is None else done


def _guarded(do: Callable[[], int | None], desk: Desk) -> int | None:
    """What it gives; what stops it is said in one line."""
    try:
        return do()
    except (Refused, NotAllowed, NotShown) as refusal:
        desk.tell(refusal.said(desk.say))
        return REFUSED
    except LsnError as trouble:
        desk.tell(trouble.said(desk.say))
    except KeyboardInterrupt:
        desk.tell(desk.say("Stopped."))
    except BrokenPipeError:
        if desk.out is sys.stdout:
            sys.stdout = io.StringIO()  # the reader has seen enough; nothing is left to flush
        return DONE
    except OSError as trouble:
        desk.tell(desk.say("{file} cannot be read or written: {why}.", file=trouble.filename, why=trouble.strerror))
    except Exception as mistake:
        if os.environ.get("LSN_TRACEBACK"):
            raise
        what = f"{type(mistake).__name__}, {[*log.places(mistake)][-1]}"  # its words may quote an answer
        desk.tell(desk.say("This is a mistake of the product, please report it: {what}", what=what))
    return WRONG


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in one line."""

    say = Language("en")
    quiet = False

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        super().exit(status, None if self.quiet else message)

    def error(self, message: str) -> NoReturn:
        way_out = self.say("{command} --help explains it.", command=self.prog)
        self.exit(WRONG, f"{message}. {way_out}\n")


def _parser(say: Language) -> argparse.ArgumentParser:
    vars(argparse)["_"] = say
    _Parser.say = say
    parser = _Parser(prog="python -m lsn_data", description=say(ABOUT), epilog=say(EXIT_STATUS), allow_abbrev=False)
    commands = parser.add_subparsers(metavar=say("COMMAND"), required=True, title=say("commands"))
    for command in COMMANDS:
        words = say(command.HELP)
        one = commands.add_parser(command.NAME, help=words, description=words, allow_abbrev=False)
        command.arguments(one, say)
        one.add_argument(
            "--db",
            metavar=say("FILE"),
            help=say("the database (default: $LSN_DB, else {file})", file=USUAL_DATABASE.as_posix()),
        )
        one.add_argument(
            "--lang", choices=sorted(CODES), help=say("the language (default: the environment's, else en)")
        )
        one.set_defaults(run=command.run, action=command.ACTION, command=command.NAME)
    return parser


def _database(asked: str | None) -> Path:
    """The database asked for, else the one that is set. Raises WrongSettings, whatever is asked for."""
    usual = settings().db
    return Path(asked) if asked else usual


def _speak_utf8() -> None:
    """Windows' consoles have code pages of their own; ours is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
