"""Are moves between waves told with the right error, whether or not the same members answered twice?"""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of
from scipy.stats import t as student
from scipy.stats import ttest_rel
from statsmodels.stats.multitest import multipletests

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.moved import Move, Panel, moves
from lsn_data.topics.priorities.plausible import INVENTED
from tests.topics.drawn import LETTERS, ballots_of, counted, members, random_rows

EXACTLY = settings(max_examples=25, deadline=None, derandomize=True)
K = 7


def spread(places: Floats) -> float:
    """The variance with two answers at random added, as the product widens it."""
    at_random = (K**2 - 1) / 12
    return float((((places - places.mean()) ** 2).sum() + INVENTED * at_random) / (len(places) - 1 + INVENTED))


def lots(places: Floats) -> Ballots:
    """Places as ballots in their order, one each."""
    return Ballots(tuple(LETTERS[: places.shape[1]]), places, np.ones(len(places)))


def by_item(found: tuple[Move, ...]) -> dict[str, Move]:
    return {one.item: one for one in found}


def test_without_common_members_the_error_is_that_of_two_samples_each_from_its_members() -> None:
    chance = np.random.default_rng(1)
    then, now = (members(chance, -0.2 * np.arange(K), n) for n in (49, 58))
    found = moves(lots(then), lots(now), (285, 300), None)
    expected = []
    for at, one in enumerate(found):
        error = np.sqrt(spread(then[:, at]) / 49 * (1 - 49 / 285) + spread(now[:, at]) / 58 * (1 - 58 / 300))
        gained = then[:, at].mean() - now[:, at].mean()
        assert one.change is not None
        assert (one.change.places, one.change.error) == pytest.approx((gained, error))
        expected.append(2 * student.sf(abs(gained) / error, 48))
        assert one.smallest == pytest.approx((student.ppf(1 - 0.05 / 14, 48) + student.ppf(0.8, 48)) * error)
    assert [one.change and one.change.p for one in found] == pytest.approx(expected)
    corrected = multipletests(expected, method="holm")[1]
    assert [one.change and one.change.p_holm for one in found] == pytest.approx(list(corrected))


def test_members_in_both_waves_narrow_the_error_by_what_they_tell_twice() -> None:
    """The covariance of two means with m members in common: (m / (n1 n2) - 1/N) S (Tam 1984)."""
    chance = np.random.default_rng(2)
    heard = chance.gumbel(size=(70, K)) * 1.2
    then, now = (np.argsort(np.argsort(-(heard + chance.gumbel(size=heard.shape))), axis=1) + 1.0 for _ in range(2))
    then, now = then[:50], now[20:]
    panel = Panel(lots(then[20:]), lots(now[:30]))
    alone, found = (moves(lots(then), lots(now), (300, 300), one) for one in (None, panel))
    for at, (one, other) in enumerate(zip(alone, found, strict=True)):
        x, y = then[20:, at], now[:30, at]
        widened = np.sqrt(spread(x) * spread(y)) * 31
        r = ((x - x.mean()) * (y - y.mean())).sum() / widened
        covariance = (30 / (50 * 50) - 1 / 300) * r * np.sqrt(spread(then[:, at]) * spread(now[:, at]))
        assert one.change is not None
        assert other.change is not None
        assert other.change.error == pytest.approx(np.sqrt(one.change.error**2 - 2 * covariance))
        assert other.change.places == one.change.places


def test_ignoring_the_overlap_makes_the_error_a_quarter_too_wide_and_the_term_puts_it_right() -> None:
    """300 members with lasting opinions; half of those who answer answer again. Against the true spread of moves."""
    chance = np.random.default_rng(3)
    lasting = chance.gumbel(size=(300, K)) * 2.0
    waves = [np.argsort(np.argsort(-(lasting + chance.gumbel(size=lasting.shape))), axis=1) + 1.0 for _ in range(2)]
    seen, with_term, without = [], [], []
    for _ in range(300):
        order = chance.permutation(300)
        first, second = order[:60], np.concatenate([order[:40], order[60:80]])
        then, now = waves[0][first], waves[1][second]
        panel = Panel(lots(waves[0][order[:40]]), lots(waves[1][order[:40]]))
        found = moves(lots(then), lots(now), (300, 300), panel)[0].change
        alone = moves(lots(then), lots(now), (300, 300), None)[0].change
        assert found is not None
        assert alone is not None
        seen.append(found.places)
        with_term.append(found.error)
        without.append(alone.error)
    assert np.mean(with_term) / np.std(seen) == pytest.approx(1.05, abs=0.1)
    assert np.mean(without) / np.std(seen) > 1.15


