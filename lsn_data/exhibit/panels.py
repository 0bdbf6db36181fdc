"""What is there to draw in a chart of small panels? One panel a figure, all on the same axis of time, each in its unit.

Page and slide read the tidy table through here, so that both draw the same bars, ranges and words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from lsn_data.exhibit import Chart, Exhibit, Value
from lsn_data.exhibit.course import number
from lsn_data.language import Language

ACTUAL, PREVIOUS, TARGET, LOW, HIGH, BREAK = "actual", "previous", "target", "low", "high", "break"
Arrow = Literal["up", "up right", "right", "down", "dots", "ring", ""]
Tone = Literal["good", "bad", ""]
# What stands before the word of a rating, and which colour it may take (never colour alone).
MARKS: dict[str, tuple[Arrow, Tone]] = {
    "reached": ("up", "good"), "nearly": ("up right", "good"), "too slow": ("right", ""), "wrong way": ("down", "bad"),
    "too few points": ("dots", ""), "no target": ("ring", ""),
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A bar, an end of the range or a break at a time: its value, and how people read it."""

    at: float
    period: str
    scenario: str
    value: float | None
    shown: str


@dataclass(frozen=True)
class Panel:
    """One figure: its name, what it counts, its rating, a sentence, its marks in the order of time.

    `row` is the first row of the chart's table that speaks of it; `belongs` names what it is part of; `empty` says in
    two lines what is missing.
    """

    name: str
    row: int
    section: str
    about: str
    word: str
    rating: str
    told: str
    late: str
    badge: str
    empty: str
    belongs: str = ""
    marks: tuple[Mark, ...] = field(default=())

    def of(self, *scenarios: str) -> tuple[Mark, ...]:
        """The marks of these kinds."""
        return tuple(mark for mark in self.marks if mark.scenario in scenarios)

    @property
    def band(self) -> tuple[Mark, Mark] | None:
        """The two ends of the outlook."""
        low, high = self.of(LOW), self.of(HIGH)
        return (low[0], high[0]) if low and high else None

    @property
    def last(self) -> Mark | None:
        """The newest value."""
        return next(reversed(self.of(ACTUAL)), None)

    @property
    def largest(self) -> float:
        """The largest of all values; 1 where there is none above zero, so that there is an axis."""
        return max((mark.value for mark in self.marks if mark.value and mark.value > 0), default=1.0)

    @property
    def smallest(self) -> float:
        """Zero, or the smallest value below it."""
        return min([0.0, *(mark.value for mark in self.marks if mark.value is not None)])

    @property
    def gap(self) -> float:
        """The shortest time between two bars, a year at most."""
        times = sorted({mark.at for mark in self.of(ACTUAL, PREVIOUS)})
        return min([1.0, *(after - before for before, after in pairwise(times))])

    def height_of(self, value: float) -> float:
        """Where a value stands: 0 at the lowest point of the panel, 1 at the highest."""
        return (value - self.smallest) / (self.largest - self.smallest)


@dataclass(frozen=True)
class Panels:
    """All panels in their order, and the years that all of them span."""

    panels: tuple[Panel, ...]
    first: float
    last: float

    def across(self, at: float) -> float:
        """Where a time stands, from 0 at the left to 1 at the right; a year has half of its place on either side."""
        return (at - self.first + 0.5) / (self.last - self.first + 1)

    def bar(self, panel: Panel) -> float:
        """The place of one bar of a panel as a share of its width."""
        return panel.gap / (self.last - self.first + 1)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections in their order."""
        return tuple(dict.fromkeys(panel.section for panel in self.panels))

    def within(self, section: str) -> tuple[Panel, ...]:
        """The panels of a section."""
        return tuple(panel for panel in self.panels if panel.section == section)

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Which fills are to be explained, in the order in which they stand."""
        used = {mark.scenario for panel in self.panels for mark in panel.marks}
        return tuple(one for one in (ACTUAL, PREVIOUS, TARGET, LOW) if one in used)


_TEXTS = ("section", "about", "word", "rating", "told", "late", "badge", "empty", "belongs")


def panels_of(chart: Chart) -> Panels:
    """The tidy table as panels: one row a mark, the texts of a panel in its first row."""
    names = chart.part("panel")
    texts = {text: chart.part(text) for text in _TEXTS}
    marks = list(zip(*(chart.part(part) for part in ("at", "period", "scenario", "value", "shown")), strict=True))
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        rows.setdefault(str(name), []).append(row)
    panels = tuple(
        Panel(
            name, of[0], **{text: _text(texts[text][of[0]]) for text in _TEXTS},
            marks=tuple(sorted(filter(None, (_mark(*marks[row]) for row in of)), key=lambda mark: mark.at)),
        )
        for name, of in rows.items()
    )  # fmt: skip
    times = [float(at) for at in map(number, chart.part("at")) if at is not None]
    return Panels(panels, min(times, default=0.0), max(times, default=1.0))


def _mark(at: Value, period: Value, scenario: Value, value: Value, shown: Value) -> Mark | None:
    moment = number(at)
    if moment is None or not scenario:
        return None
    return Mark(float(moment), _text(period), str(scenario), number(value), _text(shown))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def key_words(exhibit: Exhibit) -> dict[str, str]:
    """What each fill is called."""
    say: Language = exhibit.say
    return {
        ACTUAL: say("actual"), PREVIOUS: say("earlier publication"), TARGET: say("target"), LOW: say("outlook, 95%"),
    }  # fmt: skip


def sectioned(section: str) -> tuple[str, str]:
    """A section's name and what stands quietly beside it."""
    name, _, beside = section.partition("\n")
    return name, beside


def apart(labels: Sequence[tuple[float, float]], wide: float, gap: float = 4) -> list[float]:
    """Where labels of one line stand so that none covers another: (middle, width) in, middles out, in the same order.

    Two that would touch part by half of what is missing each; all stay within the width.

    >>> apart([(50, 30), (60, 30)], 200)
    [38.0, 72.0]
    """
    middles = [middle for middle, _ in labels]
    order = sorted(range(len(labels)), key=lambda one: middles[one])
    for before, after in pairwise(order):
        needed = (labels[before][1] + labels[after][1]) / 2 + gap
        lacking = needed - (middles[after] - middles[before])
        if lacking > 0:
            middles[before] -= lacking / 2
            middles[after] += lacking / 2
    return [min(max(middle, width / 2), wide - width / 2) for middle, (_, width) in zip(middles, labels, strict=True)]
