"""What does a Google Forms export look like? `Timestamp` first, a ranking is a grid: `Question [row]`."""

from __future__ import annotations

from lsn_data.intake.tools import Tool, first_cell, headings

_FIRST = headings("Timestamp", "Zeitstempel")

TOOL = Tool(
    name="googleforms",
    order=12,
    recognises=lambda rows: first_cell(rows) in _FIRST,
    bookkeeping=_FIRST | headings("Email Address", "E-Mail-Adresse", "Username", "Nutzername", "Score", "Punktzahl"),
)
