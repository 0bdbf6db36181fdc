"""Is a change stored although an error came after it? DuckDB tidies up once a change is confirmed, and the disk may be
full then.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lsn_data.errors import NoRoom
from lsn_data.language import mark

if TYPE_CHECKING:
    from lsn_data.store.connection import Store

NOT_REMEMBERED = mark(
    "{file} is stored. Only what you told about its layout could not be kept for the next such file: {why}"
)


@contextmanager
def or_confirmed(store: Store) -> Iterator[list[int]]:
    """Around a transaction that puts the number of its change into the list: an error of a full disk is none where the
    change is in the file nevertheless. Raises NoRoom where it is not.
    """
    changes: list[int] = []
    try:
        yield changes
    except NoRoom:
        if not changes or not store.ask("change_there", seq=changes[0]):
            raise
