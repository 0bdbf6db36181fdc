"""Which marks and words make the panel of a KPI? The chart that the exhibits share, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lsn_data.exhibit import Chart, Column, Source, Table, Value, badge
from lsn_data.language import Language
from lsn_data.store import Store, demo_shown, register_imports, register_rows
from lsn_data.topics.kpis.answer import Kpi, rating_word
from lsn_data.topics.kpis.compute import HORIZON, Measured
from lsn_data.topics.kpis.names import factor, figure, full, period_said, short, unit
from lsn_data.topics.kpis.wording import next_step
from lsn_data.topics.strategy.answer import sources

# So many years before the newest value stand in a small panel.
YEARS = 12
PARTS = (
    "panel", "section", "about", "word", "rating", "told", "late", "badge", "empty", "belongs", "at", "period",
    "scenario", "value", "shown",
)  # fmt: skip
_FIGURES = ("at", "value")
Cells = dict[str, Value]


def chart(panels: Sequence[tuple[Cells, Sequence[Cells]]]) -> Chart:
    """A chart of panels: for each its texts, and its marks (a panel without marks keeps one row)."""
    rows = [
        tuple({**(texts if at == 0 else {"panel": texts["panel"]}), **mark}.get(part) for part in PARTS)
        for texts, marks in panels
        for at, mark in enumerate(marks or [{}])
    ]
    columns = tuple(Column(part, part, "number" if part in _FIGURES else "text") for part in PARTS)
    return Chart("panels", Table(columns, tuple(rows)), {part: part for part in PARTS})


def texts(one: Kpi, told: str, late: str, say: Language, section: str = "", theme: str = "") -> Cells:
    """The words of a panel; its theme, where it is told."""
    missing = "" if one.line else f"{say('No values yet')}\n{next_step(one, say)}"
    return {
        "panel": short(one, say), "section": section, "about": about(one, say), "word": rating_word(one.rating, say),
        "rating": one.rating or "", "told": told, "late": late, "badge": _badge(one, say), "empty": missing,
        "belongs": theme,
    }  # fmt: skip


def about(one: Kpi, say: Language) -> str:
    """What the values are, and where they were counted."""
    said = unit(one, say)
    if any(value.origin == "computed" for value in one.line):
        return say("{unit}, counted", unit=said) if said else say("counted")
    return said


def _badge(one: Kpi, say: Language) -> str:
    """A panel of published values alone says so."""
    return badge("published", say) if one.line and all(value.origin == "published" for value in one.line) else ""


def marks(one: Kpi, say: Language, whole: bool = False) -> list[Cells]:
    """Bars, target, outlook and breaks of a KPI; `whole` takes all years and names the new method."""
    if not one.line:
        return []
    from_year = -float("inf") if whole else one.line[-1].at - YEARS
    drawn = [value for value in one.line if value.at >= from_year]
    found: list[Cells] = [{"at": float(HORIZON)}]
    found += [_bar(one, value, "actual", say) for value in drawn]
    found += [_bar(one, value, "previous", say) for value in one.earlier if value.at >= from_year]
    found += [_break(one, value, say, whole) for value in drawn[1:] if value.breaks]
    if one.target:
        found.append({
            "at": one.target.period.at, "period": period_said(one.target.period), "scenario": "target",
            "value": one.target.value / factor(one), "shown": figure(one, one.target.value, say),
        })  # fmt: skip
    if one.band:
        period = period_said(one.target.period) if one.target else one.band.period
        found += [
            {"at": one.band.at, "period": period, "scenario": scenario, "value": edge / factor(one),
             "shown": figure(one, edge, say)}
            for scenario, edge in (("low", one.band.low), ("high", one.band.high))
        ]  # fmt: skip
    return found


def _bar(one: Kpi, value: Measured, scenario: str, say: Language) -> Cells:
    return {
        "at": value.at, "period": period_said(value.period), "scenario": scenario, "value": value.value / factor(one),
        "shown": figure(one, value.value, say),
    }  # fmt: skip


def _break(one: Kpi, value: Measured, say: Language, whole: bool) -> Cells:
    """A new method begins between two values: halfway between them."""
    before = max(other.at for other in one.line if other.at < value.at)
    reason = value.method if whole and value.method else say("new method")
    return {"at": (before + value.at) / 2, "period": "", "scenario": "break", "shown": reason}


def values_table(found: Sequence[Kpi], say: Language) -> Table:
    """All values of KPIs with their publications, then target and outlook: what stands behind the panels."""
    columns = (
        Column("kpi", say("KPI")),
        Column("period", say("Period")),
        Column("kind", say("Kind of value")),
        Column("value", say("Value"), "number"),
        Column("high", say("Upper end"), "number"),
        Column("unit", say("Unit")),
        Column("published", say("Published")),
        Column("origin", say("Origin")),
    )
    return Table(columns, tuple(row for one in found for row in _value_rows(one, say)))


def values_of_one(one: Kpi, say: Language) -> Table:
    """All values of one KPI: as the table of all, without its name, whole numbers as such."""
    whole = all(float(value.value).is_integer() for value in (*one.values, *one.computed))
    table = values_table([one], say)
    columns = tuple(
        replace(column, holds="count") if whole and column.holds == "number" else column for column in table.columns
    )
    return Table(columns[1:], tuple(row[1:] for row in table.rows))


def _value_rows(one: Kpi, say: Language) -> list[tuple[Value, ...]]:
    name, measure = full(one, say), _plain_unit(one, say)
    rows: list[tuple[Value, ...]] = [
        (name, period_said(value.period), _kind(one, value, say), value.value, None, measure, value.vintage or None,
         origin_word(value, say))
        for value in sorted((*one.values, *one.computed), key=lambda value: (value.at, value.known_on))
    ]  # fmt: skip
    if one.target:
        set_by = one.target.set_by or None
        period = period_said(one.target.period)
        rows.append((name, period, say("target"), one.target.value, None, measure, one.target.set_on or None, set_by))
    if one.band:
        rows.append((name, one.band.period, say("outlook, 95%"), one.band.low, one.band.high, measure, None, None))
    return rows


def _plain_unit(one: Kpi, say: Language) -> str:
    return one.unit if factor(one) > 1 else unit(one, say)


def _kind(one: Kpi, value: Measured, say: Language) -> str:
    """Is it in the line that is rated, was it published before, or does it stand beside?"""
    if value in one.line or any(other.period == value.period and other.value == value.value for other in one.line
                                if other.origin == value.origin):  # fmt: skip
        return say("rated line") if one.is_outcome else say("line")
    if value in one.earlier:
        return say("earlier publication")
    return say("beside the line")


def origin_word(value: Measured, say: Language) -> str:
    """Where a value comes from, in a word."""
    return {
        "published": say("published"), "uploaded": say("uploaded"), "demo": say("demo"),
        "computed": say("counted in the registers"),
    }[value.origin]  # fmt: skip


def sources_of(store: Store, found: Sequence[Kpi], say: Language) -> tuple[Source, ...]:
    """The register of KPIs, and the registers in which lines were counted."""
    codes = {one.code for one in found}
    rows = [row for row in register_rows(store, "kpi", demo_shown(store)) if row["kpi"] in codes]
    used = [row for row in rows if row["value"] is not None] or rows
    counted = {value.source for one in found for value in one.line if value.origin == "computed"}
    kinds = [kind for kind in ("members", "projects", "measures", "partnerships", "services", "finance")
             if kind in counted]  # fmt: skip
    return (*sources(store, "kpi", used, say), *(source for kind in kinds for source in _register(store, kind, say)))


def _register(store: Store, kind: str, say: Language) -> tuple[Source, ...]:
    imports = register_imports(store, kind, demo_shown(store))
    return sources(store, kind, [{"import": one.import_id} for one in imports if one.origin != "published"], say)
