"""Can everything be taken back right where it was done, in one click, and brought back again?"""

from __future__ import annotations

import pytest

from lsn_data.access import Actor
from lsn_data.board.kept import names, pack_of_name
from lsn_data.errors import NotAllowed
from lsn_data.intake import read_survey
from lsn_data.store import Store, editions, history, remember, remembered, take_edition_back
from tests.ui.visitor import ROOT, click, page_text, visit

SURVEY = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"


def standing(store: Store) -> set[str]:
    return {one.import_id for one in history(store) if one.state == "current"}


def test_loading_the_demo_is_taken_back_and_done_again_on_the_spot(store: Store) -> None:
    app = click(visit("priorities"), "load-demo")
    loaded = standing(store)
    assert "The demo data are loaded" in page_text(app)
    click(app, "done-back-top")
    assert standing(store) == set()
    assert "The demo data are removed." in page_text(app)
    click(app, "done-forth-top")
    assert standing(store) == loaded


def test_removing_the_demo_is_taken_back_on_the_spot(demo_store: Store) -> None:
    before = standing(demo_store)
    app = click(visit("upload"), "remove-demo")
    assert standing(demo_store) == set()
    click(app, "done-forth-top")
    assert standing(demo_store) == before


def test_the_bar_goes_with_the_page_on_which_it_was_done(demo_store: Store) -> None:
    app = click(visit("upload"), "remove-demo")
    app.switch_page("../../pages/overview.py").run()
    assert "The demo data are removed." not in page_text(app)


def test_an_exhibit_put_into_the_pack_is_taken_out_where_it_was_put_in(demo_store: Store) -> None:
    app = click(visit("priorities"), "add-priorities")
    (name,) = names(demo_store)
    click(app, "out-priorities")
    assert names(demo_store) == [] or not getattr(pack_of_name(demo_store, name), "parts", ())
    assert not app.button(key="add-priorities").disabled


def test_an_edition_frozen_too_early_is_taken_back_by_whoever_froze_it(demo_store: Store) -> None:
    app = click(visit("board_pack"), "standard")
    click(app, "freeze")
    (frozen,) = editions(demo_store)
    with pytest.raises(NotAllowed):
        take_edition_back(demo_store, frozen.name, actor=Actor("somebody else", "editor"))
    assert f"Frozen as edition “{frozen.name}”" in page_text(app)
    click(app, "done-back-frozen")
    assert editions(demo_store) == []


def test_answers_that_were_forgotten_for_a_layout_come_back(store: Store) -> None:
    layout = read_survey(SURVEY.read_bytes(), SURVEY.name).layout or ""
    remember(store, layout, {"direction": "1 is first"}, actor="test")
    app = visit("upload")
    app.file_uploader[0].set_value((SURVEY.name, SURVEY.read_bytes(), "text/csv")).run()
    click(app, "forget")
    assert remembered(store, layout) == {}
    click(app, f"done-back-layout-{layout[:8]}")
    assert remembered(store, layout) == {"direction": "1 is first"}
