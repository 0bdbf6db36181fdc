"""Which logins are known, and which are over? A login is a person and the moment when the provider vouched for it.

Its cookie lives on: a copy of it must be worth nothing once the person has logged out. The log keeps both, so that a
restart forgets neither.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from lsn_data.access import Actor
from lsn_data.identity import LoggedOut
from lsn_data.store import Store
from lsn_data.store.log import Deed, entries, noted

Login = tuple[str, str]
MANY = 10_000
_lock = threading.Lock()
_told: dict[Deed, set[Login]] = {"login": set(), "login refused": set(), "logout": set()}
_read: set[str] = set()


def still(actor: Actor, claims: Mapping[str, Any]) -> Actor:
    """The actor, unless this login is over. Raises LoggedOut."""
    if _login(actor, claims) in _told["logout"]:
        raise LoggedOut
    return actor


def learn(store: Store) -> None:
    """Read from the log, once, which logins there were and which are over."""
    with _lock:
        if str(store.path) in _read:
            return
        for action, known in _told.items():
            known.update((one.who, one.about.get("login", "")) for one in entries(store, action=action, most=MANY))
        _read.add(str(store.path))


def tell(store: Store, action: Deed, actor: Actor, claims: Mapping[str, Any]) -> None:
    """Write into the log, once a login, that somebody came, was turned away or left."""
    login = _login(actor, claims)
    with _lock:
        if login in _told[action]:
            return
        _told[action].add(login)
    noted(store, actor, action, {"login": login[1]})


def _login(actor: Actor, claims: Mapping[str, Any]) -> Login:
    return str(actor), str(claims.get("iat", ""))
