"""Do the exhibits say what the figures say, in both languages, and hide what must be hidden?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from lsn_data.board import NAMES, Pick, bound, draw
from lsn_data.board.standard import standard
from lsn_data.disclosure import NotShown
from lsn_data.errors import Refused
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Import, Store, open_store
from lsn_data.topics.priorities import exhibits
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, answer, group_answer, groups, offered, ranking
from tests.topics.made import TRUTH, sample_respondents, wave_of

EN, DE = Language("en"), Language("de")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def wave(store: Store) -> Import:
    return wave_of(store, sample_respondents())


def made(n: int, order: tuple[int | None, ...] = (1, 2, 3, 4, 5, 6, 7), **attributes: str) -> list[Respondent]:
    return [Respondent(row=row, places=order, **attributes) for row in range(2, n + 2)]


def test_the_message_names_who_leads_and_what_cannot_be_told(store: Store, wave: Import) -> None:
    assert exhibits.places(store, wave, EN).message == (
        "Skilled workers and innovative power form the leading group;"
        " which of the two comes first, 55 rankings cannot tell"
    )
    assert exhibits.places(store, wave, DE).message == (
        "Fachkräfte und Innovationskraft bilden die Spitzengruppe;"
        " welches der beiden Themen vorn steht, lassen 55 Rangfolgen offen"
    )


def test_the_foot_names_source_day_base_and_import(store: Store, wave: Import) -> None:
    foot = exhibits.places(store, wave, DE).foot
    assert foot == f"Quelle: Mitgliederumfrage 2026 · Stand {wave.as_of} · n = 55 von 300 · Import {wave.import_id}"


@pytest.mark.parametrize(
    ("respondents", "said"),
    [
        (made(60), "All 60 rankings are the same and put visibility first"),
        (made(30) + made(30, (7, 6, 5, 4, 3, 2, 1)), "60 rankings cannot tell which theme comes first"),
        (made(6), "All 6 rankings put visibility first, but so few cannot speak for all members"),
        (made(30) + made(30, (2, 1, 3, 4, 5, 6, 7)), "Visibility and innovative power form the leading group;"),
        (
            made(20) + made(20, (2, 3, 1, 4, 5, 6, 7)) + made(20, (3, 1, 2, 4, 5, 6, 7)),
            "In 60 rankings, visibility, innovative power and life science region beat each other in a circle",
        ),
    ],
)
def test_the_message_fits_the_case(store: Store, respondents: list[Respondent], said: str) -> None:
    for code in ("en", "de"):
        exhibit = exhibits.places(store, wave_of(store, respondents, wave=code), Language(code))
        assert "{" not in exhibit.message
        assert code == "de" or exhibit.message.startswith(said)


def test_four_rankings_are_not_shown_at_all(store: Store) -> None:
    wave = wave_of(store, made(4))
    with pytest.raises(NotShown):
        exhibits.places(store, wave, EN)
    assert ranking(store, wave, EN)["suppressed"]


@pytest.mark.parametrize("by", ATTRIBUTE_NAMES)
def test_groups_follow_the_truth_and_none_is_too_small(store: Store, wave: Import, by: str) -> None:
    ranked = Counter(getattr(one, by) or "" for one in sample_respondents() if one.ranked)
    for group in groups(store, wave, by):
        assert group.n == sum(ranked[code] for code in group.codes) >= 5
        assert answer(store, wave, by, group.code).ranked == group.n


def test_a_group_that_is_too_small_is_refused_with_the_nearest_views(store: Store, wave: Import) -> None:
    small = next(code for code, n in TRUTH["core"]["segment_counts"]["sector"].items() if code != "null" and n <= 5)
    with pytest.raises(NotShown) as refusal:
        answer(store, wave, "sector", small)
    assert refusal.value.nearest
    for view in refusal.value.nearest:
        assert small in dict(view.parts)["sector"]
        assert answer(store, wave, "sector", view.where["sector"]).ranked == view.n


def test_a_combination_that_may_not_be_shown_names_the_nearest_views(store: Store, wave: Import) -> None:
    for refused in (
        ranking(store, wave, EN, where={"sector": "public", "state": "HH"}),
        ranking(store, wave, EN, by="state", where={"sector": "public"}),
    ):
        assert refused["suppressed"]["nearest"]
        assert refused["items"] == []


def test_every_offered_combination_is_answered_alike_by_exhibit_and_command(store: Store, wave: Import) -> None:
    combined = [view for view in offered(store, wave) if len(view.parts) > 1]
    assert combined
    for view in combined:
        shown = exhibits.places(store, wave, DE, view.where)
        told = ranking(store, wave, DE, where=view.where)
        assert shown.answered == told["ranked"] == view.n >= 5
        assert shown.message == told["verdict"]
        assert [row[0] for row in shown.table.rows]


def test_groups_within_a_group_hold_everybody_once(store: Store, wave: Import) -> None:
    for view in offered(store, wave):
        for by in ATTRIBUTE_NAMES:
            shown = groups(store, wave, by, view.where) if by not in view.where else ()
            assert not shown or sum(group.n for group in shown) == view.n
            for group in shown:
                assert group_answer(store, wave, by, group, view.where).ranked == group.n >= 5


def test_no_mean_stands_on_fewer_than_five_who_placed_the_item(store: Store) -> None:
    seldom = made(4) + made(20, (1, 2, 3, 4, 5, 6, None))
    wave = wave_of(store, seldom)
    skills = exhibits.places(store, wave, EN).table.rows[-1]
    assert skills[-2] is None
    assert {one["item"]: one["mean_place"] for one in ranking(store, wave, EN)["items"]}["SKL"] is None


def test_the_ranking_json_has_the_fields_of_the_contract(store: Store, wave: Import) -> None:
    found = ranking(store, wave, EN)
    assert {
        "wave",
        "asked",
        "answered",
        "ranked",
        "blank_means",
        "weighted",
        "suppressed",
        "items",
        "pairs",
        "consensus",
        "agreement",
        "worths_exist",
        "tiers",
        "verdict",
        "notes",
    } <= set(found)
    assert (found["asked"], found["answered"], found["ranked"]) == (300, 57, 55)
    assert {
        "item",
        "label",
        "theme",
        "n",
        "mean_place",
        "mean_se",
        "median_place",
        "places",
        "not_ranked",
        "first_share",
        "top3_share",
        "borda",
        "copeland",
        "schulze_place",
        "kemeny_place",
        "log_worth",
        "log_worth_se",
        "worth",
        "comparison_low",
        "comparison_high",
        "place_low",
        "place_high",
    } == set(found["items"][0])
    grouped = ranking(store, wave, EN, by="sector")
    assert {"groups", "suppressed", "differences"} <= set(grouped)
    assert sum(group["ranked"] for group in grouped["groups"]) == 55


def test_the_return_rate_needs_two_waves(store: Store, wave: Import) -> None:
    assert exhibits.return_rate(store, EN) is None
    wave_of(store, made(30), wave="2027", asked=310)
    exhibit = exhibits.return_rate(store, EN)
    assert exhibit is not None
    assert exhibit.message == "9.7% of the members asked answered in 2027, 19.0% in the wave before"


def test_demo_and_real_waves_are_never_mixed(store: Store, wave: Import) -> None:
    wave_of(store, made(30), wave="Demo", asked=310, origin="demo")
    assert exhibits.return_rate(store, EN) is None
    assert draw(store, Pick.of("priorities"), EN).origin == "uploaded"
    assert draw(store, Pick.of("priorities", wave="Demo"), EN).badge == "DEMO"


def test_a_pick_draws_the_same_exhibit_in_both_languages(store: Store, wave: Import) -> None:
    pick = Pick.of("priorities", wave="2026", by="state", group="HH")
    english, german = draw(store, pick, EN), draw(store, pick, DE)
    assert [row[1:] for row in english.table.rows] == [row[1:] for row in german.table.rows]
    assert english.message != german.message


def test_an_unknown_exhibit_and_a_missing_wave_are_refused(store: Store) -> None:
    with pytest.raises(Refused):
        draw(store, Pick.of("priorities"), EN)
    assert "priorities" not in [one.name for one in bound(store, standard(store), EN).exhibits]
    wave_of(store, sample_respondents())
    with pytest.raises(Refused):
        draw(store, Pick.of("nonsense"), EN)
    assert "priorities" in [one.name for one in bound(store, standard(store), EN).exhibits]
    assert {pick.name for pick in standard(store).picks} <= set(NAMES)
