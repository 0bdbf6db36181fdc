"""The KPIs as `kpis --json` gives them: the same values, ratings and outlooks that the pages show."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lsn_data.store import Store
from lsn_data.topics.kpis.answer import Kpi, kpis
from lsn_data.topics.kpis.compute import HORIZON, Measured

DIGITS = 4
Listing = dict[str, Any]


def listing(store: Store, today: dt.date | None = None) -> Listing:
    """`{"kpis": […]}`: each KPI with its values in the order of period and vintage, target, rating and forecast."""
    return {"kpis": [_kpi(one) for one in kpis(store, today)]}


def _kpi(one: Kpi) -> Listing:
    target = one.target
    every = sorted((*one.values, *one.computed), key=lambda value: (value.period.text, value.vintage))
    return {
        "kpi": one.code, "name_en": one.name[0], "name_de": one.name[1], "theme": one.theme or None,
        "level": one.level, "unit": one.unit or None, "better": one.better,
        "values": [_value(value) for value in every],
        "target": {
            "period": target.period.text if target else HORIZON, "value": target.value if target else None
        },
        "target_set_by": (target.set_by or None) if target else None,
        "target_set_on": (target.set_on or None) if target else None,
        "rating": one.rating, "rating_since": one.since.isoformat() if one.since else None,
        "rated_from": sorted({value.origin for value in one.line}),
        "forecast": _forecast(one), "stale": one.stale is not None,
    }  # fmt: skip


def _value(value: Measured) -> Listing:
    return {
        "period": value.period.text, "value": round(value.value, DIGITS), "vintage": value.vintage or None,
        "source": value.source or None, "origin": value.origin, "break": bool(value.breaks),
    }  # fmt: skip


def _forecast(one: Kpi) -> Listing | None:
    found = one.outlook
    if found is None:
        return None
    low, high = found.chance or (None, None)
    return {
        "period": found.period, "mean": round(found.mean, DIGITS), "low95": round(found.low, DIGITS),
        "high95": round(found.high, DIGITS), "chance_low": low, "chance_high": high,
    }  # fmt: skip
