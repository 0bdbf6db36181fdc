"""How are backups made, looked into and brought back while the database is open and people look at it?

A restore is prepared beside the database first: the backup's rows are carried over by a process of their own, brought
up to date and read through. Only the change of places itself keeps others waiting, for a moment; whoever asks next
asks the restored state.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lsn_data.access import require
from lsn_data.errors import NotWritable, Refused
from lsn_data.language import mark
from lsn_data.store import opening
from lsn_data.store.connection import Store
from lsn_data.store.deleting.tombstones import deletions, returned
from lsn_data.store.keeping import shelf
from lsn_data.store.keeping.checking import Checked, check
from lsn_data.store.keeping.copying import backup, one_copy
from lsn_data.store.keeping.going_on import go_on
from lsn_data.store.keeping.own import keep_identity, mark_of, marked
from lsn_data.store.keeping.returning import COPY_OF_ITSELF, NO_COPY, NOT_PUT, Restored, moment_of_newest, set_aside
from lsn_data.store.keeping.shelf import Backup
from lsn_data.store.keeping.taking import DAMAGED, taken_over
from lsn_data.store.private import empty_room, put
from lsn_data.store.troubles import meaning

AN_HOUR = 3600
NOT_WRITTEN = mark(
    "{path} cannot be written. Nothing was changed. Look whether the folder is there and may be written."
)


def make(store: Store, folder: Path, *, why: str, most: int, actor: str, at: dt.datetime | None = None) -> Backup:
    """A backup in the folder, under a dated name; of its own automatic ones only the newest `most` stay.

    Raises NotAllowed, NoRoom, NotWritable, Damaged: then nothing was made and nothing deleted.
    """
    require(actor, "backup")
    database, at = _place(store), at or dt.datetime.now()
    with _told(folder):
        _tidy(folder)
        mark = marked(store)
        file = shelf.free_place(database, folder, why, at, mark)
        found = backup(store, file, actor=actor)
        facts = shelf.note(database, folder, file, found, at)
        shelf.delete(shelf.beyond(shelf.shelved(database, folder, mark), most))
    return Backup(file, at.replace(microsecond=0), why, file.stat().st_size, facts)


def look_into(store: Store, folder: Path, one: Backup, *, actor: str, at: dt.datetime | None = None) -> Backup:
    """Read all of a backup and note what it holds. Raises Refused, TooNew, NoRoom, NotAllowed."""
    require(actor, "backup")
    database, at = _place(store), at or dt.datetime.now()
    with _ready(database, one.file, one.name) as (_, found, _newest):
        facts = shelf.note(database, folder, one.file, found, at)
    return Backup(one.file, one.at, one.why, one.size, facts)


def take_in(store: Store, folder: Path, data: bytes, name: str, *, actor: str, at: dt.datetime | None = None) -> Backup:
    """A backup that somebody brings, put among the others; `name` is what its file was called.

    Raises Refused ("foreign", "damaged", "too-much"), TooNew, NoRoom, NotWritable, NotAllowed.
    """
    require(actor, "backup")
    database, at = _place(store), at or dt.datetime.now()
    with _told(folder):
        came = shelf.free_place(database, folder, "came", at)
        came = came.with_name(f".{came.name}.partial")  # `_tidy` clears it away if we are killed
        try:
            came.write_bytes(data)
            with _ready(database, came, name) as (taken, found, _):
                if not found.whole:
                    raise Refused("damaged", DAMAGED, file=name)
                file = shelf.free_place(database, folder, shelf.UPLOADED, at, mark_of(store))
                put(taken, file)
        finally:
            came.unlink(missing_ok=True)
        facts = shelf.note(database, folder, file, found, at)
    return Backup(file, at.replace(microsecond=0), shelf.UPLOADED, file.stat().st_size, facts)


def bring_back(store: Store, file: Path, *, actor: str, name: str = "", at: dt.datetime | None = None) -> Restored:
    """Put a backup in the place of the open database; everybody sees the restored state at once.

    What was there is kept beside it under a dated name. Raises Refused ("no-copy", "copy-of-itself", "foreign",
    "damaged", "too-much"), TooNew, NoRoom, NotWritable, NotAllowed: then nothing was changed.
    """
    require(actor, "backup")
    database, name = _place(store), name or file.name
    if not file.is_file():
        raise Refused("no-copy", NO_COPY, file=name)
    if file.samefile(database):
        raise Refused("copy-of-itself", COPY_OF_ITSELF, file=name)
    with _told(database), _ready(database, file, name) as (taken, found, newest):
        if not found.whole:
            raise Refused("damaged", DAMAGED, file=name)
        gone = deletions(store)
        aside, before = _change_places(store, taken, name, actor, at)
    return Restored(found, newest, aside, tuple(returned(gone, store)), before)


def clear_away(store: Store, folder: Path, *, at: dt.datetime) -> None:
    """What was set aside long ago goes; what cannot be deleted now is tried again later."""
    for one in shelf.outlived(shelf.shelved(_place(store), folder, mark_of(store)), at):
        with suppress(OSError):
            shelf.delete([one])


def delete(store: Store, folder: Path, one: Backup, *, actor: str) -> None:
    """Delete a backup for good. Raises NotAllowed, NotWritable."""
    require(actor, "backup")
    with _told(one.file):
        shelf.delete([known for known in shelf.shelved(_place(store), folder) if known.file == one.file])


def _change_places(store: Store, taken: Path, name: str, actor: str, at: dt.datetime | None) -> tuple[Path | None, int]:
    """The one moment in which nobody else may ask: the file is given back, replaced, and opened again.

    Returns where what was there lies, and which data version it has.
    """
    database = _place(store)
    with store.alone() as let_go:
        before, log, identity = store.version, store.ask("log_whole"), store.ask("identity")
        let_go()
        try:
            aside = set_aside(database, "before-restore", at)
            os.replace(taken, database)
        except OSError as trouble:
            raise meaning(trouble, database) or NotWritable(NOT_PUT, file=name, path=database) from trouble
        with store.writing() as cursor:
            go_on(cursor, before, log, name, actor)
            keep_identity(cursor, identity[0]["value"] if identity else "")
    return aside, before


@contextmanager
def _ready(database: Path, file: Path, name: str) -> Iterator[tuple[Path, Checked, dt.datetime | None]]:
    """The data of a file as an up-to-date database in a room beside ours, read through; gone afterwards."""
    with one_copy, empty_room(database) as room:
        taken = taken_over(file, room, name)
        with opening.open_store(taken, keep_old=False) as opened:
            found, newest = check(opened), moment_of_newest(opened)
        yield taken, found, newest


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """What the disk does is told as an error of ours."""
    try:
        yield
    except OSError as trouble:
        raise meaning(trouble, place) or NotWritable(NOT_WRITTEN, path=place) from trouble


def _tidy(folder: Path) -> None:
    """What a killed copy left half-written goes, once it is surely nobody's any more."""
    for left in folder.glob(".*.partial") if folder.is_dir() else ():
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - AN_HOUR:
                left.unlink()


def _place(store: Store) -> Path:
    if store.path is None:
        raise ValueError("a database in memory has no backups")
    return store.path
