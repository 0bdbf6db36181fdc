"""Which exhibits tell of the KPIs, and which filters do they take?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.kpis import exhibits, one

EXHIBITS: dict[str, Drawn] = {
    "kpis": lambda store, say, f: exhibits.panels(
        store, say, f.get("theme"), f.get("level"), by_theme=f.get("by") == "theme"
    ),
    "kpis-table": lambda store, say, f: exhibits.table(store, say, f.get("theme"), f.get("level")),
    "kpi": lambda store, say, f: one.one_kpi(store, say, f.get("kpi", "")),
    "kpi-rows": lambda store, say, f: one.behind(store, say, f.get("kpi", ""), f.get("period")),
}
