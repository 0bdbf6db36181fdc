"""Which copies of the database still hold a wave that was deleted, and how do they go?

Known are the office's backups and what was set aside beside the database. What a copy holds is known once all of it
was read; of the others the moment tells: it was made after the wave came and before it was deleted.
"""

from __future__ import annotations

import datetime as dt

from lsn_data import backups
from lsn_data.store import Backup, Deletion, Store, deletions
from lsn_data.store.keeping import shelf


def left(store: Store) -> list[Backup]:
    """The copies that may hold a deleted wave, the newest first; those of other databases are theirs."""
    gone = deletions(store)
    if store.path is None or not gone:
        return []
    return [one for one in backups.all_of(store) if not one.foreign and any(_may_hold(one, each) for each in gone)]


def delete_left(store: Store, actor: str) -> list[Backup]:
    """Delete them for good; where no other backup would be left, one of now is made first.

    Returns what went. Raises NotAllowed, NoRoom, NotWritable, Damaged.
    """
    some = left(store)
    others = [one for one in backups.all_of(store) if one.own and one not in some and one.why != shelf.UPLOADED]
    if some and not others:
        backups.make(store, actor)
    for one in some:
        backups.delete(store, one, actor)
    return some


def _may_hold(one: Backup, gone: Deletion) -> bool:
    if one.facts is not None:
        return any(name in gone.imports for name, _ in one.facts.brought)
    made = one.at.astimezone(dt.UTC).replace(tzinfo=None)
    return gone.came.replace(microsecond=0) <= made <= gone.at
