"""How does an exhibit stand on a page? From top to bottom: freshness, finding, title, filters, chart, foot, actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsn_data.board import Pick
from lsn_data.disclosure import NotShown
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit, Source
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_page import HTML, Figure, bars_told, figure, html, table_html, together
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.page.map import GEOMETRY
from lsn_data.language import Language
from lsn_data.store import template_data
from lsn_data.ui import data, following, leaving, pack, rights, spoken
from lsn_data.ui.days import kept_whole
from lsn_data.ui.filters import View, look_at, nearest_views
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import palette

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STALE = dt.timedelta(days=183)
QUIET = {
    "displayModeBar": False, "staticPlot": False, "scrollZoom": False, "doubleClick": False, "topojsonURL": GEOMETRY,
}  # fmt: skip


def main_exhibit(
    pick: Pick,
    say: Language,
    filters: Callable[[], None] | None = None,
    view: View | None = None,
    beside: Pick | None = None,
) -> None:
    """The page's one finding with its filters, chart and foot; a view that may not be shown says so in its place.

    A `view` of a survey wave brings its key figures beside the filters. The distribution `beside` stands in the rows
    of the places.
    """
    try:
        exhibit = data.exhibit(pick, say)
    except NotShown as refusal:
        if view is None or filters is None:
            raise
        st.title(safe(say("Which themes come first for the members?")), anchor=False)
        filters()
        not_shown(refusal, view, say)
        return
    _head(exhibit, pick, say)
    if filters:
        _filter_row(exhibit, filters, view, say)
    _body(exhibit, pick, say, beside)


def _filter_row(exhibit: Exhibit, filters: Callable[[], None], view: View | None, say: Language) -> None:
    """The filters, and at their right the key figures of a survey."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="lsn-row"):
        with st.container(width="content"):
            filters()
        if view:
            st.html(_key_figures(exhibit, view, say), width="content")


def supporting_exhibit(pick: Pick, say: Language, name: str = "", choose: Callable[[], None] | None = None) -> bool:
    """A second exhibit under its own small sentence; it stays away where there is nothing to show. Was it drawn?

    `name` stands above the sentence, for links to it; `choose` draws what changes this exhibit alone.
    """
    exhibit = there(pick, say)
    if exhibit is None:
        return False
    with st.container(key=f"lsn-more-{pick.name}"):
        if name:
            st.html(f"<p class='lsn-part' id='{anchor(pick)}'>{safe(name)}</p>")
        _head_row(exhibit, pick, say)
        _title(exhibit)
        if choose:
            choose()
        _body(exhibit, pick, say)
    return True


def part(
    pick: Pick,
    name: str,
    say: Language,
    choose: Callable[[], None] | None = None,
    says: type[LsnError] = NotShown,
) -> None:
    """An exhibit under its name and its own sentence; a refusal of the kind `says` stands in its place with its reason,
    any other leaves nothing. `choose` changes it alone."""
    try:
        data.exhibit(pick, say)
    except says as refusal:
        with st.container(key=f"lsn-more-{pick.name}"):
            st.html(f"<p class='lsn-part'>{safe(name)}</p>")
            st.html(f"<p class='lsn-reason'>{safe(refusal.said(say))}</p>")
            if choose:
                choose()
    except LsnError:
        return
    else:
        supporting_exhibit(pick, say, name, choose)


def there(pick: Pick, say: Language) -> Exhibit | None:
    """The exhibit of a pick, or None where there is nothing to show."""
    try:
        return data.exhibit(pick, say)
    except LsnError:
        return None


def anchor(pick: Pick) -> str:
    """Where a link on the page leads to."""
    return f"part-{pick.name}"


def _head_row(exhibit: Exhibit, pick: Pick, say: Language) -> None:
    """A finding that is not the page's first, and what can be done with it."""
    with _row(f"lsn-head-{pick.name}"):
        st.header(safe(exhibit.message), anchor=False, width="stretch")
        _actions(exhibit, pick, say)


