"""What stands in a table on paper? Columns with their widths, cells with what is said, small below, and marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lsn_data.exhibit import Column, Exhibit
from lsn_data.exhibit.paper.marks import marks
from lsn_data.exhibit.paper.text import line
from lsn_data.exhibit.paper.widths import HEAD, UNDER, WAYS, Way, Words, chosen, fitted, too_wide
from lsn_data.exhibit.tables import group_ends, is_figure, shown, tints

Told = dict[str, Any]
# From so many rows on, names that repeat themselves stand as headings over their rows, and figures stand closer.
_FEWEST_ROWS, _ROWS_IN_A_RUN = 8, 2.0
_CLOSE_FROM, _FIGURES_CLOSE, _CLOSE, _WIDE_APART = 16, 2.4, 3.0, 4.0
# A row of so many letters may be torn by the end of a page.
_TEARS_FROM = 700
_MARKS = {"track": 84.0, "voice": 72.0, "squares": 52.0, "course": 124.0}


def table(exhibit: Exhibit, large: bool = False) -> Told:
    """The exhibit's table; `large` where it is the chart itself, not the figures behind one.

    Figures of many rows are set closer, as one looks them up and does not read them.
    """
    many = len(exhibit.table.rows) > _CLOSE_FROM
    columns = [column for column in exhibit.table.columns if not column.under]
    cells = _cells(exhibit, columns)
    heads = [row[0]["said"] for row in cells] if not large and _runs(cells) >= _ROWS_IN_A_RUN else []
    if heads:
        columns, cells = columns[1:], [row[1:] for row in cells]
    words = [_words(column, [row[at] for row in cells], at == 0 and not heads) for at, column in enumerate(columns)]
    way, wide = chosen(words, WAYS[1:] if large == many else WAYS if large else WAYS[3:])
    told = [
        _column(exhibit, *one, way, first=at == 0 and not heads)
        for at, one in enumerate(zip(columns, words, wide, strict=True))
    ]
    return {
        "size": way.size,
        "gap": way.gap,
        "inset": (_CLOSE if large else _FIGURES_CLOSE) if many else _WIDE_APART,
        "columns": told,
        "rows": [[_cell(cell, column, way) for cell, column in zip(row, told, strict=True)] for row in cells],
        "heads": heads,
        "whole": [sum(len(said) for cell in row for said in cell["said"]) < _TEARS_FROM for row in cells],
        "ends": group_ends(exhibit),
    }


def _words(column: Column, cells: Sequence[Told], first: bool) -> Words:
    prose = column.holds == "prose"
    return Words(
        line(column.label),
        tuple(tuple(cell["said"]) for cell in cells),
        tuple(tuple(cell["below"]) for cell in cells),
        max((_MARKS[cell["mark"]["kind"]] for cell in cells if cell["mark"]), default=10.0),
        strong=(first and not prose) or any(cell["tint"] for cell in cells),
        prose=prose,
        whole=column.holds not in ("text", "prose"),
    )


def _column(exhibit: Exhibit, column: Column, words: Words, wide: float, way: Way, first: bool) -> Told:
    """Figures stand at the right, but not beside a mark; `names` marks the column that names its rows."""
    size = way.size - HEAD
    return {
        "label": fitted(words.head, wide - way.gap, size),
        "wide": wide,
        "right": is_figure(column) and column.key not in marks(exhibit),
        "names": first and not words.prose,
        "figures": words.whole,
        "parted": too_wide([words.head], wide - way.gap, size, bold=False),
    }


def _cell(cell: Told, column: Told, way: Way) -> Told:
    """A cell in its column: what is wider than that is parted, but no figure."""
    room = column["wide"] - way.gap
    strong = column["names"] or cell["tint"]
    below = [fitted(one, room, way.size) for one in cell["below"]]
    small = too_wide(cell["below"], room, way.size - UNDER, bold=False)
    if column["figures"]:
        return {**cell, "below": below, "parted": small}
    said = [fitted(one, room, way.size) for one in cell["said"]]
    return {**cell, "said": said, "below": below, "parted": small or too_wide(cell["said"], room, way.size, strong)}


def _runs(cells: Sequence[Sequence[Told]]) -> float:
    """How many neighbouring rows have the same name, on average; what is small below a name keeps it in its row."""
    if len(cells) < _FEWEST_ROWS or any(row[0]["below"] or row[0]["mark"] or row[0]["tint"] for row in cells):
        return 0.0
    names = [row[0]["said"] for row in cells]
    return len(names) / (1 + sum(1 for a, b in pairwise(names) if a != b))


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
