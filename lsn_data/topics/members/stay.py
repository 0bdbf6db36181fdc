"""How long do members stay? The share still there after so many years, estimated from those seen so far. Pure.

Kaplan and Meier (1958): who is still a member counts for as long as was seen. Who joined before the register began to
tell who left counts only from then on (delayed entry): of their fellows of those days, only the faithful are in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lsn_data.topics.members.compute import first_of, gone, turned

Row = Mapping[str, Any]
Floats = NDArray[np.float64]
HORIZONS = (1, 3, 5, 10)
YEAR = 365.2425
# 97.5 % of the normal distribution lie below it.
Z = 1.959963984540054
# A share that rests on fewer who were seen that long is not told.
FEWEST = 5
# Who is seen from the first day on entered before it.
FROM_THE_START = -1.0


@dataclass(frozen=True)
class Curve:
    """The share still there from each time (in years) at which somebody left on, with its 95 % band.

    `low` and `high` are NaN where nobody has left yet, or all have.
    """

    times: Floats
    share: Floats
    low: Floats
    high: Floats

    def at(self, time: float) -> tuple[float, float | None, float | None]:
        """(share, low, high) at a time; before anybody left all are there."""
        position = int(np.searchsorted(self.times, time, side="right")) - 1
        if position < 0:
            return 1.0, None, None
        low, high = (None if np.isnan(end) else float(end) for end in (self.low[position], self.high[position]))
        return float(self.share[position]), low, high


@dataclass(frozen=True)
class Stay:
    """The share still there after `years`, its band, and how many were seen that long (None: too few)."""

    years: int
    share: float | None
    low: float | None
    high: float | None
    seen: int


@dataclass(frozen=True)
class Stays:
    """The shares by years, how many members they rest on, how many of them left, whose joining day is not known, and
    the first year in which somebody is told to have left."""

    after: tuple[Stay, ...]
    members: int
    left: int
    undated: int
    since: int


def stays(rows: Sequence[Row], until: dt.date, horizons: Sequence[int] = HORIZONS) -> Stays | None:
    """How long members stay, as far as is known on the day `until`; None where nobody is told to have left."""
    known = [row for row in rows if not turned(row)]
    since = first_of(row for row in known if gone(row, until))
    dated = [row for row in known if row["joined"] and row["joined"] <= until.isoformat()]
    if since is None or not any(gone(row, until) for row in dated):
        return None
    entry, end, event = _seen(dated, until, dt.date(since, 1, 1))
    curve = kaplan_meier(entry, end, event)
    seen = [int(((entry < years) & (end >= years)).sum()) for years in horizons]
    after = tuple(_after(curve, years, n) for years, n in zip(horizons, seen, strict=True))
    kept = end > entry
    return Stays(after, int(kept.sum()), int(event[kept].sum()), sum(1 for row in known if not row["joined"]), since)


def _after(curve: Curve, years: int, seen: int) -> Stay:
    share, low, high = curve.at(years) if seen >= FEWEST else (None, None, None)
    return Stay(years, share, low, high, seen)


def _seen(rows: Sequence[Row], until: dt.date, begin: dt.date) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """For each member in years since it joined: from when it is seen, until when, and whether it left then."""
    joined = np.array([_ordinal(row["joined"]) for row in rows])
    event = np.array([gone(row, until) for row in rows], dtype=bool)
    ends = np.array([_ordinal(row["left"]) if gone(row, until) else until.toordinal() for row in rows])
    began = begin.toordinal()
    entry = np.where(joined < began, (began - joined) / YEAR, FROM_THE_START)
    return entry, np.maximum(ends - joined, 0) / YEAR, event


def _ordinal(day: str) -> int:
    """A day as a number; a month stands for its middle, and so does a year.

    >>> _ordinal("2020-07-01") - _ordinal("2020")
    0
    """
    return dt.date.fromisoformat({4: f"{day}-07-01", 7: f"{day}-16"}.get(len(day), day)).toordinal()


def kaplan_meier(entry: Floats, end: Floats, event: NDArray[np.bool_]) -> Curve:
    """The product-limit estimate for (n,) members seen in (entry, end], with Greenwood's variance (1926) and a band on
    the scale log(-log), which stays between 0 and 1.

    >>> curve = kaplan_meier(np.full(4, -1.0), np.array([1.0, 2.0, 2.0, 3.0]), np.array([True, True, False, False]))
    >>> curve.share.tolist()
    [0.75, 0.5]
    """
    times = np.unique(end[event])
    leaving = np.array([int(((end == time) & event).sum()) for time in times])
    there = np.array([int(((entry < time) & (end >= time)).sum()) for time in times])
    share = np.cumprod(1 - leaving / there) if len(times) else np.array([])
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.cumsum(leaving / (there * (there - leaving)))
        width = Z * np.sqrt(variance) / np.abs(np.log(share))
        low, high = share ** np.exp(width), share ** np.exp(-width)
    told = (share > 0) & (share < 1)
    return Curve(times, share, np.where(told, low, np.nan), np.where(told, high, np.nan))


def told_of(found: Iterable[Stay]) -> list[Stay]:
    """The shares that may be told."""
    return [one for one in found if one.share is not None]
