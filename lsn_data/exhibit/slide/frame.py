"""What stands on every slide around its chart? Message, title, call-out, foot, speaker notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, Origin, Source, badge, clean, fit
from lsn_data.exhibit.bound import edition_told
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

WIDTH, HEIGHT = 33.867, 19.05
MARGIN = 1.6
MESSAGE = Area(MARGIN, 0.9, WIDTH - 2 * MARGIN, 2.4)
TITLE = Area(MARGIN, 3.6, WIDTH - 2 * MARGIN, 1.1)
CALL_OUT = Area(24.3, 5.0, 8.0, 11.8)
FOOT_TOP, FOOT_LINE, BADGE_HIGH = 17.4, 0.46, 0.52
PAGE = Area(WIDTH - MARGIN - 2.4, FOOT_TOP, 2.4, FOOT_LINE)
READING_WIDTH, NOTE_SIZE, NOTE_GAP = 24.0, 12, 3
# Where the text of a decision begins beside its rule, and the room that it needs.
ASKED_IN, ASKED_AT_LEAST = 0.5, 2.2
ASIDE_SIZE, ASIDE_HIGH, ASIDE_GAP, ASIDE_WIDEST = 12, 0.55, 0.6, 9.0
MESSAGE_SIZES, TITLE_SIZES, FOOT_SIZES = (27, 25, 23, 21, 19, 17, 15, 13), (13, 12, 11, 10), (10, 9, 8)


@dataclass(frozen=True)
class Place:
    """Where a slide stands in its pack: page, edition with who froze it and when, section, and the leaf's note."""

    page: int
    pages: int
    edition: str
    frozen: dt.date | None = None
    by: str = ""
    section: str = ""
    note: str = ""

    def told(self, say: Language, with_name: bool = False) -> str:
        """`Edition “Board 2026-04”, frozen 2026-04-10`, with the name of who froze it if asked; empty without one.

        >>> Place(3, 9, "Board", dt.date(2026, 4, 10), "office").told(Language("en"), with_name=True)
        'Edition “Board”, frozen 2026-04-10 by office'
        """
        name, by = clean.line(self.edition), clean.line(self.by) if with_name else ""
        return edition_told(name, self.frozen, say, by) if name else ""


def head(
    slide: Any, message: str, title: str, say: Language, aside: Sequence[tuple[str, str]] = (), quiet: bool = False
) -> None:
    """The message as the slide's title, so that outline and screen reader find it; the neutral title below.

    `aside` are short texts at the right of the neutral title's line, each with its name, the last one bold;
    `quiet` sets the message grey: the data say something else by now.
    """
    said = text.fitting(message, MESSAGE, MESSAGE_SIZES, bold=True)
    wide = fit.sense_break(said.text, said.size, MESSAGE.points[0], bold=True) / text.POINTS_PER_CM
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = replace(MESSAGE, wide=wide).emu
    shape.name = say("Message")
    colour = LIGHT.ink3 if quiet else LIGHT.ink
    text.write(shape.text_frame, [said.text], Style(said.size, colour, bold=True, anchor=text.BOTTOM), say)
    places = _aside_places(aside)
    area = replace(TITLE, wide=min([TITLE.wide, *(place.x - TITLE.x - ASIDE_GAP for place in places)]))
    neutral = text.fitting(title, area, TITLE_SIZES)
    text.box(slide.shapes, area, neutral.text, Style(neutral.size, LIGHT.ink3), say, say("Title"))
    for at, ((name, said_aside), place) in enumerate(zip(aside, places, strict=True), start=1):
        style = Style(ASIDE_SIZE, LIGHT.ink2, bold=at == len(aside), align=text.RIGHT)
        shown = fit.cut(clean.line(said_aside), ASIDE_SIZE, place.points[0], style.bold)
        text.box(slide.shapes, place, shown, style, say, name)


def _aside_places(aside: Sequence[tuple[str, str]]) -> list[Area]:
    """Where the short texts stand, from the right end of the line; each at most ASIDE_WIDEST wide."""
    right, places = MARGIN + TITLE.wide, list[Area]()
    for _, said in reversed(aside):
        needed = fit.width(clean.line(said), ASIDE_SIZE, bold=not places) / text.POINTS_PER_CM + 0.05
        wide = min(needed, ASIDE_WIDEST)
        places.append(Area(right - wide, TITLE.y, wide, ASIDE_HIGH))
        right -= wide + ASIDE_GAP
    return places[::-1]


