"""Which strategy is looked at, and which part of it? Both stand in the page's link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.strategy.answer import OWN, name_of, strategies
from lsn_data.ui import data, filters

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
    """A strategy and a part of it, or all strategies side by side."""

    clusters: tuple[str, ...]
    cluster: str
    part: str

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The exhibits of the view, the main one first."""
        if self.cluster == BOTH:
            return (Pick("strategy-comparison"),)
        return tuple(Pick.of(name, cluster=self.cluster) for name in EXHIBITS[self.part])


def chosen() -> View:
    """What the reader chose, or what the link says. Draws nothing."""
    known = strategies(data.store())
    cluster = filters.kept("cluster", [*known, BOTH], OWN)
    return View(known, cluster, filters.kept("part", list(PARTS), PARTS[0]))


def bar(view: View, say: Language) -> None:
    """The two switches; side by side there is only one view, so no part to choose."""
    names = {code: name_of(code) for code in view.clusters}
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        if len(names) > 1:
            filters.choice("cluster", say("Strategy of"), {**names, BOTH: say("Side by side")})
        if view.cluster != BOTH:
            filters.choice("part", say("Part of the strategy"), _part_names(say))


def _part_names(say: Language) -> dict[str, str]:
    return {
        "themes": say("Themes"), "success": say("Success"), "identity": say("Identity"),
        "process": say("Process"), "context": say("Context"),
    }  # fmt: skip
