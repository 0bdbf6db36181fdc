"""Which exhibits are there for the board, and how is one drawn?

A `Pick` names an exhibit and its filters. It is small, hashable and can be written as JSON, so a chosen exhibit can
be kept, drawn again in either language, and frozen. Packs put picks in order (`pack`, `standard`), `binding` draws
them, `editions` freezes them, `comparing` tells what changed since.
"""

from __future__ import annotations

import datetime as dt

from lsn_data.board import comparing
from lsn_data.board.binding import Draw, bind
from lsn_data.board.names import named
from lsn_data.board.pack import Pack
from lsn_data.board.pick import Pick
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.bound import Bound
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Import, Store, shown_wave
from lsn_data.topics.drawn import Drawn, Filters
from lsn_data.topics.kpis import catalogue as kpis
from lsn_data.topics.measures import catalogue as measures
from lsn_data.topics.members import catalogue as members
from lsn_data.topics.overview import catalogue as overview
from lsn_data.topics.overview.done import wanted_and_done
from lsn_data.topics.peers import catalogue as peers
from lsn_data.topics.priorities import change, pairs, robust, segments
from lsn_data.topics.priorities import exhibits as priorities
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, where_of
from lsn_data.topics.projects import catalogue as projects
from lsn_data.topics.questionnaire import comments, headline, other, services
from lsn_data.topics.questionnaire import exhibits as questionnaire
from lsn_data.topics.representativeness import exhibits as representativeness
from lsn_data.topics.stories import catalogue as stories
from lsn_data.topics.strategy import comparison, context, parts
from lsn_data.topics.strategy import exhibits as strategy
from lsn_data.topics.strategy.answer import OWN
from lsn_data.topics.swot import catalogue as swot
from lsn_data.topics.workshops import catalogue as workshops

__all__ = ["NAMES", "Pick", "bound", "draw", "drawing"]


def _wave(store: Store, filters: Filters) -> Import:
    """The wave that an exhibit of the survey speaks of. Raises Refused."""
    wave = shown_wave(store, filters.get("wave"))
    if wave is None:
        raise Refused("no-wave", mark("There are no survey answers yet. Upload a survey first."))
    return wave


def _where(filters: Filters) -> dict[str, str]:
    """The group of an attribute, and the groups of others that narrow it."""
    where = where_of(filters.get("by"), filters.get("group"), filters.get("also"))
    return {_attribute(name): group for name, group in where.items()}


def _by(filters: Filters) -> str | None:
    """The attribute whose groups stand side by side. Raises Refused for what is none."""
    return _attribute(filters["by"]) if filters.get("by") else None


def _attribute(name: str) -> str:
    if name not in ATTRIBUTE_NAMES:
        raise Refused(
            "unknown-attribute", mark("Answers are not told apart by “{name}”. Choose another attribute."), name=name
        )
    return name


def _cluster(filters: Filters) -> str:
    return filters.get("cluster") or OWN


def _by_known(made: Drawn) -> Drawn:
    """The exhibit, refused in words where it should stand by an attribute that there is not."""

    def drawn(store: Store, say: Language, filters: Filters) -> Exhibit | None:
        for name in ("by", "second"):
            if filters.get(name):
                _attribute(filters[name])
        return made(store, say, filters)

    return drawn


