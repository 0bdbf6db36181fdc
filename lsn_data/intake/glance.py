"""What does a survey file show at a glance: its layout, its first rows, the day of its last answer?"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from lsn_data.intake.cells import day_of, text_of
from lsn_data.intake.places import Kept
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain

SHOWN = 4
WITHHELD = 1980


def layout_of(frame: Frame) -> str:
    """What two files of the same export share, as a fingerprint: the tool and the headings."""
    names = [frame.tool.name, *(plain(heading.text) for heading in frame.headings)]
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:24]


def preview_of(kept: Kept, headings: Sequence[Heading]) -> tuple[tuple[str, ...], ...]:
    """These columns' headings, then the first kept rows as they stand, each behind its number."""
    rows = [(str(number), *(text_of(cells[h.index]) for h in headings)) for number, cells in kept[:SHOWN]]
    return (("", *(heading.name for heading in headings)), *rows)


def last_day(kept: Kept, column: Heading | None) -> dt.date | None:
    """The day of the last kept answer; LimeSurvey's 1980 means that the date is withheld."""
    if column is None:
        return None
    days = map(day_of, kept.columns[column.index].distinct)
    return max((day for day in days if day and day.year > WITHHELD), default=None)
