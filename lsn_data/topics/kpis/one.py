"""How does one KPI stand, since when do we know, and which rows are behind its counted values?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lsn_data.exhibit import Chart, Column, Difference, Exhibit, Table, Value, Way
from lsn_data.language import Language
from lsn_data.sheets.declared import Field, plain
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Store, demo_shown, register_rows
from lsn_data.topics.kpis import compute, drawing, method, wording
from lsn_data.topics.kpis.answer import Kpi, focus_regions, kpi, kpis, rating_word, registers_of
from lsn_data.topics.kpis.compute import Rating
from lsn_data.topics.kpis.computed import Row, rows_behind, rules
from lsn_data.topics.kpis.exhibits import PAGE, overdue
from lsn_data.topics.kpis.names import distance, figure, full, period_said, unit, with_unit
from lsn_data.topics.strategy.answer import sources

NEEDS_A_LOOK: tuple[Rating | None, ...] = (
    "wrong way", "too slow", "nearly", "reached", "too few points", "no target", None,
)  # fmt: skip
MOST_ROWS = 500
TELLS = {
    "members": ("member", "sector", "size", "state", "joined", "left"),
    "projects": ("project", "title_{lang}", "start", "end", "role", "regions", "themes"),
    "measures": ("measure", "title_{lang}", "parent", "status", "start"),
    "partnerships": ("partner", "country", "field", "since", "until"),
    "services": ("service", "theme", "period", "users"),
    "finance": ("source", "period", "amount", "currency", "institutional"),
}


def one_kpi(store: Store, say: Language, code: str) -> Exhibit | None:
    """One KPI large: its values with their publications, the way to the target, the outlook in words."""
    found = _named(store, code)
    if found is None:
        return None
    told = "\n".join(_told(store, found, say))
    return Exhibit(
        name="kpi",
        question=say("Will this KPI reach its target, and since when do we know?"),
        message=wording.verdict(found, say),
        title=_title(found, say),
        chart=_chart(found, told, say),
        table=drawing.values_of_one(found, say),
        notes=_notes(found, say),
        sources=drawing.sources_of(store, [found], say),
        answered=None,
        asked=None,
        say=say,
        meaning=tuple(_told(store, found, say)),
        method=(*method.counted(found.code, say), *method.of_all(say)),
        ways=_ways(found),
        asks=_asks(found, say),
    )  # fmt: skip


def _asks(one: Kpi, say: Language) -> str:
    """The decision that a rating asks for; none where the KPI is on course or is not rated."""
    asked = {
        "wrong way": say("Act, or change the course?"),
        "too slow": say("More effort, more time or another target?"),
        "no target": say("Which target, by when?"),
    }
    return asked.get(one.rating or "", "") if one.is_outcome else ""


def _chart(one: Kpi, told: str, say: Language) -> Chart:
    """The panel of the KPI; where it is told how far the target is, with that distance."""
    marks = drawing.marks(one, say, whole=True)
    drawn = drawing.chart([(drawing.texts(one, told, overdue(one, say), say), marks)])
    if one.rating not in ("nearly", "too slow", "wrong way") or one.target is None:
        return drawn
    of = {str(mark.get("scenario")): row for row, mark in enumerate(marks)}
    last = one.line[-1].at
    newest = next(row for row, mark in enumerate(marks) if mark.get("scenario") == "actual" and mark["at"] == last)
    gap = distance(one, abs(one.target.value - one.line[-1].value), say)
    return replace(drawn, difference=Difference(newest, of["target"], say("{gap} to the target", gap=gap)))


def _named(store: Store, code: str, counted: bool = False) -> Kpi | None:
    """The KPI of a code; without one that which needs a look most (among those that are counted)."""
    if code:
        return kpi(store, code)
    found = [one for one in kpis(store) if not counted or (one.computed and one.code in rules())]
    return min(found, key=lambda one: NEEDS_A_LOOK.index(one.rating), default=None)


def _title(one: Kpi, say: Language) -> str:
    parts = [full(one, say), unit(one, say)]
    if one.line:
        first, last = period_said(one.line[0].period), period_said(one.line[-1].period)
        parts.append(first if first == last else say("{first} to {last}", first=first, last=last))
    if one.target:
        parts.append(say("target {aim}", aim=wording.aim_of(one, one.target, say)))
    return ", ".join(part for part in parts if part)


def _told(store: Store, one: Kpi, say: Language) -> list[str]:
    """Sentences under the panel: outlook, since when the rating holds, who set the target, stories."""
    found = []
    if one.outlook and one.is_outcome and one.target and one.outlook.band:
        found.append(wording.ahead(one, one.outlook, say))
    if one.rating and one.since and one.rating not in ("no target", "too few points"):
        found.append(_since(one, say))
    if one.is_outcome:
        found.append(_target(one, say))
    found += [wording.sentence_case(said) for said in wording.changes(one, say)]
    stories = [row for row in register_rows(store, "stories", demo_shown(store)) if row["kpi"] == one.code]
    for row in sorted(stories, key=lambda row: row["date"] or "", reverse=True):
        title = say.both((row["title_en"] or row["title_de"] or "", row["title_de"] or row["title_en"] or ""))
        found.append(say("Success story: {title}", title=title) + (f" ({row['date']})" if row["date"] else ""))
    return found


def _since(one: Kpi, say: Language) -> str:
    """Since when the rating is what it is, and what it was before."""
    assert one.since is not None
    assert one.rating is not None
    over_time = compute.rated_over_time((*one.values, *one.computed), one.target, one.better, one.unit)
    before = [rated for day, rated in over_time if day < one.since]
    told = {"word": rating_word(one.rating, say), "day": say.date(one.since)}
    if before and before[-1] != "too few points":
        said = say("Rated “{word}” since {day}, before “{was}”.", was=rating_word(before[-1], say), **told)
    else:
        said = say("Rated “{word}” since {day}.", **told)
    if one.target and one.target.set_on > one.since.isoformat():
        return f"{said} {say('Values of that time, measured against the target set on {day}.', day=one.target.set_on)}"
    return said


def _target(one: Kpi, say: Language) -> str:
    target = one.target
    if target is None:
        return say("No target is set; the board can set one.")
    by, on = target.set_by, target.set_on
    said = {
        (True, True): say("The target was set by {body} on {day}.", body=by, day=on),
        (True, False): say("The target was set by {body}; when is not told.", body=by),
        (False, True): say("The target was set on {day}; by whom is not told.", day=on),
        (False, False): say("Who set the target, and when, is not told."),
    }[bool(by), bool(on)]
    if target.assumed:
        said += " " + say("It names no year; the strategy's, {year}, is taken.", year=compute.HORIZON)
    return said


def _notes(one: Kpi, say: Language) -> tuple[str, ...]:
    """Which values are rated, and how those of another origin differ."""
    notes = []
    origins = {value.origin for value in one.line}
    if "computed" in origins:
        notes.append(say("The values are counted in the registers; the KPI sheet holds none that was uploaded."))
    elif one.computed and one.line:
        notes.append(_differing(one, say))
    newer = [value for value in one.computed if one.line and value.at > one.line[-1].at]
    if newer and "computed" not in origins:
        last = newer[-1]
        told = {"value": figure(one, last.value, say), "period": period_said(last.period)}
        notes.append(say("The registers already give {value} for {period}.", **told))
    if len(origins) > 1:
        words = sorted({drawing.origin_word(value, say) for value in one.line})
        notes.append(say("Values of several origins stand in this line: {origins}.", origins=say.listing(words)))
    if one.outlook and one.rating and one.outlook.band:
        notes.append(say("The rating carries on the last five values, the outlook all since the last new method."))
    return tuple(notes)


def _differing(one: Kpi, say: Language) -> str:
    """What the registers give beside the values of the KPI sheet: the same, or how far the newest year differs."""
    counted = {value.period: value.value for value in one.computed}
    both = [value for value in one.line if value.period in counted]
    differ = [value for value in both if figure(one, value.value, say) != figure(one, counted[value.period], say)]
    if not both:
        return say("The values of the KPI sheet are rated; those counted in the registers stand in the table.")
    if not differ:
        return say.plural(
            "The registers give the same value as the KPI sheet for {n} year.",
            "The registers give the same values as the KPI sheet for {n} years.",
            len(both),
        )
    last = differ[-1]
    return say(
        "The values of the KPI sheet are rated. The registers give others for {n} of {all} years: {counted} instead of "
        "{value} in {period}.",
        n=say.number(len(differ)),
        all=say.number(len(both)),
        counted=figure(one, counted[last.period], say),
        value=figure(one, last.value, say),
        period=period_said(last.period),
    )


def _ways(one: Kpi) -> dict[tuple[int, str], Way]:
    """A counted value leads to the rows behind it."""
    ordered = sorted((*one.values, *one.computed), key=lambda value: (value.at, value.known_on))
    return {
        (at, "value"): Way(PAGE, (("kpi", one.code), ("period", value.period.text)))
        for at, value in enumerate(ordered)
        if value.origin == "computed" and one.code in rules()
    }


def counted_periods(store: Store, code: str) -> list[str]:
    """The years whose rows can be opened, newest first."""
    found = kpi(store, code)
    if found is None or found.code not in rules():
        return []
    return [value.period.text for value in reversed(found.computed)]


def behind(store: Store, say: Language, code: str, period: str | None) -> Exhibit | None:
    """The rows of the register that count for a KPI in a year (the newest, if none is named)."""
    found = _named(store, code, counted=True)
    known = counted_periods(store, found.code) if found else []
    if found is None or not known:
        return None
    year = period if period in known else known[0]
    rule = rules()[found.code]
    rows = rows_behind(found.code, int(year), registers_of(store), focus_regions(store))
    value = next(one for one in found.computed if one.period.text == year)
    columns, cells = _cells(rule.register, rows, say)
    notes = _cut(len(cells), say)
    cells = cells[:MOST_ROWS]
    return Exhibit(
        name="kpi-rows",
        question=say("Which rows are behind the counted value?"),
        message=_behind(found, value.value, year, len(rows), say),
        title=say("{register}: what counts for “{kpi}” in {period}", register=say.both(REGISTERS[rule.register].label),
                  kpi=full(found, say), period=year),
        chart=Chart("table", Table((), tuple(() for _ in cells))),
        table=Table(columns, cells),
        notes=notes,
        sources=sources(store, rule.register, list(map(dict, rows)), say) or drawing.sources_of(store, [found], say),
        answered=None,
        asked=None,
        say=say,
        method=method.counted(found.code, say),
    )  # fmt: skip


def _cut(count: int, say: Language) -> tuple[str, ...]:
    """What is said where a register is too long for a page."""
    if count <= MOST_ROWS:
        return ()
    return (say("The first {n} rows are shown; the page Explore holds all.", n=say.number(MOST_ROWS)),)


def _behind(one: Kpi, value: float, year: str, count: int, say: Language) -> str:
    if not count:
        return say("No row counts for {year}: {value}", year=year, value=with_unit(one, value, say))
    return say.plural(
        "{n} row makes the value of {year}: {value}", "{n} rows make the value of {year}: {value}", count, year=year,
        value=with_unit(one, value, say),
    )  # fmt: skip


def _cells(kind: str, rows: Sequence[Row], say: Language) -> tuple[tuple[Column, ...], tuple[tuple[Value, ...], ...]]:
    """The fields of a register that tell most, in words."""
    sheet = REGISTERS[kind]
    fields = [sheet.field(name.replace("{lang}", say.code)) for name in TELLS[kind]]
    columns = tuple(
        Column(field.name, say.both(field.label), "number" if field.holds == "number" else "text") for field in fields
    )
    ordered = sorted(rows, key=lambda row: plain(str(row[fields[0].name] or "")))
    return columns, tuple(tuple(_cell(field, row[field.name], say) for field in fields) for row in ordered)


def _cell(field: Field, value: Any, say: Language) -> Value:
    """A field of a register as people read it."""
    labels = {choice.code: say.both(choice.label) for choice in field.choices}
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return ", ".join(str(labels.get(one, one)) for one in value)
    return labels.get(value, value) if isinstance(value, str) else value
