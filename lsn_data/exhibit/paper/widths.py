"""How wide are the columns of a table on paper? In points, from the exact widths of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from lsn_data.exhibit.paper.face import figure_width, width
from lsn_data.exhibit.paper.text import LONGEST_WORD, pieces

# The width of the text on the page (168 mm).
WIDE = 168 / 25.4 * 72
# How much smaller than the cells stand headings, and what is set below a value.
HEAD, UNDER = 0.5, 0.8
_LONGEST_PROSE = 900.0
# What hyphenation leaves of a long word, and from which length on a word is parted.
_PARTED, _LONG, _PIECE = 0.62, 9, 70.0
# A column of sentences is so wide at least, several of them together; from so much on one gets more than others.
_SENTENCE, _SENTENCES, _LONG_SENTENCE = 84.0, 320.0, 250.0
_WIDEST_SENTENCE = 150.0
# What is so short stands on one line.
_SHORT = 90.0
# How much wider than its words a column stands where there is room, and from which share on a table fills the page.
_AIR, _SPARSE = 8.0, 0.72


@dataclass(frozen=True)
class Way:
    """A way of setting a table: the type, the gap between columns, and whether long words may be parted."""

    size: float
    gap: float
    parts: bool


# From the best to the last.
WAYS = (Way(8.0, 14.0, False), Way(7.5, 12.0, False), Way(7.5, 12.0, True), Way(7.0, 10.0, True), Way(6.5, 7.0, True))


@dataclass(frozen=True)
class Words:
    """What stands in a column: its heading, the lines of each cell and those small below, the width of its marks."""

    head: str
    texts: tuple[tuple[str, ...], ...]
    small: tuple[tuple[str, ...], ...]
    mark: float
    strong: bool
    prose: bool
    whole: bool


@dataclass(frozen=True)
class Room:
    """What a column needs: at least (its longest word), and at best (its longest line)."""

    least: float
    best: float


def chosen(columns: Sequence[Words], ways: Sequence[Way] = WAYS) -> tuple[Way, list[float]]:
    """The first way in which short texts stand on one line and sentences are more than a word wide, or else the first
    in which the longest words have room; and the widths.
    """
    rooms = {way: [_room(one, way) for one in columns] for way in ways}
    calm = (way for way in ways if sum(_wanted(columns, rooms[way])) <= WIDE)
    tight = (way for way in ways if sum(room.least for room in rooms[way]) <= WIDE)
    way = next(calm, None) or next(tight, ways[-1])
    return way, shared_out(rooms[way], WIDE)


def _wanted(columns: Sequence[Words], rooms: Sequence[Room]) -> Iterator[float]:
    """What each column needs to be read easily."""
    sentences = sum(1 for one in columns if one.prose)
    enough = min(max(_SENTENCE, _SENTENCES / max(sentences, 1)), _WIDEST_SENTENCE)
    for one, room in zip(columns, rooms, strict=True):
        yield max(room.least, min(room.best, enough)) if one.prose else room.best if room.best < _SHORT else room.least


def _room(words: Words, way: Way) -> Room:
    """What a column needs. Figures are never parted; of a heading, two lines are enough."""
    size, parts = way.size, way.parts or words.prose
    texts, small = _flat(words.texts), _flat(words.small)
    whole = [width(text, size, words.strong) for text in texts] + [width(text, size - UNDER) for text in small]
    least = [_word(word, size, parts, words.strong) for word in _words(texts)]
    least += [_word(word, size - UNDER, parts) for word in _words(small)]
    least += [_word(word, size - HEAD, way.parts) for word in _words([words.head])]
    least += [figure_width(text, size, words.strong) for text in texts] if words.whole else []
    needed = max([words.mark, *least]) + way.gap
    # Sentences are measured by the cell that holds most of them.
    longest = [sum(width(line, size) for line in cell) for cell in words.texts] if words.prose else whole
    best = max([needed, *(one + way.gap for one in longest), width(words.head, size - HEAD) * 0.6 + way.gap])
    return Room(needed, min(best, _LONGEST_PROSE))


def _flat(cells: Iterable[Iterable[str]]) -> list[str]:
    return [line for cell in cells for line in cell]


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in text.split(" "))


def _word(word: str, size: float, parts: bool, bold: bool = False) -> float:
    """The room that a word needs: a long one may be parted, an endless run breaks."""
    wide = width(word, size, bold)
    if len(word) <= _LONG or (is_word(word) and not parts):
        return wide
    return min(wide * _PARTED, _PIECE) if is_word(word) else min(wide, _PIECE)


def is_word(word: str) -> bool:
    """Can the layout part it where its language does?

    >>> is_word("Start-ups"), is_word("a@b.de"), is_word("x" * 50)
    (True, False, False)
    """
    return re.sub(r"[-–/().,;:]", "", word).isalpha() and len(word) <= LONGEST_WORD


def shared_out(rooms: Sequence[Room], wide: float) -> list[float]:
    """The widths of columns: at best all they need and some air; else short columns take what they need, long
    sentences share the rest, the longer the more, none narrower than its longest word.

    >>> shared_out([Room(20, 40), Room(30, 50)], 200)
    [48.0, 58.0]
    >>> [round(one) for one in shared_out([Room(20, 40), Room(30, 400)], 200)]
    [40, 160]
    """
    if sum(room.best for room in rooms) <= wide:
        return _airy([room.best for room in rooms], wide)
    least = sum(room.least for room in rooms)
    if least >= wide:
        return [room.least * wide / least for room in rooms]
    low, high = 0.0, wide
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_capped(room, middle) for room in rooms) < wide else (low, middle)
    return [_capped(room, low) for room in rooms]


def _capped(room: Room, cap: float) -> float:
    """The width of a column where none may be wider than the cap, but for very long sentences."""
    return max(room.least, min(room.best, cap * sqrt(max(room.best / _LONG_SENTENCE, 1.0))))


def _airy(best: Sequence[float], wide: float) -> list[float]:
    """Some air between columns; a table that nearly fills the page then fills it, a narrow one stays narrow, so that
    its rows are read across easily.
    """
    air = min(_AIR, (wide - sum(best)) / max(len(best), 1))
    aired = [one + air for one in best]
    whole = sum(aired)
    return [one * wide / whole for one in aired] if whole > wide * _SPARSE else aired


def too_wide(texts: Iterable[str], wide: float, size: float, bold: bool) -> bool:
    """Is any word wider than its column?"""
    return any(width(word, size, bold) > wide for word in _words(texts))


def fitted(said: str, wide: float, size: float) -> str:
    """A text whose runs that are no words may break, where the column is narrower than they are."""
    return " ".join(_run(word, wide, size) for word in said.split(" "))


def _run(word: str, wide: float, size: float) -> str:
    needed = width(word, size, bold=True)
    if needed <= wide or is_word(word):
        return word
    return pieces(word, max(int(len(word) * wide * 0.8 / needed), 1))
