"""Where is the SQL? In `queries.sql` files, one beside each topic: `-- name: x`, then the statement."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def named_queries() -> dict[str, str]:
    """Every named query of the product; a name twice is a programmer's mistake."""
    found: dict[str, str] = {}
    for file in sorted(ROOT.glob("**/queries.sql")):
        for name, statement in split_queries(file.read_text(encoding="utf-8")).items():
            if name in found:
                raise ValueError(f"query named twice: {name}")
            found[name] = statement
    return found


def split_queries(text: str) -> dict[str, str]:
    """The named statements of one file.

    >>> split_queries("-- name: one\\nselect 1;\\n-- name: two\\nselect 2;")
    {'one': 'select 1', 'two': 'select 2'}
    """
    parts = re.split(r"(?m)^-- name: (\w+)\s*$", text)[1:]
    return {name: body.strip().rstrip(";") for name, body in zip(parts[::2], parts[1::2], strict=True)}
