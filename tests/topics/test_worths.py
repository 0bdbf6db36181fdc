"""Do the Plackett-Luce strengths, their errors and comparison intervals agree with independent programs?"""

from __future__ import annotations

import warnings

import choix
import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.duration.hazard_regression import PHReg

from lsn_data.intake.report import BlankMeans
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.quasi import quasi_variances
from lsn_data.topics.priorities.worths import choices_of, fit, worths
from tests.topics.drawn import LETTERS, ballots_of, counted, members, random_rows


def survival(ballots: Ballots) -> tuple[Floats, Floats]:
    """The same model as survival analysis: a respondent is a stratum, a place is a time, a blank is still alive."""
    times, alive, items, strata = [], [], [], []
    respondent = 0
    for places, count in zip(ballots.places, ballots.counts, strict=True):
        for _ in range(int(count)):
            respondent += 1
            for item, place in enumerate(places):
                if np.isnan(place) and ballots.blank_means == "not offered":
                    continue
                times.append(99 if np.isnan(place) else place)
                alive.append(not np.isnan(place))
                items.append(item)
                strata.append(respondent)
    k = len(ballots.items)
    design = np.eye(k)[items][:, 1:]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = PHReg(np.array(times), design, status=np.array(alive, int), strata=np.array(strata), ties="efron").fit(
            disp=0
        )
    centre = np.eye(k) - 1 / k
    from_first = np.vstack([np.zeros(k - 1), np.eye(k - 1)])
    spread = centre @ from_first @ found.cov_params() @ from_first.T @ centre.T
    return centre @ np.append(0, found.params), np.sqrt(np.diag(spread))


@pytest.mark.parametrize("blank_means", ["below", "not offered"])
@pytest.mark.parametrize(("seed", "blanks", "ties"), [(1, 0, 0), (2, 0.3, 0), (3, 0, 0.3), (4, 0.2, 0.2)])
def test_strengths_and_errors_are_those_of_survival_analysis(
    seed: int, blanks: float, ties: float, blank_means: BlankMeans
) -> None:
    ballots = ballots_of(random_rows(seed, n=50, k=5, blanks=blanks, ties=ties), blank_means)
    found = worths(ballots, None)
    assert found is not None
    log_worth, error = survival(ballots)
    assert found.log_worth == pytest.approx(log_worth, abs=1e-5)
    assert found.error == pytest.approx(error, abs=1e-5)
    assert found.log_worth.sum() == pytest.approx(0, abs=1e-9)
    assert found.worth.sum() == pytest.approx(1)


@pytest.mark.parametrize("k", [3, 7, 15])
def test_full_rankings_give_the_strengths_of_choix(k: int) -> None:
    places = members(np.random.default_rng(k), -0.3 * np.arange(k), 60)
    found = worths(counted(places), None)
    assert found is not None
    assert found.log_worth == pytest.approx(choix.ilsr_rankings(k, np.argsort(places, axis=1).tolist()), abs=1e-5)


def test_a_blank_below_is_weaker_than_what_was_placed_and_one_not_offered_is_not() -> None:
    rows = [((1, 2, None), 10), ((2, 1, None), 10), ((None, 2, 1), 4), ((2, None, 1), 4)]
    below, not_offered = (worths(ballots_of(rows, means), None) for means in ("below", "not offered"))  # type: ignore[arg-type]
    assert below is not None
    assert below.log_worth[2] < min(below.log_worth[:2])
    assert not_offered is None, "whoever was offered C put it first"


@pytest.mark.parametrize(
    "rows",
    [
        [((1, 2, 3), 20), ((2, 1, 3), 20)],
        [((1, None, None), 20)],
        [((1, 1, 1), 20)],
        [((1, 2, 3), 1)],
        [((1, 2, None, None), 10), ((2, 1, None, None), 10), ((None, None, 1, 2), 9), ((None, None, 2, 1), 9)],
    ],
    ids=["always last", "only one chosen", "all tied", "one respondent", "two groups never compared"],
)
def test_where_no_estimate_is_finite_there_is_none(rows: list[tuple[tuple[int | None, ...], int]]) -> None:
    assert worths(ballots_of(rows, "not offered"), 300) is None


def test_items_that_share_a_place_are_neither_always_above_nor_below() -> None:
    assert worths(ballots_of([((1, 2, 3), 20), ((1, 1, 2), 1), ((1, 2, 2), 1)]), 300) is not None


