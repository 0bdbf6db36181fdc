"""Do the exhibits of the further questions say what was answered, and hide what must be hidden?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import numpy as np
import pytest

from lsn_data import published
from lsn_data.board import Pick, draw
from lsn_data.disclosure import FEWEST, FEWEST_TEXTS, Group, NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.stack import key_names, stack_of
from lsn_data.intake import read_register
from lsn_data.intake.report import Asked
from lsn_data.language import Language
from lsn_data.store import Store, import_as_of, open_store, save
from lsn_data.topics.kpis.as_json import listing
from lsn_data.topics.questionnaire.answer import satisfaction
from lsn_data.topics.questionnaire.comments import texts_of
from lsn_data.topics.questionnaire.headline import headline
from lsn_data.topics.questionnaire.other import choosable
from lsn_data.topics.questionnaire.splitting import Split
from tests.topics.asked import asked_wave, chosen, numbered, picked, rated, written

EN, DE = Language("en"), Language("de")
GOOD, FAIR, POOR = (0, 0, 5, 20, 25), (2, 10, 20, 12, 6), (25, 15, 8, 2, 0)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def drawn(store: Store, name: str, say: Language = EN, **filters: str) -> Exhibit:
    return draw(store, Pick.of(name, **filters), say)


def cells(exhibit: Exhibit, key: str) -> dict[object, object]:
    """A column of the figures by the first one."""
    return dict(zip(exhibit.table.column("label"), exhibit.table.column(key), strict=True))


# satisfaction --------------------------------------------------------------------------------------------------------


def test_what_satisfies_most_and_least_is_said_with_its_mean(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events"), rated(POOR, "Website"), rated(FAIR, "Advice"))
    assert drawn(store, "satisfaction").message == (
        "The members are most satisfied with “Events” (mean 4.4 of 5), least with “Website” (mean 1.7)"
    )
    assert drawn(store, "satisfaction", DE).message == (
        "Am zufriedensten sind die Mitglieder mit „Events“ (Mittel 4,4 von 5), am wenigsten mit „Website“ (Mittel 1,7)"
    )


def test_the_overall_rating_comes_first_and_under_its_own_name(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events"), rated(FAIR, "", question="How satisfied are you overall?"))
    exhibit = drawn(store, "satisfaction")
    assert exhibit.table.column("label") == ("Satisfaction overall", "Events")
    assert exhibit.message.startswith("The members give 3.2 of 5 points overall")
    assert any("“How satisfied are you overall?”" in note for note in exhibit.notes)


def test_the_key_names_the_points_and_not_their_order(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events", outside=3))
    key = [name for _, name, _ in key_names(stack_of(drawn(store, "satisfaction").chart).parts, room=10)]
    assert key == ["5", "4", "3", "2", "1", "no rating"]


def test_what_cannot_be_told_apart_is_not_ranked(store: Store) -> None:
    asked_wave(store, rated((2, 3, 4, 6, 5), "A"), rated((2, 3, 5, 5, 5), "B"))
    assert "20 answers cannot tell" in drawn(store, "satisfaction").message


def test_cannot_tell_is_counted_apart_and_drawn_as_an_outlined_box(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events", outside=7), rated(FAIR, "Advice", missing=7))
    exhibit = drawn(store, "satisfaction")
    assert cells(exhibit, "outside") == {"Events": 7, "Advice": 0}
    assert cells(exhibit, "n") == {"Events": 50, "Advice": 50}
    assert cells(exhibit, "mean")["Events"] == pytest.approx((5 * 3 + 20 * 4 + 25 * 5) / 50)
    assert {order for order, part in zip(exhibit.chart.part("order"), exhibit.chart.part("part"), strict=True)
            if part == "no rating"} == {0}  # fmt: skip


def test_no_statement_stands_on_fewer_than_five_ratings(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events"), rated((0, 0, 1, 2, 1), "Advice", outside=20))
    exhibit = drawn(store, "satisfaction")
    assert exhibit.table.column("label") == ("Events",)
    assert any("“Advice”" in note and "fewer than 5" in note for note in exhibit.notes)
    with pytest.raises(NotShown):
        drawn(store, "questionnaire", question="how-satisfied-advice", by="size")


def test_a_wave_of_four_shows_nothing_and_a_wave_without_the_question_says_so(store: Store) -> None:
    asked_wave(store, rated((1, 0, 1, 1, 1)), wave="2024", year=2024)
    with pytest.raises(NotShown, match="Fewer than 5"):
        drawn(store, "satisfaction")
    asked_wave(store, numbered([1.0] * 9))
    with pytest.raises(Refused):
        drawn(store, "satisfaction")


def test_a_question_on_another_scale_stands_among_the_others(store: Store) -> None:
    stars = rated((3, 4, 13), "", question="How satisfied are you with the site?")
    asked_wave(store, rated(GOOD, "Events"), rated(FAIR, "Advice"), stars)
    exhibit = drawn(store, "satisfaction")
    assert exhibit.table.column("label") == ("Events", "Advice")
    assert any("another scale" in note for note in exhibit.notes)
    assert drawn(store, "questionnaire", question=stars.key).message == "The mean rating is 2.5 of 3 points"


def test_statements_of_the_same_words_are_told_apart(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events"), rated(FAIR, "Events", question="How satisfied in Kiel?"))
    assert drawn(store, "satisfaction").table.column("label") == (
        "Events (How satisfied?)", "Events (How satisfied in Kiel?)",
    )  # fmt: skip


def test_the_change_since_the_last_wave_comes_with_its_range(store: Store) -> None:
    asked_wave(store, rated(POOR, "Events"), rated(FAIR, "Advice"), wave="2024", year=2024)
    asked_wave(store, rated(GOOD, "Events"), rated(FAIR, "Advice"))
    exhibit = drawn(store, "satisfaction", wave="2026")
    assert cells(exhibit, "change")["Events"] == pytest.approx(4.4 - 1.74)
    assert cells(exhibit, "change_low")["Events"] > 2
    assert "Better than in 2024: “Events”." in exhibit.meaning
    assert not any("“Advice”" in said for said in exhibit.meaning)
    assert "change" not in [column.key for column in drawn(store, "satisfaction", wave="2024").table.columns]


def test_another_scale_in_the_last_wave_is_not_compared(store: Store) -> None:
    asked_wave(store, rated((5, 5, 10), "Events"), wave="2024", year=2024)
    asked_wave(store, rated(GOOD, "Events"))
    assert "change" not in [column.key for column in drawn(store, "satisfaction", wave="2026").table.columns]


def test_demo_waves_are_not_the_wave_before_a_real_one(store: Store) -> None:
    asked_wave(store, rated(POOR), wave="Demo", year=2024, origin="demo")
    asked_wave(store, rated(GOOD))
    assert drawn(store, "satisfaction", wave="2026").table.columns[-1].key == "n"


# groups --------------------------------------------------------------------------------------------------------------

SIZES = ["1-9"] * 20 + ["10-49"] * 20 + ["250+"] * 10


def test_groups_stand_side_by_side_with_their_bases(store: Store) -> None:
    asked_wave(store, rated((20, 0, 0, 20, 10), "Events"), sizes=SIZES)
    exhibit = drawn(store, "satisfaction", by="size")
    assert [column.label for column in exhibit.table.columns] == [
        "Question", "All members (n = 50)", "1–9 employees (n = 20)", "10–49 employees (n = 20)",
        "250 employees or more (n = 10)",
    ]  # fmt: skip
    assert exhibit.table.rows[0] == ("Events", 3.0, 1.0, 4.0, 5.0)
    assert exhibit.message == (
        "Answers differ by size on “Events”: highest for 250 employees or more, lowest for 1–9 employees"
    )


def test_without_a_difference_the_gap_that_would_have_shown_is_said(store: Store) -> None:
    asked_wave(store, rated(FAIR, "Events"), sizes=["1-9", "10-49"] * 25)
    assert drawn(store, "satisfaction", by="size").message.startswith(
        "We found no difference between the groups; even between the two largest (25 and 25 answers) only one of"
    )


def test_a_question_that_would_leave_a_group_under_five_is_not_split(store: Store) -> None:
    """All 20 of 1-9 and of 10-49 rated the advice, but only 3 of 250+."""
    advice = rated((10, 10, 10, 10, 3), "Advice")
    asked_wave(store, rated((10, 10, 10, 10, 10), "Events"), advice, sizes=SIZES)
    exhibit = drawn(store, "satisfaction", by="size")
    assert exhibit.table.column("label") == ("Events",)
    assert any(note.startswith("Not split by size") and "“Advice”" in note for note in exhibit.notes)
    one = drawn(store, "questionnaire", question=advice.key, by="size")
    assert one.table.column("label") == ("Events",)


def test_a_group_where_nobody_answered_hides_nothing(store: Store) -> None:
    asked_wave(store, rated((10, 10, 10, 10, 0), "Advice"), people=50, sizes=SIZES)
    assert drawn(store, "satisfaction", by="size").table.rows[0][-1] is None


def test_rows_with_other_bases_name_theirs_below_each_figure(store: Store) -> None:
    asked_wave(
        store, rated((10, 10, 10, 10, 10), "Events"), rated((8, 10, 10, 10, 10), "Advice", missing=2), sizes=SIZES
    )
    exhibit = drawn(store, "satisfaction", by="size")
    assert exhibit.table.columns[-2].label == "250 employees or more (n = 8–10)"
    assert [row[-1] for row in exhibit.table.rows] == ["n = 8", "n = 10"]


def parted(**members: list[int]) -> Split:
    """A split by hand: the position of each one's group by attribute."""
    cells = np.unique(np.array(list(members.values())), axis=1, return_inverse=True)[1].reshape(-1)
    shown = {name: tuple(Group((str(at),), 9) for at in sorted(set(told) - {-1})) for name, told in members.items()}
    by = next(reversed(members))
    return Split(by, shown[by], {name: np.array(told) for name, told in members.items()}, cells)


