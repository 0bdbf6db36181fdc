"""How is a wave's day set on the page, and how is a wave deleted there? It alone asks first: it has no way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from lsn_data import copies
from lsn_data.deleting import deleted_copies_said, follows, left_said
from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.store import Term, delete_wave, doomed, keep_until
from lsn_data.ui import data
from lsn_data.ui.messages import safe

OUTCOME = "lsn-deleting-outcome"
# The last day that can be chosen; one that stands already, told before later answers came or very late, is shown.
LAST = dt.date(2200, 1, 1)


def ways(one: Term, say: Language) -> None:
    """Behind a button: another day, or what deleting would do, and doing it once the wave's name is typed."""
    with st.popover(safe(say("Day and deletion")), key=f"wave-{one.wave}"):
        st.date_input(
            safe(say("Kept until")), one.until, key=_key("until", one), format="YYYY-MM-DD",
            min_value=min(one.day, one.until), max_value=max(LAST, one.until), on_change=_keep, args=(one, say),
        )  # fmt: skip
        store = data.store()
        found = doomed(store, one.wave, one.origin)
        also = bool(found.editions) and st.checkbox(
            safe(say("Delete the editions that show it too")), key=_key("too", one)
        )
        for told in follows(found, store, also, say):
            st.markdown(safe(told))
        typed = st.text_input(safe(say("Type the wave's name to delete it")), key=_key("name", one))
        st.button(
            safe(say("Delete wave {wave} for good", wave=one.wave)), on_click=_delete, args=(one, also, say),
            disabled=typed.strip() != one.wave, key=_key("delete", one),
        )  # fmt: skip


def copies_left(say: Language) -> None:
    """Which copies may still hold what was deleted; for whoever may, the way to delete them."""
    some = copies.left(data.store())
    if not some:
        return
    st.html(f"<div class='lsn-foot'>{safe(left_said(some, dt.datetime.now(), say))}</div>")
    label = say.plural("Delete this copy for good", "Delete these {n} copies for good", len(some))
    st.button(safe(label), on_click=_delete_copies, args=(say,), key="delete-copies")


def say_what_was_done() -> None:
    """What became of the last click, once."""
    kind, told = st.session_state.pop(OUTCOME, ("", ""))
    if kind:
        getattr(st, kind)(safe(told))


def _keep(one: Term, say: Language) -> None:
    def act() -> str:
        day = st.session_state[_key("until", one)]
        keep_until(data.store(), one.wave, day, actor=data.actor(), origin=one.origin)
        return say("Wave {wave} is kept until {day}.", wave=one.wave, day=say.date(day))

    _done(act, say)


def _delete(one: Term, editions: bool, say: Language) -> None:
    if str(st.session_state.get(_key("name", one), "")).strip() != one.wave:
        return

    def act() -> str:
        _, erased = delete_wave(data.store(), one.wave, origin=one.origin, editions=editions, actor=data.actor())
        data.forget_drawn()
        if erased:
            return say("Wave {wave} is deleted; its bytes have left the file.", wave=one.wave)
        return say("Wave {wave} is deleted; its bytes leave the file at the next start.", wave=one.wave)

    _done(act, say)


def _delete_copies(say: Language) -> None:
    _done(lambda: deleted_copies_said(copies.delete_left(data.store(), data.actor()), say), say)


def _done(act: Callable[[], str], say: Language) -> None:
    """Do it, and keep what is to be told: what became of it, or why it could not be."""
    try:
        st.session_state[OUTCOME] = ("success", act())
    except LsnError as trouble:
        st.session_state[OUTCOME] = ("error", trouble.said(say))


def _key(what: str, one: Term) -> str:
    return f"{what}-wave-{one.origin}-{one.wave}"
