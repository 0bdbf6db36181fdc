"""What does an Alchemer export look like? `<item>:<question>` as headings; its State/Region is where the IP is."""

from __future__ import annotations

from lsn_data.intake.tools import Tool, first_row, headings
from lsn_data.sheets.declared import plain

_SIGNATURE = headings("Response ID", "Time Started", "Date Submitted", "SessionID")
_UNFINISHED = ("partial", "disqualified", "in progress", "abandoned", "deleted")


def _parted(heading: str) -> tuple[str, str] | None:
    """The item stands first, without a space behind the colon.

    >>> _parted("Visibility:Rank these: which comes first?")
    ('Rank these: which comes first?', 'Visibility')
    """
    label, colon, question = heading.partition(":")
    return (question.strip(), label.strip()) if colon and label.strip() and question[:1].strip() else None


TOOL = Tool(
    name="alchemer",
    order=6,
    recognises=lambda rows: first_row(rows) >= _SIGNATURE,
    bookkeeping=_SIGNATURE
    | headings(
        "Status", "Contact ID", "Legacy Comments", "Comments", "Language", "Referer", "Extended Referer", "User Agent",
        "Extended User Agent", "Tags", "IP Address", "Longitude", "Latitude", "Country", "City", "State/Region",
        "Postal",
    ),
    own=lambda heading: heading.startswith("URL Variable:"),
    flags=headings("Status"),
    finished=lambda heading, text: plain(text) not in _UNFINISHED,
    test=lambda heading, text: plain(text) in ("test", "preview"),
    marks_finished=True,
    tokens=headings("Contact ID"),
    parted=_parted,
)  # fmt: skip
