"""`board`: the board pack as editable slides, as a paper to read, or its figures as a workbook."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lsn_data.access import require
from lsn_data.board import NAMES, Pick, bound, drawing
from lsn_data.board.editions import freeze, opened, rebuilt
from lsn_data.board.kept import names, pack_of_name
from lsn_data.board.pack import Pack
from lsn_data.board.standard import standard
from lsn_data.commands.desk import DONE, REFUSED, Desk, WrongCommand
from lsn_data.exhibit import clean
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.in_workbook import figures
from lsn_data.exhibit.on_paper import handout
from lsn_data.exhibit.on_slide import deck, presentation
from lsn_data.exhibit.slide.template_apart import checked_apart
from lsn_data.language import Language, mark
from lsn_data.store import Store, template_data
from lsn_data.store.log import noted

NAME = "board"
ACTION = "export"
HELP = mark("writes the board pack: slides (.pptx), a paper to read (.pdf) or the figures behind them (.xlsx)")
ENDINGS = (".pptx", ".pdf", ".xlsx")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument(
        "--out", metavar=say("pack.pptx|handout.pdf|figures.xlsx"), required=True, help=say("where it is written")
    )
    parser.add_argument(
        "--edition", metavar=say("NAME"), help=say("write this frozen edition again, whatever came in since")
    )
    parser.add_argument("--freeze", metavar=say("NAME"), help=say("freeze what is written as an edition of this name"))
    parser.add_argument(
        "--pack", metavar=say("NAME"), help=say("the saved pack of this name (default: the standard pack)")
    )
    parser.add_argument(
        "--exhibits",
        metavar="a,b,c",
        help=say(
            "which exhibits, in this order (default: the standard pack); there are: {names}",
            names=", ".join(NAMES),
        ),
    )
    parser.add_argument(
        "--template",
        metavar=say("FILE.pptx"),
        help=say("the office's slide template for this run (default: the one that is kept, else our own)"),
    )


def run(given: Namespace, desk: Desk) -> int:
    """Draw the pack, or take the edition, and write it."""
    file = Path(given.out)
    if file.suffix.lower() not in ENDINGS:
        raise WrongCommand(mark("--out must name a file ending in {endings}."), endings=", ".join(ENDINGS))
    chosen = [name for name in ("edition", "pack", "exhibits") if getattr(given, name) is not None]
    if len(chosen) > 1 or (given.edition is not None and given.freeze is not None):
        raise WrongCommand(
            mark("Only one of --edition, --pack and --exhibits can be said; an edition is frozen already.")
        )
    if given.freeze is not None:
        desk.files.refuse_unwritable(file)  # an edition stays for ever: it is not frozen where its file cannot be
    with desk.open() as store:
        template = _template(store, given, file, desk)
        found = _bound(store, given, desk)
        if given.exhibits is None or not found.missing:
            noted(store, desk.actor, "export", {"file": file.name})
    for what, why in found.missing:
        desk.tell(desk.say("Not in the pack: {what}. {why}", what=what, why=why))
    if given.exhibits is not None and found.missing:
        return REFUSED
    desk.write(file, _drawn(found, file, template, whole=given.exhibits is None))
    return DONE


def _template(store: Store, given: Namespace, out: Path, desk: Desk) -> bytes | None:
    """The slide template to use. Raises WrongCommand for a file that cannot be read, Refused for one that is none."""
    if out.suffix.lower() != ".pptx":
        if given.template is not None:
            raise WrongCommand(mark("--template is for slides: --out must name a .pptx file."))
        return None
    if given.template is None:
        return template_data(store)
    try:
        data = desk.files.read(Path(given.template))
    except OSError as trouble:
        raise WrongCommand(
            mark("The template {file} cannot be read. Name a file of PowerPoint (.pptx, .potx)."), file=given.template
        ) from trouble
    return checked_apart(data, Path(given.template).name)


def _bound(store: Store, given: Namespace, desk: Desk) -> Bound:
    """What is to be written. Raises Refused (no such edition, its name is taken, nothing to freeze), WrongCommand."""
    if given.edition is not None:
        return rebuilt(store, clean.line(given.edition), desk.say)
    pack = _pack(store, given)
    if given.freeze is not None:
        require(desk.actor, "compose")
        return opened(freeze(store, pack, given.freeze, drawing(store), actor=desk.actor), desk.say)
    return bound(store, pack, desk.say)


def _pack(store: Store, given: Namespace) -> Pack:
    if given.exhibits is not None:
        return Pack("").added(*(Pick(name) for name in _known(given.exhibits)))
    if given.pack is None:
        return standard(store)
    found = pack_of_name(store, clean.line(given.pack))
    if found is None:
        raise WrongCommand(
            mark("There is no pack {name}. There are: {names}."),
            name=given.pack,
            names=", ".join(names(store)) or "–",
        )
    return found


def _known(told: str) -> list[str]:
    asked = [name.strip() for name in told.split(",") if name.strip()]
    unknown = [name for name in asked if name not in NAMES]
    if unknown or not asked:
        raise WrongCommand(
            mark("There is no exhibit {unknown}. There are: {names}."),
            unknown=", ".join(unknown) or "–",
            names=", ".join(NAMES),
        )
    return asked


def _drawn(bound: Bound, file: Path, template: bytes | None, whole: bool) -> bytes:
    """The file's bytes; exhibits chosen one by one are no `whole` pack: slides without title slide and agenda."""
    if file.suffix.lower() == ".pptx":
        return deck(bound, template) if whole else presentation(bound.exhibits, bound.edition, template)
    if file.suffix.lower() == ".pdf":
        return handout(bound)
    return figures(bound)
