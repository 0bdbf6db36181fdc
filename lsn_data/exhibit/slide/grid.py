"""How large are the cells of a table on a slide? Columns by what their texts need, in the largest type that fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lsn_data.exhibit import Column, Exhibit, clean, fit
from lsn_data.exhibit.slide import marks, text
from lsn_data.exhibit.slide.text import Area
from lsn_data.exhibit.tables import is_figure, tints
from lsn_data.exhibit.tables import shown as shown_cells

MOST_COLUMNS, MOST_LINES, MOST_HEAD_LINES = 10, 2, 5
# A matrix, whose columns are headed by letters, may have more columns.
SHORT_HEADING = 6
MOST_PROSE_LINES, SIZE_OF_A_LONG_TABLE = 10, 12
BODY = Area(1.6, 5.0, 21.2, 11.6)
SIZES = (14, 13, 12, 11, 10)
SIDE, ABOVE, SLACK, APART, LONGEST_WORD = 0.15, 0.12, 0.3, 0.35, 6.0
# Programs break a line that fills its cell to less than a point: lines are counted in this much less room.
CLOSE = 0.05
# How much of the room that nobody needs short texts may take from sentences.
SHORT_TEXTS_AT_MOST = 0.25
# Drawings are left out before a table is set in less than this.
GOOD_SIZE = 11
FIRST_COLUMN_AT_MOST, FIRST_BESIDE_SENTENCES = 0.42, 0.3


@dataclass(frozen=True)
class Grid:
    """A table measured: the texts cell by cell, the type size, the columns' widths and the rows' heights in cm, and
    the room left of the texts of each column that holds drawings.
    """

    columns: tuple[Column, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    size: float
    wide: tuple[float, ...]
    head_high: float
    high: tuple[float, ...]
    leads: Mapping[str, float]

    @property
    def total(self) -> float:
        """The height of the whole table."""
        return self.head_high + sum(self.high)


@dataclass(frozen=True, eq=False)
class _Same:
    """An exhibit known by itself: each of a table's slides asks for the grid of the very same one."""

    exhibit: Exhibit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.exhibit is self.exhibit

    def __hash__(self) -> int:
        return id(self.exhibit)


def grid_of(exhibit: Exhibit, wide: float) -> Grid:
    """The table measured, once for all its slides."""
    return _measured(_Same(exhibit), wide)


@lru_cache(maxsize=8)
def _measured(same: _Same, wide: float) -> Grid:
    """The table in the largest type in which it fits on one slide, with its drawings if any type gives them room, and
    with whole headings if any does: a group's heading ends with how many answered.

    A table that needs several slides is set in the largest type that needs no more of them than the smallest; of
    sentences, which are read on the slide, in a type of good size.
    """
    exhibit = same.exhibit
    found = [grid for drawn in marks.choices(exhibit) if (grid := _fitting(exhibit, wide, drawn))]
    if found:
        good = (grid for grid in found if grid.size >= GOOD_SIZE and not _cells_cut(grid))
        return next(good, max(found, key=lambda grid: grid.size))
    grids = [_grid(exhibit, wide, size, {}) for size in SIZES]
    if any(column.holds == "prose" for column in grids[-1].columns):
        small = [grid for grid in grids if grid.size <= SIZE_OF_A_LONG_TABLE]
        return next((grid for grid in small if not _sentence_cut(grid)), small[0])
    fewest = len(greedy(grids[-1], BODY.high))
    return next(g for g in grids if g is grids[-1] or (len(greedy(g, BODY.high)) == fewest and _words_whole(g)))


def _fitting(exhibit: Exhibit, wide: float, drawn: Mapping[str, str]) -> Grid | None:
    """The table with some drawings in the largest type in which one slide holds it, with nothing cut if any does so."""
    grids = [_grid(exhibit, wide, size, drawn) for size in SIZES]
    fitting = [grid for grid in grids if grid.total <= BODY.high and _words_whole(grid) and not _sentence_cut(grid)]
    whole = [grid for grid in fitting if not _heading_cut(grid)] or fitting
    return next((grid for grid in whole if not _cells_cut(grid)), next(iter(whole), None))


def _cells_cut(grid: Grid) -> bool:
    """Had any cell to be cut?"""
    return any(cell.endswith("…") for row in grid.cells for cell in row)


