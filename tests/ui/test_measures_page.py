"""Does the page of the measures show what is chosen, and do clicks narrow the list?"""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data.store import Store, register_rows
from lsn_data.ui import following
from lsn_data.ui.following import way_of
from tests.ui.visitor import page_text, visit


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_page_stands_on_published_facts_alone(code: str) -> None:
    app = visit("measures", code)
    assert not app.exception
    assert {"en": "no detailed measure is entered yet", "de": "Einzelmaßnahmen sind noch nicht erfasst"}[code] in (
        page_text(app)
    )
    assert {"en": "All 22 measures serve", "de": "Alle 22 Maßnahmen dienen"}[code] in page_text(app)


def test_a_link_narrows_the_list_to_a_cell(demo_store: Store) -> None:
    app = visit("measures", "en", theme="visibility", principle="informing")
    assert not app.exception
    assert "Visibility · Informing" in page_text(app)
    assert app.selectbox(key="principle").value == "informing"


def test_what_somebody_looks_for_comes_before_the_weight_of_all(demo_store: Store) -> None:
    app = visit("measures", "en", theme="innovation")
    assert app.title[0].value.startswith("9 of 52 measures")
    assert "carry most weight" in page_text(app)


def test_whoever_comes_from_a_risk_finds_it_in_the_decision_aid(demo_store: Store) -> None:
    app = visit("measures", "en", section="aid", addresses="T4")
    assert app.multiselect(key="proposal-addresses").value == ["T4"]


def test_choosing_a_status_narrows_the_list_and_stands_in_the_link(demo_store: Store) -> None:
    app = visit("measures")
    app.selectbox(key="status").select("dropped").run()
    assert not app.exception
    assert app.query_params["status"] == "dropped"
    assert "1 of 52 measures" in page_text(app)


def test_one_measure_is_opened_by_its_link_and_closed_again(demo_store: Store) -> None:
    app = visit("measures", "de", measure="visibility-4a")
    assert "„Kernbotschaften, mit Mitgliedern erprobt“" in page_text(app)
    app.button(key="no-measure").click().run()
    assert not app.exception
    assert "„Kernbotschaften, mit Mitgliedern erprobt“" not in page_text(app)


def test_the_other_cluster_has_a_matrix_but_no_list_of_ours(demo_store: Store) -> None:
    app = visit("measures", "en", cluster="dlsc-2021")
    assert not app.exception
    assert "offerings by focus area" in page_text(app)
    assert "1/3 rule" not in page_text(app)


def test_the_changes_stand_in_a_section_of_their_own(demo_store: Store) -> None:
    app = visit("measures", "de", section="log")
    assert not app.exception
    assert "Das Protokoll beginnt am 2026-06-30" in page_text(app)


def test_a_link_with_nonsense_shows_everything(demo_store: Store) -> None:
    app = visit("measures", section="x", theme="shoes", principle="42", status="?", addresses="Z9", measure="none")
    assert not app.exception
    assert "52 measures" in page_text(app)


def test_the_way_of_a_cell_is_a_way_within_the_page() -> None:
    assert way_of("?theme=region&principle=informing&measure=all").page == ""
    assert "measures" in following.pages()


def described(app: AppTest) -> AppTest:
    app.text_input(key="proposal-title").input("Pressemappen in drei Sprachen")
    app.selectbox(key="proposal-theme").select("visibility")
    app.multiselect(key="proposal-principles").select("informing")
    return app.button(key="proposal-ask").click().run()


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_proposal_is_weighed_up_and_the_demo_keeps_no_decision(code: str, demo_store: Store) -> None:
    app = described(visit("measures", code, section="aid"))
    assert not app.exception
    assert {"en": "says the rule: it repeats", "de": "Die Regel rät ab"}[code] in page_text(app)
    assert {"en": "These are demo data", "de": "Das sind Demodaten"}[code] in page_text(app)


def test_a_decision_is_kept_with_its_reason_and_taken_back_in_one_click(store: Store) -> None:
    app = described(visit("measures", "de", section="aid"))
    app.button(key="decision-keep").click().run()
    assert "Es wurde nichts gespeichert." in page_text(app)
    app.button_group(key="decision-verdict").set_value("out")
    app.text_area(key="decision-reason").input("Gibt es schon.")
    app.button(key="decision-keep").click().run()
    assert not app.exception
    assert "Über 1 Vorschlag ist entschieden: 1 abgelehnt" in page_text(app)
    (row,) = register_rows(store, "proposals")
    assert (row["verdict"], row["reason_de"], row["advice"]) == ("out", "Gibt es schon.", "later")
    (back,) = [one for one in app.button if (one.key or "").startswith("undo-")]
    back.click().run()
    assert register_rows(store, "proposals") == []


def test_an_empty_form_weighs_nothing_up(store: Store) -> None:
    app = visit("measures", "en", section="aid")
    app.button(key="proposal-ask").click().run()
    assert not app.exception
    assert "says the rule" not in page_text(app)
