"""What does a cell of a register mean, by what its field holds? The value, or why it is none."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.cells import NO, YES, Cell, is_nothing, text_of
from lsn_data.intake.people import meaning_of
from lsn_data.sheets.declared import Field
from lsn_data.sheets.survey import ATTRIBUTES

_MONTHS = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("märz", "march", "mar", "mrz", "mär"),
    ("april", "apr"),
    ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sep", "sept"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_NUMBER = re.compile(r"^[-+−]?\d[\d.,'\s\u00a0\u202f]*\s*%?$")


@dataclass(frozen=True)
class Understood:
    """The value of a cell, or the kind of problem that keeps it from having one; `left` are values left out."""

    value: Any = None
    problem: str = ""
    left: tuple[str, ...] = ()


def understood(field: Field, cell: Cell) -> Understood:
    """The value of a cell in the type of its field; an empty cell is None."""
    if is_nothing(cell):
        return Understood([] if field.holds in ("list", "choices") else None)
    if field.holds == "number":
        number = number_of(cell)
        return Understood(number) if number is not None else Understood(problem="not-a-number")
    if field.holds == "when":
        when = when_of(cell)
        return Understood(when) if when else Understood(problem="not-a-date")
    if field.holds == "yes":
        return _yes(cell)
    if field.holds == "choice":
        return _choice(field, cell)
    if field.holds in ("list", "choices"):
        return _several(field, text_of(cell))
    return Understood(text_of(cell))


def number_of(cell: Cell) -> float | None:
    """A number as people write it: 1234.5, "1.234,5", "1,234.5", "12 %"; None if it is none or can be read two ways.

    >>> number_of("1.234,5"), number_of("1,234.5"), number_of("250 000"), number_of("forty"), number_of("1,234")
    (1234.5, 1234.5, 250000.0, None, None)
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    if not isinstance(cell, str) or not _NUMBER.match(cell.strip()):
        return None
    text = re.sub(r"[\s\u00a0\u202f'%+]", "", cell).replace("−", "-")
    if "." in text and "," in text:
        comma_last = text.rindex(",") > text.rindex(".")
        text = text.replace(".", "").replace(",", ".") if comma_last else text.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}([.,]\d{3}){2,}", text):
        text = re.sub(r"[.,]", "", text)
    elif re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", text):
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def when_of(cell: Cell) -> str | None:
    """A year, a month or a day in ISO, from what people write; an interval of years is `2014/2020`.

    >>> when_of("28.2.2023"), when_of("March 2016"), when_of(2019), when_of("2014–2020"), when_of("soon")
    ('2023-02-28', '2016-03', '2019', '2014/2020', None)
    """
    if isinstance(cell, (dt.date, dt.datetime)):
        return cell.isoformat()[:10]
    text = text_of(cell)
    if years := re.fullmatch(r"((?:19|20)\d\d)(?:\s*[/–-]\s*((?:19|20)\d\d))?", text):
        return "/".join(year for year in years.groups() if year)
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T].*)?", text):
        return _iso(match[1], match[2], match[3])
    if match := re.fullmatch(r"(?:(\d{1,2})\.\s*)?(\d{1,2})[./]\s*(\d{4})", text):
        return _iso(match[3], match[2], match[1])
    if match := re.fullmatch(r"(?:(\d{1,2})\.?\s+)?([A-Za-zäÄ]+)\.?\s+(\d{4})", text):
        month = _MONTH.get(match[2].casefold())
        return _iso(match[3], month, match[1]) if month else None
    return None


def _iso(year: str, month: str | int, day: str | None) -> str | None:
    try:
        date = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return date.isoformat() if day else date.isoformat()[:7]


def _yes(cell: Cell) -> Understood:
    said = text_of(cell).casefold()
    if isinstance(cell, bool) or said in YES:
        return Understood(cell is not False)
    return Understood(False) if said in NO or said == "0" else Understood(problem="not-yes-or-no")


def _choice(field: Field, cell: Cell) -> Understood:
    attribute = next((one for one in ATTRIBUTES if one.choices == field.choices), None)
    code = (meaning_of(attribute, cell) if attribute else None) or field.code_of(text_of(cell))
    if code:
        return Understood(code)
    if field.open:
        return Understood(text_of(cell))
    other = any(choice.code == "other" for choice in field.choices)
    return Understood("other" if other else None, "counts-as-other" if other else "not-in-list")


def _several(field: Field, text: str) -> Understood:
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if field.holds == "list":
        return Understood(parts)
    parts = _parted(field, parts[0]) if len(parts) == 1 else parts
    codes = [field.code_of(part) or (part if field.open else "") for part in parts]
    left = tuple(part for part, code in zip(parts, codes, strict=True) if not code)
    return Understood(list(dict.fromkeys(code for code in codes if code)), "not-in-list" if left else "", left)


def _parted(field: Field, text: str) -> list[str]:
    """Values that are not separated by `;` but by other signs, or not at all: "N, I", "V/I", "V und P", "NIP"."""
    if field.code_of(text):
        return [text]
    parts = [part.strip() for part in re.split(r"[,/+&]|\bund\b|\band\b", text) if part.strip()]
    if any(map(field.code_of, parts)):
        return parts
    for letters in (text.split(), list(text)):
        if letters and all(map(field.code_of, letters)):
            return letters
    return [text] if field.open else parts or [text]