def _heading_cut(grid: Grid) -> bool:
    """Had a heading to be cut?"""
    return any(head.endswith("…") for head in grid.heads)


def _sentence_cut(grid: Grid) -> bool:
    """Had a sentence to be cut?"""
    return any(
        cell.endswith("…")
        for row in grid.cells
        for column, cell in zip(grid.columns, row, strict=True)
        if column.holds == "prose"
    )


def _words_whole(grid: Grid) -> bool:
    """Has every column room for the longest word of its heading and of its cells?"""
    rooms = [wide - sides(grid.columns, at, grid.leads) for at, wide in enumerate(grid.wide)]
    return all(
        _longest_word(said, grid.size) <= room + 0.01 + (grid.leads.get(column.key, 0.0) if row is grid.heads else 0.0)
        for row in (grid.heads, *grid.cells)
        for column, said, room in zip(grid.columns, row, rooms, strict=True)
    )


def _longest_word(said: str, size: float) -> float:
    """In centimetres."""
    return max(fit.width(word, size) for word in said.split(" ")) / text.POINTS_PER_CM


def _grid(exhibit: Exhibit, wide: float, size: float, drawn: Mapping[str, str]) -> Grid:
    leads = {key: marks.lead(kind) for key, kind in drawn.items()}
    told_there = marks.told(exhibit, drawn)
    places = [at for at in _places(exhibit) if exhibit.table.columns[at].key not in told_there]
    columns = tuple(exhibit.table.columns[at] for at in places)
    shown = [[clean.line(row[at]) for at in places] for row in shown_cells(exhibit)]
    shown = [
        [marks.words(exhibit, at, drawn.get(column.key), said) for column, said in zip(columns, row, strict=True)]
        for at, row in enumerate(shown)
    ]
    widths = _widths(columns, shown, wide, size, leads)
    rooms = [(one - sides(columns, at, leads) - CLOSE) * text.POINTS_PER_CM for at, one in enumerate(widths)]
    bold = [[is_bold(at, column, looked_at) for at, column in enumerate(columns)] for looked_at in tints(exhibit)]
    cells = [
        tuple(
            _short(said, size, room, is_bold, MOST_PROSE_LINES if column.holds == "prose" else MOST_LINES)
            for column, said, room, is_bold in zip(columns, row, rooms, bolds, strict=True)
        )
        for row, bolds in zip(shown, bold, strict=True)
    ]
    over = [room + leads.get(column.key, 0.0) * text.POINTS_PER_CM for column, room in zip(columns, rooms, strict=True)]
    heads = tuple(
        _short(clean.bound(clean.line(c.label)), size, room, False, MOST_HEAD_LINES)
        for c, room in zip(columns, over, strict=True)
    )
    high = tuple(_high(row, size, rooms, bolds) for row, bolds in zip(cells, bold, strict=True))
    head_high = _high(heads, size, over, [False] * len(columns))
    return Grid(columns, heads, tuple(cells), size, tuple(widths), head_high, high, leads)


def is_bold(across: int, column: Column, looked_at: Collection[str]) -> bool:
    """The first column is, unless it holds sentences; and what is to be looked at."""
    return (across == 0 and column.holds != "prose") or column.key in looked_at


def _places(exhibit: Exhibit) -> list[int]:
    """Which columns stand on the slide: the first ones, without sentences that only explain another column."""
    columns = exhibit.table.columns
    kept = [at for at, column in enumerate(columns) if not (column.under and column.holds == "prose")]
    short = all(len(columns[at].label) <= SHORT_HEADING for at in kept[1:])
    return kept if short else kept[:MOST_COLUMNS]


