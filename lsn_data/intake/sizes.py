"""Which size class does a cell tell: a class, a number of employees, a bound, or what Excel made of it?"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata

from lsn_data.intake.cells import Cell, text_of

LARGE, LONGEST = 250, 200
_STARTS = (1, 10, 50, LARGE)
_CODES = ("1-9", "10-49", "50-249", "250+")
_UNITS = re.compile(
    r"\b(?:beschäftigten?r?|mitarbeitenden?r?|mitarbeiter(?:/?[:*_-]?innen)?|angestellten?r?|arbeitnehmer"
    r"|employees?|staff|personen|köpfe|people|persons|vollzeitstellen|ma|fte|vzä|headcount|aktuell"
    r"|insgesamt|total)\b|\(.*?\)",
)
_ABOUT = re.compile(r"^(?:ca\.?|circa|rund|etwa|ungefähr|about|approx\.?|approximately|around|~|≈)\s*")
_YEAR = re.compile(r"\s*[,;]\s*(?:stand\s*)?(?:\d\d[./])?(?:19|20)\d\d$")
_NUMBER = r"(\d{1,3}(?:[.,' ]\d{3})+|\d{1,7})"
_RANGE = re.compile(rf"^(?:von|from|zwischen|between)?\s*{_NUMBER}\s*(?:-|\.\.|bis|to|und|and|to under)\s*{_NUMBER}$")
_BELOW = re.compile(rf"^(?:<|unter|weniger als|less than|fewer than|under|below)\s*{_NUMBER}$")
_AT_MOST = re.compile(rf"^(?:<=|≤|bis(?: zu)?|up to|höchstens|max\.?|maximal|at most)\s*{_NUMBER}$")
_ABOVE = re.compile(rf"^(?:>|über|mehr als|more than|over|above)\s*{_NUMBER}$")
_MORE = r"\+|plus|und mehr|oder mehr|u\.? ?m\.?|and more|or more|and above|and over|und darüber"
_AT_LEAST = re.compile(rf"^(?:(?:>=|≥|ab|von|from|mind\.?|mindestens|at least)\s*{_NUMBER}|{_NUMBER}\s*(?:{_MORE}))$")
# What Excel made of 1-9 (1 September, or 9 January) and 10-49 (October 1949), as dates and as their text.
_SMALL_DATES = re.compile(
    r"^(?:0?1[. -]*sept?(?:ember)?|sept?(?:ember)?[. -]*0?1|0?9[. -]*jan(?:uary?)?|jan(?:uary?)?[. -]*0?9)\.?"
    r"(?:[ -]\d{2,4})?$"
)
_MIDDLE_DATES = re.compile(r"^(?:0?1[. -]*)?o[ck]t(?:ober)?[. -]*(?:19)?49$")
_WRITTEN_DATE = re.compile(r"^(?:(\d{4})-(\d\d)-(\d\d)(?: 00:00:00)?|(\d{1,2})\.(\d{1,2})\.(\d{2,4}))$")


def size_of(cell: Cell) -> str | None:
    """The code of a size class, or None where a cell does not lie within one class.

    >>> size_of(12), size_of("10–49 MA"), size_of("<10"), size_of("ab 250"), size_of("12,5 FTE"), size_of("unter 50")
    ('10-49', '10-49', '1-9', '250+', '10-49', None)
    >>> size_of(dt.date(2026, 9, 1)), size_of("Okt 49"), size_of("01. Sep")
    ('1-9', '10-49', '1-9')
    """
    touched = sizes_touched(cell)
    return touched[0] if len(touched) == 1 else None


def sizes_touched(cell: Cell) -> tuple[str, ...]:
    """The codes of all size classes that a cell may mean; more than one where its class lies across ours.

    >>> sizes_touched("11-50"), sizes_touched("unter 50"), sizes_touched("201 bis 500"), sizes_touched("viele")
    (('10-49', '50-249'), ('1-9', '10-49'), ('50-249', '250+'), ())
    """
    if isinstance(cell, (dt.date, dt.datetime)):
        return _of_date(cell.year, cell.month, cell.day)
    if isinstance(cell, (int, float)):
        return () if isinstance(cell, bool) or not math.isfinite(cell) else _between(cell, cell)
    return _of_text(text_of(cell))


def _between(low: float, high: float) -> tuple[str, ...]:
    """The classes from the one of the lower number to the one of the higher."""
    ends = (*(start - 1 for start in _STARTS[1:]), math.inf)
    whole = math.floor(low)
    return tuple(code for start, end, code in zip(_STARTS, ends, _CODES, strict=True) if whole <= end and high >= start)


def _of_text(text: str) -> tuple[str, ...]:
    if len(text) > LONGEST:
        return ()
    said = unicodedata.normalize("NFKC", text).casefold().strip().strip("'\"")
    if date := _WRITTEN_DATE.match(said):
        year, month, day = (date[1], date[2], date[3]) if date[1] else (date[6], date[5], date[4])
        return _of_date(int(year), int(month), int(day))
    if _SMALL_DATES.match(said):
        return ("1-9",)
    if _MIDDLE_DATES.match(said):
        return ("10-49",)
    said = re.sub(r"[\u2010-\u2015\u2212]", "-", said)
    said = " ".join(_ABOUT.sub("", _YEAR.sub("", _UNITS.sub(" ", said).strip()).strip()).split()).strip(" .:,;")
    return _of_bounds(said)


def _of_bounds(said: str) -> tuple[str, ...]:
    """Every class that the words allow."""
    if found := re.fullmatch(_NUMBER, said) or re.fullmatch(r"(\d{1,6})[.,]\d{1,2}", said):
        return _between(_whole(found[1]), _whole(found[1]))
    if found := _RANGE.match(said):
        return _between(_whole(found[1]), _whole(found[2]))
    for pattern, less in ((_BELOW, 1), (_AT_MOST, 0)):
        if found := pattern.match(said):
            return _between(1, max(1, _whole(found[1]) - less))
    for pattern, more in ((_ABOVE, 1), (_AT_LEAST, 0)):
        if found := pattern.match(said):
            return _between(_whole(next(filter(None, found.groups()))) + more, math.inf)
    return ()


def _of_date(year: int, month: int, day: int) -> tuple[str, ...]:
    if (year % 100, month, day) == (49, 10, 1):
        return ("10-49",)
    return ("1-9",) if (month, day) in ((9, 1), (1, 9)) else ()


def _whole(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
