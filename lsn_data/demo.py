"""What can be seen before the first real file? Invented survey waves and registers, marked as demo wherever they show.

They go the way of every file: the same reading, the same checks, the same store. The scripts in `datasets/demo` made
them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from lsn_data.intake import read_register, read_survey
from lsn_data.intake.report import Reading
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import SURVEY, Import, Store, history, redo, save, undo

FOLDER = Path(__file__).parent.parent / "datasets" / "demo"
WAVE = "Demo 2026"
AS_OF = dt.date(2026, 6, 30)
# How many members each wave asked, by the year of its file. The newest wave is loaded last.
ASKED: Mapping[int, int] = {2022: 262, 2024: 285, 2026: 300}


@dataclass(frozen=True)
class _File:
    """One file of the demo, and as what it is stored."""

    path: Path
    kind: str
    wave: str | None = None
    asked: int | None = None
    as_of: dt.date | None = None


def load(store: Store, actor: str) -> Import:
    """Store the whole demo and return the receipt of the wave "Demo 2026"; loading it again changes nothing."""
    receipts = [_stored(store, one, actor) for one in _files()]
    return next(one for one in receipts if one.wave == WAVE)


def remove(store: Store, actor: str) -> int:
    """Take back everything that belongs to the demo; returns how many imports that were."""
    found = standing(store)
    for one in reversed(found):
        undo(store, one, actor=actor)
    return len(found)


def standing(store: Store) -> list[str]:
    """The demo's imports that were not taken back, oldest first."""
    return [one.import_id for one in history(store) if one.origin == "demo" and one.state != "undone"]


def bring_back(store: Store, imports: Sequence[str], actor: str) -> None:
    """Let imports of the demo count again that were removed together."""
    for one in imports:
        redo(store, one, actor=actor)


def loaded(store: Store) -> list[Import]:
    """The demo's imports that count."""
    return [one for one in history(store) if one.origin == "demo" and one.state == "current"]


def _files() -> list[_File]:
    registers = [
        _File(FOLDER / f"{kind}.csv", kind, as_of=AS_OF) for kind in REGISTERS if (FOLDER / f"{kind}.csv").exists()
    ]
    surveys = [
        _File(FOLDER / f"survey-demo-{year}.csv", SURVEY, wave=f"Demo {year}", asked=asked)
        for year, asked in ASKED.items()
    ]
    return [*registers, *surveys]


def _stored(store: Store, file: _File, actor: str) -> Import:
    """The receipt of a file; one that is stored already is not even read."""
    earlier = [one for one in loaded(store) if (one.kind, one.wave) == (file.kind, file.wave)]
    same = next((one for one in earlier if one.sha256 == sha256(file.path.read_bytes()).hexdigest()), None)
    if same:
        return same
    receipt, _ = save(
        store, _read(file.path, file.kind), wave=file.wave, actor=actor, asked=file.asked, as_of=file.as_of,
        origin="demo", replace=bool(earlier),
    )  # fmt: skip
    return receipt


@cache
def _read(path: Path, kind: str) -> Reading:
    """What a file says; it comes with the product, so a process reads it once."""
    data = path.read_bytes()
    return read_survey(data, path.name) if kind == SURVEY else read_register(data, path.name, kind)
