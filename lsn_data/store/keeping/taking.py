"""How does a backup that may come from anywhere become a database that we dare to open?

Its rows are carried into a database of our own making by a process of its own (`taking_child.py`), which may die of the
file without harm. The server opens only what that process made.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from lsn_data.apart import answered
from lsn_data.errors import LsnError, NoRoom, Refused, TooNew
from lsn_data.language import mark
from lsn_data.store.connection import FORMAT, migrations
from lsn_data.store.private import copy_with_log
from lsn_data.store.troubles import NO_ROOM, TOO_NEW

CHILD = Path(__file__).with_name("taking_child.py")
SECONDS = 300
FIRST_BYTES, MARK = slice(8, 12), b"DUCK"

FOREIGN = mark("{file} is no backup of this product. Nothing was changed. Choose a file that it made itself.")
DAMAGED = mark("The backup {file} is damaged. Nothing was changed. Choose another one.")
TOO_MUCH = mark("Reading {file} takes too much time or memory, so it was stopped. Nothing was changed.")


def taken_over(file: Path, room: Path, name: str) -> Path:
    """A database of ours in the room, with the data of a file; `name` is what the file is called in messages.

    Raises Refused ("foreign", "damaged", "too-much"), TooNew, NoRoom, OSError.
    """
    if not has_mark(file):
        raise Refused("foreign", FOREIGN, file=name)
    source, goal = room / "came.duckdb", room / "taken.duckdb"
    copy_with_log(file, source)
    verdict = _verdict(source, goal, room)
    for left in room.glob("came.duckdb*"):
        left.unlink()
    if "cause" in verdict:
        raise _trouble(str(verdict["cause"]), file, name)
    return goal


def has_mark(file: Path) -> bool:
    """Do its first bytes say that it is a database file at all?"""
    with file.open("rb") as source:
        return source.read(16)[FIRST_BYTES] == MARK


def _verdict(source: Path, goal: Path, room: Path) -> dict[str, Any]:
    """What the child says; one that dies or is late was given something hostile or damaged."""
    task = {
        "file": str(source), "goal": str(goal), "room": str(room), "seconds": SECONDS, "format": FORMAT,
        "migrations": {number: (one.stem, one.read_text(encoding="utf-8")) for number, one in migrations().items()},
    }  # fmt: skip
    try:
        return answered(CHILD, json.dumps(task).encode("utf-8"), SECONDS) or {"cause": "damaged"}
    except subprocess.TimeoutExpired:
        return {"cause": "too-much"}


def _trouble(cause: str, file: Path, name: str) -> LsnError:
    if cause == "too-new":
        return TooNew(TOO_NEW)
    if cause == "no-room":
        return NoRoom(NO_ROOM, path=file)
    words = {"foreign": FOREIGN, "too-much": TOO_MUCH}.get(cause, DAMAGED)
    return Refused(cause, words, file=name)
