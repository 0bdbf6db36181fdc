"""Where does a click lead, and what is chosen there?"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import streamlit as st

from lsn_data.board import NAMES, Pick
from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.on_page import HTML, html
from lsn_data.exhibit.page.table import linked, table_html
from lsn_data.exhibit.palette import LIGHT
from lsn_data.store import open_store
from lsn_data.ui import filters, following
from tests.disclosure import outlets
from tests.exhibit.samples import EN, segments


def test_a_cell_with_a_way_is_a_link_and_its_text_stays_harmless() -> None:
    said = linked("&lt;b&gt;", Way("priorities", (("group", "a&b=c"), ("by", '"x"'))))
    assert said == ('<a class="lsn-way" href="priorities?group=a%26b%3Dc&amp;by=%22x%22" data-way="">&lt;b&gt;</a>')
    assert following.way_of("priorities?group=a%26b%3Dc&by=%22x%22").filters == (("group", "a&b=c"), ("by", '"x"'))


def test_addresses_outside_the_product_lead_nowhere() -> None:
    for link in (
        "//example.invalid/overview",
        "https://[",
        "//[overview",
        "javascript:alert(1)",
        "../secret",
        "nowhere?x=1",
        "/overview",
    ):
        assert following.way_of(link) == Way()


def test_a_link_chooses_filters_and_nothing_else() -> None:
    st.session_state.clear()
    others = (
        "lang",
        "data",
        "sql",
        "sql-asked",
        "store",
        "load-demo",
        "theme-usual",
        filters.KNOWN,
        following.LEADS_TO,
    )
    following.follow(Way("measures", (("theme", "region"), *((name, "x") for name in others))))
    assert {name: st.session_state.get(name) for name in ("theme", *others)} == {
        "theme": "region", **dict.fromkeys(others), following.LEADS_TO: "measures",
    }  # fmt: skip
    st.session_state.clear()


def test_every_way_of_every_exhibit_can_be_followed(tmp_path: Path, demo_file: Path) -> None:
    with open_store(Path(shutil.copy(demo_file, tmp_path))) as store:
        drawn = outlets.drawn(store, [*map(Pick, NAMES), *outlets.narrowed(store)])
    ways = {way for exhibit in drawn.values() for way in exhibit.ways.values()}
    assert len(ways) > 100
    assert {name for way in ways for name, _ in way.filters} <= filters.LINKED
    assert [way for way in ways if following.way_of(way.link) != way] == []
    assert {pick.name: beyond for pick, one in drawn.items() if (beyond := beyond_the_keyboard(one))} == {}


def beyond_the_keyboard(exhibit: Exhibit) -> set[str]:
    """Where a mark leads and no link does: neither what is drawn as HTML nor the table of figures behind a chart."""
    shown = exhibit.chart.kind in HTML and html(exhibit, LIGHT)
    links = re.findall(r'href="([^"]*)"', f"{shown}{table_html(exhibit, LIGHT)}")
    return {way.link for way in exhibit.ways.values()} - {unescape(link) for link in links}


def test_who_looks_at_the_demo_goes_on_looking_at_it_after_a_click() -> None:
    st.session_state.clear()
    st.session_state.update({"data": "demo", filters.KNOWN: {"data", "theme"}, "theme": "region"})
    following.follow(Way("kpis", (("kpi", "members"),)))
    assert (st.session_state["data"], st.session_state["theme"]) == ("demo", None)
    st.session_state.clear()


def test_a_mark_leads_where_its_row_leads() -> None:
    exhibit = replace(segments(EN), ways={(1, ""): Way("", (("theme", "region"),))})
    for given in (1, [1, "more"]):
        event = {"selection": {"points": [{"customdata": given}]}}
        assert following.marked(exhibit, event) == Way("", (("theme", "region"),))
    for nothing in ({}, {"selection": {"points": []}}, {"selection": {"points": [{"customdata": 7}]}}):
        assert following.marked(exhibit, nothing) is None


def test_a_way_to_another_page_lets_go_of_what_was_chosen_there_but_not_of_the_wave() -> None:
    st.session_state.clear()
    for key, value in (("wave", "2024"), ("also", "state=SH"), ("by", "size")):
        st.session_state[key] = value
    st.session_state[filters.KNOWN] = {"wave", "also", "by"}
    following.follow(Way("priorities", (("by", "sector"),)))
    kept = {key: st.session_state[key] for key in ("wave", "also", "by")}
    assert kept == {"wave": "2024", "also": None, "by": "sector"}
    st.session_state.clear()


def test_a_way_on_the_same_page_only_adds_to_what_was_chosen() -> None:
    st.session_state.clear()
    st.session_state["by"] = "size"
    st.session_state[filters.KNOWN] = {"by"}
    following.follow(Way("", (("group", "1-9"),)))
    assert (st.session_state["by"], st.session_state["group"]) == ("size", "1-9")
    st.session_state.clear()


def test_only_cells_that_lead_somewhere_are_links() -> None:
    assert 'lsn-way"' not in table_html(segments(EN), LIGHT)
