"""Do figures stay true where the registers are odd: days to come, other spellings, several years in one period?"""

from __future__ import annotations

import datetime as dt

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.intake import read_register
from lsn_data.language import Language
from lsn_data.store import Store, save
from lsn_data.topics.kpis import compute
from lsn_data.topics.kpis.answer import Kpi, kpi
from lsn_data.topics.kpis.compute import Target, measured
from lsn_data.topics.kpis.periods import period_of

EN, DE = Language("en"), Language("de")
TODAY = dt.date(2026, 11, 22)


def bring(store: Store, kind: str, *lines: str, as_of: dt.date = TODAY) -> None:
    found = read_register("\n".join(lines).encode(), f"{kind}.csv", kind)
    assert found.status == "ready", found.problems
    save(store, found, actor="test", as_of=as_of)


def one(store: Store, code: str) -> Kpi:
    found = kpi(store, code, TODAY)
    assert found is not None
    return found


def counted(store: Store, code: str) -> dict[str, float]:
    return {value.period.text: value.value for value in one(store, code).computed}


def finding(store: Store, name: str, say: Language = EN, **filters: str) -> str:
    return draw(store, Pick.of(name, **filters), say).message


@pytest.mark.parametrize("left", ["2028-01-01", "2026-02-01"])
def test_a_leaver_of_this_year_or_to_come_keeps_the_newest_year_told(store: Store, left: str) -> None:
    bring(store, "members", "member,joined,left", "A,2019-01-01,", f"B,2021-05-01,{left}")
    assert counted(store, "members") == {"2025": 2}


def test_a_row_that_left_before_it_joined_takes_nobody_else_away(store: Store) -> None:
    bring(store, "members", "member,joined,left", "A,2019-01-01,", "B,2024-05,2020", "C,2018,2024-06")
    assert counted(store, "members") == {"2024": 1, "2025": 1}


@pytest.mark.parametrize("country", ["dk", "Denmark", "Dänemark"])
def test_a_partner_in_the_north_counts_however_its_country_is_written(store: Store, country: str) -> None:
    bring(store, "partnerships", "partner,country,since", f"A,{country},2024")
    assert counted(store, "northern-network") == {"2024": 1, "2025": 1}


def test_an_amount_in_eur_counts_however_it_is_written(store: Store) -> None:
    bring(store, "finance", "period,source,institutional,amount,currency", "2025,Fees,no,100,eur")
    assert counted(store, "total-income") == {"2025": 100}


def test_income_of_several_years_is_no_income_of_one(store: Store) -> None:
    head = "period,source,institutional,amount"
    bring(store, "finance", head, "2024/2025,Fees,no,100", "2025,State,yes,300", "2025,Fees,no,300")
    exhibit = draw(store, Pick("projects-income"), EN)
    assert exhibit.table.column("year") == ("2025",)
    assert "1 row for several years is left out." in exhibit.notes


def test_who_has_passed_a_target_has_reached_it_also_where_nobody_said_what_is_better() -> None:
    line = [measured(str(2021 + at), 310 + 10 * at) for at in range(5)]
    assert compute.rating(line, Target(340, period_of("2030")), None) == "reached"
    falling = [measured(str(2021 + at), 50 - 5 * at) for at in range(5)]
    assert compute.rating(falling, Target(32, period_of("2030")), None) == "reached"


def test_values_without_scatter_have_no_range(store: Store) -> None:
    rows = [f"calm,{2021 + at},7,9,2030" for at in range(5)]
    bring(store, "kpi", "kpi,period,value,target,target_period", *rows)
    said = "\n".join(str(cell) for row in draw(store, Pick.of("kpi", kpi="calm"), DE).table.rows for cell in row)
    told = "\n".join(map(str, draw(store, Pick.of("kpi", kpi="calm"), DE).chart.table.rows))
    assert "zwischen 7 und 7" not in said + told
    assert "keine Spanne" in said + told or "Spanne lässt sich nicht angeben" in said + told


def test_one_kpi_alone_is_not_said_to_be_none_of_one(store: Store) -> None:
    assert (
        finding(store, "kpis", theme="visibility") == "No outcome KPI can be rated yet: targets and values are missing"
    )


def test_published_projects_are_a_selection_and_no_year_is_counted_in_them_alone(store: Store) -> None:
    bring(store, "projects", "project", "Without a day")
    assert counted(store, "innovation-projects") == {}
    bring(store, "projects", "project,start,themes", "Ours,2024,innovation")
    assert counted(store, "innovation-projects") == {"2024": 1, "2025": 0}
    assert finding(store, "kpi-rows", kpi="innovation-projects") == "No row counts for 2025: 0"