def not_shown(refusal: NotShown, view: View, say: Language) -> None:
    """The box in the chart's place: why not, and the nearest views as buttons."""
    with st.container(border=True, key="lsn-suppressed", horizontal_alignment="center", vertical_alignment="center"):
        st.markdown(f"**{safe(refusal.said(say))}**", width="content")
        if not refusal.nearest and view.by is None:
            return
        st.markdown(safe(say("These views can be shown:")), width="content")
        with st.container(horizontal=True, horizontal_alignment="center"):
            for near in nearest_views(refusal.nearest, view, say):
                key = f"nearest-{near.by}-{near.group}-{near.also}"
                st.button(safe(near.name), on_click=look_at, args=(near.by, near.group, near.also), key=key)


def _head(exhibit: Exhibit, pick: Pick, say: Language) -> None:
    with _row("lsn-top"):
        st.html(f"<div class='lsn-fresh'>{_freshness(exhibit.sources, say)}</div>", width="content")
        _actions(exhibit, pick, say, first=True)
    st.title(safe(exhibit.message), anchor=False)
    _title(exhibit)


def _row(key: str) -> DeltaGenerator:
    """A line whose first thing stands left and whose last stands right."""
    return st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=key)


def _title(exhibit: Exhibit) -> None:
    st.html(f"<p class='lsn-title'>{kept_whole(exhibit.title)}</p>")


def _body(exhibit: Exhibit, pick: Pick, say: Language, beside: Pick | None = None) -> None:
    """The chart or table; what one looks up, folded; what every reader needs to know of it."""
    other = there(beside, say) if beside else None
    if exhibit.chart.kind in HTML:
        if exhibit.table.rows:
            st.html(html(exhibit, palette()))
    elif other:
        with st.container(key="lsn-wide"):
            _plot(together(exhibit, other, palette()), exhibit, pick, say)
    else:
        _plot(figure(exhibit, palette()), exhibit, pick, say)
    if exhibit.asks:
        st.html(f"<p class='lsn-decide'><b>{safe(say('To be decided'))}</b> {safe(exhibit.asks)}</p>")
    _looked_up(exhibit, pick, say, other, beside)
    notes = dict.fromkeys(filter(None, [bars_told(exhibit), *exhibit.notes, *(other.notes if other else ())]))
    st.html(f"<div class='lsn-foot'>{' '.join(map(kept_whole, notes))}<br>{kept_whole(exhibit.foot)}</div>")


def _plot(drawn: Figure, exhibit: Exhibit, pick: Pick, say: Language) -> None:
    """The chart; a click on a mark that leads somewhere is followed, and the next drawing forgets what was marked."""
    said = spoken.of_chart(exhibit, _looked_up_label(exhibit, say), say)
    key = f"chart-{pick.name}"
    if not any(column == "" for _, column in exhibit.ways):
        st.plotly_chart(drawn, theme=None, config=QUIET, key=key, alt=said)
        return
    with st.container(key=f"lsn-leads-{pick.name}"):
        following.chart(drawn, exhibit, key, config=QUIET, alt=said)


def _looked_up(exhibit: Exhibit, pick: Pick, say: Language, other: Exhibit | None, beside: Pick | None) -> None:
    """One click away: which question this answers, the figures behind a chart, and how everything is computed."""
    is_chart = exhibit.chart.kind != "table"
    with st.expander(_looked_up_label(exhibit, say), type="compact", key=f"lsn-figures-{pick.name}"):
        st.html(f"<p class='lsn-asks'>{safe(exhibit.question)}</p>")
        if is_chart:
            st.html(table_html(exhibit, palette()))
        if other and beside:
            _head_row(other, beside, say)
            _title(other)
            st.html(table_html(other, palette()))
        if exhibit.method:
            st.html(_method(exhibit))


def _looked_up_label(exhibit: Exhibit, say: Language) -> str:
    if exhibit.chart.kind != "table":
        return say("Figures and method") if exhibit.method else say("Figures")
    return say("How this is computed") if exhibit.method else say("What this shows")


def _method(exhibit: Exhibit) -> str:
    """Each figure's name, how it comes about in plain words, and the source of its formula."""
    rows = "".join(
        f"<dt>{safe(one.name)}</dt><dd>{safe(one.words)} <span>{safe(one.source)}</span></dd>" for one in exhibit.method
    )
    return f"<dl class='lsn-method'>{rows}</dl>"


