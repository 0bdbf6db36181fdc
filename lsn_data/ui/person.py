"""Who is logged in, as what, and how does this person leave?"""

from __future__ import annotations

import streamlit as st

from lsn_data.access import NAMES, Actor, login_needed
from lsn_data.identity import LoggedOut, NoAccess
from lsn_data.language import Language
from lsn_data.ui import data, logins
from lsn_data.ui.messages import safe
from lsn_data.ui.visitor import claims, visitor


def shown(say: Language) -> None:
    """At the foot of the side bar: who is logged in, as what, and the way out."""
    if not login_needed():
        return
    actor = visitor()
    role = say(NAMES[actor.role]) if actor.role else ""
    st.html(f"<div class='lsn-person'><b>{safe(actor.shown)}</b><br>{safe(role)}</div>")
    st.button(say("Log out"), on_click=leave, type="tertiary", key="log-out")


def leave() -> None:
    """Log out: here, at the provider if it takes part, and for every copy of the cookie."""
    try:
        actor = visitor()
    except LoggedOut:
        actor = None
    except NoAccess as refusal:
        actor = Actor(refusal.name, None)
    if actor is not None:
        logins.tell(data.kept(), "logout", actor, claims())
    st.logout()
