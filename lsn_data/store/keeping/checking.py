"""Is the database whole? Every value is read, every receipt counted after; nothing may be there without an import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lsn_data.errors import Damaged
from lsn_data.language import Language, mark
from lsn_data.store.connection import Store
from lsn_data.store.keeping.prints import Print, print_of, tables
from lsn_data.store.rows import SURVEY
from lsn_data.store.shown import survey_versions

ROWS_BY_IMPORT = "select import, count(*) from query_table($table) group by import order by import"
# These name imports without holding anything of them; a change stays known when its import is gone.
ONLY_NAMING = {"imports", "changes", "edition_imports"}

UNREADABLE = mark("The table {table} cannot be read in full: its place on the disk is damaged.")
NO_CHANGE = mark("The import {import_id} is in no change: the history does not show it.")
WRONG_COUNT = mark("The import {import_id} has {found} rows, but its receipt says {told}.")
NO_IMPORT = mark("The table {table} has {rows} rows of {import_id}, an import that does not exist.")
NOT_DECIDED = mark("What may be shown of the import {import_id} is not decided as it should be.")
NOT_JSON = mark("{name} (table {table}) cannot be read: it is no text of this product.")
BEHIND = mark("The counter of changes stands at {at}, below the newest change {newest}: the next import would fail.")
PLACES = mark("{rows} answers of the import {import_id} have another number of places than it has items.")
STRAY = mark("{rows} answers of the import {import_id} belong to nobody, or to no question.")
EDITION = mark("Imports are noted for the edition {edition}, which does not exist.")


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be: its short name, the words, and what stands in them."""

    cause: str
    text: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, say: Language) -> str:
        """The finding in the reader's language."""
        return say(self.text, **dict(self.values))


@dataclass(frozen=True)
class Checked:
    """What was looked through: the schema's number, the figures of each table, what was found; then the data version,
    what people brought in, and the editions.
    """

    schema: int
    prints: dict[str, Print]
    imports: int
    editions: int
    findings: tuple[Finding, ...]
    version: int = 0
    brought: tuple[tuple[str, int], ...] = ()  # what people brought in: each import and the number of its change
    frozen: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Nothing was found?"""
        return not self.findings

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(one.rows for one in self.prints.values())


def check(store: Store) -> Checked:
    """Look through an open database. Raises Damaged only if not even the list of tables can be read."""
    prints: dict[str, Print] = {}
    findings = list(_unreadable(store, prints))
    readable = not findings  # what follows asks tables that can be read
    if readable:
        findings = [*_counts(store), *_decisions(store), *_texts(store), *_order(store)]
    return Checked(
        schema=int(store.ask("schema")[0]["version"]) if "schema_versions" in prints else 0,
        prints=prints,
        imports=prints["imports"].rows if "imports" in prints else 0,
        editions=prints["editions"].rows if "editions" in prints else 0,
        findings=tuple(findings),
        version=store.version if readable else 0,
        brought=tuple((row["import"], row["seq"]) for row in store.ask("brought")) if readable else (),
        frozen=tuple(row["edition"] for row in store.ask("edition_names")) if readable else (),
    )


def _finding(cause: str, text: str, **values: object) -> Finding:
    return Finding(cause, text, tuple(values.items()))


def _unreadable(store: Store, prints: dict[str, Print]) -> Iterator[Finding]:
    """Fills `prints`; each table by itself, so that one that is damaged does not hide the others."""
    with store.reading() as cursor:
        names = tables(cursor)
    for table in names:
        try:
            with store.reading() as cursor:
                prints[table] = print_of(cursor, table)
        except Damaged:
            yield _finding("damaged", UNREADABLE, table=table)


def _counts(store: Store) -> Iterator[Finding]:
    """Do the rows of each import add up to what its receipt says, and does every row have its import?"""
    receipts = {row["import"]: row for row in store.ask("receipts_to_check")}
    held = {row["name"]: _by_import(store, row["name"]) for row in store.ask("tables_of_imports")}
    for table, counts in held.items():
        if table not in ONLY_NAMING:
            for name in counts.keys() - receipts.keys():
                yield _finding("no-import", NO_IMPORT, table=table, rows=counts[name], import_id=name)
    for name, receipt in receipts.items():
        table = "respondents" if receipt["kind"] == SURVEY else f"register_{receipt['kind']}"
        found = held.get(table, {}).get(name, 0)
        if found != receipt["rows_kept"]:
            yield _finding("wrong-count", WRONG_COUNT, import_id=name, found=found, told=receipt["rows_kept"])
        if not receipt["changed"]:
            yield _finding("no-change", NO_CHANGE, import_id=name)
    for row in store.ask("places_that_do_not_fit"):
        yield _finding("places", PLACES, rows=row["n"], import_id=row["import"])
    for row in store.ask("answers_of_nobody"):
        yield _finding("stray", STRAY, rows=row["n"], import_id=row["import"])


def _by_import(store: Store, table: str) -> dict[str, int]:
    with store.reading() as cursor:
        return dict(cursor.execute(ROWS_BY_IMPORT, {"table": table}).fetchall())


def _decisions(store: Store) -> Iterator[Finding]:
    """Has every wave its list of what may be shown, decided beside the versions of today?"""
    for version in survey_versions(store):
        if version["beside"] is None or list(version["beside"]) != list(version["before"] or []):
            yield _finding("not-decided", NOT_DECIDED, import_id=version["import"])


def _texts(store: Store) -> Iterator[Finding]:
    """Can packs, editions, reports and what was remembered be read?"""
    for row in store.ask("texts_to_check"):
        if not _is_object(row["words"]):
            yield _finding("unreadable", NOT_JSON, table=row["place"], name=row["name"])
    for row in store.ask("editions_missing"):
        yield _finding("no-edition", EDITION, edition=row["edition"])


def _is_object(words: Any) -> bool:
    try:
        return isinstance(json.loads(words), dict)
    except (TypeError, ValueError):
        return False


def _order(store: Store) -> Iterator[Finding]:
    """Will the next change come after the newest?"""
    row = store.ask("counter")[0]
    if (row["at"] or 0) < row["newest"]:
        yield _finding("counter", BEHIND, at=row["at"] or 0, newest=row["newest"])
