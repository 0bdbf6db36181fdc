"""Real data or demo data: which of the two do the pages show? Never both at once."""

from __future__ import annotations

import streamlit as st

from lsn_data import demo
from lsn_data.language import Language
from lsn_data.ui import data, demo_data, filters, rights
from lsn_data.ui.data import DEMO, REAL, SHOWN
from lsn_data.ui.messages import safe


def settle() -> list[str]:
    """Which data are shown: as chosen, else as the link says, else real ones; returns what there is to choose from.

    To be called before anything of the page is drawn: `data.store()` follows what is settled here.
    """
    offered = data.there()
    if offered:
        filters.kept(SHOWN, offered, offered[0])
    else:
        st.session_state.pop(SHOWN, None)
    return offered


def switch(say: Language) -> None:
    """The choice, drawn where both are there."""
    offered = settle()
    if len(offered) > 1:
        names = {REAL: say("Real data"), DEMO: say("Demo data")}
        st.segmented_control(
            say("Shown on the pages"),
            offered,
            format_func=lambda name: safe(names[name]),
            required=True,
            key=SHOWN,
            persist_state="session",
            label_visibility="collapsed",
        )


def removal(say: Language) -> None:
    """The way to be rid of the demo, where it is loaded."""
    if DEMO in data.there():
        why_not = rights.not_mine(demo.loaded(data.store()), say)
        st.button(
            say("Remove demo data"),
            on_click=demo_data.remove,
            key="remove-demo",
            disabled=bool(why_not),
            help=safe(why_not or say("Takes back everything that belongs to the demo. Real data stay as they are.")),
        )
