"""What is a chosen exhibit narrowed to? Its filters in words, never in codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lsn_data.board.pick import Pick
from lsn_data.language import Language
from lsn_data.sheets.choices import LEVELS, MEASURE_STATES, THEMES
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Store, shown_wave
from lsn_data.topics.kpis.answer import kpis
from lsn_data.topics.kpis.names import short
from lsn_data.topics.measures import wording
from lsn_data.topics.peers.size import measure_label
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, view_label, where_of
from lsn_data.topics.projects import countries
from lsn_data.topics.projects.words import payer, state
from lsn_data.topics.questionnaire.comments import texts_to_choose
from lsn_data.topics.questionnaire.other import choosable
from lsn_data.topics.stories import answer as stories
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, name_of
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot import words as swot
from lsn_data.topics.swot.answer import evidence_names, factors
from lsn_data.topics.swot.compute import QUADRANTS
from lsn_data.topics.swot.exhibits import NO_EVIDENCE
from lsn_data.topics.workshops.answer import question_label

Filters = Mapping[str, str]
# What a filter says: it may need the store, and the filters beside it.
Said = Callable[[Store, str, Language, Filters], str]


def narrowed(store: Store, pick: Pick, say: Language) -> str:
    """The filters of a pick: `Size: 10–49 employees · Survey wave: 2026`; empty where it is narrowed by nothing."""
    return " · ".join(one for one in _parts(store, pick, say) if one)


def _parts(store: Store, pick: Pick, say: Language) -> Iterator[str]:
    filters = dict(pick.filters)
    yield _group(filters, say)
    for key, value in filters.items():
        if key == "measure" and pick.name in ("peers-size", "peers-social"):
            key = "channel"
        if key in _SAID:
            yield _SAID[key](store, value, say, filters)


def _group(filters: Filters, say: Language) -> str:
    """Whose answers: a group, what narrows it, and the attribute whose groups stand side by side."""
    by, group, also = filters.get("by"), filters.get("group"), filters.get("also")
    known = {name: code for name, code in where_of(by, group, also).items() if name in ATTRIBUTE_NAMES}
    told = [view_label(known, say)] if known else []
    if by in ATTRIBUTE_NAMES and not group:
        told.append(say("{attribute} side by side", attribute=say.both(attribute_of(by).label)))
    if filters.get("second") in ATTRIBUTE_NAMES:
        told.append(_of(say("And by"), say.both(attribute_of(filters["second"]).label), say))
    return " · ".join(told)


def _of(label: str, value: str, say: Language) -> str:
    return say("{attribute}: {group}", attribute=label, group=value)


def _choice(choices: Any, code: str, say: Language) -> str:
    return wording.choices(choices, say).get(code, code)


def _cluster(_: Store, code: str, say: Language, __: Filters) -> str:
    return "" if code == OWN else _of(say("Strategy of"), name_of(code), say)


def _kpi(store: Store, code: str, say: Language, _: Filters) -> str:
    return _of(say("KPI"), next((short(one, say) for one in kpis(store) if one.code == code), code), say)


def _principle(store: Store, code: str, say: Language, _: Filters) -> str:
    return _of(say("Principle"), wording.principle_names(frame_of(store, OWN), say).get(code, code), say)


def _factor(store: Store, code: str, say: Language, _: Filters) -> str:
    known = {row["id"]: say.both(pair(row, "text")) for row in factors(store)}
    return _of(say("SWOT factor"), swot.brief(known.get(code) or code), say)


def _measure(store: Store, code: str, say: Language, _: Filters) -> str:
    known = {row["measure"]: wording.title_of(row, say) for row in measures_of(store, OWN)}
    return _of(say("Measure"), known.get(code, code), say)


def _story(store: Store, code: str, say: Language, _: Filters) -> str:
    known = {row["story"]: stories.title(row, say) for row in stories.stories(store)}
    return _of(say("Story"), known.get(code, code), say)


def _evidence(store: Store, code: str, say: Language, _: Filters) -> str:
    if code == NO_EVIDENCE:
        return say("without evidence")
    return _of(say("Evidence"), evidence_names(store, say).get(code, code), say)


def _question(store: Store, key: str, say: Language, filters: Filters) -> str:
    wave = shown_wave(store, filters.get("wave"))
    known = {**choosable(store, wave), **texts_to_choose(store, wave)} if wave else {}
    return _of(say("Question"), known[key], say) if key in known else ""


def _asked(_: Store, code: str, say: Language, __: Filters) -> str:
    return _of(say("Key question"), question_label(code, code, say), say)


_SAID: dict[str, Said] = {
    "wave": lambda _, value, say, __: _of(say("Survey wave"), value, say),
    "cluster": _cluster,
    "theme": lambda _, value, say, __: _of(say("Theme"), _choice(THEMES, value, say), say),
    "level": lambda _, value, say, __: _of(say("Level"), _choice(LEVELS, value, say), say),
    "kpi": _kpi,
    "period": lambda _, value, say, __: _of(say("Year"), value, say),
    "since": lambda _, value, say, __: say("since {day}", day=value),
    "principle": _principle,
    "status": lambda _, value, say, __: _of(say("Status"), _choice(MEASURE_STATES, value, say), say),
    "addresses": _factor,
    "factor": _factor,
    "measure": _measure,
    "project": lambda _, value, say, __: _of(say("Project"), value, say),
    "stage": lambda _, value, say, __: _of(say("Status"), state(value, say), say),
    "country": lambda _, value, say, __: _of(say("Partner country"), countries.name_of(value, say), say),
    "programme": lambda _, value, say, __: _of(say("Programme or funder"), payer(value, say), say),
    "story": _story,
    "evidence": _evidence,
    "links": lambda _, __, say, ___: say("only without a measure"),
    "quadrant": lambda _, value, say, __: swot.plural_of(value, say) if value in QUADRANTS else "",
    "question": _question,
    "asked": _asked,
    "workshop": lambda _, value, say, __: _of(say("Workshop"), value, say),
    "words": lambda _, value, say, __: say("with the words “{words}”", words=value),
    "channel": lambda _, value, say, __: _of(say("Figure"), measure_label(value, say), say),
    "edition": lambda _, value, say, __: _of(say("Edition"), value, say),
    "against": lambda _, value, say, __: _of(say("beside"), value, say),
    "title": lambda _, value, say, __: say("“{title}”", title=value),
}
