"""How do exhibits leave as slides? One each, with a native chart or table that the board's office can edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lsn_data.exhibit import Exhibit, fit
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.slide import agenda as slide_agenda
from lsn_data.exhibit.slide import columns as slide_columns
from lsn_data.exhibit.slide import deck as slide_deck
from lsn_data.exhibit.slide import flow as slide_flow
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import line as slide_line
from lsn_data.exhibit.slide import map as slide_map
from lsn_data.exhibit.slide import pack as slide_pack
from lsn_data.exhibit.slide import panels as slide_panels
from lsn_data.exhibit.slide import places as slide_places
from lsn_data.exhibit.slide import quadrants as slide_quadrants
from lsn_data.exhibit.slide import rows as slide_rows
from lsn_data.exhibit.slide import shares as slide_shares
from lsn_data.exhibit.slide import stack as slide_stack
from lsn_data.exhibit.slide import story as slide_story
from lsn_data.exhibit.slide import table as slide_table
from lsn_data.exhibit.slide import timeline as slide_timeline
from lsn_data.exhibit.slide.frame import Place
from lsn_data.exhibit.slide.office import canvas_of
from lsn_data.language import Language

_NARROW_TABLE = 5
# A flow of too many boxes leaves as the table of its ways.
_AS_TABLES = ("table", "flow")


@dataclass(frozen=True)
class _Page:
    """One slide: an exhibit, and which rows of its table or panels (None for a chart) or quadrants stand here."""

    exhibit: Exhibit
    rows: range | None = None
    part: str = ""
    quadrants: slide_quadrants.Sheet | None = None


def presentation(exhibits: Sequence[Exhibit], edition: str = "", template: bytes | None = None) -> bytes:
    """A `.pptx` file, one slide an exhibit; a table that is too long goes on over several slides.

    `edition` is the name of the frozen board pack, told in every foot; `template` as for a whole `deck`. No exhibits
    make one slide that says so.
    """
    say, canvas = exhibits[0].say if exhibits else Language("en"), canvas_of(template)
    named = edition or (exhibits[0].message if exhibits else slide_deck.AUTHOR)
    slide_deck.described(canvas.deck, named, edition, say)
    with fit.face(canvas.measure):
        pages = [page for exhibit in exhibits for page in _pages(exhibit)]
        slides = [canvas.add() for _ in pages or (None,)]
        for at, page in enumerate(pages, start=1):
            _draw(page, slides[at - 1], Place(at, len(pages), edition))
        if not pages:
            slide_agenda.nothing(slides[0], say, Place(1, 1, edition))
        for slide in slides:
            canvas.put_on(slide)
    return slide_deck.saved(canvas.deck)


def deck(bound: Bound, template: bytes | None = None) -> bytes:
    """A whole pack as a `.pptx` file: title slide, agenda, and the exhibits in the pack's sections.

    `template` is the office's own, as `slide.template.checked` gave it: its master, layouts, fonts and colours.
    """
    canvas = canvas_of(template)
    with fit.face(canvas.measure):
        pages = [(at, page) for at, leaf in enumerate(bound.leaves) for page in _pages(leaf.exhibit)]
        return slide_pack.bind(bound, [slide_pack.Sheet(at, partial(_draw, page)) for at, page in pages], canvas)


def _width(exhibit: Exhibit) -> float:
    """How wide the chart or table may be: up to the call-out, or the whole slide where there is none."""
    if exhibit.chart.kind in ("timeline", "quadrants", "story") or _is_flow(exhibit):
        return slide_rows.WHOLE_WIDTH
    columns = exhibit.table.columns
    sentences = any(column.holds == "prose" for column in columns)
    if exhibit.chart.kind == "panels" and not exhibit.meaning:
        return slide_rows.WHOLE_WIDTH
    wide_table = exhibit.chart.kind in _AS_TABLES and (sentences or len(columns) > _NARROW_TABLE)
    return slide_rows.WHOLE_WIDTH if wide_table or not (exhibit.meaning or exhibit.notes) else slide_rows.CHART.wide


def _is_flow(exhibit: Exhibit) -> bool:
    """Is it a flow that can be read on one slide?"""
    return exhibit.chart.kind == "flow" and slide_flow.is_drawn(exhibit)


# The kinds beside tables that may go on over several slides: which of their rows or panels stand on each.
_SHEETS: dict[str, Callable[[Exhibit], Sequence[range]]] = {
    "timeline": slide_timeline.sheets, "panels": slide_panels.pages,
}  # fmt: skip


def _pages(exhibit: Exhibit) -> list[_Page]:
    kind = exhibit.chart.kind
    if kind == "quadrants":
        drawn = slide_quadrants.sheets(exhibit)
        return [_Page(exhibit, None, part, one) for one, part in zip(drawn, _of(len(drawn)), strict=True)]
    if kind not in (*_AS_TABLES, *_SHEETS) or _is_flow(exhibit):
        return [_Page(exhibit)]
    sheets = _SHEETS[kind](exhibit) if kind in _SHEETS else slide_table.sheets(exhibit, _width(exhibit))
    return [_Page(exhibit, rows, part) for rows, part in zip(sheets, _of(len(sheets)), strict=True)]


def _of(count: int) -> list[str]:
    """`(1/3)`, `(2/3)` … behind the title of an exhibit that goes on; nothing where one slide holds it."""
    return [f" ({at}/{count})" if count > 1 else "" for at in range(1, count + 1)]


def _draw(page: _Page, slide: Any, place: Place) -> None:
    """Boxes in the order in which they are read: message, title, chart, call-out, foot."""
    exhibit, wide = page.exhibit, _width(page.exhibit)
    slide_frame.head(slide, exhibit.message, exhibit.title + page.part, exhibit.say,
                     slide_frame.aside(exhibit, place), quiet=exhibit.outdated)  # fmt: skip
    cut = _chart(slide, page, wide)
    if wide < slide_rows.WHOLE_WIDTH:
        slide_frame.call_out(slide, exhibit)
    elif exhibit.chart.kind == "timeline":
        slide_frame.below(slide, exhibit, slide_timeline.BOTTOM)
    elif exhibit.chart.kind == "flow" and page.rows is None:
        slide_frame.below(slide, exhibit, slide_flow.BOTTOM)
    elif page.quadrants:
        slide_frame.below(slide, exhibit, slide_quadrants.bottom(exhibit, page.quadrants))
    elif exhibit.chart.kind in _AS_TABLES and page.rows is not None and page.rows.stop == len(exhibit.table.rows):
        slide_frame.below(slide, exhibit, slide_table.bottom(exhibit, wide, page.rows))
    slide_frame.foot(slide, exhibit, place)
    slide_frame.speaker_notes(slide, exhibit, cut, place)


def _chart(slide: Any, page: _Page, wide: float) -> tuple[str, ...]:
    """Draw the chart or table; returns what had to be shortened, for the speaker notes."""
    kind = page.exhibit.chart.kind
    if kind == "ranked places":
        return slide_places.places(slide, page.exhibit, wide)
    if kind == "distribution":
        return slide_stack.distribution(slide, page.exhibit, wide)
    if kind == "shares":
        return slide_shares.shares(slide, page.exhibit, wide)
    if kind == "columns":
        return slide_columns.columns(slide, page.exhibit, wide)
    if kind == "timeline":
        return slide_timeline.bars(slide, page.exhibit, page.rows or range(0))
    if kind == "map":
        return slide_map.countries(slide, page.exhibit, wide)
    if kind == "panels":
        return slide_panels.panels(slide, page.exhibit, wide, page.rows or range(0))
    if kind == "story":
        return slide_story.story(slide, page.exhibit)
    if kind == "flow" and page.rows is None:
        return slide_flow.flow(slide, page.exhibit)
    if kind == "line":
        return slide_line.line(slide, page.exhibit, wide)
    if page.quadrants:
        return slide_quadrants.quadrants(slide, page.exhibit, page.quadrants)
    return slide_table.table(slide, page.exhibit, wide, page.rows or range(0))
