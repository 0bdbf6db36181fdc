"""Do the KPIs tell what the registers hold: entered, published and computed values, each by its rule?"""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from lsn_data import demo
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.store import Store, save
from lsn_data.topics.kpis.answer import Kpi, kpi, kpis, rating_word, registers_of
from lsn_data.topics.kpis.as_json import listing
from lsn_data.topics.kpis.computed import computed, rows_behind

EN, DE = Language("en"), Language("de")
TODAY = dt.date(2026, 11, 22)


def bring(store: Store, kind: str, *lines: str, as_of: dt.date = TODAY) -> None:
    found = read_register("\n".join(lines).encode(), f"{kind}-{len(lines)}.csv", kind)
    assert found.status == "ready", found.problems
    save(store, found, actor="test", as_of=as_of)


def one(store: Store, code: str) -> Kpi:
    found = kpi(store, code, TODAY)
    assert found is not None
    return found


def values_of(found: Kpi) -> dict[str, float]:
    return {value.period.text: value.value for value in found.computed}


def test_all_sixteen_are_there_without_a_value_and_none_is_rated_by_chance(store: Store) -> None:
    found = kpis(store, TODAY)
    assert (len(found), sum(one.is_outcome for one in found)) == (16, 11)
    assert {one.rating for one in found if one.is_outcome} == {"no target"}
    assert {one.rating for one in found if not one.is_outcome} == {None}
    assert all(one.outlook is None for one in found)
    assert [one.code for one in found if one.line] == ["members"]


def test_published_lists_are_selections_and_nothing_is_counted_in_them(store: Store) -> None:
    assert registers_of(store, TODAY) == {}
    assert all(not one.computed for one in kpis(store, TODAY))


def test_themes_stand_in_the_strategys_order_with_outcomes_first(loaded: Store) -> None:
    found = kpis(loaded, TODAY)
    assert [one.code for one in found][:2] == ["measures-seen", "social-media-place"]
    places = [(one.theme, one.is_outcome) for one in found]
    assert places == sorted(places, key=lambda place: (
        ["visibility", "innovation", "region", "competencies", "internationalisation", "organisation"].index(place[0]),
        not place[1],
    ))  # fmt: skip


def test_the_demo_shows_every_state(loaded: Store) -> None:
    found = {one.code: one for one in kpis(loaded, TODAY)}
    assert {one.rating for one in found.values()} >= {"reached", "nearly", "too slow", "wrong way", "too few points"}
    assert found["new-services"].rating == "too few points"
    assert found["economic-footprint"].stale
    assert found["economic-footprint"].stale.due == "2025"
    assert [one.value for one in found["economic-footprint"].earlier] == [5.1]


