"""How does the database stay open, whatever the disk does?

A disk that was full while DuckDB tidied up breaks the connection for good: everything confirmed is in the file, but
nobody can ask for it. The next who asks opens it again. All who look at the same store share one of these.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

import duckdb

from lsn_data.store.gate import gate_of
from lsn_data.store.private import for_the_owner_alone
from lsn_data.store.troubles import told

PATIENCE = 30.0
_all: WeakSet[Opened] = WeakSet()
_listing = threading.Lock()


class Opened:
    """A connection that is made anew after it broke; `make` opens the database or raises why it cannot."""

    def __init__(self, path: Path | None, make: Callable[[], duckdb.DuckDBPyConnection]) -> None:
        self._path, self._make = path, make
        self._one = threading.Lock()
        self._gate = gate_of(path)
        with self._gate.inside(), told(path), self._gate.opening:
            self._connection = make()
        self._broken = self._given_back = False
        with _listing:
            _all.add(self)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own for one query or transaction. What the disk does is told as an error of ours.

        What DuckDB writes meanwhile (its log, and what its memory does not hold) is for the owner's eyes only.
        """
        with self._gate.inside(), told(self._path), for_the_owner_alone():
            try:
                with self._whole().cursor() as cursor:
                    yield cursor
            except duckdb.FatalException:
                self._broken = self._path is not None  # what was in memory is gone
                raise

    @contextmanager
    def alone(self, patience: float = PATIENCE) -> Iterator[Callable[[], None]]:
        """Nobody else in this process asks or writes; call what is given to let go of the file, which is opened again
        for whoever asks next. Raises Busy."""
        with self._gate.alone(patience):
            yield self._let_go

    def close(self) -> None:
        """Give the file back."""
        self._given_back = True
        self._connection.close()

    def _let_go(self) -> None:
        """All in this process that have the file open close it; whoever gave it back does not get it again."""
        with _listing:
            sharing = [one for one in _all if one._gate is self._gate and not one._given_back]
        for one in sharing:
            with suppress(duckdb.Error):
                one._connection.close()
            one._broken = True

    def _whole(self) -> duckdb.DuckDBPyConnection:
        with self._one:
            if self._broken:
                with suppress(duckdb.Error):
                    self._connection.close()
                with self._gate.opening:
                    self._connection = self._make()
                self._broken = False
            return self._connection
