"""What does a mapping file tell? What a spreadsheet does not: items, columns, values, sheet, shares, the kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsn_data.commands.desk import WrongCommand
from lsn_data.commands.files import Files
from lsn_data.language import mark
from lsn_data.store import unknown_groups

TEXTS = ("question", "direction", "blank_means", "sheet", "kind")
TABLES = ("items", "values", "columns", "percent")


def read_mapping(file: Path, files: Files) -> dict[str, Any]:
    """The mapping of a JSON file. Raises WrongCommand if it is none."""
    told = _json(file, files)
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


def read_asked(file: Path, files: Files) -> dict[str, dict[str, int]]:
    """The members asked per group, {"sector": {"biotech": 60}}. Raises WrongCommand if the file tells no such thing."""
    told = _json(file, files)
    groups = told if isinstance(told, dict) else {"": told}
    if not all(isinstance(one, dict) and all(type(n) is int for n in one.values()) for one in groups.values()):
        raise WrongCommand(mark('{file} must hold counts, such as {{"sector": {{"biotech": 60}}}}.'), file=file)
    if unknown := unknown_groups(groups):
        raise WrongCommand(
            mark("{file} names groups that there are not: {unknown}. Correct their names."),
            file=file,
            unknown=", ".join(unknown),
        )
    return groups


def _json(file: Path, files: Files) -> Any:
    try:
        return json.loads(files.read(file).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as trouble:
        raise WrongCommand(
            mark("{file} cannot be read as JSON. Check its brackets and quotation marks."), file=file
        ) from trouble


def is_mapping(told: object) -> bool:
    """Does it hold only what a mapping may hold?

    >>> is_mapping({"direction": "1 is first", "items": {"A1": "VIS"}}), is_mapping({"items": "VIS"})
    (True, False)
    >>> is_mapping({"percent": {"member-satisfaction": "times 100"}}), is_mapping({"percent": "times 100"})
    (True, False)
    """
    if not isinstance(told, dict) or set(told) - {*TEXTS, *TABLES}:
        return False
    texts = all(isinstance(told[key], str) for key in TEXTS if key in told)
    plain_tables = all(_texts(told.get(name, {})) for name in TABLES if name != "values")
    values = told.get("values", {})
    return texts and plain_tables and isinstance(values, dict) and all(map(_texts, values.values()))


def _texts(table: object) -> bool:
    """Is it a table of texts?"""
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())
