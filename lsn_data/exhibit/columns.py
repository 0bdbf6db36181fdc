"""What is there to draw in a chart of columns: which columns stand at which label, how high, and in which fill?

A column is filled by its scenario (actual, previous, target, so_far, forecast) in the colour of its series. Several
series stand side by side, or on one another (`stacked`); what is below zero hangs from the base line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Value, fit
from lsn_data.exhibit.contrast import mixed
from lsn_data.exhibit.course import number, years
from lsn_data.exhibit.palette import Palette
from lsn_data.language import Language, mark

ACTUAL, PREVIOUS, TARGET, SO_FAR, FORECAST = "actual", "previous", "target", "so_far", "forecast"
SCENARIOS: Mapping[str, str] = {
    PREVIOUS: mark("earlier figure"), TARGET: mark("target"), SO_FAR: mark("so far"), FORECAST: mark("outlook"),
}  # fmt: skip
# What has these scenarios stands beside the actual column of its label: the earlier one left, the aim right.
_SIDES = {PREVIOUS: -1, TARGET: 1}
# Years between two that are told keep their place, as long as they are not more than this many.
MOST_YEARS = 60
# A chart of fewer labels leaves room at its right: columns are never slabs.
FEWEST_SLOTS = 6
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Cell:
    """One column: its row in the chart's table, its height, its scenario."""

    row: int
    value: float
    scenario: str


@dataclass(frozen=True)
class Lane:
    """The columns that one series draws: a cell for each label, or None (a gap). `series` tells the colour."""

    name: str
    series: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Columns:
    """The labels with what is said below each (`so far`), a text under it, the lanes, what stands over each stack."""

    labels: tuple[str, ...]
    below: tuple[str, ...]
    under: tuple[str, ...]
    lanes: tuple[Lane, ...]
    stacked: bool
    totals: tuple[float | None, ...]

    @property
    def slots(self) -> int:
        """How many labels the chart has room for."""
        return max(len(self.labels), FEWEST_SLOTS)

    @property
    def largest(self) -> float:
        """The highest column, stack or total; 1 where nothing is above zero, so that there is an axis."""
        return max([*self._heights(1), *(total or 0 for total in self.totals)], default=0) or 1.0

    @property
    def smallest(self) -> float:
        """Zero, or how far the lowest column or stack hangs below it."""
        return min([0.0, *self._heights(-1)])

    def stack(self, at: int, sign: int) -> float:
        """The sum of the columns of a label above (1) or below (-1) the base line."""
        values = [lane.cells[at].value for lane in self.lanes if lane.cells[at]]  # type: ignore[union-attr]
        return sum(value for value in values if value * sign > 0)

    @property
    def parted(self) -> bool:
        """Does any stack hold several parts on one side of the base line?"""
        return self.stacked and any(
            sum(1 for lane in self.lanes if (cell := lane.cells[at]) and cell.value * sign > 0) > 1
            for at in range(len(self.labels))
            for sign in (1, -1)
        )

    def _heights(self, sign: int) -> Iterator[float]:
        for at in range(len(self.labels)):
            if self.stacked:
                yield self.stack(at, sign)
            else:
                yield from (cell.value for lane in self.lanes if (cell := lane.cells[at]) and cell.value * sign > 0)


def columns_of(chart: Chart, say: Language) -> Columns:
    """The tidy table of a chart of columns. Raises ValueError where a stack would hold one part twice."""
    labels = _labels(chart.part("label"))
    cells: dict[tuple[str, int, str], Cell] = {}
    series: dict[str, int] = {}
    for row, (label, name, value, scenario) in enumerate(_told(chart)):
        at = series.setdefault(name, len(series))
        if value is not None:
            key = (label, at, scenario)
            if key in cells:
                raise ValueError(f"two columns for {key}")
            cells[key] = Cell(row, value, scenario)
    stacked = any(chart.part("stacked"))
    lanes = tuple(_lanes(labels, tuple(series), cells, stacked, say))
    totals = dict(zip(map(str, chart.part("label")), map(number, chart.part("total")), strict=True))
    under = dict(zip(map(str, chart.part("label")), chart.part("under"), strict=True))
    below = tuple(_below([cell for lane in lanes if (cell := lane.cells[at])], say) for at in range(len(labels)))
    texts = tuple(str(under.get(label) or "") for label in labels)
    return Columns(labels, below, texts, lanes, stacked, tuple(totals.get(label) for label in labels))


def _told(chart: Chart) -> Iterator[tuple[str, str, float | None, str]]:
    """(label, series, value, scenario) of each row."""
    parts = (chart.part(name) for name in ("label", "series", "value", "scenario"))
    for label, name, value, scenario in zip(*parts, strict=True):
        yield str(label), str(name or ""), number(value), str(scenario or ACTUAL)


def _labels(told: Sequence[Value]) -> tuple[str, ...]:
    """The labels as they come; of years also those between them that nobody tells: time has no shortcuts.

    >>> _labels(["2014", "2016"]), _labels(["b", "a", "b"])
    (('2014', '2015', '2016'), ('b', 'a'))
    """
    named = list(dict.fromkeys(str(label) for label in told))
    if named and years(named):
        first, last = min(map(int, named)), max(map(int, named))
        if last - first < MOST_YEARS:
            return tuple(str(year) for year in range(first, last + 1))
    return tuple(named)


