"""What does one cell say: a place, nothing, a number, a text?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lsn_data.sheets.declared import plain

Cell = str | int | float | bool | dt.date | dt.datetime | None

LONG = 40
NOTHING = frozenset(
    plain(word)
    for word in (
        "",
        "-",
        "–",
        "--",
        ".",
        "k. A.",
        "k.A.",
        "keine Angabe",
        "N/A",
        "n/a",
        "na",
        "#N/A",
        "nicht platziert",
        "not ranked",
        "no answer",
        "nicht beantwortet",
        "null",
        "none",
        "nan",
    )
)
# Where a place is asked for, these give none; elsewhere some of them are answers.
NO_PLACE = frozenset(
    plain(word)
    for word in (
        "nicht gerankt", "nicht gereiht", "nicht gewählt", "nicht priorisiert", "keine Priorität", "kein Rang",
        "kein Platz", "ohne Rang", "ohne Angabe", "keine Antwort", "weiß nicht", "trifft nicht zu", "unranked",
        "not selected", "no rank", "no priority", "not applicable", "don't know",
    )
)  # fmt: skip
NOT_APPLICABLE = frozenset(plain(word) for word in ("N/A", "n/a", "k. A.", "k.A.", "not applicable", "trifft nicht zu"))
YES = frozenset(("x", "ja", "yes", "y", "true", "wahr", "1", "selected", "checked", "✓", "✔"))
NO = frozenset(("nein", "no", "n", "false", "falsch", "not selected", "unchecked"))

_PLACE = re.compile(
    r"^(?:platz|rang|rank|place|position|prio|priorität|priority|wahl|choice|nr\.?|no\.?|#)?\s*#?"
    r"(\d{1,2})(?:[.,]0+)?\s*(?:\.|st|nd|rd|th|te|ter)?"
    r"(?:\s*(?:platz|rang|place|choice|wahl|priorität|priority))?(?:\s*\(.*\)|\s*[-–=:]\s*\D.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_HALF = re.compile(r"^\s*(\d{1,2})[.,]50*\s*$")
_ORDINALS = {
    word: place
    for place, words in enumerate(
        (
            ("first", "erste", "erster", "erstes"),
            ("second", "zweite", "zweiter", "zweites"),
            ("third", "dritte", "dritter", "drittes"),
            ("fourth", "vierte", "vierter", "viertes"),
            ("fifth", "fünfte", "fünfter", "fünftes"),
            ("sixth", "sechste", "sechster", "sechstes"),
            ("seventh", "siebte", "siebter", "siebtes"),
            ("eighth", "achte", "achter", "achtes"),
            ("ninth", "neunte", "neunter", "neuntes"),
            ("tenth", "zehnte", "zehnter", "zehntes"),
        ),
        start=1,
    )
    for word in words
}
_ORDINAL = re.compile(r"^(\w+)(?:\s+(?:choice|place|rank|priority|wahl|platz|rang|priorität))?$")


def text_of(cell: Cell) -> str:
    """The cell as a person reads it: whole numbers without a point, dates in ISO, nothing as "".

    >>> text_of(3.0), text_of(None), text_of(" a ")
    ('3', '', 'a')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    return str(cell).strip()


def is_nothing(cell: Cell) -> bool:
    """Does the cell say that there is no answer: empty, a dash, "k. A.", -99?

    >>> [is_nothing(cell) for cell in (None, " – ", "k. A.", -99, 3)]
    [True, True, True, True, False]
    """
    if isinstance(cell, str):
        return not _is_long(cell) and _text_is_nothing(cell)
    return cell is None or (not isinstance(cell, bool) and cell in (-9, -99))


def _is_long(text: str) -> bool:
    """Is it plainly free text? Then its words need not be looked up, one long text after the other."""
    return len(text) >= LONG and len(text.strip()) >= LONG and "<" not in text and any(map(str.isalnum, text))


def any_said(cells: Iterable[Cell]) -> bool:
    """Does at least one of the cells say something?

    >>> any_said([None, "–", 0]), any_said(["", "k. A."])
    (True, False)
    """
    return any(not is_nothing(cell) for cell in cells)


@lru_cache(maxsize=65536)
def _text_is_nothing(text: str) -> bool:
    return text.strip() in ("", "-9", "-99") or plain(text) in NOTHING


