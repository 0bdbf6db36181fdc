"""Which columns are items with their places in the cells? The stretch whose rows are rankings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from lsn_data.intake.cells import Cell, any_said, half_of, is_nothing, place_of, text_of
from lsn_data.intake.ranking.block import ENOUGH, Block, is_blank_place, question_of
from lsn_data.intake.ranking.labels import labels_of
from lsn_data.intake.ranking.order import numbers_of, order_in, order_of
from lsn_data.intake.ranking.ranks import rank_of
from lsn_data.intake.table import Frame, Heading, split_heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import FEWEST_ITEMS, MOST_ITEMS, item_of

_ONLY_A_PLACE = re.compile(r"^\s*(?:rang|rank|platz|place|position|prio(?:rität)?|priority)\s*$", re.IGNORECASE)


def item_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    named = [heading for heading in candidates if heading.text and not _ONLY_A_PLACE.match(heading.text)]
    fitting = [heading for heading in named if _is_place_column(frame.column(heading.index))]
    gaps = {h.index for h in frame.headings if not h.text and not any_said(frame.column(h.index))}
    found: list[Block] = []
    for run in _runs(fitting, gaps):
        found += _best_windows(frame, run)
    yield from found
    if not any(block.known for block in found):
        yield from _scattered(frame, fitting)


def _runs(headings: Sequence[Heading], gaps: Set[int]) -> Iterator[list[Heading]]:
    """Stretches of neighbouring columns; an empty column between two of them is no interruption, any other is."""
    run: list[Heading] = []
    for heading in headings:
        if run and not set(range(run[-1].index + 1, heading.index)) <= gaps:
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _scattered(frame: Frame, fitting: Sequence[Heading]) -> Iterator[Block]:
    """The columns of the themes where others stand between them, such as a comment on each theme."""
    named = [heading for heading in fitting if any(map(item_of, _names_in(heading)))]
    codes = [next(item.code for name in _names_in(h) if (item := item_of(name))) for h in named]
    if len(set(codes)) == len(codes) >= FEWEST_ITEMS and order_in(frame, named):
        yield _item_block(named)


def _names_in(heading: Heading) -> list[str]:
    parts = [part for split in split_heading(heading.text) for part in split]
    return [heading.text, heading.label, *parts]


def _is_place_column(cells: Sequence[Cell]) -> bool:
    """Nearly all filled cells are places; a column that nobody filled may still be part of a block."""
    filled = [cell for cell in cells if not is_blank_place(cell)]
    places = [cell for cell in filled if (place := place_of(cell) or half_of(cell)) and place <= MOST_ITEMS]
    return len(places) >= ENOUGH * len(filled) and not _is_tick_column(cells)


def _is_tick_column(cells: Sequence[Cell]) -> bool:
    """Ones beside written zeros: chosen or not chosen."""
    said = {text_of(cell) for cell in cells if not is_nothing(cell)}
    return said == {"0", "1"}


def _best_windows(frame: Frame, run: Sequence[Heading]) -> Iterator[Block]:
    """Non-overlapping rankings within a stretch: most themes named, one question's columns, whole rankings, longest."""
    windows = [
        run[start : start + length]
        for length in range(min(MOST_ITEMS, len(run)), FEWEST_ITEMS - 1, -1)
        for start in range(len(run) - length + 1)
    ]
    rows = numbers_of(frame, run)
    at = {heading.index: n for n, heading in enumerate(run)}
    counts = [sum(1 for row in rows if row[n]) for n in range(len(run))]
    filled = {heading.index for heading, count in zip(run, counts, strict=True) if count > 0.1 * max(counts)}
    scored = []
    for window in windows:
        first = at[window[0].index]
        order = order_of([row[first : first + len(window)] for row in rows])
        if order and not _at_the_edge(frame, window) and not _are_ranks(window) and not _leaves_themes(run, window):
            dense = [heading for heading in window if heading.index in filled]
            block = _item_block(window)
            known = _item_block(dense).known
            if bool(known) != bool(block.known):
                continue  # the named columns are all empty, the filled ones have other names: two questions
            scored.append(((known, _one_question(block), order.whole > 0.5, len(window), order.whole), block))
    scored.sort(key=lambda one: one[0], reverse=True)
    taken: set[int] = set()
    for _, block in scored:
        indexes = {heading.index for heading in block.columns}
        if not indexes & taken:
            taken |= indexes
            yield block


def _at_the_edge(frame: Frame, window: Sequence[Heading]) -> bool:
    """Does the stretch begin or end with a column that nobody filled and that names no theme? It may be a title."""
    return any(
        not any(map(item_of, _names_in(heading))) and not any_said(frame.column(heading.index))
        for heading in (window[0], window[-1])
    )


def _are_ranks(window: Sequence[Heading]) -> bool:
    """Are the columns themselves headed 1, 2, 3 or Rank 1, Rank 2? Then a number in a cell is no place."""
    return all(rank_of(heading) for heading in window)


def _leaves_themes(run: Sequence[Heading], window: Sequence[Heading]) -> bool:
    """Is a theme left out that stands beside the window and is not in it? Some ratings differ by chance."""
    inside, outside = (
        {item.code for h in headings for name in _names_in(h) if (item := item_of(name))}
        for headings in (window, [heading for heading in run if heading not in window])
    )
    return bool(inside) and bool(outside - inside)


def _item_block(window: Sequence[Heading]) -> Block:
    return Block("items", question_of(window), tuple(window), labels_of(window))


def _one_question(block: Block) -> bool:
    return len({plain(heading.question) for heading in block.columns}) == 1
