"""How does a person get the own file back with every doubtful cell marked?

An Excel workbook comes back as it was, all sheets there, with coloured cells and comments; any other file comes back
as a new workbook of the cells as they were read. In front stands the list of all remarks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from lsn_data.intake.content import kind_of
from lsn_data.intake.door import ROOT, Workbook, read_workbook, reader_folders
from lsn_data.intake.left_out import found_there, why_left_out
from lsn_data.intake.marking import Remark, Words, fresh_marked
from lsn_data.intake.problems import message, what_to_do
from lsn_data.intake.report import LeftOut, Place, Problem, Reading
from lsn_data.intake.stop import MEBIBYTE
from lsn_data.language import Language

MOST_ROWS, MOST_CELLS = 20_000, 400_000
MEMORY, SECONDS = 1024 * MEBIBYTE, 60
START = "import sys; sys.path += sys.argv[3:]; from lsn_data.intake.marking import main; main(*map(int, sys.argv[1:3]))"


def marked_copy(data: bytes, file_name: str, reading: Reading, say: Language) -> bytes:
    """The marked workbook (.xlsx). Of more than 20,000 rows only the list of remarks.

    Raises `errors.Refused` as the door does.
    """
    workbook = read_workbook(data, file_name)
    remarks = list(remarks_of(reading, say))
    words = _words(reading, _is_small(workbook), say)
    if not _is_small(workbook):
        return fresh_marked({}, remarks, words)
    own = _own(data, remarks, words) if kind_of(data) == "zip" else None
    return own or fresh_marked(workbook.sheets, remarks, words)


def can_be_marked(reading: Reading) -> bool:
    """Is there anything to mark, in a file that the door lets in?"""
    refused = any(one.kind == "file-refused" for one in reading.problems)
    return bool(reading.problems or reading.left_out) and not refused


def remarks_of(reading: Reading, say: Language) -> Iterator[Remark]:
    """Every problem at each of its places, then the rows left out; errors first."""
    for found in sorted(reading.problems, key=lambda one: one.severity != "error"):
        for one in map(found.at, found.places) if found.places else (found,):
            yield _of_problem(one, reading, say)
    for row in reading.left_out:
        yield _of_row(row, reading, say)


def _of_problem(one: Problem, reading: Reading, say: Language) -> Remark:
    place = one.places[0] if one.places else Place(one.row or 0, 0, one.column, one.value)
    return Remark(
        severity=one.severity,
        kind=say("Error") if one.severity == "error" else say("Note"),
        sheet=one.sheet or reading.sheet,
        row=place.row,
        number=place.number,
        column=place.column,
        value=place.value,
        meaning=message(one, say),
        what_to_do=what_to_do(one, say),
    )


def _of_row(row: LeftOut, reading: Reading, say: Language) -> Remark:
    return Remark(
        severity="warning",
        kind=say("Left out"),
        sheet=reading.sheet,
        row=row.row,
        number=0,
        column=say("whole row"),
        value=found_there(row, say),
        meaning=why_left_out(row, say),
        what_to_do="",
    )


def _words(reading: Reading, whole: bool, say: Language) -> Words:
    note = (
        say("The cells concerned are coloured and carry a comment. Macros, charts and linked files stay behind.")
        if whole
        else say("The file is too long to be marked cell by cell: these are its remarks.")
    )
    headings = (
        say("Kind"), say("Sheet"), say("Row"), say("Column"), say("Found"), say("What it means"), say("What to do"),
    )  # fmt: skip
    return Words(say("Remarks"), say("Remarks on {file}", file=Path(reading.file).name), note, headings)


def _is_small(workbook: Workbook) -> bool:
    rows = [row for sheet in workbook.sheets.values() for row in sheet]
    return len(rows) <= MOST_ROWS and sum(map(len, rows)) <= MOST_CELLS


def _own(data: bytes, remarks: Sequence[Remark], words: Words) -> bytes | None:
    """The person's own workbook, marked in a child process; None if that does not succeed."""
    told = json.dumps({"remarks": [asdict(one) for one in remarks], "words": asdict(words)}).encode("ascii")
    with tempfile.TemporaryDirectory() as place:
        try:
            child = subprocess.run(
                [sys.executable, "-I", "-S", "-c", START, str(MEMORY), str(SECONDS), str(ROOT), *reader_folders()],
                input=told + b"\n" + data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT,
                env={**os.environ, "TMPDIR": place, "TEMP": place, "TMP": place}, timeout=SECONDS, check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return None
    return child.stdout if child.returncode == 0 and child.stdout else None
