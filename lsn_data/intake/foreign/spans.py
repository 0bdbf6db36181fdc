"""From when to when does something run, written in one cell: "01/2020 – 03/2023", "seit 2021", "bis 12/2025"?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lsn_data.intake.cells import Cell, text_of
from lsn_data.intake.moments import when_of
from lsn_data.sheets.declared import plain

OPEN_END = frozenset(
    ("laufend", "läuft", "heute", "ongoing", "today", "now", "present", "offen", "open", "unbefristet", "fortlaufend",
     "dauerhaft", "noch laufend", "jetzt", "date", "to date", "current")
)  # fmt: skip
_TO = re.compile(r"\s*(?:[–—]|\s-\s|\bbis(?:\s+zum)?\b|\bto\b|\buntil\b|→|\bthrough\b)\s*", re.IGNORECASE)
_FROM = re.compile(r"^(?:seit|ab|since|from|start:?|beginn:?|von|vom|läuft seit|laufend seit)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:bis|until|till|ende:?|end:?)(?:\s+zum)?\s+", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})[/.](\d\d)$")
_MONTHS = re.compile(r"\s*[,;(]?\s*\(?\d{1,3}\s*(?:monate?|months?|jahre?|years?|m\.?)\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Start and end in ISO, either may be unknown; `running` if the cell says that there is no end yet."""

    start: str | None = None
    end: str | None = None
    running: bool = False


def span_of(cell: Cell) -> Span | None:
    """A run time, or None if the cell tells none for certain.

    >>> span_of("01/2020 – 03/2023"), span_of("Jan. 2020 bis März 2023").end
    (Span(start='2020-01', end='2023-03', running=False), '2023-03')
    >>> span_of("seit 2021"), span_of("bis 12/2025").end, span_of("2020-2023").start, span_of("irgendwann")
    (Span(start='2021', end=None, running=True), '2025-12', '2020', None)
    """
    text = _MONTHS.sub("", " ".join(text_of(cell).split()))
    if plain(text) in OPEN_END:
        return Span(running=True)
    if since := _FROM.match(text):
        rest = text[since.end() :]
        if when := when_of(rest):
            return _of_one(when, running="seit" in since[0].casefold() or "since" in since[0].casefold())
        return _of_two(rest)
    if until := _UNTIL.match(text):
        end = when_of(text[until.end() :])
        return Span(end=end) if end and "/" not in end else None
    if when := when_of(cell if not isinstance(cell, str) else text):
        return _of_one(when)
    return _of_two(text)


def _of_one(when: str, running: bool = False) -> Span:
    """One moment is the start; an interval of years has both ends."""
    first, _, last = when.partition("/")
    return Span(first, last or None, running and not last)


def _of_two(text: str) -> Span | None:
    for first, last in _halves(text):
        start, end = _end(first), _end(last)
        if start is None and re.fullmatch(r"\d{1,2}\.?", first) is None:
            start = _with_year_of(first, end)
        if start and end and start[:4] <= end[:4]:
            return Span(start, end)
        if start and (not last or plain(last) in OPEN_END):
            return Span(start, running=bool(last))
    return None


def _halves(text: str) -> list[tuple[str, str]]:
    """The ways to part a text in two: at a word or a long dash, else at a hyphen between years or months."""
    parts = _TO.split(text)
    if len(parts) == 2:
        return [(parts[0].strip(), parts[1].strip())]
    halves = text.split("-")
    if len(halves) == 2:
        return [(halves[0].strip(), halves[1].strip())]
    if len(halves) in (4, 6):  # 2020-01-2023-03 and whole days in ISO
        middle = len(halves) // 2
        return [("-".join(halves[:middle]).strip(), "-".join(halves[middle:]).strip())]
    return []


def _end(text: str) -> str | None:
    """One end of a span; beside another one, "03/19" is a month."""
    if when := when_of(text):
        return None if "/" in when else when
    short = _SHORT.fullmatch(text)
    return when_of(f"{short[1]}/20{short[2]}") if short else None


def _with_year_of(text: str, end: str | None) -> str | None:
    """ "März" in "März – Juni 2023" is of the same year."""
    return when_of(f"{text} {end[:4]}") if end and text else None
