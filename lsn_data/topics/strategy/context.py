"""Which figures describe a cluster's surroundings, and who says so?"""

from __future__ import annotations

from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.registers.values import with_unit
from lsn_data.topics.strategy.answer import context_of, name_of, sources
from lsn_data.topics.strategy.citation import cited, worded
from lsn_data.topics.strategy.compute import document, pair


def figures(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """The context figures, each with its source; what is undated says so. None where there are none."""
    used = context_of(store, strategy)
    if not used:
        return None
    one_document = len({document(row["source"]) for row in used}) == 1
    table = Table(
        (
            Column("name", say("Figure"), "prose"),
            Column("value", say("Value"), "number"),
            Column("period", say("Period")),
            Column("source", say("Place in the document") if one_document else say("Source"), "prose"),
        ),
        tuple(
            (
                say.both(pair(row, "name")),
                with_unit(row["value"], row["unit"], say),
                row["period"] or say("undated"),
                cited(row["source"], say) if one_document else worded(row["source"] or "", say),
            )
            for row in used
        ),
    )
    undated = [row for row in used if not row["period"]]
    return Exhibit(
        "strategy-figures",
        say("Which figures describe the surroundings?"),
        _message(len(used), len(undated), say),
        say("{strategy}: context figures, each with its source", strategy=name_of(strategy)),
        Chart(
            "table",
            Table((Column("look", "look"),), tuple((None if row["period"] else "period",) for row in used)),
            {"highlight": "look"},
        ),
        table,
        (say("The figures hold for the time and the group that each names, not for LSN's members."),),
        sources(store, "context", used, say),
        None,
        None,
        say,
    )


def _message(count: int, undated: int, say: Language) -> str:
    counted = say.plural("{n} figure describes the surroundings", "{n} figures describe the surroundings", count)
    if not undated:
        return counted
    return say.plural("{what}; {n} of them has no date", "{what}; {n} of them have no date", undated, what=counted)
