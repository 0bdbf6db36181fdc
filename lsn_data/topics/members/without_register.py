"""How many members were told elsewhere, as long as there is no register? The KPI's values, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table
from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.registers.values import Row, newest_row
from lsn_data.topics.strategy.answer import rows, sources
from lsn_data.topics.strategy.citation import worded

KPI = "members"


def told_elsewhere(store: Store, say: Language) -> Exhibit | None:
    """The number of members by the KPI's values, published or uploaded; None where it has none."""
    found = _newest([row for row in rows(store, "kpi") if plain(row["kpi"]) == KPI and row["value"] is not None])
    if not found:
        return None
    columns = (
        Column("period", say("Period")),
        Column("value", say("Members"), "count"),
        Column("source", say("Source"), "prose"),
    )
    table = Table(columns, tuple((_period(row, say), row["value"], worded(row["source"] or "", say)) for row in found))
    return Exhibit(
        name="members-told",
        question=say("How many members are told where there is no register?"),
        message=_message(found[-1], bool(rows(store, "members")), say),
        title=say("Members as published or reported, {n} figures", n=len(found)),
        chart=Chart("columns", table, {"label": "period", "value": "value"}, axis=say("Organisations")),
        table=table,
        notes=tuple(_notes(found, say)),
        sources=sources(store, "kpi", found, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("Members as told"),
                say("The values of the KPI “{name}”, the newest where a period has several.", name=_name(found, say)),
            ),
        ),
    )  # fmt: skip


def _message(newest: Row, has_register: bool, say: Language) -> str:
    told = {"n": say.number(newest["value"]), "period": _period(newest, say)}
    if has_register:
        return say("{n} members are told for {period}; who the members are stands in the register", **told)
    return say("{n} members are told for {period}; the register is not here yet, so who they are is open", **told)


def _newest(told: Sequence[Row]) -> list[Row]:
    """One row a period, in the order of time."""
    by_period: dict[str, list[Row]] = {}
    for row in told:
        by_period.setdefault(row["period"] or "", []).append(row)
    return [one for period in sorted(by_period) if (one := newest_row(by_period[period]))]


def _period(row: Row, say: Language) -> str:
    """`2025`, or for several years `2014–2020`."""
    return str(row["period"] or say("undated")).replace("/", "–")


def _name(found: Sequence[Row], say: Language) -> str:
    return say.both((found[-1]["name_en"] or KPI, found[-1]["name_de"] or found[-1]["name_en"] or KPI))


def _notes(found: Sequence[Row], say: Language) -> list[str]:
    published = [row for row in found if row["origin"] == "published"]
    return (
        [say("Published figures are rounded; where a document has no date, its year is inferred.")] if published else []
    )
