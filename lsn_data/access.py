"""May this actor do this? The one place that answers, from the role that an actor carries.

    viewer   sees the pages, takes exports along
    editor   … brings data in, takes back what is the editor's own, composes and freezes board packs
    admin    … takes back what others brought, deletes, backs up, restores, resets, administers

An actor is a name with a role. A bare name has no role: where people log in it may do nothing at all, and where
nobody does (alone on this machine) it is whoever sits in front of it, who may do everything.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from typing import Literal, get_args

from lsn_data.errors import NotAllowed
from lsn_data.language import mark
from lsn_data.settings import settings

Role = Literal["viewer", "editor", "admin"]
Action = Literal[
    "view", "export",
    "import", "undo", "compose",
    "undo others", "delete", "backup", "reset", "administer", "settings",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)
_VIEWING: frozenset[Action] = frozenset({"view", "export"})
_EDITING: frozenset[Action] = frozenset({"import", "undo", "compose"})
MAY: Mapping[Role, frozenset[Action]] = {
    "viewer": _VIEWING,
    "editor": _VIEWING | _EDITING,
    "admin": frozenset(get_args(Action)),
}
# What each role is called: what it is for, since a person may be a man, a woman or a shared screen.
NAMES: Mapping[Role, str] = {"viewer": mark("Viewing"), "editor": mark("Editing"), "admin": mark("Administration")}
REFUSED: Mapping[Role, str] = {
    "viewer": mark("You may not do this. Ask the person who manages this product."),
    "editor": mark("You may not do this. It takes the role Editing; the person who manages this product gives it."),
    "admin": mark(
        "You may not do this. It takes the role Administration; the person who manages this product gives it."
    ),
}


class Actor(str):
    """Who acts: the name that is kept with what is done, the role, and the name that is shown.

    >>> anna = Actor("anna@example.org", "editor", "Anna Beispiel")
    >>> anna, anna.role, anna.shown
    ('anna@example.org', 'editor', 'Anna Beispiel')
    """

    role: Role | None
    shown: str

    def __new__(cls, name: str, role: Role | None, shown: str = "") -> Actor:
        made = super().__new__(cls, name)
        made.role = role
        made.shown = shown or name
        return made

    def __getnewargs__(self) -> tuple[str, Role | None, str]:  # type: ignore[override]
        """A copy keeps its role."""
        return str(self), self.role, self.shown


def role_of(actor: str) -> Role | None:
    """The role that an actor carries; None may do nothing."""
    if isinstance(actor, Actor):
        return actor.role
    return "admin" if actor and not login_needed() else None


def may(actor: str, action: Action) -> bool:
    """True if the actor may do this.

    >>> may(Actor("anna@example.org", "viewer"), "export"), may(Actor("anna@example.org", "viewer"), "import")
    (True, False)
    """
    role = role_of(actor)
    return role is not None and action in MAY[role]


def require(actor: str, action: Action) -> None:
    """Raise NotAllowed, which names the role that it takes, unless the actor may do this."""
    if not may(actor, action):
        raise NotAllowed(REFUSED[needed(action)])


def needed(action: Action) -> Role:
    """The least role that may do this.

    >>> needed("view"), needed("compose"), needed("reset")
    ('viewer', 'editor', 'admin')
    """
    return next(role for role in ROLES if action in MAY[role])


def login_needed() -> bool:
    """Does everybody have to log in? So it is as soon as an identity provider is configured."""
    return settings().auth is not None


def local_actor() -> Actor:
    """Who acts where nobody logs in: the system's user (there may be none, in a container or a service).

    Whoever can start a command or sits alone at the machine holds the database file anyway: an administrator.
    """
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = "unknown"
    return Actor(name, "admin")
