"""`board`: the board pack as editable slides, or its figures as a workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data.board import NAMES, Pick, draw, standard
from lsn_data.commands.desk import DONE, Desk, WrongCommand
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_slide import presentation
from lsn_data.language import Language, mark
from lsn_data.store import Store

NAME = "board"
ACTION = "export"
HELP = mark("writes the board pack: slides (.pptx) or the figures behind them (.xlsx)")
ENDINGS = (".pptx", ".xlsx")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("--out", metavar=say("pack.pptx|figures.xlsx"), required=True, help=say("where it is written"))
    parser.add_argument("--edition", metavar=say("NAME"), default="", help=say("the edition's name, for the foot"))
    parser.add_argument(
        "--exhibits",
        metavar="a,b,c",
        help=say(
            "which exhibits, in this order (default: the standard pack); there are: {names}",
            names=", ".join(NAMES),
        ),
    )


def run(given: Namespace, desk: Desk) -> int:
    """Draw the exhibits and write the pack."""
    file = Path(given.out)
    if file.suffix.lower() not in ENDINGS:
        raise WrongCommand(mark("--out must name a file ending in {endings}."), endings=", ".join(ENDINGS))
    with desk.open() as store:
        exhibits = [draw(store, pick, desk.say) for pick in picks(store, given.exhibits)]
    desk.write(file, _bound(exhibits, file, given.edition))
    return DONE


def picks(store: Store, names: str | None) -> list[Pick]:
    """The exhibits asked for by name, or the standard pack. Raises WrongCommand for a name that is none."""
    usual = standard(store)
    if names is None:
        return list(usual)
    by_name = {pick.name: pick for pick in reversed(usual)}
    return [by_name.get(name) or Pick(name, ()) for name in _known(names)]


def _known(names: str) -> list[str]:
    asked = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in asked if name not in NAMES]
    if unknown or not asked:
        raise WrongCommand(
            mark("There is no exhibit {unknown}. There are: {names}."),
            unknown=", ".join(unknown) or "–",
            names=", ".join(NAMES),
        )
    return asked


def _bound(exhibits: list[Exhibit], file: Path, edition: str) -> bytes:
    if file.suffix.lower() == ".pptx":
        return presentation(exhibits, edition)
    return workbook(exhibits)
