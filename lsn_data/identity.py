"""Who is it that the identity provider names, and which role has this person today?

The claims come from a cookie that lives for a month; so the role is looked up in the settings each time, and a login
counts for some hours only. Whatever is missing or odd counts as no role.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

from lsn_data.access import ROLES, Actor, Role
from lsn_data.errors import NotAllowed
from lsn_data.language import mark
from lsn_data.settings import Settings

Claims = Mapping[str, Any]
# How far the clocks of the provider and of this server may differ, in seconds.
CLOCKS = 300
UNVERIFIED = mark("Your identity provider has not confirmed the e-mail address {name}, so it cannot be trusted here.")
UNKNOWN = mark("Nobody has given {name} access yet.")


class LoggedOut(NotAllowed):
    """Nobody is logged in. `over`: somebody was, but too long ago."""

    def __init__(self, over: bool = False) -> None:
        self.over = over
        super().__init__(mark("Please log in first."))


class NoAccess(NotAllowed):
    """Somebody is logged in who has no role here; the message says why."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        super().__init__(text, name=name)


def somebody(claims: Claims, rules: Settings, at: float | None = None) -> Actor:
    """Who the claims name, with today's role. Raises LoggedOut, NoAccess.

    `at` is the time in seconds since 1970, now if not given.

    >>> rules = Settings(admins=("anna@example.org",))
    >>> somebody({"is_logged_in": True, "email": "Anna@Example.org", "iat": 0}, rules, 60)
    'anna@example.org'
    """
    if claims.get("is_logged_in") is not True:
        raise LoggedOut
    if not _recent(claims.get("iat"), rules.session_hours, time.time() if at is None else at):
        raise LoggedOut(over=True)
    name = _name(claims)
    if str(claims.get("email_verified", True)).lower() != "true":
        raise NoAccess(UNVERIFIED, name)
    role = _role(claims, rules)
    if role is None or not name:
        raise NoAccess(UNKNOWN, name)
    return Actor(name, role, _text(claims.get("name")))


def address(text: str) -> str:
    """An e-mail address as it is compared: the case of plain letters does not count, that of others does.

    (Unicode holds letters that turn into plain ones where case is dropped: a Kelvin sign would become a k.)

    >>> address(" Anna@Example.ORG ")
    'anna@example.org'
    """
    return text.strip().encode("utf-8", "replace").lower().decode()


def _recent(since: object, hours: int, at: float) -> bool:
    """Does the login count still? One without a time does not; without a limit (0 hours) one from the future does not.

    >>> _recent(0, 12, 3600), _recent(0, 12, 50_000), _recent(0, 0, 50_000), _recent(None, 0, 0)
    (True, False, True, False)
    """
    if isinstance(since, bool) or not isinstance(since, int | float):
        return False
    return at - since >= -CLOCKS and (not hours or at - since < hours * 3600)


def _name(claims: Claims) -> str:
    """The e-mail address, else the provider's own name of the person, which never changes."""
    return address(_text(claims.get("email"))) or _text(claims.get("sub"))


def _role(claims: Claims, rules: Settings) -> Role | None:
    """The highest role that the lists give, else that of everybody else who can log in."""
    listed: Mapping[Role, Iterable[str]] = {"viewer": rules.viewers, "editor": rules.editors, "admin": rules.admins}
    email, groups = address(_text(claims.get("email"))), set(_groups(claims, rules.groups_claim))
    found = [role for role in ROLES if any(_is(entry, email, groups) for entry in listed[role])]
    return found[-1] if found else None if rules.others == "none" else rules.others


def _is(entry: str, email: str, groups: set[str]) -> bool:
    """What holds an @ is an e-mail address, and never a group: nobody becomes a person by naming a group so.

    >>> _is("Board", "", {"Board"}), _is("anna@example.org", "", {"anna@example.org"})
    (True, False)
    """
    return "@" in email and address(entry) == email if "@" in entry else entry.strip() in groups


def _groups(claims: Claims, claim: str) -> list[str]:
    """The groups that a claim lists; `a.b` is the claim b inside of a.

    >>> _groups({"realm_access": {"roles": ["board", 7]}}, "realm_access.roles")
    ['board']
    """
    found: object = claims.get(claim, claims)
    for part in claim.split(".") if found is claims else ():
        found = found.get(part) if isinstance(found, Mapping) else None
    listed = [found] if isinstance(found, str) else found if isinstance(found, list | tuple) else []
    return [one.strip() for one in listed if isinstance(one, str) and one.strip()]


def _text(found: object) -> str:
    return " ".join(found.split()) if isinstance(found, str) else ""
