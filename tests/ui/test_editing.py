"""Is a register typed on the page, seen from what to what, and stored only when it is right and confirmed?"""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data import demo
from lsn_data.intake import read_register
from lsn_data.store import Store, history, register_rows, save
from lsn_data.typed import Edits, read_typed, real_rows, store_typed
from lsn_data.ui import data
from tests.ui.visitor import page_text, visit

# A page with nothing but sections to type into: KPIs, measures, and any other register.
PAGE = """
from lsn_data.ui import editing, editing_kpi, editing_measures, frame, messages

say = frame.begin()
with messages.calm(say):
    editing_kpi.values(say, ["members"])
    editing_kpi.targets(say, ["members", "premium-members"])
    editing_measures.measures(say, {"theme": "region"})
    editing.editor("partnerships", say)
"""
VALUES, TARGETS, MEASURES = "kpi-values-members", "kpi-targets-all", "measures"


def opened(section: str, code: str = "en", link: str = "") -> AppTest:
    """The page with one section open."""
    app = AppTest.from_string(PAGE, default_timeout=60)
    app.query_params["lang"] = code
    if link:
        app.session_state[data.SHOWN] = link
    app.session_state[f"edit-{section}"] = True
    return app.run()


def typing(app: AppTest, section: str, edited: Any = None, added: Any = ()) -> AppTest:
    """The page after somebody typed: cells by row and column, then new rows."""
    turn = app.session_state[f"typed-turn-{section}"]
    app.session_state[f"lsn-typed-{section}-{turn}"] = {
        "edited_rows": edited or {}, "added_rows": list(added), "deleted_rows": [],
    }  # fmt: skip
    return app.run()


def values(store: Store) -> dict[str, float]:
    return {row["period"]: row["value"] for row in register_rows(store, "kpi") if row["kpi"] == "members"}


def test_nothing_is_asked_before_the_section_is_opened() -> None:
    app = AppTest.from_string(PAGE, default_timeout=60).run()
    assert not app.exception
    assert "Nothing is stored before you confirm it" not in page_text(app)


@pytest.mark.parametrize("section", [VALUES, TARGETS, MEASURES, "partnerships"])
@pytest.mark.parametrize("code", ["en", "de"])
def test_every_section_opens_and_offers_nothing_to_store_yet(section: str, code: str) -> None:
    app = opened(section, code)
    assert not app.exception
    assert [button.label for button in app.button] == []


def test_what_was_typed_is_told_from_what_to_what_and_stored(store: Store) -> None:
    before = values(store)
    app = typing(opened(VALUES, "de"), VALUES, {2: {"value": 303}}, [{"period": "2026", "value": 320.5}])
    said = page_text(app)
    assert "Mitglieder von LSN · 2025 · 2025" in said
    assert "Zeitraum 2026; Wert 320,5" in said
    assert values(store) == before
    app.text_input[0].set_value("Neu gezählt").run()
    store_button = app.button(key=f"typed-store-{VALUES}")
    assert store_button.label == "2 Änderungen übernehmen"
    app = store_button.click().run()
    assert not app.exception
    assert values(store) == {**before, "2025": 303, "2026": 320.5}
    assert history(store)[0].note == "Neu gezählt"


def test_its_receipt_offers_the_way_back(store: Store) -> None:
    before = values(store)
    app = typing(opened(VALUES), VALUES, {2: {"value": 303}})
    app = app.button(key=f"typed-store-{VALUES}").click().run()
    name = history(store)[0].import_id
    assert f"as import {name}" in page_text(app)
    app.button(key=f"undo-{name}").click().run()
    assert values(store) == before
    assert "typed on the page: kpi-" in page_text(visit("upload"))


def test_a_bad_cell_is_named_with_its_row_and_column_and_stands_in_the_way(store: Store) -> None:
    app = typing(opened(VALUES, "de"), VALUES, {1: {"vintage": "bald"}})
    assert "Zeile 2, Spalte „Datenstand“: „bald“ ist kein Datum." in page_text(app)
    assert app.button(key=f"typed-store-{VALUES}").disabled
    assert history(store) == []


