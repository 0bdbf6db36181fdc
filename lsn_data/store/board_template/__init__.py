"""Which template does the office use for its slides? One lies here, or none: then ours is used."""

from __future__ import annotations

import datetime as dt
from pathlib import PureWindowsPath
from typing import NamedTuple

import duckdb

from lsn_data.access import require
from lsn_data.store.connection import Store
from lsn_data.store.log import written
from lsn_data.store.moments import now
from lsn_data.store.named import named_queries


class Template(NamedTuple):
    """The template's file as `exhibit.slide.template.checked` gave it, its name, when it was kept (UTC), by whom."""

    data: bytes
    file: str
    at: dt.datetime
    by: str


def template_of(store: Store) -> Template | None:
    """The office's template, or None."""
    rows = store.ask("board_template")
    if not rows:
        return None
    row = rows[0]
    return Template(bytes(row["data"]), row["file"], row["moment"], row["by"])


def template_data(store: Store) -> bytes | None:
    """The office's template as slides take it, or None."""
    kept = template_of(store)
    return kept.data if kept else None


def keep_template(store: Store, data: bytes, file_name: str, actor: str) -> None:
    """Keep a template in place of the one before. Raises NotAllowed.

    `data` are what `exhibit.slide.template.checked` gave, never the file as it came.
    """
    require(actor, "compose")
    name = PureWindowsPath(file_name).name  # also cuts the folders of other systems
    with store.writing() as cursor:
        cursor.execute(
            named_queries()["insert_board_template"],
            {"file": name, "data": data, "moment": now(), "actor": actor},
        )
        written(cursor, actor, "template", {"file": name})


def forget_template(store: Store, actor: str) -> None:
    """Go back to our own master. Raises NotAllowed."""
    require(actor, "compose")
    with store.writing() as cursor:
        forget_templates(cursor)
        written(cursor, actor, "template removed")


def forget_templates(cursor: duckdb.DuckDBPyConnection) -> None:
    """Empty the table."""
    cursor.execute(named_queries()["delete_board_template"])
