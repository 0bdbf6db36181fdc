"""What stands on every slide around its chart? Message, title, call-out, foot, speaker notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm, Pt

from lsn_data.exhibit import Exhibit, Origin, Source, clean, fit
from lsn_data.exhibit import slide_text as text
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide_text import Area, Style
from lsn_data.language import Language

WIDTH, HEIGHT = 33.867, 19.05
MARGIN = 1.6
MESSAGE = Area(MARGIN, 0.9, WIDTH - 2 * MARGIN, 2.4)
TITLE = Area(MARGIN, 3.6, WIDTH - 2 * MARGIN, 1.1)
CALL_OUT = Area(24.3, 5.0, 8.0, 11.8)
FOOT_TOP, FOOT_LINE = 17.4, 0.46
PAGE = Area(WIDTH - MARGIN - 2.4, FOOT_TOP, 2.4, FOOT_LINE)
READING_WIDTH, NOTE_SIZE, NOTE_GAP = 24.0, 12, 3
MESSAGE_SIZES, TITLE_SIZES, FOOT_SIZES = (27, 25, 23, 21, 19, 17, 15, 13), (13, 12, 11, 10), (10, 9, 8)


@dataclass(frozen=True)
class Place:
    """Where a slide stands in its pack."""

    page: int
    pages: int
    edition: str


def head(slide: Any, message: str, title: str, say: Language) -> None:
    """The message as the slide's title, so that outline and screen reader find it; the neutral title below."""
    said = text.fitting(message, MESSAGE, MESSAGE_SIZES, bold=True)
    wide = fit.sense_break(said.text, said.size, MESSAGE.points[0], bold=True) / text.POINTS_PER_CM
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = replace(MESSAGE, wide=wide).emu
    shape.name = say("Message")
    text.write(shape.text_frame, [said.text], Style(said.size, LIGHT.ink, bold=True, anchor=text.BOTTOM), say)
    neutral = text.fitting(title, TITLE, TITLE_SIZES)
    text.box(slide.shapes, TITLE, neutral.text, Style(neutral.size, LIGHT.ink3), say, say("Title"))


def call_out(slide: Any, exhibit: Exhibit) -> None:
    """At the right: what it means, and below, as far as there is room, how it was counted."""
    say, top = exhibit.say, CALL_OUT.y
    if exhibit.meaning:
        top = _said(slide, say("What it means"), exhibit.meaning, (14, 13, 12, 11), LIGHT.ink2, top, say)
    room = CALL_OUT.y + CALL_OUT.high - top
    if exhibit.notes and room > 3:
        _said(slide, say("How to read it"), exhibit.notes, (12, 11, 10), LIGHT.ink3, top, say)


def below(slide: Any, exhibit: Exhibit, top: float) -> None:
    """How to read a table that needs the whole width: below it from `top` on (centimetres), as far as there is room."""
    say, area = exhibit.say, Area(MARGIN, top + 0.5, READING_WIDTH, FOOT_TOP - 0.5 - top - 0.5)
    wide, high = area.points
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
) -> float:
    """A heading and its paragraphs below `top`; returns where the next block may begin, all in centimetres."""
    size = sizes[0]
    title = Area(CALL_OUT.x, top, CALL_OUT.wide, 0.7)
    text.box(slide.shapes, title, heading, Style(size, LIGHT.ink, bold=True), say, heading)
    area = Area(CALL_OUT.x, top + 0.85, CALL_OUT.wide, CALL_OUT.y + CALL_OUT.high - top - 0.85)
    kept, size = text.whole_paragraphs(paragraphs, area, sizes, gap=9)
    needed = fit.height(kept, size, area.points[0], gap=9) / text.POINTS_PER_CM + 0.1
    fitted = replace(area, high=min(needed, area.high))
    text.box(slide.shapes, fitted, kept, Style(size, colour, gap=9), say, f"{heading}: {say('text')}")
    return area.y + fitted.high + 0.7


def foot(slide: Any, exhibit: Exhibit, place: Place) -> None:
    """Badge, source with date and base, edition, page: each a text box of its own."""
    say = exhibit.say
    _rule(slide, say)
    left = MARGIN + _badge(slide, exhibit) + 0.4
    area = Area(left, FOOT_TOP, PAGE.x - left - 0.4, FOOT_LINE if place.edition else 2 * FOOT_LINE)
    source = foot_text(exhibit, area)
    text.box(slide.shapes, area, source.text, Style(source.size, LIGHT.ink3), say, say("Source"))
    if place.edition:
        below = Area(left, FOOT_TOP + FOOT_LINE, area.wide, FOOT_LINE)
        edition = text.fitting(say("Edition “{name}”", name=clean.line(place.edition)), below, FOOT_SIZES)
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


def _rule(slide: Any, say: Language) -> None:
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


def _badge(slide: Any, exhibit: Exhibit) -> float:
    """The origin as a badge; returns its width in centimetres."""
    ink, fill, edge = _BADGES[exhibit.origin]
    wide = fit.width(exhibit.badge, 10, bold=True) / text.POINTS_PER_CM + 0.5
    area = Area(MARGIN, FOOT_TOP - 0.05, wide, 0.52)
    shape = text.plain(slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *area.emu))
    shape.name = exhibit.say("Badge")
    shape.adjustments[0] = 0.15
    shape.fill.solid()
    shape.fill.fore_color.rgb, shape.line.color.rgb, shape.line.width = (
        text.rgb(fill),
        text.rgb(edge),
        Pt(0.75),
    )
    style = Style(10, ink, bold=True, align=text.CENTRE, anchor=text.MIDDLE)
    text.write(shape.text_frame, [exhibit.badge], style, exhibit.say)
    return wide


def speaker_notes(slide: Any, exhibit: Exhibit, shortened: Sequence[str]) -> None:
    """What a speaker needs: question, finding, meaning, method and caveats, source, and labels cut on the slide."""
    say = exhibit.say
    spoken = [f"{say('Question')}: {exhibit.question}", exhibit.message, exhibit.title, *exhibit.meaning]
    if exhibit.notes or exhibit.method:
        spoken += [f"{say('Method and caveats')}:", *exhibit.notes, *(one.said for one in exhibit.method)]
    spoken += [exhibit.foot, f"{say('Origin')}: {exhibit.badge}"]
    if shortened:
        spoken += [f"{say('Labels in full')}:", *shortened]
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join(clean.line(one) for one in spoken)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", text.tongue(say))
