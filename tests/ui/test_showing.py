"""Are real and demo data kept apart on the pages, with a switch only where there is a choice?"""

from __future__ import annotations

import pytest

from lsn_data import demo
from lsn_data.intake import read_register, read_survey
from lsn_data.language import Language
from lsn_data.store import Store, history, save
from lsn_data.topics.registers import answer
from tests.ui.visitor import ROOT, page_text, plain, texts, visit

FILE = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"


def upload_survey(store: Store) -> None:
    save(store, read_survey(FILE.read_bytes(), FILE.name), wave="2026", actor="test", asked=300)


def upload_members(store: Store) -> None:
    save(store, read_register(b"member\nKiesel GmbH\n", "members.csv", "members"), actor="test")


@pytest.fixture
def both(demo_store: Store) -> Store:
    """Demo data, and a real survey over them."""
    upload_survey(demo_store)
    return demo_store


def test_without_a_choice_there_is_no_switch(store: Store) -> None:
    assert "Real data" not in texts(visit("priorities"))
    demo.load(store, "test")
    assert "Real data" not in texts(visit("priorities"))


def test_once_real_data_are_there_only_they_are_shown_until_the_switch_says_demo(both: Store) -> None:
    app = visit("priorities")
    assert {"Real data", "Demo data", "UPLOADED"} <= set(texts(app))
    assert "Demo 20" not in page_text(app)
    app.button_group(key="data").set_value("demo").run()
    assert not app.exception
    assert "DEMO" in texts(app)
    assert "UPLOADED" not in texts(app)
    assert {"Demo 2022", "Demo 2024", "Demo 2026"} <= set(texts(app))
    assert app.query_params["data"] == "demo"
    app.button_group(key="data").set_value("real").run()
    assert "DEMO" not in texts(app)
    assert "data" not in app.query_params


def test_a_link_shows_what_its_sender_saw(both: Store) -> None:
    assert "DEMO" in texts(visit("priorities", data="demo"))
    assert "UPLOADED" in texts(visit("priorities", data="nonsense"))


def test_who_looked_at_the_demo_sees_real_data_as_soon_as_there_are_some(demo_store: Store) -> None:
    app = visit("priorities")
    assert "DEMO" in texts(app)
    upload_survey(demo_store)
    assert "UPLOADED" in texts(app.run())


def test_a_real_register_hides_the_demo_survey_too(demo_store: Store) -> None:
    upload_members(demo_store)
    app = visit("priorities")
    assert app.title[0].value == "No survey answers yet"
    app.button(key="load-demo").click().run()
    assert "DEMO" in texts(app)


def test_registers_follow_the_choice(both: Store) -> None:
    upload_members(both)
    assert answer.listing(both.showing(False), "members")["counts"]["members"] == 1
    assert answer.listing(both.showing(True), "members")["counts"]["members"] == 300
    assert {row["origin"] for row in answer.listing(both.showing(True), "members")["rows"]} == {"demo"}


def test_an_exhibit_that_was_chosen_for_the_board_stays_when_the_switch_is_turned(both: Store) -> None:
    app = visit("priorities", data="demo")
    finding = app.title[0].value
    app.button(key="add-priorities").click().run()
    app.button_group(key="data").set_value("real").run()
    app.switch_page("../../pages/board_pack.py").run()
    assert not app.exception
    assert {"DEMO", plain(finding)} <= set(page_text(app).splitlines())


def test_the_standard_pack_follows_the_choice(both: Store) -> None:
    for chosen, badge, other in (("demo", "DEMO", "UPLOADED"), ("real", "UPLOADED", "DEMO")):
        app = visit("board_pack", data=chosen)
        app.button(key="standard").click().run()
        lines = page_text(app).splitlines()
        assert badge in lines
        assert other not in lines


def test_the_demo_is_removed_with_one_click_and_real_data_stay(both: Store) -> None:
    app = visit("upload")
    app.button(key="remove-demo").click().run()
    assert not app.exception
    assert [one.origin for one in history(both) if one.state == "current"] == ["uploaded"]
    assert "Remove demo data" not in texts(app)
    assert "Demo data" not in texts(app)


def test_the_switch_speaks_german(both: Store) -> None:
    assert {"Echte Daten", "Demodaten"} <= set(texts(visit("priorities", "de")))
    assert Language("de")("Remove demo data") in texts(visit("upload", "de"))
