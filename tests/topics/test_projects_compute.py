"""When does a project run, what follows it, what ends soon, and how much money is behind it?"""

from __future__ import annotations

import datetime as dt

import pytest

from lsn_data.language import Language
from lsn_data.topics.days import first_day, last_day
from lsn_data.topics.projects.compute import months_from, portfolio, state
from lsn_data.topics.projects.countries import code_of, codes_of, name_of, three_letters
from lsn_data.topics.projects.money import by_theme, money
from tests.topics.made_projects import TODAY, paid, project


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2016-06-21", dt.date(2016, 6, 21), dt.date(2016, 6, 21)),
        ("2024-13", None, None),
        ("2023-02-30", None, None),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_a_year_or_a_month_stands_for_all_of_it(said: str | None, first: dt.date | None, last: dt.date | None) -> None:
    assert (first_day(said), last_day(said)) == (first, last)


def test_months_are_counted_from_day_to_day_and_never_past_a_months_end() -> None:
    assert months_from(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)
    assert months_from(dt.date(2026, 1, 15), -1) == dt.date(2025, 12, 15)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (project("A", "2020", "2021", status="running"), "running"),
        (project("A", "2024", "2027"), "running"),
        (project("A", "2024"), "running"),
        (project("A", "2024", "2026-10"), "ended"),
        (project("A", None, "2026-11-22"), "unknown"),
        (project("A", None, "2026-11-21"), "ended"),
        (project("A", "2027-01"), "planned"),
        (project("A"), "unknown"),
    ],
)
def test_a_project_stands_as_its_status_says_else_as_its_days_tell(row: dict[str, object], expected: str) -> None:
    assert state(row, TODAY) == expected


def test_who_is_said_to_run_though_its_end_is_past_is_told() -> None:
    found = portfolio([project("A", "2020", "2021", status="running"), project("B", "2020", "2027")], TODAY)
    assert [one.contradicts for one in found] == [True, False]


def test_follow_ups_make_one_chain_oldest_first_whatever_the_order_and_writing() -> None:
    rows = [
        project("C", "2024", follows="b"), project("A", "2018", "2019"), project("B", "2020", follows="A"),
        project("B 2", "2019", follows="A"), project("Alone"),
    ]  # fmt: skip
    found = {one.code: one for one in portfolio(rows, TODAY)}
    assert found["A"].chain == found["C"].chain == ("A", "B 2", "B", "C")
    assert (found["B"].follows, found["A"].followed_by, found["Alone"].chain) == ("A", ("B", "B 2"), ("Alone",))


@pytest.mark.parametrize(
    "rows",
    [
        [project("A", follows="A")],
        [project("A", follows="B"), project("B", follows="A")],
        [project("A", follows="C"), project("B", follows="A"), project("C", follows="B")],
    ],
)
def test_a_circle_of_follow_ups_ends_where_it_closes(rows: list[dict[str, object]]) -> None:
    for one in portfolio(rows, TODAY):  # type: ignore[arg-type]
        assert sorted(one.chain) == sorted(str(row["project"]) for row in rows)


def test_a_follow_up_of_an_unknown_project_stands_alone() -> None:
    (one,) = portfolio([project("A", follows="never heard of")], TODAY)
    assert (one.chain, one.follows) == (("A",), None)


def test_the_parts_of_a_project_are_known_to_it() -> None:
    found = {one.code: one for one in portfolio([project("Whole"), project("Part", part_of="whole")], TODAY)}
    assert found["Whole"].parts == ("Part",)
    assert found["Part"].chain == ("Part",)


@pytest.mark.parametrize(
    ("end", "more", "expected"),
    [
        ("2027-11-22", {}, True), ("2027-11-23", {}, False), ("2027-10", {}, True), ("2027", {}, False),
        ("2026-05-22", {"status": "ended"}, True), ("2026-05-21", {"status": "ended"}, False),
        ("2026-10", {"status": "running"}, True), ("2027-01", {"status": "ended"}, False),
        ("2027-01", {"status": "planned"}, False), (None, {"status": "running"}, False),
    ],
)  # fmt: skip
def test_what_ends_within_a_year_or_ended_within_half_a_year_ends_soon(
    end: str | None, more: dict[str, str], expected: bool
) -> None:
    (one,) = portfolio([project("A", "2024", end, **more)], TODAY)
    assert one.ends_soon is expected


def test_a_planned_follow_up_is_enough_to_not_end_soon() -> None:
    rows = [project("A", "2024", "2027-01"), project("B", "2027-02", follows="A", status="planned")]
    assert not any(one.ends_soon for one in portfolio(rows, TODAY))


def test_amounts_in_doubt_and_unknown_ones_are_counted_and_never_summed() -> None:
    rows = [paid("A", 100.0), paid("A", 20.5, currency=None), paid("B", 7.0, currency="dkk"), paid("B", None),
            paid("C", 999.0, doubtful=True), paid("C", None, doubtful=True)]  # fmt: skip
    found = money(rows)
    assert found.sums == {"EUR": 120.5, "DKK": 7.0}
    assert (found.known, found.doubtful, found.unknown) == (3, 1, 2)


def test_a_project_with_several_themes_gives_each_its_share_and_the_themes_add_up() -> None:
    rows = [project("A", themes=["region", "visibility"]), project("B", themes=["region"]), project("C")]
    shares = by_theme(rows, [paid("a", 90.0), paid("B", 10.0), paid("C", 5.0), paid("C", 1.0, doubtful=True)])
    assert shares == {"region": {"EUR": 55.0}, "visibility": {"EUR": 45.0}, "none": {"EUR": 5.0}}
    assert sum(sums["EUR"] for sums in shares.values()) == 105.0


def test_countries_are_known_by_code_and_by_name_in_both_languages() -> None:
    assert [code_of(said) for said in ("de", "Deutschland", "Germany", "Tschechien", "USA", "Japan")] == [
        "DE", "DE", "DE", "CZ", "US", "JP",
    ]  # fmt: skip
    assert codes_of(["DK", "Denmark", "Ostsee", "150", "EU"]) == ["DK"]
    assert (name_of("DK", Language("de")), name_of("DK", Language("en"))) == ("Dänemark", "Denmark")


def test_every_country_has_the_code_of_three_letters_that_the_map_knows() -> None:
    known = three_letters()
    expected = {"DE": "DEU", "DK": "DNK", "FR": "FRA", "GB": "GBR", "JP": "JPN", "US": "USA", "CN": "CHN", "SK": "SVK"}
    assert {code: known[code] for code in expected} == expected
    assert len(set(known.values())) == len(known) > 200
