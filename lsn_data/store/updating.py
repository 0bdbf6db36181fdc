"""What stays of a database before a newer version of the product changes its schema? A copy beside it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import duckdb

from lsn_data.errors import NotWritable
from lsn_data.store.private import copy_private, dated_name
from lsn_data.store.troubles import NOT_WRITABLE, meaning

# What a person brought in; the published facts come with the product.
DATA = "select count(*) > 0 from imports where origin <> 'published'"
TABLES = "select table_name from duckdb_tables() where database_name = current_database()"


def is_old_with_data(connection: duckdb.DuckDBPyConnection, schemas: Collection[int]) -> bool:
    """Does it hold what people brought in, in a schema that is to be brought up to these?"""
    tables = {name for (name,) in connection.execute(TABLES).fetchall()}
    if not {"schema_versions", "imports"} <= tables:
        return False
    done = {version for (version,) in connection.execute("select version from schema_versions").fetchall()}
    return bool({*schemas} - done) and bool(connection.execute(DATA).fetchall()[0][0])


def keep_before_update(database: Path) -> Path:
    """Copy a database that nobody holds open under a dated name. Raises NoRoom, NotWritable: it is not changed then."""
    aside = dated_name(database, "before-update")
    try:
        copy_private(database, aside)
    except OSError as trouble:
        aside.unlink(missing_ok=True)
        raise meaning(trouble, database) or NotWritable(NOT_WRITABLE, path=database) from trouble
    return aside
