"""How do the demo data come onto the pages, leave them, and come back, each in one click?"""

from __future__ import annotations

import streamlit as st

from lsn_data import demo
from lsn_data.language import Language
from lsn_data.ui import data, done
from lsn_data.ui.done import Act


def load() -> None:
    """Fill the database with the demo, and show it: somebody asked for it (a callback)."""
    demo.load(data.store(), data.actor())
    _show_it()
    _tell(demo.standing(data.store()))


def remove() -> None:
    """Take everything back that belongs to the demo; what was there can come back (a callback)."""
    before = demo.standing(data.store())
    _take_out()
    _tell(before, taken_back=True)


def _tell(imports: list[str], taken_back: bool = False) -> None:
    """The bar with the way back, or forth again."""

    def bring_back() -> None:
        demo.bring_back(data.store(), imports, data.actor())
        _show_it()

    done.tell(Act(_loaded, _take_out, _leaves_real_data, _removed, bring_back, taken_back=taken_back))


def _show_it() -> None:
    if data.REAL in data.there():
        st.session_state[data.SHOWN] = data.DEMO


def _take_out() -> None:
    demo.remove(data.store(), data.actor())


def _loaded(say: Language) -> str:
    return say("The demo data are loaded: all of it is invented, and every page says so.")


def _leaves_real_data(say: Language) -> str:
    return say("Takes back everything that belongs to the demo. Real data stay as they are.")


def _removed(say: Language) -> str:
    return say("The demo data are removed. Real data stay as they are.")
