"""`import`: read, recognise, check and store files; one file is one import is one transaction."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lsn_data.commands.desk import DONE, REFUSED, Desk, WrongCommand
from lsn_data.commands.mapping import read_asked, read_mapping
from lsn_data.commands.receipts import as_json, as_text
from lsn_data.errors import Refused, StoreError
from lsn_data.intake.opened import Opened
from lsn_data.intake.problems import problem
from lsn_data.intake.register_parts import KIND
from lsn_data.intake.report import Reading
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Import, Store, remember, same_file, save, would_save
from lsn_data.store.confirmed import NOT_REMEMBERED
from lsn_data.topics.changes.doubled import doubled, doubles

NAME = "import"
ACTION = "import"
HELP = mark("reads, recognises, checks and stores spreadsheets; one file is one import")


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("files", metavar=say("FILE"), nargs="+", help=say("spreadsheets (.xlsx, .csv)"))
    parser.add_argument("--kind", choices=[SURVEY, *REGISTERS], help=say("what it holds (default: it is recognised)"))
    parser.add_argument(
        "--wave", metavar=say("NAME"), help=say("the survey wave (default: the year of the last answer)")
    )
    parser.add_argument("--asked", metavar="N", type=members, help=say("how many members were invited"))
    parser.add_argument(
        "--asked-by",
        metavar=say("FILE"),
        help=say('a JSON file with the members invited per group: {"sector": {"biotech": 60}}'),
    )
    parser.add_argument(
        "--as-of",
        metavar=say("DATE"),
        type=_day,
        help=say("the day that the data stand for, as 2026-03-31 (default: of the last answer)"),
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=say("replace a wave that is there already; the earlier answers are kept as history"),
    )
    parser.add_argument(
        "--mapping",
        metavar=say("FILE"),
        help=say("a JSON file that answers what the spreadsheet does not tell"),
    )
    parser.add_argument(
        "--note",
        metavar=say("REASON"),
        default="",
        help=say("why the data change, for the history; no names of people"),
    )
    parser.add_argument("--dry-run", action="store_true", help=say("say what would happen and store nothing"))
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


@dataclass(frozen=True)
class Outcome:
    """What became of one file. `status` is stored, would store, already stored, needs answer or refused."""

    status: str
    reading: Reading
    wave: str | None
    receipt: Import | None = None
    refusal: Refused | None = None


def run(given: Namespace, desk: Desk) -> int:
    """Take one file after the other; each stands for itself."""
    files = [existing(Path(name), desk) for name in given.files]
    told = read_mapping(Path(given.mapping), desk.files) if given.mapping else {}
    with desk.open() as store:
        outcomes = [_take(store, file, told, given, desk) for file in files]
    if given.json:
        desk.json({"files": [as_json(one, desk.say) for one in outcomes]})
    else:
        desk.show("\n\n".join(as_text(one, desk.say) for one in outcomes))
    done = all(one.status in ("stored", "would store", "already stored") for one in outcomes)
    return DONE if done else REFUSED


def usual_wave(reading: Reading, as_of: dt.date | None = None) -> str:
    """The name of a wave that nobody named: the year of its last answer."""
    return str((reading.last_day or as_of or dt.date.today()).year)


def existing(file: Path, desk: Desk) -> Path:
    """The path itself. Raises WrongCommand if there is no such file."""
    if not desk.files.is_file(file):
        raise WrongCommand(mark("There is no file {file}. Check its name and folder."), file=file)
    return file


def _take(store: Store, file: Path, told: dict[str, Any], given: Namespace, desk: Desk) -> Outcome:
    """Read a file and store it if nothing stands against it; what was told then is remembered."""
    opened = Opened(desk.files.read(file), file.name)
    kind = given.kind or kind_of(opened, told)
    reading, known = read_knowing(store, opened, kind, told, chosen=bool(given.kind))
    wave = (given.wave or usual_wave(reading, given.as_of)) if kind == SURVEY else None
    if reading.status != "ready":
        return Outcome(reading.status, reading, wave)
    if kind == SURVEY and (given.replace or not same_file(store, reading)):
        reading = _warned(store, reading, wave)
    try:
        outcome = _stored(store, reading, wave, given, desk)
    except Refused as refusal:
        return Outcome("refused", reading, wave, refusal=refusal)
    if told.keys() - {KIND} and reading.layout and outcome.status == "stored":
        _remember(store, reading, known, desk)
    return outcome


def _warned(store: Store, reading: Reading, wave: str | None) -> Reading:
    """The reading with a warning where most of its answers count already under another name."""
    found = doubled(doubles(store, reading), wave)
    if found is None:
        return reading
    return replace(reading, problems=(*reading.problems, problem("same-survey", **vars(found))))


def _remember(store: Store, reading: Reading, known: dict[str, Any], desk: Desk) -> None:
    """Keep what was told about the layout. The import is stored already, so trouble is told beside its outcome."""
    try:
        remember(store, reading.layout, known, actor=desk.actor)
    except StoreError as trouble:
        desk.tell(desk.say(NOT_REMEMBERED, file=reading.file, why=trouble.said(desk.say)))


def _stored(store: Store, reading: Reading, wave: str | None, given: Namespace, desk: Desk) -> Outcome:
    if given.dry_run:
        there = would_save(store, reading, wave=wave, asked=given.asked, replace=given.replace)
        return Outcome("already stored", reading, there.wave, there) if there else Outcome("would store", reading, wave)
    receipt, new = save(
        store,
        reading,
        wave=wave,
        actor=desk.actor,
        asked=given.asked,
        as_of=given.as_of,
        replace=given.replace,
        asked_by=read_asked(Path(given.asked_by), desk.files) if given.asked_by and wave else None,
        note=given.note,
    )
    return Outcome("stored" if new else "already stored", reading, receipt.wave, receipt)


def members(text: str) -> int:
    """A whole number above zero."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"{text}: 1, 2, 3 …")
    return int(text)


def _day(text: str) -> dt.date:
    """A day as ISO writes it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as trouble:
        raise ArgumentTypeError(f"{text}: 2026-03-31") from trouble
