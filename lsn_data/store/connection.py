"""How is the database opened, brought up to date, and kept safe?

One connection a process, a cursor a query (one connection shared by threads silently returns empty results).
Values are bound with `$name`. Nothing outside the database file can be read or written through it.
"""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb

from lsn_data.errors import Locked, StoreError, TooNew
from lsn_data.language import mark
from lsn_data.store.named import named_queries

MIGRATIONS = Path(__file__).parent / "migrations"
IN_MEMORY = ":memory:"
NO_DATABASE_OF_OURS = mark(
    "The database {path} cannot be opened. Check that it is a database of this product and may be read."
)
_PRIVATE = threading.RLock()
Made = TypeVar("Made")


class Store:
    """An open database. `writing()` is one transaction, `ask()` one named query.

    `demo`: whoever looks chose demo data (True) or real data (False); None: nobody chose.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
        self.path = path
        self.demo: bool | None = None
        self._connection = connection
        self._one_writer = threading.RLock()
        self._computed: dict[int, dict[Hashable, Any]] = {}

    def ask(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a named query, as dicts; values are bound by name. KeyError if there is none."""
        with self._connection.cursor() as cursor:
            cursor.execute(named_queries()[query], values or None)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def ask_columns(self, query: str, **values: Any) -> dict[str, list[Any]]:
        """The answer to a named query column by column: for long answers, since a dict a row takes its time."""
        with self._connection.cursor() as cursor:
            cursor.execute(named_queries()[query], values or None)
            return {name: column.tolist() for name, column in cursor.fetchnumpy().items()}

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in a transaction: everything or nothing. One writer at a time."""
        with self._one_writer, _for_the_owner_alone(), self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()

    def showing(self, demo: bool | None) -> Store:
        """The same open database for somebody who chose demo or real data: both share everything but the choice."""
        seen = copy.copy(self)
        seen.demo = demo
        return seen

    @property
    def version(self) -> int:
        """The data version: the number of the newest change. What is cached is kept under it."""
        return int(self.ask("version")[0]["version"])

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of today's data under this key; made anew after every change, and for real and demo data apart.

        Whoever asks gets the same object: it must not be changed.
        """
        version = self.version
        for old in [one for one in list(self._computed) if one != version]:
            self._computed.pop(old, None)
        made = self._computed.setdefault(version, {})
        key = (key, self.demo)
        if key not in made:
            made[key] = make()
        return cast(Made, made[key])

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(path: Path | str) -> Store:
    """Open (or make) a database and bring its schema up to date.

    Raises Locked if another process holds it, TooNew if a newer version wrote it, StoreError if it cannot be
    read. Opened twice in one process, both share what is open.
    """
    in_memory = str(path) == IN_MEMORY
    file = Path(path)
    with _for_the_owner_alone():
        connection = _connect(path if in_memory else file)
    try:
        with _for_the_owner_alone():
            _refuse_foreign(connection, path)
            _migrate(connection)
        _shut(connection)
    except BaseException:
        connection.close()
        raise
    return Store(connection, None if in_memory else file)


def _connect(path: Path | str) -> duckdb.DuckDBPyConnection:
    config: dict[str, str | bool | int | float | list[str]] = {
        "allow_community_extensions": "false",
        "allow_unsigned_extensions": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_persistent_secrets": "false",
        "python_enable_replacements": "false",
        "memory_limit": "1GB",
        "threads": "2",
        "storage_compatibility_version": "v1.5.0",
    }
    try:
        if str(path) != IN_MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(str(path), config=config)
    except (duckdb.Error, OSError) as trouble:
        if _held_elsewhere(trouble):
            raise Locked(
                mark(
                    "The database {path} is open in another program (the app, perhaps). Close it there, then try again."
                ),
                path=path,
            ) from trouble
        raise StoreError(NO_DATABASE_OF_OURS, path=path) from trouble


def _held_elsewhere(trouble: Exception) -> bool:
    """DuckDB has no error class of its own for this; Windows adds its own words in the user's language.

    >>> _held_elsewhere(duckdb.IOException("IO Error: Could not set lock on file x"))
    True
    """
    said = str(trouble).lower()
    return isinstance(trouble, duckdb.IOException) and any(
        words in said for words in ("set lock on file", "already open", "being used", "anderen prozess")
    )


def _shut(connection: duckdb.DuckDBPyConnection) -> None:
    """No files, no network, no way back; done once, since a locked configuration cannot even be repeated."""
    if connection.execute("select current_setting('lock_configuration')").fetchall() != [(True,)]:
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")


@contextmanager
def _for_the_owner_alone() -> Iterator[None]:
    """Files made inside (the database, and its log, which comes and goes) are for their owner's eyes only."""
    with _PRIVATE:  # the mask belongs to the whole process
        before = os.umask(0o077)
        try:
            yield
        finally:
            os.umask(before)


def _refuse_foreign(connection: duckdb.DuckDBPyConnection, path: Path | str) -> None:
    """Somebody else's database is left as it is."""
    tables = {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}
    if tables and "schema_versions" not in tables:
        raise StoreError(NO_DATABASE_OF_OURS, path=path)


def _migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Run what is missing of the numbered files, in order, each in its own transaction."""
    connection.execute("create table if not exists schema_versions (version integer primary key, name text not null)")
    done = {row[0] for row in connection.execute("select version from schema_versions").fetchall()}
    files = {int(file.name[:3]): file for file in sorted(MIGRATIONS.glob("[0-9][0-9][0-9]_*.sql"))}
    if done - set(files):
        raise TooNew(mark("The database was written by a newer version of this product. Update the product first."))
    for version in sorted(set(files) - done):
        connection.begin()
        try:
            connection.execute(files[version].read_text(encoding="utf-8"))
            connection.execute(
                "insert into schema_versions values ($version, $name)",
                {"version": version, "name": files[version].stem},
            )
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
