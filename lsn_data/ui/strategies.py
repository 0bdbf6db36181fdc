"""Which strategy is looked at, and which part of it? Both stand in the page's link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.strategy.answer import OWN, name_of, strategies
from lsn_data.ui import data, filters, show

BOTH = "comparison"
PARTS = ("themes", "success", "identity", "process", "context")
EXHIBITS: dict[str, tuple[str, ...]] = {
    "themes": ("strategy-at-a-glance", "strategy-matrix"),
    "success": ("strategy-success", "strategy-actions"),
    "identity": ("strategy-identity", "strategy-focus"),
    "process": ("strategy-process", "strategy-rules"),
    "context": ("strategy-figures", "strategy-surroundings"),
}


@dataclass(frozen=True)
class View:
    """A strategy and a part of it, or all strategies side by side. `parts`: those of which the strategy tells."""

    clusters: tuple[str, ...]
    cluster: str
    parts: tuple[str, ...]
    part: str
    picks: tuple[Pick, ...]


def chosen(say: Language) -> View:
    """What the reader chose, or what the link says. Draws nothing."""
    known = strategies(data.store())
    cluster = filters.kept("cluster", [*known, BOTH], OWN)
    if cluster == BOTH:
        return View(known, cluster, PARTS, PARTS[0], (Pick("strategy-comparison"),))
    told = {part: _picks(cluster, part, say) for part in PARTS}
    parts = tuple(part for part in PARTS if told[part])
    part = filters.kept("part", list(parts), parts[0])
    return View(known, cluster, parts, part, told[part])


def _picks(cluster: str, part: str, say: Language) -> tuple[Pick, ...]:
    """The exhibits of a part that have something to show, the main one first."""
    picks = (Pick.of(name, cluster=cluster) for name in EXHIBITS[part])
    return tuple(pick for pick in picks if show.there(pick, say))


def bar(view: View, say: Language) -> None:
    """The two switches; side by side there is only one view, so no part to choose."""
    clusters = {code: name_of(code) for code in view.clusters}
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        if len(clusters) > 1:
            filters.choice("cluster", say("Strategy of"), {**clusters, BOTH: say("Side by side")})
        if view.cluster != BOTH:
            names = _part_names(say)
            filters.choice("part", say("Part of the strategy"), {part: names[part] for part in view.parts})


def _part_names(say: Language) -> dict[str, str]:
    return {
        "themes": say("Themes"), "success": say("Success"), "identity": say("Identity"),
        "process": say("Process"), "context": say("Context"),
    }  # fmt: skip
