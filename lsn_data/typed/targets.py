"""On which rows of a KPI does its target stand, and what is it now?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lsn_data.typed.rules import TARGET

Row = Mapping[str, Any]


def bearers(rows: Sequence[Row]) -> list[Row]:
    """The rows of one KPI that bear the target that counts, the last set one; a list may repeat it on each row.

    Without a target: the row that stands for the KPI itself, without a value, else the last row.

    >>> old, new = ({"target": 340, "target_set_on": day, "period": "2025"} for day in ("2024", "2026"))
    >>> [row["target_set_on"] for row in bearers([new, old, new])]
    ['2026', '2026']
    """
    aimed = [(row["target_set_on"] or "", at) for at, row in enumerate(rows) if row["target"] is not None]
    if aimed:
        told = rows[max(aimed)[1]]
        return [row for row in rows if all(row.get(name) == told.get(name) for name in TARGET)]
    without_value = [row for row in rows if row["period"] is None and row["value"] is None]
    return [*without_value, *rows[-1:]][:1]
