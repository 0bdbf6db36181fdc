"""Which pack is open, and what can be done with it as a whole: begin, call otherwise, copy, delete, take back?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lsn_data.board import kept
from lsn_data.board.pack import LONGEST_NAME, Pack
from lsn_data.board.standard import standard
from lsn_data.language import Language
from lsn_data.ui import data, done, pack, rights
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import language

CHOICE, NEW, CALLED = "pack", "pack-new-name", "pack-called"


def notices(say: Language) -> None:
    """What went wrong with the last change; a pack that is not there any more, with the way to have it back."""
    told = pack.trouble()
    if told:
        st.warning(safe(told))
    gone = pack.gone()
    if gone:
        with st.container(border=True, key="lsn-pack-gone", horizontal=True, vertical_alignment="center"):
            st.markdown(safe(say(kept.NO_SUCH_PACK, pack=gone)))
            if pack.seen(gone) and rights.allowed("compose"):
                st.button(safe(say("Bring it back as you last saw it")), on_click=_bring_back, args=(gone,), key="back")


def bar(found: Pack | None, say: Language) -> None:
    """The packs to choose from, and what can be done with the open one."""
    names = kept.names(data.store())
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="lsn-pack-bar"):
        if found:
            st.session_state[CHOICE] = found.name
            st.selectbox(safe(say("Board pack")), names, key=CHOICE, width=300, filter_mode=None, on_change=_chosen)
        if why := rights.lacking("compose", say):
            st.html(f"<div class='lsn-quiet'>{safe(why)}</div>")
            return
        _new(say)
        if found:
            _rename(found, say)
            st.button(safe(say("Duplicate")), on_click=_duplicate, args=(found,), key="duplicate")
            st.button(safe(say("Delete")), on_click=_delete, args=(found.name,), key="delete")
            if found.parts:
                standard_button(say)
    _undo(say)


def standard_button(say: Language) -> None:
    """The pack that is good without touching it, in one click."""
    st.button(
        safe(say("The standard pack")), on_click=_standard, key="standard",
        help=safe(say("Ten pages that answer what a board asks, from today's data.")),
    )  # fmt: skip


def _new(say: Language) -> None:
    """A name, and a pack of that name."""
    with st.popover(safe(say("New")), key=f"new-{_changes()}"), st.form("lsn-pack-new", border=False):
        st.text_input(safe(say("Name of the board pack")), pack.usual_name(), max_chars=LONGEST_NAME, key=NEW)
        st.form_submit_button(safe(say("Begin an empty pack")), on_click=_begin, key="begin")


def _rename(found: Pack, say: Language) -> None:
    with st.popover(safe(say("Rename")), key=f"rename-{_changes()}"), st.form("lsn-pack-rename", border=False):
        key = f"{CALLED}-{found.name}"
        st.text_input(safe(say("Name of the board pack")), found.name, max_chars=LONGEST_NAME, key=key)
        st.form_submit_button(safe(say("Rename")), on_click=_call, args=(key,), key="rename-it")


def _undo(say: Language) -> None:
    """The way back from the last change of this visit."""
    last = pack.last_done()
    if last:
        with done.bar("lsn-done-pack"):
            st.html(f"<p class='lsn-done' role='status'>{safe(last)}</p>")
            st.button(safe(say("Undo")), on_click=pack.undo, key="undo")


def _changes() -> int:
    """How many changes there were: after one, what was open above the page is closed."""
    return len(st.session_state.get(pack.DONE, ()))


def _chosen() -> None:
    pack.choose(st.session_state[CHOICE])


def _begin() -> None:
    name, say = st.session_state[NEW], language()
    pack.begin(Pack(name), say("“{pack}” was begun", pack=name))


def _call(key: str) -> None:
    name, say = st.session_state[key], language()
    pack.rename(name, say("The pack was called “{pack}”", pack=name))


def _duplicate(found: Pack) -> None:
    """A copy of the newest state under a name of its own."""
    store, say = data.store(), language()
    newest = kept.pack_of_name(store, found.name) or found
    name = kept.free_name(store, say("{pack}, copy", pack=found.name)[:LONGEST_NAME])
    pack.begin(replace(newest, name=name), say("“{pack}” was copied", pack=found.name))


def _delete(name: str) -> None:
    say = language()
    pack.choose(name)
    pack.throw_away(say("“{pack}” was deleted", pack=name))


def _bring_back(name: str) -> None:
    found, say = pack.seen(name), language()
    if found:
        pack.begin(found, say("“{pack}” was brought back", pack=name))


def _standard() -> None:
    """Into the open pack while it is empty, else as a pack of its own."""
    store, say = data.store(), language()
    found, what = pack.opened(), say("The standard pack was taken")
    if found and not found.parts:
        pack.change(what, lambda newest: replace(newest, parts=newest.parts or standard(store).parts))
    else:
        pack.begin(standard(store, kept.free_name(store, pack.usual_name())), what)
