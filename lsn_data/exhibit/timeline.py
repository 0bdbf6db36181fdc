"""What is there to draw in a timeline: which bars, from when to when, and what of their ends is not known?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lsn_data.exhibit import Chart, Value

Fill = Literal["solid", "light", "outline"]
FILLS: tuple[Fill, ...] = ("solid", "light", "outline")
# How long a bar is drawn beyond the day from which nothing is known, as a share of the whole axis.
FADING = 0.06
# Where a bar fades the axis goes on for so many days.
MARGIN = 250


@dataclass(frozen=True)
class Bar:
    """One row: `start` and `end` as days of the axis (ordinals); both None where no day is known at all.

    `open_start`, `open_end`: that end is not known, the bar fades there. `rough_start`, `rough_end`: only its year is
    known, the bar ends in a broken edge. `after`: the row that this one continues. `at` is its row in the chart's
    table.
    """

    at: int
    label: str
    said: str
    fill: Fill
    group: str
    start: float | None
    end: float | None
    open_start: bool
    open_end: bool
    rough_start: bool
    rough_end: bool
    after: int | None


@dataclass(frozen=True)
class Timeline:
    """The bars in their order, the days between which they stand, today, and what the fills mean."""

    bars: tuple[Bar, ...]
    first: float
    last: float
    today: float
    key: tuple[tuple[Fill, str], ...]

    @property
    def years(self) -> list[tuple[int, float]]:
        """The years to name on the axis with their first day: at most a dozen of them."""
        first, last = (dt.date.fromordinal(int(day)).year for day in (self.first, self.last))
        step = max(1, -(-(last - first + 1) // 12))
        return [(year, float(dt.date(year, 1, 1).toordinal())) for year in range(first, last + 1, step)]

    @property
    def fading(self) -> float:
        """How many days a bar is drawn beyond its last known day."""
        return (self.last - self.first) * FADING


def timeline_of(chart: Chart) -> Timeline:
    """The tidy table of a timeline as bars. Its years are whole: from the first of January to the last of December."""
    today = next((day.toordinal() for day in chart.part("today") if isinstance(day, dt.date)), 0)
    days = [day.toordinal() for name in ("start", "end") for day in chart.part(name) if isinstance(day, dt.date)]
    seen = [*days, today]
    pairs = list(zip(chart.part("start"), chart.part("end"), strict=True))
    seen += [min(seen) - MARGIN] if any(start is None and end is not None for start, end in pairs) else []
    seen += [max(seen) + MARGIN] if any(end is None and start is not None for start, end in pairs) else []
    first = dt.date(dt.date.fromordinal(min(seen)).year, 1, 1).toordinal()
    last = dt.date(dt.date.fromordinal(max(seen)).year, 12, 31).toordinal()
    bars = tuple(_bar(chart, at, today, (last - first) * FADING) for at in range(len(chart.table.rows)))
    named = {_fill(fill): str(name) for fill, name in zip(chart.part("fill"), chart.part("key"), strict=True)}
    key = tuple((fill, named[fill]) for fill in FILLS if fill in named)
    return Timeline(bars, float(first), float(last), float(today), key)


def _bar(chart: Chart, at: int, today: float, fading: float) -> Bar:
    def told(name: str) -> Value:
        return chart.part(name)[at]

    start, end = _day(told("start")), _day(told("end"))
    open_start, open_end = start is None and end is not None, end is None and start is not None
    if start is not None and end is None:
        end = max(start, today if told("lasts") else start)
    if start is None and end is not None:
        start = end - fading
    rough, after = str(told("rough") or ""), told("after")
    return Bar(
        at, str(told("label")), str(told("said") or ""), _fill(told("fill")), str(told("group") or ""),
        start, end, open_start, open_end, "start" in rough and not open_start, "end" in rough and not open_end,
        after if isinstance(after, int) else None,
    )  # fmt: skip


def _day(value: Value) -> float | None:
    return float(value.toordinal()) if isinstance(value, dt.date) else None


def _fill(value: Value) -> Fill:
    return next((fill for fill in FILLS if fill == value), "outline")


def anchor(found: Timeline, bar: Bar) -> float:
    """Where the words beside a bar begin: at its end; without a day, where the one that it continues ends.

    A bar without a day that continues nothing stands at the beginning of the axis.
    """
    if bar.end is not None:
        return bar.end + (found.fading if bar.open_end else 0)
    before = next((one for one in found.bars if one.at == bar.after and one.end is not None), None)
    return found.first if before is None or before.end is None else before.end


def sheets(groups: Sequence[str], most: int) -> list[range]:
    """Rows on as few sheets as needed, each with at most so many lines; a heading for each group is a line, too.

    >>> sheets(["a", "a", "b", "b"], 4)
    [range(0, 2), range(2, 4)]
    """
    found, begin, lines = [], 0, 0
    for at, group in enumerate(groups):
        needed = 1 + (at == begin or group != groups[at - 1])
        if at > begin and lines + needed > most:
            found.append(range(begin, at))
            begin, lines, needed = at, 0, 2
        lines += needed
    return [*found, range(begin, len(groups))]
