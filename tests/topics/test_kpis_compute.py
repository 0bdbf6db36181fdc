"""Is a KPI rated and carried on as the stated rule and the published formulas say?

Figures of the outlook were computed with R 4 (`lm`, `predict`, and the lines of `forecast::rwf`), not with this code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pytest

from lsn_data.topics.kpis.compute import (
    Better,
    Measured,
    Target,
    earlier_vintages,
    line_of,
    measured,
    newest_vintages,
    rated_over_time,
    rating,
    since,
)
from lsn_data.topics.kpis.outlook import outlook, straight_line, with_drift, without_trend
from lsn_data.topics.kpis.periods import period_of


def yearly(*values: float, first: int = 2021, breaks: int | None = None) -> list[Measured]:
    return [measured(str(first + at), value, breaks=first + at == breaks) for at, value in enumerate(values)]


def aim(value: float, period: str = "2030") -> Target:
    return Target(value, period_of(period))


RISING = (100, 110, 120, 130, 140)


@pytest.mark.parametrize(
    ("values", "better", "target", "rated"),
    [
        # Ten a year from 140 in 2025 make 190 in 2030.
        (RISING, "up", aim(190), "reached"),
        # 192.6 leaves 2.6 of a way of 52.6: 4.9 %; 192.64 leaves 5.02 %.
        (RISING, "up", aim(192.6), "reached"),
        (RISING, "up", aim(192.64), "nearly"),
        # 202.5 leaves 12.5 of a way of 62.5: exactly 20 %.
        (RISING, "up", aim(202.5), "nearly"),
        (RISING, "up", aim(202.6), "too slow"),
        (RISING, "up", aim(1000), "too slow"),
        (tuple(reversed(RISING)), "up", aim(190), "wrong way"),
        ((140, 140, 140, 140, 140), "up", aim(190), "wrong way"),
        # Down is better: places, waiting times.
        (tuple(reversed(RISING)), "down", aim(50), "reached"),
        (tuple(reversed(RISING)), "down", aim(40), "nearly"),
        (tuple(reversed(RISING)), "down", aim(0), "too slow"),
        (RISING, "down", aim(50), "wrong way"),
        # Reached today stays reached, whichever way it moves.
        (tuple(reversed(RISING)), "up", aim(100), "reached"),
        (RISING, "down", aim(150), "reached"),
        # Another year of the target, and one that is over.
        (RISING, "up", aim(190, "2028"), "too slow"),
        (RISING, "up", aim(240, "2035"), "reached"),
        (RISING, "up", aim(150, "2024"), "too slow"),
        # Without a word on the direction, the target gives it.
        (RISING, None, aim(190), "reached"),
        (RISING, None, aim(100), "wrong way"),
        # Only the last five values count.
        ((0, 0, 0, 100, 110, 120, 130, 140), "up", aim(190), "reached"),
        # States of their own.
        (RISING, "up", None, "no target"),
        ((), "up", None, "no target"),
        ((120, 130, 140), "up", aim(150), "too few points"),
        ((120, 130, 200), "up", aim(150), "too few points"),
        ((), "up", aim(150), "too few points"),
        ((110, 120, 130, 140), "up", aim(190), "reached"),
    ],
)  # fmt: skip
def test_the_rating_follows_the_stated_rule(
    values: Sequence[float], better: Better | None, target: Target | None, rated: str
) -> None:
    line = yearly(*values, first=2026 - len(values))
    assert rating(line, target, better) == rated


def test_what_stands_before_a_change_of_method_is_not_compared() -> None:
    broken = yearly(500, 400, 100, 110, 120, 130, first=2020, breaks=2022)
    assert rating(broken, aim(180), "up") == "reached"
    assert rating(yearly(500, 400, 100, 110, 120, first=2021, breaks=2023), aim(180), "up") == "too few points"


def test_gaps_between_years_count_with_their_length() -> None:
    line = [measured(year, value) for year, value in (("2015", 40.0), ("2017", 50.0), ("2021", 70.0), ("2025", 90.0))]
    assert rating(line, aim(115), "up") == "reached"
    assert rating(line, aim(125), "up") == "too slow"


def test_a_restated_value_counts_and_the_old_one_stands_beside_it() -> None:
    old, new = measured("2016", 865, "2018-01-12"), measured("2016", 979, "2020")
    values = [new, old, measured("2018", 1062, "2020")]
    assert [one.value for one in newest_vintages(values)] == [979, 1062]
    assert earlier_vintages(values) == (old,)


def test_a_break_stays_with_its_period_when_the_value_is_restated() -> None:
    first, again = measured("2025", 300, "2026-01", breaks=True), measured("2025", 310, "2026-06")
    assert newest_vintages([again, first])[0].breaks
    withdrawn = measured("2025", 310, "2026-06", breaks=False)
    assert not newest_vintages([withdrawn, first])[0].breaks


def test_an_uploaded_value_stands_and_origins_never_mix_silently() -> None:
    paper = measured("2021", 260, "2022", "published")
    office = measured("2022", 270)
    counted = [measured(str(year), 250, f"{year}-12-31", "computed") for year in (2020, 2021, 2022)]
    assert [one.value for one in line_of([paper, office, *counted])] == [260, 270]
    assert [one.origin for one in line_of([paper, *counted])] == ["computed"] * 3
    assert line_of([paper]) == (paper,)


def test_values_of_another_length_of_period_or_unit_stay_out_of_the_line() -> None:
    years = yearly(1, 2, 3)
    assert line_of([*years, measured("2024-03", 9), measured("2014/2020", 7)]) == tuple(years)
    months = [measured(f"2025-0{month}", month) for month in range(1, 6)]
    assert [one.value for one in line_of([*months, measured("2024", 50)])] == [1, 2, 3, 4, 5]
    mixed = [measured("2024", 4.3, unit="EUR bn"), measured("2025", 4_600, unit="EUR m")]
    assert [one.value for one in line_of(mixed, "EUR m")] == [4_600]


def test_monthly_values_are_rated_by_their_change_a_year() -> None:
    months = [measured(f"2025-{month:02}", 100 + month) for month in range(8, 13)]
    # One a month is twelve a year: 112 at the end of 2025, 172 five years later.
    assert rating(months, aim(172), "up") == "reached"
    assert rating(months, aim(190), "up") == "too slow"


def test_the_rating_tells_since_when_it_is_what_it_is() -> None:
    values = [measured(str(year), value, f"{year + 1}-03-31") for year, value in
              ((2018, 10), (2019, 20), (2020, 30), (2021, 40), (2022, 41), (2023, 42), (2024, 43))]  # fmt: skip
    over_time = rated_over_time(values, aim(100), "up")
    assert [rated for _, rated in over_time] == [
        "too few points", "too few points", "too few points", "reached", "reached", "too slow", "too slow",
    ]  # fmt: skip
    assert since(over_time) == dt.date(2024, 3, 31)


def test_a_value_that_was_restated_later_counts_as_it_was_known() -> None:
    values = [measured(str(year), value, f"{year + 1}-03-31") for year, value in
              ((2020, 10), (2021, 20), (2022, 30), (2023, 40))]  # fmt: skip
    restated = measured("2023", 5, "2025-06-30")
    over_time = rated_over_time([*values, restated], aim(100), "up")
    assert over_time[-2:] == [(dt.date(2024, 3, 31), "reached"), (dt.date(2025, 6, 30), "wrong way")]


# the outlook, against R -----------------------------------------------------------------------------------------------

MEMBERS = (243, 250, 260, 270, 281, 290, 297)


def test_the_range_is_that_of_a_random_walk_with_drift() -> None:
    found = outlook(yearly(*MEMBERS, first=2019), "2030", 2030.0, aim(340), "up")
    assert found is not None
    assert (found.mean, found.low, found.high) == pytest.approx((342, 328.9768461964, 355.0231538036))
    assert [share for _, share in found.chances] == pytest.approx([0.6453552776, 0.9596883884, 0.03987549921])
    assert found.chance == pytest.approx((0.03987549921, 0.9596883884))


@pytest.mark.parametrize(
    ("ahead", "mean", "scale"), [(1, 20, 0.9128709292), (3, 24, 1.8708286934), (6, 30, 3.1622776602)]
)
def test_the_scatter_of_the_drift_grows_with_the_years_ahead(ahead: int, mean: float, scale: float) -> None:
    model = with_drift(np.arange(2020.0, 2025.0), np.array([10.0, 12, 13, 16, 18]), 2024 + ahead)
    assert (model.mean, model.scale, model.freedom) == (mean, pytest.approx(scale), 3)


def test_unequal_gaps_weigh_by_their_length_as_in_weighted_least_squares() -> None:
    times, values = np.array([2019.0, 2021, 2022, 2023, 2025]), np.array([2.0, 3, 2, 4, 5])
    drift, line, still = (model(times, values, 2030.0) for model in (with_drift, straight_line, without_trend))
    assert (drift.mean, drift.scale) == pytest.approx((7.5, 3.708099244))
    assert (line.mean, line.scale) == pytest.approx((7.2, 1.624807681))
    assert (still.mean, still.scale) == pytest.approx((5.0, 2.738612788))


def test_fewer_than_four_values_or_a_year_that_is_over_have_no_outlook() -> None:
    assert outlook(yearly(1, 2, 3), "2030", 2030.0) is None
    assert outlook(yearly(5, 6, 1, 2, 3, first=2021, breaks=2023), "2030", 2030.0) is None
    assert outlook(yearly(1, 2, 3, 4), "2024", 2024.0) is None
    found = outlook(yearly(1, 2, 3, 5), "2030", 2030.0)
    assert found is not None
    assert not found.band
    assert found.chance is None


@pytest.mark.parametrize(("unit", "values", "bounds"), [
    ("number", (9, 6, 5, 2, 1), (0, None)), ("%", (60, 80, 70, 95, 97), (None, 100)),
    ("place", (9, 4, 8, 3, 2), (1, None)), ("points of 5", (3.1, 4.2, 3.9, 4.6, 4.9), (None, 5)),
])  # fmt: skip
def test_no_range_reaches_where_no_value_can_be(
    unit: str, values: Sequence[float], bounds: tuple[float | None, float | None]
) -> None:
    found = outlook(yearly(*values), "2030", 2030.0, unit=unit)
    assert found is not None
    assert next(edge for edge in bounds if edge is not None) in (found.low, found.high)
    assert found.low <= found.mean <= found.high


def test_a_line_without_scatter_is_certain_or_impossible() -> None:
    steady = yearly(1, 2, 3, 4, 5)
    reach, beyond = (outlook(steady, "2030", 2030.0, aim(goal), "up") for goal in (10, 11))
    assert reach
    assert beyond
    assert reach.chances[0] == ("drift", 1.0)
    assert beyond.chances[0] == ("drift", 0.0)


def test_the_range_holds_about_as_often_as_it_says() -> None:
    """95 % by construction on random walks with drift; simulated, seeded, five years ahead from eight values."""
    random = np.random.default_rng(2030)
    walks = np.cumsum(random.normal(2.0, 3.0, size=(4000, 13)), axis=1) + 100
    held = 0
    for walk in walks:
        low, high = with_drift(np.arange(8.0), walk[:8], 12.0).interval()
        held += low <= walk[12] <= high
    assert 0.935 <= held / len(walks) <= 0.965
