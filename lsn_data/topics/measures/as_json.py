"""What does the command line tell of the measures beside their rows? What the page shows, from the same functions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lsn_data.store import Store
from lsn_data.topics.measures.answer import weighed
from lsn_data.topics.measures.compute import Matrix, off_strategy, overdue, ownerless, weights
from lsn_data.topics.measures.log import as_json, reviews
from lsn_data.topics.strategy.answer import OWN, strategies


def completed(store: Store, rows: list[dict[str, Any]], counts: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """`{"rows": …, "counts": …, "log": …}`: each row with its weight by principle, and whether it is late or unowned.

    `counts.matrix` is theme → principle → weight of all measures of our strategy that were not dropped,
    `strategic_matrix` and `detailed_matrix` are its two parts.
    """
    late, alone, off = (
        {id(row) for row in found} for found in (overdue(rows, today), ownerless(rows), off_strategy(rows))
    )
    for row in rows:
        row["principle_weight"] = {one: float(weight) for one, weight in weights(row["principles"]).items()}
        row["overdue"], row["ownerless"], row["off_strategy"] = (id(row) in one for one in (late, alone, off))
    counts |= {"overdue": len(late), "ownerless": len(alone), **_matrices(store)}
    return {"rows": rows, "counts": counts, "log": as_json(reviews(store))}


def _matrices(store: Store) -> dict[str, Any]:
    """The matrices of our strategy; empty ones where it is not known."""
    if OWN not in strategies(store):
        return {"matrix": {}, "strategic_matrix": {}, "detailed_matrix": {}}
    found = weighed(store)
    return {
        "matrix": _told(found.strategic, found.detailed),
        "strategic_matrix": _told(found.strategic),
        "detailed_matrix": _told(found.detailed),
    }


def _told(*parts: Matrix) -> dict[str, dict[str, float]]:
    first = parts[0]
    return {
        theme: {one: float(sum(part.cell(theme, one) for part in parts)) for one in first.principles}
        for theme in first.themes
    }
