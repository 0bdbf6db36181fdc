"""Where does a KPI stand in the target's year if things go on as before, and how likely is the target?

Three simple models of values x at times t (years), m changes d over gaps g between n = m + 1 values:

- random walk with drift (R `forecast::rwf(drift = TRUE)`; Hyndman & Athanasopoulos, Forecasting: Principles and
  Practice, 5.5): drift b = Σd / Σg, s² = Σ((d - b g)² / g) / (m - 1), h years ahead the mean x + b h with variance
  s² (h + h² / Σg). With equal gaps of one year this is R's s² h + (h · se(b))². Unequal gaps weigh by their length.
- straight line: least squares of x on t, with the variance of a new value s² (1 + 1/n + (T - t̄)² / Σ(t - t̄)²).
- no trend: random walk without drift, variance h Σ(d² / g) / m.

Quantiles are those of Student's t (m - 1, n - 2, m degrees of freedom), since R's normal ones are too narrow for a
handful of values. The drift is the mean over all values since the last break; the rating takes the last five.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from lsn_data.topics.kpis.compute import FEWEST, Better, Measured, Target, since_break, towards

LEVEL = 0.95
BAND_FROM = 5


@dataclass(frozen=True)
class Model:
    """What one model says of a later year: a t distribution by its mean, its scale and its degrees of freedom."""

    mean: float
    scale: float
    freedom: int

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """Between which values it expects the later one."""
        reach = float(stats.t.ppf(0.5 + level / 2, self.freedom)) * self.scale
        return self.mean - reach, self.mean + reach

    def chance(self, target: float, sign: int) -> float:
        """How likely it is at the target or beyond; without any scatter, certain or impossible."""
        ahead = sign * (self.mean - target)
        if self.scale <= 0:
            return float(ahead >= 0)
        return float(stats.t.cdf(ahead / self.scale, self.freedom))


@dataclass(frozen=True)
class Outlook:
    """The value of a later period if things go on as before, with its 95 % range, and the chances of the target.

    `chances`: by model, the share of 1 (`drift`, `line`, `no trend`); empty where there is nothing to reach.
    `band`: are there enough values to draw the range?
    """

    period: str
    at: float
    mean: float
    low: float
    high: float
    chances: tuple[tuple[str, float], ...]
    band: bool

    @property
    def chance(self) -> tuple[float, float] | None:
        """The smallest and the largest chance of the models."""
        found = [share for _, share in self.chances]
        return (min(found), max(found)) if found else None


def outlook(
    line: Sequence[Measured],
    period: str,
    at: float,
    target: Target | None = None,
    better: Better | None = None,
    unit: str = "",
) -> Outlook | None:
    """The outlook for a period at a time; None with fewer than four values since the last break, or in the past.

    >>> from lsn_data.topics.kpis.compute import measured
    >>> line = [measured(str(2020 + at), value) for at, value in enumerate((10, 12, 13, 16, 18))]
    >>> found = outlook(line, "2026", 2026)
    >>> found and (found.mean, round(found.low, 1), round(found.high, 1))
    (22.0, 17.5, 26.5)
    """
    kept = since_break(line)
    if len(kept) < FEWEST or at <= kept[-1].at:
        return None
    times, values = np.array([one.at for one in kept]), np.array([one.value for one in kept], dtype=float)
    models = {
        "drift": with_drift(times, values, at),
        "line": straight_line(times, values, at),
        "no trend": without_trend(times, values, at),
    }
    sign = towards(target, kept, better) if target else 0
    chances = tuple((name, one.chance(target.value, sign)) for name, one in models.items()) if target else ()
    bounds = limits(unit, [float(value) for value in values])
    mean, low, high = (within(value, bounds) for value in (models["drift"].mean, *models["drift"].interval()))
    return Outlook(period, at, mean, low, high, chances, len(kept) >= BAND_FROM)


def with_drift(times: np.ndarray, values: np.ndarray, at: float) -> Model:
    """Random walk with drift, with the uncertainty of the drift.

    >>> found = with_drift(np.arange(4.0), np.array([1.0, 2.0, 4.0, 4.0]), 5.0)
    >>> (found.mean, round(found.scale, 4), found.freedom)
    (6.0, 1.8257, 2)
    """
    gaps, changes = np.diff(times), np.diff(values)
    drift, ahead, whole = changes.sum() / gaps.sum(), at - times[-1], gaps.sum()
    spread = ((changes - drift * gaps) ** 2 / gaps).sum() / (len(gaps) - 1)
    return Model(float(values[-1] + drift * ahead), math.sqrt(spread * (ahead + ahead**2 / whole)), len(gaps) - 1)


def straight_line(times: np.ndarray, values: np.ndarray, at: float) -> Model:
    """A least-squares line through all values, with the variance of a new value."""
    middle, count = times.mean(), len(times)
    width = ((times - middle) ** 2).sum()
    slope = ((times - middle) * (values - values.mean())).sum() / width
    left = values - values.mean() - slope * (times - middle)
    variance = (left**2).sum() / (count - 2) * (1 + 1 / count + (at - middle) ** 2 / width)
    return Model(float(values.mean() + slope * (at - middle)), math.sqrt(variance), count - 2)


def without_trend(times: np.ndarray, values: np.ndarray, at: float) -> Model:
    """Random walk without drift: the newest value stays, the scatter grows."""
    gaps, changes = np.diff(times), np.diff(values)
    variance = (changes**2 / gaps).sum() / len(gaps) * (at - times[-1])
    return Model(float(values[-1]), math.sqrt(variance), len(gaps))


def limits(unit: str, values: Sequence[float]) -> tuple[float, float]:
    """Between which values a KPI can lie at all: shares from 0 to 100, points up to the best, places from 1, else 0 up.

    >>> limits("%", [40.0]), limits("points of 5", [3.6]), limits("place", [4.0]), limits("EUR", [-2.0])
    ((0.0, 100.0), (0.0, 5.0), (1.0, inf), (-inf, inf))
    """
    if unit == "%":
        return (0.0, max(100.0, *values))
    if unit.startswith("points of ") and unit.removeprefix("points of ").isdigit():
        return (0.0, float(unit.removeprefix("points of ")))
    if unit == "place":
        return (1.0, math.inf)
    return (0.0 if min(values) >= 0 else -math.inf, math.inf)


def within(value: float, bounds: tuple[float, float]) -> float:
    """The value, moved to the nearest one that is possible."""
    return min(max(value, bounds[0]), bounds[1])