def _widths(
    columns: Sequence[Column], shown: Sequence[Sequence[str]], wide: float, size: float, leads: Mapping[str, float]
) -> list[float]:
    """The first column as wide as its texts, within bounds; the others by what they need, then evenly.

    A text takes twice the room of a figure; beside sentences, figures take what they need.
    """
    longest = max((fit.width(row[0], size, bold=True) for row in shown), default=0) / text.POINTS_PER_CM
    at_most = FIRST_BESIDE_SENTENCES if _long_beside(columns, shown, wide, size) else FIRST_COLUMN_AT_MOST
    first = min(max(longest + 2 * SIDE + 0.2, 3.0), wide * at_most) if len(columns) > 1 else wide
    needed = [_needed(at, [row[at] for row in shown], columns, size, leads) for at in range(1, len(columns))]
    left = wide - first - sum(needed)
    if left < 0:
        return [first, *((wide - first) * need / sum(needed) for need in needed)]
    wanted = _wanted(columns, shown, size, leads, needed)
    most = left * (SHORT_TEXTS_AT_MOST if any(column.holds == "prose" for column in columns) else 1.0)
    given = min(1.0, most / sum(wanted)) if sum(wanted) else 0.0
    have = [need + given * want for need, want in zip(needed, wanted, strict=True)]
    left, weights = wide - first - sum(have), _weights(columns[1:])
    return [first, *(one + left * weight / sum(weights) for one, weight in zip(have, weights, strict=True))]


def _long_beside(columns: Sequence[Column], shown: Sequence[Sequence[str]], wide: float, size: float) -> bool:
    """Do sentences stand beside the first column that would want more than half of the room?"""
    beside = [at for at, column in enumerate(columns) if at and column.holds == "prose"]
    longest = [max((fit.width(row[at], size) for row in shown), default=0.0) for at in beside]
    return sum(longest) / text.POINTS_PER_CM > wide / 2


def _wanted(
    columns: Sequence[Column],
    shown: Sequence[Sequence[str]],
    size: float,
    leads: Mapping[str, float],
    needed: Sequence[float],
) -> list[float]:
    """How much more each column after the first would take to hold its texts on one line; sentences want nothing."""
    wanted = []
    for at, need in enumerate(needed, start=1):
        longest = max((fit.width(row[at], size) for row in shown), default=0.0) / text.POINTS_PER_CM
        more = longest + sides(columns, at, leads) + SLACK - need
        wanted.append(0.0 if columns[at].holds == "prose" else min(max(more, 0.0), LONGEST_WORD))
    return wanted


def sides(columns: Sequence[Column], at: int, leads: Mapping[str, float]) -> float:
    """The room left and right of a column's texts; a text keeps apart from the figures that end left of it."""
    after = APART if at and is_figure(columns[at - 1]) and not is_figure(columns[at]) else 0.0
    return 2 * SIDE + after + leads.get(columns[at].key, 0.0)


def _needed(at: int, said: Sequence[str], columns: Sequence[Column], size: float, leads: Mapping[str, float]) -> float:
    """What a column needs to break no word of its heading, and none of its own; very long ones may break."""
    column = columns[at]
    beside = any(one.holds == "prose" for one in columns)
    head = _longest_word(clean.bound(clean.line(column.label)), size) - leads.get(column.key, 0.0)
    own = min(max((_longest_word(one, size) for one in said), default=0.0), LONGEST_WORD)
    return max(head, own) + sides(columns, at, leads) + (SLACK if beside else 0.08)


def _weights(columns: Sequence[Column]) -> list[int]:
    """How the room that nobody needs is shared out."""
    if any(column.holds == "prose" for column in columns):
        return [6 if column.holds == "prose" else 0 if is_figure(column) else 1 for column in columns]
    return [1 if is_figure(column) else 2 for column in columns]


def _short(said: str, size: float, room: float, bold: bool, most: int = MOST_LINES) -> str:
    return fit.fitted(said, room, most * size * fit.LINE_HEIGHT + 0.1, (size,), bold).text


def _high(row: Sequence[str], size: float, rooms: Sequence[float], bold: Sequence[bool]) -> float:
    """The height of a row; what is bold needs more room."""
    cells = zip(row, rooms, bold, strict=True)
    lines = max(len(fit.lines(said, size, room, is_bold)) for said, room, is_bold in cells)
    return lines * size * fit.LINE_HEIGHT / text.POINTS_PER_CM + 2 * ABOVE


def greedy(grid: Grid, room: float) -> list[range]:
    """As many rows on each slide as a height holds."""
    pages, start, used = [], 0, 0.0
    for at, high in enumerate(grid.high):
        if at > start and grid.head_high + used + high > room:
            pages.append(range(start, at))
            start, used = at, 0.0
        used += high
    return [*pages, range(start, len(grid.high))]
