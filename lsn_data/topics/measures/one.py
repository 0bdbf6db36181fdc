"""What hangs together with a measure: its family, the SWOT that it answers, KPIs and projects of its theme?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lsn_data.exhibit import Chart, Column, Exhibit, Source, Table, Way
from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.measures.compute import Row, off_strategy, overdue, ownerless
from lsn_data.topics.measures.listing import measure_way
from lsn_data.topics.measures.wording import code_of, labels, principle_names, title_of
from lsn_data.topics.registers.values import newest
from lsn_data.topics.strategy.answer import OWN, frame_of, measures_of, name_of, rows, sources, theme_names
from lsn_data.topics.strategy.compute import Frame, pair
from lsn_data.topics.swot.answer import factors


@dataclass(frozen=True)
class Linked:
    """Something that hangs together with the measure: how, what it is called, how it stands, where it leads."""

    relation: str
    name: str
    stands: str | None
    way: Way | None
    register: str
    row: Row


def measure(store: Store, say: Language, code: str, today: dt.date | None = None) -> Exhibit | None:
    """One measure and all that hangs together with it; None for one that is not known. Raises Refused."""
    frame, every = frame_of(store, OWN), measures_of(store, OWN)
    row = next((one for one in every if plain(one["measure"]) == plain(code)), None)
    if row is None:
        return None
    found = [
        *_family(row, every, say), *_factors(store, row, say), *_kpis(store, row, say), *_projects(store, row, say),
    ]  # fmt: skip
    return Exhibit(
        name="measure",
        question=say("What does this measure do, and what hangs together with it?"),
        message=_message(row, found, today or dt.date.today(), say),
        title=_title(row, frame, say),
        chart=Chart("table", Table((), ())),
        table=Table(
            (
                Column("relation", say("Hangs together as")),
                Column("name", say("With"), "prose"),
                Column("stands", say("Stands at")),
            ),
            tuple((one.relation, one.name, one.stands) for one in found),
        ),
        notes=(say("KPIs and projects are those of the same theme; nobody has tied them to this measure alone."),),
        sources=_sources(store, row, found, say),
        answered=None,
        asked=None,
        say=say,
        ways={(at, "name"): one.way for at, one in enumerate(found) if one.way},
    )


def _family(row: Row, every: Iterable[Row], say: Language) -> Iterator[Linked]:
    """The measure that it belongs to, and those that belong to it."""
    states = labels("measures", "status", say)
    for one in every:
        relation = ""
        if plain(one["measure"]) == plain(row["parent"] or ""):
            relation = say("belongs to")
        elif plain(one["parent"] or "") == plain(row["measure"]):
            relation = say("has beneath it")
        if relation and one is not row:
            name = f"{code_of(one, say)} {title_of(one, say)}"
            yield Linked(relation, name, states.get(one["status"]), measure_way(one["measure"]), "measures", one)


def _factors(store: Store, row: Row, say: Language) -> Iterator[Linked]:
    """The factors that it names; one that the SWOT does not have is told too."""
    known, quadrants = {plain(one["id"]): one for one in factors(store)}, labels("swot", "quadrant", say)
    for named in dict.fromkeys(row["addresses"] or ()):
        one = known.get(plain(named))
        if one is None:
            yield Linked(say("answers"), named, say("not in the SWOT"), None, "swot", {})
            continue
        name = f"{one['id']} {say.both(pair(one, 'text'))}"
        yield Linked(
            say("answers"), name, quadrants[one["quadrant"]], Way("swot", (("factor", one["id"]),)), "swot", one
        )


def _kpis(store: Store, row: Row, say: Language) -> Iterator[Linked]:
    """The KPIs of its theme with their newest values."""
    by_kpi: dict[str, list[dict[str, object]]] = {}
    for one in rows(store, "kpi"):
        if one["theme"] == row["theme"]:
            by_kpi.setdefault(one["kpi"], []).append(one)
    for code, values in by_kpi.items():
        stands = newest(values, say) or say("no values yet")
        way = Way("kpis", (("kpi", code),))
        yield Linked(say("KPI of its theme"), say.both(pair(values[0], "name")), stands, way, "kpi", values[-1])


def _projects(store: Store, row: Row, say: Language) -> Iterator[Linked]:
    states = labels("projects", "status", say)
    for one in rows(store, "projects"):
        if row["theme"] in (one["themes"] or ()):
            way = Way("projects", (("project", one["project"]),))
            yield Linked(
                say("project of its theme"), title_of(one, say), states.get(one["status"]), way, "projects", one
            )  # fmt: skip


def _message(row: Row, found: Iterable[Linked], today: dt.date, say: Language) -> str:
    """What it is, how it stands, and what is missing."""
    parts = [_state(row, say)]
    if overdue([row], today):
        parts.append(say("was due {day}", day=row["due"]))
    elif row["due"]:
        parts.append(say("due {day}", day=row["due"]))
    if ownerless([row]):
        parts.append(say("nobody owns it"))
    elif row["owner"]:
        parts.append(say("in the hands of {owner}", owner=row["owner"]))
    if off_strategy([row]):
        parts.append(say("serves no guiding principle and is off strategy"))
    answered = sum(one.register == "swot" and bool(one.row) for one in found)
    parts.append(
        say.plural("answers {n} factor of the SWOT", "answers {n} factors of the SWOT", answered)
        if answered
        else say("answers no factor of the SWOT")
    )
    return say("“{title}” {facts}", title=title_of(row, say), facts=", ".join(parts))


def _state(row: Row, say: Language) -> str:
    said: Mapping[str, str] = {
        "planned": say("is planned"), "running": say("is running"), "done": say("is done"),
        "dropped": say("was dropped"),
    }  # fmt: skip
    return said.get(row["status"] or "", say("has no status yet"))


def _title(row: Row, frame: Frame, say: Language) -> str:
    names = principle_names(frame, say)
    served = say.listing([names[one] for one in row["principles"] or () if one in names])
    theme = theme_names(frame, say, short=True).get(row["theme"], row["theme"] or "")
    return " · ".join(part for part in (name_of(OWN), code_of(row, say), theme, served) if part)


def _sources(store: Store, row: Row, found: Iterable[Linked], say: Language) -> tuple[Source, ...]:
    used: dict[str, list[dict[str, object]]] = {"measures": [dict(row)]}
    for one in found:
        if one.row:
            used.setdefault(one.register, []).append(dict(one.row))
    return tuple(source for kind, some in used.items() for source in sources(store, kind, some, say))
