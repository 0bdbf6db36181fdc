"""What does a Typeform export look like? `#` first, its times and `Network ID` last; a ranking is one cell, `A, B`."""

from __future__ import annotations

import re

from lsn_data.intake.tools import Rows, Tool, first_cell, first_row, headings
from lsn_data.sheets.declared import plain

_LAST = headings("Network ID", "Submit Date (UTC)")


def _recognises(rows: Rows) -> bool:
    return first_cell(rows) == "#" and bool(_LAST & first_row(rows))


TOOL = Tool(
    name="typeform",
    order=7,
    recognises=_recognises,
    bookkeeping=_LAST | headings("#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Tags", "Ending"),
    flags=headings("Response Type"),
    finished=lambda heading, text: not text or plain(text) == "completed",
    marks_finished=True,
    cleaned=lambda text: re.sub(r"^'(?=[+=@-])", "", text),
)
