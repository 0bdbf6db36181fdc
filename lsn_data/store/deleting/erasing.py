"""How do the bytes of what was deleted leave the file? DuckDB only marks them as free: the file is written afresh.

A copy of what is left is made beside the database, read through and compared, and takes its place in one step, while
nobody in this process asks or writes. Whenever it is stopped, one of the two is the database, and the next start goes
on. What the disk itself keeps of files that were replaced is out of our reach.
"""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from lsn_data.errors import StoreError
from lsn_data.store.connection import Store
from lsn_data.store.gate import Busy
from lsn_data.store.keeping.copying import one_copy, written_and_same
from lsn_data.store.keeping.prints import Print, prints
from lsn_data.store.named import named_queries
from lsn_data.store.private import empty_room, settle_name
from lsn_data.store.troubles import told


def erasing_is_due(store: Store) -> bool:
    """Are there bytes in the file of what was deleted?"""
    return bool(store.ask("setting", name="erasing"))


def erase(store: Store) -> bool:
    """Write the file afresh if that is due. False: somebody or the disk stood in the way; it stays due."""
    if not erasing_is_due(store):
        return True
    if store.path is not None:
        try:
            _replace(store)
        except (Busy, StoreError, OSError):
            return False
    with store.writing() as cursor:
        cursor.execute(named_queries()["delete_erasing"])
    return True


def erased(store: Store) -> Store:
    """The same store, without the bytes of what an earlier run deleted."""
    erase(store)
    return store


def _replace(store: Store) -> None:
    assert store.path is not None
    with one_copy, store.alone() as let_go, empty_room(store.path) as room:
        fresh = room / "copy.duckdb"
        found = written_and_same(store, fresh)
        let_go()
        with told(store.path):
            _in_its_place(fresh, store.path, found.prints)


def _in_its_place(fresh: Path, database: Path, held: dict[str, Print]) -> None:
    """Replace the file while it is ours alone: no other process can open it, none has written to it since it was read.

    Windows replaces no open file: there it is given back an instant before. Raises Busy, an error of DuckDB.
    """
    with duckdb.connect(str(database), config={"threads": "1"}) as ours:
        if prints(ours) != held:
            raise Busy
        if os.name != "nt":
            os.replace(fresh, database)
    if os.name == "nt":
        os.replace(fresh, database)
    settle_name(database.parent)
