"""Does the page of the KPIs answer by clicking: which one misses its target, since when, what is behind the figure?"""

from __future__ import annotations

import pytest

from lsn_data.store import Store
from tests.ui.visitor import page_text, visit


def test_all_kpis_stand_on_the_page_and_below_them_what_is_to_be_done(demo_store: Store) -> None:
    app = visit("kpis")
    assert not app.exception
    text = page_text(app)
    assert app.title[0].value.startswith("6 of 11 outcome KPIs are on course for 2030")
    for name in ("Members", "Premium members", "Network in northern Europe", "contribution, not scored"):
        assert name in text
    assert "The value of 2025 is missing" in text


@pytest.mark.parametrize(("code", "head"), [("en", "KPIs"), ("de", "KPIs")])
def test_theme_and_level_narrow_the_page_and_stand_in_its_link(demo_store: Store, code: str, head: str) -> None:
    app = visit("kpis", code)
    app.selectbox(key="theme").set_value("region").run()
    app.button_group(key="level").set_value("impact").run()
    assert not app.exception
    assert (app.query_params["theme"], app.query_params["level"]) == ("region", "impact")
    assert head in page_text(app)
    assert "Premium" not in " ".join(one.value for one in app.title)


def test_one_kpi_says_since_when_we_know_and_opens_the_rows_behind_it(demo_store: Store) -> None:
    app = visit("kpis", kpi="premium-members")
    assert not app.exception
    text = page_text(app)
    assert "known since 2024-03-31" in text
    assert "25 rows make the value of 2025: 25" in text
    app.selectbox(key="period").set_value("2021").run()
    assert not app.exception
    assert app.query_params["period"] == "2021"
    assert "26 rows make the value of 2021: 26" in page_text(app)


def test_an_answer_of_a_survey_is_never_a_row_behind_a_figure(demo_store: Store) -> None:
    app = visit("kpis", kpi="member-satisfaction")
    assert not app.exception
    assert "rows make" not in page_text(app)


def test_without_data_each_kpi_says_what_is_missing(store: Store) -> None:
    for code, said in (("en", "No values yet"), ("de", "Noch keine Werte")):
        app = visit("kpis", code)
        assert not app.exception
        assert page_text(app).count(said) == 15


def test_an_unknown_kpi_in_the_link_falls_back_to_all(demo_store: Store) -> None:
    app = visit("kpis", kpi="nothing")
    assert not app.exception
    assert "kpi" not in app.query_params
