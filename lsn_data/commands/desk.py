"""What does every command need at hand: the database, the language, the actor, and where to speak?"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from lsn_data import published
from lsn_data.commands.files import Files, OnDisk
from lsn_data.errors import LsnError
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store, import_as_of, open_store, shown_wave, waves

DONE, REFUSED, WRONG = 0, 1, 2
# Control characters, half characters, and what turns the direction of reading; ends of lines and tabs stay.
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")
NO_DATABASE = mark("There is no database {path}. Name another with --db or LSN_DB; the first import makes one.")


class WrongCommand(LsnError):
    """The command itself is wrong: nothing was tried."""


@dataclass(frozen=True)
class Desk:
    """Handed to every command. Results go to standard output, messages to standard error.

    `files` are those of whoever gave the command. `running` is the database that the running app lends to a command
    that was handed over to it.
    """

    database: Path
    say: Language
    actor: str
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    files: Files = field(default_factory=OnDisk)
    running: Store | None = None

    def open(self) -> Store:
        """The store, made on first use, with the published facts in it."""
        if self.running:
            return self.running.lent()
        store = open_store(self.database)
        published.load(store)
        return store

    def open_there(self) -> Store:
        """The store as it is. WrongCommand if there is none yet: nothing is made."""
        if self.running:
            return self.running.lent()
        if not self.database.exists():
            raise WrongCommand(NO_DATABASE, path=self.database)
        return open_store(self.database)

    def show(self, text: str = "") -> None:
        """Part of the result, for a person."""
        print(on_screen(text), file=self.out)

    def tell(self, text: str) -> None:
        """A message beside the result."""
        print(on_screen(text), file=self.err)

    def json(self, result: dict[str, Any]) -> None:
        """The result as one JSON object."""
        said = json.dumps(result, ensure_ascii=False, indent=2, default=str, allow_nan=False)
        print(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", said), file=self.out)

    def write(self, file: Path, data: bytes) -> None:
        """Write a result's file and say where it lies."""
        self.files.write(file, data)
        self.show(self.say("Written: {file}", file=file))


def wave_named(store: Store, name: str | None, shown: bool = False) -> Import:
    """The current import of a wave, or the one that may be `shown` (of the newest wave without a name).

    WrongCommand if there is none.
    """
    found = shown_wave(store, name) if shown else import_as_of(store, name)
    if found:
        return found
    known = [one.wave or "" for one in waves(store)]
    if not known:
        raise WrongCommand(mark("No survey is stored yet. Import one, or load the demo data with: demo"))
    raise WrongCommand(mark("There is no wave {wave}. Stored: {known}."), wave=name, known=", ".join(known))


def on_screen(text: str) -> str:
    r"""The text without what steers a terminal: colours, titles, jumps back to the start of a line.

    >>> on_screen("a\x1b[31mb\x9b0m\rc\n")
    'a[31mb0mc\n'
    """
    return _STEERING.sub("", text)


def aligned(rows: Sequence[Sequence[object]], right: Sequence[int] = ()) -> str:
    """Rows as columns of equal width, two blanks apart; the columns in `right` are flushed right.

    >>> print(aligned([["item", "n"], ["Fachkräfte", 7]], right=[1]))
    item        n
    Fachkräfte  7
    """
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*texts, strict=True)]
    lines = []
    for row in texts:
        cells = []
        for position, (text, width) in enumerate(zip(row, widths, strict=True)):
            gap = " " * (width - _width(text))
            cells.append(gap + text if position in right else text + gap)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: combining marks take none."""
    return sum(not unicodedata.combining(character) for character in text)
