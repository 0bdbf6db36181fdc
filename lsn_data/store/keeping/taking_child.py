"""Is this file a database of ours, and what are its data? (Runs in a process of its own, which may die without harm.)

A backup may come from anywhere. The parent (`taking.py`) starts this file; here the copy is opened, and its rows are
carried, table by table, into a database made by our own migrations. Views, macros, defaults and whatever else a file
may hold stay behind, and so does a file that kills its reader: the server opens only what was made here.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Any

MEBIBYTE = 1024 * 1024
ADDRESS_SPACE, LEAST_FILE = 4096 * MEBIBYTE, 256 * MEBIBYTE
MOST_CHANGES = 10_000_000
VERSIONS = "schema_versions"
CONFIG: dict[str, Any] = {
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    "temp_directory": "",
    "threads": "2",
}
TABLES = "select table_name from duckdb_tables() where database_name = $base and schema_name = 'main' and not internal"
COLUMNS = """
select table_name, column_name from duckdb_columns()
where database_name = $base and schema_name = 'main' and not internal order by table_name, column_index
"""
CARRY = (
    "delete from ours.main.{table}",
    "insert into ours.main.{table} ({listed}) select {listed} from theirs.main.{table}",
)
COUNTERS = """
select theirs.sequence_name, theirs.last_value
from duckdb_sequences() as theirs
semi join (select * from duckdb_sequences() where database_name = 'ours') as ours
    on ours.sequence_name = theirs.sequence_name
where theirs.database_name = 'theirs' and theirs.last_value is not null
"""
COUNT_ON = "select max(nextval($name)) from range($n)"


class Stop(Exception):
    """It cannot be taken: the short name of the cause."""


def main() -> None:
    """Read the task on standard input, write the verdict as JSON on standard output, never fail with a trace."""
    task = json.loads(sys.stdin.buffer.read())
    _limit(int(task["seconds"]), os.path.getsize(task["file"]))
    verdict: dict[str, Any]
    try:
        verdict = {"schema": _taken(task)}
    except Stop as stop:
        verdict = {"cause": str(stop)}
    except MemoryError:
        verdict = {"cause": "too-much"}
    except Exception as trouble:  # whatever DuckDB says of the file
        verdict = {"cause": _cause(str(trouble).lower())}
    sys.stdout.buffer.write(json.dumps(verdict).encode("utf-8"))
    sys.stdout.buffer.flush()
    os._exit(0)


def _limit(seconds: int, size: int) -> None:
    """What is written is the owner's alone; a file that grows beyond its limit is an error, and not the end."""
    from lsn_data.limits import held_to

    os.umask(0o077)
    if hasattr(signal, "SIGXFSZ"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    held_to(ADDRESS_SPACE, seconds, file=max(LEAST_FILE, 4 * size))


def _taken(task: Mapping[str, Any]) -> int:
    """Carry the rows over; returns the schema's number."""
    import duckdb

    connection = duckdb.connect(":memory:", config=CONFIG)
    connection.execute("set allowed_directories = $rooms", {"rooms": [task["room"]]})
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    connection.execute("attach $file as theirs (type duckdb)", {"file": task["file"]})
    there = {name for (name,) in connection.execute(TABLES, {"base": "theirs"}).fetchall()}
    if VERSIONS not in there:
        raise Stop("foreign")
    versions = _versions(connection, task["migrations"])
    attach = f"attach $goal as ours (type duckdb, storage_version '{task['format']}')"
    connection.execute(attach, {"goal": task["goal"]})
    _build(connection, versions, task["migrations"])
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(COLUMNS, {"base": "ours"}).fetchall():
        columns.setdefault(table, []).append(column)
    for table, names in columns.items():
        if table != VERSIONS:
            _carry(connection, table, names, there)
    _count_on(connection)
    connection.close()
    return max(versions)


def _versions(connection: Any, migrations: Mapping[str, Sequence[str]]) -> list[int]:
    rows = connection.execute("select version from theirs.main.schema_versions").fetchall()
    found = sorted(int(number) for (number,) in rows)
    if not found:
        raise Stop("foreign")
    if {str(number) for number in found} - migrations.keys():
        raise Stop("too-new")
    return found


def _build(connection: Any, versions: Sequence[int], migrations: Mapping[str, Sequence[str]]) -> None:
    """An empty database of that schema, made by our own migrations."""
    connection.execute("use ours")
    connection.execute("create table schema_versions (version integer primary key, name text not null)")
    for number in versions:
        name, statements = migrations[str(number)]
        connection.execute(statements)
        connection.execute("insert into schema_versions values ($number, $name)", {"number": number, "name": name})


def _carry(connection: Any, table: str, names: Sequence[str], there: set[str]) -> None:
    """All rows of a table; our own names alone stand in the statement."""
    if table not in there:
        raise Stop("damaged")
    listed = ", ".join(_quoted(name) for name in names)
    for statement in CARRY:
        connection.execute(statement.format(table=_quoted(table), listed=listed))


def _count_on(connection: Any) -> None:
    """The counters stand where they stood."""
    for name, at in connection.execute(COUNTERS).fetchall():
        if not 0 < at <= MOST_CHANGES:
            raise Stop("damaged")
        connection.execute(COUNT_ON, {"name": name, "n": at}).fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cause(said: str) -> str:
    """What DuckDB's words mean."""
    if "no space left" in said or "not enough space" in said:
        return "no-room"
    if "newer version" in said or "newer duckdb" in said:
        return "too-new"
    if "out of memory" in said or "file too large" in said:
        return "too-much"
    return "foreign" if "not a valid duckdb" in said else "damaged"


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    main()
