"""What may somebody ask of the registers in SQL? One SELECT, over a copy of the registers' rows, never over answers.

The statement is typed by a person. It runs in a process of its own (`child.py`) that knows nothing but the rows handed
to it: no file, no database of ours, no survey. If it takes too long or too much, that process ends and nothing else.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsn_data.apart import answered
from lsn_data.errors import Refused
from lsn_data.language import mark
from lsn_data.sheets.declared import Field
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store.connection import Store
from lsn_data.store.registers import demo_shown, register_rows

CHILD = Path(__file__).with_name("child.py")
MOST_ROWS, SECONDS, LONGEST_STATEMENT = 1_000, 6, 10_000
# Each question may take two gigabytes: no more of them at once, however many people ask.
AT_ONCE = threading.BoundedSemaphore(2)
# What a field holds, as DuckDB's type; periods and dates stay texts: they may be a year, a month or a day.
_LISTS = ("list", "choices")
ORIGIN = "origin"

Cell = str | int | float | bool | None

CAUSES = {
    "nothing": mark("Type a SELECT, or choose an example."),
    "not-one": mark("Only one statement can be asked at a time. Remove what stands after the first semicolon."),
    "not-select": mark("Only a SELECT can be asked: nothing can be changed here."),
    "no-such-table": mark("There is no register of this name: {words}. All registers stand above with their columns."),
    "function": mark("The function {words} cannot be used here. It does not concern the rows of the registers."),
    "too-much": mark("The question needs too much memory. Narrow it down, for instance with WHERE or LIMIT."),
    "too-long": mark("The question took longer than {seconds} seconds and was stopped. Narrow it down."),
    "busy": mark("Others are asking as well. Run the statement again in a moment."),
    "long": mark("The statement is longer than {most} characters."),
    "sql": mark("DuckDB does not understand the statement. Its own message stands below."),
}


@dataclass(frozen=True)
class Answer:
    """Columns as (name, DuckDB's type) and rows; `cut`: there were more rows than are shown."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool


def ask_registers(store: Store, statement: str) -> Answer:
    """The answer to one SELECT over the registers as they count today.

    Raises Refused for anything else, for what takes too long or too much, and for what DuckDB does not understand;
    its own words are then `values["words"]`.
    """
    return ask_tables(tables_of(store), statement)


def tables_of(store: Store) -> dict[str, dict[str, Any]]:
    """Every register with the types of its fields and its rows; each row says whether it is published or brought."""
    demo = demo_shown(store)
    return {kind: _table(kind, register_rows(store, kind, demo)) for kind in REGISTERS}


def types_of(kind: str) -> dict[str, str | list[str]]:
    """The columns of a register with DuckDB's types, as `json_transform` takes them.

    >>> types_of("funding")["amount"], types_of("projects")["themes"]
    ('DOUBLE', ['VARCHAR'])
    """
    return {**{field.name: _type(field) for field in REGISTERS[kind].fields}, ORIGIN: "VARCHAR"}


def _type(field: Field) -> str | list[str]:
    if field.holds in _LISTS:
        return ["VARCHAR"]
    return {"number": "DOUBLE", "yes": "BOOLEAN"}.get(field.holds, "VARCHAR")


def _table(kind: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    types = types_of(kind)
    return {"types": types, "rows": [{name: row[name] for name in types} for row in rows]}


def ask_tables(tables: Mapping[str, Any], statement: str, most: int = MOST_ROWS, seconds: int = SECONDS) -> Answer:
    """The answer to one SELECT over tables as `tables_of` gives them. Raises Refused."""
    if len(statement) > LONGEST_STATEMENT:
        raise _refused("long", most=LONGEST_STATEMENT)
    asked = {"tables": tables, "statement": statement, "rows": most}
    told = _told(json.dumps(asked).encode("utf-8"), seconds)
    if "cause" in told:
        raise _refused(told["cause"], words=told.get("words", ""))
    columns = tuple((name, kind) for name, kind in told["columns"])
    return Answer(columns, tuple(tuple(row) for row in told["rows"]), told["cut"])


def _told(asked: bytes, seconds: int) -> dict[str, Any]:
    """What the child says once it is its turn; one that dies was asked for too much, one that is late is stopped."""
    if not AT_ONCE.acquire(timeout=seconds):
        raise _refused("busy")
    try:
        told = answered(CHILD, asked, seconds, str(seconds))
    except subprocess.TimeoutExpired:
        raise _refused("too-long", seconds=seconds) from None
    finally:
        AT_ONCE.release()
    if told is None:
        raise _refused("too-much")
    return told


def _refused(cause: str, **values: object) -> Refused:
    """`quiet`: the words are DuckDB's own, to be shown below the sentence."""
    return Refused(f"explore-{cause}", CAUSES[cause], **{"words": "", "quiet": cause in ("sql", "too-much"), **values})