def _actions(exhibit: Exhibit, pick: Pick, say: Language, first: bool = False) -> None:
    """What can be done with an exhibit: take its slide, take its figures, choose it for the board.

    The page's first exhibit carries the badge for the page.
    """
    store = data.store()
    with st.container(horizontal=True, vertical_alignment="center", width="content", key=f"lsn-actions-{pick.name}"):
        if first:
            st.html(badge(exhibit), width="content")
        _download(
            say("Slide"),
            lambda: presentation([exhibit], template=template_data(store)),
            f"{_stem(exhibit)}.pptx",
            PPTX,
            pick,
        )
        _download(say("Data"), lambda: workbook([exhibit]), f"{_stem(exhibit)}.xlsx", XLSX, pick)
        _add_button(pick, say)


def _download(label: str, make: Callable[[], bytes], file_name: str, mime: str, pick: Pick) -> None:
    """A file that is made when somebody asks for it, not on every rerun."""
    key = f"download-{file_name.rsplit('.', 1)[-1]}-{pick.name}"
    leaving.download(label, make, file_name=file_name, mime=mime, key=key)


def _add_button(pick: Pick, say: Language) -> None:
    """Into the open pack with the filters that are chosen here; where it is in already, the button says so."""
    if not rights.allowed("compose"):
        return
    found, key = pack.opened(), f"add-{pick.name}"
    which = safe(found.name) if found else None
    if found and found.holds(pick):
        st.button(say("In the board pack"), disabled=True, help=which, key=key)
        if pack.just_added(pick):
            st.button(say("Take it out again"), on_click=pack.undo, type="tertiary", key=f"out-{pick.name}")
    else:
        st.button(say("Add to board pack"), on_click=pack.add, args=(pick,), help=which, key=key)


def badge(exhibit: Exhibit) -> str:
    """DEMO, UPLOADED or PUBLISHED as a small coloured word."""
    return f"<span class='lsn-badge lsn-{exhibit.origin}'>{safe(exhibit.badge)}</span>"


def _freshness(sources: tuple[Source, ...], say: Language) -> str:
    """What the exhibit was made from, each with its newest day; what was measured and is old says so."""
    newest: dict[str, Source] = {}
    for source in sources:
        if source.as_of and source.what:
            before = newest.get(source.what)
            newest[source.what] = source if before is None else max(before, source, key=lambda one: str(one.as_of))
    today = dt.date.today()
    by_day: dict[tuple[dt.date | None, bool], list[str]] = {}
    for source in newest.values():
        by_day.setdefault((source.as_of, source.old(today)), []).append(source.what)
    return " &nbsp;·&nbsp; ".join(_dated(say.listing(whats), day, old, say) for (day, old), whats in by_day.items())


def _dated(what: str, day: dt.date | None, old: bool, say: Language) -> str:
    """A source with its day, and whether it is old."""
    said = kept_whole(say("{source} {day}", source=what, day=say.date(day)))
    return said + (f" <b class='lsn-stale'>{safe(say('over 6 months old'))}</b>" if old else "")


def _key_figures(exhibit: Exhibit, view: View, say: Language) -> str:
    """How many answered, and which share of those asked, as figures with their names beneath."""
    figures = [(say.number(view.wave.rows_kept), say("answers"))]
    if view.group:
        figures = [(say.number(exhibit.answered or 0), say("rankings in this group"))]
    elif view.wave.asked:
        answered, asked = view.wave.rows_kept, view.wave.asked
        figures = [
            (say("{n} of {asked}", n=say.number(answered), asked=say.number(asked)), say("answered")),
            (say.percent(answered / asked, 1), say("return rate")),
        ]
    cells = "".join(f"<div><b>{safe(value)}</b><span>{safe(name)}</span></div>" for value, name in figures)
    return f"<div class='lsn-figures'>{cells}</div>"


def _stem(exhibit: Exhibit) -> str:
    """A file name that says what is in it."""
    return f"lsn-2030-{exhibit.name}"
