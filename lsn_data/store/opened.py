"""How does the database stay open, whatever the disk does?

A disk that was full while DuckDB tidied up breaks the connection for good: everything confirmed is in the file, but
nobody can ask for it. The next who asks opens it again. All who look at the same store share one of these.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from lsn_data.store.troubles import told


class Opened:
    """A connection that is made anew after it broke; `make` opens the database or raises why it cannot."""

    def __init__(self, path: Path | None, make: Callable[[], duckdb.DuckDBPyConnection]) -> None:
        self._path, self._make = path, make
        self._one = threading.Lock()
        with told(path):
            self._connection = make()
        self._broken = False

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own for one query or transaction. What the disk does is told as an error of ours."""
        with told(self._path):
            try:
                with self._whole().cursor() as cursor:
                    yield cursor
            except duckdb.FatalException:
                self._broken = self._path is not None  # what was in memory is gone
                raise

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def _whole(self) -> duckdb.DuckDBPyConnection:
        with self._one:
            if self._broken:
                with suppress(duckdb.Error):
                    self._connection.close()
                self._connection = self._make()
                self._broken = False
            return self._connection
