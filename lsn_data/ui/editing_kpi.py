"""How are the values and the targets of KPIs typed on the page?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.sheets.naming import name_of
from lsn_data.topics.kpis.answer import kpis
from lsn_data.typed import Changed
from lsn_data.typed.rules import TARGET
from lsn_data.typed.targets import bearers
from lsn_data.ui import data
from lsn_data.ui.editing import section
from lsn_data.ui.editing_start import Row, View

VALUES = ("period", "value", "vintage", "method", "break", "source")


def sections(say: Language, kpi: str | None, theme: str | None = None, level: str | None = None) -> None:
    """Values and targets of one KPI, or of all of a theme and a level (None: of any).

    An impact has no target: it is told, not rated.
    """
    found = [
        one
        for one in kpis(data.store())
        if kpi in (None, one.code) and theme in (None, one.theme) and level in (None, one.level)
    ]
    outcomes = [one.code for one in found if one.is_outcome]
    if found:
        values(say, [one.code for one in found])
    if outcomes:
        targets(say, outcomes)


def values(say: Language, codes: Collection[str]) -> None:
    """The values of these KPIs (by their codes), each with its period; of one KPI alone, or of several."""
    wanted, one = {plain(code) for code in codes}, len(codes) == 1
    given = {"kpi": next(iter(codes))} if one else {}
    columns = VALUES if one else ("kpi", *VALUES)

    def valued(row: Row) -> bool:
        return plain(row["kpi"]) in wanted and (row["value"] is not None or row["period"] is not None)

    section(View("kpi", _key("values", codes), say("Edit values"), columns, valued, given), say)


def targets(say: Language, codes: Collection[str]) -> None:
    """The targets of these KPIs: how much, for which year, set by which body on which day."""
    wanted = {plain(code) for code in codes}
    view = View(
        "kpi", _key("targets", codes), say("Edit targets"), ("kpi", *TARGET), lambda row: plain(row["kpi"]) in wanted,
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


def _key(what: str, codes: Collection[str]) -> str:
    return f"kpi-{what}-{next(iter(codes)) if len(codes) == 1 else 'all'}"
