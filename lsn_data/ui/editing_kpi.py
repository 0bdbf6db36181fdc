"""How are the values and the targets of KPIs typed on the page?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.sheets.naming import name_of
from lsn_data.typed import Changed
from lsn_data.typed.rules import TARGET
from lsn_data.typed.targets import bearers
from lsn_data.ui.editing import section
from lsn_data.ui.editing_start import Row, View

VALUES = ("period", "value", "vintage", "method", "break", "source")


def values(say: Language, kpis: Collection[str]) -> None:
    """The values of these KPIs (by their codes), each with its period; of one KPI alone, or of several."""
    wanted, one = {plain(code) for code in kpis}, len(kpis) == 1
    given = {"kpi": next(iter(kpis))} if one else {}
    columns = VALUES if one else ("kpi", *VALUES)

    def valued(row: Row) -> bool:
        return plain(row["kpi"]) in wanted and (row["value"] is not None or row["period"] is not None)

    section(View("kpi", _key("values", kpis), say("Edit values"), columns, valued, given), say)


def targets(say: Language, kpis: Collection[str]) -> None:
    """The targets of these KPIs: how much, for which year, set by which body on which day."""
    wanted = {plain(code) for code in kpis}
    view = View(
        "kpi", _key("targets", kpis), say("Edit targets"), ("kpi", *TARGET), lambda row: plain(row["kpi"]) in wanted,
        fixed=("kpi",), growing=False, grouped=_by_kpi, named=_kpi_name,
    )  # fmt: skip
    section(view, say)


def _by_kpi(rows: Sequence[Row]) -> list[list[Row]]:
    """Of each KPI the rows that bear its target."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(plain(row["kpi"]), []).append(row)
    return [bearers(group) for group in found.values()]


def _kpi_name(one: Changed, say: Language) -> str:
    row = one.before or one.after or {}
    return name_of(row, say.code) or str(row.get("kpi", ""))


def _key(what: str, kpis: Collection[str]) -> str:
    return f"kpi-{what}-{next(iter(kpis)) if len(kpis) == 1 else 'all'}"
