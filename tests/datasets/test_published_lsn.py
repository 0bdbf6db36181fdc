"""Is LSN's own strategy whole: themes, measures, SWOT, KPIs and figures, in both languages, each with its source?"""

from __future__ import annotations

from collections import Counter

import pytest

from lsn_data.sheets.survey import ITEMS
from tests.datasets.published import Rows, assert_plain, rows, several

FIELDS = {
    "strategy_lsn.csv": "strategy,part,code,theme,principle,order,name_en,name_de,text_en,text_de,source",
    "measures_lsn.csv": (
        "strategy,measure,parent,title_en,title_de,theme,principles,status,owner,start,due,addresses,source"
    ),
    "swot_lsn.csv": "id,quadrant,text_en,text_de,themes,evidence,votes,voters,source",
    "kpi_lsn.csv": (
        "kpi,name_en,name_de,theme,level,unit,better,period,value,vintage,method,break,source,"
        "target,target_period,target_set_by,target_set_on"
    ),
    "context_lsn.csv": "figure,name_en,name_de,period,value,unit,theme,source",
}
KEYS = {
    "strategy_lsn.csv": ("strategy", "part", "code"),
    "measures_lsn.csv": ("strategy", "measure"),
    "swot_lsn.csv": ("id",),
    "kpi_lsn.csv": ("kpi", "period", "vintage"),
    "context_lsn.csv": ("figure", "period"),
}
DOCUMENT = "LSN 2030 (2025), chapter "
THEMES = ["visibility", "innovation", "region", "competencies", "internationalisation", "organisation"]
PRINCIPLES = ["networking", "informing", "positioning"]
SAME_IN_BOTH = {"USA", "Japan"}

every_file = pytest.mark.parametrize("name", list(FIELDS))


def part(name: str) -> Rows:
    return [row for row in rows("strategy_lsn.csv") if row["part"] == name]


def kpis() -> dict[str, Rows]:
    """The rows of each KPI: its definition, then its published values."""
    found: dict[str, Rows] = {}
    for row in rows("kpi_lsn.csv"):
        found.setdefault(row["kpi"], []).append(row)
    return found


def printed(figure: str) -> list[tuple[str, str, str]]:
    """(period, value, unit) of a context figure, as they stand in the file."""
    return [(row["period"], row["value"], row["unit"]) for row in rows("context_lsn.csv") if row["figure"] == figure]


@every_file
def test_the_files_are_plain_csv_with_the_agreed_columns(name: str) -> None:
    assert_plain(name, FIELDS[name])


@every_file
def test_every_row_names_the_document_and_the_place_in_it(name: str) -> None:
    for row in rows(name):
        ours = row["source"].startswith(DOCUMENT) and len(row["source"]) > len(DOCUMENT) + 2
        assert ours or name in ("kpi_lsn.csv", "context_lsn.csv"), row
        assert ours or (row["source"] and row["value"]), row


@every_file
def test_every_text_is_there_in_both_languages_and_was_not_left_in_one(name: str) -> None:
    for row in rows(name):
        for english in (field for field in row if field.endswith("_en")):
            first, second = row[english], row[english.removesuffix("_en") + "_de"]
            assert first.strip() == first != "", row
            assert second.strip() == second != "", row
            assert first != second or first in SAME_IN_BOTH, row


@every_file
def test_german_is_written_with_umlauts(name: str) -> None:
    for row in rows(name):
        german = " ".join(row[field] for field in row if field.endswith("_de"))
        assert not any(word in german for word in ("fuer", "ueber", "Massnahme", "staerk", "koenn")), german


@every_file
def test_no_row_stands_twice(name: str) -> None:
    keys = Counter(tuple(row[field] for field in KEYS[name]) for row in rows(name))
    assert max(keys.values()) == 1, keys.most_common(1)


@every_file
def test_only_themes_and_principles_of_the_strategy_are_named(name: str) -> None:
    for row in rows(name):
        named = several(row.get("themes", "")) + several(row.get("theme", ""))
        assert set(named) <= set(THEMES), row
        assert len(named) == len(set(named)), row
        served = several(row.get("principles", "")) + several(row.get("principle", ""))
        assert set(served) <= set(PRINCIPLES), row


