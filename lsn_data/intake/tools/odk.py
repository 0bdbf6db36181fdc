"""What does an ODK Central export look like? Groups joined by `-`, names for labels; a ranking is names with spaces."""

from __future__ import annotations

from lsn_data.intake.tools import Tool, first_row, headings

_SIGNATURE = headings("SubmissionDate", "KEY", "SubmitterID")


def _parted(heading: str) -> tuple[str, str] | None:
    """A group and its question, or a question and its option: names without spaces.

    >>> _parted("g3-services/advice"), _parted("g1-size"), _parted("Please rank - Visibility")
    (('g3-services', 'advice'), ('g1', 'size'), None)
    """
    for sign in "/-":
        before, found, name = heading.rpartition(sign)
        if found and before and name and " " not in heading:
            return before, name
    return None


TOOL = Tool(
    name="odk",
    order=9,
    recognises=lambda rows: first_row(rows) >= _SIGNATURE,
    bookkeeping=_SIGNATURE
    | headings(
        "meta-instanceID", "instanceID", "meta-instanceName", "SubmitterName", "AttachmentsPresent",
        "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion",
    ),
    parted=_parted,
)  # fmt: skip
