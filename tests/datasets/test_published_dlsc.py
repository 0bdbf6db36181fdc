"""Is the Danish cluster's strategy whole, in the same frame as ours, and each figure as it was printed?"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.datasets.published import Rows, assert_plain, rows

STRATEGY_FIELDS = "strategy,part,code,theme,principle,order,name_en,name_de,text_en,text_de,source"
CONTEXT_FIELDS = "figure,name_en,name_de,period,value,unit,theme,source"
THEMES = ["research", "public-private", "data", "international"]
PRINCIPLES = ["collaboration", "partnerships", "sustainability"]
DOCUMENT = 'Danish Life Science Cluster, "Strategi for Danish Life Science Cluster": "'


@pytest.fixture(scope="module")
def strategy() -> Rows:
    return rows("strategy_dlsc.csv")


@pytest.fixture(scope="module")
def figures() -> Rows:
    return rows("context_dlsc.csv")


def part(strategy: Rows, name: str) -> Rows:
    return [row for row in strategy if row["part"] == name]


@pytest.mark.parametrize(
    ("name", "fields"), [("strategy_dlsc.csv", STRATEGY_FIELDS), ("context_dlsc.csv", CONTEXT_FIELDS)]
)
def test_the_files_are_plain_csv_with_the_agreed_columns(name: str, fields: str) -> None:
    assert_plain(name, fields)


def test_the_parts_have_the_numbers_of_the_document(strategy: Rows) -> None:
    assert Counter(row["part"] for row in strategy) == {
        "mission": 5,
        "value": 4,
        "principle": 3,
        "theme": 4,
        "cell": 12,
        "action": 12,
        "success": 11,
        "region": 1,
        "process": 2,
        "rule": 2,
        "case": 4,
    }


def test_every_row_names_its_strategy_its_source_and_both_languages(strategy: Rows) -> None:
    assert {row["strategy"] for row in strategy} == {"dlsc-2021"}
    for row in strategy:
        assert row["source"].startswith(DOCUMENT), row["code"]
        assert all(row[field].strip() for field in ("name_en", "name_de", "text_en", "text_de")), row["code"]
        assert row["text_en"] != row["text_de"], row["code"]


def test_a_code_is_used_once(strategy: Rows, figures: Rows) -> None:
    assert [code for code, times in Counter(row["code"] for row in strategy).items() if times > 1] == []
    assert [code for code, times in Counter(row["figure"] for row in figures).items() if times > 1] == []


def test_no_two_rows_say_the_same(strategy: Rows) -> None:
    for field in ("text_en", "text_de"):
        assert len({row[field] for row in strategy}) == len(strategy)


def test_the_order_within_a_part_counts_from_one(strategy: Rows) -> None:
    for name in {row["part"] for row in strategy}:
        found = part(strategy, name)
        assert [row["order"] for row in found] == [str(n) for n in range(1, len(found) + 1)], name


def test_themes_and_principles_are_the_document_s_in_its_order(strategy: Rows) -> None:
    assert [row["code"] for row in part(strategy, "theme")] == THEMES
    assert [row["code"] for row in part(strategy, "principle")] == PRINCIPLES


def test_links_lead_to_a_theme_or_principle_that_is_there(strategy: Rows) -> None:
    for row in strategy:
        assert row["theme"] in {"", *THEMES}, row["code"]
        assert row["principle"] in {"", *PRINCIPLES}, row["code"]
        assert bool(row["theme"]) == (row["part"] in {"cell", "action", "success", "case"}), row["code"]
        assert bool(row["principle"]) == (row["part"] == "cell"), row["code"]


def test_each_crossing_of_theme_and_principle_has_one_offering(strategy: Rows) -> None:
    offered = {(row["principle"], row["theme"]): row["code"] for row in part(strategy, "cell")}
    assert [[offered[principle, theme] for theme in THEMES] for principle in PRINCIPLES] == [
        ["proof-of-collaboration", "proof-of-business", "proof-of-value", "proof-of-market"],
        ["personal-health", "equality-in-health", "digital-health", "global-trends"],
        ["sustainable-production", "sustainable-demand", "sustainable-prevention", "sustainable-export"],
    ]


@pytest.mark.parametrize(
    ("name", "counts"), [("action", [3, 2, 3, 4]), ("success", [3, 2, 3, 3]), ("case", [1, 1, 1, 1])]
)
def test_each_theme_has_its_actions_successes_and_case(strategy: Rows, name: str, counts: list[int]) -> None:
    found = Counter(row["theme"] for row in part(strategy, name))
    assert [found[theme] for theme in THEMES] == counts


def test_the_figures_are_the_printed_ones(figures: Rows) -> None:
    assert {row["figure"]: (row["value"], row["unit"], row["period"]) for row in figures} == {
        "dlsc-turnover": ("246", "DKK bn", "2018"),
        "dlsc-taxes": ("24", "DKK bn", "2018"),
        "dlsc-private-rd-share": ("37", "%", ""),
        "dlsc-costly-patients": ("10", "%", ""),
        "dlsc-costly-patients-number": ("500000", "persons", ""),
        "dlsc-costly-patients-cost": ("70", "%", ""),
        "dlsc-hubs": ("5", "number", ""),
        "dlsc-founded": ("2021", "year", "2021"),
        "dlsc-evaluations": ("1", "per year", ""),
        "dlsc-renewal": ("3", "years", ""),
    }


def test_every_figure_has_both_names_and_a_source(figures: Rows) -> None:
    for row in figures:
        assert row["name_en"], row["figure"]
        assert row["name_de"], row["figure"]
        assert row["source"].startswith(DOCUMENT), row["figure"]


def test_a_rounded_figure_says_so_in_both_languages(figures: Rows) -> None:
    named = {row["figure"]: (row["name_en"], row["name_de"]) for row in figures}
    for code in ("dlsc-turnover", "dlsc-taxes"):
        assert "(more than)" in named[code][0], code
        assert "(mehr als)" in named[code][1], code
    assert "(about)" in named["dlsc-costly-patients-number"][0]
    assert "(etwa)" in named["dlsc-costly-patients-number"][1]


def test_what_has_no_figure_stands_in_the_strategy(strategy: Rows) -> None:
    said = {row["code"]: row["text_en"] for row in strategy}
    assert "gold" in said["certificate"]
    assert "every year" in said["review"]
    assert "third year" in said["review"]
    assert "five regions" in said["hubs"]
