"""What goes on over a restore? The log of who did what, the count of changes, which never goes back, and the number
that a database has drawn for itself.

If it did, an import of after the restore could bear the name and the number of one from before it: nobody could tell
which of the two a backup holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from lsn_data.store import opening
from lsn_data.store.closed import ask_closed
from lsn_data.store.keeping.own import keep_identity
from lsn_data.store.log import written
from lsn_data.store.named import named_queries
from lsn_data.store.turning import turn


def go_on(
    cursor: duckdb.DuckDBPyConnection, before: int, log: Sequence[Mapping[str, Any]], name: str, actor: str
) -> None:
    """In the restored state: the data version is beyond the one of before, entries that the backup lacks are added, and
    the restore itself stands in the log; `name` is what the backup is called."""
    there = {row[:3] for row in cursor.execute(named_queries()["log_whole"]).fetchall()}
    for entry in log:
        if (entry["moment"], entry["who"], entry["action"]) not in there:
            cursor.execute(named_queries()["insert_log"], dict(entry))
    turn(cursor, "restore", actor, before)
    written(cursor, actor, "restore", {"file": name})


def go_on_from(database: Path, copy: Path, name: str, actor: str) -> None:
    """The same where nobody has the database open, in the copy that is to take its place."""
    before, log, identity = (ask_closed(database, query) for query in ("version", "log_whole", "identity"))
    with opening.open_store(copy, keep_old=False) as opened, opened.writing() as cursor:
        go_on(cursor, before[0]["version"] if before else 0, log, name, actor)
        if before or not database.exists():  # a damaged one cannot tell: it is its own backup that comes back
            keep_identity(cursor, identity[0]["value"] if identity else "")
