"""What does a SoSci Survey export look like? Variable names first, often their labels under them; -9 is no answer.

A single choice is a number under a name without suffix (`SD01`); an order of its own (`RG02x01`) is no ranking.
"""

from __future__ import annotations

import re

from lsn_data.intake.tools import Rows, Tool, first_row, headings
from lsn_data.sheets.declared import plain

_SIGNATURE = headings("CASE", "QUESTNNR", "MODE", "STARTED")
_CHOICE = re.compile(r"^[A-Z]{2}\d{2}$")
_PAGE = re.compile(r"^TIME\d{3}$|^[A-Z]{2}\d{2}(?:x\d{2}|_CP)$")
_TESTS = ("pretest", "debug", "test", "preview", "vorschau")


def _heading_rows(rows: Rows) -> int:
    """Two where the second row has words under the names of the questions, and a text under the interview's number."""
    if len(rows) < 2:
        return 1
    number = rows[1][0].strip() if rows[1] else ""
    return 2 if number and not re.fullmatch(r"-?\d+(?:[.,]0+)?", number) else 1


def _finished(heading: str, text: str) -> bool:
    return heading != "finished" or plain(text) not in ("0", "false", "falsch", "nein")


TOOL = Tool(
    name="sosci",
    order=2,
    recognises=lambda rows: first_row(rows) >= _SIGNATURE,
    heading_rows=_heading_rows,
    bookkeeping=_SIGNATURE
    | headings(
        "SERIAL", "REF", "LANGUAGE", "TIME_SUM", "MAILSENT", "LASTDATA", "STATUS", "FINISHED", "Q_VIEWER", "LASTPAGE",
        "MAXPAGE", "MISSING", "MISSREL", "TIME_RSI", "DEG_TIME",
    ),
    own=lambda heading: bool(_PAGE.match(heading)),
    flags=headings("FINISHED", "MODE"),
    finished=_finished,
    test=lambda heading, text: heading == "mode" and plain(text) in _TESTS,
    marks_finished=True,
    tokens=headings("SERIAL"),
    asks_in_numbers=lambda heading: bool(_CHOICE.match(heading)),
)  # fmt: skip