def test_who_stands_in_no_group_cannot_be_worked_out_from_the_rest() -> None:
    everybody = np.ones(25, dtype=bool)
    assert parted(size=[0] * 12 + [1] * 10 + [-1] * 3).bases(everybody) is None
    assert parted(size=[0] * 10 + [1] * 10 + [-1] * 5).bases(everybody) == (10, 10)


def test_a_group_within_another_attribute_s_group_is_not_worked_out_either() -> None:
    """All seven of the first sector are in the first size, with two others: the difference of the two is those two."""
    sectors, sizes = [0] * 7 + [1] * 23, [0] * 9 + [1] * 21
    everybody = np.ones(30, dtype=bool)
    assert parted(sector=sectors, size=sizes).bases(everybody) is None
    assert parted(size=sizes).bases(everybody) == (9, 21)
    without_the_two = everybody.copy()
    without_the_two[7:9] = False
    assert parted(sector=sectors, size=sizes).bases(without_the_two) == (7, 21)


def test_an_attribute_that_the_wave_does_not_split_by_is_refused(store: Store) -> None:
    asked_wave(store, rated(GOOD, "Events"), sizes=["1-9"] * 47 + ["250+"] * 3)
    with pytest.raises(NotShown):
        drawn(store, "satisfaction", by="size")


