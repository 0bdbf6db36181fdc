"""What stands on the page of the priorities: the order of the themes, and below it what that order rests on?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.ui import data, filters, show
from lsn_data.ui.filters import View
from lsn_data.ui.messages import safe


@dataclass(frozen=True)
class Part:
    """A part of the page below its first finding: its name, its exhibit, and what changes that exhibit alone."""

    name: str
    pick: Pick
    choose: Callable[[], None] | None = None


def page(view: View, waves: Mapping[str, Import], say: Language) -> None:
    """The order with its distribution and the parts below it; or the groups of an attribute side by side."""

    def bar() -> None:
        filters.bar(view, waves, say)

    if view.compares:
        show.main_exhibit(Pick.of("segments", **view.filters), say, bar, view)
        return
    spread = Pick.of("distribution", **view.filters)
    show.main_exhibit(Pick.of("priorities", **view.filters), say, bar, view, spread)
    line = st.container()
    # Each part stands as soon as it is computed; what is there at the end is named in the line above them.
    drawn = [part for part in _parts(view, say) if show.supporting_exhibit(part.pick, say, part.name, part.choose)]
    with line:
        _links(drawn, say)


def _parts(view: View, say: Language) -> list[Part]:
    """Who beats whom, whether the way of counting matters; for all members also groups and earlier waves."""
    parts = [
        Part(say("What is done for it?"), Pick.of("wanted-and-done", **view.filters)),
        Part(say("Who beats whom?"), Pick.of("pairs", **view.filters)),
        Part(say("Is it robust?"), Pick.of("robust", **view.filters)),
    ]
    if view.by is not None:
        return parts
    wave = view.wave.wave
    parts.append(Part(say("Weighted"), Pick.of("weighted", wave=wave)))
    compared = [by for by in filters.OFFERED if data.groups(view.wave, by)]
    if compared:
        by = filters.kept("groups", compared, compared[0])
        names = {one: say.both(attribute_of(one).label) for one in compared}
        pick = Pick.of("segments", wave=wave, by=by)
        parts.append(Part(say("Groups"), pick, lambda: filters.choice("groups", say("Groups by"), names)))
    parts.append(Part(say("Since the last wave"), Pick.of("change", wave=wave)))
    parts.append(Part(say("Return rate"), Pick.of("return-rate", wave=wave)))
    return parts


def _links(parts: list[Part], say: Language) -> None:
    """A line that leads to the parts."""
    if parts:
        links = "".join(f"<a href='#{show.anchor(part.pick)}'>{safe(part.name)}</a>" for part in parts)
        st.html(f"<div class='lsn-parts'><span>{safe(say('Below:'))}</span>{links}</div>")
