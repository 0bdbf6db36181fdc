"""What do the pages know? One open database a process, and one cache of drawn exhibits, kept by data version."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from lsn_data import board, published
from lsn_data.access import local_actor
from lsn_data.board import Pick
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.disclosure import Group
from lsn_data.language import Language
from lsn_data.store import Import, Store, history, open_store, waves
from lsn_data.topics.priorities import answer as priorities

ACTOR = local_actor()
MANY = 500


def store() -> Store:
    """The open database ($LSN_DB, else data/lsn.duckdb). Raises StoreError; the next visit tries again."""
    return _opened(os.environ.get("LSN_DB") or str(Path("data") / "lsn.duckdb"))


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    opened = open_store(path)
    published.load(opened)
    return opened


def exhibit(pick: Pick, say: Language) -> Exhibit:
    """The exhibit of a pick, drawn once a data version and language. Raises NotShown, Refused."""
    opened = store()
    return _drawn(opened, str(opened.path), opened.version, pick.name, pick.filters, say.code)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _drawn(
    _store: Store, path: str, version: int, name: str, filters: tuple[tuple[str, str], ...], code: str
) -> Exhibit:
    return board.draw(_store, Pick(name, filters), Language(code))


def groups(wave: Import, by: str) -> tuple[Group, ...]:
    """The groups of an attribute that a wave may show, found once a data version."""
    opened = store()
    return _grouped(opened, wave, str(opened.path), opened.version, wave.import_id, by)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _grouped(_store: Store, _wave: Import, path: str, version: int, import_id: str, by: str) -> tuple[Group, ...]:
    return priorities.groups(_store, _wave, by)


def survey_waves() -> dict[str, Import]:
    """The waves that can be shown, newest first; a demo wave stands behind a real one of the same name."""
    found = sorted(waves(store()), key=lambda one: one.origin == "demo")
    newest_first = sorted(found, key=lambda one: (one.origin != "demo", one.as_of, one.seq), reverse=True)
    shown: dict[str, Import] = {}
    for one in newest_first:
        shown.setdefault(one.wave or "", one)
    return shown


def receipts() -> list[Import]:
    """Everything that people brought in, oldest first."""
    return history(store())