def test_the_quasi_variances_of_the_ship_damage_example_are_those_published() -> None:
    """McCullagh and Nelder (1989, p. 205); quasi-variances as printed in the documentation of R's qvcalc."""
    months = [
        127, 63, 1095, 1095, 1512, 3353, 0, 2244, 44882, 17176, 28609, 20370, 7064, 13099, 0, 7117, 1179, 552, 781, 676,
        783, 1948, 0, 274, 251, 105, 288, 192, 349, 1208, 0, 2051, 45, 0, 789, 437, 1157, 2161, 0, 542,
    ]  # fmt: skip
    damaged = [
        0, 0, 3, 4, 6, 18, 0, 11, 39, 29, 58, 53, 12, 44, 0, 18, 1, 1, 0, 1, 6, 2, 0, 1, 0, 0, 0, 0, 2, 11, 0, 4, 0, 0,
        7, 7, 5, 12, 0, 1,
    ]  # fmt: skip
    at = np.arange(40)
    design = np.hstack([np.ones((40, 1)), np.eye(5)[at // 8][:, 1:], np.eye(4)[at // 2 % 4][:, 1:], (at % 2)[:, None]])
    sailed = np.array(months) > 0
    model = sm.GLM(
        np.array(damaged)[sailed], design[sailed], sm.families.Poisson(), offset=np.log(np.array(months)[sailed])
    ).fit(scale="X2")
    assert model.params[1:5] == pytest.approx([-0.54334, -0.68740, -0.07596, 0.32558], abs=5e-6)
    covariance = np.zeros((5, 5))
    covariance[1:, 1:] = model.cov_params()[1:5, 1:5]
    assert quasi_variances(covariance) == pytest.approx([0.04039, 0.01270, 0.14081, 0.10491, 0.05390], abs=5e-6)


def test_a_negative_quasi_variance_leaves_every_difference_right() -> None:
    """Three items: exact, also where one is negative (the Prestige example in the documentation of qvcalc)."""
    differences = np.array([[0, 4.258961**2, 2.690667**2], [4.258961**2, 0, 9.876793 - 1.022262], [0, 0, 0]])
    differences = np.triu(differences) + np.triu(differences).T
    centre = np.eye(3) - 1 / 3
    found = quasi_variances(-centre @ differences @ centre / 2)
    assert found == pytest.approx([8.261952, 9.876793, -1.022262], abs=1e-5)


def test_comparison_intervals_are_quasi_errors_around_the_strength() -> None:
    found = worths(ballots_of(random_rows(9, n=60)), None)
    assert found is not None
    quasi = quasi_variances(found.covariance)
    assert (found.low + found.high) / 2 == pytest.approx(found.log_worth)
    assert found.high - found.low == pytest.approx(2 * 1.96 * np.sqrt(quasi), abs=1e-4)
    sums = quasi[:, None] + quasi
    spread = np.diag(found.covariance)
    differences = spread[:, None] + spread - 2 * found.covariance
    off = ~np.eye(5, dtype=bool)
    assert sums[off] == pytest.approx(differences[off], rel=0.1)


def test_the_robust_errors_are_those_of_resampled_members() -> None:
    """Against a bootstrap for samples without replacement (Rao and Wu 1988: rescaled counts, 1 - n/N)."""
    chance = np.random.default_rng(4)
    ballots = counted(members(chance, -0.25 * np.arange(5), 150, short=0.3))
    found = worths(ballots, 300)
    assert found is not None
    n = ballots.counts.sum()
    drawn = chance.multinomial(int(n) - 1, ballots.counts / n, 3000)
    rescaled = ballots.counts + np.sqrt(0.5) * (drawn * n / (n - 1) - ballots.counts)
    refitted = fit(choices_of(ballots), rescaled)
    assert found.robust_error == pytest.approx(refitted.std(axis=0), rel=0.06)


def test_many_lots_at_once_are_fitted_as_each_alone() -> None:
    ballots = ballots_of(random_rows(5, n=60))
    lots = np.random.default_rng(1).multinomial(60, np.full(len(ballots.counts), 1 / len(ballots.counts)), 20)
    together = fit(choices_of(ballots), lots.astype(float))
    for lot, log_worth in zip(lots, together, strict=True):
        alone = worths(Ballots(ballots.items, ballots.places[lot > 0], lot[lot > 0].astype(float)), None)
        assert alone is not None
        assert log_worth == pytest.approx(alone.log_worth, abs=1e-7)


def test_fifteen_items_are_no_trouble() -> None:
    assert len(LETTERS) == 15
    assert worths(ballots_of(random_rows(6, n=300, k=15)), 900) is not None
