"""Which backups did this database make itself? Those that bear its mark in their name.

Several databases of one name may share a backup folder, and one may be a copy of another. So a mark is made of two
things: of a number that a database draws once and keeps over a reset and a restore, and of the place where it lies.
"""

from __future__ import annotations

import hashlib
import os
import secrets

import duckdb

from lsn_data.store.connection import Store
from lsn_data.store.named import named_queries

BYTES = 4


def mark_of(store: Store) -> str:
    """The mark of a database; empty while it has made no backup."""
    rows = store.ask("identity")
    if not rows or store.path is None:
        return ""
    told = f"{rows[0]['value']} {os.path.normcase(store.path.resolve())}"
    return hashlib.blake2s(told.encode("utf-8", "surrogateescape"), digest_size=BYTES).hexdigest()


def marked(store: Store) -> str:
    """The mark of a database, which gets its number if it has none."""
    with store.writing() as cursor:
        if not store.ask("identity"):
            keep_identity(cursor, secrets.token_hex(16))
    return mark_of(store)


def keep_identity(cursor: duckdb.DuckDBPyConnection, number: str) -> None:
    """Give a database its number; an empty one takes it away, and the next backup draws a new one."""
    cursor.execute(named_queries()["delete_identity"])
    if number:
        cursor.execute(named_queries()["insert_identity"], {"value": number})
