"""Which size class has a member whose number of employees is told, and how?"""

from __future__ import annotations

import re

_ABOUT = re.compile(
    r"^(?:ca\.?|circa|rund|etwa|ungefähr|about|approx\.?|approximately|around|~|≈|etwas)\s*", re.IGNORECASE
)
_WORDS = re.compile(
    r"\b(?:beschäftigten?|mitarbeitenden?|mitarbeiter(?:innen|\*innen|:innen)?|employees|staff|personen|people|fte|ma|vzä|"
    r"headcount|köpfe)\b\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*[(,;]\s*(?:stand\s*)?(?:\d\d[./])?(?:19|20)\d\d\)?\s*$", re.IGNORECASE)
_RANGE = re.compile(r"^(\d{1,7})\s*(?:-|–|—|bis|to|\.\.)\s*(\d{1,7})$")
_BELOW = re.compile(
    r"^(?:<|unter|bis|weniger als|fewer than|less than|under|max\.?|up to|≤|<=)\s*(\d{1,7})$", re.IGNORECASE
)
_ABOVE = re.compile(
    r"^(?:>|≥|>=|über|ab|mehr als|more than|over|mind\.?|mindestens|at least)\s*(\d{1,7})$"
    r"|^(\d{1,7})\s*(?:\+|und mehr|and more|or more|oder mehr)$",
    re.IGNORECASE,
)  # fmt: skip
LAST = 10**7


def size_class(employees: int) -> str | None:
    """The class of a number of employees.

    >>> size_class(9), size_class(120), size_class(0)
    ('1-9', '50-249', None)
    """
    if employees < 1:
        return None
    return "1-9" if employees < 10 else "10-49" if employees < 50 else "50-249" if employees < 250 else "250+"


def size_told(text: str) -> str | None:
    """The class that a text tells; None where a range reaches over two classes.

    >>> size_told("ca. 120 MA"), size_told("500 – 1.000"), size_told("> 250"), size_told("1-10"), size_told("12,5 FTE")
    ('50-249', '250+', '250+', None, '10-49')
    """
    said = _YEAR.sub("", _WORDS.sub("", text)).strip(" .:")
    said = re.sub(r"(?<=\d)[.,\s\u00a0\u202f'](?=\d{3}\b)", "", _ABOUT.sub("", said)).strip()
    if re.fullmatch(r"\d{1,7}", said):
        return size_class(int(said))
    if part := re.fullmatch(r"(\d{1,6})[.,]\d{1,2}", said):
        return size_class(int(part[1]))
    if span := _RANGE.match(said):
        return _one_class(int(span[1]), int(span[2]))
    if below := _BELOW.match(said):
        strict = not re.match(r"bis|max|up|≤|<=", said, re.IGNORECASE)
        return _one_class(1, int(below[1]) - strict)
    if above := _ABOVE.match(said):
        strict = bool(re.match(r">(?!=)|über|mehr|more|over", said, re.IGNORECASE))
        number = int(above[1] or above[2])
        # "more than 250" is what many lists write for our largest class.
        return _one_class(number if number == 250 else number + strict, LAST)
    return None


def _one_class(first: int, last: int) -> str | None:
    low, high = size_class(max(1, first)), size_class(last)
    return low if low == high else None
