"""What was just done, and how is it taken back? One small bar says both, right where something was changed.

    done.tell(Act(lambda say: say("The demo data are loaded."), take_back=…, bring_back=…))

Nobody is asked "are you sure?": the bar stays until something else is done or the page is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from lsn_data.language import Language

LAST, ROOM = "lsn-done", "lsn-done-room"
# Above the page, where nothing on it stands closer to what was done.
TOP = "top"
Said = Callable[[Language], str]


@dataclass(frozen=True)
class Act:
    """Something that was done: what is said of it, the way back, and what that does.

    With `bring_back` the way back can itself be taken back; `gone` is what is said then. `place` is where the bar
    stands.
    """

    said: Said
    take_back: Callable[[], None]
    follows: Said | None = None
    gone: Said | None = None
    bring_back: Callable[[], None] | None = None
    place: str = TOP
    taken_back: bool = False


def tell(act: Act) -> None:
    """Show the bar of what was just done, in place of that of what was done before."""
    st.session_state[LAST] = act


def turn_to(room: str) -> None:
    """Whoever turns to another page has seen what was done on the one before."""
    if st.session_state.get(ROOM) != room:
        st.session_state[ROOM] = room
        st.session_state.pop(LAST, None)


def last(say: Language, place: str = TOP) -> None:
    """The bar of what was done last, where its place is here."""
    act = st.session_state.get(LAST)
    if not isinstance(act, Act) or act.place != place:
        return
    with bar(f"lsn-done-{place}"):
        if act.taken_back:
            st.html(_text((act.gone or act.said)(say)))
            if act.bring_back:
                st.button(say("Bring it back"), on_click=_bring_back, args=(act,), key=f"done-forth-{place}")
            return
        st.html(_text(act.said(say)))
        follows = act.follows(say) if act.follows else None
        st.button(say("Take it back"), on_click=_take_back, args=(act,), key=f"done-back-{place}", help=follows)


@contextmanager
def bar(key: str) -> Iterator[None]:
    """The bar itself: first what was done, then the ways on."""
    with st.container(border=True, key=key, horizontal=True, vertical_alignment="center"):
        yield


def _text(said: str) -> str:
    return f"<p class='lsn-done' role='status'>{escape(said)}</p>"


def _take_back(act: Act) -> None:
    """Take it back; what tells of itself then (another template, say) is not told over."""
    if act.gone:
        tell(replace(act, taken_back=True))
    else:
        st.session_state.pop(LAST, None)
    act.take_back()


def _bring_back(act: Act) -> None:
    assert act.bring_back is not None
    act.bring_back()
    tell(replace(act, taken_back=False))
