"""What does a database answer that nobody has open, before another takes its place?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from lsn_data.store.named import named_queries


def ask_closed(database: Path, query: str) -> list[dict[str, Any]]:
    """The rows of a named query, as dicts; none if there is no database, or it is damaged or too old to know."""
    try:
        with duckdb.connect(str(database), read_only=True) as held:
            answer = held.execute(named_queries()[query])
            names = [column[0] for column in answer.description or ()]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    except duckdb.Error:
        return []