def test_the_themes_are_those_that_the_survey_items_became() -> None:
    assert [row["code"] for row in part("theme")] == THEMES
    assert [(row["name_en"], row["name_de"]) for row in part("theme")] == [
        (item.en, item.de) for item in ITEMS if item.theme
    ]
    assert all("2030" in row["text_en"] and "2030" in row["text_de"] for row in part("theme"))


def test_the_parts_of_the_strategy_have_the_numbers_of_the_document() -> None:
    assert Counter(row["part"] for row in rows("strategy_lsn.csv")) == {
        "theme": 6,
        "principle": 3,
        "mission": 6,
        "action": 6,
        "value": 5,
        "field": 3,
        "region": 4,
        "process": 8,
        "rule": 7,
        "context": 8,
        "format": 5,
    }


def test_each_part_is_numbered_from_one() -> None:
    for name in {row["part"] for row in rows("strategy_lsn.csv")}:
        orders = [row["order"] for row in part(name)]
        assert orders == [str(place) for place in range(1, len(orders) + 1)], name


def test_the_acronym_nip_is_vip_in_german() -> None:
    assert [row["code"] for row in part("principle")] == PRINCIPLES
    assert "".join(row["name_en"][0] for row in part("principle")) == "NIP"
    assert "".join(row["name_de"][0] for row in part("principle")) == "VIP"


def test_the_way_to_the_strategy_is_told_step_by_step() -> None:
    assert [row["code"] for row in part("process")] == [
        "kick-off",
        "workshop-themes-1",
        "workshop-themes-2",
        "workshop-states",
        "survey",
        "swot",
        "strategy-workshop",
        "approval",
    ]


def test_the_industry_context_names_all_eight_footnotes() -> None:
    sources = " ".join(row["source"] for row in part("context"))
    publishers = ("DIHK", "BIOCOM", "VDE", "vfa", "EY", "Elektronik Praxis", "BVMed")
    assert all(publisher in sources for publisher in publishers)
    for words in ("footnote 1:", "footnotes 2 and 3:", *(f"footnote {number}:" for number in range(4, 9))):
        assert words in sources


def test_twenty_two_measures_serve_one_principle_each() -> None:
    measures = rows("measures_lsn.csv")
    assert Counter(row["principles"] for row in measures) == {"networking": 7, "informing": 7, "positioning": 8}
    cells = Counter((row["theme"], row["principles"]) for row in measures)
    counts = {theme: [cells[theme, principle] for principle in PRINCIPLES] for theme in THEMES}
    usual = [1, 1, 1]
    assert counts == dict.fromkeys(THEMES, usual) | {"visibility": [1, 2, 3], "internationalisation": [2, 1, 1]}


def test_measures_are_counted_within_their_theme_and_nobody_is_in_charge_yet() -> None:
    seen: Counter[str] = Counter()
    for row in rows("measures_lsn.csv"):
        seen[row["theme"]] += 1
        assert row["measure"] == f"{row['theme']}-{seen[row['theme']]}"
        assert row["strategy"] == "lsn-2030"
        assert not any(row[field] for field in ("parent", "status", "owner", "start", "due", "addresses"))


def test_thirty_two_swot_factors_are_numbered_within_their_quadrant() -> None:
    counts = {"strength": 9, "weakness": 8, "opportunity": 10, "threat": 5}
    wanted = [
        (f"{quadrant[0].upper()}{number}", quadrant)
        for quadrant, count in counts.items()
        for number in range(1, count + 1)
    ]
    assert [(row["id"], row["quadrant"]) for row in rows("swot_lsn.csv")] == wanted
    assert not any(row[field] for row in rows("swot_lsn.csv") for field in ("evidence", "votes", "voters"))


def test_sixteen_kpis_of_which_eleven_are_outcomes() -> None:
    first = [found[0] for found in kpis().values()]
    outcomes = Counter(row["theme"] for row in first if row["level"] == "outcome")
    impacts = Counter(row["theme"] for row in first if row["level"] == "impact")
    assert outcomes == dict.fromkeys(THEMES, 2) | {"visibility": 1}
    assert impacts == dict.fromkeys(THEMES[:5], 1)


