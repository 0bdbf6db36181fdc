"""Where does a click lead? Links in tables and marks of charts stay in the visit: what was chosen is kept.

A link is a link: with its address it works in a new tab, too. The ear is a small script that hears plain clicks on
links marked `data-way` and hands their address to Python instead of loading the page anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from lsn_data.exhibit import Exhibit, Way
from lsn_data.exhibit.on_page import Figure
from lsn_data.ui import filters

KEY = "lsn-ear"
LEADS_TO = "lsn-leads-to"
CLICKS = "lsn-clicks"
_HERE = Path(__file__).parent
PAGES = _HERE.parent.parent / "pages"
_EAR = st.components.v2.component("lsn_ear", js=(_HERE / "ear.js").read_text(encoding="utf-8"))


def listen() -> None:
    """Hear clicks on links, and go where the last click led; drawn before the page, so that its filters follow."""
    with st.sidebar:
        _EAR(key=KEY, on_way_change=_heard)
    page = st.session_state.pop(LEADS_TO, "")
    if page:
        st.switch_page(f"../../pages/{page}.py")


def _heard() -> None:
    follow(way_of(st.session_state[KEY].get("way") or ""))


def way_of(link: str) -> Way:
    """The way that a link tells; an address outside the product is none.

    >>> way_of("measures?theme=visibility")
    Way(page='measures', filters=(('theme', 'visibility'),))
    >>> way_of("https://example.invalid/overview"), way_of("../secret")
    (Way(page='', filters=()), Way(page='', filters=()))
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return Way()
    known = not (parts.scheme or parts.netloc) and (not parts.path or parts.path in pages())
    return Way(parts.path, tuple(parse_qsl(parts.query))) if known else Way()


@cache
def pages() -> frozenset[str]:
    """The names of all pages."""
    return frozenset(file.stem for file in PAGES.glob("*.py"))


def follow(way: Way) -> None:
    """Choose what the way says, before any filter is drawn (a callback); `listen` turns to its page.

    A way to another page shows just what it says: what was chosen there before is let go. Only filters are chosen:
    nothing else that the visit keeps can be set by a link.
    """
    if way.page:
        filters.forget()
    for name, value in way.filters:
        if name in filters.LINKED:
            filters.choose(name, value)
    st.session_state[LEADS_TO] = way.page
    st.session_state[CLICKS] = st.session_state.get(CLICKS, 0) + 1


def chart(drawn: Figure, exhibit: Exhibit, key: str, config: Mapping[str, Any], alt: str) -> None:
    """A chart whose marks lead on. Each click draws it under a new name: what was marked is not kept, only chosen."""
    name = f"{key}-{st.session_state.get(CLICKS, 0)}"

    def clicked() -> None:
        way = marked(exhibit, st.session_state[name])
        if way:
            follow(way)

    st.plotly_chart(
        drawn, theme=None, config=dict(config), key=name, alt=alt, on_select=clicked, selection_mode="points"
    )


def marked(exhibit: Exhibit, event: Mapping[str, Any]) -> Way | None:
    """The way of the mark that was clicked in a chart; None where nothing is marked, or nothing leads on."""
    points = (event.get("selection") or {}).get("points") or []
    row = points[0].get("customdata") if points else None
    row = row[0] if isinstance(row, list) and row else row
    return exhibit.ways.get((row, "")) if isinstance(row, int) else None
