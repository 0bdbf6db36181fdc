"""`template`: an empty, guided spreadsheet to fill."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data.commands.desk import DONE, Desk, WrongCommand
from lsn_data.language import Language, mark
from lsn_data.sheets.register_template import register_template
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.template import survey_template

NAME = "template"
ACTION = "view"
HELP = mark("writes an empty, guided spreadsheet for a kind of data")
SURVEY = "survey"


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("kind", choices=[SURVEY, *REGISTERS], help=say("what the spreadsheet is for"))
    parser.add_argument("--out", metavar=say("FILE.xlsx"), required=True, help=say("where it is written"))


def run(given: Namespace, desk: Desk) -> int:
    """Write it."""
    file = Path(given.out)
    if file.suffix.lower() != ".xlsx":
        raise WrongCommand(mark("--out must name a file ending in {endings}."), endings=".xlsx")
    code = desk.say.code
    desk.write(file, survey_template(code) if given.kind == SURVEY else register_template(given.kind, code))
    return DONE