def test_a_target_is_typed_with_who_set_it_and_when(store: Store) -> None:
    app = typing(opened(TARGETS, "de"), TARGETS, {0: {"target": 350}})
    assert "Dem Ziel fehlt: Zieljahr, Ziel gesetzt von, Ziel gesetzt am." in page_text(app)
    whole = {"target": 350, "target_period": "2030", "target_set_by": "Vorstand", "target_set_on": "2026-11-20"}
    app = typing(app, TARGETS, {0: whole})
    app = app.button(key=f"typed-store-{TARGETS}").click().run()
    assert not app.exception
    told = {(row["target"], row["target_set_by"]) for row in register_rows(store, "kpi") if row["target"]}
    assert told == {(350, "Vorstand")}


def test_a_measure_without_a_principle_is_told_and_not_savable(store: Store) -> None:
    new = {"title_de": "Messestand in Kiel"}
    app = typing(opened(MEASURES, "de"), MEASURES, added=[new])
    assert "„Messestand in Kiel“ dient keinem der drei Leitprinzipien" in page_text(app)
    assert app.button(key=f"typed-store-{MEASURES}").disabled
    app = typing(app, MEASURES, added=[{**new, "principles": ["informing"]}])
    app.button(key=f"typed-store-{MEASURES}").click().run()
    (row,) = (row for row in register_rows(store, "measures") if row["origin"] == "uploaded")
    assert (row["measure"], row["title_de"], row["principles"]) == ("region-4", "Messestand in Kiel", ["informing"])


def test_deleting_a_published_row_is_refused_and_an_uploaded_one_goes(store: Store) -> None:
    app = typing(opened(VALUES), VALUES, {0: {"gone": True}}, [{"period": "2026", "value": 1}])
    assert "Row 1 is a published fact: it cannot be deleted." in page_text(app)
    app = typing(app, VALUES, added=[{"period": "2026", "value": 1}, {"period": "2027", "value": 2}])
    app = app.button(key=f"typed-store-{VALUES}").click().run()
    app = typing(app, VALUES, {3: {"gone": True}})
    assert "deleted" in page_text(app)
    app.button(key=f"typed-store-{VALUES}").click().run()
    assert "2026" not in values(store)
    assert values(store)["2027"] == 2


def test_whoever_was_overtaken_is_told_and_carries_the_entries_over(store: Store) -> None:
    app = typing(opened(VALUES, "de"), VALUES, {2: {"value": 303}}, [{"period": "2026", "value": 320}])
    key = next(key for key in real_rows(store, "kpi") if key[:2] == ("members", "2021"))
    store_typed(store, read_typed(store, "kpi", Edits(store.version, {key: {"value": 261}})), actor="somebody")
    app.run()
    assert "Jemand anderes hat dieses Register inzwischen geändert." in page_text(app)
    assert app.button(key=f"typed-store-{VALUES}").disabled
    app = app.button(key=f"typed-carry-{VALUES}").click().run()
    app = app.button(key=f"typed-store-{VALUES}").click().run()
    assert not app.exception
    assert {name: value for name, value in values(store).items() if name and name > "2020"} == {
        "2021": 261, "2025": 303, "2026": 320,
    }  # fmt: skip


def test_typed_data_never_stand_among_invented_ones(store: Store) -> None:
    demo.load(store, "test")
    assert "remove the demo on the page Upload first" in page_text(opened(VALUES))
    save(store, read_register(b"member\nA GmbH\n", "m.csv", "members"), actor="office")
    assert "choose real data in the bar at the left" in page_text(opened(VALUES, link=data.DEMO))
    app = typing(opened(VALUES, link=data.REAL), VALUES, {2: {"value": 303}})
    assert not app.button(key=f"typed-store-{VALUES}").disabled


def test_discarding_stores_nothing_and_is_taken_back_on_the_spot(store: Store) -> None:
    app = typing(opened(VALUES), VALUES, {2: {"value": 303}})
    app = app.button(key=f"typed-discard-{VALUES}").click().run()
    assert [button.label for button in app.button] == ["Take it back"]
    assert history(store) == []
    app = app.button(key=f"done-back-typed-discarded-{VALUES}").click().run()
    assert not app.button(key=f"typed-store-{VALUES}").disabled


def test_the_kpi_page_and_the_measures_page_offer_what_can_be_typed(store: Store) -> None:
    assert {"Werte bearbeiten", "Ziele bearbeiten"} <= {one.label for one in visit("kpis", "de").expander}
    impact = {one.label for one in visit("kpis", "de", kpi="member-satisfaction").expander}
    assert "Werte bearbeiten" in impact
    assert "Ziele bearbeiten" not in impact
    assert "Maßnahmen bearbeiten" in {one.label for one in visit("measures", "de").expander}
