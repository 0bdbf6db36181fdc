"""Do the cells of a column hold numbers, or days? The other cells of the column tell how a doubtful one is meant."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, date_of, day_of
from lsn_data.intake.values import number_of

ENOUGH = 0.9
LONG_ID, LONGEST = 1e11, 40
EXCEL_DAY_0 = dt.date(1899, 12, 30)
_ABOUT = re.compile(r"^\s*(?:ca\.?|circa|etwa|rund|about|approx\.?|around|~|≈)\s*", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*(?:jahre?n?|years?|€|eur|euro|tage?n?|days?|stunden?|hours?|personen|people|mal|times|prozent|percent"
    r"|mitarbeitende|mitarbeiter|beschäftigte|employees|fte)\.?\s*$",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"^[-+]?\d{1,3}([.,])\d{3}$")
_SLASHED = re.compile(r"^\s*(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b")


@dataclass(frozen=True)
class Numbers:
    """The number of each different cell, those that are none, and whether a point or comma was taken for thousands."""

    by_cell: Mapping[Cell, float]
    strange: tuple[Cell, ...]
    thousands_assumed: bool = False


@dataclass(frozen=True)
class Days:
    """The day of each different cell, those that are none, and whether `3/4/2026` could be read two ways."""

    by_cell: Mapping[Cell, dt.date]
    strange: tuple[Cell, ...]
    doubtful: bool = False


def numbers_of(cells: Mapping[Cell, int], texts: Mapping[Cell, str], sure: bool = False) -> Numbers | None:
    """Numbers, if nearly all answered cells are; `cells`: each different cell that was answered, how often.

    >>> numbers_of({"3,5": 1, "about 4": 1, "12 %": 1}, {"3,5": "3,5", "about 4": "about 4", "12 %": "12 %"}).by_cell
    {'3,5': 3.5, 'about 4': 4.0, '12 %': 12.0}
    """
    found = {cell: number for cell in cells if (number := _number(cell, texts[cell])) is not None}
    short = [cell for cell in cells if len(texts[cell]) < LONGEST]
    unclear = {cell: bare for cell in short if cell not in found and _THOUSANDS.match(bare := _bare(texts[cell]))}
    decimal = _decimal_sign(texts[cell] for cell in short if isinstance(cell, str))
    for cell, bare in unclear.items():
        sign = "," if "," in bare else "."
        found[cell] = float(bare.replace(",", ".")) if sign == decimal else float(bare.replace(sign, ""))
    read = sum(cells[cell] for cell in found)
    if not read or (read < ENOUGH * sum(cells.values()) and not sure):
        return None
    return Numbers(found, tuple(cell for cell in cells if cell not in found), bool(unclear) and not decimal)


def are_long_ids(numbers: Numbers) -> bool:
    """Numbers of twelve digits and more are names of records, damaged by the spreadsheet program, not quantities."""
    return sum(1 for number in numbers.by_cell.values() if abs(number) >= LONG_ID) >= 0.5 * len(numbers.by_cell)


def days_of(cells: Mapping[Cell, int], serials: bool, sure: bool = False) -> Days | None:
    """Days, if nearly all answered cells are; `serials`: may a number be Excel's count of days?

    >>> days_of({"3/14/2026": 2, "3/4/2026": 1}, False).by_cell["3/4/2026"]
    datetime.date(2026, 3, 4)
    """
    month_first = _month_first([cell for cell in cells if isinstance(cell, str)])
    found = {cell: day for cell in cells if (day := _day(cell, serials, month_first))}
    slashed = [cell for cell in cells if isinstance(cell, str) and _SLASHED.match(cell)]
    doubtful = bool(slashed) and month_first is None
    read = sum(n for cell, n in cells.items() if cell in found or (doubtful and cell in slashed))
    if not read or (read < ENOUGH * sum(cells.values()) and not sure):
        return None
    return Days(found, tuple(cell for cell in cells if cell not in found), doubtful)


def _number(cell: Cell, text: str) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return float(cell) if math.isfinite(cell) else None
    return number_of(_bare(text)) if isinstance(cell, str) and text[-1:] and len(text) < LONGEST else None


def _bare(text: str) -> str:
    """A number without "about" before it and its unit behind it."""
    return _UNIT.sub("", _ABOUT.sub("", text)).strip()


def _decimal_sign(texts: Iterable[str]) -> str:
    """The decimal sign that the column uses, "" if it shows none."""
    signs = {match[1] for text in texts if (match := re.search(r"\d([.,])\d{1,2}(?:\D|$)", text))}
    return signs.pop() if len(signs) == 1 else ""


def _month_first(texts: Sequence[str]) -> bool | None:
    """Do dates with slashes name the month first? None if no date tells, or they contradict each other."""
    pairs = [(int(match[1]), int(match[2])) for text in texts if (match := _SLASHED.match(text))]
    month_first = any(second > 12 for _, second in pairs)
    day_first = any(first > 12 for first, _ in pairs)
    return None if month_first == day_first else month_first


def _day(cell: Cell, serials: bool, month_first: bool | None) -> dt.date | None:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return EXCEL_DAY_0 + dt.timedelta(days=int(cell)) if serials and 20000 <= cell < 80000 else None
    slashed = _SLASHED.match(cell) if isinstance(cell, str) else None
    if slashed and month_first is not None:
        month, day = (int(slashed[1]), int(slashed[2])) if month_first else (int(slashed[2]), int(slashed[1]))
        return date_of(int(slashed[3]) % 100 + 2000 if len(slashed[3]) == 2 else int(slashed[3]), month, day)
    return None if slashed else day_of(cell)
