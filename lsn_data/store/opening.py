"""How is a database made ready for use?

Opened, brought up to date, what may be shown of each wave decided, and what was deleted before erased from the file.
"""

from __future__ import annotations

from pathlib import Path

from lsn_data.store import connection
from lsn_data.store.connection import Store
from lsn_data.store.deleting import erasing
from lsn_data.store.shown import settled


def open_store(path: Path | str, keep_old: bool = True) -> Store:
    """Open (or make) a database. Raises Locked, TooNew, StoreError as `connection.open_store` does."""
    return erasing.erased(settled(connection.open_store(path, keep_old)))
