"""What does a KoboToolbox export look like? Its own columns begin with `_`; ranks stand under a note with the question.

A second row with HXL tags (`#org +sector`) is a heading, too. Groups are joined by `/`.
"""

from __future__ import annotations

import re

from lsn_data.intake.tools import Rows, Tool, headings

_SIGNATURE = frozenset(("_id", "_uuid", "_submission_time"))
_TAG = re.compile(r"^#[a-z]+(?:\s*\+\s*[a-z0-9_]+)*$", re.IGNORECASE)


def _recognises(rows: Rows) -> bool:
    return bool(rows) and {cell.strip() for cell in rows[0]} >= _SIGNATURE


def _heading_rows(rows: Rows) -> int:
    tags = [cell for cell in rows[1] if cell.strip()] if len(rows) > 1 else []
    return 2 if tags and all(_TAG.match(cell.strip()) for cell in tags) else 1


def _parted(heading: str) -> tuple[str, str] | None:
    """A group and its question, or a question and its option.

    >>> _parted("rank_themes/_1st_choice"), _parted("Which services?/Advice"), _parted("Which and/or why?")
    (('rank_themes', '1st choice'), ('Which services?', 'Advice'), None)
    """
    before, found, name = heading.rpartition("/")
    if not found or not before or not name or (" " in heading and not re.search(r"[?:.!]$", before)):
        return None
    return before, re.sub(r"^_(\d+)(st|nd|rd|th)_choice$", r"\1\2 choice", name)


TOOL = Tool(
    name="kobo",
    order=10,
    recognises=_recognises,
    heading_rows=_heading_rows,
    labels_in=0,
    bookkeeping=headings("start", "end", "today", "deviceid", "username", "phonenumber", "formhub/uuid", "__version__"),
    own=lambda heading: heading.startswith("_") or heading.startswith("meta/"),
    note_asks=True,
    parted=_parted,
)
