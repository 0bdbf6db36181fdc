"""What does the command line do with files when the app asks? Only with those that the command itself named."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsn_data.commands.files import OnDisk
from lsn_data.handing.line import Broken, Line
from lsn_data.store.private import for_the_owner_alone, log_of, partial_of, put_new


def named_in(given: argparse.Namespace) -> set[Path]:
    """Every path that the command named, and the log that may lie beside a backup."""
    named: set[Path] = set()
    for value in vars(given).values():
        texts = value if isinstance(value, list) else [value]
        named |= {Path(text) for text in texts if isinstance(text, str) and text}
    return named | {log_of(path) for path in named if path.name}


class NearFiles:
    """Answers what the app asks; everything is done with the rights and in the folder of whoever gave the command."""

    def __init__(self, line: Line, database: Path, named: set[Path]) -> None:
        self._line, self._database, self._named = line, database, named
        self._acts: dict[str, Callable[[Path], None]] = {
            "what": self._what, "read": self._read, "write": self._write, "writable": self._writable,
            "new": self._new, "replace": self._replace,
        }  # fmt: skip

    def answer(self, asked: dict[str, Any]) -> None:
        """Do what is asked of one file. Raises Broken if it is a file that the command did not name."""
        file, act = Path(str(asked.get("file"))), self._acts.get(str(asked["ask"]))
        if act is None or file not in self._named:
            raise Broken("asked for what was not named")
        try:
            act(file)
        except OSError as trouble:
            self._line.say({"error": [trouble.errno, trouble.strerror, str(trouble.filename or file)]})

    def _what(self, file: Path) -> None:
        if file.is_dir():
            found = "folder"
        elif not file.exists():
            found = "nothing"
        else:
            found = "database" if self._database.exists() and file.samefile(self._database) else "file"
        self._line.say({"is": found})

    def _read(self, file: Path) -> None:
        with file.open("rb") as source:
            self._line.say({"sent": True})
            try:
                self._line.send_file(source)
            except OSError as trouble:  # in the middle of a file there is no way to tell
                raise Broken("cannot be read") from trouble

    def _write(self, file: Path) -> None:
        OnDisk().write(file, b"".join(self._line.pieces()))
        self._line.say({"done": True})

    def _writable(self, file: Path) -> None:
        OnDisk().refuse_unwritable(file)
        self._line.say({"done": True})

    def _replace(self, file: Path) -> None:
        self._received(file, lambda fresh: os.replace(fresh, file))

    def _new(self, file: Path) -> None:
        self._received(file, lambda fresh: put_new(fresh, file))

    def _received(self, file: Path, place: Callable[[Path], None]) -> None:
        """Write what comes beside its goal, then put it in place: whole or not at all."""
        fresh = partial_of(file)
        try:
            with for_the_owner_alone():
                self._line.receive_file(fresh)
            place(fresh)
        finally:
            fresh.unlink(missing_ok=True)
        self._line.say({"done": True})
