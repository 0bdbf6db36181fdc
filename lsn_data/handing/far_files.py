"""How does the app read and write the files of whoever handed a command over? It asks, they do it with their rights."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from lsn_data import backups
from lsn_data.errors import LsnError, Refused
from lsn_data.handing.line import Line
from lsn_data.language import mark
from lsn_data.store import Checked, Restored, Store, backup
from lsn_data.store.keeping.copying import COPY_EXISTS, COPY_OF_ITSELF, NO_FILE
from lsn_data.store.keeping.returning import LOG_IS_WHOLE, NO_COPY
from lsn_data.store.private import log_of

LARGEST = 256 * 1024 * 1024
TOO_LARGE = mark("{file} is larger than a command may hand over ({most} MB). Stop the app, then run the command again.")
# What may stand in the way of a backup, by what lies at its goal.
IN_THE_WAY = {"folder": NO_FILE, "database": COPY_OF_ITSELF, "file": COPY_EXISTS}


class FarFiles:
    """The files of the other side. What goes wrong there is raised here as OSError; Broken if it is gone."""

    def __init__(self, line: Line, store: Store) -> None:
        self._line, self._store = line, store

    def is_file(self, file: Path) -> bool:
        """Is there such a file?"""
        return self._asked("what", file)["is"] in ("file", "database")

    def read(self, file: Path) -> bytes:
        """All of it. Raises Refused if it is too large."""
        self._asked("read", file)
        read, size = io.BytesIO(), 0
        for piece in self._line.pieces():
            size += len(piece)
            if size <= LARGEST:
                read.write(piece)
        if size > LARGEST:
            raise Refused("too-large", TOO_LARGE, file=file, most=LARGEST >> 20)
        return read.getvalue()

    def write(self, file: Path, data: bytes) -> None:
        """Write it, in place of what is there."""
        self._put("write", file, io.BytesIO(data))

    def refuse_unwritable(self, file: Path) -> None:
        """Raise OSError if it could not be written."""
        self._asked("writable", file)

    def back_up(self, store: Store, file: Path, actor: str, replace: bool) -> Checked:
        """Make the copy here, then send it over: there it takes its place whole or not at all."""
        there = self._asked("what", file)["is"]
        if there in IN_THE_WAY and not (there == "file" and replace):
            raise Refused("copy-exists", IN_THE_WAY[there], file=file)
        with self._room() as room:
            found = backup(store, room / "copy.duckdb", actor=actor)
            with (room / "copy.duckdb").open("rb") as source:
                self._put("replace" if replace else "new", file, source)
        return found

    def restore(self, database: Path, file: Path, actor: str) -> Restored:
        """Fetch the backup (and the log that may lie beside it), then go back to it."""
        there = self._asked("what", file)["is"]
        if there not in ("file", "database"):
            raise Refused("no-copy", NO_COPY, file=file)
        if there == "database":
            raise Refused("copy-of-itself", COPY_OF_ITSELF, file=file)
        log = log_of(file)
        with self._room() as room:
            for far, near in ((file, "came.duckdb"), (log, "came.duckdb.wal")):
                if far == file or self.is_file(log):
                    self._asked("read", far)
                    self._line.receive_file(room / near)
            return backups.bring_back(self._store, room / "came.duckdb", actor, name=str(file))

    def set_log_aside(self, database: Path, actor: str) -> Restored:
        """The app holds the database open, so its log can be read."""
        raise Refused("log-is-whole", LOG_IS_WHOLE, path=database)

    def _asked(self, what: str, file: Path, **more: Any) -> dict[str, Any]:
        self._line.say({"ask": what, "file": str(file), **more})
        return self._answer()

    def _put(self, what: str, file: Path, source: BinaryIO) -> None:
        self._line.say({"ask": what, "file": str(file)})
        self._line.send_file(source)
        self._answer()

    def _answer(self) -> dict[str, Any]:
        answer = self._line.hear()
        if "error" in answer:
            raise OSError(*answer["error"])
        return answer

    @contextmanager
    def _room(self) -> Iterator[Path]:
        """A folder beside the database, for its owner's eyes only."""
        if self._store.path is None:
            raise LsnError(mark("A database in memory has no backups."))
        with tempfile.TemporaryDirectory(prefix=room_of(self._store.path), dir=self._store.path.parent) as room:
            yield Path(room)


def room_of(database: Path) -> str:
    """How the names of such folders begin."""
    return f".{database.name}-"
