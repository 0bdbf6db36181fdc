"""Does the page of the members look finished with nothing, with a little, and with all of it?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from lsn_data.intake import read_register
from lsn_data.store import Store, save
from tests.intake.made import as_csv
from tests.ui.visitor import page_text, plain, visit


def register(store: Store, heads: Sequence[str], *rows: Sequence[object]) -> None:
    reading = read_register(as_csv([heads, *rows]), "members.csv", "members")
    assert reading.status == "ready", reading.problems
    save(store, reading, actor="test", as_of=dt.date(2026, 10, 1))


@pytest.mark.parametrize("code", ["en", "de"])
def test_without_a_register_the_published_figures_and_the_template_are_there(code: str) -> None:
    app = visit("members", code)
    assert not app.exception
    assert plain(app.title[0].value).startswith(("300 members are told", "Für 2025 sind 300"))
    assert app.button(key="load-demo")
    assert app.get("download_button")


def test_the_demo_shows_growth_flow_composition_stay_and_voice(demo_store: Store) -> None:
    app = visit("members")
    said = page_text(app)
    assert not app.exception
    assert "300 members, more at each year end since 2016" in said
    for name in ("Joined and left", "Of whom they consist", "How long they stay", "Who is heard"):
        assert name in said
    assert "Of 100 who join, about 98 are still members after 1 year and 68 after 10" in said


def test_the_attribute_stands_in_the_link_and_moves_composition_and_voice(demo_store: Store) -> None:
    app = visit("members")
    app.button_group(key="by").set_value("size").run()
    assert not app.exception
    assert app.query_params["by"] == "size"
    said = page_text(app)
    assert "“1–9 employees” is the largest group" in said
    assert "leading themes by size" in said


def test_a_second_attribute_stands_beside_the_first(demo_store: Store) -> None:
    app = visit("members", by="size", second="state")
    assert not app.exception
    assert "“1–9 employees · Hamburg” is the largest group with 57 of 300 members" in page_text(app)
    app.button_group(key="by").set_value("state").run()
    assert "second" not in app.query_params
    assert "“Hamburg” is the largest group" in page_text(app)


def test_a_group_leads_to_its_priorities(demo_store: Store) -> None:
    app = visit("members", by="size")
    drawn = "".join(str(one.proto.body) for one in app.get("html"))
    assert 'href="priorities?wave=Demo+2026&amp;by=size&amp;group=10-49" data-way' in drawn


def test_an_attribute_that_the_survey_did_not_ask_says_so(demo_store: Store) -> None:
    said = page_text(visit("members", by="kind"))
    assert "the survey did not ask for them" in said
    assert "“Company” is the largest group" in said


def test_a_list_of_names_alone_says_what_cannot_be_told(store: Store) -> None:
    register(store, ["member"], ["A GmbH"], ["B GmbH"], ["C GmbH"])
    app = visit("members")
    assert not app.exception
    assert plain(app.title[0].value).startswith("3 members; how their number changed is not told")
    said = page_text(app)
    assert "How long members stay cannot be told" in said
    assert "Joined and left" not in said


def test_joining_days_alone_tell_when_todays_members_came_and_nothing_of_who_left(store: Store) -> None:
    register(store, ["member", "joined", "state"], *([f"Haus {at}", str(2016 + at), "HH"] for at in range(6)))
    app = visit("members", "de")
    assert not app.exception
    assert plain(app.title[0].value).startswith("6 Mitglieder; Austritte sind nicht bekannt")
    said = page_text(app)
    assert "Mitglieder vom 2026-10-01 nach dem Jahr ihres Eintritts" in said
    assert "Wie lange Mitglieder bleiben, ist offen" in said


def test_hostile_names_of_members_never_reach_the_page(store: Store) -> None:
    register(store, ["member", "sector"], ["<b>x</b> ![](http://a.example)", "=1+1"], ["$x$ :material/home:", "**y**"])
    app = visit("members")
    assert not app.exception
    assert "a.example" not in page_text(app)
