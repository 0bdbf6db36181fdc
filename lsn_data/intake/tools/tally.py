"""What does a Tally export look like? Three columns of its own; a ranking is one cell, `A, B`.

Its `Respondent ID` is a browser's, not a person's: no token.
"""

from __future__ import annotations

from lsn_data.intake.tools import Tool, first_row, headings

_SIGNATURE = headings("Submission ID", "Respondent ID", "Submitted at")

TOOL = Tool(
    name="tally",
    order=8,
    recognises=lambda rows: first_row(rows) >= _SIGNATURE,
    bookkeeping=_SIGNATURE,
)
