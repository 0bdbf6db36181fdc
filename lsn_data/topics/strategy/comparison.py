"""What does each cluster's strategy have, side by side in the same frame?"""

from __future__ import annotations

from collections.abc import Callable

from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.strategy.answer import (
    OWN,
    frame_of,
    measures_of,
    name_of,
    rows,
    sources,
    strategies,
    strategy_rows,
    theme_names,
)
from lsn_data.topics.strategy.compute import Frame, of_part, pair


def side_by_side(store: Store, say: Language) -> Exhibit | None:
    """One column a strategy, one row a property; None with fewer than two strategies."""
    codes = strategies(store)
    if len(codes) < 2:
        return None
    frames = [frame_of(store, code) for code in codes]
    table = Table(
        (Column("property", say("Property")), *(Column(code, name_of(code), "prose") for code in codes)),
        tuple((label, *(told(one) for one in frames)) for label, told in _properties(store, say)),
    )
    measures = [row for code in codes for row in measures_of(store, code) if not row["parent"]]
    used = [row for code in codes for row in strategy_rows(store, code)]
    return Exhibit(
        "strategy-comparison",
        say("How do the strategies compare?"),
        _message(frames, say),
        say("Strategies in the same frame: {names}", names=say.listing([name_of(code) for code in codes])),
        Chart("table", table),
        table,
        (
            say("Focus areas of the Danish cluster count as themes, its paradigms as principles."),
            say("Each row of the other views names its place in the document."),
        ),
        (
            *sources(store, "strategy", used, say),
            *sources(store, "measures", measures, say),
            *sources(store, "kpi", {row["kpi"]: row for row in reversed(rows(store, "kpi"))}.values(), say),
        ),
        None,
        None,
        say,
    )


def _properties(store: Store, say: Language) -> tuple[tuple[str, Callable[[Frame], str]], ...]:
    """Each property: what it is called, and what a strategy has of it."""
    return (
        (say("Themes"), lambda one: f"{len(one.themes)}: " + "; ".join(theme_names(one, say, short=True).values())),
        (
            say("Guiding principles"),
            lambda one: f"{len(one.principles)}: " + "; ".join(say.both(pair(row, "name")) for row in one.principles),
        ),
        (
            say("Cells filled"),
            lambda one: say("{n} of {all}", n=one.cells - one.empty, all=one.cells),
        ),
        (say("In the cells"), lambda one: _in_the_cells(one, say)),
        (say("Measures of success"), lambda one: _success(store, one, say)),
        (say("Actions"), lambda one: _actions(store, one, say)),
        (say("Review"), lambda one: _review(store, one, say)),
    )


def _in_the_cells(one: Frame, say: Language) -> str:
    if one.kind == "measures":
        return say.plural("{n} strategic measure", "{n} strategic measures", len(one.offerings))
    return say.plural("{n} named offering", "{n} named offerings", len(one.offerings))


def _success(store: Store, one: Frame, say: Language) -> str:
    statements = of_part(strategy_rows(store, one.code), "success")
    if statements or one.code != OWN:
        return say.plural("{n} success statement", "{n} success statements", len(statements))
    levels = {row["kpi"]: row["level"] for row in rows(store, "kpi")}
    counts = [sum(level == wanted for level in levels.values()) for wanted in ("outcome", "impact")]
    return say("{n} KPIs: {outcome} outcome, {impact} impact", n=len(levels), outcome=counts[0], impact=counts[1])


def _actions(store: Store, one: Frame, say: Language) -> str:
    found = of_part(strategy_rows(store, one.code), "action")
    if any(row["theme"] for row in found):
        return say.plural("{n} action in the focus areas", "{n} actions in the focus areas", len(found))
    return say.plural("{n} action of the whole cluster", "{n} actions of the whole cluster", len(found))


def _review(store: Store, one: Frame, say: Language) -> str:
    """What the strategy says of its own review; a dash where it says nothing."""
    rules = [row for row in strategy_rows(store, one.code) if (row["part"], row["code"]) == ("rule", "review")]
    return say.both(pair(rules[0], "text")) if rules else "–"


def _message(frames: list[Frame], say: Language) -> str:
    """Do they share the number of principles, and how do the themes differ?"""
    counts = say.listing(
        [
            say.plural("{name} has {n} theme", "{name} has {n} themes", len(one.themes), name=name_of(one.code))
            for one in frames
        ]
    )
    principles = {len(one.principles) for one in frames}
    filled = all(one.empty == 0 for one in frames)
    if len(principles) > 1 or not filled:
        return say("The strategies differ in principles or in cells filled: {counts}", counts=counts)
    return say(
        "The same frame of {n} principles, every cell filled: {counts}",
        n=principles.pop(), counts=counts,
    )  # fmt: skip
