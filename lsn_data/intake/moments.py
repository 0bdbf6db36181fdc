"""When is it, in ISO, in the ways that people write a year, a quarter, a month or a day?"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from lsn_data.intake.cells import Cell, text_of

_MONTHS = (
    ("januar", "january", "jan", "jän", "jänner"), ("februar", "february", "feb"),
    ("märz", "march", "mar", "mrz", "mär", "maerz"), ("april", "apr"),
    ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sep", "sept"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_LEAD = re.compile(r"^(?:mitglied\s+)?(?:seit|zum|am|per|stand|as of|since|ab)(?:\s+dem)?:?\s+", re.IGNORECASE)
_QUARTER = re.compile(r"(?:q\s*([1-4])|([1-4])\.?\s*(?:quartal|quarter|qu?\.?))\s*[/. '-]*\s*((?:19|20)?\d\d)", re.I)
_QUARTER_LAST = re.compile(r"((?:19|20)\d\d)\s*[/. -]*\s*(?:q\s*([1-4])|([1-4])\.?\s*(?:quartal|quarter))", re.I)
_HALF = re.compile(r"(?:h\s*([12])|([12])\.?\s*(?:halbjahr|hj|half))\s*[/. -]*\s*((?:19|20)\d\d)", re.IGNORECASE)


def when_of(cell: Cell) -> str | None:
    """A year, a month or a day in ISO, from what people write; an interval of years or months is `2014/2020`.

    >>> when_of("28.2.2023"), when_of("March 2016"), when_of(2019), when_of("2014–2020"), when_of("soon")
    ('2023-02-28', '2016-03', '2019', '2014/2020', None)
    >>> when_of("seit 01.04.19"), when_of("Q1 2023"), when_of("2023/24"), when_of("12/31/2023"), when_of("3/4/2026")
    ('2019-04-01', '2023-01/2023-03', '2023/2024', '2023-12-31', None)
    """
    if isinstance(cell, (dt.date, dt.datetime)):
        return cell.isoformat()[:10]
    return None if isinstance(cell, bool) else _when(text_of(cell))


@lru_cache(maxsize=65536)
def _when(said: str) -> str | None:
    text = _LEAD.sub("", said.strip())
    return _years(text) or _day(text) or _part_of_year(text)


def _years(text: str) -> str | None:
    if years := re.fullmatch(r"((?:19|20)\d\d)(?:\s*[/–-]\s*((?:19|20)\d\d))?", text):
        return "/".join(year for year in years.groups() if year)
    if over := re.fullmatch(r"((?:19|20)\d\d)/(\d\d)", text):
        follows = int(over[1]) + 1
        return f"{over[1]}/{follows}" if follows % 100 == int(over[2]) else None
    return None


def _day(text: str) -> str | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T].*)?", text):
        return _iso(match[1], match[2], match[3])
    if match := re.fullmatch(r"(?:(\d{1,2})\.\s*)?(\d{1,2})[./]\s*(\d{4})(?:\s+\d\d:\d\d(?::\d\d)?)?", text):
        return _iso(match[3], match[2], match[1])
    if match := re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d\d)", text):
        return _iso(_century(match[3]), match[2], match[1])
    if match := re.fullmatch(r"(?:(\d{1,2})\.?\s+)?([A-Za-zäÄ]+)\.?\s+(\d{4})", text):
        month = _MONTH.get(match[2].casefold())
        return _iso(match[3], month, match[1]) if month else None
    if match := re.fullmatch(r"([A-Za-zäÄ]{3,9})\.?\s?[-/'’]\s?(\d\d)", text):
        month = _MONTH.get(match[1].casefold())
        return _iso(_century(match[2]), month, None) if month else None
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        # Only one order is possible where a number is above twelve.
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            return _iso(match[3], second, match[1])
        return _iso(match[3], first, match[2]) if second > 12 >= first else None
    return None


def _part_of_year(text: str) -> str | None:
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])/(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text):
        return text
    if match := _QUARTER.fullmatch(text):
        return _months(_century(match[3]), 3 * int(match[1] or match[2]) - 2, 3)
    if match := _QUARTER_LAST.fullmatch(text):
        return _months(match[1], 3 * int(match[2] or match[3]) - 2, 3)
    if match := _HALF.fullmatch(text):
        return _months(match[3], 6 * int(match[1] or match[2]) - 5, 6)
    return None


def month_of(text: str) -> int | None:
    """The number of a month by its name alone.

    >>> month_of("Sept."), month_of("2023")
    (9, None)
    """
    return _MONTH.get(text.strip(" .").casefold())


def _months(year: str, first: int, count: int) -> str:
    return f"{year}-{first:02}/{year}-{first + count - 1:02}"


def _century(year: str) -> str:
    """Two figures of a year: up to 2049, else of the last century."""
    return year if len(year) == 4 else f"20{year}" if int(year) < 50 else f"19{year}"


def _iso(year: str, month: str | int, day: str | None) -> str | None:
    try:
        date = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return date.isoformat() if day else date.isoformat()[:7]
