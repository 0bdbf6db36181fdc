"""Which KPIs are looked at: all, those of a theme or a level, or a single one? All of it stands in the page's link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.sheets.choices import LEVELS
from lsn_data.topics.kpis.answer import kpis
from lsn_data.topics.kpis.names import short
from lsn_data.topics.kpis.one import counted_periods
from lsn_data.ui import data, editing_kpi, empty_page, filters, show
from lsn_data.ui.filters import EVERYBODY

NEWEST = "newest"


@dataclass(frozen=True)
class View:
    """All KPIs narrowed by theme and level, or one of them with the year whose rows are open."""

    names: dict[str, tuple[str, str]]
    theme: str | None
    level: str | None
    kpi: str | None
    periods: tuple[str, ...]
    period: str | None

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The exhibits of the view, the main one first."""
        if self.kpi is None:
            return tuple(Pick.of(name, theme=self.theme, level=self.level) for name in ("kpis", "kpis-table"))
        rows = (Pick.of("kpi-rows", kpi=self.kpi, period=self.period),) if self.periods else ()
        return (Pick.of("kpi", kpi=self.kpi), *rows)


def page(say: Language) -> None:
    """The page: its finding, its filters, what stands behind it; without any KPI the way to the first."""
    view = chosen(say)
    if not view.names:
        empty_page.register(
            "kpi", say("There are no KPIs yet"), say("Here you will see which KPIs reach their targets."), say
        )
        return
    first, *others = view.picks
    show.main_exhibit(first, say, lambda: bar(view, say))
    editing_kpi.sections(say, view.kpi, view.theme, view.level)
    for pick in others:
        show.supporting_exhibit(pick, say, choose=(lambda: _year(view, say)) if pick.name == "kpi-rows" else None)


def chosen(say: Language) -> View:
    """What the reader chose, or what the link says. Draws nothing."""
    opened = data.store()
    found = kpis(opened)
    codes = [one.code for one in found]
    theme = filters.theme_chosen()
    level = filters.kept("level", [EVERYBODY, *(choice.code for choice in LEVELS)], EVERYBODY)
    code = filters.kept("kpi", [EVERYBODY, *codes], EVERYBODY)
    periods = tuple(counted_periods(opened, code)) if code != EVERYBODY else ()
    period = filters.kept("period", [NEWEST, *periods], NEWEST)
    return View(
        {one.code: (short(one, Language("en")), short(one, Language("de"))) for one in found},
        theme,
        None if level == EVERYBODY else level,
        None if code == EVERYBODY else code,
        periods,
        None if period == NEWEST else period,
    )


def bar(view: View, say: Language) -> None:
    """The filters: which KPI; while all are shown, theme and level."""
    names = {code: say.both(pair) for code, pair in view.names.items()}
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        filters.listed("kpi", say("KPI"), {EVERYBODY: say("All KPIs"), **names})
        if view.kpi is None:
            filters.theme(say)
            levels = {choice.code: say.both(choice.label) for choice in LEVELS}
            filters.choice("level", say("Level"), {EVERYBODY: say("Both"), **levels})


def _year(view: View, say: Language) -> None:
    """Whose rows are open."""
    names = {NEWEST: say("newest year"), **{period: period for period in view.periods}}
    filters.listed("period", say("Year"), names)
