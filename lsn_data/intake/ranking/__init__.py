"""Where in the table is the ranking? Found by shape and content; theme names are a hint, not a condition.

items         one column an item, the place in the cell
places        one column a place, the item in the cell
ordered cell  one cell, the items in order (`numbered cell`: with their numbers)

A block counts as a ranking if its rows are permutations, in part or whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.intake.columns import Columns
from lsn_data.intake.ranking.block import Block
from lsn_data.intake.ranking.cell import cell_blocks
from lsn_data.intake.ranking.items import item_blocks
from lsn_data.intake.ranking.ranks import numbered_rank_blocks, rank_blocks
from lsn_data.intake.report import Shape
from lsn_data.intake.table import Frame

__all__ = ["Block", "blocks_of", "may_hide_items", "names_of", "shape_said"]


def blocks_of(frame: Frame, columns: Columns) -> list[Block]:
    """Every ranking of the table, left to right."""
    found: list[Block] = []
    for blocks_in in (numbered_rank_blocks, item_blocks, rank_blocks, cell_blocks):
        taken = {heading.index for block in found for heading in block.columns}
        free = [h for h in columns.answers if h.index not in taken and h not in columns.free_text]
        found += blocks_in(frame, free)
    return sorted(found, key=lambda block: block.columns[0].index)


def names_of(blocks: Sequence[Block]) -> list[str]:
    """What each ranking is called: its question, else its items; the columns are added where two are called alike."""
    names = [block.question or " · ".join(block.labels) for block in blocks]
    return [
        f"{name} ({block.columns[0].index + 1}–{block.columns[-1].index + 1})" if names.count(name) > 1 else name
        for name, block in zip(names, blocks, strict=True)
    ]


def shape_said(frame: Frame, block: Block) -> Shape:
    """The shape that a report names: that of the table if its answers lie another way, else that of the ranking."""
    if frame.lies == "rows":
        return block.shape
    return "long" if frame.lies == "long" else "transposed"


def may_hide_items(frame: Frame, block: Block, places: Sequence[Sequence[int | None]]) -> bool:
    """May there have been items that nobody chose? Only where items stand in cells or rows, and no answer names all."""
    if block.shape == "items" and frame.lies != "long":
        return False
    most = max((sum(place is not None for place in row) for row in places), default=0)
    columns_left = block.shape == "places" and len(block.columns) != len(block.labels)
    return most < len(block.labels) or columns_left
