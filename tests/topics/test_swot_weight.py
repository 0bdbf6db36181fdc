"""Are the weights of the SWOT read as what they are, and is their order told only as far as it is sure?"""

from __future__ import annotations

import itertools
from math import comb

import pytest
from scipy import stats

from lsn_data.topics.swot.weight import chance_above, kind_of, possible_firsts, weighing
from tests.topics.swot_made import factor


def test_the_range_of_a_share_is_wilsons_as_scipy_has_it() -> None:
    found = weighing([factor("T1", 20, 24), factor("T2", 6, 24)])
    for name, votes in (("T1", 20), ("T2", 6)):
        known = stats.binomtest(votes, 24).proportion_ci(0.95, "wilson")
        assert (found.shares[name].low, found.shares[name].high) == pytest.approx((known.low, known.high))


def test_the_sign_test_counts_every_split_of_those_who_voted_for_one_only() -> None:
    """20 and 10 of 24: at least 6 marked both, so 14 marked the first only and 4 the second only."""
    by_hand = sum(comb(18, k) for k in range(14, 19)) / 2**18
    assert chance_above(20, 10, 24) == pytest.approx(by_hand)
    known = stats.binomtest(14, 18, alternative="greater").pvalue
    assert chance_above(20, 10, 24) == pytest.approx(known)


@pytest.mark.parametrize(("more", "fewer"), [(20, 10), (9, 2), (23, 20)])
def test_no_other_overlap_would_make_the_order_less_sure(more: int, fewer: int) -> None:
    overlaps = range(max(0, more + fewer - 24), fewer + 1)
    chances = [stats.binomtest(more - both, more + fewer - 2 * both, alternative="greater").pvalue for both in overlaps]
    assert chance_above(more, fewer, 24) == pytest.approx(max(chances))


def test_the_true_heaviest_is_named_in_95_of_100_rounds_even_where_two_are_level() -> None:
    """Exact, over all outcomes of two level factors of which each voter marks one: the hardest case."""
    voters, missed = 24, 0.0
    for first in range(voters + 1):
        named = possible_firsts({"A": first, "B": voters - first}, voters)
        missed += (not named["A"]) * comb(voters, first) / 2**voters
    assert missed <= 0.05


def test_more_factors_make_it_harder_to_leave_one_out() -> None:
    assert not possible_firsts({"A": 12, "B": 4}, 24)["B"]
    assert possible_firsts({"A": 12, "B": 4, **{f"C{n}": 1 for n in range(8)}}, 24)["B"]


def test_votes_beyond_the_voters_are_points_and_get_no_range() -> None:
    found = weighing([factor("T1", 30, 24), factor("T2", 6, 24)])
    assert (found.kind, dict(found.shares), dict(found.may_be_first)) == ("points", {}, {})
    assert found.weight == {"T1": 30, "T2": 6}


def test_votes_without_voters_have_an_order_but_no_range() -> None:
    found = weighing([factor("T1", 3), factor("T2", 6)])
    assert (found.kind, found.weight, dict(found.shares)) == ("votes", {"T1": 3, "T2": 6}, {})


def test_rounds_of_different_size_are_ordered_by_share_and_never_tested_against_each_other() -> None:
    found = weighing([factor("T1", 10, 20), factor("T2", 12, 60), factor("W1", 9, 20), factor("W2", 1, 20)])
    assert found.weight["T1"] > found.weight["T2"]
    assert found.voters == (20, 60)
    assert set(found.may_be_first) == {"W1", "W2"}


def test_a_factor_nobody_counted_stays_without_weight_and_leaves_the_first_open() -> None:
    found = weighing([factor("T1", 10, 20), factor("T2"), factor("T3", 4)])
    assert "T2" not in found.weight
    assert set(found.shares) == {"T1"}
    assert dict(found.may_be_first) == {}


@pytest.mark.parametrize(
    ("votes", "voters", "kind"),
    [(None, None, "none"), (2.5, 10, "points"), (-1, 10, "none"), (0, 0, "votes"), (3, 7.5, "votes"), (0, 9, "shares")],
)
def test_odd_figures_are_never_read_as_shares(votes: float | None, voters: float | None, kind: str) -> None:
    rows = [factor("T1", votes, voters)]
    assert weighing(rows).kind == kind
    assert kind_of([]) == "none"


def test_every_pair_of_votes_gives_a_chance_between_nothing_and_one() -> None:
    for fewer, more in itertools.combinations_with_replacement(range(13), 2):
        assert 0 < chance_above(more, fewer, 12) <= 1
