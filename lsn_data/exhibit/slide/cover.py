"""What stands on the first slide of a pack? Its name, its day or edition with who froze it, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import MSO_SHAPE

from lsn_data.exhibit import Exhibit, Origin, clean, fit
from lsn_data.exhibit.bound import Bound, edition_told
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.frame import Place
from lsn_data.exhibit.slide.text import Area, Style
from lsn_data.language import Language

NAME = Area(slide_frame.MARGIN, 3.6, 27.0, 4.6)
ACCENT = Area(slide_frame.MARGIN, 8.75, 3.2, 0.14)
WHEN = Area(slide_frame.MARGIN, 9.5, 27.0, 1.0)
RESTS = Area(slide_frame.MARGIN, 11.0, 24.0, 2.4)
NAME_SIZES, WHEN_SIZES, RESTS_SIZES = (44, 40, 36, 32, 28, 24, 20, 16, 13), (20, 18, 16, 14, 12, 10), (14, 13, 12, 11)
BADGE_GAP, RESTS_GAP = 0.4, 3


@dataclass(frozen=True)
class Cover:
    """The words of the title slide; `rests_on` tells the sources in ever fewer words, so that one of them fits, and
    `as_of` the newest of their days.
    """

    name: str
    when: str
    rests_on: tuple[str, ...]
    as_of: str
    origin: Origin
    say: Language


def cover_of(bound: Bound) -> Cover:
    """The words of a pack's title slide."""
    say = bound.say
    name, by = clean.line(bound.edition), clean.line(bound.by)
    when = edition_told(name, bound.day, say, by) if name else say.date(bound.day)
    days = [source.as_of for one in bound.exhibits for source in one.sources if source.as_of]
    as_of = f"{say('as of')} {say.date(max(days))}" if days else ""
    return Cover(clean.line(bound.name), when, rests_on(bound.exhibits, say), as_of, bound.origin, say)


def rests_on(exhibits: Sequence[Exhibit], say: Language) -> tuple[str, ...]:
    """The sources of all exhibits in a line: all of them, then ever fewer and how many more."""
    sources = [source for exhibit in exhibits for source in exhibit.sources]
    names = list(dict.fromkeys(clean.line(source.what or source.text) for source in sources))
    alone = [name for name in names if not _named_apart(name, names, say)]
    return tuple(_named(alone, count, say) for count in range(len(alone), 0, -1))


def _named_apart(name: str, names: Sequence[str], say: Language) -> bool:
    """Is it the name of several sources together, each of which is named anyway?

    >>> _named_apart("KPIs and SWOT", ["KPIs and SWOT", "SWOT", "KPIs"], Language("en"))
    True
    """
    both = say("{first} and {last}", first="", last="").strip()
    parts = [part for one in name.split(f" {both} ") for part in one.split(", ")]
    return len(parts) > 1 and all(part in names for part in parts)


def _named(names: Sequence[str], count: int, say: Language) -> str:
    """`Rests on: a, b and c`; with fewer: `Rests on: a, b and 5 more`."""
    shown, more = names[:count], len(names) - count
    if more:
        said = say("{names} and {n} more", names=", ".join(shown), n=say.number(more))
    else:
        said = say("{first} and {last}", first=", ".join(shown[:-1]), last=shown[-1]) if count > 1 else shown[0]
    return say("Rests on: {sources}", sources=said)


def draw(slide: Any, cover: Cover, place: Place) -> None:
    """The title slide on our own canvas: the name as the slide's title, then accent, day, badge and sources."""
    say = cover.say
    name = text.fitting(cover.name, NAME, NAME_SIZES, bold=True)
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = NAME.emu
    shape.name = say("Title")
    text.write(shape.text_frame, [name.text], Style(name.size, LIGHT.ink, bold=True, anchor=text.BOTTOM), say)
    _accent(slide, say)
    when = text.fitting(cover.when, WHEN, WHEN_SIZES)
    text.box(slide.shapes, WHEN, when.text, Style(when.size, LIGHT.ink2), say, say("Day and edition"))
    if cover.rests_on:
        wide = slide_frame.badge_of(slide, cover.origin, RESTS.x, RESTS.y, say) + BADGE_GAP
        area = replace(RESTS, x=RESTS.x + wide, wide=RESTS.wide - wide)
        kept, size = _fitting(cover, area)
        text.box(slide.shapes, area, kept, Style(size, LIGHT.ink3, gap=RESTS_GAP), say, say("Source"))
    slide_frame.rule(slide, say)
    slide_frame.page_of(slide, place, say)


def _fitting(cover: Cover, area: Area) -> tuple[list[str], float]:
    """The sources in as many words as fit, with their newest day below."""
    for said in cover.rests_on:
        paragraphs = [one for one in (said, cover.as_of) if one]
        for size in RESTS_SIZES:
            if fit.height(paragraphs, size, area.points[0], gap=RESTS_GAP) <= area.points[1]:
                return paragraphs, size
    return text.whole_paragraphs(cover.rests_on[-1:], area, RESTS_SIZES, RESTS_GAP)


def _accent(slide: Any, say: Language) -> None:
    shape = text.plain(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *ACCENT.emu))
    shape.name = say("Line")
    shape.fill.solid()
    shape.fill.fore_color.rgb = text.rgb(LIGHT.accent)
    shape.line.fill.background()
