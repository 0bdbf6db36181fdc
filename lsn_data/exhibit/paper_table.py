"""How wide are the columns of a table on paper, and what stands in its cells?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Any

from lsn_data.exhibit import Column, Exhibit
from lsn_data.exhibit.paper_face import width
from lsn_data.exhibit.paper_marks import marks
from lsn_data.exhibit.paper_text import LONGEST_WORD, line, pieces
from lsn_data.exhibit.tables import is_figure, shown, tints

Told = dict[str, Any]
# The width of the text on the page, in points (168 mm).
WIDE = 168 / 25.4 * 72
# From the best to the last way of setting a table: type, gap between columns, and whether long words may be parted.
_WAYS = ((8.0, 14.0, False), (7.5, 12.0, False), (7.5, 12.0, True), (7.0, 10.0, True), (6.5, 7.0, True))
# From so many rows on, names that repeat themselves stand as headings over their rows.
_FEWEST_ROWS, _ROWS_IN_A_RUN = 8, 2.0
_CLOSE_FROM = 16
# How much wider than its words a column of figures stands, so that a table is neither cramped nor torn apart.
_AIR = 8.0
_LONGEST_PROSE = 900.0
# What hyphenation leaves of a long word, and from which length on a word is parted.
_PARTED, _LONG = 0.62, 9
# A sentence needs so much at least; from so much on it gets more than others.
_SENTENCE, _LONG_SENTENCE = 108.0, 250.0
# How much smaller than the cells stand headings, and what is set below a value.
_HEAD, _UNDER = 0.5, 0.8
_MARKS = {"track": 84.0, "voice": 72.0, "squares": 52.0, "course": 124.0}
_SPARSE = 0.72


@dataclass(frozen=True)
class _Room:
    """What a column needs: at least (its longest word), and at best (its longest line), in points."""

    least: float
    best: float


def table(exhibit: Exhibit, large: bool = False) -> Told:
    """The exhibit's table; `large` where it is the chart itself, not the figures behind one.

    Figures of many rows are set closer, as one looks them up and does not read them.
    """
    close = not large and len(exhibit.table.rows) > _CLOSE_FROM
    columns = [column for column in exhibit.table.columns if not column.under]
    cells = _cells(exhibit, columns)
    named = not large and _runs(cells) >= _ROWS_IN_A_RUN
    heads = [row[0]["said"] for row in cells] if named else []
    if named:
        columns, cells = columns[1:], [row[1:] for row in cells]
    ways = _WAYS if large else _WAYS[3:] if close else _WAYS[1:]
    fitting = (way for way in ways if _holds(columns, _rooms(columns, cells, *way)))
    size, gap, parted = next(fitting, ways[-1])
    rooms = _rooms(columns, cells, size, gap, parted)
    wide = shared_out(rooms, WIDE)
    return {
        "size": size,
        "gap": gap,
        "inset": 2.4 if close else 4.0,
        "columns": [
            {"label": _fitted(line(column.label), one - gap, size), "wide": one, "right": _right(exhibit, column),
             "names": at == 0 and not named, "prose": column.holds == "prose",
             "parted": _parted([line(column.label)], one - gap, size - _HEAD)}
            for at, (column, one) in enumerate(zip(columns, wide, strict=True))
        ],
        "rows": [
            [_broken(cell, one - gap, size) for cell, one in zip(row, wide, strict=True)] for row in cells
        ],
        "heads": heads,
        "ends": _ends(exhibit),
    }  # fmt: skip


def _runs(cells: Sequence[Sequence[Told]]) -> float:
    """How many neighbouring rows have the same name, on average; what is small below a name keeps it in its row."""
    if len(cells) < _FEWEST_ROWS or any(row[0]["below"] or row[0]["mark"] or row[0]["tint"] for row in cells):
        return 0.0
    names = [row[0]["said"] for row in cells]
    return len(names) / (1 + sum(1 for a, b in pairwise(names) if a != b))


def _right(exhibit: Exhibit, column: Column) -> bool:
    """Figures stand at the right, but not beside a mark."""
    return is_figure(column) and column.key not in marks(exhibit)


def _cells(exhibit: Exhibit, columns: Sequence[Column]) -> list[list[Told]]:
    drawn, tinted = marks(exhibit), tints(exhibit)
    return [
        [
            {
                "said": _said(texts[exhibit.table.at(column.key)], drawn.get(column.key, {}).get(at)),
                "below": _below(exhibit, at, column),
                "tint": column.key in tinted[at],
                "mark": drawn.get(column.key, {}).get(at),
            }
            for column in columns
        ]
        for at, texts in enumerate(shown(exhibit))
    ]


def _said(text: str, mark: Told | None) -> list[str]:
    """The lines of a cell; a place on its track is said there."""
    return [] if mark and mark["kind"] == "track" else [said for part in text.split("\n") if (said := line(part))]


def _below(exhibit: Exhibit, at: int, column: Column) -> list[str]:
    """What stands small below a value in its cell; nothing where there is nothing to say."""
    row = exhibit.table.rows[at]
    under = [(one, value) for one, value in zip(exhibit.table.columns, row, strict=True) if one.under == column.key]
    return [line(one.shown(value, exhibit.say)) for one, value in under if value is not None]


def _ends(exhibit: Exhibit) -> list[bool]:
    """For each row: does a group end with it?"""
    count = len(exhibit.table.rows)
    groups = exhibit.chart.part("group") if exhibit.chart.kind == "table" else ()
    if len(groups) != count:
        return [False] * count
    return [at + 1 < count and groups[at] != groups[at + 1] for at in range(count)]


def _rooms(
    columns: Sequence[Column], cells: Sequence[Sequence[Told]], size: float, gap: float, parted: bool
) -> list[_Room]:
    return [_room(column, [row[at] for row in cells], size, gap, parted, at == 0) for at, column in enumerate(columns)]


def _room(column: Column, cells: Sequence[Told], size: float, gap: float, parted: bool, first: bool) -> _Room:
    """What a column needs. Figures are never parted; of a heading, two lines are enough."""
    strong, prose = first and column.holds != "prose", column.holds == "prose"
    texts = [said for cell in cells for said in cell["said"]]
    small = [said for cell in cells for said in cell["below"]]
    head = line(column.label)
    whole = [width(text, size, strong) for text in texts] + [width(text, size - _UNDER) for text in small]
    least = [_word(word, size, parted or prose, strong) for text in texts for word in text.split(" ")]
    least += [_word(word, size - _UNDER, parted or prose) for text in small for word in text.split(" ")]
    least += [_word(word, size - _HEAD, parted) for word in head.split(" ")]
    least += [] if column.holds in ("text", "prose") else [width(text, size, strong) for text in texts]
    least += [_MARKS[cell["mark"]["kind"]] for cell in cells if cell["mark"]]
    needed = max(least, default=10.0) + gap
    best = max([needed, *(one + gap + _AIR for one in whole), width(head, size - _HEAD) * 0.6 + gap])
    return _Room(needed, min(best, _LONGEST_PROSE))


def _word(word: str, size: float, parted: bool, bold: bool = False) -> float:
    """The room that a word needs: a long one may be parted, an endless run breaks."""
    wide = width(word, size, bold)
    if _is_word(word):
        return min(wide * _PARTED, 70.0) if parted and len(word) > _LONG else wide
    return min(wide, 70.0) if len(word) > _LONG else wide


def _is_word(word: str) -> bool:
    return re.sub(r"[-–/().,;:]", "", word).isalpha() and len(word) <= LONGEST_WORD


def _holds(columns: Sequence[Column], rooms: Sequence[_Room]) -> bool:
    """Is there room for the longest words, and for sentences to be more than a word wide?"""
    return sum(
        max(room.least, min(room.best, _SENTENCE)) if column.holds == "prose" else room.least
        for column, room in zip(columns, rooms, strict=True)
    ) <= WIDE  # fmt: skip


def shared_out(rooms: Sequence[_Room], wide: float) -> list[float]:
    """The widths of columns, in points: at best all they need; else short columns take what they need, long sentences
    share the rest, the longer the more, none narrower than its longest word.

    >>> shared_out([_Room(20, 40), _Room(30, 50)], 200)
    [40, 50]
    >>> [round(one) for one in shared_out([_Room(20, 40), _Room(30, 400)], 200)]
    [40, 160]
    """
    if sum(room.best for room in rooms) <= wide:
        return _filled([room.best for room in rooms], wide)
    least = sum(room.least for room in rooms)
    if least >= wide:
        return [room.least * wide / least for room in rooms]
    low, high = 0.0, wide
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_capped(room, middle) for room in rooms) < wide else (low, middle)
    return [_capped(room, low) for room in rooms]


def _capped(room: _Room, cap: float) -> float:
    """The width of a column where none may be wider than the cap, but for very long sentences."""
    return max(room.least, min(room.best, cap * sqrt(max(room.best / _LONG_SENTENCE, 1.0))))


def _filled(best: list[float], wide: float) -> list[float]:
    """A table that nearly fills the page fills it; a narrow one stays narrow, so that rows are read across easily."""
    short = sum(best)
    return [one * wide / short for one in best] if short > wide * _SPARSE else best


def _broken(cell: Told, wide: float, size: float) -> Told:
    said = [_fitted(one, wide, size) for one in cell["said"]]
    parted = _parted([*cell["said"], *cell["below"]], wide, size)
    return {**cell, "said": said, "below": [_fitted(one, wide, size) for one in cell["below"]], "parted": parted}


def _parted(texts: Sequence[str], wide: float, size: float) -> bool:
    """Is any word wider than its column?"""
    return any(width(word, size, bold=True) > wide for text in texts for word in text.split(" "))


def _fitted(said: str, wide: float, size: float) -> str:
    """A text whose runs that are no words may break, where the column is narrower than they are."""
    return " ".join(_run(word, wide, size) for word in said.split(" "))


def _run(word: str, wide: float, size: float) -> str:
    needed = width(word, size, bold=True)
    if needed <= wide or _is_word(word):
        return word
    return pieces(word, max(int(len(word) * wide * 0.8 / needed), 1))