def aside(exhibit: Exhibit, place: Place) -> tuple[tuple[str, str], ...]:
    """What stands beside the neutral title: whether somebody wrote the message, and the section of the pack."""
    say = exhibit.say
    mark = (say("Edited"), exhibit.edited)
    section = (say("Section"), place.section)
    return tuple(one for one in (mark, section) if clean.line(one[1]))


def call_out(slide: Any, exhibit: Exhibit) -> None:
    """At the right: what it means, what is to be decided, and below, as far as there is room, how it was counted."""
    say, top = exhibit.say, CALL_OUT.y
    if exhibit.meaning:
        top = _said(slide, say("What it means"), exhibit.meaning, (14, 13, 12, 11), LIGHT.ink2, top, say)
    if clean.line(exhibit.asks) and CALL_OUT.y + CALL_OUT.high - top > ASKED_AT_LEAST:
        top = _asked(slide, exhibit.asks, top, say)
    room = CALL_OUT.y + CALL_OUT.high - top
    if exhibit.notes and room > 3:
        _said(slide, say("How to read it"), exhibit.notes, (12, 11, 10), LIGHT.ink3, top, say)


def _asked(slide: Any, asks: str, top: float, say: Language) -> float:
    """The decision asked for, with an accent rule at its left; returns where the next block may begin."""
    ends = _said(slide, say("To be decided"), (asks,), (14, 13, 12, 11), LIGHT.ink, top, say, ASKED_IN)
    x, bottom = Cm(CALL_OUT.x + 0.05), ends - 0.7
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, Cm(top), x, Cm(bottom)))
    line.name = say("Line")
    line.line.color.rgb, line.line.width = text.rgb(LIGHT.accent), Pt(3)
    return ends


def below(slide: Any, exhibit: Exhibit, top: float) -> None:
    """How to read a table that needs the whole width: below it from `top` on (centimetres), as far as there is room."""
    say, area = exhibit.say, Area(MARGIN, top + 0.5, READING_WIDTH, FOOT_TOP - 0.5 - top - 0.5)
    wide, high = area.points[0] * text.SURE, area.points[1]
    notes = [clean.line(note) for note in exhibit.notes if clean.line(note)]
    while notes and (area.high <= 0 or fit.height(notes, NOTE_SIZE, wide, gap=NOTE_GAP) > high):
        notes.pop()
    if notes:
        needed = fit.height(notes, NOTE_SIZE, wide, gap=NOTE_GAP) / text.POINTS_PER_CM + 0.1
        style = Style(NOTE_SIZE, LIGHT.ink3, gap=NOTE_GAP)
        text.box(slide.shapes, replace(area, high=needed), notes, style, say, say("How to read it"))


def _said(
    slide: Any,
    heading: str,
    paragraphs: Sequence[str],
    sizes: Sequence[float],
    colour: str,
    top: float,
    say: Language,
    inset: float = 0.0,
) -> float:
    """A heading and its paragraphs below `top`; returns where the next block may begin, all in centimetres."""
    size = sizes[0]
    left, wide = CALL_OUT.x + inset, CALL_OUT.wide - inset
    title = Area(left, top, wide, 0.7)
    text.box(slide.shapes, title, heading, Style(size, LIGHT.ink, bold=True), say, heading)
    area = Area(left, top + 0.85, wide, CALL_OUT.y + CALL_OUT.high - top - 0.85)
    kept, size = text.whole_paragraphs(paragraphs, area, sizes, gap=9)
    needed = fit.height(kept, size, area.points[0] * text.SURE, gap=9) / text.POINTS_PER_CM + 0.1
    fitted = replace(area, high=min(needed, area.high))
    text.box(slide.shapes, fitted, kept, Style(size, colour, gap=9), say, f"{heading}: {say('text')}")
    return area.y + fitted.high + 0.7


def foot(slide: Any, exhibit: Exhibit, place: Place) -> None:
    """Badge, source with date and base, edition, page: each a text box of its own."""
    say = exhibit.say
    rule(slide, say)
    left = MARGIN + badge_of(slide, exhibit.origin, MARGIN, FOOT_TOP - 0.05, say) + 0.4
    area = Area(left, FOOT_TOP, PAGE.x - left - 0.4, FOOT_LINE if place.edition else 2 * FOOT_LINE)
    source = foot_text(exhibit, area)
    text.box(slide.shapes, area, source.text, Style(source.size, LIGHT.ink3), say, say("Source"))
    if place.edition:
        below = Area(left, FOOT_TOP + FOOT_LINE, area.wide, FOOT_LINE)
        edition = text.fitting(place.told(say), below, FOOT_SIZES)
        text.box(slide.shapes, below, edition.text, Style(edition.size, LIGHT.ink3), say, say("Edition"))
    page_of(slide, place, say)


