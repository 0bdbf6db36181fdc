"""How large are other clusters, and how many do they reach? One bar a cluster, ours marked."""

from __future__ import annotations

from lsn_data.exhibit import Chart, Column, Difference, Exhibit, Method, Source, Table
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.drawn import Filters
from lsn_data.topics.peers.answer import KIND, figures, measures, own_rows, place_told, used_rows
from lsn_data.topics.peers.compute import FOLLOWERS, MEMBERS, STAFF, Compared, Figure, compared, is_social
from lsn_data.topics.registers.values import with_unit
from lsn_data.topics.strategy.answer import sources

MOST_TOLD, MOST_BARS = 4, 20


def size(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """A measure of size (`measure`; else the one of most clusters); None where no other cluster is known."""
    return _bars(store, say, "peers-size", filters.get("measure"), measures(store)[0])


def social(store: Store, say: Language, filters: Filters) -> Exhibit | None:
    """A measure of social media (`channel`; else the one of most clusters); None where none is known."""
    return _bars(store, say, "peers-social", filters.get("channel"), measures(store)[1])


def measure_label(measure: str, say: Language) -> str:
    """What a measure is called; one that is not well known keeps its words."""
    names = {MEMBERS: say("Members"), STAFF: say("Staff"), FOLLOWERS: say("Followers")}
    return names.get(measure) or measure[:1].upper() + measure[1:]


def _bars(store: Store, say: Language, name: str, asked: str | None, known: tuple[str, ...]) -> Exhibit | None:
    measure = asked if asked in known else next(iter(known), None)
    found = compared(figures(store, measure), measure) if measure else None
    if found is None or measure is None:
        return None
    label = measure_label(measure, say)
    table = Table(
        (
            Column("organisation", say("Cluster")),
            Column("value", f"{label}, {found.unit}" if found.unit else label, "count" if _whole(found) else "number"),
            Column("place", say("Place"), "count"),
            Column("ours", say("To be looked at"), "count"),
        ),
        tuple(
            (one.organisation, one.value, found.place_of(one), 1 if one.own else None)
            for at, one in enumerate(found.figures)
            if at < MOST_BARS or one.own
        ),
    )
    parts = {"label": "organisation", "share": "value", "beside0": "value", "leading": "ours"}
    shown = Table(table.columns[:3], tuple(row[:3] for row in table.rows))
    return Exhibit(
        name,
        say("How many does each cluster reach?") if is_social(measure) else say("How large is each cluster?"),
        _message(found, label, say),
        say("{measure} by cluster, {period}", measure=label, period=found.period or say("undated")),
        Chart("shares", table, parts, axis=label, difference=_behind(found, say)),
        shown,
        _notes(store, found, measure, say),
        _sources(store, found, measure, say),
        None,
        None,
        say,
        method=(_method(say),),
    )


def _whole(found: Compared) -> bool:
    return all(float(one.value).is_integer() for one in found.figures)


def _message(found: Compared, label: str, say: Language) -> str:
    """Where we stand, and who leads; without a figure of ours only who leads."""
    first, count = found.figures[0], len(found.figures)
    told = with_unit(first.value, found.unit or None, say)
    if found.own is None and count == 1:
        return say(
            "{measure}: only {name} names a value of {period}, {value}",
            measure=label, name=first.organisation, value=told, period=found.period,
        )  # fmt: skip
    if found.own is None:
        return say(
            "{measure}: {name} leads {n} clusters with {value}; for LSN no value of {period} is known",
            measure=label, name=first.organisation, n=count, value=told, period=found.period,
        )  # fmt: skip
    ours = with_unit(found.own.value, found.unit or None, say)
    if count == 1:
        return say("{measure}: no other cluster names a value of {period}", measure=label, period=found.period)
    if found.place == 1:
        return say("{measure}: LSN comes first of {n} clusters with {value}", measure=label, n=count, value=ours)
    return say(
        "{measure}: LSN holds place {place} of {n} clusters with {value}; {name} leads with {most}",
        measure=label, place=found.place, n=count, value=ours, name=first.organisation, most=told,
    )  # fmt: skip


def _behind(found: Compared, say: Language) -> Difference | None:
    """How far we are behind the one that leads, where the finding names both."""
    ours = next((at for at, one in enumerate(found.figures) if one.own), None)
    if not ours or found.own is None or found.place == 1:
        return None
    gap = with_unit(found.figures[0].value - found.own.value, found.unit or None, say)
    return Difference(min(ours, MOST_BARS), 0, say("{gap} behind", gap=gap))


def _notes(store: Store, found: Compared, measure: str, say: Language) -> tuple[str, ...]:
    """Who could not be shown, and how the place agrees with the KPI."""
    told = []
    if len(found.figures) > MOST_BARS:
        told.append(say("The {n} largest clusters and LSN, of {all}.", n=MOST_BARS, all=say.number(len(found.figures))))
    if found.elsewhere:
        named = [_elsewhere(one, say) for one in found.elsewhere[:MOST_TOLD]]
        more = len(found.elsewhere) - len(named)
        named += [say.plural("{n} more", "{n} more", more)] if more else []
        told.append(say("Not in this comparison: {names}.", names="; ".join(named)))
    if measure == FOLLOWERS and found.place:
        kpi_says = place_told(store, found.period)
        if kpi_says is not None and kpi_says != found.place:
            told.append(
                say(
                    "The KPI names place {kpi} for {period}: it may count other clusters.",
                    kpi=say.number(kpi_says), period=found.period,
                )
            )  # fmt: skip
        elif kpi_says is not None:
            told.append(say("The KPI on social media names the same place for {period}.", period=found.period))
    told.append(say("The clusters count in their own ways: close values tell no order."))
    return tuple(told)


def _elsewhere(one: Figure, say: Language) -> str:
    """An organisation without a figure in this period and unit, with the newest one that it has."""
    value = with_unit(one.value, one.unit or None, say)
    return f"{one.organisation}, {value} ({one.period or say('undated')})"


def _sources(store: Store, found: Compared, measure: str, say: Language) -> tuple[Source, ...]:
    """The register of peers, and where our own figure comes from, if from elsewhere."""
    used = sources(store, KIND, used_rows(store, found.figures), say)
    kind, own = own_rows(store, measure)
    if found.own is None or not kind:
        return used
    return (*used, *sources(store, kind, [row for row in own if row["period"] == found.period], say))


def _method(say: Language) -> Method:
    return Method(
        say("What is compared"),
        say(
            "One measure in one unit and one period: the one that most clusters share, of equal ones the newest. LSN's"
            " own value comes from the register of peers, else from the KPI “Members” or the published number of staff."
        ),
    )
