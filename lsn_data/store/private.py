"""How do files come to lie on the disk whole, and for their owner's eyes only?"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MOMENT = "%Y-%m-%d-%H%M%S"
_MASK = threading.Lock()
_inside = {"many": 0, "before": 0}


@contextmanager
def for_the_owner_alone() -> Iterator[None]:
    """Files made inside (the database, and its log, which comes and goes) are for their owner's eyes only.

    The mask belongs to the whole process: who comes first sets it, who leaves last sets it back.
    """
    with _MASK:
        if not _inside["many"]:
            _inside["before"] = os.umask(0o077)
        _inside["many"] += 1
    try:
        yield
    finally:
        with _MASK:
            _inside["many"] -= 1
            if not _inside["many"]:
                os.umask(_inside["before"])


def room_beside(database: Path) -> Path:
    """The folder in which a copy is made before it goes where it belongs."""
    return database.with_name(f"{database.name}.keeping").absolute()


def spill_beside(database: Path) -> Path:
    """The folder into which DuckDB puts what its memory does not hold."""
    return database.with_name(f"{database.name}.tmp").absolute()


@contextmanager
def empty_room(database: Path) -> Iterator[Path]:
    """That folder, empty, and gone afterwards; what a killed copy left in it goes first."""
    room = room_beside(database)
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(mode=0o700)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def put(file: Path, goal: Path) -> None:
    """Put a copy of a file at its goal, in place of what lies there: whole or not at all."""
    partial = partial_of(goal)
    try:
        copy_private(file, partial)
        os.replace(partial, goal)
    finally:
        partial.unlink(missing_ok=True)
    settle_name(goal.parent)


def put_text(text: str, goal: Path) -> None:
    """Write a small file in place of what lies there: whole or not at all."""
    partial = partial_of(goal)
    try:
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(partial, goal)
    finally:
        partial.unlink(missing_ok=True)


def partial_of(goal: Path) -> Path:
    """Where a file is written before it takes its name."""
    return goal.with_name(f".{goal.name}.{os.getpid()}.partial")


def log_of(database: Path) -> Path:
    """Where DuckDB keeps a database's log."""
    return database.with_name(f"{database.name}.wal")


def dated_name(
    database: Path, why: str, at: dt.datetime | None = None, folder: Path | None = None, mark: str = ""
) -> Path:
    """A name that nothing has for a copy of a database, with why and when (local time) it was made: beside it, or in a
    folder, where others may lie, with the mark of its database."""
    words = "-".join(filter(None, [database.stem, why, f"{at or dt.datetime.now():{MOMENT}}", mark]))
    ends = ("", *(f"-{n}" for n in range(2, 100)))
    names = ((folder or database.parent) / f"{words}{end}{database.suffix}" for end in ends)
    return next(name for name in names if not name.exists())


def put_new(file: Path, goal: Path) -> None:
    """Give a file its name, in the same folder tree, where nothing has that name. Raises FileExistsError."""
    try:
        os.link(file, goal)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if goal.exists():
            raise FileExistsError(goal) from None
        os.rename(file, goal)
    settle_name(goal.parent)


def copy_private(file: Path, goal: Path) -> None:
    """The bytes of a file under a new name, on the disk to stay, readable by the owner alone."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with file.open("rb") as source, os.fdopen(os.open(goal, flags, 0o600), "wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        target.flush()
        os.fsync(target.fileno())


def copy_with_log(file: Path, goal: Path) -> None:
    """The same for a database: its log comes along where somebody copied files instead of making a backup."""
    copy_private(file, goal)
    if log_of(file).exists():
        copy_private(log_of(file), log_of(goal))


def settle_name(folder: Path) -> None:
    """A name that has just changed stays changed when the power fails; Windows takes care itself."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