def _lanes(
    labels: Sequence[str], series: Sequence[str], cells: Mapping[tuple[str, int, str], Cell], stacked: bool,
    say: Language,
) -> Iterator[Lane]:  # fmt: skip
    """One lane a series; one more beside it for figures that share a label with its actual ones."""
    for at, name in enumerate(series):
        own = {key: cell for key, cell in cells.items() if key[1] == at}
        beside = [one for one in _SIDES if any(_shares(key, one, own) for key in own)]
        if beside and stacked:
            raise ValueError(f"a stack holds {name!r} twice")
        for side in sorted((*beside, ACTUAL), key=lambda one: _SIDES.get(one, 0)):
            kept = {key[0]: cell for key, cell in own.items() if (key[2] if key[2] in beside else ACTUAL) == side}
            said = " · ".join(part for part in (name, say(SCENARIOS[side]) if side in SCENARIOS else "") if part)
            yield Lane(said, at, tuple(kept.get(label) for label in labels))


def _shares(key: tuple[str, int, str], scenario: str, own: Mapping[tuple[str, int, str], Cell]) -> bool:
    """Does a figure of that scenario stand at a label that has another one of the same series?"""
    return key[2] == scenario and any(other[0] == key[0] and other[2] != scenario for other in own)


def _below(cells: Sequence[Cell], say: Language) -> str:
    """What is said below a label whose columns are all of one kind: `so far`; nothing of actual ones."""
    kinds = {cell.scenario for cell in cells}
    only = kinds.pop() if len(kinds) == 1 else ACTUAL
    return say(SCENARIOS[only]) if only in SCENARIOS else ""


def lane_width(found: Columns, share: float, widest: float) -> float:
    """The width of one column, as a share of its label's place: all of a label together take `share` of it, and none
    is wider than `widest`.
    """
    beside = 1 if found.stacked else max(len(found.lanes), 1)
    return min(share / beside, widest)


def across(found: Columns, lane: int, at: int, wide: float) -> float:
    """Where the middle of a column stands, in places of labels; `wide` is the width of one column in such places.

    A single series stands over its label, whatever other labels hold.
    """
    if found.stacked:
        return at
    beside = list(range(len(found.lanes)))
    if len({one.series for one in found.lanes}) == 1:
        beside = [one for one in beside if found.lanes[one].cells[at]]
    return at + (beside.index(lane) - (len(beside) - 1) / 2) * wide


def value_column(chart: Chart) -> Column:
    """The column of the heights: it tells how figures are written."""
    return chart.table.columns[chart.table.at(chart.parts["value"])]


def colour(series: int, palette: Palette) -> str:
    """The colour of a series by its position: actual, accent, lighter, then two steps of the ramp."""
    order = (palette.actual, palette.accent, palette.previous, palette.ramp[3], palette.ramp[4])
    return order[series % len(order)]


@dataclass(frozen=True)
class Fill:
    """How a column is filled: None is nothing inside; `hatched` lines in the colour of the edge."""

    inside: str | None
    edge: str
    hatched: bool = False


def fill_of(cell: Cell, lane: Lane, several: bool, palette: Palette) -> Fill:
    """Actual solid, earlier lighter, target outlined, so far tinted with its edge, outlook hatched."""
    solid = colour(lane.series, palette)
    if cell.scenario == TARGET:
        return Fill(None, palette.ink if not several else solid)
    if cell.scenario == FORECAST:
        return Fill(None, solid, hatched=True)
    if cell.scenario == SO_FAR:
        return Fill(mixed(solid, palette.page, 0.45), solid)
    if cell.scenario == PREVIOUS:
        earlier = mixed(solid, palette.page, 0.55) if several else palette.previous
        return Fill(earlier, earlier)
    return Fill(solid, solid)


def key_of(exhibit: Exhibit, found: Columns, palette: Palette) -> list[tuple[Fill, str]]:
    """The key: series by their names where there are several, then the scenarios that a label does not tell."""
    names = list(dict.fromkeys(name for _, name, _, _ in _told(exhibit.chart)))
    several = len(names) > 1
    key = [(Fill(colour(at, palette), colour(at, palette)), name) for at, name in enumerate(names) if several]
    for lane in found.lanes:
        for at, cell in enumerate(lane.cells):
            if cell and cell.scenario in SCENARIOS and not found.below[at]:
                said = exhibit.say(SCENARIOS[cell.scenario])
                if said not in [name for _, name in key]:
                    key.append((fill_of(cell, lane, several, palette), said))
    return key


def named_columns(found: Columns, said: Sequence[Sequence[str]], size: float, slot: float) -> set[tuple[int, int]]:
    """Which columns side by side carry their figure: all if it fits, else each lane's first, last and largest.

    `said[lane][label]`; `slot` is the width of a label's place in points. Gives (lane, label).
    """
    wide = slot * 0.9 / max(len(found.lanes), 1)
    longest = max((fit.width(text, size) for lane in said for text in lane), default=0)
    if longest <= wide:
        return {(lane, at) for lane in range(len(said)) for at in range(len(found.labels))}
    kept: set[tuple[int, int]] = set()
    for position, lane in enumerate(found.lanes):
        known = [at for at, cell in enumerate(lane.cells) if cell]
        if known:
            top = max(known, key=lambda at, lane=lane: abs(lane.cells[at].value))  # type: ignore[misc]
            ends = (known[0], known[-1])
            near = int(longest / slot) + 1
            kept |= {(position, at) for at in (*ends, *(() if min(abs(top - end) for end in ends) < near else (top,)))}
    return kept


def named_labels(labels: Sequence[str], size: float, slot: float) -> set[int]:
    """Which labels are written: all that fit; of years that do not, every second, third … counted from the last.

    >>> sorted(named_labels([str(year) for year in range(2000, 2010)], 12, 10))
    [1, 5, 9]
    """
    if not years(labels):
        return set(range(len(labels)))
    step = int(max((fit.width(label, size) for label in labels), default=0) * 1.25 / slot) + 1
    return {at for at in range(len(labels)) if (len(labels) - 1 - at) % step == 0}
