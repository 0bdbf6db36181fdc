"""Does the page Explore show registers, pivots and answers to SQL, and say what is wrong in a sentence?"""

from __future__ import annotations

import pytest

from lsn_data.store import Store
from tests.ui.visitor import page_text, visit


@pytest.mark.parametrize("code", ["en", "de"])
def test_published_facts_alone_can_be_looked_at(code: str) -> None:
    app = visit("explore", code)
    assert not app.exception
    assert "registers hold" in app.title[0].value or "Registern enthalten" in app.title[0].value
    assert len(app.dataframe) == 1


def test_an_empty_register_offers_its_template() -> None:
    app = visit("explore", register="members")
    assert not app.exception
    assert "This register is still empty." in page_text(app)
    assert app.get("download_button")


def test_a_register_is_chosen_searched_and_pivoted_and_all_stands_in_the_link(demo_store: Store) -> None:
    app = visit("explore", register="funding", show="sum", field="amount", rows="programme")
    assert not app.exception
    assert "Sum of Amount of Funding by Programme" in page_text(app)
    assert "doubtful values are left out" in page_text(app)
    app.text_input(key="find").set_value("interreg").run()
    assert app.query_params["find"] == "interreg"
    assert len(app.dataframe[0].value) < 26
    app.selectbox(key="register").set_value("members").run()
    assert not app.exception
    assert "Number of rows of Members by Sector" in page_text(app)


def test_an_example_is_answered_and_stands_in_the_box(demo_store: Store) -> None:
    app = visit("explore")
    app.button(key="example-0").click().run()
    assert not app.exception
    assert app.text_area(key="sql").value.startswith("select theme, status")
    assert list(app.dataframe[1].value.columns) == ["theme", "status", "n"]


def test_what_is_wrong_is_said_in_a_sentence_with_duckdbs_words_below(demo_store: Store) -> None:
    app = visit("explore", "de")
    app.text_area(key="sql").set_value("select niemand from members").run()
    app.button(key="run-sql").click().run()
    assert not app.exception
    said = page_text(app)
    assert "DuckDB versteht die Anweisung nicht" in said
    assert "niemand" in said
    app.text_area(key="sql").set_value("drop table members").run()
    app.button(key="run-sql").click().run()
    assert "Hier geht nur ein SELECT" in page_text(app)


def test_answers_to_surveys_are_out_of_reach(demo_store: Store) -> None:
    app = visit("explore")
    app.text_area(key="sql").set_value("select * from respondents").run()
    app.button(key="run-sql").click().run()
    assert "There is no register of this name: respondents." in page_text(app)
    assert len(app.dataframe) == 1
