"""Which KPI reaches its target, and which does not? All of them as small panels, and all of them as one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value, Way
from lsn_data.language import Language
from lsn_data.sheets.choices import LEVELS, THEMES
from lsn_data.store import Store, demo_shown, register_rows
from lsn_data.topics.kpis import drawing, method, wording
from lsn_data.topics.kpis.answer import Kpi, kpis, rating_word
from lsn_data.topics.kpis.names import figure, period_said, short, with_unit

PAGE = "kpis"
MOST_TOLD = 3
_THEMES = [choice.code for choice in THEMES]


def panels(
    store: Store, say: Language, theme: str | None = None, level: str | None = None, by_theme: bool = False
) -> Exhibit | None:
    """All KPIs (of a theme, of a level) as small panels; None where there are none.

    Outcomes before impacts, or by theme, each with its theme's name.
    """
    found = _chosen(store, theme, level)
    if by_theme:
        found = sorted(found, key=lambda one: _THEMES.index(one.theme) if one.theme in _THEMES else len(_THEMES))
    if not found:
        return None
    told = stories_by_kpi(store)
    shown = [
        (drawing.texts(one, wording.sentence(one, told[one.code], say), wording.late(one, say), say,
                       "" if by_theme else _section(one, say), _theme(one, say) if by_theme else ""),
         drawing.marks(one, say))
        for one in found
    ]  # fmt: skip
    chart = drawing.chart(shown)
    return Exhibit(
        name="kpis",
        question=say("Which KPIs will reach their targets?"),
        message=wording.finding(found, say),
        title=_title(found, theme, say, by_theme),
        chart=chart,
        table=drawing.values_table(found, say),
        notes=_notes(found, say),
        sources=drawing.sources_of(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=method.of_all(say),
        ways=_ways(chart, found),
    )


def stories_by_kpi(store: Store) -> Counter[str]:
    """How many success stories are told for each KPI."""
    return Counter(row["kpi"] for row in register_rows(store, "stories", demo_shown(store)) if row["kpi"])


def _chosen(store: Store, theme: str | None, level: str | None) -> list[Kpi]:
    """Outcomes first, each in the order of the themes."""
    found = [one for one in kpis(store) if theme in (None, one.theme) and level in (None, _level(one))]
    return sorted(found, key=lambda one: not one.is_outcome)


def _level(one: Kpi) -> str:
    return "outcome" if one.is_outcome else "impact"


def level_name(code: str, say: Language) -> str:
    """What a level is called."""
    return next(say.both(choice.label) for choice in LEVELS if choice.code == code)


def _section(one: Kpi, say: Language) -> str:
    if one.is_outcome:
        return f"{level_name('outcome', say)}\n{say('rated against the target')}"
    return f"{level_name('impact', say)}\n{say('long-term effects to which LSN contributes; told, not scored')}"


def _theme(one: Kpi, say: Language) -> str:
    return next((say.both(choice.label) for choice in THEMES if choice.code == one.theme), "")


def _title(found: Sequence[Kpi], theme: str | None, say: Language, by_theme: bool = False) -> str:
    everything = say("by theme") if by_theme else say("all themes")
    of = next((say.both(choice.label) for choice in THEMES if choice.code == theme), everything)
    newest = max((one.newest.period.end.year for one in found if one.newest), default=None)
    if newest is None:
        return say("KPIs of LSN 2030, {themes}; no values yet", themes=of)
    return say(
        "KPIs of LSN 2030, {themes}, values to {year} and targets; each KPI has its own unit, bars start at zero",
        themes=of,
        year=newest,
    )


def _notes(found: Sequence[Kpi], say: Language) -> tuple[str, ...]:
    """What every reader needs: how the outlook is meant, which values were counted, which are missing."""
    notes = []
    if any(one.band for one in found):
        notes.append(
            say(
                "Outlook: if things go on as before, 95%; drawn for outcomes with a target and at least five values. "
                "The arrow rates the path to the target, not the last change."
            )
        )
    counted = [one for one in found if any(value.origin == "computed" for value in one.line)]
    if counted:
        notes.append(say("“Counted” values follow from the registers, since the KPI sheet holds none."))
    elif any(one.computed and one.line for one in found):
        notes.append(say("Values of the KPI sheet stand; what the registers give stands beside them in each KPI."))
    overdue = [one for one in found if one.stale and one.stale.newest]
    if overdue:
        notes.append(say("Missing values are for the office to enter or upload."))
    return tuple(notes)


def _ways(chart: Chart, found: Sequence[Kpi]) -> dict[tuple[int, str], Way]:
    """Each panel leads to the KPI alone."""
    ways: dict[tuple[int, str], Way] = {}
    sections = chart.part("section")
    starts = [row for row, section in enumerate(sections) if section is not None]
    for row, one in zip(starts, found, strict=True):
        ways[row, ""] = _way(one)
    return ways


def _way(one: Kpi) -> Way:
    return Way(PAGE, (("kpi", one.code),))


def table(store: Store, say: Language, theme: str | None = None, level: str | None = None) -> Exhibit | None:
    """All KPIs in one table: newest value, target, rating, outlook, and what is to be done."""
    found = _chosen(store, theme, level)
    if not found:
        return None
    return Exhibit(
        name="kpis-table",
        question=say("How does each KPI stand, and what is to be done?"),
        message=_to_do(found, say),
        title=_title(found, theme, say),
        chart=Chart("table", Table((), tuple(() for _ in found))),
        table=Table(_columns(say), tuple(_row(one, say) for one in found)),
        notes=tuple(f"{short(one, say)}: {todo}" for one in found if (todo := to_do(one, say)))[:MOST_TOLD],
        sources=drawing.sources_of(store, found, say),
        answered=None,
        asked=None,
        say=say,
        method=method.of_all(say)[:3],
        ways={(at, "kpi"): _way(one) for at, one in enumerate(found)},
    )


def _columns(say: Language) -> tuple[Column, ...]:
    return (
        Column("kpi", say("KPI")),
        Column("theme", say("Theme"), "prose", under="kpi"),
        Column("todo", say("To do"), "prose", under="kpi"),
        Column("newest", say("Newest value")),
        Column("target", say("Target")),
        Column("rating", say("Rating")),
        Column("since", say("Since"), under="rating"),
        Column("outlook", say("Outlook, 95%")),
        Column("chance", say("Chance of the target"), under="outlook"),
    )


def _row(one: Kpi, say: Language) -> tuple[Value, ...]:
    themes = {choice.code: say.both(choice.label) for choice in THEMES}
    newest, target, band = one.newest, one.target, one.band
    chance = band.chance if band else None
    return (
        short(one, say),
        themes.get(one.theme, one.theme),
        to_do(one, say) or None,
        f"{with_unit(one, newest.value, say)} ({period_said(newest.period)})" if newest else None,
        wording.aim_of(one, target, say) if target else None,
        rating_word(one.rating, say),
        say.date(one.since) if one.since and one.rating != "too few points" else None,
        f"{figure(one, band.low, say)}–{figure(one, band.high, say)}" if band else None,
        wording.chance_range(chance, say) if chance else None,
    )


def overdue(one: Kpi, say: Language) -> str:
    """Which value is missing, and who brings it; empty where none is."""
    late = wording.sentence_case(wording.late(one, say))
    return f"{late} {wording.next_step(one, say)}" if late else ""


def to_do(one: Kpi, say: Language) -> str:
    """What somebody has to do so that the KPI can be told and rated; empty where nothing is missing."""
    steps = [overdue(one, say)] if overdue(one, say) else []
    if not one.line:
        steps.append(wording.next_step(one, say))
    if one.rating == "no target":
        steps.append(say("The board sets a target."))
    return " ".join(steps)


def _to_do(found: Sequence[Kpi], say: Language) -> str:
    """How many KPIs lack a value or a target."""
    bare = sum(1 for one in found if not one.line)
    overdue = sum(1 for one in found if one.stale and one.stale.newest)
    aimless = sum(1 for one in found if one.rating == "no target")
    parts = []
    if bare:
        parts.append(say.plural("{n} KPI has no values", "{n} KPIs have no values", bare))
    if overdue:
        parts.append(say.plural("the newest value of {n} KPI is missing", "the newest values of {n} KPIs are missing",
                                overdue))  # fmt: skip
    if aimless:
        parts.append(say.plural("{n} outcome KPI has no target", "{n} outcome KPIs have no target", aimless))
    if not parts:
        return say("Every KPI has its newest value, every outcome KPI has a target")
    said = say.listing(parts)
    return said[0].upper() + said[1:]
