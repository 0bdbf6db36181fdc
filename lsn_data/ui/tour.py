"""What does somebody see who is here for the first time? Five quiet steps, a line above the page, ended in one click.

It begins by itself only where nothing was ever brought in, and never again once somebody ended it: the database notes
that, and nothing about anybody. Help starts it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from lsn_data import guide
from lsn_data.language import Language, mark
from lsn_data.store import note, noted
from lsn_data.ui import data, demo_data, following, rights
from lsn_data.ui.messages import safe

# The step of this visit, counted from 0; ENDED where somebody ended it.
STEP, ENDED = "lsn-tour-step", -1
NOTE, KNOWN = "tour", "known"


@dataclass(frozen=True)
class Step:
    """What is shown, and on which page (empty: on any)."""

    text: str
    room: str = ""


STEPS = (
    Step(mark("Load invented data to look around, or upload your own survey.")),
    Step(mark("Read the first line: it says what the data say. Below it stands who was asked, and when."),
         "priorities"),
    Step(mark("Choose “State” beside “All members”: everything on the page follows. “All members” leads back."),
         "priorities"),
    Step(mark("Open “Figures and method” below the chart: there stands every figure, and how it is computed."),
         "priorities"),
    Step(mark("Here the board pack is put together. “The standard pack” is complete as it stands."), "board_pack"),
)  # fmt: skip


def show(room: str, say: Language) -> None:
    """The step that is reached, while the tour runs."""
    at = _reached()
    if at == ENDED:
        return
    step = STEPS[at]
    with st.container(key="lsn-tour", horizontal=True, vertical_alignment="center"):
        told = say("Tour, step {n} of {all}", n=say.number(at + 1), all=say.number(len(STEPS)))
        st.html(f"<p class='lsn-done' role='status'><b>{escape(told)}</b> {escape(say(step.text))}</p>")
        _way_on(at, room, say)
        if at < len(STEPS) - 1:
            st.button(say("End the tour"), on_click=end, type="tertiary", key="tour-end",
                      help=say("It does not come back by itself. Help starts it again."))  # fmt: skip


def begin() -> None:
    """From the first step on (a callback)."""
    st.session_state[STEP] = 0


def end() -> None:
    """Never again by itself (a callback)."""
    st.session_state[STEP] = ENDED
    if rights.allowed("import"):
        note(data.store(), NOTE, KNOWN)


def start_button(say: Language) -> None:
    """Where Help offers the tour."""
    st.button(say("Show me around"), on_click=begin, key="tour-begin")


def _reached() -> int:
    if STEP not in st.session_state:
        st.session_state[STEP] = 0 if _first_time() else ENDED
    return int(st.session_state[STEP])


def _first_time() -> bool:
    return not data.receipts() and rights.allowed("import") and noted(data.store(), NOTE) != KNOWN


def _way_on(at: int, room: str, say: Language) -> None:
    """The one button that leads on: to the page of the step, to the next step, or out."""
    step = STEPS[at]
    if step.room and step.room != room:
        name = say(guide.page_name(step.room))
        st.button(safe(say("To the page {page}", page=name)), on_click=_go, args=(at,), key="tour-there")
    elif not at and not data.there():
        st.button(say("Load demo data"), on_click=_load, key="tour-load")
    elif at < len(STEPS) - 1:
        st.button(say("Next step"), on_click=_go, args=(at + 1,), key="tour-next")
    else:
        st.button(say("That was the tour"), on_click=end, key="tour-end")


def _load() -> None:
    demo_data.load()
    _go(1)


def _go(at: int) -> None:
    """To a step, on its page."""
    st.session_state[STEP] = at
    st.session_state[following.LEADS_TO] = STEPS[at].room
