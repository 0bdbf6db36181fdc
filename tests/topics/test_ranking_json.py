"""Is every field of `ranking --json` filled, and does a note say why where one is null?"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from lsn_data.intake.report import BlankMeans, Respondent
from lsn_data.language import Language
from lsn_data.store import Store, open_store
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, ranking
from tests.topics.drawn import Row
from tests.topics.made import CODES, sample_respondents, wave_of

EN, DE = Language("en"), Language("de")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def respondents(*rows: tuple[Row, int]) -> list[Respondent]:
    places = [row for row, n in rows for _ in range(n)]
    return [Respondent(row=at, places=row) for at, row in enumerate(places, start=2)]


@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_the_sample_fills_every_field(store: Store, blank_means: BlankMeans) -> None:
    found = ranking(store, wave_of(store, sample_respondents(), blank_means=blank_means), EN)
    assert [(one["item"], field) for one in found["items"] for field, value in one.items() if value is None] in (
        [],
        [("SKL", "theme")],
    )
    assert found["worths_exist"] is True
    assert found["consensus"]["orders_found"] == len(found["consensus"]["orders"])
    assert sum(one["log_worth"] for one in found["items"]) == pytest.approx(0, abs=1e-9)
    assert sum(one["worth"] for one in found["items"]) == pytest.approx(1)
    assert all(one["comparison_low"] < one["log_worth"] < one["comparison_high"] for one in found["items"])
    assert found["agreement"]["n"] < found["ranked"]
    assert set(found["robust_errors"]) == set(CODES)
    json.dumps(found, allow_nan=False)


def test_where_all_agree_there_are_no_strengths_and_the_note_says_so(store: Store) -> None:
    found = ranking(store, wave_of(store, respondents(((1, 2, 3, 4, 5, 6, 7), 5))), EN)
    assert found["worths_exist"] is False
    for field in ("log_worth", "log_worth_se", "worth", "comparison_low", "comparison_high"):
        assert {one[field] for one in found["items"]} == {None}
    assert any("strengths do not exist" in note for note in found["notes"])
    assert found["agreement"]["kendall_w"] == 1
    assert found["consensus"]["orders"] == [CODES]
    assert {(one["place_low"], one["place_high"]) for one in found["items"]} == {(1, 7)}


def test_where_all_is_tied_agreement_is_null_not_zero(store: Store) -> None:
    found = ranking(store, wave_of(store, respondents(((1,) * 7, 20))), DE)
    assert found["agreement"] == {"kendall_w": None, "chi_square": None, "p": None, "n": 20}
    assert any("Kendalls W gibt es nicht" in note for note in found["notes"])
    assert any("5.040 Reihenfolgen sind gleich nah" in note for note in found["notes"])
    assert (found["worths_exist"], found["consensus"]["methods_agree"]) == (False, True)


def test_agreement_of_fewer_than_five_complete_rankings_is_left_out(store: Store) -> None:
    full: Row = (1, 2, 3, 4, 5, 6, 7)
    found = ranking(store, wave_of(store, respondents((full, 4), ((1, 2, 3, None, None, None, None), 30))), EN)
    assert (found["agreement"]["kendall_w"], found["agreement"]["n"]) == (None, 4)
    assert any("fewer than 5 complete rankings" in note for note in found["notes"])


@pytest.mark.parametrize("by", ATTRIBUTE_NAMES)
def test_every_group_has_the_same_fields_as_the_whole(store: Store, by: str) -> None:
    wave = wave_of(store, sample_respondents())
    whole = set(ranking(store, wave, EN))
    for group in ranking(store, wave, EN, by=by).get("groups", []):
        assert set(group) == whole | {"group", "merged_from"}
        assert group["verdict"]
