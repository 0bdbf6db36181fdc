"""Does a ranking depend on the answers alone: not on their order, their labels, or how often each is written?"""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_of

from lsn_data.intake.report import BlankMeans
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import Answer, analyse
from tests.topics.drawn import LETTERS, Row, random_rows

EXACTLY = settings(max_examples=30, deadline=None, derandomize=True)
MEANS = any_of.sampled_from(["below", "not offered"])


def figures(found: Answer) -> dict[str, dict[str, Any]]:
    """All that is said of each item, by its name."""
    told: dict[str, dict[str, Any]] = {}
    for one in found.items:
        at = found.pair_items.index(one.item)
        told[one.item] = {
            "place": one.place, "low": one.place_low, "high": one.place_high, "borda": one.borda,
            "copeland": one.copeland, "schulze": one.schulze_place, "mean": one.mean or 0, "error": one.mean_se or 0,
            "kemeny low": found.consensus.places[at, 0], "kemeny high": found.consensus.places[at, 1],
            "log worth": found.worths.log_worth[at] if found.worths else None,
            "interval": found.worths.low[at] if found.worths else None,
            "robust": found.worths.robust_error[at] if found.worths else None,
        }  # fmt: skip
    return told


def same(one: Answer, other: Answer) -> None:
    told, expected = figures(one), figures(other)
    assert set(told) == set(expected)
    for item, values in told.items():
        assert values == pytest.approx(expected[item], abs=1e-6, nan_ok=True)
    assert {frozenset(tier) for tier in one.tiers} == {frozenset(tier) for tier in other.tiers}
    assert (one.consensus.distance, one.consensus.found) == (other.consensus.distance, other.consensus.found)
    assert (one.methods_agree, one.condorcet_winner) == (other.methods_agree, other.condorcet_winner)
    assert one.agreement.w == pytest.approx(other.agreement.w)


def analysed(rows: list[tuple[Row, int]], blank_means: BlankMeans, items: str = LETTERS) -> Answer:
    return analyse(Ballots.of(items[: len(rows[0][0])], rows, blank_means), 300)


@EXACTLY
@given(any_of.integers(2, 8), any_of.integers(3, 60), any_of.integers(0, 10_000), MEANS)
def test_relabelled_items_and_reordered_respondents_change_nothing(
    k: int, n: int, seed: int, blank_means: BlankMeans
) -> None:
    rows = random_rows(seed, n=n, k=k)
    turned = random.Random(seed).sample(range(k), k)
    shuffled = random.Random(seed).sample(rows, len(rows))
    relabelled = [(tuple(row[item] for item in turned), count) for row, count in shuffled]
    names = "".join(LETTERS[item] for item in turned)
    one, other = analysed(rows, blank_means), analysed(relabelled, blank_means, names)
    # Where two items share a place by score, the order among them is that of the questionnaire.
    if len({item.score for item in one.items}) == k:
        same(one, other)


@EXACTLY
@given(any_of.integers(2, 7), any_of.integers(3, 40), any_of.integers(0, 10_000), MEANS)
def test_a_ballot_listed_twice_is_a_ballot_of_weight_two(k: int, n: int, seed: int, blank_means: BlankMeans) -> None:
    rows = random_rows(seed, n=n, k=k)
    same(analysed(rows + rows, blank_means), analysed([(row, 2) for row, _ in rows], blank_means))


@EXACTLY
@given(any_of.integers(2, 7), any_of.integers(3, 40), any_of.integers(0, 10_000), any_of.sampled_from([0.0, 0.3]))
def test_reversed_ballots_reverse_the_methods(k: int, n: int, seed: int, ties: float) -> None:
    rows = random_rows(seed, n=n, k=k, blanks=0, ties=ties)
    back = [(tuple(k + 1 - (place or 0) for place in row), count) for row, count in rows]
    one, other = figures(analysed(rows, "below")), figures(analysed(back, "below"))
    for item, values in one.items():
        assert values["borda"] + other[item]["borda"] == pytest.approx(n * (k - 1))
        assert values["copeland"] + other[item]["copeland"] == k - 1
        assert values["kemeny low"] + other[item]["kemeny high"] == k + 1
        assert values["mean"] + other[item]["mean"] == pytest.approx(k + 1)


@pytest.mark.parametrize("blank_means", ["below", "not offered"])
@pytest.mark.parametrize("k", range(2, 16))
def test_any_number_of_items_up_to_fifteen_gives_every_figure(k: int, blank_means: BlankMeans) -> None:
    found = analysed(random_rows(k, n=60, k=k), blank_means)
    assert len(figures(found)) == k
    assert found.worths is not None
    assert sorted(item for tier in found.tiers for item in tier) == list(LETTERS[:k])