def test_members_are_counted_at_each_years_end_as_the_registers_of_those_years_had_it(loaded: Store) -> None:
    with (demo.FOLDER / "members.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for year, counted in values_of(one(loaded, "members")).items():
        day = f"{year}-12-31"
        by_hand = [row for row in rows if row["joined"] <= day and (not row["left"] or row["left"] > day)]
        assert counted == len(by_hand)
        assert len(rows_behind("members", int(year), registers_of(loaded, TODAY))) == len(by_hand)
    assert min(values_of(one(loaded, "members"))) == "2016"


@pytest.mark.parametrize(
    ("code", "of"),
    [
        ("members", {}), ("premium-members", {}), ("total-income", {}), ("non-institutional-share", {}),
    ],
)  # fmt: skip
def test_what_was_entered_agrees_with_what_the_registers_give(loaded: Store, code: str, of: dict[str, float]) -> None:
    found = one(loaded, code)
    counted = values_of(found)
    entered = {value.period.text: value.value for value in found.line}
    assert {year: pytest.approx(value, abs=0.05) for year, value in entered.items()} == {
        year: counted[year] for year in entered
    }


def test_the_years_by_hand(loaded: Store) -> None:
    assert values_of(one(loaded, "partnerships"))["2025"] == 3
    assert values_of(one(loaded, "northern-network")) == {
        "2019": 1, "2020": 1, "2021": 2, "2022": 3, "2023": 5, "2024": 6, "2025": 8,
    }  # fmt: skip
    assert values_of(one(loaded, "new-services")) == {
        "2020": 1, "2021": 1, "2022": 1, "2023": 0, "2024": 1, "2025": 1,
    }  # fmt: skip
    assert values_of(one(loaded, "international-projects"))["2025"] == 2


def test_a_register_that_keeps_no_leavers_tells_the_newest_year_alone(store: Store) -> None:
    bring(store, "members", "member,joined,left", "A,2019-01-01,", "B,2021-05-01,", as_of=dt.date(2026, 3, 31))
    assert values_of(one(store, "members")) == {"2025": 2}
    bring(store, "members", "member,joined,left", "A,2019-01-01,", "B,2021-05-01,", "C,2010,2023-06",
          as_of=dt.date(2026, 4, 30))  # fmt: skip
    assert values_of(one(store, "members")) == {"2023": 2, "2024": 2, "2025": 2}


def test_a_year_that_is_not_over_is_not_counted(store: Store) -> None:
    bring(store, "partnerships", "partner,country,since", "A,DK,2024", "B,SE,2026-02", as_of=dt.date(2026, 9, 30))
    assert values_of(one(store, "partnerships")) == {"2024": 1, "2025": 0}


def test_income_of_a_year_with_a_gap_or_another_currency_is_not_told(store: Store) -> None:
    bring(
        store, "finance", "period,source,institutional,amount,currency",
        "2022,Fees,no,100,EUR", "2022,Grant,yes,300,EUR", "2023,Fees,no,100,EUR", "2023,Fair,no,50,DKK",
        "2024-01/2024-03,Fees,no,100,EUR", "2025,Fees,,100,EUR",
    )  # fmt: skip
    assert values_of(one(store, "total-income")) == {"2022": 400, "2025": 100}
    assert values_of(one(store, "non-institutional-share")) == {"2022": 25}


def test_quarters_of_a_year_add_up(store: Store) -> None:
    quarters = [f"2024-{3 * at + 1:02}/2024-{3 * at + 3:02},Fees,no,10,EUR" for at in range(4)]
    bring(store, "finance", "period,source,institutional,amount,currency", *quarters)
    assert values_of(one(store, "total-income")) == {"2024": 40}


def test_computed_values_stand_in_for_a_sheet_that_nobody_sent(store: Store) -> None:
    years = [f"P{year}{at},DK,{year}" for year, count in ((2021, 1), (2022, 2), (2023, 3), (2024, 4), (2025, 5))
             for at in range(count)]  # fmt: skip
    bring(store, "partnerships", "partner,country,since", *years)
    found = one(store, "partnerships")
    assert [value.value for value in found.line] == [1, 2, 3, 4, 5]
    bring(store, "kpi", "kpi,period,value", "partnerships,2025,9")
    assert [(value.value, value.origin) for value in one(store, "partnerships").line] == [(9, "uploaded")]


def test_a_kpi_in_another_unit_is_not_computed(store: Store) -> None:
    bring(store, "partnerships", "partner,country,since", "A,DK,2024")
    bring(store, "kpi", "kpi,period,value,unit", "partnerships,2025,9,points of 5")
    assert one(store, "partnerships").computed == ()


def test_the_target_set_last_counts_and_says_who_set_it(store: Store) -> None:
    bring(
        store, "kpi", "kpi,period,value,target,target_period,target_set_by,target_set_on",
        "members,2023,280,400,2030,Management,2023-05", "members,2024,290,340,2030,Board,2025-11-20",
        "members,2022,270,500,2030,Management,2022-05",
    )  # fmt: skip
    target = one(store, "members").target
    assert target
    assert (target.value, target.set_by, target.set_on) == (340, "Board", "2025-11-20")


def test_a_target_without_a_year_is_meant_for_2030(store: Store) -> None:
    bring(store, "kpi", "kpi,period,value,target", "members,2023,280,400")
    target = one(store, "members").target
    assert target
    assert (target.period.text, target.assumed) == ("2030", True)


@pytest.mark.parametrize(("newest", "due"), [("2025", None), ("2024", "2025"), ("2022", "2025")])
def test_a_yearly_value_is_late_half_a_year_after_it_was_due(store: Store, newest: str, due: str | None) -> None:
    first = int(newest) - 3
    bring(store, "kpi", "kpi,period,value", *(f"measures-seen,{first + at},{40 + at}" for at in range(4)))
    stale = one(store, "measures-seen").stale
    assert (stale.due if stale else None) == due


def test_a_value_every_second_year_is_not_late_in_between(store: Store) -> None:
    bring(store, "kpi", "kpi,period,value", *(f"measures-seen,{year},{year - 1980}" for year in (2020, 2022, 2024)))
    assert one(store, "measures-seen").stale is None


def test_the_json_has_the_shape_of_the_contract_and_the_pages_figures(loaded: Store) -> None:
    found = {row["kpi"]: row for row in listing(loaded, TODAY)["kpis"]}
    members = found["members"]
    assert (members["rating"], members["target"]) == ("reached", {"period": "2030", "value": 340})
    assert members["forecast"]["mean"] == 342
    assert 0 <= members["forecast"]["chance_low"] <= members["forecast"]["chance_high"] <= 1
    assert all(row["rating"] is None for row in found.values() if row["level"] == "impact")
    assert all(row["forecast"] is None for row in found.values() if len(row["values"]) < 4)
    assert {value["origin"] for value in members["values"]} == {"published", "demo", "computed"}
    assert set(members["values"][0]) == {"period", "value", "vintage", "source", "origin", "break"}
    assert members["rated_from"] == ["demo"]


def test_every_rating_has_a_word_in_both_languages() -> None:
    every = ("reached", "nearly", "too slow", "wrong way", "too few points", "no target", None)
    for say in (EN, DE):
        words = [rating_word(rating, say) for rating in every]
        assert all(words)
        assert len(set(words)) == len(every)


def test_nothing_is_computed_for_a_kpi_without_a_rule() -> None:
    assert computed("spin-offs-relocations", {}) == []
    assert rows_behind("members", 2025, {}) == []
