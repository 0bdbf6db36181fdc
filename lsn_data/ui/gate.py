"""May this visitor see anything at all? The first question of every run, before anything is drawn or read."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsn_data import log
from lsn_data.access import Actor, login_needed
from lsn_data.identity import LoggedOut, NoAccess
from lsn_data.language import Language, mark
from lsn_data.settings import settings
from lsn_data.settings_sources import WrongSettings
from lsn_data.ui import data, frame, logins
from lsn_data.ui.messages import safe
from lsn_data.ui.person import leave
from lsn_data.ui.visitor import claims, visitor

ASK = mark("Ask the person who manages this product to add this address or one of your groups.")


def passed(say: Language) -> bool:
    """Whether the page may be drawn. If not, what is the case stands in its place, and the way on."""
    if not login_needed():
        return True
    try:
        visitor()  # before the database is touched
        logins.learn(data.kept())
        logins.tell(data.kept(), "login", visitor(), claims())
    except LoggedOut as out:
        _login(out.over, say)
    except NoAccess as refusal:
        _no_access(refusal, say)
    except WrongSettings as wrong:
        _closed(wrong, say)
    else:
        return True
    return False


def _login(over: bool, say: Language) -> None:
    told = (
        say.plural(
            "Your login has ended, as it does after one hour. Please log in again.",
            "Your login has ended, as it does after {n} hours. Please log in again.",
            settings().session_hours,
        )
        if over
        else say("Please log in with the account of your organisation.")
    )
    with _card(say):
        _said(told)
        st.button(say("Log in"), on_click=st.login, type="primary", key="log-in")


def _no_access(refusal: NoAccess, say: Language) -> None:
    logins.tell(data.kept(), "login refused", Actor(refusal.name, None), claims())
    with _card(say):
        _said(refusal.said(say), say(ASK))
        st.button(say("Log in as somebody else"), on_click=leave, key="log-out")


def _closed(wrong: WrongSettings, say: Language) -> None:
    """What is wrong is for whoever runs the server, not for whoever stands at the door."""
    log.told("the settings cannot be read", "error", trouble=wrong)
    with _card(say):
        _said(say("The settings of this product are being changed or hold a mistake. Nobody can enter yet."))


def _said(*sentences: str) -> None:
    """As they stand: in Markdown an address would become a link."""
    st.html("".join(f"<p class='lsn-reason'>{safe(one)}</p>" for one in sentences))


def _card(say: Language) -> DeltaGenerator:
    """The product's name and the language; what is to be said goes into the container between them."""
    with st.container(key="lsn-gate", width=440):
        st.title(safe(say("LSN 2030 strategy monitor")), anchor=False)
        told = st.container()
        frame.language_switch(say)
    return told