def says_no_place(cell: Cell) -> bool:
    """Does a cell that should hold a place say in words that there is none?"""
    return isinstance(cell, str) and not cell[:1].isdigit() and plain(cell) in NO_PLACE


def says_not_applicable(cell: Cell) -> bool:
    """Did the respondent take the item out of the ranking ("N/A", "k. A.")?"""
    return isinstance(cell, str) and plain(cell) in NOT_APPLICABLE


def half_of(cell: Cell) -> float | None:
    """A place that two items share, written as the mean of both: 1.5, "2,5"; None for everything else.

    >>> half_of(1.5), half_of("2,5"), half_of(2.4), half_of(3)
    (1.5, 2.5, None, None)
    """
    if isinstance(cell, str):
        match = _HALF.match(cell)
        return float(match[1]) + 0.5 if match else None
    return cell if isinstance(cell, float) and 1 <= cell < 100 and cell % 1 == 0.5 else None


def tied_places(places: Sequence[float]) -> list[list[float]]:
    """The same order counted in the usual ways: 1 1 3 (as in sport), 1 1 2 (without gaps), 1.5 1.5 3 (means).

    >>> tied_places([4, 4, 9])
    [[1, 1, 3], [1, 1, 2], [1.5, 1.5, 3]]
    """
    before = [sum(other < place for other in places) for place in places]
    levels = sorted(set(places))
    means = [n + (places.count(place) + 1) / 2 for n, place in zip(before, places, strict=True)]
    return [
        [n + 1 for n in before],
        [levels.index(place) + 1 for place in places],
        [int(mean) if mean == int(mean) else mean for mean in means],
    ]


def place_of(cell: Cell) -> int | None:
    """The place that a cell gives, or None: 3, "3.", "Platz 3", "3,0", "2nd", "1 (highest)".

    >>> [place_of(cell) for cell in (3, "4.", "Platz 6", "3,0", "1 (höchste Priorität)", "2nd choice", "First", 2.5)]
    [3, 4, 6, 3, 1, 2, 1, None]
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell if 0 < cell < 100 else None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and 0 < cell < 100 else None
    return _place_of_text(cell.strip()) if isinstance(cell, str) else None


@lru_cache(maxsize=65536)
def _place_of_text(text: str) -> int | None:
    match = _PLACE.match(text)
    if match:
        return int(match[1]) or None
    ordinal = _ORDINAL.match(text.casefold())
    return _ORDINALS.get(ordinal[1]) if ordinal else None


def comparable(cell: Cell) -> str:
    """What two answers are compared by: 12 equals "12", "3,5" equals 3.5, "4 (satisfied)" equals 4, "x" equals "ja".

    >>> comparable("3,50") == comparable(3.5), comparable("X") == comparable("ja"), comparable("–") == comparable(None)
    (True, True, True)
    """
    if isinstance(cell, str) and _is_long(cell):
        return " ".join(cell.casefold().split())
    return "" if is_nothing(cell) else _compared(text_of(cell))


@lru_cache(maxsize=65536)
def _compared(text: str) -> str:
    number = re.fullmatch(r"(-?\d+(?:[.,]\d+)?)(?:\s*\(.*\))?", text)
    if number:
        return f"{float(number[1].replace(',', '.')):g}"
    short = text.casefold()
    if short in YES:
        return "yes"
    return "" if short in NO else plain(text)


def day_of(cell: Cell) -> dt.date | None:
    """The day of a date cell or of a text in ISO or German order; None where it is not certain.

    >>> day_of("2026-03-14 22:08:56"), day_of("14.3.26"), day_of("3/4/2026")
    (datetime.date(2026, 3, 14), datetime.date(2026, 3, 14), None)
    """
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if not isinstance(cell, str):
        return None
    iso = re.match(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})", cell)
    german = re.match(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)", cell)
    american = re.match(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", cell)
    if iso:
        return date_of(int(iso[1]), int(iso[2]), int(iso[3]))
    if german:
        return date_of(int(german[3]) % 100 + 2000, int(german[2]), int(german[1]))
    if american and int(american[2]) > 12:
        return date_of(int(american[3]), int(american[1]), int(american[2]))
    if american and int(american[1]) > 12:
        return date_of(int(american[3]), int(american[2]), int(american[1]))
    return None


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """That day, or None if the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
