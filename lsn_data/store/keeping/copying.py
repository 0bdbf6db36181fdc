"""How is a whole copy of the database made while others read and write?

DuckDB copies one state of the data into a file of its own; that file is opened, read through and compared with what was
copied, table by table, and only then takes its place. So it works on Windows too, where nobody else may read the file
of an open database.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import duckdb

from lsn_data.access import require
from lsn_data.errors import Damaged, NotWritable, Refused
from lsn_data.language import mark
from lsn_data.store import connection
from lsn_data.store.connection import Store
from lsn_data.store.keeping.checking import Checked, check
from lsn_data.store.keeping.prints import Print, prints
from lsn_data.store.private import empty_room, put
from lsn_data.store.troubles import meaning

COPY_EXISTS = mark("{file} is there already. Name another file, or say --replace.")
COPY_OF_ITSELF = mark("{file} is the database itself. Name another file for the copy.")
NO_FILE = mark("{file} is a folder. Name a file in it for the copy.")
CANNOT_COPY = mark("The copy {file} cannot be written there. Nothing was changed. Choose another place for it.")
NOT_THE_SAME = mark(
    "The copy is not the same as the database {path} and was thrown away. Check the disk, then try again;"
    " python -m lsn_data check tells whether the database is intact."
)
ATTACH = f"attach $path as the_copy (storage_version '{connection.FORMAT}')"
COPY_ALL = "copy from database {ours} to the_copy"
# Copies are made in one room beside the database, one at a time. Whoever opens one there may have to erase what was
# deleted from it, which is a copy again.
one_copy = threading.RLock()


def backup(store: Store, file: Path | str, *, actor: str, replace: bool = False) -> Checked:
    """Write a copy of an open database to a file, readable by its owner alone; returns what the copy holds.

    Whole or not at all, whatever happens. Raises Refused ("copy-exists", "copy-of-itself", "no-file"), NotAllowed,
    NoRoom, NotWritable, Damaged.
    """
    require(actor, "backup")
    if store.path is None:
        raise ValueError("a database in memory has no place for a copy")
    goal = Path(file)
    _refuse(goal, store.path, replace)
    with one_copy:
        try:
            with empty_room(store.path) as room:
                found = written_and_same(store, room / "copy.duckdb")
                put(room / "copy.duckdb", goal)
        except OSError as trouble:
            raise meaning(trouble, goal) or NotWritable(CANNOT_COPY, file=goal) from trouble
    return found


def _refuse(goal: Path, database: Path, replace: bool) -> None:
    if goal.is_dir():
        raise Refused("no-file", NO_FILE, file=goal)
    if goal.exists() and goal.samefile(database):
        raise Refused("copy-of-itself", COPY_OF_ITSELF, file=goal)
    if goal.exists() and not replace:
        raise Refused("copy-exists", COPY_EXISTS, file=goal)


def written_and_same(store: Store, copy: Path) -> Checked:
    """Write a copy into the room beside the database, and read it through. Raises Damaged if it is not the same."""
    assert store.path is not None
    return _same(store.path, copy, _copied(store, copy))


def _copied(store: Store, copy: Path) -> dict[str, Print]:
    """Copy one state of the data; returns the figures of each table in it."""
    with store.reading() as cursor:
        ours = str(cursor.execute("select current_database()").fetchall()[0][0])
        copying = COPY_ALL.format(ours=quoted(ours))
        cursor.execute(ATTACH, {"path": str(copy)})
        try:
            cursor.begin()
            copied = prints(cursor)
            cursor.execute(copying)
            cursor.commit()
        except BaseException:
            with suppress(duckdb.Error):
                cursor.rollback()
            with suppress(duckdb.Error):
                cursor.execute("detach the_copy")
            raise
        cursor.execute("detach the_copy")
    return copied


def _same(path: Path, copy: Path, copied: dict[str, Print]) -> Checked:
    """The copy opened and read through. Raises Damaged if it does not hold what was copied."""
    with connection.open_store(copy) as opened:
        found = check(opened)
    if found.prints != copied:
        raise Damaged(NOT_THE_SAME, path=path)
    return found


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it holds: a database is called like its file.

    >>> quoted('a "b"; drop')
    '"a ""b""; drop"'
    """
    return '"' + name.replace('"', '""') + '"'
