"""Do groups stand side by side with their bases, and does the finding say no more than the test found?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.intake.report import BlankMeans, Respondent
from lsn_data.language import Language
from lsn_data.store import Store, open_store
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.segments import segments
from tests.topics.made import CODES, sample_respondents, wave_of

EN, DE = Language("en"), Language("de")
UP: tuple[int | None, ...] = (1, 2, 3, 4, 5, 6, 7)
DOWN = UP[::-1]
ROUND: tuple[int | None, ...] = (2, 3, 4, 5, 6, 7, 1)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def made(*groups: tuple[str | None, int, tuple[int | None, ...]]) -> list[Respondent]:
    told = [(size, order) for size, n, order in groups for _ in range(n)]
    return [Respondent(row=row, places=order, size=size) for row, (size, order) in enumerate(told, start=2)]


def test_every_group_says_its_base_and_its_plausible_places(store: Store) -> None:
    exhibit = segments(store, wave_of(store, sample_respondents()), DE, "state")
    assert [column.label for column in exhibit.table.columns[:4]] == [
        "Thema",
        "Alle (n = 55)",
        "Hamburg (n = 32)",
        "Schleswig-Holstein und keine Angabe (n = 23)",
    ]
    assert exhibit.table.column("all")[0] == "1 (1–2)"
    assert exhibit.table.column("theme")[0] == "Fachkräfte"
    assert any("„Land“" in note and "mit anderen" in note for note in exhibit.notes)


def test_a_difference_that_holds_names_the_groups_with_their_places(store: Store) -> None:
    wave = wave_of(store, made(("1-9", 12, UP), ("250+", 10, DOWN)))
    exhibit = segments(store, wave, EN, "size")
    assert exhibit.message == (
        "The group “1–9 employees” puts visibility higher than “250 employees or more” (place 1 against 7)"
    )
    assert "Gruppe „1–9 Beschäftigte“ setzt Sichtbarkeit weiter nach vorn" in segments(store, wave, DE, "size").message
    looked_at = dict(zip(exhibit.table.column("theme"), exhibit.chart.part("highlight"), strict=True))
    assert looked_at["Visibility"] == "gap told group0 group1"
    assert looked_at["Competencies"] is None
    told = dict(zip(exhibit.table.column("theme"), exhibit.table.column("told"), strict=True))
    assert (told["Visibility"], told["Competencies"]) == ("differs", "open")


def test_without_a_finding_it_says_which_gap_would_have_shown(store: Store) -> None:
    chance = [(UP, 6), (DOWN, 6), (ROUND, 7)]
    rows = [(size, n, order) for size in ("1-9", "250+") for order, n in chance]
    wave = wave_of(store, made(*rows))
    for say, words in ((EN, "We did not find a difference; with 19 and 19 answers"), (DE, "keinen Unterschied")):
        exhibit = segments(store, wave, say, "size")
        assert words in exhibit.message
        assert {one is None for one in exhibit.chart.part("highlight")} == {True}
        said = " ".join([exhibit.message, *exhibit.notes]).lower()
        assert "no difference" not in said.replace("did not find a difference", "")
        assert "signifi" not in said


def test_where_mean_places_differ_but_places_do_not_the_means_are_told(store: Store) -> None:
    third: tuple[int | None, ...] = (3, 1, 2, 4, 5, 6, 7)
    wave = wave_of(store, made(("1-9", 30, UP), ("250+", 28, UP), ("250+", 12, third)))
    assert "(on average place 1.0 against 1.6)" in segments(store, wave, EN, "size").message


def test_a_difference_among_many_groups_without_a_sure_pair_names_none(store: Store) -> None:
    said = {segments(store, wave_of(store, sample_respondents()), EN, by).message for by in ("sector", "size")}
    assert all("“" not in one for one in said)


def test_groups_that_are_too_small_are_refused_as_before(store: Store) -> None:
    wave = wave_of(store, made(("1-9", 12, UP), ("250+", 3, DOWN)))
    with pytest.raises(NotShown):
        segments(store, wave, EN, "size")


def test_those_without_an_answer_are_a_group_of_their_own_and_it_is_said(store: Store) -> None:
    wave = wave_of(store, made(("1-9", 12, UP), (None, 10, DOWN)))
    exhibit = segments(store, wave, EN, "size")
    assert exhibit.table.columns[3].label == "no answer (n = 10)"
    assert "Those who gave no answer on Size are a group of their own." in exhibit.notes


@pytest.mark.parametrize("by", ["sector", "size", "state", "kind", "membership"])
@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_the_json_tells_each_item_s_difference(store: Store, by: str, blank_means: BlankMeans) -> None:
    found = ranking(store, wave_of(store, sample_respondents(), blank_means=blank_means), EN, by=by)
    if not found["groups"]:
        assert found["suppressed"]["why"] in found["notes"]
        assert found["differences"] == []
        return
    codes = [group["group"] for group in found["groups"]]
    assert [one["item"] for one in found["differences"]] == CODES
    for one in found["differences"]:
        bases = [
            item["n"] if blank_means == "not offered" else group["ranked"]
            for group in found["groups"]
            for item in group["items"]
            if item["item"] == one["item"]
        ]
        assert (one["p"] is None) == (min(bases) < FEWEST)
        if one["p"] is not None:
            assert 0 < one["p"] <= one["p_holm"] <= 1
            assert list(one["mean_places"]) == codes
            assert one["gap"] == pytest.approx(max(one["mean_places"].values()) - min(one["mean_places"].values()))
