"""How many members of each group were asked? Typed in for a wave where no register of the members tells it."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from lsn_data.sheets.survey import ATTRIBUTES
from lsn_data.store.connection import Store

AskedGroups = Mapping[str, Mapping[str, int]]


def asked_groups(store: Store, import_id: str) -> dict[str, dict[str, int]]:
    """{"sector": {"biotech": 60, …}, …} as it was told with an import; empty if nothing was."""
    told: dict[str, dict[str, int]] = {}
    for row in store.ask("asked_groups", **{"import": import_id}):
        told.setdefault(row["attribute"], {})[row["code"]] = row["asked"]
    return told


def unknown_groups(asked: AskedGroups) -> list[str]:
    """What is named and is no attribute or no group of one, or no count.

    >>> unknown_groups({"sector": {"biotech": 60, "bakers": 2}, "shoe size": {}, "state": {"HH": -1}})
    ['sector: bakers', 'shoe size', 'state: HH']
    """
    known = {one.name: {choice.code for choice in one.choices} for one in ATTRIBUTES}
    wrong = [name for name in asked if name not in known]
    wrong += [
        f"{name}: {code}"
        for name, groups in asked.items()
        for code, count in groups.items()
        if name in known and (code not in known[name] or count < 0)
    ]
    return sorted(wrong)


def insert_asked(cursor: duckdb.DuckDBPyConnection, import_id: str, asked: AskedGroups) -> None:
    """The counts of an import, in the import's own transaction."""
    for attribute, groups in asked.items():
        for code, count in groups.items():
            cursor.execute(
                "insert into asked_groups values ($import, $attribute, $code, $asked)",
                {"import": import_id, "attribute": attribute, "code": code, "asked": count},
            )
