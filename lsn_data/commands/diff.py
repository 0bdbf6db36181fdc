"""`diff`: what would an import change? Compares files with the waves that are stored."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsn_data.commands.answers import KNOWN
from lsn_data.commands.desk import DONE, REFUSED, Desk, aligned
from lsn_data.commands.importing import Outcome, existing, usual_wave
from lsn_data.commands.mapping import read_mapping
from lsn_data.commands.receipts import as_text
from lsn_data.exhibit.disclosure import FEWEST
from lsn_data.intake.report import Reading
from lsn_data.knowing import kind_of, read_knowing
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Import, Store, import_as_of
from lsn_data.topics.registers.changes import changes

NAME = "diff"
ACTION = "export"
HELP = mark("tells what an import would change, and stores nothing")

NO_NAMES = mark("Answers carry no names: a changed answer counts as one gone and one new.")
Answer = tuple[tuple[str | None, ...], tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Difference:
    """What one file would change. `figures` are (name, before, after); a register has no wave."""

    file: str
    wave: str | None
    new: int
    gone: int
    figures: tuple[tuple[str, float | None, float | None], ...]
    changed: int = 0


def arguments(parser: ArgumentParser, say: Language) -> None:
    """What may follow the command."""
    parser.add_argument("files", metavar=say("FILE"), nargs="+", help=say("spreadsheets (.xlsx, .csv)"))
    parser.add_argument(
        "--wave", metavar=say("NAME"), help=say("the survey wave (default: the year of the last answer)")
    )
    parser.add_argument(
        "--mapping", metavar=say("FILE"), help=say("a JSON file that answers what the spreadsheet does not tell")
    )
    parser.add_argument("--json", action="store_true", help=say("one JSON object instead of text"))


def run(given: Namespace, desk: Desk) -> int:
    """Compare each file; one that cannot be read is told beside the result."""
    files = [existing(Path(name)) for name in given.files]
    told = read_mapping(Path(given.mapping)) if given.mapping else {}
    found = []
    with desk.open() as store:
        for file in files:
            data = file.read_bytes()
            reading, _ = read_knowing(store, data, file.name, kind_of(data, file.name), told)
            wave = (given.wave or usual_wave(reading)) if reading.kind == SURVEY else None
            if reading.status == "ready":
                found.append(difference(store, reading, wave) if wave else register_difference(store, reading))
            else:
                desk.tell(as_text(Outcome(reading.status, reading, wave), desk.say))
    if given.json:
        desk.json(_json(found, desk.say))
    else:
        for one in found:
            _show(one, desk)
    return DONE if len(found) == len(files) else REFUSED


def difference(store: Store, reading: Reading, wave: str) -> Difference:
    """What storing a ready reading under that wave would change."""
    current = import_as_of(store, wave)
    before = _stored(store, current) if current else Counter[Answer]()
    after = _read(reading)
    return Difference(
        file=reading.file,
        wave=wave,
        new=(after - before).total(),
        gone=(before - after).total(),
        figures=tuple(_figures(before, after, reading)),
    )


def register_difference(store: Store, reading: Reading) -> Difference:
    """What storing a ready register would change: rows by their key, and how many there are."""
    told = changes(store, reading)
    figures = ((reading.kind, told.before, told.after),)
    return Difference(reading.file, None, told.new, told.gone, figures, told.changed)


def _stored(store: Store, wave: Import) -> Counter[Answer]:
    """Each stored answer and how often it was given."""
    of_import = {"import": wave.import_id}
    items = [row["item"] for row in store.ask("items", **of_import)]
    rows = store.ask("answers", **of_import)
    return Counter(_answer([row[name] for name in KNOWN], items, row["places"]) for row in rows)


def _read(reading: Reading) -> Counter[Answer]:
    """Each answer of a file and how often it was given."""
    assert reading.ranking is not None
    items = [one.item for one in reading.ranking.items]
    return Counter(_answer([getattr(one, name) for name in KNOWN], items, one.places) for one in reading.respondents)


def _answer(known: Sequence[str | None], items: Sequence[str], places: Sequence[int | None]) -> Answer:
    """An answer that can be compared whatever the order of the items."""
    given = {item: place for item, place in zip(items, places, strict=True) if place is not None}
    return tuple(known), tuple(sorted(given.items()))


def _figures(
    before: Counter[Answer], after: Counter[Answer], reading: Reading
) -> list[tuple[str, float | None, float | None]]:
    assert reading.ranking is not None
    figures: list[tuple[str, float | None, float | None]] = [
        ("answers", before.total(), after.total()),
        ("ranked", _ranked(before), _ranked(after)),
    ]
    for one in reading.ranking.items:
        figures.append((f"mean_place {one.item}", _mean(before, one.item), _mean(after, one.item)))
    return figures


def _ranked(answers: Counter[Answer]) -> int:
    return sum(n for (_, places), n in answers.items() if places)


def _mean(answers: Counter[Answer], item: str) -> float | None:
    """The mean place of an item; None over fewer than may be shown."""
    given = [(dict(places)[item], n) for (_, places), n in answers.items() if item in dict(places)]
    total = sum(n for _, n in given)
    return round(sum(place * n for place, n in given) / total, 2) if total >= FEWEST else None


def _json(found: Sequence[Difference], say: Language) -> dict[str, Any]:
    """The sums over all files, then each file."""
    files: list[dict[str, Any]] = [
        {
            "file": one.file,
            "wave": one.wave,
            "new": one.new,
            "changed": one.changed,
            "gone": one.gone,
            "figures": [
                {"figure": name, "from": before, "to": after, "wave": one.wave} for name, before, after in one.figures
            ],
        }
        for one in found
    ]
    return {
        "new": sum(one.new for one in found),
        "changed": sum(one.changed for one in found),
        "gone": sum(one.gone for one in found),
        "figures": [figure for one in files for figure in one["figures"]],
        "notes": [say(NO_NAMES)] if any(one.wave for one in found) else [],
        "files": files,
    }


def _show(one: Difference, desk: Desk) -> None:
    say = desk.say
    counts = {"new": say.number(one.new), "gone": say.number(one.gone), "changed": say.number(one.changed)}
    if one.wave:
        desk.show(say("{file}, wave {wave}: {new} new, {gone} gone", file=one.file, wave=one.wave, **counts))
    else:
        desk.show(say("{file}: {new} new, {changed} changed, {gone} gone", file=one.file, **counts))
    rows = [[_name(name, say), _told(before, say), _told(after, say)] for name, before, after in one.figures]
    desk.show(aligned([["", say("now"), say("then")], *rows], right=[1, 2]))
    if one.wave:
        desk.show(f"- {say(NO_NAMES)}")


def _name(figure: str, say: Language) -> str:
    words = {"answers": say("answers"), "ranked": say("rankings")}
    words |= {kind: say.both(sheet.label) for kind, sheet in REGISTERS.items()}
    return words.get(figure) or say("mean place {item}", item=figure.split()[-1])


def _told(value: float | None, say: Language) -> str:
    return "–" if value is None else say.number(value, 0 if isinstance(value, int) else 2)
