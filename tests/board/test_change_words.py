"""Does a change read as one: two figures that differ, and a step that leads from one to the other?"""

from __future__ import annotations

import pytest

from lsn_data.board.change_words import before_after_step
from lsn_data.board.compared import Change
from lsn_data.exhibit import Column, Holds
from lsn_data.language import Language

EN, DE = Language("en"), Language("de")


def told(holds: Holds, before: object, after: object, say: Language = EN) -> tuple[str, str, str]:
    return before_after_step(Change("Region", Column("x", "X", holds), before, after), say)  # type: ignore[arg-type]


def test_figures_that_would_read_the_same_get_more_digits() -> None:
    assert told("share", 0.107, 0.112) == ("10.7%", "11.2%", "+0.5 pp")
    assert told("mean", 2.41, 2.44) == ("2.41", "2.44", "+0.03")
    assert told("count", 3, 5) == ("3", "5", "+2")


def test_a_step_adds_up_with_what_stands_beside_it() -> None:
    # In whole points 13% and 16% would be 4 apart.
    assert told("share", 0.1254, 0.1640) == ("12.5%", "16.4%", "+3.9 pp")


def test_whole_numbers_of_a_mixed_column_stay_whole_and_one_point_is_one() -> None:
    assert told("number", 290.0, 280.0) == ("290", "280", "−10")
    assert told("share", 0.11, 0.10, DE) == ("11\u202f%", "10\u202f%", "−1 Prozentpunkt")
    assert told("share", 0.11, 0.13, DE)[2] == "+2 Prozentpunkte"


@pytest.mark.parametrize("before", [None, "3–4"])
def test_what_is_no_number_has_no_step(before: object) -> None:
    assert told("text", before, "4")[2] == ""
