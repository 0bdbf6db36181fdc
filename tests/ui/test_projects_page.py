"""Does the page of projects answer by clicking: the portfolio, one project, the money, the stories?"""

from __future__ import annotations

import pytest

from lsn_data.intake.report import Reading
from lsn_data.store import Store, save
from tests.topics.made_projects import project
from tests.ui.visitor import page_text, plain, visit


def test_the_first_line_says_what_runs_and_what_ends(demo_store: Store) -> None:
    app = visit("projects")
    assert not app.exception
    assert app.title[0].value.startswith(("9 projects run", "8 projects run", "10 projects run"))
    assert "Without dates" in page_text(app)


@pytest.mark.parametrize("code", ["en", "de"])
def test_published_facts_alone_make_a_finished_page(store: Store, code: str) -> None:
    app = visit("projects", code)
    assert not app.exception
    assert app.title[0].value.startswith(("3 projects run", "3 Projekte laufen"))
    assert "MAGIA2Market" in page_text(app)


def test_a_filter_narrows_the_page_and_stands_in_the_link(demo_store: Store) -> None:
    app = visit("projects")
    app.selectbox(key="country").set_value("JP").run()
    assert not app.exception
    assert app.query_params["country"] == "JP"
    assert "1 project by run time and role of LSN" in page_text(app)


def test_filters_that_let_nothing_through_say_so_and_stay(demo_store: Store) -> None:
    app = visit("projects", stage="planned", country="JP")
    assert not app.exception
    assert "No project passes these filters" in page_text(app)
    assert app.selectbox(key="stage").value == "planned"


def test_one_project_is_shown_with_its_chain_and_leads_back_to_all(demo_store: Store) -> None:
    app = visit("projects", "de", project="HIHeal")
    assert not app.exception
    said = page_text(app)
    assert plain(app.title[0].value) == "HIHeal endete 2022-12-31; es folgt HIHeal next level transition"
    assert "Europäischer Fonds für regionale Entwicklung" in said
    app.selectbox(key="project").set_value("all").run()
    assert "project" not in app.query_params


@pytest.mark.parametrize(
    ("view", "finding"),
    [
        ("money", "of project money is sure"),
        ("partners", "Partners come from 11 countries"),
        ("stories", "6 success stories from 5 themes tell what LSN has contributed"),
    ],
)
def test_each_view_has_its_finding(demo_store: Store, view: str, finding: str) -> None:
    app = visit("projects", view=view)
    assert not app.exception
    assert finding in page_text(app)


def test_a_link_to_a_story_opens_it(demo_store: Store) -> None:
    app = visit("projects", "de", story="demo-danish-twin")
    assert not app.exception
    assert app.title[0].value == "Befunde sind an einem Tag über der Grenze"
    assert "Bilder von Patienten brauchten zwei Wochen" in page_text(app)
    assert "Images of patients" not in page_text(app)


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_view_without_rows_offers_the_template(store: Store, code: str) -> None:
    app = visit("projects", code, view="stories")
    assert not app.exception
    assert app.button(key="load-demo")
    assert app.get("download_button")


def test_words_of_a_file_are_never_marks(store: Store) -> None:
    hostile = ":material/delete: **bold** $x^2$ <b>x</b>"
    row = {
        key: value
        for key, value in project(hostile, "2024", title_en=hostile).items()
        if key not in ("origin", "import")
    }
    reading = Reading("p.csv", "p", kind="projects", status="ready", rows_read=1, rows=({**row, "row": 2},))
    save(store, reading, actor="test")
    app = visit("projects", project=hostile)
    assert not app.exception
    assert not any("**" in one.value or ":material/" in one.value for one in (*app.title, *app.header))
    assert "<b>x</b>" not in "".join(str(one.proto.body) for one in app.get("html"))
