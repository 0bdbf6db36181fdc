"""Is a KPI moving towards its target? Its line of values, its rating, and since when the rating is what it is.

The rating follows Germany's sustainability indicators (Federal Statistical Office, "Status of indicators –
Methodology", dns-indikatoren.de): the mean yearly change of the recent past is carried on to the target's year, and
what is then missing is set against *the way*, the difference between the target and the newest value. Less than 5 %
missing is on course, up to 20 % is nearly; a change away from the target, or none at all, is the wrong way. Our
window are the last five values (four changes), and at least four.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lsn_data.topics.kpis.periods import Period, Rhythm, last_day, period_of

Origin = Literal["published", "uploaded", "demo", "computed"]
Better = Literal["up", "down"]
Rating = Literal["reached", "nearly", "too slow", "wrong way", "too few points", "no target"]

HORIZON = "2030"
WINDOW, FEWEST = 5, 4
LITTLE_MISSING, MUCH_MISSING = 0.05, 0.20
_RANK: dict[Origin, int] = {"computed": 0, "published": 1, "demo": 2, "uploaded": 2}


@dataclass(frozen=True)
class Measured:
    """A value of a period as it was published at one time. `breaks`: does a new method begin here (None: not told)?"""

    period: Period
    value: float
    vintage: str = ""
    origin: Origin = "uploaded"
    source: str = ""
    method: str = ""
    breaks: bool | None = None
    unit: str = ""

    @property
    def at(self) -> float:
        """Where it stands on the axis of years."""
        return self.period.at

    @property
    def known_on(self) -> dt.date:
        """The day from which the value is known: that of its vintage, else the end of its period."""
        try:
            return last_day(self.vintage) if self.vintage else self.period.end
        except ValueError:
            return self.period.end


@dataclass(frozen=True)
class Target:
    """What is to be reached, by the end of which period, and who set it when. `assumed`: no period was given."""

    value: float
    period: Period
    set_by: str = ""
    set_on: str = ""
    assumed: bool = False


def measured(period: str, value: float, vintage: str = "", origin: Origin = "uploaded", **more: object) -> Measured:
    """A value by the text of its period.

    >>> measured("2025", 300).at
    2025.0
    """
    return Measured(period_of(period), value, vintage, origin, **more)  # type: ignore[arg-type]


def newest_vintages(values: Iterable[Measured]) -> tuple[Measured, ...]:
    """One value for each period, in the order of time: an uploaded one before a published one, then the newest vintage.

    A break stays with its period where a later publication does not speak of it.

    >>> old, new = measured("2016", 865, "2018-01"), measured("2016", 979, "2020-03")
    >>> [one.value for one in newest_vintages([new, old])]
    [979]
    """
    found: dict[tuple[dt.date, dt.date], Measured] = {}
    for one in sorted(values, key=_order):
        key = (one.period.start, one.period.end)
        broke = one.breaks is None and key in found and found[key].breaks
        found[key] = replace(one, breaks=True) if broke else one
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.period)))


def earlier_vintages(values: Iterable[Measured]) -> tuple[Measured, ...]:
    """The values that a later publication replaced by another one, in the order of time."""
    every = sorted(values, key=_order)
    now = {(one.period.start, one.period.end): one for one in newest_vintages(every)}
    replaced = [one for one in every if one.value != now[one.period.start, one.period.end].value]
    return tuple(sorted(replaced, key=lambda one: (one.at, one.known_on)))


def _order(one: Measured) -> tuple[int, str]:
    return _RANK[one.origin], one.vintage


def line_of(values: Iterable[Measured], unit: str = "") -> tuple[Measured, ...]:
    """The line that is rated: the newest vintages of one origin, of one length of period and in one unit.

    Origin: uploaded values (with published ones of other periods) if there are any, else the computed ones, else the
    published. Length: the one that most periods have, years if equal; a span of several years is never in it.

    >>> entered = [measured("2024", 5), measured("2025", 6), measured("2026-03", 2)]
    >>> [(one.period.text, one.value) for one in line_of([*entered, measured("2024", 9, origin="computed")])]
    [('2024', 5), ('2025', 6)]
    """
    kept = newest_vintages(one for one in of_one_origin(values) if not one.unit or not unit or one.unit == unit)
    rhythm = rhythm_of(kept)
    return tuple(one for one in kept if one.period.rhythm == rhythm)


def of_one_origin(values: Iterable[Measured]) -> tuple[Measured, ...]:
    """The values that may stand in one line: those of the register if somebody brought any, else the computed ones."""
    every = tuple(values)
    computed = tuple(one for one in every if one.origin == "computed")
    entered = tuple(one for one in every if one.origin != "computed")
    brought = any(one.origin in ("uploaded", "demo") for one in entered)
    return entered if brought or not computed else computed


def rhythm_of(values: Iterable[Measured]) -> Rhythm:
    """The length that most periods have; years if equal, or if there are none."""
    counts: Counter[Rhythm] = Counter(one.period.rhythm for one in values if one.period.rhythm != "span")
    return max(counts, key=lambda one: (counts[one], one == "year"), default="year")


def since_break(line: Sequence[Measured]) -> tuple[Measured, ...]:
    """The values from the last change of method on: what stands before is not compared with them."""
    breaks = [at for at, one in enumerate(line) if one.breaks]
    return tuple(line[breaks[-1] :]) if breaks else tuple(line)


def window(line: Sequence[Measured]) -> tuple[Measured, ...]:
    """The recent past: the last five values since the last break."""
    return since_break(line)[-WINDOW:]


def yearly_change(values: Sequence[Measured]) -> float:
    """The mean change a year, each year counting the same: last less first, by the years between them.

    >>> yearly_change([measured("2020", 10), measured("2024", 18)])
    2.0
    """
    return (values[-1].value - values[0].value) / (values[-1].at - values[0].at)


def towards(target: Target, line: Sequence[Measured], better: Better | None) -> int:
    """1 where more is better, -1 where less is; without a word on it, the way to the target from the first of the
    recent values: who has passed the target came from there. Where that one stood at the target, from the newest.

    >>> line = [measured(str(2022 + at), 320 + 10 * at) for at in range(4)]
    >>> towards(Target(340, period_of("2030")), line, None)
    1
    """
    if better:
        return {"up": 1, "down": -1}[better]
    start = window(line)[0].value
    return 1 if target.value >= (line[-1].value if start == target.value else start) else -1


def is_reached(line: Sequence[Measured], target: Target, better: Better | None) -> bool:
    """Is the newest value at the target, or beyond it?"""
    return towards(target, line, better) * (line[-1].value - target.value) >= 0


def projected(line: Sequence[Measured], target: Target) -> float:
    """The newest value carried on by the recent yearly change to the target's year; not back into the past."""
    recent = window(line)
    return recent[-1].value + yearly_change(recent) * max(target.period.at - recent[-1].at, 0.0)


