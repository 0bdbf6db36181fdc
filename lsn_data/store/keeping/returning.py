"""How does a copy become the database again, and how does one go on without a damaged log?

The copy is read through and brought up to date beside the database first. What lies there now gets a dated name of its
own before the copy takes its place in one step: whenever it is stopped, one of the two is the database.
"""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from lsn_data.access import require
from lsn_data.errors import Damaged, Locked, NotWritable, Refused, StoreError
from lsn_data.language import mark
from lsn_data.store import opening
from lsn_data.store.connection import Store
from lsn_data.store.deleting import tombstones
from lsn_data.store.keeping.checking import Checked, check
from lsn_data.store.keeping.going_on import go_on_from
from lsn_data.store.private import copy_private, copy_with_log, dated_name, empty_room, log_of, put_new
from lsn_data.store.troubles import HELD, meaning

NO_COPY = mark("There is no file {file}. Name a backup: python -m lsn_data restore FILE")
COPY_OF_ITSELF = mark("{file} is the database itself. Name a backup.")
COPY_BROKEN = mark(
    "The backup {file} is not intact. Nothing was changed. Restore an older one; python -m lsn_data check --db {file}"
    " tells what is wrong."
)
NOT_PUT = mark("The backup {file} cannot be put in the place of {path}. Nothing was changed; check the disk.")
LOG_IS_WHOLE = mark("The log of {path} can be read: there is nothing to set aside.")


@dataclass(frozen=True)
class Restored:
    """What is the database now, and under which name lies what was there before (None: nothing was).

    `returning`: the waves that were deleted and are there again. `before`: the data version of what lies aside, where
    the database was open.
    """

    checked: Checked
    newest: dt.datetime | None
    aside: Path | None
    returning: tuple[tombstones.Deletion, ...] = ()
    before: int | None = None


def restore(path: Path | str, file: Path | str, *, actor: str, at: dt.datetime | None = None) -> Restored:
    """Put a backup in the place of the database, which no program may hold open.

    Raises Refused ("no-copy", "copy-of-itself", "copy-broken"), Locked, TooNew, Damaged, NotWritable, NoRoom,
    NotAllowed: then nothing was changed.
    """
    require(actor, "backup")
    database, copy = Path(path), Path(file)
    if not copy.is_file():
        raise Refused("no-copy", NO_COPY, file=copy)
    if database.exists() and copy.samefile(database):
        raise Refused("copy-of-itself", COPY_OF_ITSELF, file=copy)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        _given_back(database)
        with empty_room(database) as room:
            found, newest, returning = _ready(database, copy, room / "copy.duckdb")
            go_on_from(database, room / "copy.duckdb", copy.name, actor)
            aside = set_aside(database, "before-restore", at)
            os.replace(room / "copy.duckdb", database)
    except OSError as trouble:
        raise meaning(trouble, database) or NotWritable(NOT_PUT, file=copy, path=database) from trouble
    return Restored(found, newest, aside, returning)


def set_log_aside(path: Path | str, *, actor: str, at: dt.datetime | None = None) -> Restored:
    """Go on without a log that cannot be read: what it held stays in a file beside, whatever was before is there.

    Raises Refused("log-is-whole"), Locked, Damaged, NotAllowed, NotWritable.
    """
    require(actor, "backup")
    database = Path(path)
    if _given_back(database) or not log_of(database).exists():
        raise Refused("log-is-whole", LOG_IS_WHOLE, path=database)
    try:
        aside = set_aside(database, "before-repair", at)
    except OSError as trouble:
        raise meaning(trouble, database) or trouble from trouble
    with opening.open_store(database) as store:
        return Restored(check(store), moment_of_newest(store), aside)


def _ready(
    database: Path, copy: Path, place: Path
) -> tuple[Checked, dt.datetime | None, tuple[tombstones.Deletion, ...]]:
    """A copy of the backup, up to date and read through, and which deleted waves are in it.

    Raises Refused("copy-broken"), TooNew, StoreError.
    """
    copy_with_log(copy, place)
    try:
        with opening.open_store(place, keep_old=False) as store:
            found, newest = check(store), moment_of_newest(store)
            returning = tuple(tombstones.coming_back(database, store)) if found.whole else ()
    except Damaged as trouble:
        raise Damaged(trouble.text, path=copy) from trouble
    except StoreError as trouble:
        if "path" in trouble.values:
            raise type(trouble)(trouble.text, path=copy) from trouble
        raise
    if not found.whole:
        raise Refused("copy-broken", COPY_BROKEN, file=copy)
    return found, newest, returning


def moment_of_newest(store: Store) -> dt.datetime | None:
    """When the newest change was made."""
    moment = store.ask("newest_change")[0]["moment"]
    return moment if isinstance(moment, dt.datetime) else None


def _given_back(database: Path) -> bool:
    """Is the database held by nobody, its log written into it? False: it cannot be opened, which is no hindrance.

    Raises Locked.
    """
    if not database.exists():
        return True
    try:
        duckdb.connect(str(database), config={"threads": "1"}).close()
    except duckdb.Error as trouble:
        meant = meaning(trouble, database)
        if isinstance(meant, Locked):
            raise Locked(HELD, path=database) from trouble
        return False
    return not log_of(database).exists()


def set_aside(database: Path, why: str, at: dt.datetime | None) -> Path | None:
    """Give what lies there a second name (its log goes with it); the database itself stays where it is."""
    if not database.exists():
        return None
    aside = dated_name(database, why, at)
    if why == "before-restore":
        put_new(database, aside)
    else:
        copy_private(database, aside)
    with suppress(FileNotFoundError):
        os.replace(log_of(database), log_of(aside))
    return aside
