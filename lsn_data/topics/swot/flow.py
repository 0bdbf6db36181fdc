"""How do factors lead through themes and measures to KPIs, and where do they lead nowhere? The flow as an exhibit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Table, Value, Way
from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.strategy.answer import rows
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.swot import words
from lsn_data.topics.swot.answer import evidence_names, sources_of, swot
from lsn_data.topics.swot.chains import Chain, chains, through
from lsn_data.topics.swot.compute import QUADRANTS, Row, narrowed
from lsn_data.topics.swot.exhibits import filters_told, narrowed_by

MOST_BOXES = 25
COLUMNS = ("stage", "source", "target", "value", "end", "source_n", "target_n", "source_at", "target_at")
ORDER = {choice.code: at for at, choice in enumerate(THEMES)}


@dataclass(frozen=True)
class Stop:
    """Where a way stops in a column: its text, its place there, where a click leads, whether the way ends early."""

    label: str
    at: float
    way: Way | None = None
    end: bool = False


Stops = Callable[[Chain], Stop | None]


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
    stops = _stops(ways, names, whole.known, say)
    chart, links = _chart(ways, stops)
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


def _stops(ways: Sequence[Chain], kpis: Mapping[str, str], known: bool, say: Language) -> tuple[Stops, ...]:
    """The four columns: single where all boxes together stay readable, grouped from the left-most fine one on."""
    fine: tuple[Stops, ...] = (_factor(say), _theme(say), _measure(say, known), _kpi(kpis, say))
    for coarse in ((), (2,), (2, 3), (0, 2, 3)):
        chosen = tuple(_grouped(at, known, say) if at in coarse else one for at, one in enumerate(fine))
        if sum(len({stop.label for one in ways if (stop := column(one))}) for column in chosen) <= MOST_BOXES:
            return chosen
    return chosen


def _factor(say: Language) -> Stops:
    def stop(one: Chain) -> Stop:
        at = QUADRANTS.index(one.factor.quadrant) * 1000 - (one.factor.votes or 0) / 1000
        return Stop(words.text_of(one.factor, say), at, Way("", (("factor", one.factor.id),)))

    return stop


def _theme(say: Language) -> Stops:
    def stop(one: Chain) -> Stop:
        way = Way("", (("theme", one.theme),)) if one.theme else None
        return Stop(words.theme_name(one.theme, say), ORDER.get(one.theme or "", len(ORDER)), way)

    return stop


def _measure(say: Language, known: bool) -> Stops:
    def stop(one: Chain) -> Stop | None:
        if one.measure is None:
            return _no_measure(known, say)
        told = f"{words.code_of(one.measure, say)} {words.title_of(one.measure, say)}"
        return Stop(told, ORDER.get(one.theme or "", len(ORDER)), Way("", (("measure", one.measure["measure"]),)))

    return stop


def _no_measure(known: bool, say: Language) -> Stop:
    return Stop(say("no measure") if known else say("not known yet"), 1000, None, end=True)


def _kpi(kpis: Mapping[str, str], say: Language) -> Stops:
    places = {code: at for at, code in enumerate(kpis)}

    def stop(one: Chain) -> Stop | None:
        if one.measure is None:
            return None
        if one.kpi is None:
            return Stop(say("no KPI"), 1000, None, end=True)
        return Stop(kpis[one.kpi], ORDER.get(one.theme or "", 0) * 1000 + places[one.kpi], Way("", (("kpi", one.kpi),)))

    return stop


def _grouped(column: int, known: bool, say: Language) -> Stops:
    """Factors by quadrant, measures and KPIs by theme."""

    def quadrant(one: Chain) -> Stop:
        name, at = words.plural_of(one.factor.quadrant, say), QUADRANTS.index(one.factor.quadrant)
        return Stop(name, at, Way("", (("quadrant", one.factor.quadrant),)))

    def measures(one: Chain) -> Stop | None:
        if one.measure is None:
            return _no_measure(known, say)
        return _of_theme(say("Measures: {theme}", theme=words.theme_name(one.theme, say)), one.theme)

    def kpis(one: Chain) -> Stop | None:
        if one.measure is None:
            return None
        if one.kpi is None:
            return Stop(say("no KPI"), 1000, None, end=True)
        return _of_theme(say("KPIs: {theme}", theme=words.theme_name(one.theme, say)), one.theme)

    return {0: quadrant, 2: measures, 3: kpis}[column]


def _of_theme(label: str, theme: str | None) -> Stop:
    return Stop(label, ORDER.get(theme or "", len(ORDER)), Way("", (("theme", theme),)) if theme else None)


def _chart(ways: Sequence[Chain], stops: Sequence[Stops]) -> tuple[Chart, dict[tuple[int, str], Way]]:
    """A row for each pair of boxes that ways join, with what flows between them."""
    flows: dict[tuple[int, Stop, Stop], float] = {}
    reached: dict[tuple[int, str], set[str]] = {}
    for one in ways:
        halts = [stop(one) for stop in stops]
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
    table = Table(
        tuple(Column(key, key, "text" if key in ("source", "target") else "number") for key in COLUMNS), tuple(drawn)
    )
    return Chart("flow", table, {key: key for key in COLUMNS}), links


def _table(ways: Sequence[Chain], kpis: Mapping[str, str], known: bool, say: Language) -> Table:
    """A row for each theme: how many factors lead to it, how many end there, through which measures, to which KPIs."""
    cells: dict[str | None, list[Chain]] = {}
    for one in ways:
        cells.setdefault(one.theme, []).append(one)
    end = say("Without a measure") if known else say("Measure not known yet")
    columns = (
        Column("theme", say("Theme")),
        *(Column(quadrant, words.plural_of(quadrant, say), "count") for quadrant in QUADRANTS),
        Column("end", end, "count"),
        Column("measures", say("Measures"), "count"),
        Column("codes", say("Codes"), "prose", under="measures"),
        Column("kpis", say("KPIs"), "prose"),
    )
    order = sorted(cells, key=lambda theme: ORDER.get(theme or "", len(ORDER)))
    return Table(columns, tuple(_line(theme, cells[theme], kpis, say) for theme in order))


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
