"""Does anything that comes out stand on fewer than five respondents?"""

from __future__ import annotations

import random

import pytest

from lsn_data.disclosure import FEWEST
from lsn_data.disclosure.decide import groups_of


@pytest.mark.parametrize("seed", range(50))
def test_each_group_and_its_complement_hold_at_least_five(seed: int) -> None:
    chance = random.Random(seed)
    counts = {code: chance.choice([0, 1, 2, 3, 4, 5, 6, 9, 20]) for code in "abcdefgh"[: chance.randint(1, 8)]}
    groups = groups_of(counts)
    total = sum(counts.values())
    assert all(group.n >= FEWEST and total - group.n >= FEWEST for group in groups)
    if groups:
        assert sum(group.n for group in groups) == total
        assert sorted(code for group in groups for code in group.codes) == sorted(c for c, n in counts.items() if n)


def test_small_groups_are_merged_and_named() -> None:
    groups = groups_of({"biotech": 20, "pharma": 3, "public": 1, "": 2})
    assert [(group.code, group.n) for group in groups] == [("biotech", 20), ("pharma,public,none", 6)]


def test_a_single_small_group_takes_the_next_smallest_with_it() -> None:
    groups = groups_of({"biotech": 20, "medtech": 7, "pharma": 6, "public": 1})
    assert [(group.code, group.n) for group in groups] == [
        ("biotech", 20),
        ("medtech", 7),
        ("pharma,public", 7),
    ]


def test_a_view_with_one_group_left_is_not_offered() -> None:
    assert groups_of({"HH": 30, "SH": 4}) == ()
    assert groups_of({"HH": 30}) == ()
    assert groups_of({}) == ()
