"""`diff`: what would an import change? Rows new, changed and gone, and the figures that move from what to what."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsn_data.commands.desk import DONE, REFUSED, Desk, aligned
from lsn_data.commands.importing import Outcome, existing, members, usual_wave
from lsn_data.commands.mapping import read_mapping
from lsn_data.commands.receipts import as_text
from lsn_data.intake.opened import Opened
from lsn_data.intake.report import Reading
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language, mark
from lsn_data.store import SURVEY, Store, real_wave
from lsn_data.topics.changes.change import Change, figure_json
from lsn_data.topics.changes.survey import survey_change
from lsn_data.topics.changes.words import figure_name, figure_value, item_names
from lsn_data.topics.registers.changes import changes

NAME = "diff"
ACTION = "import"
HELP = mark("tells what an import would change, and stores nothing")

NO_TOKENS = mark("Answers carry no tokens: a changed answer counts as one gone and one new.")


@dataclass(frozen=True)
class Difference:
    """What one file would change; a register has no wave."""

    reading: Reading
    wave: str | None
    change: Change


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("files", metavar=say("FILE"), nargs="+", help=say("spreadsheets (.xlsx, .csv)"))
    parser.add_argument(
        "--wave", metavar=say("NAME"), help=say("the survey wave (default: the year of the last answer)")
    )
    parser.add_argument("--asked", metavar="N", type=members, help=say("how many members were invited"))
    parser.add_argument(
        "--mapping", metavar=say("FILE"), help=say("a JSON file that answers what the spreadsheet does not tell")
    )
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Compare each file; one that cannot be read is told beside the result."""
    files = [existing(Path(name), desk) for name in given.files]
    told = read_mapping(Path(given.mapping), desk.files) if given.mapping else {}
    found = []
    with desk.open() as store:
        for file in files:
            opened = Opened(desk.files.read(file), file.name)
            reading, _ = read_knowing(store, opened, kind_of(opened, told), told)
            wave = (given.wave or usual_wave(reading)) if reading.kind == SURVEY else None
            if reading.status == "ready":
                found.append(Difference(reading, wave, _change(store, reading, wave, given.asked)))
            else:
                desk.tell(as_text(Outcome(reading.status, reading, wave), desk.say))
    if given.json:
        desk.json(_json(found, desk.say))
    else:
        for one in found:
            _show(one, desk)
    return DONE if len(found) == len(files) else REFUSED


def _change(store: Store, reading: Reading, wave: str | None, asked: int | None) -> Change:
    """Of a survey under that wave (asked as told, else as before), or of a register."""
    if wave is None:
        return changes(store, reading)
    known = real_wave(store, wave)
    return survey_change(store, reading, known, asked or (known.asked if known else None))


def _json(found: Sequence[Difference], say: Language) -> dict[str, Any]:
    """The sums over all files, then each file."""
    files: list[dict[str, Any]] = [
        {
            "file": one.reading.file,
            "wave": one.wave,
            "new": one.change.new,
            "changed": one.change.changed or 0,
            "gone": one.change.gone,
            "figures": [{**figure_json(figure), "wave": one.wave} for figure in one.change.figures],
        }
        for one in found
    ]
    return {
        "new": sum(one["new"] for one in files),
        "changed": sum(one["changed"] for one in files),
        "gone": sum(one["gone"] for one in files),
        "figures": [figure for one in files for figure in one["figures"]],
        "notes": [say(NO_TOKENS)] if any(one.change.changed is None for one in found) else [],
        "files": files,
    }


def _show(one: Difference, desk: Desk) -> None:
    """Rows, then the figures; of a wave's figures those that move."""
    say, change = desk.say, one.change
    counts = {name: say.number(getattr(change, name) or 0) for name in ("new", "changed", "gone")}
    if one.wave:
        desk.show(say("{file}, wave {wave}: {new} new, {gone} gone", file=one.reading.file, wave=one.wave, **counts))
    else:
        desk.show(say("{file}: {new} new, {changed} changed, {gone} gone", file=one.reading.file, **counts))
    labels = item_names(one.reading, say)
    rows = [
        [figure_name(figure, say, labels), *_values(one, position, say)]
        for position, figure in enumerate(change.figures)
        if figure.moves or not figure.of
    ]
    desk.show(aligned([["", say("now"), say("then")], *rows], right=[1, 2]))
    if change.changed is None:
        desk.show(f"- {say(NO_TOKENS)}")


def _values(one: Difference, position: int, say: Language) -> list[str]:
    figure, labels = one.change.figures[position], item_names(one.reading, say)
    return [figure_value(value, figure, say, labels) for value in (figure.before, figure.after)]