# services and choices ------------------------------------------------------------------------------------------------

USED = [("News", "Events")] * 20 + [("News",)] * 25 + [("Trips",)] * 3 + [()] * 2 + [None] * 5


def test_the_share_is_that_of_all_who_answered_also_of_those_who_use_nothing(store: Store) -> None:
    asked_wave(store, chosen(USED))
    exhibit = drawn(store, "services")
    assert exhibit.table.column("label") == ("News", "Events", "Trips")
    assert exhibit.table.column("count") == (45, 20, 3)
    assert exhibit.table.column("share") == (0.9, 0.4, 0.06)
    assert exhibit.message == "The members use “News” most (90%) and “Trips” least"
    assert exhibit.base == "n = 50 of 300"


def test_where_the_file_does_not_tell_who_uses_nothing_the_page_says_so(store: Store) -> None:
    asked_wave(store, chosen([one for one in USED if one != ()]))
    assert any("Who chose nothing is not counted" in note for note in drawn(store, "services").notes)


def test_the_words_of_a_single_respondent_are_counted_but_not_shown(store: Store) -> None:
    answers = ["Hamburg"] * 9 + ["Kiel"] * 8 + ["Dr. Meyer, Lübeck", "Husum"]
    asked_wave(store, picked(answers))
    for code in (EN, DE):
        exhibit = drawn(store, "questionnaire", code)
        assert "Meyer" not in str(exhibit)
        assert "Husum" not in str(exhibit)
        assert exhibit.table.column("count") == (9, 8, 2)


def test_a_service_that_one_member_used_keeps_its_name_if_others_did_before(store: Store) -> None:
    asked_wave(store, chosen([("News", "Trips")] * 6), wave="2024", year=2024)
    asked_wave(store, chosen([("News",)] * 9 + [("News", "Trips"), ("My own idea",)]))
    exhibit = drawn(store, "services", wave="2026")
    assert exhibit.table.column("label") == ("News", "Trips", "1 answer that one member gave")


