"""Do the figures of one KPI fit together: percentages beside shares of one, millions beside whole numbers?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.intake.cells import Cell, text_of
from lsn_data.intake.foreign.amounts import unit_of
from lsn_data.intake.listed import Line
from lsn_data.intake.register_notes import Notes, Part, Row
from lsn_data.intake.values import Understood
from lsn_data.sheets.declared import Sheet, plain

FIGURES = ("value", "target")
TIMES_100, AS_THEY_STAND = "times 100", "as they stand"
_PERCENT = frozenset(("prozent", "percent", "in prozent", "in percent", "pct", "v h"))
FAR_APART = 1000


@dataclass(frozen=True)
class Figure:
    """A number of a row, the cell it stood in, and what the cell itself said of its unit."""

    part: Part
    line: Line
    at: int
    name: str
    cell: Cell
    found: Understood
    row: Row

    @property
    def where(self) -> dict[str, Any]:
        """The place, as a problem takes it."""
        heading = self.part.listed.headings[self.at]
        value = text_of(self.cell)[:60]
        return {"row": self.line.number, "column": heading, "value": value, "at": self.line.column(self.at)}

    @property
    def number(self) -> float:
        """What the row holds now."""
        return float(self.row[self.name])


@dataclass(frozen=True)
class Shares:
    """Numbers of a KPI in percent that may be shares of one; `likely` is what its other numbers speak for."""

    name: str
    figures: Sequence[Figure]
    likely: str


def fitted(figures: Sequence[Figure], sheet: Sheet, told: Mapping[str, str], notes: Notes) -> tuple[Shares, ...]:
    """Bring the figures of each KPI to one unit, and note it. What is left are shares that may be percentages: to ask.

    `told` is what a person said of them: "times 100" or "as they stand" by the KPI's name.
    """
    said = {plain(name): meaning for name, meaning in told.items()}
    asked: list[Shares] = []
    for name, group in _groups(figures, sheet).items():
        _in_the_unit_of_the_row(group, notes)
        doubtful = _shares_among_percentages(group)
        if doubtful and plain(name) not in said:
            asked.append(Shares(name, doubtful, _likely(group)))
        for one in doubtful if said.get(plain(name)) == TIMES_100 else ():
            one.row[one.name] = round(one.number * 100, 10)
            notes.note("share-to-percent", one.part, **one.where)
    return tuple(asked)


def _groups(figures: Sequence[Figure], sheet: Sheet) -> dict[str, list[Figure]]:
    """The figures of each KPI, whatever their period."""
    names = [name for name in sheet.key if sheet.field(name).holds not in ("when", "list")]
    found: dict[str, list[Figure]] = {}
    for one in figures:
        found.setdefault(" · ".join(str(one.row[name]) for name in names if one.row[name]), []).append(one)
    return found


def _in_the_unit_of_the_row(group: Sequence[Figure], notes: Notes) -> None:
    """ "1,3 Mio. €" is 1.3 where the unit is "Mio. €", else 1,300,000; another currency than the unit's is told."""
    scaled = [one for one in group if one.found.scaled]
    for one in scaled:
        scale, currency = unit_of(str(one.row["unit"] or ""))
        if scale:
            one.row[one.name] = one.number / scale
        differs = currency and one.found.own and currency != one.found.own
        unit = str(one.row["unit"] or "–")
        notes.note("unit-differs" if differs else "figure-scaled", one.part, **one.where, unit=unit)
    others = [abs(one.number) for one in group if not one.found.scaled and one.number]
    most = max((abs(one.number) for one in scaled), default=0.0)
    if others and most > FAR_APART * max(others):
        notes.note("figures-far-apart", scaled[0].part, **scaled[0].where)


def _shares_among_percentages(group: Sequence[Figure]) -> list[Figure]:
    """Bare numbers up to 1 where the unit is percent and larger ones stand beside them: 0.125 and "12,5 %".

    A column of nothing but such numbers is doubtful too: a cell in percent format holds 0.8 and shows 80 %.
    """
    percent = any(one.found.percent or _is_percent(str(one.row["unit"] or "")) for one in group)
    bare = [one for one in group if not isinstance(one.cell, str) and one.number]
    if not percent or not any(abs(one.number) < 1 for one in bare):
        return []
    # A whole 1 is a share (all of them) only where no number is larger.
    least = 1.0 if all(abs(one.number) <= 1 for one in bare) else 0.999999
    return [one for one in bare if abs(one.number) <= least]


def _likely(group: Sequence[Figure]) -> str:
    """Bare numbers just above 1 (0.8, 1.2) speak for percentages; nothing else does."""
    bare = [abs(one.number) for one in group if not isinstance(one.cell, str)]
    return AS_THEY_STAND if any(1 < number < 10 for number in bare) else TIMES_100


def _is_percent(unit: str) -> bool:
    return "%" in unit or plain(unit) in _PERCENT
