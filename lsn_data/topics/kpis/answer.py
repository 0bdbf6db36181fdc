"""How does every KPI of the strategy stand today? Asks the registers; lines, ratings and outlooks are computed beside.

What the overview and the exhibits use: `kpis(store)`, each a frozen `Kpi`, and `rating_word(rating, say)`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.sheets.declared import plain
from lsn_data.store import Store, demo_shown, register_imports, register_rows
from lsn_data.topics.kpis import compute, computed
from lsn_data.topics.kpis.compute import HORIZON, Better, Measured, Rating, Target
from lsn_data.topics.kpis.computed import Register, Row
from lsn_data.topics.kpis.outlook import Outlook, outlook
from lsn_data.topics.kpis.periods import Period, period_of
from lsn_data.topics.questionnaire import headline as surveys
from lsn_data.topics.strategy.answer import OWN

COMPUTED_FROM = ("members", "projects", "measures", "partnerships", "services", "finance")
LATE = 0.5


@dataclass(frozen=True)
class Stale:
    """A value is late: the newest period ("": none), and the year that should be there ("": a part of one)."""

    newest: str
    due: str


@dataclass(frozen=True)
class Kpi:
    """A KPI with all that is known of it; names as (English, German), values in the order of period and vintage.

    `values` are all values of the register, published and brought; `computed` those that follow from other registers.
    """

    code: str
    name: tuple[str, str]
    theme: str
    level: str
    unit: str
    better: Better | None
    values: tuple[Measured, ...]
    computed: tuple[Measured, ...]
    target: Target | None
    source: str
    imports: tuple[str, ...]
    today: dt.date

    @property
    def is_outcome(self) -> bool:
        """An outcome is rated against its target; an impact is told as a contribution."""
        return self.level != "impact"

    @cached_property
    def line(self) -> tuple[Measured, ...]:
        """The values that are drawn solid, rated and carried on: one a period, all of one origin."""
        return compute.line_of((*self.values, *self.computed), self.unit)

    @cached_property
    def rating(self) -> Rating | None:
        """Its rating; None for an impact."""
        return compute.rating(self.line, self.target, self.better) if self.is_outcome else None

    @cached_property
    def outlook(self) -> Outlook | None:
        """Where it stands in the target's year (2030 without a target) if things go on as before."""
        period = self.target.period if self.target else period_of(HORIZON)
        aim = self.target if self.is_outcome else None
        return outlook(self.line, period.text, period.at, aim, self.better, self.unit)

    @property
    def band(self) -> Outlook | None:
        """The outlook, where its range is drawn: outcomes with a target and at least five values."""
        found = self.outlook
        return found if found and found.band and self.is_outcome and self.target else None

    @property
    def newest(self) -> Measured | None:
        """The newest value of the line."""
        return self.line[-1] if self.line else None

    @cached_property
    def since(self) -> dt.date | None:
        """The day since which the rating is what it is now, as the values became known."""
        if self.rating in (None, "no target"):
            return None
        every = (*self.values, *self.computed)
        return compute.since(compute.rated_over_time(every, self.target, self.better, self.unit))

    @cached_property
    def earlier(self) -> tuple[Measured, ...]:
        """Values of periods of the line that a later publication replaced."""
        periods = {one.period for one in self.line}
        same = [one for one in compute.of_one_origin((*self.values, *self.computed)) if one.period in periods]
        return compute.earlier_vintages(same)

    @cached_property
    def stale(self) -> Stale | None:
        """Is a value late: none at all, or the next one due for half of the usual gap (half a year at most)?"""
        if self.newest is None:
            return Stale("", "")
        gaps = [after.at - before.at for before, after in zip(self.line, self.line[1:], strict=False)]
        gap = median(gaps) if gaps else 1.0
        due, now = self.newest.at + gap, _at(self.today)
        if due + min(gap * LATE, LATE) >= now:
            return None
        while due + gap + min(gap * LATE, LATE) < now:
            due += gap
        return Stale(self.newest.period.text, f"{due:.0f}" if gap >= 1 else "")


def kpis(store: Store, today: dt.date | None = None) -> tuple[Kpi, ...]:
    """All KPIs as they stand today, in the order of the strategy's themes, outcomes first; those of no theme last."""
    day = today or dt.date.today()
    return store.once(("kpis", day), lambda: _kpis(store, day))


def _kpis(store: Store, day: dt.date) -> tuple[Kpi, ...]:
    by_code: dict[str, list[Row]] = {}
    for row in register_rows(store, "kpi", demo_shown(store)):
        by_code.setdefault(plain(row["kpi"]), []).append(row)
    registers, regions = registers_of(store, day), focus_regions(store)
    found = [_kpi(store, rows, registers, regions, day) for rows in by_code.values()]
    return tuple(sorted(found, key=_place))


