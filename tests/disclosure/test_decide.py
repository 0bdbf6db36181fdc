"""Can nobody be worked out from all views of a wave together, and is as much shown as may be?"""

from __future__ import annotations

import itertools
from random import Random

import numpy as np
import pytest

from lsn_data.disclosure import View, nearest
from lsn_data.disclosure.decide import attributes_decided, decided, groups_of
from tests.disclosure.made import ATTRIBUTES, Attacker, invented, members, people_of, small_groups


def views_on(respondents: list, views: tuple[View, ...]) -> list:
    return [members(respondents, dict(view.parts)) for view in views]


@pytest.mark.parametrize("n", [5, 12, 30, 58, 120])
@pytest.mark.parametrize("seed", range(3))
def test_no_group_under_five_can_be_worked_out_from_all_views_together(n: int, seed: int) -> None:
    respondents = invented(n, seed)
    views = views_on(respondents, decided(people_of(respondents)))
    attacker = Attacker(respondents, views)
    assert all(view.sum() >= 5 for view in views)
    assert [group.sum() for group in small_groups(respondents) if attacker.recovers(group)] == []


def test_the_attack_does_recover_groups_where_only_small_ones_are_hidden() -> None:
    """So the test above can fail: every table of one or two attributes, cells under five left out."""
    respondents = invented(58, 0)
    naive = []
    for names in [*itertools.combinations(ATTRIBUTES, 1), *itertools.combinations(ATTRIBUTES, 2)]:
        for codes in {tuple(getattr(one, name) or "" for name in names) for one in respondents}:
            group = members(respondents, {name: (code,) for name, code in zip(names, codes, strict=True)})
            naive += [group] if group.sum() >= 5 else []
    attacker = Attacker(respondents, [np.ones(58, dtype=bool), *naive])
    hidden = small_groups(respondents, most=2)
    assert sum(attacker.recovers(group) for group in hidden) > len(hidden) / 10


@pytest.mark.parametrize("seed", range(5))
def test_combinations_of_attributes_are_offered_at_58_answers(seed: int) -> None:
    offered = decided(people_of(invented(58, seed)))
    assert sum(len(view.parts) == 2 for view in offered) >= 10
    assert {name for view in offered for name, _ in view.parts} >= {"sector", "size", "state", "membership"}


def test_the_list_does_not_depend_on_the_order_of_the_respondents() -> None:
    respondents = invented(58, 1)
    other = respondents.copy()
    Random(3).shuffle(other)
    assert set(decided(people_of(respondents))) == set(decided(people_of(other)))


def test_the_simple_views_are_those_of_the_whole_list() -> None:
    people = people_of(invented(58, 2))
    assert attributes_decided(people) == tuple(view for view in decided(people) if len(view.parts) < 2)


@pytest.mark.parametrize("n", [0, 1, 4])
def test_fewer_than_five_answers_show_nothing(n: int) -> None:
    assert decided(people_of(invented(n, 0))) == ()


def test_what_somebody_saw_of_an_earlier_version_counts() -> None:
    people = people_of(invented(58, 0))
    all_but_one = people.here.copy()
    single = list(people.n).index(1)
    all_but_one[single] = False
    assert decided(people, [all_but_one]) == ()


def test_sizes_are_merged_with_their_neighbours() -> None:
    counts = {"1-9": 3, "10-49": 20, "50-249": 9, "250+": 1, "": 2}
    assert [group.code for group in groups_of(counts, "size")] == ["1-9,10-49", "50-249,250+,none"]


def test_small_companies_of_a_state_are_offered_up_to_a_size() -> None:
    respondents = invented(120, 4)
    codes = {view.where["size"] for view in decided(people_of(respondents)) if {"size", "state"} == set(view.where)}
    assert "1-9,10-49" in codes


def test_the_nearest_views_keep_most_of_what_was_asked_for() -> None:
    views = decided(people_of(invented(58, 0)))
    for where in ({"sector": "public", "state": "SH"}, {"size": "1-9", "state": "other"}):
        found = nearest(views, where)
        assert found
        for view in found:
            assert set(view.where) <= set(where)
            assert all(where[name] in (code or "none" for code in codes) for name, codes in view.parts)
