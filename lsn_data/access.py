"""May this actor do this? The one place that answers; today everybody who reaches the product may do everything.

The login (a later step) replaces the body, not the callers.
"""

from __future__ import annotations

import getpass
from typing import Literal

from lsn_data.errors import NotAllowed
from lsn_data.language import mark

Action = Literal["view", "import", "undo", "export", "compose", "backup", "reset"]


def may(actor: str, action: Action) -> bool:
    """True if the actor may do this."""
    return bool(actor) and bool(action)


def require(actor: str, action: Action) -> None:
    """Raise NotAllowed unless the actor may do this."""
    if not may(actor, action):
        raise NotAllowed(mark("You may not do this. Ask the person who manages this product."))


def local_actor() -> str:
    """Who acts where nobody logs in: the system's user (there may be none, in a container or a service)."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
