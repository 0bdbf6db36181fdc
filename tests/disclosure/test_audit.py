"""Does the audit find every group that can be worked out, and no other?"""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lsn_data.disclosure.audit import Audit


def reachable(n: list[int], views: NDArray[np.bool_], limit: int) -> bool:
    """By trying all sums and differences of cells, some several times, with together fewer than `limit` respondents."""
    base = views.astype(float)
    rank = np.linalg.matrix_rank(base)
    for size in range(1, limit):
        for cells in itertools.combinations(range(len(n)), size):
            for times in itertools.product([*range(1, limit), *range(-limit + 1, 0)], repeat=size):
                row = np.zeros(len(n))
                row[list(cells)] = times
                few = sum(abs(row) * n) < limit
                if few and np.linalg.matrix_rank(np.vstack([base, row])) == rank:
                    return True
    return False


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_audit_finds_what_trying_everything_finds(data: st.DataObject) -> None:
    n = data.draw(st.lists(st.integers(1, 7), min_size=1, max_size=8))
    rows = data.draw(st.lists(st.lists(st.booleans(), min_size=len(n), max_size=len(n)), min_size=1, max_size=6))
    views = np.array(rows, dtype=bool)
    assert Audit.of(n, 5).seeing(*views).safe == (not reachable(n, views, 5))


def test_a_hidden_cell_that_is_total_less_the_others_is_found() -> None:
    n = [20, 9, 3]
    total, first, second = np.array([[1, 1, 1], [1, 0, 0], [0, 1, 0]], dtype=bool)
    assert Audit.of(n, 5).seeing(total, first).safe
    assert not Audit.of(n, 5).seeing(total, first, second).safe


def test_two_groups_that_differ_by_one_person_each_are_found() -> None:
    n = [20, 1, 1, 9]
    one, other = np.array([[1, 1, 0, 0], [1, 0, 1, 0]], dtype=bool)
    assert Audit.of(n, 5).seeing(one).safe
    assert not Audit.of(n, 5).seeing(one, other).safe


def test_two_persons_of_whom_one_is_counted_twice_are_found() -> None:
    n = [1, 9, 9, 1]
    views = np.array([[0, 1, 1, 0], [1, 0, 1, 1], [1, 1, 0, 0]], dtype=bool)  # the last two without the first: 2 a + d
    assert Audit.of(n, 5).seeing(*views[:2]).safe
    assert not Audit.of(n, 5).seeing(*views).safe


def test_two_persons_of_whom_one_is_counted_three_times_are_found() -> None:
    n = [1, 9, 9, 9, 1]
    views = np.array(
        [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [1, 0, 0, 1, 1], [0, 1, 1, 1, 0]], dtype=bool
    )  # the first three without the last: 3 a + e
    assert Audit.of(n, 5).seeing(*views[:3]).safe
    assert not Audit.of(n, 5).seeing(*views).safe
    assert Audit.of([2, *n[1:]], 5).seeing(*views).safe  # seven, counted so


def test_what_the_others_tell_already_adds_nothing() -> None:
    n = [6, 6, 6]
    seen = Audit.of(n, 5).seeing(np.array([1, 1, 1], bool), np.array([1, 0, 0], bool))
    assert seen.tells(np.array([0, 1, 1], bool))
    assert not seen.tells(np.array([0, 1, 0], bool))


def test_a_limit_that_it_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="four"):
        Audit.of([1], 6)
