"""What does a trouble of DuckDB or of the disk mean for a person, and what is the way out?

DuckDB has few classes for what the disk does; it repeats the operating system's words, on Windows in the user's
language. What is a mistake of ours (a wrong statement, a wrong type) stays what it is.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from lsn_data.errors import Damaged, Locked, NoRoom, NotWritable, StoreError, TooNew
from lsn_data.language import mark

NO_DATABASE_OF_OURS = mark(
    "The database {path} cannot be opened. Check that it is a database of this product and may be read."
)
HELD = mark("The database {path} is open in another program (the app, perhaps). Close it there, then try again.")
TOO_NEW = mark("The database was written by a newer version of this product. Update the product first.")
NO_ROOM = mark(
    "The disk of {path} is full. Everything confirmed before is stored; look into the history whether the last change"
    " is. Free some space, then go on."
)
NOT_WRITABLE = mark(
    "{path} cannot be written: the file, its folder or the disk is write-protected. Nothing was changed. Allow writing"
    " there, or copy the file to where writing is allowed and name that with --db or LSN_DB."
)
DAMAGED = mark(
    "The database {path} cannot be opened or read in full: it is damaged, or no database of this product. Nothing was"
    " changed. Restore the newest backup: python -m lsn_data restore FILE (what lies there now is kept aside)."
)
DAMAGED_LOG = mark(
    "The newest changes of the database {path} cannot be read: its log is damaged. Nothing was changed. Restore the"
    " newest backup: python -m lsn_data restore FILE; or go on with what was stored before those changes:"
    " python -m lsn_data check --set-log-aside."
)
A_FOLDER = mark("{path} is a folder, not a database. Name a file with --db or LSN_DB.")

FULL_WORDS = ("no space left", "file too large", "quota", "not enough space", "nicht genug speicherplatz")
HELD_WORDS = ("set lock on file", "already open", "being used", "anderen prozess", "different configuration")
PROTECTED_WORDS = (
    "permission denied", "read-only", "access is denied", "zugriff verweigert", "not a directory", "write protected",
    "schreibgeschützt", "operation not permitted",
)  # fmt: skip
NEWER_WORDS = ("newer version of duckdb", "newer duckdb version", "with a newer version")
LOG_WORDS = ("wal file", "this wal was", "wal does not match")
DAMAGED_WORDS = (
    "corrupt", "checksum", "not a valid duckdb", "could not read enough bytes", "could not read all bytes",
    "failed to load metadata", "serialization error", "failed to deserialize",
)  # fmt: skip
FULL, PROTECTED = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", -1)}, {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """What DuckDB says of the disk inside is raised as an error of ours; everything else as it came."""
    try:
        yield
    except duckdb.Error as trouble:
        meant = meaning(trouble, path)
        if meant is None:
            raise
        raise meant from trouble


def meaning(trouble: duckdb.Error | OSError, path: Path | str | None) -> StoreError | None:
    """The trouble as an error of ours; None for one that is not the disk's.

    >>> type(meaning(duckdb.IOException('Could not write file "x.wal": No space left on device'), "x"))
    <class 'lsn_data.errors.NoRoom'>
    >>> type(meaning(duckdb.IOException("IO Error: Could not set lock on file x"), "x"))
    <class 'lsn_data.errors.Locked'>
    >>> meaning(duckdb.BinderException("Binder Error: no such column"), "x")
    """
    said = str(trouble).lower().replace(str(path).lower(), "…")  # a folder may be called anything
    code = trouble.errno if isinstance(trouble, OSError) else None

    def says(words: tuple[str, ...]) -> bool:
        return any(word in said for word in words)

    if isinstance(trouble, duckdb.ProgrammingError | duckdb.DataError | duckdb.IntegrityError):
        return None  # a statement or a value of ours, which may hold any words
    if code in FULL or says(FULL_WORDS):
        return NoRoom(NO_ROOM, path=path)
    if code in PROTECTED or (code is None and says(PROTECTED_WORDS)):
        return NotWritable(NOT_WRITABLE, path=path)
    if says(HELD_WORDS):
        return Locked(HELD, path=path)
    if says(NEWER_WORDS):
        return TooNew(TOO_NEW)
    if says(LOG_WORDS):
        return Damaged(DAMAGED_LOG, path=path)
    return Damaged(DAMAGED, path=path) if says(DAMAGED_WORDS) else None
