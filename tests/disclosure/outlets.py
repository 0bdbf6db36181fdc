"""Everything that comes out of a survey, for an attacker who keeps it all: exhibits with every filter, and commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from lsn_data.board import NAMES, Pick, draw
from lsn_data.commands.figures import FIGURES
from lsn_data.disclosure import codes_of
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.intake.report import Asked, Respondent
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Import, Store, demo_shown, register_rows
from lsn_data.store.named import named_queries
from lsn_data.topics.priorities.answer import ATTRIBUTE_NAMES, groups, offered, ranking
from lsn_data.topics.priorities.change_json import change_json
from lsn_data.topics.questionnaire.answer import questions
from lsn_data.topics.questionnaire.as_json import survey_json
from lsn_data.topics.representativeness.as_json import weighted_ranking
from lsn_data.topics.strategy.answer import strategies
from tests.disclosure.made import members
from tests.topics.asked import chosen, numbered, picked, rated, written

EN = Language("en")
Mask = NDArray[np.bool_]
# Exhibits that show nothing but whole waves or registers; a new one must be put here or take filters.
WITHOUT_FILTERS = {name for name in NAMES if name.startswith("strategy-")} | {
    "overview", "decisions", "voice-and-effort", "changes-since", "freshness", "change", "representativeness",
    "weighted", "return-rate", "survey", "comments", "kpis", "kpis-table", "kpi", "kpi-rows", "proposal", "peers-size",
    "peers-social", "edition-changes", "edition-figures",
}  # fmt: skip
OF_A_VIEW = {"priorities", "distribution", "pairs", "robust", "wanted-and-done"}
SIDE_BY_SIDE = {"segments", "satisfaction", "services", "questionnaire", "members-voice"}
# What tells of registers alone: none of these may ask of respondents, whatever its filters.
OF_REGISTERS = {
    "swot", "swot-broken", "tows", "swot-flow", "measures", "measures-rule", "measures-list", "measure", "proposals",
    "measures-log", "members", "members-told", "members-flow", "members-composition", "members-stay", "projects",
    "projects-ending", "projects-by-theme", "projects-map", "projects-funding", "projects-funders", "projects-income",
    "project", "stories", "story", "workshops", "workshops-needs", "workshops-statements", "peers-gaps", "peers-themes",
}  # fmt: skip


def with_blanks(respondents: Sequence[Respondent], share: float, seed: int) -> list[Respondent]:
    """The same, with so many themes left blank by chance; nobody leaves all blank."""
    chance = Random(seed)
    return [
        one._replace(places=(1, *(None if chance.random() < share else place for place in range(2, 8))))
        for one in respondents
    ]


def further_questions(n: int, seed: int, missing: float = 0.15) -> tuple[Asked, ...]:
    """One question of each kind, not answered by everybody."""
    chance = Random(seed)

    def some(values: Sequence[Any]) -> list[Any]:
        return [None if chance.random() < missing else chance.choice(values) for _ in range(n)]

    likert = rated((1, 1, 1, 1, 1), "Events")
    points = tuple(some(range(5)))
    options = tuple(replace(one, count=points.count(at)) for at, one in enumerate(likert.options))
    return (
        replace(likert, answers=points, options=options),
        chosen(some([("Newsletter",), ("Newsletter", "Advice"), ("Advice",)])),
        picked(some(["yes", "no", "later"])),
        numbered(some([1.0, 2.0, 5.0, 20.0])),
        written(some(["More events in Kiel", "Go on", "Less mail"])),
    )


def picks(store: Store, wave: Import) -> Iterator[Pick]:
    """Every exhibit with every filter that the pages offer, and some that they do not."""
    for name in NAMES:
        yield Pick.of(name, wave=wave.wave)
    yield from narrowed(store)
    for by in ATTRIBUTE_NAMES:
        for name in sorted(SIDE_BY_SIDE - {"questionnaire"}):
            yield Pick.of(name, wave=wave.wave, by=by)
        for asked in questions(store, wave):
            yield Pick.of("questionnaire", wave=wave.wave, by=by, question=asked.key)
    for view in offered(store, wave)[::8]:
        if view.parts:
            where = dict(view.where)
            by, group = where.popitem()
            also = " & ".join(f"{name}={code}" for name, code in where.items()) or None
            for name in sorted(OF_A_VIEW) if len(view.parts) == 1 else ["priorities"]:
                yield Pick.of(name, wave=wave.wave, by=by, group=group, also=also)
    for view in offered(store, wave)[1:3]:
        for by in ATTRIBUTE_NAMES:
            yield Pick.of("segments", wave=wave.wave, by=by, also=view.code)


def narrowed(store: Store) -> Iterator[Pick]:
    """The exhibits of the strategy with the filters of their pages, each filter with some of its values."""
    for theme in (choice.code for choice in THEMES[:2]):
        for name in ("kpis", "measures-list", "measures-log", "projects", "stories", "swot", "tows", "swot-flow",
                     "workshops", "workshops-statements"):  # fmt: skip
            yield Pick.of(name, theme=theme)
        yield Pick.of("proposal", title="We could join", theme=theme, principles="networking", effort="small")
    for code in dict.fromkeys(row["kpi"] for row in register_rows(store, "kpi", demo_shown(store))):
        yield from (Pick.of(name, kpi=code) for name in ("kpi", "kpi-rows"))
    yield from (Pick.of("swot", kpi="member-satisfaction"), Pick.of("stories", kpi="member-satisfaction"))
    for kind, one in (("measures", "measure"), ("projects", "project")):
        first = register_rows(store, kind, demo_shown(store))[0][one]
        yield from (Pick.of(name, **{one: first}) for name in (one, "swot", "swot-flow"))
    row = register_rows(store, "swot", demo_shown(store))[0]
    yield Pick.of("swot", evidence=row["evidence"], quadrant=row["quadrant"], factor=row["id"])
    yield from (Pick.of(name, cluster=code) for code in strategies(store) for name in ("strategy-actions", "measures"))
    yield from (Pick.of("members-composition", by=by, second="state") for by in ATTRIBUTE_NAMES)
    yield Pick.of("changes-since", since="2000-01-01")
    yield Pick.of("workshops-statements", words="a")


def drawn(store: Store, found: Sequence[Pick]) -> dict[Pick, Exhibit]:
    """Those of the exhibits that are not refused."""
    shown = {}
    for pick in found:
        try:
            shown[pick] = draw(store, pick, EN)
        except LsnError:
            continue
    return shown


def commands(store: Store, wave: Import) -> list[Any]:
    """What the commands tell as JSON."""
    told: list[Any] = [survey_json(store, wave, EN), change_json(store, wave), weighted_ranking(store, wave, EN)]
    told += [figures.ask(store) for figures in FIGURES]
    told += [ranking(store, wave, EN, by=by) for by in ATTRIBUTE_NAMES]
    told += [ranking(store, wave, EN, where=view.where) for view in offered(store, wave)[::8]]
    told += [
        ranking(store, wave, EN, by=by, where=view.where)
        for view in offered(store, wave)[1:3]
        for by in ATTRIBUTE_NAMES
        if by not in view.where
    ]
    return told


def of_respondents() -> set[str]:
    """The named queries that ask about respondents or their answers."""
    return {
        name
        for name, query in named_queries().items()
        if not query.strip().startswith(("insert", "delete")) and ("respondents" in query or "survey_answers" in query)
    }


@dataclass
class Watched:
    """The named queries that were asked, with their values."""

    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def watching(patch: pytest.MonkeyPatch) -> Watched:
    """From now on, whatever asks the store is written down."""
    watched = Watched()
    for name in ("ask", "ask_columns"):
        ask = getattr(Store, name)

        def telling(store: Store, query: str, _ask: Any = ask, **values: Any) -> Any:
            watched.asked.append((query, values))
            return _ask(store, query, **values)

        patch.setattr(Store, name, telling)
    return watched


def views_of_themes(
    store: Store, wave: Import, respondents: Sequence[Respondent]
) -> dict[tuple[str, ...], tuple[Mask, list[Mask]]]:
    """For each theme and each two: who placed it, and of whom among them a figure is told in some view."""
    placed = np.array([[place is not None for place in one.places] for one in respondents])
    seen: dict[tuple[str, ...], tuple[Mask, list[Mask]]] = {}
    for view, told in _rankings(store, wave, respondents):
        items = told["pairs"]["items"]
        for one in told["items"]:
            at = items.index(one["item"])
            inside = view & placed[:, at]
            if any(one[name] is not None for name in ("places", "mean_place", "first_share", "borda", "log_worth")):
                assert inside.sum() >= 5
                seen.setdefault((one["item"],), (placed[:, at], []))[1].append(inside)
        for i, j in combinations(range(len(items)), 2):
            if told["pairs"]["above"][i][j] is not None:
                both = placed[:, i] & placed[:, j]
                assert (view & both).sum() >= 5
                seen.setdefault((items[i], items[j]), (both, []))[1].append(view & both)
    return seen


def _rankings(
    store: Store, wave: Import, respondents: Sequence[Respondent]
) -> Iterator[tuple[Mask, Mapping[str, Any]]]:
    """Every view, and side by side what is left of a view that is not all offered."""
    for at, view in enumerate(offered(store, wave)):
        yield members(respondents, dict(view.parts)), ranking(store, wave, EN, where=view.where)
        for by in (name for name in ATTRIBUTE_NAMES if name not in view.where and 0 < at < 6):
            for group in ranking(store, wave, EN, by=by, where=view.where).get("groups", []):
                yield members(respondents, {**dict(view.parts), **codes_of({by: group["group"]})}), group


def views_of_questions(
    store: Store, wave: Import, respondents: Sequence[Respondent], asked: Sequence[Asked]
) -> dict[str, list[Mask]]:
    """For each further question: of whom among those who answered it a figure is told, by page, slide or workbook."""
    seen: dict[str, list[Mask]] = {}
    for one in asked:
        answered = np.array([answer is not None for answer in one.answers])
        name = {"satisfaction": "satisfaction", "services": "services"}.get(one.topic, "questionnaire")
        for by in (None, *ATTRIBUTE_NAMES):
            question = one.key if name == "questionnaire" else None
            for shown in drawn(store, [Pick.of(name, wave=wave.wave, by=by, question=question)]).values():
                columns = {column.key for column in shown.table.columns}
                for at, group in enumerate(groups(store, wave, by) if by else ()):
                    if f"group{at}" in columns and any(value is not None for value in shown.table.column(f"group{at}")):
                        seen.setdefault(one.key, []).append(answered & members(respondents, {by: group.codes}))
                if by is None:
                    seen.setdefault(one.key, []).append(answered)
    return seen
