"""What does a mapping file tell? What a spreadsheet does not: direction, blanks, question, items, values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsn_data.commands.desk import WrongCommand
from lsn_data.language import mark

TEXTS = ("question", "direction", "blank_means")
TABLES = ("items", "values")


def read_mapping(file: Path) -> dict[str, Any]:
    """The mapping of a JSON file. Raises WrongCommand if it is none."""
    try:
        told = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as trouble:
        raise WrongCommand(mark("{file} cannot be read as JSON."), file=file) from trouble
    if not is_mapping(told):
        raise WrongCommand(
            mark(
                "{file} is no mapping. It may hold the texts {texts}, and under items {{code: item}},"
                " under values {{heading: {{code: value}}}}."
            ),
            file=file,
            texts=", ".join(TEXTS),
        )
    return dict(told)


def is_mapping(told: object) -> bool:
    """Does it hold only what a mapping may hold?

    >>> is_mapping({"direction": "1 is first", "items": {"A1": "VIS"}}), is_mapping({"items": "VIS"})
    (True, False)
    """
    if not isinstance(told, dict) or set(told) - {*TEXTS, *TABLES}:
        return False
    texts = all(isinstance(told[key], str) for key in TEXTS if key in told)
    items, values = told.get("items", {}), told.get("values", {})
    return texts and _texts(items) and isinstance(values, dict) and all(map(_texts, values.values()))


def _texts(table: object) -> bool:
    """Is it a table of texts?"""
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())
