"""How long do members stay: is the estimate that of the textbooks, and does it know who could not be seen?"""

from __future__ import annotations

import datetime as dt
from random import Random

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf
from statsmodels.duration.survfunc import SurvfuncRight

from lsn_data.topics.members.stay import FEWEST, FROM_THE_START, kaplan_meier, stays
from tests.topics.test_members import TODAY, member

# Freireich et al. (1963), 6-mercaptopurine: weeks in remission, + still in it. The textbooks' example.
WEEKS = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
LIFE_TABLE = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def drawn(seed: int, n: int = 200) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    end = np.round(chance.exponential(6, n), 1) + 0.1
    return end, chance.random(n) < 0.6


def test_the_textbook_s_example_comes_out() -> None:
    end = np.array([float(week.rstrip("+")) for week in WEEKS.split()])
    event = np.array([not week.endswith("+") for week in WEEKS.split()])
    curve = kaplan_meier(np.full(len(end), FROM_THE_START), end, event)
    found = {int(time): round(float(share), 3) for time, share in zip(curve.times, curve.share, strict=True)}
    assert found == LIFE_TABLE
    assert curve.at(5.9) == (1.0, None, None)


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shares_and_band_are_those_of_scipy(seed: int) -> None:
    end, event = drawn(seed)
    curve = kaplan_meier(np.full(len(end), FROM_THE_START), end, event)
    theirs = ecdf(CensoredData.right_censored(end, ~event)).sf
    band = theirs.confidence_interval(method="log-log")
    for time in (1.0, 3.0, 5.0, 10.0):
        share, low, high = curve.at(time)
        assert share == pytest.approx(float(theirs.evaluate(time)))
        assert low == pytest.approx(float(band.low.evaluate(time)))
        assert high == pytest.approx(float(band.high.evaluate(time)))


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_members_seen_only_later_are_counted_as_statsmodels_counts_them(seed: int) -> None:
    end, event = drawn(seed, 400)
    entry = np.random.default_rng(seed).exponential(2, len(end)).round(1) + 0.05
    seen = entry < end
    entry, end, event = entry[seen], end[seen], event[seen]
    curve = kaplan_meier(entry, end, event)
    theirs = SurvfuncRight(end, event.astype(int), entry=entry)
    assert curve.times.tolist() == theirs.surv_times.tolist()
    assert curve.share == pytest.approx(theirs.surv_prob)


def test_by_hand_with_dates() -> None:
    """Seven, seen from the first day on: one leaves after a day, so six of seven are there after a year."""
    rows = [
        member("2016-01-01", "2016-01-02"), member("2016-01-01", "2018-01-01"), member("2016-07-01", "2020-07-01"),
        *(member("2017-01-01") for _ in range(3)), member("2024-01-01"),
    ]  # fmt: skip
    found = stays(rows, dt.date(2026, 1, 1))
    assert found is not None
    assert (found.members, found.left, found.since) == (7, 3, 2016)
    assert [one.seen for one in found.after] == [6, 4, 3, 0]
    assert found.after[0].share == pytest.approx(6 / 7)
    assert [one.share for one in found.after][1:] == [None] * 3


def test_the_faithful_of_early_years_do_not_make_all_look_faithful() -> None:
    """Of each year's 40, half leave in the third year; the register begins in 2016 and lost those who left before."""
    chance, rows = Random(7), []
    for year in range(2004, 2025):
        for at in range(40):
            left = year + 3 if at % 2 and year + 3 <= 2026 else None
            if left is None or left >= 2016:
                rows.append(member(f"{year}-{chance.randint(1, 12):02}-01", f"{left}-06-15" if left else None))
    found = stays(rows, TODAY)
    assert found is not None
    after = {one.years: one.share for one in found.after}
    assert after[10] == pytest.approx(0.5, abs=0.03)
    naive = kaplan_meier(*_seen_from_the_start(rows))
    assert naive.at(10)[0] > 0.6


def _seen_from_the_start(rows: list) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    day = dt.date.fromisoformat
    end = [((day(row["left"]) if row["left"] else TODAY) - day(row["joined"])).days / 365.2425 for row in rows]
    return np.full(len(rows), FROM_THE_START), np.array(end), np.array([bool(row["left"]) for row in rows])


def test_a_year_alone_counts_as_its_middle() -> None:
    rows = [member("2016", "2016-08"), *(member("2018", "2021") for _ in range(5)), *(member("2019") for _ in range(9))]
    found = stays(rows, TODAY, horizons=(2, 4))
    assert found is not None
    assert [round(one.share or 0, 6) for one in found.after] == [round(14 / 15, 6), round(14 / 15 * 9 / 14, 6)]


def test_unknown_joining_days_are_left_out_and_told() -> None:
    rows = [member(), member(None, "2020"), *(member("2017") for _ in range(6)), member("2017", "2019")]
    found = stays(rows, TODAY)
    assert found is not None
    assert (found.members, found.undated) == (7, 2)


def test_nobody_left_is_no_full_retention_but_nothing_told() -> None:
    assert stays([member("2015"), member("2016")], TODAY) is None
    assert stays([member("2015"), member("2016", "2027")], TODAY) is None


def test_a_span_that_few_were_seen_for_is_not_told() -> None:
    rows = [member("2024-01-01", "2024-06-01"), *(member("2024-01-01") for _ in range(20))]
    found = stays(rows, TODAY)
    assert found is not None
    assert [one.seen >= FEWEST for one in found.after] == [True, False, False, False]
    assert [one.share is None for one in found.after] == [False, True, True, True]