def test_a_factor_without_votes_weighs_least_not_most(store: Store) -> None:
    bring(store, "swot", "id,quadrant,text_en,votes,voters", "Q1,threat,Nobody's,0,0")
    assert "weighs most" not in finding(store, "swot")


def test_measures_without_factors_are_not_said_to_name_one_side(store: Store) -> None:
    bring(store, "measures", "measure,theme,principles,addresses", "M1,visibility,networking,S1")
    assert finding(store, "tows") == (
        "No measure joins inside and outside: where factors are named, they are of one side only"
    )
    assert finding(store, "swot-flow") == "1 of 32 factors leads to a KPI, the others end before"
    assert finding(store, "swot-flow", theme="organisation").startswith("None of the")
    assert finding(store, "swot", theme="visibility").startswith("The only risk has no measure: “")


def test_the_share_of_a_group_is_of_those_whose_group_is_told(store: Store) -> None:
    bring(store, "members", "member,sector,joined,left", "A,biotech,2019,", "B,,2019,", "C,pharma,2019,2024-05-01")
    assert finding(store, "members-composition", by="sector") == (
        "The register tells the group of one member alone: “Biotechnology”"
    )
    assert "who the members are stands in the register" in finding(store, "members-told")
    assert finding(store, "members-flow").startswith("0 members join and 0.5 leave in an average year (2024 to 2025)")


def test_one_upload_is_not_none_of_one(store: Store) -> None:
    bring(store, "services", "service,period,users", "Fair,2025,5")
    assert finding(store, "freshness") == "The uploaded source is not over 6 months old"
    assert finding(store, "freshness", DE) == "Die hochgeladene Quelle ist höchstens 6 Monate alt"


def test_a_project_without_a_named_follow_up_is_not_said_to_have_none(store: Store) -> None:
    assert finding(store, "project", project="MAGIA2Market") == "MAGIA2Market ended 2023-02; no follow-up is named"


def test_a_story_of_an_outcome_is_not_called_one_of_an_impact(store: Store) -> None:
    bring(store, "stories", "story,problem,solution,contribution,kpi", "A,B,C,D,members")
    assert draw(store, Pick("story"), EN).title == "Success story · KPI Members of LSN"


def test_one_other_cluster_leads_nobody(store: Store) -> None:
    bring(store, "peers", "organisation,measure,period,value", "Y,followers,2023,5")
    assert finding(store, "peers-social") == "Followers: only Y names a value of 2023, 5"


def test_figures_of_a_strategy_that_is_no_more_are_refused(store: Store) -> None:
    with pytest.raises(Refused):
        draw(store, Pick.of("strategy-figures", cluster="third"), EN)


def test_a_strategy_of_one_row_is_told_as_what_it_is(store: Store) -> None:
    bring(store, "strategy", "strategy,part,code", "third,theme,region")
    assert finding(store, "strategy-at-a-glance", cluster="third") == (
        "1 theme, 0 principles, 0 measures: there is no matrix without themes and principles"
    )
    assert finding(store, "strategy-matrix", cluster="third") == "The matrix is empty"
    assert "third hat 1 Thema" in finding(store, "strategy-comparison", DE)
    with pytest.raises(Refused):  # Our KPIs are none of its measures of success.
        draw(store, Pick.of("strategy-success", cluster="third"), EN)


def test_a_strategy_without_themes_may_tell_its_success(store: Store) -> None:
    bring(store, "strategy", "strategy,part,code,name_en", "third,success,s1,Win")
    assert finding(store, "strategy-success", cluster="third") == "1 statement tells success, 0 in each focus area"


def test_a_target_whose_year_is_over_is_not_carried_on(store: Store) -> None:
    rows = [f"late,%,up,{2022 + at},{20 + at},40,2025" for at in range(4)]
    bring(store, "kpi", "kpi,unit,better,period,value,target,target_period", *rows)
    said = finding(store, "kpi", DE, kpi="late")
    assert "das Ziel 40\u202f% bis 2025 ist nicht erreicht und sein Jahr vorbei" in said
    assert "Abstand von 17 Punkten" in said


def test_one_payer_pays_alone(store: Store) -> None:
    bring(store, "projects", "project,start,countries", "Alpha,2025,JP")
    bring(store, "funding", "project,programme,amount", "Alpha,Fund,5")
    assert finding(store, "projects-funders", DE, programme="Fund").startswith(
        "1 Programm oder Geldgeber fördert Projekte"
    )


def test_one_vote_is_one_vote(store: Store) -> None:
    head = "workshop,date,theme,question,statement,votes"
    bring(store, "workshops", head, "W,2024,region,needs,One,1", "W,2024,region,needs,Two,0.5")
    assert finding(store, "workshops", DE).startswith("„One“ liegt mit 1 Stimme vorn")
