"""What do the registers say of a proposal? Asks the store for all that the decision aid weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.sheets.declared import plain
from lsn_data.store import Import, Store
from lsn_data.topics.measures.aid import Proposal, Weighed, balance, cells, likest
from lsn_data.topics.measures.answer import weighed
from lsn_data.topics.measures.compute import DROPPED, Row, counting
from lsn_data.topics.measures.exhibits import leading
from lsn_data.topics.overview.answer import Standing, standings
from lsn_data.topics.strategy.answer import OWN, rows
from lsn_data.topics.strategy.compute import Frame
from lsn_data.topics.swot.answer import swot
from lsn_data.topics.swot.compute import Swot


@dataclass(frozen=True)
class Found:
    """What was weighed, with what it was weighed against."""

    weighed: Weighed
    frame: Frame
    swot: Swot
    standing: Standing | None
    scale: int
    survey: Import | None


def weigh(store: Store, proposal: Proposal) -> Found:
    """A proposal against matrix, SWOT, the members' priorities, and all that is there. Raises Refused."""
    ours, factors = weighed(store, OWN), swot(store)
    places, scale, survey = standings(store)
    standing = places.get(proposal.theme)
    named = [one for one in factors.factors if plain(one.id) in map(plain, proposal.addresses)]
    open_ = tuple(one.id for one in named if not one.answered_by) if factors.known else ()
    measures = [row for row in ours.rows if row["status"] != DROPPED or row["parent"]]
    known: dict[str, Sequence[Row]] = {
        "measures": measures,
        "projects": rows(store, "projects"),
        "proposals": rows(store, "proposals"),
    }
    counted = counting(ours.rows)
    before, after = balance(proposal, {theme: _count(counted, theme) for theme in ours.strategic.themes})
    found = Weighed(
        proposal,
        cells(proposal, leading(ours)),
        open_,
        {one.id: len(one.answered_by) for one in named if one.id not in open_},
        standing is not None and standing.tier == 0 and not standing.published,
        likest(proposal, known),
        before,
        after,
    )
    return Found(found, ours.frame, factors, standing, scale, survey)


def _count(counted: Sequence[Row], theme: str) -> int:
    return sum(row["theme"] == theme for row in counted)
