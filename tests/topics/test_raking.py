"""Do the weights make the answers look like the members? Against R's survey package, and by what must hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.representativeness.raking import MOST, UNTOLD, Margin, effective, rake, raked, unexplained
from lsn_data.topics.representativeness.weighted import held_by, mean_errors

# R's survey package, data(api): schools of apiclus1 by type (E, H, M) and whether they met their target (No, Yes),
# the sums of their api00, and what `rake` gives to the margins of its example; its own tests print a mean of 641.23.
SCHOOLS = np.array([12.0, 132, 3, 11, 8, 17])
API00 = np.array([7156, 86281, 1978, 6682, 4851, 10935])
RAKED = [478.070834963, 3942.929165027, 201.376587724, 553.623412279, 392.552577313, 625.447422694]


def margin(by: str, counts: list[float], group: list[int]) -> Margin:
    return Margin(by, np.array(counts) / sum(counts), np.array(group))


TYPE = margin("type", [4421, 755, 1018], [0, 0, 1, 1, 2, 2])
MET = margin("met", [1072, 5122], [0, 1, 0, 1, 0, 1])

# Sixteen invented answers, raked and averaged in R 4.2 (survey 4.1): svydesign(id = ~1), rake, svymean.
KIND = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]
PLACE = [0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1]
ANSWER = [1, 2, 4, 3, 1, 5, 6, 2, 7, 3, 3, 1, 4, 6, 2, 5]
SIXTEEN = [margin("kind", [60, 60, 40], KIND), margin("place", [60, 100], PLACE)]


def test_the_published_example_of_the_survey_package_comes_out() -> None:
    weights = rake(SCHOOLS, [TYPE, MET])
    assert weights is not None
    assert (weights * SCHOOLS * 6194 / 183).tolist() == pytest.approx(RAKED, abs=1e-5)
    assert weights @ API00 / 183 == pytest.approx(641.2303209, abs=1e-6)
    assert effective(SCHOOLS, weights) == pytest.approx(174.011158551, abs=1e-6)


def test_mean_error_and_effective_size_are_those_of_r() -> None:
    weights = rake(np.ones(16), SIXTEEN)
    assert weights is not None
    assert weights[[0, 5, 9, 2, 6, 12]].tolist() == pytest.approx(
        [1.003941818850, 1.097963421507, 0.472552780486, 1.494087271725, 1.634012192831, 0.703262959352], abs=1e-8
    )
    assert weights @ ANSWER / 16 == pytest.approx(3.70476859951, abs=1e-8)
    assert effective(np.ones(16), weights) == pytest.approx(13.4166541213, abs=1e-8)
    ballots = Ballots(("A",), np.array(ANSWER, dtype=float)[:, None], np.ones(16))
    (error,) = mean_errors(ballots, weights, SIXTEEN)
    # R divides by n - 1 what the groups leave unexplained; ours by the freedom that is left (here 16 - 4).
    assert error is not None
    assert error * np.sqrt((16 - held_by(SIXTEEN)) / 15) == pytest.approx(0.437259819911, abs=1e-8)


def test_equal_answers_may_be_counted_once() -> None:
    single = rake(np.ones(16), SIXTEEN)
    cells, at, counts = np.unique(np.stack([KIND, PLACE]), axis=1, return_inverse=True, return_counts=True)
    together = rake(
        counts.astype(float),
        [Margin(one.by, one.shares, group) for one, group in zip(SIXTEEN, cells, strict=True)],
    )
    assert single is not None
    assert together is not None
    assert single.tolist() == pytest.approx(together[at].tolist())


def test_those_who_do_not_tell_keep_the_weight_that_they_have_together() -> None:
    one = margin("state", [50, 50], [0, 1, UNTOLD])
    weights = rake(np.array([30.0, 10.0, 20.0]), [one])
    assert weights is not None
    assert weights.tolist() == pytest.approx([2 / 3, 2.0, 1.0])


def test_an_attribute_that_contradicts_the_others_is_left_out_and_told() -> None:
    agreeing = margin("kind", [50, 50], [0, 1])
    contradicting = margin("membership", [80, 20], [0, 1])
    found = raked(np.array([20.0, 20.0]), [agreeing, contradicting])
    assert (found.used, found.left_out) == (("kind",), ("membership",))
    assert found.weights.tolist() == pytest.approx([1.0, 1.0])


def test_a_group_of_members_without_answers_has_no_weights() -> None:
    assert rake(np.array([20.0]), [margin("state", [50, 50], [0])]) is None


def test_an_attribute_that_makes_one_answer_count_too_much_is_left_out() -> None:
    rare = margin("size", [10, 90], [0, 1])
    found = raked(np.array([95.0, 5.0]), [rare])
    assert (found.used, found.left_out) == ((), ("size",))
    assert raked(np.array([80.0, 20.0]), [rare]).weights.max() <= MOST


cells = some.lists(some.integers(1, 20), min_size=12, max_size=12)
members = some.lists(some.integers(20, 60), min_size=7, max_size=7)


@given(cells, members)
@settings(max_examples=60, deadline=None)
def test_every_margin_holds_and_answers_weigh_one_on_average(counts: list[int], told: list[int]) -> None:
    answers = np.array(counts, dtype=float)
    margins = [
        margin("sector", [float(n) for n in told[:4]], [at // 3 for at in range(12)]),
        margin("state", [float(n) for n in told[4:]], [at % 3 for at in range(12)]),
    ]
    weights = rake(answers, margins)
    assert weights is not None
    assert answers @ weights == pytest.approx(answers.sum())
    for one in margins:
        held = np.bincount(one.group, answers * weights) / answers.sum()
        assert held.tolist() == pytest.approx(one.shares.tolist(), abs=1e-8)
    assert effective(answers, weights) <= answers.sum() + 1e-9


@given(cells, members)
@settings(max_examples=30, deadline=None)
def test_what_groups_are_called_changes_no_weight(counts: list[int], told: list[int]) -> None:
    answers = np.array(counts, dtype=float)
    group = np.arange(12) % 7
    order = np.random.default_rng(len(counts) + sum(told)).permutation(7)
    plain = rake(answers, [margin("a", [float(n) for n in told], group.tolist())])
    renamed = rake(answers, [margin("a", [float(told[at]) for at in np.argsort(order)], order[group].tolist())])
    assert plain is not None
    assert renamed is not None
    assert plain.tolist() == pytest.approx(renamed.tolist())


def test_what_a_group_explains_wholly_leaves_nothing() -> None:
    values = np.array([[1.0], [1.0], [5.0]])
    one = margin("state", [1, 1], [0, 0, 1])
    assert unexplained(values, np.ones(3), [one]).ravel().tolist() == pytest.approx([0, 0, 0])
    assert unexplained(values, np.ones(3), []).tolist() == values.tolist()
