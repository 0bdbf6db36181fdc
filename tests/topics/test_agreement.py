"""Is Kendall's W that of the printed tables and of an independent program?"""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import chi2, friedmanchisquare

from lsn_data.topics.priorities.agreement import Agreement, agreement
from lsn_data.topics.priorities.ballots import Ballots
from tests.topics.drawn import LETTERS, ballots_of, random_rows


def of_ranks(*ranks: list[float]) -> Agreement:
    return agreement(Ballots(tuple(LETTERS[: len(ranks[0])]), np.array(ranks, float), np.ones(len(ranks))))


def test_the_printed_example_without_ties() -> None:
    """Siegel (1956, p. 230): six applicants, three executives."""
    found = of_ranks([1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1])
    assert found.w == pytest.approx(25.5 / (9 * (6**3 - 6) / 12))
    assert found.w == pytest.approx(0.16, abs=0.005)


def test_the_printed_example_with_ties() -> None:
    """Kendall (1948), reprinted by Siegel (1956, p. 234): W = 0.828 after the correction for ties."""
    found = of_ranks(
        [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
        [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
        [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    )
    assert found.w == pytest.approx(0.828, abs=0.0005)


@pytest.mark.parametrize("ties", [0, 0.3])
def test_chi_square_and_p_are_those_of_friedmans_test(ties: float) -> None:
    ballots = ballots_of(random_rows(2, n=30, blanks=0, ties=ties))
    found = agreement(ballots)
    rows = np.repeat(ballots.places, ballots.counts.astype(int), axis=0)
    expected = friedmanchisquare(*rows.T)
    assert found.chi_square == pytest.approx(expected.statistic)
    assert found.p == pytest.approx(expected.pvalue)
    assert found.w == pytest.approx(expected.statistic / (30 * 4))
    assert found.p == pytest.approx(chi2.sf(found.chi_square, 4))


@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_only_complete_rankings_count(blank_means: str) -> None:
    rows = random_rows(4, n=40, blanks=0.2)
    complete = [(row, n) for row, n in rows if None not in row]
    assert agreement(ballots_of(rows, blank_means)) == agreement(ballots_of(complete))  # type: ignore[arg-type]
    assert agreement(ballots_of(rows)).n == len(complete) < 40


def test_it_does_not_exist_for_one_or_none_or_where_all_is_tied() -> None:
    assert of_ranks([1, 2, 3]) == Agreement(1)
    assert agreement(ballots_of([((1, None), 9)])) == Agreement(0)
    assert of_ranks([1, 1, 1], [2, 2, 2]) == Agreement(2)
