"""What does a Qualtrics export look like? Three heading rows; the third holds {"ImportId": …}."""

from lsn_data.intake.tools import Rows, Tool, headings
from lsn_data.sheets.declared import plain

_IMPORT_ID = '{"ImportId"'


def _heading_rows(rows: Rows) -> int:
    return next((n + 1 for n, row in enumerate(rows) if any(cell.startswith(_IMPORT_ID) for cell in row)), 1)


def _finished(heading: str, text: str) -> bool:
    return not (plain(heading) == "finished" and plain(text) in ("false", "0", "falsch", "nein"))


def _test(heading: str, text: str) -> bool:
    return plain(heading) in ("status", "response type") and plain(text) in ("survey preview", "1")


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
    finished=_finished,
    marks_finished=True,
    test=_test,
)
