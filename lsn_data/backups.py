"""Where do the office's backups lie, when is the next one due, and what would be lost by going back to one?

The settings say where (`backups`), how often (`backup_every`, in hours) and how many (`backups_kept`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lsn_data import published
from lsn_data.access import local_actor
from lsn_data.errors import LsnError
from lsn_data.language import mark
from lsn_data.settings import settings
from lsn_data.store import Backup, Import, Restored, Store, check, history, keeping
from lsn_data.store.keeping import shelf
from lsn_data.store.keeping.own import mark_of
from lsn_data.store.log import written

USUAL_FOLDER = "backups"
UNKNOWN = mark("Look into the server's log.")
# Why the last automatic backup of this process could not be made; empty once one was.
failed: list[LsnError] = []


@dataclass(frozen=True)
class Loss:
    """What going back to a backup takes away: imports that came in since, those that come back, editions."""

    imports: tuple[Import, ...]
    returning: int
    editions: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Is everything in the backup?"""
        return not (self.imports or self.returning or self.editions)


def folder_of(database: Path) -> Path:
    """Where backups go: as set, else a folder beside the database."""
    given = settings()
    return given.backups if "backups" in given.model_fields_set else database.parent / USUAL_FOLDER


def all_of(store: Store) -> list[Backup]:
    """Every backup of databases of this name, the newest first."""
    return keeping.shelved(_path(store), folder_of(_path(store)), mark_of(store))


def make(store: Store, actor: str, why: str = shelf.BY_HAND) -> Backup:
    """A backup now. Raises NotAllowed, NoRoom, NotWritable, Damaged."""
    made = keeping.make(store, folder_of(_path(store)), why=why, most=settings().backups_kept, actor=actor)
    if why == shelf.BY_HAND:
        written(store, actor, "backup", {"file": made.name})
    return made


def make_if_due(store: Store) -> bool:
    """The automatic backup, if it is time for one and somebody brought something in; was one made?

    What was set aside long ago goes. Whoever looks at the page is told of a try that failed. Raises as `make` does.
    """
    found, now = all_of(store), dt.datetime.now()
    keeping.clear_away(store, folder_of(_path(store)), at=now)
    if not history(store) or not due(found, now):
        return False
    try:
        make(store, local_actor(), shelf.AUTOMATIC)
    except LsnError as trouble:
        failed[:] = [trouble]
        raise
    except Exception:
        failed[:] = [LsnError(UNKNOWN)]
        raise
    failed.clear()
    return True


def look_into(store: Store, one: Backup, actor: str) -> Backup:
    """Read all of a backup. Raises Refused, TooNew, NoRoom, NotAllowed."""
    return keeping.look_into(store, folder_of(_path(store)), one, actor=actor)


def take_in(store: Store, data: bytes, name: str, actor: str) -> Backup:
    """Put a backup that somebody brings among the others. Raises Refused, TooNew, NoRoom, NotWritable, NotAllowed."""
    return keeping.take_in(store, folder_of(_path(store)), data, name, actor=actor)


def bring_back(store: Store, file: Path, actor: str, name: str = "") -> Restored:
    """Go back to a backup, with the published facts of today's product; what was there is kept and noted."""
    held = check(store)
    done = keeping.bring_back(store, file, actor=actor, name=name)
    if done.aside and done.before == held.version:  # nothing came in meanwhile
        shelf.note(_path(store), folder_of(_path(store)), done.aside, held, dt.datetime.now())
    published.load(store)
    return done


def delete(store: Store, one: Backup, actor: str) -> None:
    """Delete a backup for good. Raises NotAllowed, NotWritable."""
    keeping.delete(store, folder_of(_path(store)), one, actor=actor)
    written(store, actor, "delete", {"file": one.name})


def due(found: Sequence[Backup], now: dt.datetime) -> bool:
    """Is it time for the next automatic backup? Never if `backup_every` is 0.

    One that somebody brought or another database made is no copy of today's data, and one from the future is of a clock
    that was wrong: none of them makes the next one wait.
    """
    every = settings().backup_every
    made = [one.at for one in found if one.own and one.why != shelf.UPLOADED and one.at <= now]
    return every > 0 and (not made or now - max(made) >= dt.timedelta(hours=every))


def loss(store: Store, one: Backup) -> Loss | None:
    """What would be lost by going back to a backup; None if nobody has looked into it yet."""
    if one.facts is None:
        return None
    now, there = history(store), set(one.facts.brought)
    both = set() if one.foreign else there & {(known.import_id, known.seq) for known in now}
    lost = tuple(known for known in now if (known.import_id, known.seq) not in both)
    frozen = tuple(row["edition"] for row in store.ask("edition_names") if row["edition"] not in one.facts.frozen)
    return Loss(lost, len(there - both), frozen)


def _path(store: Store) -> Path:
    if store.path is None:
        raise ValueError("a database in memory has no backups")
    return store.path
