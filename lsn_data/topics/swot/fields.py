"""In which of the four fields of strategy do the measures sit? TOWS as an exhibit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import sources_of, swot
from lsn_data.topics.swot.compute import QUADRANTS
from lsn_data.topics.swot.exhibits import measure_way
from lsn_data.topics.swot.tows import FIELDS, Placed, Tows, tows

_PARTS = ("panel", "about", "told", "label")
MOST_SHOWN = 40


def fields(store: Store, say: Language, f: Filters) -> Exhibit | None:
    """The measures by field, and at the edges those that name one side only. None where no measure names a factor.

    Filter: theme (of the measure).
    """
    whole = swot(store)
    found = tows(whole, f.get("theme"))
    if not whole.known or not found.in_a_field + found.at_an_edge:
        return None
    panels = _panels(found, say)
    chart, ways = _chart(panels, say)
    placed = [one for _, _, ones in panels for one in ones]
    theme = say(" · theme {name}", name=words.theme_name(f["theme"], say)) if f.get("theme") else ""
    return Exhibit(
        name="tows",
        question=say("Which measures join inside and outside, and in which field of strategy do they sit?"),
        message=_message(found, say),
        title=say("Measures by the factors that they name: four fields, and the edges with one side only") + theme,
        chart=chart,
        table=_table(panels, say),
        notes=_notes(found, say),
        sources=sources_of(
            store, [one for each in placed for one in each.factors], [one.measure for one in placed], say
        ),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways=ways,
    )


Panel = tuple[str, str, Sequence[Placed]]


def _panels(found: Tows, say: Language) -> list[Panel]:
    """(name, a few words, what sits there): the fields first, then the edges."""
    named = _field_names(say)
    only = say("named alone: no field")
    return [
        *((*named[field], found.fields[field]) for field in FIELDS),
        *((_edge_name(quadrant, say), only, found.edges[quadrant]) for quadrant in QUADRANTS if found.edges[quadrant]),
    ]


def _field_names(say: Language) -> Mapping[str, tuple[str, str]]:
    return {
        "SO": (say("Strengths and opportunities"), say("use one for the other")),
        "WO": (say("Weaknesses and opportunities"), say("reduce them with what opens up")),
        "ST": (say("Strengths and risks"), say("guard against them with what we can")),
        "WT": (say("Weaknesses and risks"), say("reduce and avoid")),
    }


def _edge_name(quadrant: str, say: Language) -> str:
    return {
        "strength": say("Strengths only"), "weakness": say("Weaknesses only"),
        "opportunity": say("Opportunities only"), "threat": say("Risks only"),
    }[quadrant]  # fmt: skip


def _chart(panels: Sequence[Panel], say: Language) -> tuple[Chart, dict[tuple[int, str], Way]]:
    """A row a measure and panel, with the factors that put it there; a field without a measure stays open."""
    most = max((len(one.factors) for _, _, placed in panels for one in placed), default=0)
    rows: list[tuple[Value, ...]] = []
    ways: dict[tuple[int, str], Way] = {}
    for name, about, placed in panels:
        head = (name, about, say.plural("{n} measure", "{n} measures", len(placed)))
        if not placed:
            rows.append((*head, *(None,) * (1 + 2 * most)))
        for one in placed[:MOST_SHOWN]:
            ways[len(rows), "label"] = measure_way(one.measure["measure"])
            rows.append((*head, _measure(one, say), *_factors(one, most, say)))
        if len(placed) > MOST_SHOWN:
            more = say("{n} more: the figures name them", n=say.number(len(placed) - MOST_SHOWN))
            rows.append((*head, more, *(None,) * (2 * most)))
    keys = (*_PARTS, *(f"{part}{at}" for at in range(most) for part in ("code", "tip")))
    labels = {"label": say("Measure")}
    table = Table(tuple(Column(key, labels.get(key, key)) for key in keys), tuple(rows))
    return Chart("quadrants", table, {key: key for key in keys}, axis=say("Factors")), ways


def _measure(one: Placed, say: Language) -> str:
    return f"{words.code_of(one.measure, say)} {words.title_of(one.measure, say)}"


def _factors(one: Placed, most: int, say: Language) -> list[Value]:
    told = [(words.name_of(factor, say), words.text_of(factor, say)) for factor in one.factors]
    return [value for pair in [*told, *[(None, None)] * (most - len(told))] for value in pair]


def _table(panels: Sequence[Panel], say: Language) -> Table:
    columns = (
        Column("field", say("Field")), Column("measure", say("Measure"), "prose"), Column("status", say("Status")),
        Column("factors", say("Factors"), "prose"),
    )  # fmt: skip
    rows = tuple(
        (name, _measure(one, say), words.state_of(one.measure, say), "\n".join(_named(one, say)))
        for name, _, placed in panels
        for one in placed
    )
    return Table(columns, rows)


def _named(one: Placed, say: Language) -> list[str]:
    return [f"{words.name_of(factor, say)}: {words.text_of(factor, say)}" for factor in one.factors]


def _message(found: Tows, say: Language) -> str:
    """How many join the two sides, where most of them sit, and which field is empty."""
    every = found.in_a_field + found.at_an_edge
    empty = [_field_names(say)[field][0] for field, placed in found.fields.items() if not placed]
    if not found.in_a_field:
        return say("No measure joins inside and outside: where factors are named, they are of one side only")
    said = say.plural(
        "{n} of {all} measures joins inside and outside", "{n} of {all} measures join inside and outside",
        found.in_a_field, all=every,
    )  # fmt: skip
    if empty:
        return say("{said}; no measure sits in “{fields}”", said=said, fields=say.listing(empty))
    most = max(found.fields, key=lambda field: len(found.fields[field]))
    return say("{said}, most of them “{field}”", said=said, field=_field_names(say)[most][0])


def _notes(found: Tows, say: Language) -> tuple[str, ...]:
    """What cannot be placed, and what is counted twice."""
    several = sum(len(placed) for placed in found.fields.values()) > found.in_a_field
    parts = [say("A measure that names three or four quadrants sits in several fields.")] if several else []
    if found.nowhere:
        n = len(found.nowhere)
        parts.append(
            say.plural(
                "{n} measure names no factor and cannot be placed.",
                "{n} measures name no factor and cannot be placed.",
                n,
            )
        )
    if found.through:
        n = len(found.through)
        parts.append(
            say.plural(
                "{n} measure names none itself: it is placed through those beneath or above it.",
                "{n} measures name none themselves: they are placed through those beneath or above them.",
                n,
            )
        )
    return tuple(parts)


def _method(say: Language) -> Method:
    return Method(
        say("Field"),
        say(
            "A field joins an inside and an outside quadrant. A measure sits where it names a factor of both; one that "
            "names only one side sits at the edge of each quadrant that it names. Dropped measures are left out."
        ),
        "Weihrich 1982",
    )