_EXHIBITS: dict[str, Drawn] = {
    **overview.EXHIBITS,
    "priorities": lambda store, say, f: priorities.places(store, _wave(store, f), say, _where(f)),
    "distribution": lambda store, say, f: priorities.distribution(store, _wave(store, f), say, _where(f)),
    "wanted-and-done": lambda store, say, f: wanted_and_done(store, _wave(store, f), say, _where(f)),
    "pairs": lambda store, say, f: pairs.pairs(store, _wave(store, f), say, _where(f)),
    "robust": lambda store, say, f: robust.robust(store, _wave(store, f), say, _where(f)),
    "segments": lambda store, say, f: segments.segments(
        store, _wave(store, f), say, _by(f) or "sector", _where({"also": f.get("also", "")})
    ),
    "change": lambda store, say, f: change.change(store, _wave(store, f), say),
    "representativeness": lambda store, say, f: representativeness.groups(store, _wave(store, f), say),
    "weighted": lambda store, say, f: representativeness.weighted(store, _wave(store, f), say),
    "return-rate": lambda store, say, f: priorities.return_rate(store, say, _wave(store, f).origin == "demo"),
    "survey": lambda store, say, f: headline.by_wave(store, _wave(store, f), say),
    "satisfaction": lambda store, say, f: questionnaire.satisfied(store, _wave(store, f), say, _by(f)),
    "services": lambda store, say, f: services.services(store, _wave(store, f), say, _by(f)),
    "questionnaire": lambda store, say, f: other.other(store, _wave(store, f), say, f.get("question"), _by(f)),
    "comments": lambda store, say, f: comments.comments(store, _wave(store, f), say, f.get("question"), f.get("words")),
    "strategy-at-a-glance": lambda store, say, f: strategy.at_a_glance(store, say, _cluster(f)),
    "strategy-matrix": lambda store, say, f: strategy.matrix(store, say, _cluster(f)),
    "strategy-success": lambda store, say, f: strategy.success(store, say, _cluster(f)),
    "strategy-actions": lambda store, say, f: strategy.actions(store, say, _cluster(f)),
    "strategy-identity": lambda store, say, f: parts.identity(store, say, _cluster(f)),
    "strategy-focus": lambda store, say, f: parts.focus(store, say, _cluster(f)),
    "strategy-process": lambda store, say, f: parts.process(store, say, _cluster(f)),
    "strategy-rules": lambda store, say, f: parts.rules(store, say, _cluster(f)),
    "strategy-figures": lambda store, say, f: context.figures(store, say, _cluster(f)),
    "strategy-surroundings": lambda store, say, f: parts.surroundings(store, say, _cluster(f)),
    "strategy-comparison": lambda store, say, f: comparison.side_by_side(store, say),
    **swot.EXHIBITS,
    **measures.EXHIBITS,
    **kpis.EXHIBITS,
    **{name: _by_known(made) for name, made in members.EXHIBITS.items()},
    **projects.EXHIBITS,
    **stories.EXHIBITS,
    **workshops.EXHIBITS,
    **peers.EXHIBITS,
    "edition-changes": lambda store, say, f: comparing.changes(store, say, drawing, f.get("edition"), f.get("against")),
    "edition-figures": lambda store, say, f: comparing.figures(store, say, drawing, f.get("edition"), f.get("against")),
}
NAMES: tuple[str, ...] = tuple(_EXHIBITS)
# The register without whose rows an exhibit has nothing to show.
_RESTS_ON = {"swot": "swot", "kpis": "kpi", "projects": "projects", "projects-funding": "funding", "members": "members"}


def draw(store: Store, pick: Pick, say: Language) -> Exhibit:
    """The exhibit that a pick names, from today's data. Raises Refused (no such exhibit, wave, figures), NotShown."""
    if pick.name not in _EXHIBITS:
        raise Refused(
            "unknown-exhibit",
            mark("There is no exhibit {name} any more. Take it out of the pack, or choose another."),
            name=pick.name,
        )
    exhibit = _EXHIBITS[pick.name](store, say, dict(pick.filters))
    if exhibit is None:
        raise _nothing_yet(pick.name, say)
    return exhibit


def _nothing_yet(name: str, say: Language) -> Refused:
    """Why an exhibit is not there: by the register that lacks it, where it rests on one."""
    if name not in _RESTS_ON:
        return Refused(
            "no-figures",
            mark("“{name}” has nothing to show yet. Upload the data that it needs, or take it out of the pack."),
            name=named(name, say),
        )
    register = say.both(REGISTERS[_RESTS_ON[name]].label)
    return Refused(
        "no-figures",
        mark(
            "The register “{register}” does not hold yet what this needs. Upload its"
            " spreadsheet, or fill it in on its page."
        ),
        register=register,
    )


def drawing(store: Store) -> Draw:
    """How exhibits of a store are drawn, for whoever binds or freezes a pack."""
    return lambda pick, say: draw(store, pick, say)


def bound(store: Store, pack: Pack, say: Language, day: dt.date | None = None) -> Bound:
    """A pack drawn from today's data in one language."""
    return bind(pack, say, drawing(store), day)