def test_those_who_ranked_twice_are_compared_with_themselves() -> None:
    chance = np.random.default_rng(4)
    then = members(chance, -0.2 * np.arange(K), 2000)
    now = members(chance, -0.1 * np.arange(K), 2000)
    found = moves(lots(then), lots(now), (None, None), Panel(lots(then), lots(now)))
    for at, one in enumerate(found):
        theirs = ttest_rel(then[:, at], now[:, at])
        assert one.panel is not None
        assert one.panel.places == pytest.approx((then - now)[:, at].mean())
        assert one.panel.places / one.panel.error == pytest.approx(theirs.statistic, rel=0.01, abs=0.01)


@EXACTLY
@given(any_of.integers(2, 7), any_of.integers(5, 40), any_of.integers(0, 9999), any_of.booleans())
def test_names_and_order_change_nothing_and_turning_time_round_turns_the_moves(
    k: int, n: int, seed: int, offered: bool
) -> None:
    chance, means = random.Random(seed), "not offered" if offered else "below"
    rows, later = random_rows(seed, n=n, k=k), random_rows(seed + 1, n=n + 3, k=k)
    found = by_item(moves(ballots_of(rows, means), ballots_of(later, means), (90, 80), None))
    order = chance.sample(range(k), k)
    turned = [(tuple(row[item] for item in order), 1) for row, _ in chance.sample(rows, n)]
    renamed = Ballots.of([LETTERS[item] for item in order], turned, means)
    again = by_item(moves(ballots_of(later, means), renamed, (80, 90), None))
    assert set(found) == set(again)
    for item, one in found.items():
        other = again[item]
        assert (one.change is None) == (other.change is None)
        if one.change and other.change:
            assert one.change.places == pytest.approx(-other.change.places, abs=1e-9)
            assert (one.change.error, one.change.p_holm) == pytest.approx((other.change.error, other.change.p_holm))


def test_items_of_one_wave_alone_are_left_out_and_do_not_move_the_others() -> None:
    then = Ballots.of("ABC", [((1, 2, 3), 20)])
    now = Ballots.of("ABDC", [((2, 3, 1, 4), 25)])
    found = moves(then, now, (300, 300), None)
    assert [(one.item, one.change and one.change.places) for one in found] == [("A", 0), ("B", 0), ("C", 0)]


def test_an_item_that_fewer_than_five_placed_has_no_move() -> None:
    then = ballots_of([((1, 2, None), 8), ((1, 2, 3), 4)], "not offered")
    found = by_item(moves(then, ballots_of([((2, 1, 3), 12)], "not offered"), (None, None), None))
    assert found["C"] == Move("C")
    assert found["A"].change is not None


def test_five_answers_that_happen_to_agree_make_no_certainty() -> None:
    """Five of 300 put A first, five others put it last: without the invented answers the error would be nothing."""
    found = moves(ballots_of([((1, 2, 3), 5)]), ballots_of([((2, 1, 3), 5)]), (300, 300), None)
    assert not any(one.holds for one in found)


def test_where_every_member_answered_each_move_is_one() -> None:
    found = moves(ballots_of([((1, 2), 30)]), ballots_of([((1, 2), 15), ((2, 1), 15)]), (30, 30), None)
    assert all(one.holds and one.smallest is None for one in found)


def test_without_a_move_few_pairs_of_surveys_find_one() -> None:
    """Five of a hundred at most, by Holm, with twice the error of the simulation allowed; 12 and 58 answers."""
    chance = np.random.default_rng(6)
    wrong = 0
    for at in range(300):
        if at % 20 == 0:
            population = members(chance, -0.3 * np.arange(K), 300)
        n = 12 if at % 2 else 58
        then, now = (counted(population[chance.choice(300, n, replace=False)]) for _ in range(2))
        wrong += any(one.holds for one in moves(then, now, (300, 300), None))
    assert wrong / 300 <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / 300)
