"""Which backups are there, what do they hold, and how many stay?

They lie in one folder, each under a name with its moment and its reason; what each holds is noted in one small file
beside them. A file of another name is not ours: it is neither listed nor deleted. Other databases of the same name may
use the same folder: their backups bear another mark (`own.py`), and by themselves none of them goes. What a restore, a
repair or an update set aside beside the database is listed, too.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from lsn_data.store.keeping.checking import Checked
from lsn_data.store.private import MOMENT, dated_name, log_of, put_text

AUTOMATIC, BY_HAND, UPLOADED = "automatic", "by-hand", "uploaded"
BEFORE = ("before-restore", "before-reset", "before-update", "before-repair")
REASONS = (AUTOMATIC, BY_HAND, UPLOADED, *BEFORE)
# What was set aside goes after so long.
ASIDE = dt.timedelta(days=30)
_notes = threading.Lock()


@dataclass(frozen=True)
class Facts:
    """What a backup holds, as it was found when all of it was read."""

    checked_at: str
    whole: bool
    schema: int
    rows: int
    version: int
    brought: tuple[tuple[str, int], ...]
    frozen: tuple[str, ...]

    @property
    def newest(self) -> str:
        """The name of the newest import in it; empty where there are published facts only."""
        return self.brought[-1][0] if self.brought else ""


@dataclass(frozen=True)
class Backup:
    """One backup: where it lies, when (local time) and why it was made, its size in bytes, what it holds if known.

    `own`: this database made it. `foreign`: another one did. A name without a mark tells neither.
    """

    file: Path
    at: dt.datetime
    why: str
    size: int
    facts: Facts | None = None
    own: bool = True
    foreign: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return self.file.name


def shelved(database: Path, folder: Path, mark: str = "") -> list[Backup]:
    """Every backup of databases of this name, the newest first; `mark` tells which are its own."""
    noted = _noted(folder, database)
    listed = [replace(one, facts=noted.get(_signed(file))) for file, one in _all(database, folder, mark).items()]
    return sorted(listed, key=lambda one: (one.at, one.name), reverse=True)


def free_place(database: Path, folder: Path, why: str, at: dt.datetime, mark: str = "") -> Path:
    """A name in the folder that nothing has; the folder is made, for its owner's eyes only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return dated_name(database, why, at, folder, mark)


def note(database: Path, folder: Path, file: Path, checked: Checked, at: dt.datetime) -> Facts:
    """Keep what a backup was found to hold."""
    found = Facts(
        checked_at=at.isoformat(timespec="seconds"), whole=checked.whole, schema=checked.schema, rows=checked.rows,
        version=checked.version, brought=checked.brought, frozen=checked.frozen,
    )  # fmt: skip
    with _notes:
        known = _noted(folder, database)
        known[_signed(file)] = found
        there = {_signed(one) for one in _all(database, folder)}
        with suppress(OSError):  # the backup counts; what it holds can be read again
            _write(folder, database, {name: one for name, one in known.items() if name in there})
    return found


def beyond(found: Sequence[Backup], most: int) -> list[Backup]:
    """Its own automatic backups that are more than may stay: the oldest ones; `found` has the newest first."""
    return [one for one in found if one.own and one.why == AUTOMATIC][max(most, 1) :]


def outlived(found: Sequence[Backup], now: dt.datetime) -> list[Backup]:
    """What this database set aside before a restore, a reset, an update or a repair, so long ago that it goes."""
    return [one for one in found if one.own and one.why in BEFORE and now - one.at > ASIDE]


def delete(some: Iterable[Backup]) -> None:
    """Delete backups, each with the log that may lie beside it."""
    for one in some:
        one.file.unlink(missing_ok=True)
        log_of(one.file).unlink(missing_ok=True)


def _all(database: Path, folder: Path, mark: str = "") -> dict[Path, Backup]:
    """The backups in their folder, and what was set aside beside the database."""
    return {one.file: one for place in (folder, database.parent) for one in _in(place, database, mark)}


def _in(place: Path, database: Path, mark: str) -> list[Backup]:
    """The backups in a folder, known by their names alone; what lies beside the database without a mark is its own."""
    pattern = re.compile(
        rf"{re.escape(database.stem)}-({'|'.join(REASONS)})-(\d{{4}}-\d\d-\d\d-\d{{6}})(?:-([0-9a-f]{{8}}))?(?:-?\d{{1,2}})?"
        rf"{re.escape(database.suffix)}"
    )
    found = []
    for file in sorted(place.glob(f"*{database.suffix}")) if place.is_dir() else ():
        told = pattern.fullmatch(file.name)
        with suppress(OSError, ValueError):  # it may go while we look; a moment may be none
            if told and file.is_file() and not file.is_symlink():
                at = dt.datetime.strptime(told[2], MOMENT)
                own = told[3] == mark if told[3] else place == database.parent
                foreign = bool(told[3]) and not own
                found.append(Backup(file, at, told[1], file.stat().st_size, own=own, foreign=foreign))
    return found


def _signed(file: Path) -> str:
    """A file's name with what shows that it is still the same."""
    try:
        state = file.stat()
    except OSError:
        return file.name
    return f"{file.name}|{state.st_size}|{state.st_mtime_ns}"


def _notebook(folder: Path, database: Path) -> Path:
    return folder / f"{database.stem}-backups.json"


def _noted(folder: Path, database: Path) -> dict[str, Facts]:
    """What is noted; a notebook that cannot be read tells nothing."""
    try:
        told = json.loads(_notebook(folder, database).read_text(encoding="utf-8"))
        return {str(name): _facts(facts) for name, facts in told.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return {}


def _facts(told: Mapping[str, Any]) -> Facts:
    brought = tuple((str(name), int(seq)) for name, seq in told["brought"])
    return Facts(**{**told, "brought": brought, "frozen": tuple(map(str, told["frozen"]))})


def _write(folder: Path, database: Path, known: Mapping[str, Facts]) -> None:
    text = json.dumps({name: asdict(facts) for name, facts in known.items()}, ensure_ascii=False, indent=1)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    put_text(text, _notebook(folder, database))
