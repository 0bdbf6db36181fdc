"""Which place did each respondent give to each item? From the ranking's cells to numbers, whatever its shape.

A row of places follows the items; None is blank. What is no place, a tie, or an item named twice is noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsn_data.intake.cells import Cell, half_of, is_nothing, place_of, text_of
from lsn_data.intake.columnwise import Meanings, Rows, where
from lsn_data.intake.findings import Findings
from lsn_data.intake.ranking.block import Block, is_blank_place, shared_places
from lsn_data.intake.ranking.cell import split_cell
from lsn_data.intake.table import Heading
from lsn_data.sheets.declared import plain

Places = tuple[int | None, ...]
Kept = Rows
NO_PLACE = -1


def places_of(block: Block, kept: Kept, findings: Findings) -> list[Places]:
    """The places of every kept row, in the order of the block's labels."""
    if block.shape == "items":
        rows = _in_cells(block, kept, findings)
        findings.tell("not-a-place", last=len(block.labels))
        findings.tell("tie")
        return rows
    rows = _of_lists(block, kept, findings)
    findings.tell("item-twice")
    findings.tell("not-a-place", last=len(block.labels))
    return rows


def _in_cells(block: Block, kept: Kept, findings: Findings) -> list[Places]:
    """One column an item: the number in its cell."""
    shared_in = _shared_by_mean(block, kept)
    columns = [
        _column(heading, len(block.columns), kept, {at: row[n] for at, row in shared_in.items()}, findings)
        for n, heading in enumerate(block.columns)
    ]
    rows = list(zip(*columns, strict=True))
    shared = {row for row in set(rows) if _has_tie(row)}
    for (number, _), row in zip(kept, rows, strict=True) if shared else ():
        if row in shared:
            findings.note("tie", row=number)
    return rows


def _shared_by_mean(block: Block, kept: Kept) -> dict[int, list[int | None]]:
    """The rows, by their position, in which items share a place written as its mean (1.5), with those places."""
    halves = {
        at
        for heading in block.columns
        for at in where(kept.columns[heading.index], lambda cell: half_of(cell) is not None)
    }
    return {at: shared_places([kept[at][1][heading.index] for heading in block.columns]) for at in halves}


def _column(
    heading: Heading, last: int, kept: Kept, shared: Mapping[int, int | None], findings: Findings
) -> list[int | None]:
    cells = kept.columns[heading.index]
    places = Meanings(lambda cell: _place_or_none(cell, last)).of(cells)
    if NO_PLACE not in places:
        return places
    places = [shared.get(at) or place if place == NO_PLACE else place for at, place in enumerate(places)]
    for at, place in enumerate(places):
        if place == NO_PLACE:
            value = text_of(cells[at])[:60]
            findings.note("not-a-place", row=kept[at][0], column=heading.name, value=value, at=heading.index)
    return [None if place == NO_PLACE else place for place in places]


def _place_or_none(cell: Cell, last: int) -> int | None:
    """The place from 1 to `last`, None for a blank, NO_PLACE for anything else."""
    if is_blank_place(cell):
        return None
    place = place_of(cell)
    return place if place is not None and place <= last else NO_PLACE


def _has_tie(row: Places) -> bool:
    given = [place for place in row if place is not None]
    return len(set(given)) < len(given)


def _of_lists(block: Block, kept: Kept, findings: Findings) -> list[Places]:
    """One column a place, or one cell a list: equal lists are understood once."""
    position = {plain(label): at for at, label in enumerate(block.labels)}
    understood: dict[tuple[str, ...], tuple[Places, list[dict[str, Any]]]] = {}
    rows = []
    for number, listed in _lists(block, kept):
        if listed not in understood:
            understood[listed] = _of_list(listed, position, block.columns)
        places, troubles = understood[listed]
        for trouble in troubles:
            findings.note(**trouble, row=number)
        rows.append(places)
    return rows


def _lists(block: Block, kept: Kept) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The items of each row from the first place on; "" where a place was left blank."""
    if block.shape == "places":
        said = Meanings(lambda cell: "" if is_blank_place(cell) else text_of(cell))
        columns = [said.of(kept.columns[heading.index]) for heading in block.columns]
        listed: Sequence[tuple[str, ...]] = list(zip(*columns, strict=True))
    else:
        split = Meanings(lambda cell: _split(cell, block))
        listed = split.of(kept.columns[block.columns[0].index])
    yield from zip(kept.numbers, listed, strict=True)


def _split(cell: Cell, block: Block) -> tuple[str, ...]:
    return () if is_nothing(cell) else tuple(split_cell(text_of(cell), block.separator, block.labels))


def _of_list(
    listed: Sequence[str], position: Mapping[str, int], columns: Sequence[Heading]
) -> tuple[Places, list[dict[str, Any]]]:
    row: list[int | None] = [None] * len(position)
    troubles: list[dict[str, Any]] = []
    for place, label in enumerate(listed, start=1):
        at = position.get(plain(label))
        if not label:
            continue
        heading = columns[place - 1 if len(columns) > 1 else 0]
        cell = {"column": heading.name, "value": label[:60], "at": heading.index}
        if at is None:
            troubles.append({"kind": "not-a-place", **cell})
        elif row[at] is not None:
            troubles.append({"kind": "item-twice", **cell})
        else:
            row[at] = place
    return tuple(row), troubles