def missing(line: Sequence[Measured], target: Target, better: Better | None) -> float:
    """Which share of the way from the newest value to the target is missing in the target's year (below 0: beyond).

    >>> line = [measured(str(2021 + at), 100 + 10 * at) for at in range(5)]
    >>> missing(line, Target(200, period_of("2030")), "up")
    0.16666666666666666
    """
    last = line[-1].value
    return (target.value - projected(line, target)) / (target.value - last)


def rating(line: Sequence[Measured], target: Target | None, better: Better | None) -> Rating:
    """How the KPI stands to its target, by the rule at the top of this file.

    No target and fewer than four values since the last break are states of their own. A target that the newest value
    has reached is reached, also where the values now move away from it. A target whose year is over, and that was not
    reached, counts by the direction alone, since no way is left.

    >>> line = [measured(str(2021 + at), 100 + 10 * at) for at in range(5)]
    >>> [rating(line, Target(goal, period_of("2030")), "up") for goal in (140, 190, 200, 300)]
    ['reached', 'reached', 'nearly', 'too slow']
    """
    if target is None:
        return "no target"
    recent = window(line)
    if len(recent) < FEWEST:
        return "too few points"
    if is_reached(recent, target, better):
        return "reached"
    if towards(target, recent, better) * yearly_change(recent) <= 0:
        return "wrong way"
    gap = round(missing(line, target, better), 9)
    return "reached" if gap < LITTLE_MISSING else "nearly" if gap <= MUCH_MISSING else "too slow"


def rated_over_time(
    values: Sequence[Measured], target: Target | None, better: Better | None, unit: str = ""
) -> list[tuple[dt.date, Rating]]:
    """The rating as it would have stood on each day that a value became known, against today's target."""
    origins = {one.origin for one in line_of(values, unit)}
    kept = [one for one in values if one.origin in origins]
    days = sorted({one.known_on for one in kept})
    return [(day, rating(line_of([one for one in kept if one.known_on <= day], unit), target, better)) for day in days]


def since(over_time: Sequence[tuple[dt.date, Rating]]) -> dt.date | None:
    """The day since which the rating is what it is now, without a change between.

    >>> day = dt.date(2024, 1, 1)
    >>> since([(day, "nearly"), (day.replace(year=2025), "too slow"), (day.replace(year=2026), "too slow")])
    datetime.date(2025, 1, 1)
    """
    found = None
    for day, rated in reversed(over_time):
        if rated != over_time[-1][1]:
            break
        found = day
    return found
