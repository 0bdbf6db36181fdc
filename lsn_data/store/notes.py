"""What does the database remember about itself, such as that its users know their way?"""

from __future__ import annotations

from lsn_data.store.connection import Store
from lsn_data.store.named import named_queries


def noted(store: Store, name: str) -> str:
    """What was noted under a name; empty if nothing."""
    rows = store.ask("setting", name=name)
    return str(rows[0]["value"]) if rows else ""


def note(store: Store, name: str, value: str) -> None:
    """Note something under a name, in place of what was noted before. Nothing about a person."""
    with store.writing() as cursor:
        cursor.execute(named_queries()["insert_note"], {"name": name, "value": value})
