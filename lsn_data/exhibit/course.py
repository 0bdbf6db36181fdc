"""What is there to draw in a line chart: which series, at which points in time, towards which target?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Value
from lsn_data.language import Language

LINE_FROM = 3


@dataclass(frozen=True)
class Series:
    """One line: a value (or None, a gap) for each period of the course."""

    name: str
    values: tuple[float | None, ...]

    @property
    def known(self) -> tuple[int, ...]:
        """The positions of the periods that have a value."""
        return tuple(at for at, value in enumerate(self.values) if value is not None)

    @property
    def is_line(self) -> bool:
        """Two values are two dots: a line through them would claim a course that nobody has seen."""
        return len(self.known) >= LINE_FROM


@dataclass(frozen=True)
class Course:
    """The periods with their places on the time axis, the series, and the target (None where there is none)."""

    periods: tuple[str, ...]
    at: tuple[float, ...]
    series: tuple[Series, ...]
    target: Series | None

    @property
    def largest(self) -> float:
        """The largest value or target; 1 where there is none above zero, so that there is an axis."""
        return max([value for value in self._all() if value is not None and value > 0], default=1.0)

    @property
    def smallest(self) -> float:
        """Zero, or the smallest value below it."""
        return min([0.0, *(value for value in self._all() if value is not None)])

    def _all(self) -> list[float | None]:
        everything = (*self.series, self.target) if self.target else self.series
        return [value for one in everything for value in one.values]

    @property
    def lasting(self) -> tuple[int, ...]:
        """The periods to name on the axis: all if they are few, else the first, the last measured and the target's."""
        known = sorted({at for one in self.series for at in one.known}) or [0]
        aimed = self.target.known if self.target else ()
        return tuple(range(len(self.periods))) if len(self.periods) <= 4 else tuple({known[0], known[-1], *aimed})


def course_of(chart: Chart, say: Language) -> Course:
    """The tidy table of a line chart as a course; periods in the order of time, or as they come."""
    cells = list(zip(*(chart.part(name) for name in ("series", "x", "value", "target")), strict=True))
    periods, at = _in_time(list(dict.fromkeys(x for _, x, _, _ in cells)))
    names = dict.fromkeys(str(series) if series is not None else "" for series, *_ in cells)
    found = {(str(s) if s is not None else "", x): number(value) for s, x, value, _ in cells if value is not None}
    series = [Series(name, tuple(found.get((name, x)) for x in periods)) for name in names]
    aims = {x: number(target) for _, x, _, target in cells if target is not None}
    target = Series(say("Target"), tuple(aims.get(x) for x in periods)) if aims else None
    named = tuple(say.date(x) if isinstance(x, dt.date) else str(x) for x in periods)
    return Course(named, at, tuple(one for one in series if one.known or not target), target)


def number(value: Value) -> float | None:
    """The value if it is a number."""
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _in_time(periods: Sequence[Value]) -> tuple[list[Value], tuple[float, ...]]:
    """Dates and years stand where they fall in time; other periods stand one step apart."""
    if all(isinstance(x, dt.date) for x in periods):
        ordered: list[Value] = sorted(periods, key=str)
        return ordered, tuple(float(x.toordinal()) for x in ordered if isinstance(x, dt.date))
    if years(periods):
        ordered = sorted(periods, key=str)
        return ordered, tuple(float(str(x)) for x in ordered)
    return list(periods), tuple(float(at) for at in range(len(periods)))


def years(periods: Sequence[object]) -> bool:
    """Are all periods years?

    >>> years(["2014", "2018"]), years(["2014", "spring 2018"])
    (True, False)
    """
    return all(re.fullmatch(r"(19|20|21)\d\d", str(period)) for period in periods)
