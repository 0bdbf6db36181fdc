"""How is an exhibit kept, to be drawn again years later with the same figures and words? As plain JSON.

Where its parts lead on a click is not kept: a frozen exhibit stands by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import numpy as np

from lsn_data.exhibit import Chart, Column, Difference, Exhibit, Method, Source, Table, Value
from lsn_data.language import Language

_DAY = "day"
_TEXTS = ("name", "question", "message", "title", "answered", "asked", "computed", "outdated")


def to_json(exhibit: Exhibit) -> dict[str, Any]:
    """The exhibit as JSON holds it; `from_json` gives an equal one."""
    chart = exhibit.chart
    return {
        **{name: getattr(exhibit, name) for name in _TEXTS},
        "asks": exhibit.asks,
        "lang": exhibit.say.code,
        "chart": {
            "kind": chart.kind,
            "table": _table(chart.table),
            "parts": dict(chart.parts),
            "scale": chart.scale,
            "axis": chart.axis,
            "difference": dict(vars(chart.difference)) if chart.difference else None,
        },
        "table": _table(exhibit.table),
        "notes": list(exhibit.notes),
        "meaning": list(exhibit.meaning),
        "sources": [{**vars(one), "as_of": one.as_of.isoformat() if one.as_of else None} for one in exhibit.sources],
        "method": [dict(vars(one)) for one in exhibit.method],
    }


def from_json(kept: Mapping[str, Any]) -> Exhibit:
    """The exhibit that `to_json` wrote. KeyError, TypeError for anything else."""
    return Exhibit(
        **{name: kept[name] for name in _TEXTS},
        asks=kept.get("asks", ""),
        say=Language(kept["lang"]),
        chart=_chart(kept["chart"]),
        table=_read(kept["table"]),
        notes=tuple(kept["notes"]),
        meaning=tuple(kept["meaning"]),
        sources=tuple(
            Source(**{**one, "as_of": dt.date.fromisoformat(one["as_of"]) if one["as_of"] else None})
            for one in kept["sources"]
        ),
        method=tuple(Method(**one) for one in kept["method"]),
    )


def _chart(kept: Mapping[str, Any]) -> Chart:
    """The chart; what was kept before charts could tell a difference tells none."""
    told = kept.get("difference")
    difference = Difference(**told) if told else None
    return Chart(kept["kind"], _read(kept["table"]), dict(kept["parts"]), kept["scale"], kept["axis"], difference)


def _table(table: Table) -> dict[str, Any]:
    return {
        "columns": [dict(vars(column)) for column in table.columns],
        "rows": [[_value(value) for value in row] for row in table.rows],
    }


def _value(value: Value) -> Any:
    """A value as JSON knows it; a day says that it is one. Figures of numpy become plain ones.

    >>> _value(dt.date(2026, 4, 1)), _value(3), _value(None)
    ({'day': '2026-04-01'}, 3, None)
    """
    if isinstance(value, dt.date):
        return {_DAY: value.isoformat()}
    return value.item() if isinstance(value, np.generic) else value


def _read(table: Mapping[str, Any]) -> Table:
    columns = tuple(Column(**column) for column in table["columns"])
    return Table(columns, tuple(tuple(_known(value) for value in row) for row in table["rows"]))


def _known(value: Any) -> Value:
    return dt.date.fromisoformat(value[_DAY]) if isinstance(value, dict) else value
