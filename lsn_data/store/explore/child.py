"""What does one SELECT over the registers give? (Runs in a process of its own, which may die without harm.)

The parent (`store.explore`) starts this file with tables and statement as JSON on standard input; the answer goes out
as JSON. Here is no database of ours: only copies of the registers' rows, in memory, in a process that the operating
system holds to some memory and time. DuckDB's own limits do not suffice: a single `repeat('x', 3000000000)` took 11 GB
past a limit of 256 MB (measured, 2.0.0).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MEBIBYTE = 1024 * 1024
MEMORY, ADDRESS_SPACE = "256MB", 2200 * MEBIBYTE
CONFIG: dict[str, Any] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "memory_limit": MEMORY,
    "threads": "1",
}
# All that a statement may be made of: anything else that DuckDB parses (a CTE may insert) is refused.
SELECTS = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
TABLE_FUNCTIONS = {"range", "generate_series", "unnest"}
# What tells of the database instead of its rows, or runs text as SQL.
FORBIDDEN = {
    "current_setting", "current_database", "current_schema", "current_schemas", "current_catalog", "getenv",
    "getvariable", "write_log", "parse_duckdb_log_message", "nextval", "currval", "query", "query_table", "version",
    "json_execute_serialized_sql", "json_serialize_sql", "json_deserialize_sql", "json_serialize_plan", "txid_current",
    "pg_get_viewdef", "pg_get_constraintdef", "set_config", "sleep_ms", "pg_sleep", "in_search_path",
}  # fmt: skip
LONGEST_TEXT, MOST_TEXT = 2_000, 4 * MEBIBYTE


class Stop(Exception):
    """The statement cannot be answered: the short name of the cause, and what DuckDB says or which name is meant."""

    def __init__(self, cause: str, words: str = "") -> None:
        self.cause, self.words = cause, words
        super().__init__(cause)


def main(seconds: int) -> None:
    """Read standard input, write standard output, never fail with a trace."""
    from lsn_data.limits import held_to

    held_to(ADDRESS_SPACE, seconds + 1, file=0, handles=64)
    asked = json.loads(sys.stdin.buffer.read())
    try:
        answer = _answer(asked)
    except Stop as stop:
        answer = {"cause": stop.cause, "words": stop.words}
    except MemoryError:
        answer = {"cause": "too-much"}
    except Exception as trouble:  # whatever DuckDB says of the statement
        answer = {"cause": "too-much" if "emory" in type(trouble).__name__ else "sql", "words": _said(trouble)}
    sys.stdout.buffer.write(json.dumps(answer).encode("utf-8"))
    sys.stdout.buffer.flush()
    os._exit(0)  # all is said; nothing needs to be tidied up


def _answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The columns and rows; `cut` tells that there were more."""
    import duckdb

    _one_select(duckdb, asked["statement"])
    connection = duckdb.connect(":memory:", config=CONFIG)
    allow(connection, asked["statement"], asked["tables"])
    for name, table in asked["tables"].items():
        _fill(duckdb, connection, name, table)
    connection.execute("set lock_configuration = true")
    found = connection.execute(asked["statement"])
    columns = [[column[0], str(column[1])] for column in found.description or ()]
    rows, cut = _within(found.fetchmany(asked["rows"] + 1), asked["rows"])
    return {"columns": columns, "rows": rows, "cut": cut}


def _one_select(duckdb: Any, statement: str) -> None:
    """Exactly one statement, and one that only reads; a trouble of DuckDB says what is written wrongly."""
    found = duckdb.extract_statements(statement)
    if len(found) != 1:
        raise Stop("not-one" if found else "nothing")
    if found[0].type.name != "SELECT":
        raise Stop("not-select", found[0].type.name)


def allow(connection: Any, statement: str, tables: Mapping[str, Any]) -> None:
    """Let a statement pass that is made of SELECTs over the registers alone; raises Stop with what it is refused for.

    DuckDB itself takes it apart (its own tree as JSON), so that comments, quotes and nesting hide nothing.
    """
    said = connection.execute("select json_serialize_sql($statement)", {"statement": statement}).fetchall()[0][0]
    tree = json.loads(said)
    if tree.get("error"):
        raise Stop("not-select", tree.get("error_message", ""))
    parts = list(_parts(tree))
    given = {str(entry["key"]).casefold() for part in parts if "cte_map" in part for entry in part["cte_map"]["map"]}
    # A name that is given in one place would let the same name pass everywhere: DuckDB's own views stay out.
    named = {name.casefold() for name in tables} | given - _own_views(connection)
    for part in parts:
        _refuse(part, named)


def _own_views(connection: Any) -> set[str]:
    """What DuckDB tells of itself as if it were a table."""
    return {name.casefold() for (name,) in connection.execute("select view_name from duckdb_views()").fetchall()}


def _parts(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Every part of the tree, however deep."""
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _refuse(part: Mapping[str, Any], named: set[str]) -> None:
    kind, function = str(part.get("type", "")), str(part.get("function_name", "")).casefold()
    if kind.endswith("_NODE") and kind not in SELECTS:
        raise Stop("not-select", kind)
    if kind == "TABLE_FUNCTION":
        inside = part.get("function")
        table_function = str(inside.get("function_name", "") if isinstance(inside, dict) else "").casefold()
        if table_function not in TABLE_FUNCTIONS:
            raise Stop("function", table_function)
    if function in FORBIDDEN or function.startswith(("duckdb_", "pragma_", "pg_", "read_", "write_")):
        raise Stop("function", function)
    if kind == "BASE_TABLE":
        table, schema = str(part.get("table_name", "")), str(part.get("schema_name", ""))
        if table.casefold() not in named or schema not in ("", "main") or part.get("catalog_name"):
            raise Stop("no-such-table", ".".join(one for one in (schema, table) if one))


def _fill(duckdb: Any, connection: Any, name: str, table: Mapping[str, Any]) -> None:
    """A register as a table: its rows come as one JSON text, which DuckDB takes apart by the types of the fields.

    The table is made by calls, not by SQL that we would have to put together.
    """
    call, column, value = duckdb.FunctionExpression, duckdb.ColumnExpression, duckdb.ConstantExpression
    types = table["types"]
    text = connection.sql("select $rows as rows", params={"rows": json.dumps(table["rows"])})
    listed = call("json_transform", column("rows").cast("JSON"), value(json.dumps([types])))
    rows = text.select(call("unnest", listed).alias("row"))
    rows.select(*(call("struct_extract", column("row"), value(field)).alias(field) for field in types)).create(name)


def _within(rows: Sequence[Sequence[Any]], most: int) -> tuple[list[list[Any]], bool]:
    """As many rows as may go out, each cell as JSON can hold it."""
    kept: list[list[Any]] = []
    room = MOST_TEXT
    for row in rows[:most]:
        told = [_cell(value) for value in row]
        room -= sum(len(str(value)) for value in told)
        if room < 0:
            return kept, True
        kept.append(told)
    return kept, len(rows) > most


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else str(value)
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(one)) for one in value)[:LONGEST_TEXT]
    return str(value)[:LONGEST_TEXT]


def _said(trouble: Exception) -> str:
    """DuckDB's own words, without the picture of the statement below them, and without anything of this program."""
    words = str(trouble)
    if "pytz" in words:
        return "Times with a time zone cannot be shown. Cast them, for instance: now()::timestamp"
    return words.split("\n\n")[0].split("Traceback")[0][:LONGEST_TEXT]


if __name__ == "__main__":
    sys.path.extend(sys.argv[2:])
    main(int(sys.argv[1]))
