"""How is an edition taken back that was frozen by mistake?"""

from __future__ import annotations

import duckdb

from lsn_data.access import require
from lsn_data.store.connection import Store
from lsn_data.store.log import written
from lsn_data.store.named import named_queries


def take_edition_back(store: Store, name: str, *, actor: str) -> None:
    """Take an edition away as if it had never been frozen; one that is not there stays so.

    Whoever froze it may do so, others only with the right to delete. Raises NotAllowed.
    """
    frozen = store.ask("edition", edition=name)
    if not frozen:
        return
    require(actor, "compose" if frozen[0]["by"] == actor else "delete")
    with store.writing() as cursor:
        forget_edition(cursor, name)
        written(cursor, actor, "delete", {"edition": name})


def forget_edition(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    """Take out an edition with what it shows."""
    for query in ("delete_imports_of_edition", "delete_edition"):
        cursor.execute(named_queries()[query], {"edition": name})
