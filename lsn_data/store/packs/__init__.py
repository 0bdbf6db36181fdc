"""Where do board packs and their editions lie? Packs by name, to be changed; editions by name, never to be changed.

What a pack holds is the board's matter: here it is JSON.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from lsn_data.access import require
from lsn_data.errors import Refused
from lsn_data.language import mark
from lsn_data.store.connection import Store
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries
from lsn_data.store.shown import settle

NO_SUCH_EDITION = mark("There is no edition “{edition}”. There are: {editions}.")
NO_EDITION_YET = mark("There is no edition “{edition}”: nothing was frozen yet.")


@dataclass(frozen=True)
class Kept:
    """A pack as it lies in the store: its name, its parts as JSON, who changed it last and when (UTC)."""

    name: str
    parts: dict[str, Any]
    at: dt.datetime
    by: str


@dataclass(frozen=True)
class Edition:
    """A frozen pack: its name, when (UTC) and by whom, from which data version, its pack and its exhibits as JSON."""

    name: str
    at: dt.datetime
    by: str
    version: int
    pack: dict[str, Any]
    papers: dict[str, Any]


@dataclass(frozen=True)
class Frozen:
    """An edition's name, when it was frozen (UTC), by whom, from which data version, and how many exhibits it holds."""

    name: str
    at: dt.datetime
    by: str
    version: int
    exhibits: int


def packs(store: Store) -> list[Kept]:
    """Every pack, the one changed last first."""
    return [_kept(row) for row in store.ask("packs")]


def pack_named(store: Store, name: str) -> Kept | None:
    """The pack of that name, or None."""
    rows = store.ask("pack", pack=name)
    return _kept(rows[0]) if rows else None


def editions(store: Store) -> list[Frozen]:
    """Every edition, the newest first."""
    return [
        Frozen(row["edition"], row["moment"], row["by"], row["version"], row["exhibits"])
        for row in store.ask("editions")
    ]


def editions_showing(store: Store, import_id: str) -> list[str]:
    """The names of the editions that may show an import, the newest first: they show it whatever becomes of it."""
    return [row["edition"] for row in store.ask("editions_showing", **{"import": import_id})]


def edition_named(store: Store, name: str) -> Edition:
    """The edition of that name. Raises Refused("no-edition")."""
    rows = store.ask("edition", edition=name)
    if not rows:
        known = [one.name for one in editions(store)]
        raise Refused(
            "no-edition", NO_SUCH_EDITION if known else NO_EDITION_YET, edition=name, editions=", ".join(known)
        )
    row = rows[0]
    return Edition(
        row["edition"], row["moment"], row["by"], row["version"], json.loads(row["pack"]), json.loads(row["papers"])
    )


def keep_edition(
    store: Store,
    name: str,
    *,
    pack: Mapping[str, Any],
    papers: Mapping[str, Any],
    imports: Sequence[str],
    version: int,
    actor: str,
    at: dt.datetime | None = None,
) -> Edition:
    """Freeze a pack as it was drawn from a data version; `imports` are the survey imports that it shows.

    Raises Refused("edition-exists") for a name that is taken, Refused("changed-meanwhile") if the data changed since
    it was drawn, NotAllowed.
    """
    require(actor, "compose")
    with store.writing() as cursor:
        if store.ask("edition", edition=name):
            raise Refused(
                "edition-exists",
                mark("There is an edition “{edition}” already, and an edition never changes. Choose another name."),
                edition=name,
            )
        if store.version != version:
            raise Refused("changed-meanwhile", mark("The data have just changed. Nothing was frozen; try again."))
        _run(
            cursor, "insert_edition", edition=name, moment=at or now(), actor=actor, version=version,
            pack=json.dumps(pack), papers=json.dumps(papers, allow_nan=False),
        )  # fmt: skip
        _run(cursor, "insert_edition_imports", edition=name, imports=list(imports))
        settle(cursor)
        written(cursor, actor, "freeze", {"edition": name}, at)
    return edition_named(store, name)


def forget_packs(cursor: duckdb.DuckDBPyConnection) -> None:
    """Empty the tables of packs and editions."""
    for query in ("delete_packs", "delete_editions", "delete_edition_imports"):
        _run(cursor, query)


def _run(cursor: duckdb.DuckDBPyConnection, query: str, **values: Any) -> None:
    cursor.execute(named_queries()[query], values or None)


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(row["pack"], json.loads(row["parts"]), row["moment"], row["by"])
