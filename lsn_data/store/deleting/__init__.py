"""How is a wave of the survey deleted for good? Every version of it, with all that respondents answered.

Taking an import back can be undone, so it keeps the answers; this cannot be undone. It is told before it is done
(`doomed`), leaves a line in the history (`deletions`), and the file is written afresh (`erase`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import duckdb

from lsn_data.access import require
from lsn_data.errors import Refused
from lsn_data.exhibit import Origin
from lsn_data.language import mark
from lsn_data.store.connection import Store
from lsn_data.store.deleting.editions import Showing, editions_of, without_words
from lsn_data.store.deleting.erasing import erase
from lsn_data.store.deleting.packs import Narrowed, packs_of, take_out_of_packs
from lsn_data.store.deleting.tombstones import deletions
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries
from lsn_data.store.packs.taking_back import forget_edition
from lsn_data.store.shown import settle

NO_SUCH_WAVE = mark("There is no wave {wave}, neither current nor replaced nor taken back. Nothing was deleted.")
# Everything that belongs to an import, and the import itself last.
OF_AN_IMPORT = (
    "delete_answers_of", "delete_options_of", "delete_questions_of", "delete_respondents_of", "delete_items_of",
    "delete_asked_of", "delete_shown_lists_of", "delete_shown_views_of", "delete_absences_of", "delete_imports_of",
)  # fmt: skip


@dataclass(frozen=True)
class Doomed:
    """What deleting a wave would take: all its imports (none: only its editions are left), the answers of the version
    that counts, when the first came (UTC), the editions that show it, and the packs that are narrowed to it."""

    wave: str
    origin: Origin
    imports: tuple[str, ...]
    answers: int
    came: dt.datetime
    editions: tuple[Showing, ...]
    packs: tuple[Narrowed, ...] = ()

    @property
    def already(self) -> bool:
        """Were its answers deleted before?"""
        return not self.imports


def doomed(store: Store, wave: str, origin: Origin | None = None) -> Doomed:
    """What deleting a wave would take; without an origin the real one, else the demo's. Raises Refused("no-wave")."""
    for one in [origin] if origin else ("uploaded", "demo"):
        rows = store.ask("imports_of_wave", wave=wave, origin=one)
        if rows:
            names = tuple(row["import"] for row in rows)
            counting = [row["rows_kept"] for row in rows if not row["undone"]] or [rows[-1]["rows_kept"]]
            shown = tuple(editions_of(store, names))
            narrowed = tuple(packs_of(store, wave, one))
            return Doomed(wave, one, names, counting[-1], rows[0]["moment"], shown, narrowed)
    for gone in reversed(deletions(store)):
        if gone.wave == wave and origin in (None, gone.origin) and (shown := tuple(editions_of(store, gone.imports))):
            return Doomed(wave, gone.origin, (), gone.answers, gone.came, shown)
    raise Refused("no-wave", NO_SUCH_WAVE, wave=wave)


def delete_wave(
    store: Store,
    wave: str,
    *,
    actor: str,
    origin: Origin | None = None,
    editions: bool = False,
    at: dt.datetime | None = None,
) -> tuple[Doomed, bool]:
    """Delete every version of a wave; with `editions` also the editions that show it, else what members wrote in them.

    Returns what went, and whether its bytes left the file (False: the next start erases them). Not to be undone.
    Raises Refused("no-wave"), NotAllowed, NoRoom, NotWritable: then nothing was deleted.
    """
    require(actor, "delete")
    with store.writing() as cursor:
        found = doomed(store, wave, origin)
        if found.imports:
            take_out_of_packs(store, cursor, found.wave, found.origin)
            _delete(cursor, found, editions, actor, at or now())
        if editions:
            for one in found.editions:
                forget_edition(cursor, one.name)
        else:
            _take_words_out(store, cursor, found)
        _run(cursor, "insert_erasing")
        settle(cursor)
        gone = [one.name for one in found.editions] if editions else []
        written(
            cursor, actor, "delete", {"wave": found.wave, "answers": found.answers, "editions": ", ".join(gone)}, at
        )
    return found, erase(store)


def _delete(cursor: duckdb.DuckDBPyConnection, found: Doomed, editions: bool, actor: str, at: dt.datetime) -> None:
    for query in OF_AN_IMPORT:
        _run(cursor, query, imports=list(found.imports))
    _run(cursor, "delete_retention_of", wave=found.wave, origin=found.origin)
    _run(cursor, "delete_token_key")  # with the last of the hashes
    _run(cursor, "delete_files_from_log", imports=list(found.imports))
    _run(
        cursor, "insert_deletion", moment=at, actor=actor, wave=found.wave, origin=found.origin,
        imports=list(found.imports), answers=found.answers, came=found.came,
        editions=[one.name for one in found.editions] if editions else [],
    )  # fmt: skip


def _take_words_out(store: Store, cursor: duckdb.DuckDBPyConnection, found: Doomed) -> None:
    texts = {one.name for one in found.editions if one.texts}
    for row in store.ask("papers_of_editions") if texts else []:
        if row["edition"] in texts and (papers := without_words(row["papers"], found.imports)):
            _run(cursor, "delete_words_of_edition", edition=row["edition"], papers=papers)


def _run(cursor: duckdb.DuckDBPyConnection, query: str, **values: Any) -> None:
    cursor.execute(named_queries()[query], values or None)
