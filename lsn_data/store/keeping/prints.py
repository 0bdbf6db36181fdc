"""What does each table hold, told in two figures? Every value is read on the way: a damaged one cannot hide."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

TABLES = "select table_name from duckdb_tables() where database_name = current_database() order by table_name"
PRINT = "select count(*), sum(hash(whole)) from query_table($table) as whole"


class Print(NamedTuple):
    """How many rows a table has, and a sum over the hashes of its rows: the same rows give the same, in any order."""

    rows: int
    hashes: int


def tables(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of all tables."""
    return [name for (name,) in cursor.execute(TABLES).fetchall()]


def print_of(cursor: duckdb.DuckDBPyConnection, table: str) -> Print:
    """The figures of one table."""
    rows, hashes = cursor.execute(PRINT, {"table": table}).fetchall()[0]
    return Print(int(rows), int(hashes or 0))


def prints(cursor: duckdb.DuckDBPyConnection) -> dict[str, Print]:
    """The figures of every table."""
    return {table: print_of(cursor, table) for table in tables(cursor)}
