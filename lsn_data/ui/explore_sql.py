"""How is one SELECT over the registers asked on the page, and how is its answer, or what is wrong with it, said?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.store.explore import Answer, ask_tables, tables_of
from lsn_data.topics.explore.answer import Register
from lsn_data.topics.explore.exhibits import answered
from lsn_data.ui import data, explore_schema
from lsn_data.ui.explore_grid import files, frame_of, grid
from lsn_data.ui.messages import safe

STATEMENT, ASKED, MANY = "sql", "sql-asked", 30


def section(found: Mapping[str, Register], say: Language) -> None:
    """One SELECT over all registers, its examples, its schema, its answer or what is wrong with it."""
    with st.container(key="lsn-more-sql"):
        st.html(f"<p class='lsn-part'>{safe(say('Ask in SQL'))}</p>")
        words = say(
            "One SELECT over the registers, for instance with a join. It runs on a copy: nothing can be changed, and"
            " answers to surveys are out of reach."
        )
        st.html(f"<p class='lsn-reason'>{safe(words)}</p>")
        with st.container(horizontal=True, gap="small"):
            for at, (label, statement) in enumerate(explore_schema.examples(say)):
                st.button(safe(label), on_click=_ask, args=(statement,), key=f"example-{at}")
        with st.expander(say("Registers and their columns"), type="compact", key="lsn-schema"):
            st.html(explore_schema.html(say))
        st.text_area(say("SQL statement"), key=STATEMENT, height=120, max_chars=10_000)
        st.button(say("Run the statement"), on_click=_ask, type="primary", key="run-sql")
        if st.session_state.get(ASKED):
            _outcome(st.session_state[ASKED], found, say)


def _ask(statement: str | None = None) -> None:
    """Ask what was typed, or an example, which then stands in the box."""
    if statement is not None:
        st.session_state[STATEMENT] = statement
    st.session_state[ASKED] = st.session_state.get(STATEMENT, "") or " "


def _outcome(statement: str, found: Mapping[str, Register], say: Language) -> None:
    opened = data.store()
    told = _asked(opened, str(opened.path), opened.version, opened.demo, statement)
    if isinstance(told, LsnError):
        _trouble(told, say)
        return
    asked = _newest(found)
    exhibit = answered(told.columns, told.rows, told.cut, asked, say)
    notes = " ".join(map(safe, exhibit.notes))
    st.html(f"<p class='lsn-part'>{safe(exhibit.message)}</p><div class='lsn-foot'>{notes}</div>")
    if not told.rows:
        return
    grid(frame_of(exhibit), exhibit.title, "sql-answer")
    files(exhibit, "lsn-sql", say)


def _trouble(told: LsnError, say: Language) -> None:
    """What is wrong as a sentence, DuckDB's own words quietly below."""
    own = str(told.values.get("words") or "") if told.values.get("quiet") else ""
    quiet = f"<span class='quiet'>{safe(own)}</span>" if own else ""
    st.html(f"<p class='lsn-reason' role='alert'>{safe(told.said(say))}{quiet}</p>")


def _newest(found: Mapping[str, Register]) -> Register:
    """The register with the newest snapshot: whence the answer is, at the latest."""
    return max(found.values(), key=lambda one: str(one.newest or ""))


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _asked(_store: Store, path: str, version: int, demo: bool | None, statement: str) -> Answer | LsnError:
    """The answer, or what is wrong: kept as well, so that a slow statement is not asked anew with every click."""
    try:
        return ask_tables(_tables(_store, path, version, demo), statement)
    except LsnError as trouble:
        return trouble


@st.cache_resource(show_spinner=False, max_entries=2)
def _tables(_store: Store, path: str, version: int, demo: bool | None) -> dict[str, dict[str, Any]]:
    return tables_of(_store)
