"""Does the overview say of each theme what survey and registers hold, and mark what it does not know?"""

from __future__ import annotations

import pytest

from lsn_data import demo
from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.on_page import table_html
from lsn_data.exhibit.palette import LIGHT
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Store, open_store, register_rows
from lsn_data.topics.priorities.answer import answer
from tests.topics.made import sample_respondents, wave_of

EN, DE = Language("en"), Language("de")


def overview(store: Store, say: Language = EN) -> Exhibit:
    return draw(store, Pick("overview"), say)


def by_theme(exhibit: Exhibit, key: str) -> dict[object, object]:
    return dict(zip(exhibit.table.column("theme"), exhibit.table.column(key), strict=True))


def test_without_a_survey_the_published_facts_are_shown(store: Store) -> None:
    found = overview(store)
    assert found.message == "Each of the 6 themes has measures; 1 of 16 KPIs has values"
    assert found.origin == "published"
    assert by_theme(found, "place") == {
        "Visibility": 1, "Innovative power": 2, "Competencies": 3, "Life science region": None,
        "Internationalisation": None, "Organisational development": None,
    }  # fmt: skip
    assert by_theme(found, "range")["Visibility"] == "as published"
    assert by_theme(found, "range")["Internationalisation"] == "not published"
    assert by_theme(found, "newest")["Life science region"] == "300 (2025)"
    assert by_theme(found, "newest")["Visibility"] == "no values yet"
    assert any("our inference" in note for note in found.notes)


def test_measures_and_projects_are_those_of_the_registers(store: Store) -> None:
    found = overview(store)
    measures, projects = register_rows(store, "measures"), register_rows(store, "projects")
    assert by_theme(found, "measures")["Visibility"] == sum(row["theme"] == "visibility" for row in measures) == 6
    assert sum(found.table.column("measures")) == len(measures) == 22  # type: ignore[arg-type]
    international = sum("internationalisation" in row["themes"] for row in projects)
    assert by_theme(found, "projects")["Internationalisation"] == international


@pytest.mark.parametrize(("code", "letters"), [("en", "N 1 I 2 P 3"), ("de", "V 1 I 2 P 3")])
def test_letters_follow_the_language(store: Store, code: str, letters: str) -> None:
    said = overview(store, Language(code)).table.column("principles")[0]
    assert " ".join(str(said).split()) == letters


def test_with_a_survey_places_have_ranges_and_what_is_no_theme_stands_above(store: Store) -> None:
    wave = wave_of(store, sample_respondents())
    found, figures = overview(store), answer(store, wave)
    assert found.message == (
        "Skilled workers and innovative power lead for the members; skilled workers is no theme of the strategy"
    )
    assert found.table.rows[0][0] == "Skilled workers"
    assert found.chart.part("hollow") == (1, 0, 0, 0, 0, 0, 0)
    places = [(one.place, one.place_low, one.place_high) for one in figures.items]
    shown = zip(*(found.chart.part(part) for part in ("place", "low", "high")), strict=True)
    assert sorted(shown) == sorted(places)  # type: ignore[type-var]
    assert found.origin == "uploaded"
    assert found.answered == 55
    assert "hollow" in table_html(found, LIGHT)


def test_the_german_finding_is_german(store: Store) -> None:
    wave_of(store, sample_respondents())
    assert overview(store, DE).message == (
        "Fachkräfte und Innovationskraft liegen bei den Mitgliedern vorn; Fachkräfte ist kein Thema der Strategie"
    )


def test_too_few_rankings_fall_back_to_what_is_published(store: Store) -> None:
    wave_of(store, [Respondent(row=row, places=(1, 2, 3, 4, 5, 6, 7)) for row in range(2, 5)])
    found = overview(store)
    assert found.origin == "published"
    assert found.answered is None


def test_with_the_demo_everything_is_marked_demo_and_no_kpi_is_bare(loaded: Store) -> None:
    found = overview(loaded)
    assert found.origin == "demo"
    assert sum("target" in str(said) for said in found.table.column("target")) == 6


def test_real_registers_never_stand_beside_a_demo_survey(store: Store) -> None:
    demo.load(store, "test")
    wave_of(store, sample_respondents())
    assert overview(store).origin == "uploaded"


def test_without_a_strategy_there_is_nothing_to_show() -> None:
    with open_store(":memory:") as empty, pytest.raises(Refused):
        overview(empty)
