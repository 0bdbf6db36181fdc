"""Does the SWOT page answer which risk nobody has taken on, with published facts, a few rows, and the demo?"""

from __future__ import annotations

import pytest

from lsn_data.store import Store, undo
from tests.topics.swot_made import bring
from tests.ui.visitor import page_text, visit

HOSTILE = ":material/delete: **bold** $x^2$ ![](http://tracker.example/a.png) <b>x</b>"


def test_with_published_facts_the_page_shows_the_factors_and_says_what_to_upload(store: Store) -> None:
    app = visit("swot")
    assert not app.exception
    assert app.title[0].value.startswith("No measure names a factor yet")
    said = page_text(app)
    assert "Tight budgets and rising costs in the public sector" in said
    assert "Upload the measures with the column “Answers SWOT” filled in." in said
    assert app.button(key="load-demo")
    assert "\nno measure\n" not in said


@pytest.mark.parametrize(("code", "first"), [("en", "Nobody has taken on the heaviest risk"), ("de", "Das schwerste")])
def test_the_demo_names_the_risk_in_its_first_line(demo_store: Store, code: str, first: str) -> None:
    app = visit("swot", code)
    assert not app.exception
    assert app.title[0].value.startswith(first)
    heads = [one.value for one in app.header]
    assert len(heads) == 3


def test_theme_evidence_and_gaps_narrow_the_page_and_stand_in_the_link(demo_store: Store) -> None:
    app = visit("swot", theme="visibility")
    assert "3 factors of the SWOT" in page_text(app)
    app.selectbox(key="theme").set_value("all").run()
    app.selectbox(key="evidence").set_value("Demo 2026").run()
    assert app.query_params["evidence"] == "Demo 2026"
    assert "evidence member survey Demo 2026" in page_text(app)
    app.button_group(key="links").set_value("open").run()
    assert not app.exception
    assert app.query_params["links"] == "open"
    assert "only without a measure" in page_text(app)


def test_a_click_in_the_flow_narrows_it_and_can_be_let_go(demo_store: Store) -> None:
    app = visit("swot", quadrant="threat", measure="innovation-2a")
    assert not app.exception
    assert "· Risks · measure I2a" in page_text(app)
    app.button(key="whole-flow").click().run()
    assert not app.exception
    assert "measure" not in app.query_params
    assert "26 of 32 factors lead to a KPI" in page_text(app)


def test_where_nothing_flows_the_page_says_so_and_leads_back(demo_store: Store) -> None:
    app = visit("swot", theme="organisation", measure="innovation-2a")
    assert not app.exception
    assert "Nothing flows through this choice." in page_text(app)
    assert app.button(key="whole-flow")


def test_a_link_to_what_is_no_more_shows_everything(demo_store: Store) -> None:
    app = visit("swot", measure="gone-1", evidence="gone", quadrant="nothing")
    assert not app.exception
    assert "26 of 32 factors lead to a KPI" in page_text(app)


def test_a_few_factors_of_the_office_stand_beside_the_published_ones(store: Store) -> None:
    bring(
        store, "swot", ["id", "quadrant", "text", "votes", "voters", "evidence"],
        ["X1", "Risiko", HOSTILE, 18, 20, HOSTILE], ["X2", "Risiko", "A second risk", 3, 20, ""],
        ["X3", "Stärke", "A strength", 7, 20, ""],
    )  # fmt: skip
    last = bring(
        store, "measures", ["measure", "theme", "principles", "addresses", "title"],
        ["m-1", "region", "N", "X2", HOSTILE],
    )  # fmt: skip
    app = visit("swot")
    assert not app.exception
    assert app.title[0].value.startswith("Nobody has taken on the heaviest risk")
    assert "1 of 7 with a measure" in page_text(app)
    drawn = [one.value for one in (*app.header, *app.markdown, *app.title)]
    assert not any("**" in text or "![" in text or ":material/" in text for text in drawn)
    assert "<b>x</b>" not in "".join(str(one.proto.body) for one in app.get("html"))
    undo(store, last.import_id, actor="test")
    assert "no measure names a factor yet" in page_text(visit("swot"))
