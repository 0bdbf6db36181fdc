"""What does a Qualtrics export look like? Three heading rows; the third holds {"ImportId": …}."""

from __future__ import annotations

from lsn_data.intake.tools import Rows, Tool, headings
from lsn_data.sheets.declared import plain

_IMPORT_ID = '{"ImportId"'


def _heading_rows(rows: Rows) -> int:
    return next((n + 1 for n, row in enumerate(rows) if any(cell.startswith(_IMPORT_ID) for cell in row)), 1)


def _finished(heading: str, text: str) -> bool:
    return heading != "finished" or plain(text) not in ("false", "0", "falsch", "nein")


def _test(heading: str, text: str) -> bool:
    return heading == "status" and plain(text) in ("survey preview", "survey test", "1", "2", "9", "17")


TOOL = Tool(
    name="qualtrics",
    order=1,
    recognises=lambda rows: any(cell.startswith(_IMPORT_ID) for row in rows[1:3] for cell in row),
    heading_rows=_heading_rows,
    bookkeeping=headings(
        "StartDate",
        "EndDate",
        "Status",
        "IPAddress",
        "Progress",
        "Duration (in seconds)",
        "Finished",
        "RecordedDate",
        "ResponseId",
        "RecipientLastName",
        "RecipientFirstName",
        "RecipientEmail",
        "ExternalReference",
        "LocationLatitude",
        "LocationLongitude",
        "DistributionChannel",
        "UserLanguage",
    ),
    flags=headings("Finished", "Status"),
    finished=_finished,
    marks_finished=True,
    test=_test,
)
