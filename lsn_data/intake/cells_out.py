"""How does a cell travel from the child process to the server, unharmed and harmless?

One JSON array a line, since nothing in JSON can run: `["sheet", name, hidden]`, `["rows", width, cells, places]`,
`["doubt", kind, where]`, `["answers on", name]`, and last `["done"]` or `["stop", cause, facts]`. A day is
`{"@day": "2026-11-22"}`, a moment `{"@moment": "2026-11-22T10:30:00"}`.

A table repeats few cells very often: `cells` holds each different one once, `places` says of every place, row by row,
which of them stands there.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from math import isfinite
from typing import Any, BinaryIO

from lsn_data.intake.stop import MEBIBYTE, MOST_CELLS, Doubt, Stop

ROWS_A_LINE = 4000
EXACT = 2**53
LONGEST_EXCEL_TEXT = 32_767
NUMBERS = {bool, int, float}
POSITIONS = "I"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Output:
    """Writes what was read, counting cells and characters so that the server is never flooded."""

    def __init__(self, stream: BinaryIO, file_size: int) -> None:
        self._stream = stream
        self._most_text = 64 * MEBIBYTE + 10 * file_size
        self._text = 0
        self._cells = 0
        self._filled = False
        self._sheet = ""
        self._long: list[tuple[str, int]] = []

    def say(self, *message: Any) -> None:
        """One line of the protocol."""
        line = json.dumps(message, default=_tagged, allow_nan=False, check_circular=False).encode("ascii") + b"\n"
        self._text += len(line)
        if self._text > self._most_text:
            raise Stop("too-large")
        self._stream.write(line)

    def doubt(self, doubt: Doubt) -> None:
        """Something doubtful."""
        self.say("doubt", doubt.kind, doubt.where)

    def add_sheet(self, name: str, rows: Iterable[list[Any]], *, hidden: bool = False) -> None:
        """A sheet with rows of equal width; raises Stop when cells or characters become too many."""
        self._sheet = cleaned(name)
        self.say("sheet", self._sheet, hidden)
        source = iter(rows)
        done = 0
        while chunk := list(islice(source, ROWS_A_LINE)):
            self._count(chunk)
            cells, places = _each_once(list(chain.from_iterable(chunk)))
            stored = list(map(as_stored, cells))
            self._look_at(stored, places, len(chunk[0]), done)
            self.say("rows", len(chunk[0]), stored, b64encode(array(POSITIONS, places)).decode("ascii"))
            done += len(chunk)

    def finish(self) -> None:
        """The last word: blank files are refused here, whatever their format."""
        if not self._filled:
            raise Stop("blank")
        if self._long:
            sheet, row = self._long[0]
            self.doubt(Doubt("long-cells", {"count": len(self._long), "sheet": sheet, "row": row}))
        self.say("done")

    def _count(self, chunk: list[list[Any]]) -> None:
        self._cells += sum(map(len, chunk))
        if self._cells > MOST_CELLS:
            raise Stop("too-many-cells", most=MOST_CELLS)

    def _look_at(self, cells: list[Any], places: list[int], width: int, done: int) -> None:
        self._filled = self._filled or any(cell is not None for cell in cells)
        long = {at for at, cell in enumerate(cells) if type(cell) is str and len(cell) > LONGEST_EXCEL_TEXT}
        if long:
            self._long += [(self._sheet, done + 1 + n // width) for n, place in enumerate(places) if place in long]


class _Positions(dict[Any, int]):
    """Numbers what it is asked for, in the order of the first asking."""

    def __missing__(self, key: Any) -> int:
        position = self[key] = len(self)
        return position


def _each_once(cells: list[Any]) -> tuple[list[Any], list[int]]:
    """The different cells, and for each cell which of them it is; TRUE, 1 and 1.0 are different.

    >>> _each_once(["a", 1, "a", True])
    (['a', 1, True], [0, 1, 0, 2])
    """
    positions = _Positions()
    if len(NUMBERS.intersection(map(type, cells))) < 2:
        places = list(map(positions.__getitem__, cells))
        return list(positions), places
    places = list(map(positions.__getitem__, zip(map(type, cells), cells, strict=True)))
    return [cell for _, cell in positions], places


def rows_of(width: int, cells: Sequence[Any], places: str) -> list[list[Any]]:
    """The rows that a line of the protocol tells; raises ValueError or IndexError for what this module never writes.

    >>> rows_of(2, ["a", None], b64encode(array(POSITIONS, [0, 1, 1, 0])).decode())
    [['a', None], [None, 'a']]
    """
    row_by_row = list(map(cells.__getitem__, array(POSITIONS, b64decode(places))))
    return [row_by_row[start : start + width] for start in range(0, len(row_by_row), width or 1)]


def as_stored(value: Any) -> Any:
    """The cell as its author sees it stored: whole numbers as int, nothing as None, times of day as text.

    >>> as_stored(3.0), as_stored(0.4), as_stored(""), as_stored("NA"), as_stored(dt.time(8, 30))
    (3, 0.4, None, 'NA', '08:30:00')
    """
    kind = type(value)
    if kind is str:
        return (value if value.isprintable() else cleaned(value)) or None
    if kind is float:
        return _number(value)
    if kind is dt.time:
        return value.isoformat()
    if kind is dt.timedelta:
        return _duration(value)
    return value


def cleaned(text: str) -> str:
    """The text without what no program can show: NUL, control characters, half characters.

    >>> cleaned("a\\x00b\\ud800 \\n")
    'ab \\n'
    """
    return CONTROL.sub("", text)


def _number(value: float) -> int | float | str:
    """Infinity and not-a-number would spoil every sum: they become text."""
    if value.is_integer() and -EXACT < value < EXACT:
        return int(value)
    return value if isfinite(value) else str(value)


def _duration(value: dt.timedelta) -> str:
    """As the spreadsheet shows it: hours may pass 24."""
    seconds = round(value.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else ''}{hours:02}:{rest // 60:02}:{rest % 60:02}"


def _tagged(value: Any) -> dict[str, str] | str:
    if isinstance(value, dt.datetime):
        return {"@moment": value.isoformat()}
    if isinstance(value, dt.date):
        return {"@day": value.isoformat()}
    return str(value)


def untagged(pairs: dict[str, Any]) -> Any:
    """Days and moments back from their tags (for `json.loads(object_hook=…)`).

    >>> untagged({"@day": "2026-11-22"})
    datetime.date(2026, 11, 22)
    """
    if "@day" in pairs:
        return dt.date.fromisoformat(pairs["@day"])
    if "@moment" in pairs:
        return dt.datetime.fromisoformat(pairs["@moment"])
    return pairs
