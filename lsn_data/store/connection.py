"""How is the database opened, brought up to date, and kept safe?

One connection a process, a cursor a query (one connection shared by threads silently returns empty results).
Values are bound with `$name`. Nothing outside the database file can be read or written through it.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from lsn_data.errors import StoreError, TooNew
from lsn_data.language import mark
from lsn_data.store.computed import Computed
from lsn_data.store.gate import Busy
from lsn_data.store.named import named_queries
from lsn_data.store.opened import Opened
from lsn_data.store.private import for_the_owner_alone, put_new, room_beside, spill_beside
from lsn_data.store.troubles import A_FOLDER, NO_DATABASE_OF_OURS, TOO_NEW, meaning
from lsn_data.store.updating import is_old_with_data, keep_before_update

MIGRATIONS = Path(__file__).parent / "migrations"
IN_MEMORY = ":memory:"
FORMAT = "v1.5.0"
OTHERS_INSIDE = mark("Others are reading or writing {path} for a long time already. Nothing was changed; try again.")
Made = TypeVar("Made")


class Store:
    """An open database. `writing()` is one transaction, `ask()` one named query.

    `demo`: whoever looks chose demo data (True) or real data (False); None: nobody chose.
    """

    def __init__(self, opened: Opened, path: Path | None) -> None:
        self.path = path
        self.demo: bool | None = None
        self._opened = opened
        self._one_writer = threading.RLock()
        self._computed = Computed()
        self._lent = False

    def ask(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a named query, as dicts; values are bound by name. KeyError if there is none."""
        with self._opened.cursor() as cursor:
            cursor.execute(named_queries()[query], values or None)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def ask_columns(self, query: str, **values: Any) -> dict[str, list[Any]]:
        """The answer to a named query column by column: for long answers, since a dict a row takes its time."""
        with self._opened.cursor() as cursor:
            cursor.execute(named_queries()[query], values or None)
            return {name: column.tolist() for name, column in cursor.fetchnumpy().items()}

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in a transaction: everything or nothing. One writer at a time. Raises NoRoom, NotWritable."""
        with self._one_writer, self._opened.cursor() as cursor, _transaction(cursor):
            yield cursor

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for whoever asks many things of one state, in a transaction of its own; others write on."""
        with self._opened.cursor() as cursor:
            yield cursor

    @contextmanager
    def alone(self) -> Iterator[Callable[[], None]]:
        """Nobody else in this process asks or writes; call what is given to let go of the file, which is opened again
        for whoever asks next. Raises StoreError if others do not leave in time.
        """
        with self._one_writer, _in_time(self.path), self._opened.alone() as let_go:
            yield let_go

    def lent(self) -> Store:
        """The same open database for somebody who is not to close it."""
        seen = copy.copy(self)
        seen._lent = True
        return seen

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

        Whoever asks gets the same object: it must not be changed. Of several who ask at once one makes it.
        """
        return self._computed.once(self.version, (key, self.demo), make)

    def close(self) -> None:
        """Give the file back, unless it is lent."""
        if not self._lent:
            self._opened.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(path: Path | str, keep_old: bool = True) -> Store:
    """Open (or make) a database and bring its schema up to date; what it was before is kept beside it, if data came in.

    Raises Locked if another process holds it, TooNew if a newer version wrote it, Damaged, NoRoom, NotWritable, and
    StoreError if it is not ours. Opened twice in one process, both share what is open.
    """
    in_memory = str(path) == IN_MEMORY
    file = None if in_memory else Path(path)
    opened = Opened(file, lambda: _made_ready(path, keep_old))
    return Store(opened, file)


def _made_ready(path: Path | str, keep_old: bool) -> duckdb.DuckDBPyConnection:
    with for_the_owner_alone():
        connection = _connect(path)
        try:
            _refuse_foreign(connection, path)
            if keep_old and str(path) != IN_MEMORY and is_old_with_data(connection, migrations()):
                connection.close()  # its log goes into its file
                keep_before_update(Path(path))
                connection = _connect(path)
            _migrate(connection)
            _shut(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path | str) -> duckdb.DuckDBPyConnection:
    config: dict[str, str | bool | int | float | list[str]] = {
        "allow_community_extensions": "false",
        "allow_unsigned_extensions": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_persistent_secrets": "false",
        "python_enable_replacements": "false",
        "memory_limit": "1GB",
        "max_temp_directory_size": "1GB",
        "temp_directory": "" if str(path) == IN_MEMORY else str(spill_beside(Path(path))),
        "threads": "2",
        "storage_compatibility_version": FORMAT,
    }
    try:
        if str(path) != IN_MEMORY:
            _make_if_missing(Path(path))
        return duckdb.connect(str(path), config=config)
    except (duckdb.Error, OSError) as trouble:
        raise meaning(trouble, path) or StoreError(NO_DATABASE_OF_OURS, path=path) from trouble


def _make_if_missing(path: Path) -> None:
    """A new database comes into being whole, under its name at once: a killed first start leaves no half of one."""
    if path.is_dir():
        raise StoreError(A_FOLDER, path=path)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as room:
        fresh = Path(room) / "new.duckdb"
        duckdb.connect(str(fresh), config={"storage_compatibility_version": FORMAT}).close()
        with suppress(FileExistsError):  # somebody else was quicker
            put_new(fresh, path)


def _shut(connection: duckdb.DuckDBPyConnection, path: Path | str) -> None:
    """No files, no network, no way back, but for the folder where a copy is made.

    Done once, since a locked configuration cannot even be repeated.
    """
    if connection.execute("select current_setting('lock_configuration')").fetchall() != [(True,)]:
        if str(path) != IN_MEMORY:
            connection.execute("set allowed_directories = $rooms", {"rooms": [str(room_beside(Path(path)))]})
            shutil.rmtree(spill_beside(Path(path)), ignore_errors=True)  # left by a process that was killed
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")


def migrations() -> dict[int, Path]:
    """The steps that make the schema, by their numbers, in order."""
    return {int(file.name[:3]): file for file in sorted(MIGRATIONS.glob("[0-9][0-9][0-9]_*.sql"))}


def _refuse_foreign(connection: duckdb.DuckDBPyConnection, path: Path | str) -> None:
    """Somebody else's database is left as it is."""
    tables = {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}
    if tables and "schema_versions" not in tables:
        raise StoreError(NO_DATABASE_OF_OURS, path=path)


def _migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Run what is missing of the numbered files, in order, each in its own transaction."""
    connection.execute("create table if not exists schema_versions (version integer primary key, name text not null)")
    done = {row[0] for row in connection.execute("select version from schema_versions").fetchall()}
    files = migrations()
    if done - set(files):
        raise TooNew(TOO_NEW)
    for version in sorted(set(files) - done):
        with _transaction(connection):
            connection.execute(files[version].read_text(encoding="utf-8"))
            connection.execute(
                "insert into schema_versions values ($version, $name)",
                {"version": version, "name": files[version].stem},
            )


@contextmanager
def _in_time(path: Path | None) -> Iterator[None]:
    try:
        yield
    except Busy:
        raise StoreError(OTHERS_INSIDE, path=path) from None


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that happens inside, or nothing."""
    connection.begin()
    try:
        yield
    except BaseException:
        with suppress(duckdb.Error):  # what happened matters; a broken connection cannot even go back
            connection.rollback()
        raise
    connection.commit()
