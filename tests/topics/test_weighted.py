"""The weighted ranking: is it right, does it say what it changes, and does it agree with the unweighted one?"""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

from lsn_data.language import Language
from lsn_data.store import Store, open_store, waves
from lsn_data.topics.priorities.answer import item_labels, ranking
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import analyse, scores_of
from lsn_data.topics.priorities.plausible import clearly_above as unweighted_above
from lsn_data.topics.representativeness import exhibits, words
from lsn_data.topics.representativeness.answer import weighted_answer
from lsn_data.topics.representativeness.as_json import weighted_ranking
from lsn_data.topics.representativeness.raking import Margin
from lsn_data.topics.representativeness.weighted import Weighted, clearly_above, mean_errors, weighted
from tests.topics.drawn import ballots_of, random_rows
from tests.topics.made import sample_respondents, wave_of
from tests.topics.test_representativeness import answers, register

EN, DE = Language("en"), Language("de")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def two_states(first: int, second: int, weights: tuple[float, float]) -> Weighted:
    """Hamburg puts A before B before C, the others B before A before C; so many answers, so heavy."""
    rows = Ballots.of("ABC", [((1, 2, 3), first), ((2, 1, 3), second)])
    shares = np.array([first * weights[0], second * weights[1]]) / (first + second)
    return weighted(analyse(rows, None), rows, np.array(weights), [Margin("state", shares, np.array([0, 1]))])


def test_weights_turn_the_order_where_the_silent_think_otherwise() -> None:
    """30 of 40 answers put A first; by the members they weigh 10, and those that put B first 30."""
    found = two_states(30, 10, (1 / 3, 3.0))
    assert [(one.item, one.before, one.place) for one in found.items] == [("B", 2, 1), ("A", 1, 2), ("C", 3, 3)]
    assert [one.item for one in found.moved] == ["B", "A"]
    # (10 x 1 + 30 x 2) / 40 and (10 x 2 + 30 x 1) / 40, to one decimal.
    assert {one.item: one.mean for one in found.items} == {"A": 1.8, "B": 1.2, "C": 3.0}
    # (10 + 30)^2 / (30 / 9 + 10 x 9)
    assert found.effective == pytest.approx(1600 / (30 / 9 + 90))
    assert found.condorcet_winner == "B"
    assert found.orders == (("B", "A", "C"),)
    assert [one.kemeny_place for one in found.items] == [(1, 1), (2, 2), (3, 3)]


def test_an_exact_tie_of_weights_stays_a_tie() -> None:
    found = two_states(30, 10, (2 / 3, 2.0))
    assert [(one.item, one.place) for one in found.items] == [("A", 1), ("B", 1), ("C", 3)]
    assert found.condorcet_winner is None
    assert set(found.orders) == {("A", "B", "C"), ("B", "A", "C")}


@pytest.mark.parametrize("seed", range(4))
def test_equal_weights_change_nothing(seed: int) -> None:
    rows = ballots_of(random_rows(seed, n=60))
    ones = np.ones(len(rows.counts))
    plain = analyse(rows, None)
    found = weighted(plain, rows, ones, [])
    assert found.effective == pytest.approx(rows.ranked)
    assert found.moved == ()
    assert found.tiers == plain.tiers
    assert [(one.item, one.place_low, one.place_high) for one in found.items] == [
        (one.item, one.place_low, one.place_high) for one in plain.items
    ]
    assert clearly_above(rows, ones, []).tolist() == unweighted_above(scores_of(rows), rows.counts, None).tolist()
    errors = dict(zip(rows.items, mean_errors(rows, ones, []), strict=True))
    for one in plain.items:
        if one.n == rows.ranked:
            assert errors[one.item] == pytest.approx(one.mean_se)


def test_a_ballot_listed_twice_is_one_of_weight_two() -> None:
    once = Ballots.of("ABC", [((1, 2, 3), 8), ((3, 1, 2), 7), ((2, 3, 1), 9)])
    twice = Ballots.of("ABC", [((1, 2, 3), 8), ((3, 1, 2), 7), ((2, 3, 1), 4), ((2, 3, 1), 5)])
    found, same = (
        weighted(analyse(rows, None), rows, np.array(weights), [])
        for rows, weights in ((once, [1.5, 1.0, 0.5]), (twice, [1.5, 1.0, 0.5, 0.5]))
    )
    assert found.items == same.items
    assert found.effective == pytest.approx(same.effective)


def test_relabelling_the_items_changes_nothing() -> None:
    rows = ballots_of(random_rows(5, n=50))
    weights = np.random.default_rng(1).uniform(0.5, 2, len(rows.counts))
    order = [3, 0, 4, 1, 2]
    turned = Ballots(tuple(rows.items[at] for at in order), rows.places[:, order], rows.counts, rows.blank_means)
    found, same = (weighted(analyse(one, None), one, weights, []) for one in (rows, turned))
    assert sorted(found.items, key=lambda one: one.item) == sorted(same.items, key=lambda one: one.item)


