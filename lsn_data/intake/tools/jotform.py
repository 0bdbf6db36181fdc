"""What does a Jotform export look like? `Submission Date` first; an order list is `1: A`, `2: B`, line by line."""

from __future__ import annotations

from lsn_data.intake.tools import Rows, Tool, first_cell, first_row, headings

_LAST = headings("Submission ID", "Submission IP", "Einreichungs-ID", "IP der Einreichung")
_FIRST = headings("Submission Date", "Einreichungsdatum", "Datum der Einreichung")


def _recognises(rows: Rows) -> bool:
    return first_cell(rows) in _FIRST and bool(_LAST & first_row(rows))


def _parted(heading: str) -> tuple[str, str] | None:
    question, found, row = heading.rpartition(" >> ")
    return (question.strip(), row.strip()) if found else None


TOOL = Tool(
    name="jotform",
    order=11,
    recognises=_recognises,
    bookkeeping=_FIRST | _LAST | headings("Last Update Date", "Letzte Aktualisierung"),
    parted=_parted,
)
