"""Who did what, and when? A log that grows with every change, export and login, and keeps each entry for its time.

A change and its entry stand in one transaction: there is never one without the other. Nothing of a respondent goes
in: names of imports, waves, editions, exhibits and files, never what a file says.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import duckdb

from lsn_data import log
from lsn_data.access import Role, role_of
from lsn_data.errors import LsnError
from lsn_data.language import Language, mark
from lsn_data.settings import settings
from lsn_data.store.connection import Store
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries

Deed = Literal[
    "import", "undo", "redo", "remember", "forget",
    "compose", "freeze", "template", "template removed",
    "export", "backup", "restore", "repair", "reset", "delete", "settings",
    "login", "login refused", "logout",
]  # fmt: skip
WORDS: Mapping[str, str] = {
    "import": mark("brought in"),
    "undo": mark("took back"),
    "redo": mark("brought back"),
    "remember": mark("told about a layout"),
    "forget": mark("forgot a layout"),
    "compose": mark("changed a board pack"),
    "freeze": mark("froze an edition"),
    "template": mark("put in a slide template"),
    "template removed": mark("took out the slide template"),
    "export": mark("took along"),
    "backup": mark("made a backup"),
    "restore": mark("restored a backup"),
    "repair": mark("set a damaged log aside"),
    "reset": mark("emptied the database"),
    "delete": mark("deleted data"),
    "settings": mark("changed a setting"),
    "login": mark("logged in"),
    "login refused": mark("was turned away"),
    "logout": mark("logged out"),
}
LONGEST = 200
A_MONTH = 30.44


@dataclass(frozen=True)
class Entry:
    """One line of the log; `at` is UTC, `about` names what it was about."""

    at: dt.datetime
    who: str
    role: Role | None
    action: str
    about: dict[str, str]

    def said(self, say: Language) -> str:
        """What was done, in words."""
        return say(WORDS.get(self.action, self.action))


def written(
    place: Store | duckdb.DuckDBPyConnection,
    actor: str,
    action: Deed,
    about: Mapping[str, object] | None = None,
    at: dt.datetime | None = None,
) -> None:
    """Add an entry: in the transaction of a cursor from `store.writing()`, or in one of its own for a store.

    Entries whose time is over go in the same step.
    """
    if isinstance(place, Store):
        with place.writing() as cursor:
            written(cursor, actor, action, about, at)
        return
    told = {name: _short(value) for name, value in (about or {}).items() if value not in (None, "")}
    place.execute(
        named_queries()["insert_log"],
        {
            "moment": at or now(),
            "who": _short(str(actor)),
            "role": role_of(actor),
            "action": action,
            "about": json.dumps(told, ensure_ascii=False),
        },
    )
    place.execute(named_queries()["delete_old_log"], {"before": oldest()})


def noted(store: Store, actor: str, action: Deed, about: Mapping[str, object] | None = None) -> None:
    """Add an entry for what changes nothing: where nothing can be written, the server's log tells, and it is done."""
    try:
        written(store, actor, action, about)
    except LsnError as trouble:
        log.told(f"not in the list of who did what: {action}", "warning", trouble=trouble)


def entries(store: Store, who: str | None = None, action: str | None = None, most: int = 200) -> list[Entry]:
    """The newest entries first, of one person or of one action if asked for."""
    rows = store.ask("log_entries", since=oldest(), who=who, action=action, most=most)
    return [Entry(row["moment"], row["who"], row["role"], row["action"], json.loads(row["about"])) for row in rows]


def last_seen(store: Store) -> dict[str, dt.datetime]:
    """Everybody in the log and when (UTC) each did something last, the last one first."""
    return {row["who"]: row["last"] for row in store.ask("log_people", since=oldest())}


def actions(store: Store) -> list[str]:
    """Which actions the log knows, in the order in which they are declared."""
    found = {row["action"] for row in store.ask("log_actions", since=oldest())}
    return [action for action in get_args(Deed) if action in found]


def oldest() -> dt.datetime:
    """Entries before this moment are over: the log names members of staff, so it forgets."""
    return now() - dt.timedelta(days=settings().log_months * A_MONTH)


def _short(value: object) -> str:
    """One line of what can be stored.

    >>> _short("a\\nb")
    'a b'
    """
    return " ".join(str(value).encode("utf-8", "replace").decode().replace("\0", " ").split())[:LONGEST]
