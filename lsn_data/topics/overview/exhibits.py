"""How does each theme stand? The overview as an exhibit: one row a theme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Holds, Method, Source, Table, Value, Way
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.kpis.answer import rating_word
from lsn_data.topics.kpis.names import short
from lsn_data.topics.overview.answer import Overview, ThemeRow, doubts, overview
from lsn_data.topics.overview.balance_exhibit import shares_said, verdict_word
from lsn_data.topics.priorities.answer import item_labels
from lsn_data.topics.priorities.asked_adopted import asked_and_adopted
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.verdict import verdict
from lsn_data.topics.priorities.wording import inside, listed, listed_inside
from lsn_data.topics.registers.values import with_unit
from lsn_data.topics.strategy.answer import sources, strategy_rows, theme_names
from lsn_data.topics.strategy.compute import pair

FEW = 3


def by_theme(store: Store, say: Language, wave: str | None = None) -> Exhibit:
    """Goal, place among the members, KPIs, measures and projects of each theme. Raises Refused."""
    found = overview(store, wave)
    labels = item_labels(store, found.wave, say, short=True) if found.wave else {}
    table = Table(_columns(found, say), tuple(_row(found, one, labels, say) for one in found.rows))
    return Exhibit(
        name="overview",
        question=say("How does each theme of the strategy stand?"),
        message=_message(found, labels, say),
        title=_title(found, say),
        chart=_chart(found),
        table=table,
        notes=_notes(found, labels, say),
        sources=_sources(store, found, say),
        answered=found.found.ranked if found.found else None,
        asked=found.found.asked if found.found else None,
        say=say,
        method=_method(say),
        ways=_ways(found),
    )


def _columns(found: Overview, say: Language) -> tuple[Column, ...]:
    return (
        Column("theme", say("Theme")),
        Column("place", say("Place among the members, 1 to {n}", n=found.scale), "place"),
        Column("range", say("Plausible places"), under="place"),
        Column("kpi", say("Lead KPI"), "prose"),
        Column("newest", say("Newest value"), under="kpi"),
        Column("target", say("Target"), "prose", under="kpi"),
        Column("rating", say("Path to the target"), under="kpi"),
        Column("measures", say("Measures"), "count"),
        Column("principles", _letters_named(found, say), "prose", under="measures"),
        Column("projects", say("Projects"), "count"),
        Column("swot", say("SWOT points with a measure")),
        Column("balance", say("Voice and effort")),
        Column("shares", say("Voice to effort"), "prose", under="balance"),
    )


def _row(found: Overview, one: ThemeRow, labels: dict[str, str], say: Language) -> tuple[Value, ...]:
    place, range_said = one.standing.place if one.standing else None, _range(found, one, say)
    if one.theme is None:
        gap = say("asked, but no theme of the strategy")
        return (labels[one.item or ""], place, range_said, gap, *(None,) * 9)
    return (
        theme_names(found.frame, say, short=True)[one.theme],
        place,
        range_said,
        *_lead(one, say),
        len(one.measures),
        _letters(found, one, say),
        len(one.projects),
        _covered(one, say),
        verdict_word(one.balance.verdict, say) if one.balance.verdict else None,
        shares_said(one.balance, say) or None,
    )


def _lead(one: ThemeRow, say: Language) -> tuple[str, str | None, str | None, str | None]:
    """The theme's lead KPI: its name, its newest value, its target, its rating."""
    lead = one.lead
    if lead is None:
        return say("no KPI"), None, None, None
    if lead.newest is None:
        return short(lead, say), say("no values yet"), None, None
    value = f"{with_unit(lead.newest.value, lead.unit, say)} ({lead.newest.period.text})"
    target = say("target {target}", target=with_unit(lead.target.value, lead.unit, say)) if lead.target else None
    return short(lead, say), value, target, rating_word(lead.rating, say)


def _covered(one: ThemeRow, say: Language) -> str | None:
    """`3 of 6`: of its risks, weaknesses and opportunities; without links, how many there are."""
    if not one.factors:
        return None
    if one.answered is None:
        return say.plural("{n} point", "{n} points", one.factors)
    return say("{n} of {all}", n=one.answered, all=one.factors)


