"""Which days may a text of a register mean: a year, a month or a day, as the registers hold them?"""

from __future__ import annotations

import calendar
import datetime as dt
import re

_WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(when: str | None) -> dt.date | None:
    """The first day that a year, a month or a day may mean; None where it says nothing.

    >>> first_day("2018"), first_day("2018-03")
    (datetime.date(2018, 1, 1), datetime.date(2018, 3, 1))
    """
    found = _WHEN.fullmatch(when or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return _day(year, month, day)


def last_day(when: str | None) -> dt.date | None:
    """The last day that a year, a month or a day may mean.

    >>> last_day("2018"), last_day("2024-02")
    (datetime.date(2018, 12, 31), datetime.date(2024, 2, 29))
    """
    found = _WHEN.fullmatch(when or "")
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 12), found[3]
    return _day(year, month, int(day) if day else calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
