"""Who looks at the pages in this visit? Asked anew each time: a role that is taken away is gone with the next click."""

from __future__ import annotations

import streamlit as st

from lsn_data.access import Actor, local_actor, login_needed
from lsn_data.identity import somebody
from lsn_data.settings import settings


def visitor() -> Actor:
    """Who is logged in, or whoever sits alone at this machine. Raises LoggedOut, NoAccess."""
    return somebody(st.user.to_dict(), settings()) if login_needed() else local_actor()