def test_no_kpi_has_a_value_or_a_target_that_nobody_published() -> None:
    for kpi, found in kpis().items():
        assert not found[0]["value"]
        assert not found[0]["period"]
        assert kpi == "members" or len(found) == 1
    assert not any(row[field] for row in rows("kpi_lsn.csv") for field in row if field.startswith("target"))


def test_a_kpi_is_described_alike_in_all_its_rows() -> None:
    described = ("name_en", "name_de", "theme", "level", "unit", "better")
    for found in kpis().values():
        assert len({tuple(row[field] for field in described) for row in found}) == 1
        assert found[0]["better"] in ("up", "down")


def test_member_counts_tell_how_sure_they_are() -> None:
    counts = [(row["period"], row["value"], row["method"]) for row in kpis()["members"][1:]]
    assert counts == [
        ("2014/2020", "200", "rounded, undated: years inferred"),
        ("2021", "260", "undated: year inferred"),
        ("2025", "300", "rounded"),
    ]


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        ("medtech-lacks-skilled-workers", [("2023", "59", "%")]),
        ("medtech-lacks-stem-graduates", [("2023", "62", "%")]),
        ("pharma-lacks-stem-graduates", [("2023", "73", "%")]),
        ("shortage-worries", [("2023", "40", "%")]),
        ("medtech-invests-less", [("2023", "25", "%")]),
        ("biotech-employment-growth", [("2023", "11", "%")]),
        ("industry-stakeholders", [("2025", "600", "number")]),
        ("companies-in-region", [("", "500", "number")]),
        ("actors-in-region", [("2021", "500", "number")]),
        ("professionals", [("", "20000", "number")]),
        ("universities", [("2025", "8", "number")]),
        ("university-hospitals", [("2025", "2", "number")]),
        ("research-institutions", [("2025", "14", "number")]),
        ("founded", [("2004", "2004", "year")]),
        ("staff", [("2025", "20", "number")]),
        ("board-members", [("2025", "10", "number")]),
        ("survey-return", [("", "20", "%")]),
        (
            "footprint-value",
            [(y, v, "EUR bn") for y, v in (("2014", "4.0"), ("2016", "4.3"), ("2018", "5.0"), ("2021", "5.7"))],
        ),
        ("footprint-jobs", [("2014", "42300", "number"), ("2018", "52800", "number"), ("2021", "55000", "number")]),
        ("footprint-per-head-first", [("2016", "865", "EUR")]),
        ("footprint-per-head", [("2016", "979", "EUR"), ("2018", "1062", "EUR")]),
    ],
)
def test_a_context_figure_stands_as_it_was_printed(figure: str, values: list[tuple[str, str, str]]) -> None:
    assert printed(figure) == values


def test_the_shares_in_the_agency_make_a_whole() -> None:
    shares = [row["value"] for row in rows("context_lsn.csv") if row["figure"].startswith("share-")]
    assert shares == ["40", "40", "20"]


def test_the_shortage_figures_are_about_companies_in_germany_and_name_who_measured() -> None:
    shortage = [row for row in rows("context_lsn.csv") if "chapter 2" in row["source"]]
    assert len(shortage) == 6
    for row in shortage:
        assert "in Germany" in row["name_en"]
        assert "in Deutschland" in row["name_de"]
        assert "DIHK" in row["source"] or "BIOCOM" in row["source"]


def test_the_third_place_of_the_survey_is_marked_as_our_inference() -> None:
    places = {row["theme"]: row for row in rows("context_lsn.csv") if row["figure"].startswith("survey-place")}
    assert [row["value"] for row in places.values()] == ["1", "2", "3"]
    assert "inference" in places["competencies"]["name_en"]
    assert "Deutung" in places["competencies"]["name_de"]
    assert "inferred" in places["competencies"]["source"]


def test_footprint_figures_say_in_which_release_they_stood() -> None:
    for row in rows("context_lsn.csv"):
        if row["figure"].startswith("footprint"):
            assert "release" in row["name_en"]
            assert "Veröffentlichung" in row["name_de"]