def kpi(store: Store, code: str, today: dt.date | None = None) -> Kpi | None:
    """One KPI by its code; None if there is no such."""
    return next((one for one in kpis(store, today) if plain(one.code) == plain(code)), None)


def registers_of(store: Store, today: dt.date | None = None) -> dict[str, Register]:
    """The registers that the office keeps, each with the day up to which it tells: that of its newest import."""
    found, demo = {}, demo_shown(store)
    for kind in COMPUTED_FROM:
        kept = [one for one in register_imports(store, kind, demo) if one.origin != "published"]
        if kept:
            until = min(max(one.as_of for one in kept), today or dt.date.today())
            found[kind] = Register(register_rows(store, kind, demo), until)
    return found


def focus_regions(store: Store) -> tuple[str, ...]:
    """The codes of the regions that our strategy looks at."""
    rows = register_rows(store, "strategy", demo_shown(store))
    return tuple(row["code"] for row in rows if row["part"] == "region" and row["strategy"] == OWN)


def rating_word(rating: Rating | None, say: Language) -> str:
    """The rating in a word or two; None is an impact.

    >>> rating_word("wrong way", Language("de")), rating_word(None, Language("en"))
    ('falsche Richtung', 'contribution, not scored')
    """
    return {
        "reached": say("on course"), "nearly": say("nearly"), "too slow": say("too slow"),
        "wrong way": say("wrong way"), "too few points": say("too few points"), "no target": say("no target set"),
        None: say("contribution, not scored"),
    }[rating]  # fmt: skip


def _place(one: Kpi) -> tuple[int, bool]:
    themes = [choice.code for choice in THEMES]
    return (themes.index(one.theme) if one.theme in themes else len(themes), not one.is_outcome)


def _at(day: dt.date) -> float:
    return period_of(day.isoformat()).at


def _kpi(
    store: Store, rows: Sequence[Row], registers: dict[str, Register], regions: Sequence[str], today: dt.date
) -> Kpi:
    """One KPI from its rows; what is told in several of them is taken from the newest."""

    def told(field: str) -> str:
        return str(next((row[field] for row in reversed(rows) if row[field] not in (None, "")), ""))

    code, unit = rows[0]["kpi"], told("unit")
    english, german = told("name_en"), told("name_de")
    counted = _computed(store, code, unit, registers, regions)
    return Kpi(
        code=code,
        name=(english or german or code, german or english or code),
        theme=told("theme"),
        level=told("level") or "outcome",
        unit=unit or next((one.unit for one in counted), ""),
        better={"up": "up", "down": "down"}.get(told("better")),  # type: ignore[arg-type]
        values=tuple(sorted(map(_measured, _valued(rows)), key=lambda one: (one.period, one.vintage))),
        computed=counted,
        target=_target(rows),
        source=told("source"),
        imports=tuple(dict.fromkeys(row["import"] for row in rows)),
        today=today,
    )


def _valued(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["value"] is not None and row["period"]]


def _measured(row: Row) -> Measured:
    return Measured(
        period_of(row["period"]), row["value"], row["vintage"] or "", row["origin"], row["source"] or "",
        row["method"] or "", row["break"], row["unit"] or "",
    )  # fmt: skip


def _target(rows: Sequence[Row]) -> Target | None:
    """The target that was set last; one without a year is meant for the strategy's, 2030."""
    named = [(row["target_set_on"] or "", at) for at, row in enumerate(rows) if row["target"] is not None]
    if not named:
        return None
    row = rows[max(named)[1]]
    period: Period = period_of(row["target_period"] or HORIZON)
    by, on = row["target_set_by"] or "", row["target_set_on"] or ""
    return Target(row["target"], period, by, on, assumed=not row["target_period"])


def _computed(
    store: Store, code: str, unit: str, registers: dict[str, Register], regions: Sequence[str]
) -> tuple[Measured, ...]:
    """What the product computes itself for a KPI: from the surveys, or from a register; nothing in another unit."""
    if plain(code) == plain(surveys.KPI):
        found = surveys.kpi_values(store, unit or None)
        return tuple(
            Measured(
                period_of(one["period"]), one["value"], one["vintage"], "computed", one["source"], unit=one["unit"]
            )
            for one in found
        )
    rule = computed.rules(regions).get(code)
    if rule is None or (unit and unit != rule.unit):
        return ()
    return tuple(
        Measured(period_of(str(year)), value, f"{year}-12-31", "computed", rule.register, unit=rule.unit)
        for year, value in computed.computed(code, registers, regions)
    )
