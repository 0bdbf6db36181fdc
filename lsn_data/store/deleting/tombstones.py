"""What was deleted, when and by whom? A deletion leaves its name in the history, and nothing else of the wave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsn_data.errors import Refused
from lsn_data.exhibit import Origin
from lsn_data.language import mark
from lsn_data.store.closed import ask_closed
from lsn_data.store.connection import Store
from lsn_data.store.deleting.editions import editions_of

STILL_IN_EDITIONS = mark(
    "The wave {wave} was deleted on {day}, and the edition “{edition}” still shows its figures. Beside them, new"
    " figures of the same wave could tell what single members answered. Delete the editions of the wave first: python"
    " -m lsn_data delete {wave} --editions --yes"
)


@dataclass(frozen=True)
class Deletion:
    """A wave that is gone: its imports by name, the answers of the version that counted last, when its first import
    came (UTC), the editions that went with it, when (UTC) and by whom."""

    wave: str
    origin: Origin
    imports: tuple[str, ...]
    answers: int
    came: dt.datetime
    editions: tuple[str, ...]
    at: dt.datetime
    by: str


def deletions(store: Store) -> list[Deletion]:
    """Everything that was deleted, oldest first."""
    return _told(store.ask("deletions"))


def refuse_a_wave_that_editions_remember(store: Store, wave: str, origin: Origin) -> None:
    """Raise Refused("wave-deleted") where a deleted wave would come again beside its own frozen figures.

    What may be shown is decided beside earlier versions; those answers are gone, so nobody could decide it.
    """
    for gone in deletions(store):
        if (gone.wave, gone.origin) == (wave, origin):
            for shown in editions_of(store, gone.imports):
                raise Refused("wave-deleted", STILL_IN_EDITIONS, wave=wave, day=gone.at.date(), edition=shown.name)


def coming_back(database: Path, copy: Store) -> list[Deletion]:
    """What was deleted from a database that nobody has open, and is in a copy that is to take its place."""
    return returned(_told(ask_closed(database, "deletions")), copy)


def returned(gone: Sequence[Deletion], store: Store) -> list[Deletion]:
    """What of the deleted is in a store again."""
    there = {row["import"] for row in store.ask("brought")}
    return [one for one in gone if there & {*one.imports}]


def _told(rows: Sequence[dict[str, Any]]) -> list[Deletion]:
    return [
        Deletion(
            row["wave"], row["origin"], tuple(row["imports"]), row["answers"], row["came"], tuple(row["editions"]),
            row["moment"], row["by"],
        )
        for row in rows
    ]  # fmt: skip
