"""Do the published projects and their funding say what their sources say, and no more?"""

from __future__ import annotations

import re

import pytest

from tests.datasets.published import Rows, assert_plain, rows, several

ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
COUNTRY = re.compile(r"[A-Z]{2}")
THEMES = {"visibility", "innovation", "region", "competencies", "internationalisation", "organisation"}
PROJECT_FIELDS = (
    "project,title_en,title_de,start,end,role,partners,countries,regions,themes,part_of,follows,status,source,note"
)
FUNDING_FIELDS = "project,programme,funder,amount,currency,institutional,doubtful,note"


@pytest.fixture(scope="module")
def projects() -> dict[str, dict[str, str]]:
    return {row["project"]: row for row in rows("projects.csv")}


@pytest.fixture(scope="module")
def funding() -> Rows:
    return rows("funding.csv")


@pytest.mark.parametrize(("name", "fields"), [("projects.csv", PROJECT_FIELDS), ("funding.csv", FUNDING_FIELDS)])
def test_the_files_are_plain_csv_with_the_agreed_columns(name: str, fields: str) -> None:
    assert_plain(name, fields)


def test_there_are_fourteen_projects_and_no_name_comes_twice(projects: dict[str, dict[str, str]]) -> None:
    assert len(rows("projects.csv")) == len(projects) == 14


def test_every_project_has_both_titles_a_status_and_a_source(projects: dict[str, dict[str, str]]) -> None:
    for name, row in projects.items():
        assert row["title_en"], name
        assert row["title_de"], name
        assert row["status"] in {"ended", "running"}, name
        assert row["source"].startswith(("Life Science Nord", "Dirk Keil")), name


def test_a_project_follows_or_belongs_to_a_project_that_is_there(projects: dict[str, dict[str, str]]) -> None:
    follows = {name: row["follows"] for name, row in projects.items() if row["follows"]}
    assert follows == {
        "HIHeal next level transition": "HIHeal",
        "MAGIA2Market": "MAGIA",
        "P.I.L.O.T. Next Level": "P.I.L.O.T.",
    }
    assert {name: row["part_of"] for name, row in projects.items() if row["part_of"]} == {"BRIDGE 53": "HIHeal"}
    assert set(follows.values()) <= set(projects)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("BFCC", "2016-03", "2019-02"),
        ("BONEBANK", "2015-09", "2020-08"),
        ("BRIDGE 53", "", ""),
        ("ELISE", "2017-01-01", "2021-12-31"),
        ("HIHeal", "2016-04-01", "2022-12-31"),
        ("HIHeal next level transition", "", ""),
        ("InnoReAct", "2022-01-01", "2023-02-28"),
        ("KI#CK", "", ""),
        ("MAGIA", "2018", "2019"),
        ("MAGIA2Market", "2020-09", "2023-02"),
        ("NORTHOPEDICS", "2016-06-21", "2019-06-30"),
        ("P.I.L.O.T.", "2020-01-01", "2023-03-31"),
        ("P.I.L.O.T. Next Level", "2023-04", ""),
        ("NorDigHealth", "", ""),
    ],
)
def test_a_run_time_is_as_exact_as_its_source(
    projects: dict[str, dict[str, str]], name: str, start: str, end: str
) -> None:
    row = projects[name]
    assert (row["start"], row["end"]) == (start, end)
    assert all(ISO.fullmatch(date) for date in (start, end) if date)
    assert not end or start < end


def test_a_role_is_given_only_where_a_source_gives_one(projects: dict[str, dict[str, str]]) -> None:
    assert {name: row["role"] for name, row in projects.items() if row["role"]} == {
        "BFCC": "lead",
        "BONEBANK": "partner",
        "KI#CK": "lead",
        "MAGIA": "partner",
        "MAGIA2Market": "partner",
        "NorDigHealth": "partner",
    }


def test_countries_and_themes_are_codes(projects: dict[str, dict[str, str]]) -> None:
    for name, row in projects.items():
        assert all(COUNTRY.fullmatch(code) for code in several(row["countries"])), name
        assert set(several(row["themes"])) <= THEMES, name


def test_focus_regions_carry_the_codes_of_the_strategy(projects: dict[str, dict[str, str]]) -> None:
    named = {region for row in projects.values() for region in several(row["regions"])}
    focus = {row["code"] for row in rows("strategy_lsn.csv") if row["part"] == "region"}
    assert named & focus == {"north_baltic_sea", "US", "JP"}
    assert named - focus == {"CN", "DE-SH"}


def test_where_only_numbers_of_partners_are_known_the_note_says_them(projects: dict[str, dict[str, str]]) -> None:
    bfcc = projects["BFCC"]
    assert (bfcc["partners"], bfcc["countries"]) == ("", "")
    assert "13 organisations from seven countries" in bfcc["note"]


def test_japan_is_a_target_of_the_follow_up_and_the_contradiction_is_told(
    projects: dict[str, dict[str, str]],
) -> None:
    assert several(projects["MAGIA"]["regions"]) == ["US", "CN"]
    assert several(projects["MAGIA2Market"]["regions"]) == ["US", "CN", "JP"]
    assert "Japan" in projects["MAGIA"]["note"]


@pytest.mark.parametrize("name", ["projects.csv", "funding.csv"])
def test_a_note_is_english_then_german_parted_by_one_slash(name: str) -> None:
    for row in rows(name):
        assert not row["note"] or len([half for half in row["note"].split(" / ") if half]) == 2, row


def test_money_belongs_to_a_project_and_comes_from_somewhere(
    projects: dict[str, dict[str, str]], funding: Rows
) -> None:
    for row in funding:
        assert row["project"] in projects
        assert row["programme"] or row["funder"], row
        assert row["institutional"] == "no", "a project grant is not institutional funding"
        assert row["doubtful"] in {"yes", "no"}
    unfunded = {"MAGIA2Market", "HIHeal next level transition", "P.I.L.O.T. Next Level"}
    assert set(projects) - {row["project"] for row in funding} == unfunded


def test_amounts_are_the_printed_figures_and_the_doubtful_ones_say_so(funding: Rows) -> None:
    assert [(row["project"], row["amount"], row["currency"], row["doubtful"]) for row in funding if row["amount"]] == [
        ("ELISE", "1217494.00", "EUR", "yes"),
        ("KI#CK", "193000", "EUR", "yes"),
        ("KI#CK", "249000", "EUR", "yes"),
    ]
    assert all(row["note"] for row in funding if row["doubtful"] == "yes")
    assert all(not row["currency"] for row in funding if not row["amount"])


def test_several_funders_of_a_project_are_several_rows(funding: Rows) -> None:
    names = [row["project"] for row in funding]
    several_funders = {"BRIDGE 53", "HIHeal", "KI#CK", "NORTHOPEDICS", "P.I.L.O.T."}
    assert {name for name in names if names.count(name) > 1} == several_funders
    assert all(names.count(name) == 2 for name in several_funders)
