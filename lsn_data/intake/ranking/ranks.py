"""Which columns are places with the items in their cells? Neighbours headed Rank 1, Rank 2, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lsn_data.intake.cells import Cell, place_of, text_of
from lsn_data.intake.ranking.block import ENOUGH, Block, is_blank_place, known_order, question_of
from lsn_data.intake.table import Frame, Heading
from lsn_data.sheets.declared import plain
from lsn_data.sheets.survey import FEWEST_ITEMS, MOST_ITEMS

_RANK_HEADING = re.compile(
    r"^(?:rank|rang|platz|place|prio|priorität|priority|wahl|choice|position|nr\.?)?\s*(\d{1,2})\.?"
    r"(?:st|nd|rd|th|te|ter|\.)?\s*(?:choice|wahl|platz|place|rang|rank|priorität|priority)?$",
    re.IGNORECASE,
)
_SAYS_RANK = re.compile(r"^(?:rank|rang|platz|place|prio|priorität|priority)\s*\d{1,2}$", re.IGNORECASE)


def rank_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    """Neighbouring columns headed Rank 1, Rank 2, … that share one small list of items, none twice in a row."""
    stretch: list[Heading] = []
    for heading in (*candidates, None):
        place = rank_of(heading) if heading else None
        if heading and stretch and place == len(stretch) + 1 and heading.question == stretch[-1].question:
            stretch.append(heading)
            continue
        if len(stretch) >= FEWEST_ITEMS and (block := _place_block(frame, stretch)):
            yield block
        stretch = [heading] if heading and place == 1 else []


def numbered_rank_blocks(frame: Frame, candidates: Sequence[Heading]) -> Iterator[Block]:
    """Columns headed Rank 1, Rank 2, … with numbers in them: the numbers are items, not places."""
    for block in rank_blocks(frame, candidates):
        if all(_SAYS_RANK.match(heading.label) for heading in block.columns) and all(map(str.isdigit, block.labels)):
            yield block


def rank_of(heading: Heading) -> int | None:
    """The place that a heading stands for: `Rank 3`, `[3]`, `Prio 3`, `3rd choice`, `Third`."""
    match = _RANK_HEADING.match(heading.label.strip())
    return int(match[1]) if match else place_of(heading.label) if heading.label[:1].isalpha() else None


def _place_block(frame: Frame, stretch: Sequence[Heading]) -> Block | None:
    labels: dict[str, str] = {}
    answered = good = 0
    for cells in frame.sample:
        said = [text_of(cells[h.index]) for h in stretch if not is_blank_place(cells[h.index])]
        if not said:
            continue
        answered += 1
        good += len({plain(text) for text in said}) == len(said)
        for text in said:
            labels.setdefault(plain(text), text)
    if not answered or good < ENOUGH * answered or not FEWEST_ITEMS <= len(labels) <= MOST_ITEMS:
        return None
    if all(re.fullmatch(r"[\d.,]+\s*%?", text) for text in labels.values()) and not _may_be_codes(
        frame, stretch, labels
    ):
        return None
    return Block("places", question_of(stretch), tuple(stretch), tuple(sorted(labels.values(), key=known_order)))


def _may_be_codes(frame: Frame, stretch: Sequence[Heading], labels: Mapping[str, str]) -> bool:
    """Numbers under places are codes of items, or counts: counts stand in a short list whose rows have names."""
    if len(labels) < len(stretch) or not all(text.isdigit() for text in labels.values()):
        return False
    few = len(frame.sample) <= MOST_ITEMS
    return not (few and any(_names_rows(frame.column(h.index)) for h in frame.headings[: stretch[0].index]))


def _names_rows(cells: Sequence[Cell]) -> bool:
    """Does each row have a name of its own, in words?"""
    worded = {text for cell in cells if re.search(r"[^\W\d_]{3}", text := text_of(cell))}
    return len(worded) >= 0.8 * len(cells)