def test_services_change_from_wave_to_wave(store: Store) -> None:
    asked_wave(store, chosen([("News",)] * 10 + [("Events",)] * 30), wave="2024", year=2024)
    asked_wave(store, chosen([("News",)] * 30 + [("Events",)] * 10))
    exhibit = drawn(store, "services", wave="2026")
    assert cells(exhibit, "change") == {"News": 50.0, "Events": -50.0}
    assert cells(exhibit, "change_low")["News"] > 25


def test_services_by_group(store: Store) -> None:
    asked_wave(store, chosen([("News",)] * 20 + [("Events",)] * 30), sizes=SIZES)
    exhibit = drawn(store, "services", by="size")
    assert cells(exhibit, "group0") == {"Events": 0.0, "News": 1.0}
    assert "Answers differ by size" in exhibit.message


# any other question --------------------------------------------------------------------------------------------------


def test_what_has_an_exhibit_of_its_own_is_no_other_question(store: Store) -> None:
    wave = asked_wave(
        store, rated(GOOD, "Events"), chosen(USED), numbered([1.0] * 9), written(["x"] * 9),
        rated(GOOD, "Growth", question="How important?", topic=""),
        rated(FAIR, "Money", question="How important?", topic=""),
    )  # fmt: skip
    assert choosable(store, wave) == {"how many years?": "How many years?", "how-important-growth": "How important?"}
    both = drawn(store, "questionnaire", question="how-important-growth")
    assert both.table.column("label") == ("Growth", "Money")
    assert both.message == "Rated highest: “Growth” (mean 4.4 of 5); lowest: “Money” (mean 3.2)"


def test_numbers_never_show_what_a_single_member_typed_at_the_ends(store: Store) -> None:
    asked_wave(store, numbered([*map(float, range(3, 43)), 987.0]))
    exhibit = drawn(store, "questionnaire")
    assert exhibit.table.rows[0][1:4] == (13.0, 23.0, 33.0)
    assert "987" not in str(exhibit.table)
    assert exhibit.message.startswith("Half of the members name 23 or less")


def test_days_are_told_by_their_quarters(store: Store) -> None:
    days = tuple(dt.date(2000 + at, 1, 1) for at in range(21))
    asked_wave(store, Asked("since", "date", "Since when?", answers=days))
    assert drawn(store, "questionnaire").table.rows[0][1:4] == (
        dt.date(2005, 1, 1), dt.date(2010, 1, 1), dt.date(2015, 1, 1),
    )  # fmt: skip
    with pytest.raises(Refused):
        drawn(store, "questionnaire", by="size", question="since")


def test_four_numbers_are_not_shown(store: Store) -> None:
    asked_wave(store, numbered([1.0, 2.0, 3.0, 4.0]), people=20)
    with pytest.raises(NotShown):
        drawn(store, "questionnaire")


# texts ---------------------------------------------------------------------------------------------------------------

TEXTS = [f"{letter} thought" for letter in "kjihgfedcba"]


def test_texts_come_in_the_order_of_the_alphabet_and_only_from_ten_on(store: Store) -> None:
    asked_wave(store, written([*TEXTS, None, " – "]))
    assert drawn(store, "comments").table.column("text") == tuple(sorted(TEXTS))
    with open_store(":memory:") as another:
        asked_wave(another, written(TEXTS[:9]), people=50)
        with pytest.raises(NotShown, match=str(FEWEST_TEXTS)):
            drawn(another, "comments")


def test_texts_are_never_beside_what_else_is_known(store: Store) -> None:
    asked_wave(store, written(TEXTS), sizes=SIZES[:11])
    exhibit = drawn(store, "comments", by="size", group="1-9")
    assert [column.key for column in exhibit.table.columns] == ["text"]
    assert len(exhibit.table.rows) == 11


def test_a_search_takes_the_texts_that_hold_all_words(store: Store) -> None:
    asked_wave(store, written([*TEXTS, "Mehr Größe"]))
    assert drawn(store, "comments", words="größe MEHR").table.column("text") == ("Mehr Größe",)
    assert drawn(store, "comments", words="größe").message == "1 of 12 texts holds “größe”"
    nothing = drawn(store, "comments", words="{name}")
    assert (nothing.message, nothing.table.rows) == ("None of 12 texts holds “{name}”", ())


