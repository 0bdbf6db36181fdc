"""What do charts with a row for each theme share on paper? Sheets of rows that a page can hold, and columns beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.beside import columns_beside
from lsn_data.exhibit.paper.text import line

Told = dict[str, Any]
# How many rows stand in one drawing: with names of groups and labels on two lines they fill a page.
MOST_ROWS = 18


def beside(exhibit: Exhibit, labels: Sequence[str]) -> list[Told]:
    """The columns of figures at the right of the rows."""
    return [
        {"head": line(one.column.label), "cells": [[line(part) for part in said.split("\n")] for said in one.said]}
        for one in columns_beside(exhibit, labels)
    ]


def sheets(whole: Told) -> list[Told]:
    """A drawing of rows as several ones where it is long; the columns beside go with their rows."""
    count = len(whole["rows"])
    parts = [slice(at, at + MOST_ROWS) for at in range(0, count, MOST_ROWS)]
    return [
        {
            **whole,
            "rows": whole["rows"][part],
            "beside": [{**one, "cells": one["cells"][part]} for one in whole["beside"]],
        }
        for part in parts
    ]
