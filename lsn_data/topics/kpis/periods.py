"""When is a period, and how long is it? Years, quarters, months and days on one axis of time."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from lsn_data.topics import days

Rhythm = Literal["day", "month", "quarter", "half", "year", "span"]
_BY_MONTHS: dict[int, Rhythm] = {1: "month", 3: "quarter", 6: "half", 12: "year"}


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of time with its first and last day; `text` is how the register writes it."""

    end: dt.date
    start: dt.date
    text: str

    @property
    def rhythm(self) -> Rhythm:
        """How long it is. Two consecutive years are a business year; other stretches are a `span`."""
        if self.start == self.end:
            return "day"
        if self._business_year:
            return "year"
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        return _BY_MONTHS.get(months, "span")

    @property
    def at(self) -> float:
        """Where it stands on the axis of years: at its end, so that 2025, its last quarter and 31 December meet.

        A business year ends in the middle of its second year; a span of several years, of which nobody knows when in
        it the value was measured, stands in its middle.

        >>> [round(period_of(text).at, 3) for text in ("2025", "2025-12-31", "2025-10/2025-12", "2025-06", "2014/2020")]
        [2025.0, 2025.0, 2025.0, 2024.5, 2017.0]
        """
        if self._business_year:
            return self.end.year - 0.5
        if self.rhythm == "span":
            return (self.start.year + self.end.year) / 2
        return _years(self.end)

    @property
    def _business_year(self) -> bool:
        return bool(re.fullmatch(r"\d{4}/\d{4}", self.text)) and self.end.year - self.start.year == 1


def period_of(text: str) -> Period:
    """A period as registers hold it: `2025`, `2025-03`, `2025-03-31`, `2014/2020`, `2025-01/2025-03`.

    Raises ValueError for anything else.

    >>> period_of("2025-01/2025-03").rhythm, period_of("2023/2024").rhythm, period_of("2024-02").end
    ('quarter', 'year', datetime.date(2024, 2, 29))
    """
    first, _, second = text.partition("/")
    return Period(last_day(second or first), _day(first, last=False), text)


def last_day(text: str) -> dt.date:
    """The last day of a year, a month or a day in ISO; of an interval, the last of its end. Raises ValueError.

    >>> last_day("2025"), last_day("2025-06")
    (datetime.date(2025, 12, 31), datetime.date(2025, 6, 30))
    """
    return _day(text.partition("/")[2] or text, last=True)


def _day(text: str, last: bool) -> dt.date:
    found = days.last_day(text) if last else days.first_day(text)
    if found is None:
        raise ValueError(f"not a period: {text}")
    return found


def _years(day: dt.date) -> float:
    """The end of a day in years: 31 December 2025 is 2025.0."""
    share = day.day / calendar.monthrange(day.year, day.month)[1]
    return day.year - 1 + (day.month - 1 + share) / 12
