"""Who looks at the pages in this visit? Asked anew each time: a role that is taken away is gone with the next click."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from lsn_data.access import Actor, local_actor, login_needed
from lsn_data.identity import somebody
from lsn_data.settings import settings_now
from lsn_data.ui import logins


def visitor() -> Actor:
    """Who is logged in, or whoever sits alone at this machine. Raises LoggedOut, NoAccess."""
    return known(claims()) if login_needed() else local_actor()


def known(found: Mapping[str, Any]) -> Actor:
    """Whom the claims of a cookie name, as long as the login lasts. Raises LoggedOut, NoAccess."""
    return logins.still(somebody(found, settings_now()), found)


def claims() -> Mapping[str, Any]:
    """What the identity provider said of this visitor; nothing where nobody is logged in."""
    return st.user.to_dict()


def remembered() -> Callable[[], Actor]:
    """A way to ask again who this visitor is, also from where no visit is known: while a file is made, for instance."""
    found = claims()
    return lambda: known(found) if login_needed() else local_actor()
