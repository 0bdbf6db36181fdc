"""What do the pages know? One open database a process, and one cache of drawn exhibits, kept by data version."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from lsn_data import board, published
from lsn_data.access import Actor, require
from lsn_data.board import Pick
from lsn_data.disclosure import Group, View, side_by_side
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.settings import settings
from lsn_data.store import Import, Store, demo_shown, history, open_store, shown_waves
from lsn_data.topics.priorities import answer as priorities
from lsn_data.topics.questionnaire.comments import texts_to_choose
from lsn_data.topics.questionnaire.other import choosable
from lsn_data.ui.visitor import visitor

Answer = TypeVar("Answer")
MANY = 500
# Under this name the choice between real and demo data stands in the link and in the session (`showing.switch`).
SHOWN = "data"
REAL, DEMO = "real", "demo"
_open: list[Store] = []


def store() -> Store:
    """The open database ($LSN_DB, else data/lsn.duckdb), showing what this visitor chose: real or demo data.

    Whoever may see nothing gets none, also where a part of a page runs again without the script that guards it.
    Raises NotAllowed, StoreError; the next visit tries again.
    """
    require(actor(), "view")
    chosen = {REAL: False, DEMO: True}.get(st.session_state.get(SHOWN, ""))
    return kept().showing(chosen)


def kept() -> Store:
    """The open database for what the product does by itself and for those who write into the log who came.

    Everything that shows data asks `store`. Raises StoreError.
    """
    return _opened(str(settings().db))


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    opened = open_store(path)
    published.load(opened)
    _open.append(opened)
    return opened


def give_back() -> None:
    """The server stops: close what is open."""
    while _open:
        _open.pop().close()


def actor() -> Actor:
    """Who looks and acts in this visit, asked anew each time. Raises NotAllowed where nobody may."""
    return visitor()


def exhibit(pick: Pick, say: Language) -> Exhibit:
    """The exhibit of a pick, drawn once a day, data version, choice and language. Raises NotShown, Refused."""
    opened = store()
    today = dt.date.today()
    return _drawn(opened, str(opened.path), opened.version, opened.demo, pick.name, pick.filters, say.code, today)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _drawn(
    _store: Store,
    path: str,
    version: int,
    demo: bool | None,
    name: str,
    filters: tuple[tuple[str, str], ...],
    code: str,
    today: dt.date,
) -> Exhibit:
    return board.draw(_store, Pick(name, filters), Language(code))


def forget_drawn() -> None:
    """Nothing that was drawn of answers stays in memory once they are deleted, here or by a command."""
    for kept in (_drawn, _views, _further_questions):
        kept.clear()


def views(wave: Import) -> tuple[View, ...]:
    """The views that a wave may show, asked once a data version."""
    opened = store()
    return _views(opened, wave, str(opened.path), opened.version, wave.import_id)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _views(_store: Store, _wave: Import, path: str, version: int, import_id: str) -> tuple[View, ...]:
    return priorities.offered(_store, _wave)


def groups(wave: Import, by: str) -> tuple[Group, ...]:
    """The groups of an attribute that a wave may show."""
    return side_by_side(views(wave), by, {})


def further_questions(wave: Import) -> tuple[dict[str, str], dict[str, str]]:
    """The other questions of a wave, and those answered in words, {key: words}, asked once a data version."""
    opened = store()
    return _further_questions(opened, wave, str(opened.path), opened.version, wave.import_id)


@st.cache_resource(show_spinner=False, max_entries=MANY)
def _further_questions(
    _store: Store, _wave: Import, path: str, version: int, import_id: str
) -> tuple[dict[str, str], dict[str, str]]:
    return choosable(_store, _wave), texts_to_choose(_store, _wave)


def once(ask: Callable[[Store, Language], Answer], say: Language) -> Answer:
    """What a function answers, asked once a data version, choice and language: what a page offers to choose from."""
    opened = store()
    return opened.once((ask.__module__, ask.__qualname__, say.code), lambda: ask(opened, say))


def survey_waves() -> dict[str, Import]:
    """The waves that can be shown, newest first: real ones or those of the demo, never both."""
    opened = store()
    return {one.wave or "": one for one in shown_waves(opened, demo_shown(opened))}


def there() -> list[str]:
    """Which data count today: `real`, `demo`, both or none."""
    origins = {one.origin for one in receipts() if one.state == "current"}
    return [name for name, origin in ((REAL, "uploaded"), (DEMO, "demo")) if origin in origins]


def receipts() -> list[Import]:
    """Everything that people brought in, oldest first."""
    return history(store())


def newest_import() -> str:
    """The data version by its name, that of the newest import; empty where there are published facts only."""
    counting = [one.import_id for one in receipts() if one.state != "undone"]
    return counting[-1] if counting else ""
