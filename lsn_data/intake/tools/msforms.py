"""What does a Microsoft Forms export look like? A ranking is one cell, `A;B;C;`; the headings are few and fixed."""

from __future__ import annotations

from lsn_data.intake.tools import Rows, Tool, headings
from lsn_data.sheets.declared import plain

_ENGLISH = ("id", "start time", "completion time", "email", "name")
_GERMAN = ("id", "startzeit", "fertigstellungszeit", "e mail", "name")
_LEAST = 3  # an anonymous form may come without the last two


def _recognises(rows: Rows) -> bool:
    row = tuple(plain(cell) for cell in rows[0][:5]) if rows else ()
    return any(row[:_LEAST] == names[:_LEAST] for names in (_ENGLISH, _GERMAN))


TOOL = Tool(
    name="msforms",
    order=5,
    recognises=_recognises,
    bookkeeping=headings(
        *_ENGLISH, *_GERMAN, "Last modified time", "Zeitpunkt der letzten Änderung", "Uhrzeit der letzten Änderung",
        "Language", "Sprache", "Total points", "Gesamtpunktzahl", "Quiz feedback", "Quizfeedback",
    ),
)  # fmt: skip
