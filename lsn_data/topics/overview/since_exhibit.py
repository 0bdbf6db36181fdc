"""What has changed since a day? As an exhibit: one row an area in which something happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Method, Source, Table, Way
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store
from lsn_data.topics.naming import first_of
from lsn_data.topics.overview.freshness import kept, name
from lsn_data.topics.overview.since import Area, KpiMove, Since, since
from lsn_data.topics.registers.values import newest
from lsn_data.topics.strategy.compute import pair

Line = tuple[Area, str]
PAGES: dict[Area, str] = {
    "survey": "survey", "members": "members", "kpi": "kpis", "measures": "measures", "projects": "projects",
    "stories": "projects", "partnerships": "explore", "workshops": "workshops",
}  # fmt: skip
MOST_NAMES = 4
USUAL_DAYS = 183


def changes_since(store: Store, say: Language, day: str | None = None, today: dt.date | None = None) -> Exhibit:
    """What happened after a day (`2026-05-22`; without one, after the day half a year ago)."""
    now = today or dt.date.today()
    found = since(store, day_of(day, now), now)
    lines = list(_lines(found, say))
    table = Table(
        (Column("area", say("Area")), Column("happened", say("What happened"), "prose")),
        tuple((_area(area, say), said) for area, said in lines),
    )
    return Exhibit(
        name="changes-since",
        question=say("What has changed since a day?"),
        message=_message(found, lines, say),
        title=say("Events from {first} to {last}", first=say.date(found.day), last=say.date(now)),
        chart=Chart("table", Table((), ())),
        table=table,
        notes=(say("Told by the days in the registers; what names no day is not found here."),),
        sources=_sources(store, say),
        answered=None,
        asked=None,
        say=say,
        method=(
            Method(
                say("What counts"),
                say(
                    "Members by the day they joined or left; projects and partnerships by start and end; KPI values by"
                    " the day they were published; survey waves and measures by the day of their file; stories and"
                    " workshops by their date. A month or a year without a day counts from its first day, as an end"
                    " from its last."
                ),
            ),
        ),
        ways={(at, "area"): Way(PAGES[area]) for at, (area, _) in enumerate(lines)},
    )


def day_of(given: str | None, today: dt.date) -> dt.date:
    """The day that a link tells; half a year ago where it tells none, or one to come.

    >>> day_of("2026-05-01", dt.date(2026, 11, 22)), day_of("soon", dt.date(2026, 11, 22))
    (datetime.date(2026, 5, 1), datetime.date(2026, 5, 23))
    """
    try:
        day = dt.date.fromisoformat(given or "")
    except ValueError:
        day = today
    return day if day < today else today - dt.timedelta(days=USUAL_DAYS)


def _lines(found: Since, say: Language) -> Iterable[Line]:
    for wave in found.waves:
        yield "survey", say("Member survey {wave}: {n} answers", wave=wave.wave, n=say.number(wave.rows_kept))
    if found.joined or found.left:
        yield "members", _members(found, say)
    for move in found.kpis:
        yield "kpi", _kpi(move, say)
    if found.steps:
        yield "measures", _measures(found, say)
    yield from _named("projects", found, say)
    for story in found.stories:
        yield "stories", say.both(pair(story, "title"))
    yield from _named("partnerships", found, say)
    if found.workshops:
        yield "workshops", first_of(found.workshops, MOST_NAMES, MOST_NAMES, say)


def _members(found: Since, say: Language) -> str:
    before, after = (say.number(one) for one in found.members)
    told = {"joined": say.number(len(found.joined)), "left": say.number(len(found.left))}
    if before == after:
        return say("{after} members as before: {joined} joined, {left} left", after=after, **told)
    return say("{before} → {after} members: {joined} joined, {left} left", before=before, after=after, **told)


def _kpi(move: KpiMove, say: Language) -> str:
    kpi, after = say.both(pair(move.after, "name")) or move.kpi, newest([move.after], say)
    if move.before is None:
        return say("{kpi}: {after}, the first value", kpi=kpi, after=after)
    return f"{kpi}: {newest([move.before], say)} → {after}"


def _measures(found: Since, say: Language) -> str:
    by_kind = {
        kind: len({step.measure["measure"] for step in found.steps if step.what == kind})
        for kind in ("added", "changed", "removed")
    }
    told = [
        say("{n} new", n=by_kind["added"]) if by_kind["added"] else "",
        say("{n} changed", n=by_kind["changed"]) if by_kind["changed"] else "",
        say("{n} dropped from the list", n=by_kind["removed"]) if by_kind["removed"] else "",
    ]
    return say("Measures: {told}", told=", ".join(one for one in told if one))


def _named(area: Area, found: Since, say: Language) -> Iterable[Line]:
    """Projects or partnerships that began, and those that ended."""
    if area == "projects":
        began, ended, label = found.started, found.ended, "project"
    else:
        began, ended, label = found.partners_new, found.partners_gone, "partner"
    if began:
        yield area, say("Started: {names}", names=first_of([row[label] for row in began], MOST_NAMES, MOST_NAMES, say))
    if ended:
        yield area, say("Ended: {names}", names=first_of([row[label] for row in ended], MOST_NAMES, MOST_NAMES, say))


def _message(found: Since, lines: Sequence[Line], say: Language) -> str:
    """The three things a board asks for first: members, KPI values, projects."""
    day = say.date(found.day)
    if not lines:
        return say("Since {day} nothing has happened that the registers tell", day=day)
    before, after = found.members
    told = [
        say.plural("{n} member more", "{n} members more", after - before) if after > before else "",
        say.plural("{n} member fewer", "{n} members fewer", before - after) if after < before else "",
        say.plural("{n} KPI with a new value", "{n} KPIs with a new value", len(found.kpis)) if found.kpis else "",
        say.plural("{n} project started", "{n} projects started", len(found.started)) if found.started else "",
        say.plural("{n} project ended", "{n} projects ended", len(found.ended)) if found.ended else "",
    ]
    kept_ones = [one for one in told if one]
    if not kept_ones:
        return say.plural("Since {day}: {n} event", "Since {day}: {n} events", len(lines), day=day)
    return say("Since {day}: {told}", day=day, told=say.listing(kept_ones))


def _area(area: Area, say: Language) -> str:
    return name("survey", say) if area == "survey" else say.both(REGISTERS[area].label)


def _sources(store: Store, say: Language) -> tuple[Source, ...]:
    """The registers that tell days, as one for each origin and day."""
    used = [one for one in kept(store) if one.kind in PAGES and one.origin]
    return tuple(
        Source(
            name(one.kind, say),
            "" if one.origin == "published" else one.import_id,
            one.day,
            one.origin,
            name(one.kind, say),
        )
        for one in used
        if one.origin
    )
