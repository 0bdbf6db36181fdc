"""How do factors lead through themes and measures to KPIs, and where do they lead nowhere? The flow as an exhibit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy.answer import rows
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import evidence_names, sources_of, swot
from lsn_data.topics.swot.chains import Chain, chains, through
from lsn_data.topics.swot.compute import QUADRANTS, Row, narrowed
from lsn_data.topics.swot.exhibits import filters_told, narrowed_by
from lsn_data.topics.swot.stops import ORDER, Stop, columns
from lsn_data.topics.swot.stops import Column as Stops

PARTS = ("stage", "source", "target", "value", "end", "source_n", "target_n", "source_at", "target_at")


def flow(store: Store, say: Language, f: Filters) -> Exhibit | None:
    """The picture, as fine as it can be read: single factors, measures and KPIs, or grouped. None without a factor.

    Filters: theme, evidence, quadrant, factor, measure, kpi; each narrows the ways to those that lead through it.
    """
    whole = swot(store)
    kpis = _kpis(store)
    found = narrowed(narrowed_by(whole, _without(f, "theme")), quadrant=f.get("quadrant"))
    by_theme = _by_theme(kpis)
    ways = through(chains(found, by_theme), f.get("theme"), f.get("measure"), f.get("kpi"), f.get("factor"))
    if not ways:
        return None
    names = {code: say.both(pair(row, "name")) for code, row in kpis.items()}
    chart, links = _chart(ways, columns(ways, names, whole.known, say))
    used = list(dict.fromkeys(one.factor.id for one in ways))
    factors = [one for one in found.factors if one.id in used]
    measures = list({id(one.measure): one.measure for one in ways if one.measure}.values())
    return Exhibit(
        name="swot-flow",
        question=say("How do factors lead through themes and measures to KPIs, and where do they lead nowhere?"),
        message=_message(ways, whole.known, say),
        title=say("From factors of the SWOT through themes and measures to KPIs")
        + filters_told(_without(f, "links"), evidence_names(store, say), say)
        + _told(f, names, measures, say),
        chart=chart,
        table=_table(ways, names, whole.known, say),
        notes=(say("A box shows how many factors lead through it; dashed, where they lead no further."),),
        sources=sources_of(store, factors, measures, say),
        answered=None,
        asked=None,
        say=say,
        method=(_method(say),),
        ways=links,
    )


def _without(f: Filters, name: str) -> Filters:
    """The filters but one. (A theme narrows ways, not factors: an answered one goes through its measure's theme.)"""
    return {key: value for key, value in f.items() if key != name}


def _kpis(store: Store) -> dict[str, Row]:
    """The KPIs in the order of the register, each once."""
    found: dict[str, Row] = {}
    for row in rows(store, "kpi"):
        found.setdefault(row["kpi"], row)
    return found


def _by_theme(kpis: Mapping[str, Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, row in kpis.items():
        if row["theme"]:
            found.setdefault(row["theme"], []).append(code)
    return found


def _chart(ways: Sequence[Chain], stops: Sequence[Stops]) -> tuple[Chart, dict[tuple[int, str], Way]]:
    """A row for each pair of boxes that ways join, with what flows between them."""
    flows: dict[tuple[int, Stop, Stop], float] = {}
    reached: dict[tuple[int, str], set[str]] = {}
    for one in ways:
        halts = [column.stop(one) for column in stops]
        for stage, halt in enumerate(halts, start=1):
            if halt:
                reached.setdefault((stage, halt.label), set()).add(one.factor.id)
        for stage, (here, there) in enumerate(pairwise(halts), start=1):
            if here and there:
                flows[stage, here, there] = flows.get((stage, here, there), 0.0) + one.part
    drawn: list[tuple[Value, ...]] = []
    links: dict[tuple[int, str], Way] = {}
    for (stage, here, there), value in flows.items():
        links |= {(len(drawn), part): halt.way for part, halt in (("source", here), ("target", there)) if halt.way}
        figures = (len(reached[stage, here.label]), len(reached[stage + 1, there.label]))
        drawn.append((stage, here.label, there.label, value, int(there.end), *figures, here.at, there.at))
    heads = tuple(Column(key, key, "text" if key in ("source", "target") else "number") for key in PARTS)
    return Chart("flow", Table(heads, tuple(drawn)), {key: key for key in PARTS}), links


def _table(ways: Sequence[Chain], kpis: Mapping[str, str], known: bool, say: Language) -> Table:
    """A row for each theme: how many factors lead to it, how many end there, through which measures, to which KPIs."""
    cells: dict[str | None, list[Chain]] = {}
    for one in ways:
        cells.setdefault(one.theme, []).append(one)
    end = say("Without a measure") if known else say("Measure not known yet")
    heads = (
        Column("theme", say("Theme")),
        *(Column(quadrant, words.plural_of(quadrant, say), "count") for quadrant in QUADRANTS),
        Column("end", end, "count"),
        Column("measures", say("Measures"), "count"),
        Column("codes", say("Codes"), "prose", under="measures"),
        Column("kpis", say("KPIs"), "prose"),
    )
    order = sorted(cells, key=lambda theme: ORDER.get(theme or "", len(ORDER)))
    return Table(heads, tuple(_line(theme, cells[theme], kpis, say) for theme in order))


def _line(theme: str | None, ways: Sequence[Chain], kpis: Mapping[str, str], say: Language) -> tuple[Value, ...]:
    """Each factor counts once."""
    return (
        words.theme_name(theme, say),
        *(len({one.factor.id for one in ways if one.factor.quadrant == quadrant}) for quadrant in QUADRANTS),
        len({one.factor.id for one in ways if one.measure is None}),
        len({id(one.measure) for one in ways if one.measure}),
        _codes(ways, say) or None,
        "; ".join(dict.fromkeys(kpis[one.kpi] for one in ways if one.kpi)) or "–",
    )


def _codes(ways: Sequence[Chain], say: Language) -> str:
    return ", ".join(sorted({words.code_of(one.measure, say) for one in ways if one.measure}))


def _message(ways: Sequence[Chain], known: bool, say: Language) -> str:
    """How many factors lead to a KPI, and how many lead nowhere."""
    every = {one.factor.id for one in ways}
    arrived = {one.factor.id for one in ways if one.kpi}
    if not known:
        n = len(every)
        return say.plural(
            "{n} factor leads to a theme; no measure names a factor yet, so the ways end there",
            "{n} factors lead to themes; no measure names a factor yet, so the ways end there", n,
        )  # fmt: skip
    if len(arrived) == len(every):
        return say.plural(
            "The factor leads through a measure to a KPI", "All {n} factors lead through a measure to a KPI", len(every)
        )
    if not arrived:
        return say.plural("The factor leads to no KPI", "None of the {n} factors leads to a KPI", len(every))
    if len(arrived) == 1:
        return say("1 of {all} factors leads to a KPI, the others end before", all=len(every))
    left = len(every) - len(arrived)
    return say.plural(
        "{arrived} of {all} factors lead to a KPI, {n} ends before",
        "{arrived} of {all} factors lead to a KPI, {n} end before",
        left, arrived=len(arrived), all=len(every),
    )  # fmt: skip


def _told(f: Filters, kpis: Mapping[str, str], measures: Sequence[Row], say: Language) -> str:
    """What the picture was narrowed to, as words behind its title."""
    parts = []
    if f.get("quadrant") in QUADRANTS:
        parts.append(words.plural_of(f["quadrant"], say))
    if f.get("factor"):
        parts.append(say("one factor"))
    if f.get("measure") and measures:
        parts.append(say("measure {name}", name=words.code_of(measures[0], say)))
    if f.get("kpi") in kpis:
        parts.append(say("KPI “{name}”", name=kpis[f["kpi"]]))
    return "".join(f" · {part}" for part in parts)


def _method(say: Language) -> Method:
    return Method(
        say("Flow"),
        say(
            "Each factor is worth one. It goes on to the theme of each measure that answers it and to the KPIs of that "
            "theme, in equal parts; without a measure it goes to its own themes and ends there."
        ),
    )
