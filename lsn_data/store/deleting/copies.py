"""Which copies of the database may still hold what was deleted? A deletion cannot reach them: they are named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

ENDING = ".duckdb"


@dataclass(frozen=True)
class Copy:
    """A file and when it was written (UTC)."""

    file: Path
    at: dt.datetime


def copies_since(database: Path | None, since: dt.datetime, backups: Path | None = None) -> list[Copy]:
    """The copies known here that were written after a moment (UTC), the oldest first.

    Known are those that a restore, a repair or an update set aside beside the database, and the office's backups.
    """
    if database is None:
        return []
    files = [*database.parent.glob(f"{database.stem}-before-*")]
    if backups and backups.is_dir():
        files += [file for file in backups.iterdir() if file.suffix == ENDING]
    found = {file.resolve(): Copy(file, _written(file)) for file in files if file.is_file()}
    return sorted((one for one in found.values() if one.at >= since), key=lambda one: one.at)


def _written(file: Path) -> dt.datetime:
    return dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC).replace(tzinfo=None)
