"""Does somebody who is here for the first time find the way, and is everybody else left alone?"""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from lsn_data.store import Store
from tests.ui.visitor import click, page_text, visit


def running(app: AppTest) -> bool:
    return "Tour, step" in page_text(app)


def test_five_steps_lead_from_nothing_to_the_board_pack(store: Store) -> None:
    app = visit("overview")
    assert "Tour, step 1 of 5" in page_text(app)
    click(app, "tour-load")
    assert "Read the first line" in page_text(app)
    assert "Innovative power" in app.title[0].value  # on the page Priorities, with its finding
    click(app, "tour-next")
    assert "Choose “State”" in page_text(app)
    click(app, "tour-next")
    assert "Open “Figures and method”" in page_text(app)
    click(app, "tour-next")
    assert "Here the board pack is put together." in page_text(app)
    click(app, "tour-end")
    assert not running(app)


def test_ended_once_it_does_not_come_back_by_itself_but_from_help(store: Store) -> None:
    click(visit("overview"), "tour-end")
    assert not running(visit("overview"))
    app = visit("help")
    assert not running(app)
    assert running(click(app, "tour-begin"))


def test_where_data_are_nobody_is_shown_around_unasked(demo_store: Store) -> None:
    assert not running(visit("overview"))


def test_whoever_turns_aside_is_led_back_to_the_page_of_the_step(store: Store) -> None:
    app = click(visit("overview"), "tour-load")
    app.switch_page("../../pages/swot.py").run()
    click(app, "tour-there")
    assert "Read the first line" in page_text(app)
    assert "tour-next" in [button.key for button in app.button]
