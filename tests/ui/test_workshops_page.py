"""Does the page of the workshops answer its question, empty and filled, with what is chosen in its link?"""

from __future__ import annotations

import pytest

from lsn_data.store import Store
from tests.ui.visitor import page_text, visit


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_empty_page_says_what_to_upload_and_offers_the_template(code: str) -> None:
    app = visit("workshops", code)
    assert not app.exception
    assert app.title[0].value
    assert app.button(key="load-demo")
    assert app.get("download_button")


def test_finding_matrix_needs_and_statements_stand_below_one_another(demo_store: Store) -> None:
    app = visit("workshops")
    assert not app.exception
    assert "leads with 16 votes" in app.title[0].value
    said = page_text(app)
    assert "share no word with one" in said
    assert "26 statements speak of 6 themes" in said


def test_theme_question_and_workshop_stand_in_the_link(demo_store: Store) -> None:
    app = visit("workshops", theme="region", asked="needs", workshop="demo-B")
    assert not app.exception
    assert "Laborflächen" in app.title[0].value
    assert "1 of 26 statements stands here" in page_text(app)
    app.selectbox(key="asked").set_value("all").run()
    assert "asked" not in app.query_params
    assert "4 of 26 statements stand here" in page_text(app)


def test_words_are_searched_for_and_stand_in_the_link(demo_store: Store) -> None:
    app = visit("workshops", "de")
    app.text_input(key="said").set_value("kliniken").run()
    assert not app.exception
    assert app.query_params["said"] == "kliniken"
    assert "2 von 26 Aussagen enthalten" in page_text(app)


def test_a_theme_without_statements_says_so(demo_store: Store) -> None:
    app = visit("workshops", theme="region", workshop="demo-A")
    assert not app.exception
    assert "No statement was noted for this choice" in app.title[0].value
