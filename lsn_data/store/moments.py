"""Which moment is it, as the tables hold it, and how do people read it?"""

from __future__ import annotations

import datetime as dt

from lsn_data.language import Language


def now() -> dt.datetime:
    """The moment in UTC, without a zone of its own."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def utc(at: dt.datetime) -> str:
    """A moment in UTC as JSON tells it.

    >>> utc(dt.datetime(2026, 5, 1, 8))
    '2026-05-01T08:00:00Z'
    """
    return at.isoformat(timespec="seconds") + "Z"


def local_day(at: dt.datetime) -> dt.date:
    """The day of a moment in UTC where this runs."""
    return _local(at).date()


def local_time(at: dt.datetime, say: Language) -> str:
    """A moment in UTC as people here read it: `2026-04-10 14:30`."""
    return f"{say.date(local_day(at))} {_local(at):%H:%M}"


def _local(at: dt.datetime) -> dt.datetime:
    return at.replace(tzinfo=dt.UTC).astimezone()