def page_of(slide: Any, place: Place, say: Language) -> None:
    """`3 / 9` at the right of the foot."""
    style = Style(10, LIGHT.ink3, align=text.RIGHT)
    text.box(slide.shapes, PAGE, f"{place.page} / {place.pages}", style, say, say("Page"))


def foot_text(exhibit: Exhibit, area: Area) -> fit.Fitted:
    """The foot, fitted: where it is too long, the first sources stay whole and the others are counted (the notes
    name them all); where even one is too long its name is cut. Date and base always stay.
    """
    said = text.fitting(exhibit.foot, area, FOOT_SIZES)
    days = [one.as_of for one in exhibit.sources if one.as_of]
    for count in range(len(exhibit.sources) - 1, 0, -1):
        if not said.cut:
            return said
        more = exhibit.say("{n} more, see the notes", n=len(exhibit.sources) - count)
        rest = Source(more, "", max(days, default=None), "published")
        said = text.fitting(replace(exhibit, sources=(*exhibit.sources[:count], rest)).foot, area, FOOT_SIZES)
    limit = 120
    while said.cut and limit > 10 and exhibit.sources:
        limit -= 10
        first = exhibit.sources[0]
        shorter = replace(first, text=clean.shortened(clean.line(first.text), limit), as_of=max(days, default=None))
        said = text.fitting(replace(exhibit, sources=(shorter,)).foot, area, FOOT_SIZES)
    return said


def rule(slide: Any, say: Language) -> None:
    """The hairline above the foot; it says nothing, so it carries no text."""
    ends = Cm(MARGIN), Cm(17.15), Cm(WIDTH - MARGIN), Cm(17.15)
    line = text.plain(slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    line.name = say("Line")
    line.line.color.rgb, line.line.width = text.rgb(LIGHT.hairline), Pt(0.75)


_BADGES: dict[Origin, tuple[str, str, str]] = {
    "demo": (LIGHT.notice, LIGHT.notice_tint, LIGHT.notice_tint),
    "published": (LIGHT.accent, LIGHT.accent_tint, LIGHT.accent_tint),
    "uploaded": (LIGHT.ink2, LIGHT.panel, LIGHT.hairline),
}


def badge_wide(origin: Origin, say: Language) -> float:
    """The width of an origin's badge in centimetres."""
    return fit.width(badge(origin, say), 10, bold=True) / text.POINTS_PER_CM + 0.5


def badge_of(slide: Any, origin: Origin, x: float, y: float, say: Language) -> float:
    """An origin as a badge whose upper left corner stands there; returns its width in centimetres."""
    ink, fill, edge = _BADGES[origin]
    word, wide = badge(origin, say), badge_wide(origin, say)
    shape = text.plain(slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *Area(x, y, wide, BADGE_HIGH).emu))
    shape.name = say("Badge")
    shape.adjustments[0] = 0.15
    shape.fill.solid()
    shape.fill.fore_color.rgb, shape.line.color.rgb, shape.line.width = (
        text.rgb(fill),
        text.rgb(edge),
        Pt(0.75),
    )
    text.write(shape.text_frame, [word], Style(10, ink, bold=True, align=text.CENTRE, anchor=text.MIDDLE), say)
    return wide


def speaker_notes(slide: Any, exhibit: Exhibit, shortened: Sequence[str], place: Place) -> None:
    """What a speaker needs: whose note first; then question, finding, meaning, method and caveats, source, labels cut
    on the slide, and who froze the edition.
    """
    say = exhibit.say
    spoken = [*filter(None, map(clean.line, place.note.split("\n")))]
    spoken += [f"{say('Question')}: {exhibit.question}", exhibit.message]
    if exhibit.computed:
        spoken += [f"{exhibit.edited}. {say('Computed from the data')}: {exhibit.computed}"]
    spoken += [exhibit.title, *exhibit.meaning]
    spoken += [f"{say('To be decided')}: {exhibit.asks}"] if exhibit.asks else []
    if exhibit.notes or exhibit.method:
        spoken += [f"{say('Method and caveats')}:", *exhibit.notes, *(one.said for one in exhibit.method)]
    spoken += [exhibit.foot, f"{say('Origin')}: {exhibit.badge}"]
    if shortened:
        spoken += [f"{say('Labels in full')}:", *shortened]
    spoken += [place.told(say, with_name=True)] if place.frozen else []
    say_in_notes(slide, spoken, say)


def say_in_notes(slide: Any, spoken: Sequence[str], say: Language) -> None:
    """The paragraphs of the speaker notes, in their language."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join(clean.line(one) for one in spoken)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", text.tongue(say))
