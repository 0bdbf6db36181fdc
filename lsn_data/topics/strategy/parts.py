"""What else does a strategy lay down: identity, focus, process, rules, surroundings? Each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.language import Language
from lsn_data.sheets.choices import PARTS
from lsn_data.store import Store
from lsn_data.topics.strategy.answer import name_of, sources, strategy_rows
from lsn_data.topics.strategy.citation import cited, headings
from lsn_data.topics.strategy.compute import Row, of_part, pair

GUIDE_MARK = "mark-"


def identity(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """Mission, actions that belong to no theme, values; None where a strategy has none of them. Raises Refused."""
    used = [
        row for row in of_part(strategy_rows(store, strategy), "mission", "action", "value")
        if row["part"] != "action" or not row["theme"]
    ]  # fmt: skip
    return _exhibit(
        store, "strategy-identity", say("Who does the cluster want to be?"),
        say("{parts} say who the cluster is", parts=_counted(used, say)),
        say("{strategy}: mission, actions and values", strategy=name_of(strategy)), used, say,
    )  # fmt: skip


def focus(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """Focus fields and regions, formats, cases. Raises Refused."""
    used = of_part(strategy_rows(store, strategy), "field", "region", "format", "case")
    return _exhibit(
        store, "strategy-focus", say("Where and how does the work begin?"),
        say("{parts} show where the work begins", parts=_counted(used, say)),
        say("{strategy}: focus, formats and cases", strategy=name_of(strategy)), used, say,
    )  # fmt: skip


def process(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """How the strategy came about, step by step. Raises Refused."""
    used = of_part(strategy_rows(store, strategy), "process")
    if not used:
        return None
    first, last = say.both(pair(used[0], "name")), say.both(pair(used[-1], "name"))
    return _exhibit(
        store, "strategy-process", say("How did the strategy come about?"),
        say("From “{first}” to “{last}”: {n} steps", first=first, last=last, n=len(used)),
        say("{strategy}: steps of the process, in their order", strategy=name_of(strategy)), used, say, steps=True,
    )  # fmt: skip


def rules(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """How measures are chosen and reviewed. Raises Refused."""
    used = of_part(strategy_rows(store, strategy), "rule")
    return _exhibit(
        store, "strategy-rules", say("How is the strategy kept alive?"),
        say("{parts} keep the strategy on course", parts=_counted(used, say)),
        say("{strategy}: rules and review", strategy=name_of(strategy)), used, say,
    )  # fmt: skip


def surroundings(store: Store, say: Language, strategy: str) -> Exhibit | None:
    """What presses on the sectors, as the strategy tells it. Raises Refused."""
    used = of_part(strategy_rows(store, strategy), "context")
    return _exhibit(
        store, "strategy-surroundings", say("What presses on the sectors?"),
        say("{parts} press on the sectors", parts=_counted(used, say)),
        say("{strategy}: developments and challenges in the sectors", strategy=name_of(strategy)), used, say,
    )  # fmt: skip


def _exhibit(
    store: Store, name: str, question: str, message: str, title: str, used: Sequence[Row], say: Language,
    steps: bool = False,
) -> Exhibit | None:  # fmt: skip
    """A row for each part: what it is called, what kind of part it is, what it says, where that stands."""
    if not used:
        return None
    kinds = [say.number(at) for at in range(1, len(used) + 1)] if steps else [_kind(row, say) for row in used]
    table = Table(
        (
            Column("name", say("Step") if steps else say("Name")),
            Column("kind", say("No.") if steps else say("Part")),
            Column("text", say("What it says"), "prose"),
            Column("source", say("Place in the document"), "prose", under="text"),
        ),
        tuple(
            (say.both(pair(row, "name")), kind, say.both(pair(row, "text")), cited(row["source"], say))
            for row, kind in zip(used, kinds, strict=True)
        ),
    )
    parts = Table((Column("kind", "kind"),), tuple((row["part"],) for row in used))
    chart = Chart("table", parts, {"group": "kind"})
    notes = (headings([row["source"] for row in used], say),)
    told = sources(store, "strategy", used, say)
    return Exhibit(name, question, message, title, chart, table, notes, told, None, None, say)


def _kind(row: Row, say: Language) -> str:
    if row["part"] == "value" and row["code"].startswith(GUIDE_MARK):
        return say("Guide mark")
    return next((say.both(choice.label) for choice in PARTS if choice.code == row["part"]), row["part"])


def _counted(used: Sequence[Row], say: Language) -> str:
    """`6 parts of the mission, 6 actions and 5 values`."""
    counts: dict[str, int] = {}
    for row in used:
        part = "mark" if row["code"].startswith(GUIDE_MARK) else row["part"]
        counts[part] = counts.get(part, 0) + 1
    said = {
        "mission": say.plural("{n} part of the mission", "{n} parts of the mission", counts.get("mission", 0)),
        "action": say.plural("{n} action", "{n} actions", counts.get("action", 0)),
        "value": say.plural("{n} value", "{n} values", counts.get("value", 0)),
        "mark": say.plural("{n} guide mark", "{n} guide marks", counts.get("mark", 0)),
        "field": say.plural("{n} focus field", "{n} focus fields", counts.get("field", 0)),
        "region": say.plural("{n} region", "{n} regions", counts.get("region", 0)),
        "format": say.plural("{n} format", "{n} formats", counts.get("format", 0)),
        "case": say.plural("{n} case", "{n} cases", counts.get("case", 0)),
        "rule": say.plural("{n} rule", "{n} rules", counts.get("rule", 0)),
        "context": say.plural("{n} development", "{n} developments", counts.get("context", 0)),
    }
    return say.listing([said[part] for part in counts])
