"""How do a strategy's rows become one frame: themes, principles, cells, what stands in them? Pure: rows in, frame out.

Two strategies of different making fit the same frame. Where a strategy names an offering for each cell, these stand in
the cells; else its strategic measures do (those that no other measure stands above).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Row = dict[str, Any]
Kind = Literal["measures", "offerings"]


@dataclass(frozen=True)
class Offering:
    """A measure or an offering: its theme, the principles it serves, its name as (English, German), its source."""

    code: str
    theme: str
    principles: tuple[str, ...]
    name: tuple[str, str]
    source: str


@dataclass(frozen=True)
class Frame:
    """One strategy: themes and principles in its own order, and what fills the cells."""

    code: str
    themes: tuple[Row, ...]
    principles: tuple[Row, ...]
    offerings: tuple[Offering, ...]
    kind: Kind

    def cell(self, theme: str, principle: str) -> tuple[Offering, ...]:
        """What stands under a theme and a principle; one that serves two principles stands in both cells."""
        return tuple(one for one in self.offerings if one.theme == theme and principle in one.principles)

    def under(self, theme: str) -> tuple[Offering, ...]:
        """Everything under a theme."""
        return tuple(one for one in self.offerings if one.theme == theme)

    @property
    def counts(self) -> tuple[tuple[int, ...], ...]:
        """How many stand in each cell, theme by theme in the order of the principles."""
        return tuple(
            tuple(len(self.cell(theme["code"], principle["code"])) for principle in self.principles)
            for theme in self.themes
        )

    @property
    def cells(self) -> int:
        """How many cells the matrix has."""
        return len(self.themes) * len(self.principles)

    @property
    def empty(self) -> int:
        """How many cells hold nothing."""
        return sum(count == 0 for row in self.counts for count in row)


def frame(code: str, rows: Sequence[Row], measures: Sequence[Row]) -> Frame:
    """The frame of one strategy from its own rows and its measures.

    >>> theme = {"part": "theme", "code": "A", "order": 1}
    >>> principle = {"part": "principle", "code": "P", "order": 1}
    >>> measure = {"measure": "A-1", "parent": None, "theme": "A", "principles": ["P"], "source": "page 3"}
    >>> frame("x", [theme, principle], [{**measure, "title_en": "Meet", "title_de": "Treffen"}]).counts
    ((1,),)
    """
    cells = of_part(rows, "cell")
    return Frame(
        code,
        of_part(rows, "theme"),
        of_part(rows, "principle"),
        tuple(map(_of_cell, cells)) if cells else tuple(_of_measure(row) for row in measures if not row["parent"]),
        "offerings" if cells else "measures",
    )


def of_part(rows: Iterable[Row], *parts: str) -> tuple[Row, ...]:
    """The rows of some parts, part by part, each in the strategy's own order."""
    wanted = [row for row in rows if row["part"] in parts]
    return tuple(sorted(wanted, key=lambda row: (parts.index(row["part"]), row["order"] or 0)))


def pair(row: Row, name: str) -> tuple[str, str]:
    """A text as (English, German); where one of the two is missing, the other stands for it.

    >>> pair({"name_en": "Hub", "name_de": None}, "name")
    ('Hub', 'Hub')
    """
    english, german = row[f"{name}_en"], row[f"{name}_de"]
    return (english or german or "", german or english or "")


def document(source: str | None) -> str:
    """The document that a source names, without the place in it.

    >>> document('LSN 2030 (2025), chapter 1 "The Cluster", item 2')
    'LSN 2030 (2025)'
    >>> document('Dirk Keil, "Ein starker Partner", nordighealth.eu, first paragraph')
    'Dirk Keil, "Ein starker Partner"'
    """
    said = source or ""
    titled = re.match(r'([^",;]*,\s*)?"[^"]+"', said)
    return titled[0] if titled else re.split(r"[,;]", said)[0]


def place(source: str | None) -> str:
    """The place within the document.

    >>> place('LSN 2030 (2025), chapter 1 "The Cluster", item 2')
    'chapter 1 "The Cluster", item 2'
    """
    return (source or "").removeprefix(document(source)).lstrip(",;: ")


def _of_cell(row: Row) -> Offering:
    return Offering(row["code"], row["theme"], (row["principle"],), pair(row, "name"), row["source"] or "")


def _of_measure(row: Row) -> Offering:
    return Offering(row["measure"], row["theme"], tuple(row["principles"]), pair(row, "title"), row["source"] or "")
