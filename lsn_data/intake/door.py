"""May these bytes in, and which cells do they hold? The one door for every spreadsheet.

No byte of an upload is parsed in this process. A short-lived child (`intake.parse`) does it, limited in memory, time
and files, and answers in JSON; if it dies, only it dies. Here are its start, its clock, and the words for its end.
"""

from __future__ import annotations

import importlib.util
import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path, PureWindowsPath
from typing import IO, Any

from lsn_data.intake import doubts  # noqa: F401  (declares the kinds)
from lsn_data.intake.cells_out import cleaned, rows_of, untagged
from lsn_data.intake.problems import message, problem
from lsn_data.intake.refusals import refusal
from lsn_data.intake.report import Problem
from lsn_data.intake.stop import MEBIBYTE
from lsn_data.intake.uncollected import uncollected
from lsn_data.language import Language

Cell = str | int | float | bool | date | datetime | None
Sheet = list[list[Cell]]

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path += sys.argv[3:]; from lsn_data.intake.parse import main; main(*map(int, sys.argv[1:3]))"
MOST_BYTES = 200 * MEBIBYTE
LEAST_SECONDS = 4.2
SECONDS_A_MEBIBYTE = 4.0
MOST_SECONDS = 180.0
FORMATS = {
    "zip": (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam", ".ods", ".ots"),
    "old office": (".xls", ".xlt", ".xla"),
    "text": (".csv", ".tsv", ".txt", ".tab", ".dat", ".asc"),
}
IN_WORDS = {"zip": ".xlsx", "old office": ".xls", "text": ".csv"}


@dataclass(frozen=True)
class Workbook:
    """Every sheet's cells as they are stored, rows and columns in the spreadsheet's own places (row 1 is index 0)."""

    sheets: dict[str, Sheet]
    hidden: frozenset[str] = frozenset()
    response_sheet: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def warnings(self) -> list[str]:
        """The problems in English."""
        say = Language("en")
        return [message(found, say) for found in self.problems]


@dataclass
class _Heard:
    """What the child has told so far."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    answers_on: str = ""
    kind: str = ""
    problems: list[Problem] = field(default_factory=list)
    rows: Sheet = field(default_factory=list)
    done: bool = False


def read_workbook(data: bytes, file_name: str) -> Workbook:
    """The cells of a .xlsx, .xlsm, .xls, .ods, .csv or .tsv file, told by its content, not by its name.

    Raises `errors.Refused` with the cause for everything else, for damaged, encrypted, empty and blank files, and for
    more than 5 million cells. Never raises anything else, and never harms the caller, whatever the bytes.
    """
    name = _safe_name(file_name)
    if not data:
        raise refusal("empty")
    if len(data) > MOST_BYTES:
        raise refusal("too-large")
    try:
        heard = _heard(bytes(data), Path(name).stem or "data")
    except (OSError, RuntimeError, MemoryError) as trouble:  # no process, no thread, no memory to be had
        raise refusal("busy") from trouble
    heard.problems += _name_and_content(name, heard.kind)
    answers_on = heard.answers_on if heard.answers_on in heard.sheets else None
    return Workbook(heard.sheets, frozenset(heard.hidden), answers_on, tuple(heard.problems))


def _safe_name(file_name: str) -> str:
    """The last part of a name that may be a path of either system.

    >>> _safe_name("../../antworten.csv"), _safe_name("C:\\\\temp\\\\a.csv")
    ('antworten.csv', 'a.csv')
    """
    return re.sub(r"[\r\n\t]", " ", cleaned(PureWindowsPath(str(file_name)).name))[:120]


def _name_and_content(name: str, kind: str) -> list[Problem]:
    ending = Path(name).suffix.lower()
    known = {one for endings in FORMATS.values() for one in endings}
    if ending not in known or ending in FORMATS.get(kind, ()):
        return []
    return [problem("other-format", named=ending, found=IN_WORDS.get(kind, kind))]


def _heard(data: bytes, sheet_of_text: str) -> _Heard:
    seconds = min(MOST_SECONDS, LEAST_SECONDS + SECONDS_A_MEBIBYTE * max(0, len(data) / MEBIBYTE - 0.5))
    late = threading.Event()
    child = _child(len(data), seconds)
    clock = threading.Timer(seconds, _end, (child, late))
    clock.daemon = True
    try:
        clock.start()
        return _conversation(child, data, sheet_of_text, late)
    finally:
        clock.cancel()
        _close(child)


def _child(size: int, seconds: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", START, str(size), str(int(seconds) + 1), str(ROOT), *reader_folders()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, bufsize=MEBIBYTE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip


def reader_folders() -> list[str]:
    """Where the readers are installed: the child starts without the usual search, which saves half its time."""
    places = (importlib.util.find_spec(name) for name in ("python_calamine", "openpyxl", "et_xmlfile"))
    folders = (str(Path(spec.origin).parent.parent) for spec in places if spec is not None and spec.origin)
    return list(dict.fromkeys(folders))


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _close(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with _quietly():
                pipe.close()
    child.wait()


class _quietly:  # noqa: N801  (reads as a word)
    """Lets the trouble of a pipe whose other end has died pass: its end is told by how the child ended."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        return kind is not None and issubclass(kind, OSError)


def _conversation(child: subprocess.Popen[bytes], data: bytes, sheet_of_text: str, late: threading.Event) -> _Heard:
    assert child.stdin is not None
    assert child.stdout is not None
    with _quietly():
        child.stdin.write(data)
        child.stdin.close()
    heard = _Heard()
    with uncollected():
        _listen(heard, child.stdout, sheet_of_text)
    if not heard.done:
        raise refusal(_cause_of_death(child, late))
    return heard


def _listen(heard: _Heard, stream: IO[bytes], sheet_of_text: str) -> None:
    """Take what the child says, to its last word; a line that is cut off, or that it would never say, ends it."""
    try:
        for line in stream:
            _take(heard, json.loads(line, object_hook=untagged), sheet_of_text)
    except (ValueError, TypeError, IndexError, AttributeError):
        heard.done = False


def _take(heard: _Heard, told: list[Any], sheet_of_text: str) -> None:
    match told:
        case ["rows", width, cells, places]:
            heard.rows += rows_of(width, cells, places)
        case ["sheet", name, hidden]:
            name = _new_name(name or sheet_of_text, heard.sheets)
            heard.rows = heard.sheets[name] = []
            heard.hidden |= {name} if hidden else set()
        case ["doubt", kind, where]:
            heard.problems.append(_problem(kind, where))
        case ["kind", kind]:
            heard.kind = kind
        case ["answers on", name]:
            heard.answers_on = name
        case ["stop", cause, facts]:
            raise refusal(cause, **facts)
        case ["done"]:
            heard.done = True


def _new_name(name: str, taken: Collection[str]) -> str:
    """Two sheets may bear one name once unseen characters are gone; neither may swallow the other."""
    numbered = (f"{name} ({number})" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _problem(kind: str, where: dict[str, Any]) -> Problem:
    """The doubt as a problem, with every text cleaned."""
    facts = {key: cleaned(value) if isinstance(value, str) else value for key, value in where.items()}
    return problem(kind, **facts)


def _cause_of_death(child: subprocess.Popen[bytes], late: threading.Event) -> str:
    """A child that ends without a last word was stopped by the clock, by its memory limit, or by the file itself."""
    code = child.wait()
    if late.is_set() or code == -getattr(signal, "SIGXCPU", 24):
        return "timeout"
    return "too-large" if code in (-getattr(signal, "SIGABRT", 6), -getattr(signal, "SIGKILL", 9)) else "damaged"