def _range(found: Overview, one: ThemeRow, say: Language) -> str:
    """`plausible 1–2`, or why there is no range."""
    if one.standing is None:
        no_survey = found.found is None and not found.used["context"]
        return say("no survey yet") if no_survey else say("not published") if found.found is None else say("not asked")
    if one.standing.published:
        return say("as published")
    if one.standing.low == one.standing.high:
        return say("plausible {place} only", place=one.standing.low)
    return say("plausible {low}–{high}", low=one.standing.low, high=one.standing.high)


def _letters(found: Overview, one: ThemeRow, say: Language) -> str:
    """`N 1  I 2  P 3`: how many measures serve each principle, by its first letter in the reader's language."""
    counts = [sum(row["code"] in measure["principles"] for measure in one.measures) for row in found.frame.principles]
    letters = _letters_named(found, say).split()
    return "\u00a0\u00a0".join(f"{letter}\u00a0{count}" for letter, count in zip(letters, counts, strict=True))


def _letters_named(found: Overview, say: Language) -> str:
    return " ".join(say.both(pair(row, "name"))[:1] for row in found.frame.principles)


MARKS: tuple[tuple[str, Holds], ...] = (
    ("place", "place"), ("low", "place"), ("high", "place"), ("hollow", "yes"), ("group", "count"),
    ("kpi", "text"), ("swot", "count"), ("of", "count"), ("balance", "share"), ("voice-low", "share"),
    ("voice-high", "share"), ("effort", "share"),
)  # fmt: skip
PARTS = {
    **{name: name for name in ("place", "low", "high", "hollow", "group", "of", "effort")},
    "course": "kpi", "filled": "swot", "voice": "balance", "voice low": "voice-low", "voice high": "voice-high",
}  # fmt: skip


def _chart(found: Overview) -> Chart:
    """What the page draws in the rows: places, courses, squares, shares; a stronger line where a group ends."""
    columns = tuple(Column(name, name, holds) for name, holds in MARKS)
    return Chart("table", Table(columns, tuple(_marks(one) for one in found.rows)), PARTS, scale=found.scale)


def _marks(one: ThemeRow) -> tuple[Value, ...]:
    standing, voice, lead = one.standing, one.balance.voice, one.lead
    known = voice and one.balance.effort is not None
    return (
        standing.place if standing else None,
        standing.low if standing else None,
        standing.high if standing else None,
        int(one.theme is None),
        standing.tier if standing and one.theme else 0,
        " ".join(f"{value.value:g}" for value in lead.line) if lead else None,
        one.answered,
        one.factors if one.answered is not None else None,
        *((voice.share, voice.low, voice.high, one.balance.effort) if voice and known else (None,) * 4),
    )


def _ways(found: Overview) -> dict[tuple[int, str], Way]:
    """Each figure leads to its page, with the theme chosen there."""
    ways: dict[tuple[int, str], Way] = {}
    for at, one in enumerate(found.rows):
        if found.found:
            ways[at, "range"] = Way("priorities")
        if one.theme is None:
            continue
        theme = (("theme", one.theme),)
        if one.lead:
            ways[at, "kpi"] = Way("kpis", (("kpi", one.lead.code),))
        for key in ("measures", "projects", "swot"):
            ways[at, key] = Way(key, theme)
    return ways


def _message(found: Overview, labels: dict[str, str], say: Language) -> str:
    """Who leads and whether it is a theme; without a survey, what the strategy has and what is not measured yet."""
    if found.found is None:
        return _known_message(found, say)
    first = found.found.tiers[0]
    beyond = [one.item for one in found.rows if one.theme is None and one.item in first]
    if not beyond or len(found.found.tiers) == 1 or len(first) > FEW:
        return verdict(found.found, labels, say)
    if len(first) == 1:
        return say("{theme} comes first for the members, but is no theme of the strategy", theme=labels[first[0]])
    if len(beyond) == len(first):
        return say(
            "{themes} lead for the members, but are no themes of the strategy", themes=listed(first, labels, say)
        )
    told = {"themes": listed(first, labels, say), "items": listed_inside([item or "" for item in beyond], labels, say)}
    if len(beyond) == 1:
        return say("{themes} lead for the members; {items} is no theme of the strategy", **told)
    return say("{themes} lead for the members; not among the themes of the strategy: {items}", **told)


