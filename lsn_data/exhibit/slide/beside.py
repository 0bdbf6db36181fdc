"""How do columns of figures stand at the right of a chart on a slide?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsn_data.exhibit import Exhibit, fit
from lsn_data.exhibit.beside import Beside, columns_beside
from lsn_data.exhibit.slide import rows, text
from lsn_data.exhibit.slide.rows import Slots
from lsn_data.exhibit.tables import is_figure
from lsn_data.language import Language

GAP, NARROWEST, SIZE, HEAD_SIZE = 0.5, 1.3, 13, 12


def figures(exhibit: Exhibit, labels: Sequence[str]) -> list[Beside]:
    """The columns that hold figures: for texts a slide has no room, they stand in the workbook."""
    return [one for one in columns_beside(exhibit, labels) if is_figure(one.column)]


def room(columns: Sequence[Beside]) -> float:
    """The centimetres that all columns take together."""
    return sum(map(_wide, columns))


def _wide(one: Beside) -> float:
    """As wide as the longest text or the heading, with a gap at the left."""
    longest = max([*(fit.width(said, SIZE) for said in one.said), fit.width(one.column.label, HEAD_SIZE)])
    return max(longest / text.POINTS_PER_CM + 0.15, NARROWEST) + GAP


def draw(slide: Any, slots: Slots, columns: Sequence[Beside], say: Language) -> None:
    """Headings and texts, flush right."""
    x = slots.area.x + slots.area.wide - room(columns)
    for one in columns:
        wide = _wide(one)
        rows.head(slide, one.column.label, x + GAP, wide - GAP, say, right=True)
        rows.column(slide, slots, one.said, x + GAP, wide - GAP, one.column.label, say, SIZE)
        x += wide
