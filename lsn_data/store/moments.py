"""Which moment is it, as the tables hold it?"""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The moment in UTC, without a zone of its own."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