def test_each_question_in_words_has_its_own_limit(store: Store) -> None:
    wave = asked_wave(store, written(TEXTS, "First?"), written(TEXTS[:5], "Second?"), written(TEXTS, "Third?"))
    assert [one.asked.key for one in texts_of(store, wave)] == ["first?", "third?"]
    with pytest.raises(Refused):
        drawn(store, "comments", question="second?")


# the one figure ------------------------------------------------------------------------------------------------------


def test_the_kpi_is_the_overall_rating_where_it_was_asked(store: Store) -> None:
    published.load(store)
    wave = asked_wave(store, rated(POOR, "Events"), rated(GOOD, "", question="Satisfied overall?"))
    kpi = next(one for one in listing(store)["kpis"] if one["kpi"] == "member-satisfaction")
    assert kpi["unit"] == "points of 5"
    assert kpi["values"] == [
        {
            "period": "2026", "value": 4.4, "vintage": "2026-03-01", "origin": "computed", "break": False,
            "source": f"member survey 2026 (import {wave.import_id}): overall satisfaction, n = 50 of 300",
        }
    ]  # fmt: skip


def test_without_it_the_kpi_is_the_mean_of_the_offers_means_but_of_no_recommendation(store: Store) -> None:
    recommends = rated((50, 0, 0, 0, 0), "", question="Would you recommend us?")
    wave = asked_wave(store, rated(POOR, "Events"), rated(GOOD, "Advice", missing=9), recommends)
    found = headline(store, wave)
    assert found is not None
    assert found.mean.value == pytest.approx((1.74 + 4.4) / 2)
    assert not found.overall


@pytest.mark.parametrize(("unit", "value"), [("%", 90.0), ("points of 5", 4.4), ("points of 6", None), ("", 4.4)])
def test_the_kpi_speaks_the_unit_of_its_register(store: Store, unit: str, value: float | None) -> None:
    register = f"kpi,period,value,unit\nmember-satisfaction,2020,3,{unit}\n".encode()
    save(store, read_register(register, "kpi.csv", "kpi"), actor="test")
    asked_wave(store, rated(GOOD, "", question="Satisfied overall?"))
    values = listing(store)["kpis"][0]["values"]
    assert [one["value"] for one in values if one["origin"] == "computed"] == ([value] if value else [])
    assert next(one["origin"] for one in values) == "uploaded"


def test_too_few_ratings_make_no_kpi(store: Store) -> None:
    wave = asked_wave(store, rated((0, 1, 1, 1, 1), "", question="Satisfied overall?"), people=60)
    assert headline(store, wave) is None
    assert drawn(store, "survey").message == "60 of 300 members answered"


def test_every_wave_stands_in_the_table_and_the_chosen_one_is_marked(store: Store) -> None:
    asked_wave(store, rated(FAIR, "", question="Satisfied overall?"), wave="2024", year=2024, members=None)
    asked_wave(store, rated(GOOD, "", question="Satisfied overall?"))
    exhibit = drawn(store, "survey", wave="2024")
    assert exhibit.table.column("wave") == ("2026", "2024")
    assert exhibit.table.column("rate") == (50 / 300, None)
    assert exhibit.chart.part("highlight") == (None, "wave answered asked rate mean")
    assert exhibit.message.startswith("50 members answered and give 3.2 of 5 points overall; plausible")


# all together --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["", "sector", "size", "membership"])
@pytest.mark.parametrize("name", ["survey", "satisfaction", "services", "comments"])
def test_the_demo_shows_all_of_it_with_the_same_figures_in_both_languages(loaded: Store, name: str, by: str) -> None:
    english, german = (drawn(loaded, name, say, by=by) for say in (EN, DE))
    assert "{" not in english.message + german.message + english.title + german.title
    numbers = [
        [value for row in one.table.rows for value in row if isinstance(value, float)] for one in (english, german)
    ]
    assert numbers[0] == numbers[1]


def test_no_group_of_the_demo_has_fewer_than_five(loaded: Store) -> None:
    for by in ("sector", "size", "membership"):
        for name in ("satisfaction", "services"):
            heads = [column.label for column in drawn(loaded, name, by=by).table.columns if "(n = " in column.label]
            assert len(heads) > 2
            assert min(int(re.findall(r"n = (\d+)", head)[0]) for head in heads) >= FEWEST


def test_the_demo_s_course_of_satisfaction_is_the_drawn_one(loaded: Store) -> None:
    wave = import_as_of(loaded, "Demo 2026")
    assert wave
    found = satisfaction(loaded, wave)
    assert found.overall is not None
    assert found.overall.rating.counts == (0, 4, 12, 23, 17)