def test_a_theme_that_is_not_offered_is_weighed_against_nothing() -> None:
    rows = ballots_of(random_rows(2, n=60, blanks=0.3), "not offered")
    found = weighted(analyse(rows, None), rows, np.ones(len(rows.counts)), [])
    assert [(one.item, one.place) for one in found.items] == [(one.item, one.before) for one in found.items]


def test_the_demo_weighs_by_every_attribute_that_it_can(loaded: Store) -> None:
    for wave in waves(loaded):
        found = weighted_answer(loaded, wave)
        assert found.used == ("sector", "size", "state", "membership")
        assert 30 < found.effective < found.plain.ranked
        assert {one.item for one in found.items} == {one.item for one in found.plain.items}


def test_the_json_has_the_fields_of_the_unweighted_one_and_says_why_one_is_null(loaded: Store) -> None:
    wave = waves(loaded)[0]
    found, plain = weighted_ranking(loaded, wave, EN), ranking(loaded, wave, EN)
    assert set(plain) <= set(found)
    assert set(found["items"][0]) == set(plain["items"][0])
    assert (found["weighted"], plain["weighted"]) == (True, False)
    assert found["effective_n"] < found["ranked"] == plain["ranked"]
    assert found["moved"] == [
        {"item": one.item, "from": one.before, "to": one.place} for one in weighted_answer(loaded, wave).moved
    ]
    assert any("Not told weighted" in note for note in found["notes"])
    json.dumps(found, allow_nan=False)


def test_no_weighted_figure_is_finer_than_it_may_be(loaded: Store) -> None:
    for wave in waves(loaded):
        plain = {one["item"]: one for one in ranking(loaded, wave, EN)["items"]}
        for one in weighted_ranking(loaded, wave, EN)["items"]:
            for name in ("mean_place", "mean_se"):
                assert one[name] is None or round(one[name], 1) == one[name]
            share = one["top3_share"]
            assert share is None or round(share * 20) / 20 == share
            first_three = sum(plain[one["item"]]["places"][:3])
            if min(first_three, plain[one["item"]]["n"] + plain[one["item"]]["not_ranked"] - first_three) < 5:
                assert share is None
            assert {name for name, value in one.items() if value is None} >= {"places", "first_share", "borda", "worth"}


def test_weighted_groups_are_not_told(loaded: Store) -> None:
    refused = weighted_ranking(loaded, waves(loaded)[0], EN, one_group=True)
    assert refused["suppressed"]["nearest"]
    assert refused["items"] == []


@pytest.mark.parametrize(
    ("first", "second", "weights", "said"),
    [
        (30, 30, (1.1, 0.9), "Weighted, the leading group is Alpha; the 60 answers then count like 59"),
        (30, 10, (1.0, 1.0), "Weighting leaves every place unchanged; the 40 answers then count like 40"),
        (34, 6, (10 / 34, 30 / 6), "leading group"),
    ],
)
def test_the_message_fits_the_case(first: int, second: int, weights: tuple[float, float], said: str) -> None:
    found = two_states(first, second, weights)
    for say in (EN, DE):
        message = words.weighting(found, {"A": "Alpha", "B": "Beta", "C": "Gamma"}, say)
        assert "{" not in message
        if say is EN:
            assert said in message


def test_moved_places_are_tinted_and_named_in_the_notes(store: Store) -> None:
    silent = answers(a=("state=HH", 40), b=("state=SH", 8))
    orders = {"HH": (1, 2, 3, 4, 5, 6, 7), "SH": (2, 1, 3, 4, 5, 6, 7)}
    wave = wave_of(store, [one._replace(places=orders[one.state or ""]) for one in silent])
    register(store, ("state=HH", 100), ("state=SH", 150))
    exhibit = exhibits.weighted(store, wave, DE)
    labels = item_labels(store, wave, DE, short=True)
    assert exhibit.notes[0] == f"{labels['INN']}: Platz 1 statt 2; {labels['VIS']}: Platz 2 statt 1."
    assert exhibit.chart.part("highlight")[:3] == ("before place", "before place", None)
    assert [row[1:4:2] for row in exhibit.table.rows][:2] == [(2, 1), (1, 2)]


def test_contradicting_registers_are_told(store: Store) -> None:
    """All of Hamburg are biotechs in the answers, but not in the register: no weights fit both."""
    wave = wave_of(store, answers(a=("sector=biotech state=HH", 20), b=("sector=pharma state=SH", 20)))
    register(store, ("sector=biotech state=HH", 60), ("sector=pharma state=HH", 30), ("sector=pharma state=SH", 40))
    found = weighted_answer(store, wave)
    assert (found.used, found.left_out) == (("sector",), ("state",))
    assert "Left out, since no weights fit" in " ".join(exhibits.weighted(store, wave, EN).notes)


def test_the_sample_survey_is_weighted_in_a_moment(store: Store) -> None:
    wave = wave_of(store, sample_respondents())
    register(store, *((f"sector={code} state={state}", 20) for code in CODES for state in ("HH", "SH")))
    found = weighted_answer(store, wave)
    assert found.plain.ranked == 55
    assert "sector" in found.used


CODES = ("biotech", "pharma", "medtech", "digital_health", "research", "services", "public", "other")