def _known_message(found: Overview, say: Language) -> str:
    kpis = [kpi for one in found.themes for kpi in one.kpis]
    told = sum(kpi.newest is not None for kpi in kpis)
    bare = sum(not one.measures for one in found.themes)
    values = say.plural("{n} of {all} KPIs has values", "{n} of {all} KPIs have values", told, all=len(kpis))
    if bare:
        return say.plural(
            "{n} theme has no measure; {values}", "{n} themes have no measure; {values}", bare, values=values
        )
    return say("Each of the {n} themes has measures; {values}", n=len(found.themes), values=values)


def _title(found: Overview, say: Language) -> str:
    survey = (
        say("member survey {wave}", wave=found.wave.wave)
        if found.wave
        else say("places as published")
        if found.used["context"]
        else say("no survey yet")
    )
    return say("{n} strategic themes of LSN 2030 · {survey}", n=len(found.themes), survey=survey)


def _notes(found: Overview, labels: dict[str, str], say: Language) -> tuple[str, ...]:
    principles = say.listing([say.both(pair(row, "name")) for row in found.frame.principles])
    notes = [
        say("{letters} = {principles}.", letters=_letters_named(found, say), principles=principles),
        say("Measures are the strategic ones. A project counts at each of its themes."),
    ]
    details = sum(one.details for one in found.rows)
    if details:
        told = say.plural("{n} detailed measure stands under them.", "{n} detailed measures stand under them.", details)
        notes.append(told)
    asked = asked_and_adopted({inside(one.item, labels, say): one.theme for one in found.rows if one.item}, say)
    if asked:
        notes.insert(0, asked)
    if found.found:
        notes.insert(0, say("Place: dot = rank among the {n} items asked, bar = plausible places.", n=found.scale))
    if any(one.standing and one.standing.published for one in found.rows):
        notes.append(say("Published places have no range."))
    inferred = [say.both(pair(row, "name")) for row in doubts(found)]
    return (*notes, *(f"{name}." for name in inferred))


def _method(say: Language) -> tuple[Method, ...]:
    return (
        Method(
            say("Lead KPI"),
            say(
                "The first outcome KPI of the theme that can be rated; else the first one with values. The line shows"
                " its direction only; the page of the KPIs shows all."
            ),
        ),
        Method(
            say("SWOT points with a measure"),
            say("The risks, weaknesses and opportunities of the theme, and how many of them a measure answers."),
        ),
        Method(
            say("Voice and effort"),
            say(
                "Dot: share of the mentions among the first three places, with its range. Box: share of the measures"
                " and projects that run or are planned."
            ),
        ),
    )


def _sources(store: Store, found: Overview, say: Language) -> tuple[Source, ...]:
    registers = [
        source
        for kind in ("kpi", "measures", "projects", "swot", "context")
        for source in sources(store, kind, found.used[kind], say)
    ]
    strategy = sources(store, "strategy", strategy_rows(store, found.frame.code), say)
    survey = (survey_source(found.wave, say),) if found.wave else ()
    return (*survey, *strategy, *_invented_as_one(registers, say))


def _invented_as_one(found: Sequence[Source], say: Language) -> list[Source]:
    """The sources, those of the demo that stand for one day as one: the foot stays short."""
    kept = [source for source in found if source.origin != "demo"]
    by_day: dict[dt.date | None, list[Source]] = {}
    for source in found:
        if source.origin == "demo":
            by_day.setdefault(source.as_of, []).append(source)
    for day, group in by_day.items():
        what = say.listing([source.what for source in group])
        imports = ", ".join(source.import_id for source in group)
        kept.append(Source(say("{register}, invented", register=what), imports, day, "demo", what))
    return kept
