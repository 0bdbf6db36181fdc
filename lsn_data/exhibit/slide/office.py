"""How is a pack drawn into the office's own template? Its layouts for title slide and contents, then dressed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import room as slide_room
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.colours import Token
from lsn_data.exhibit.slide.cover import Cover
from lsn_data.exhibit.slide.deck import Own
from lsn_data.exhibit.slide.dress import Dress, dress_of, dressed
from lsn_data.exhibit.slide.heading import EMU_PER_POINT, SUBTITLE, TITLE, Spot, set_in, spot_of
from lsn_data.exhibit.slide.room import CENTIMETRE, CONTENT, INSET, Box

# Largest and smallest type on a slide of our own width: messages, names of packs, and what stands below them.
MESSAGE, NAME, BELOW = (30, 11), (48, 16), (20, 10)
BADGE_ROOM, GAP = 1.0, 8
LEAST_SCALE, GOOD_SCALE = 0.5, 0.7
# Two lines below the name in the smallest type, in points.
LEAST_LINES = 3 * BELOW[1]


class Office:
    """An open template: gives slides, and dresses them once they are drawn."""

    def __init__(self, template: bytes) -> None:
        self.deck = Presentation(BytesIO(template))
        self.share = share_of(self.deck)
        self.dress = dress_of(self.deck, contents_layout(self.deck))
        self._cover = self._cover_dress()

    @property
    def measure(self) -> float:
        """How much wider than Arial texts are to be measured while slides are drawn."""
        return self.dress.measure

    @property
    def has_title(self) -> bool:
        """Does a layout hold a place for messages?"""
        return spot_of(self.dress, TITLE) is not None

    @property
    def has_room(self) -> bool:
        """Are charts large enough to be read in the free area?"""
        return self.dress.scale / self.share >= LEAST_SCALE

    def add(self) -> Any:
        """One more slide, with a title alone."""
        return self._added(self.dress.layout, TITLE.names)

    def _added(self, layout: Any, kept: tuple[str, ...]) -> Any:
        slide = self.deck.slides.add_slide(layout)
        for shape in list(slide.placeholders):
            if _mark(shape) not in kept:
                shape._element.getparent().remove(shape._element)
        return slide

    def put_on(self, slide: Any) -> None:
        """Dress a drawn slide."""
        shape = slide.shapes.title
        spot = spot_of(self.dress, TITLE)
        said, quiet, lang = shape.text_frame.text, _colour(shape) == LIGHT.ink3, _lang(shape)
        dressed(slide, self.dress)
        if spot is None:  # the door lets in no template without a title
            return
        ink = self.dress.colours.token(LIGHT.ink3) if quiet else None
        self._set(shape, spot, [said], MESSAGE, self.dress, lang, ink)

    def _set(
        self,
        shape: Any,
        spot: Spot,
        said: list[str],
        sizes: tuple[int, int],
        dress: Dress,
        lang: str,
        ink: Token | None = None,
    ) -> None:
        """Texts in a place of the template, which then stands where its layout says."""
        kept, size = spot.fitted(said, self._sizes(spot, sizes), GAP * self.share)
        faded = dress.colours.token(LIGHT.ink) if spot.fades else None
        set_in(shape, kept, size, GAP * self.share, lang, ink or faded)
        properties = shape._element.spPr
        for place in properties.findall(qn("a:xfrm")):
            properties.remove(place)

    def _sizes(self, spot: Spot, ends: tuple[int, int]) -> list[float]:
        """The template's own size or ours, whichever is smaller, then ever smaller ones."""
        largest = min(spot.size, ends[0] * self.share)
        sizes = [largest * (1 - step * 0.05) for step in range(20)]
        return [round(size, 1) for size in sizes if size >= ends[1] * self.share] or [round(ends[1] * self.share, 1)]

    def _cover_dress(self) -> Dress | None:
        """The layout for title slides, if it has places for title and subtitle with room for what stands there."""
        own = self.dress.layout.slide_master
        masters = sorted(self.deck.slide_masters, key=lambda master: master.part is not own.part)
        for layout in (layout for master in masters for layout in master.slide_layouts):
            if layout._element.get("type") != "title":
                continue
            dress = dress_of(self.deck, layout)
            below = spot_of(dress, SUBTITLE)
            if spot_of(dress, TITLE) and below and below.room[1] >= LEAST_LINES * self.share + self._badge_room:
                return dress
        return None

    @property
    def _badge_room(self) -> float:
        """In points."""
        return BADGE_ROOM * self.share * text.POINTS_PER_CM

    def cover(self, cover: Cover) -> Any:
        """The title slide in the template's layout for it; None where it has none that does."""
        dress = self._cover
        title, below = (spot_of(dress, kind) for kind in (TITLE, SUBTITLE)) if dress else (None, None)
        if dress is None or title is None or below is None:
            return None
        slide = self._added(dress.layout, (*TITLE.names, *SUBTITLE.names))
        lang = text.tongue(cover.say)
        self._set(slide.shapes.title, title, [cover.name], NAME, dress, lang)
        shape = next(one for one in slide.placeholders if _mark(one) in SUBTITLE.names)
        room = replace(below, room=(below.room[0], below.room[1] - self._badge_room))
        self._set(shape, room, self._told(cover, room), BELOW, dress, lang)
        box = below.box
        shape.left, shape.top, shape.width = round(box.x), round(box.y), round(box.wide)
        shape.height = round(box.high - self._badge_room * EMU_PER_POINT)
        self._badge(slide, cover, below, dress)
        return slide

    def _told(self, cover: Cover, room: Spot) -> list[str]:
        """Day and edition, and the sources in as many words as fit at the smallest size."""
        for rests_on in cover.rests_on:
            tried = [one for one in (cover.when, rests_on, cover.as_of) if one]
            if room.fitted(tried, [BELOW[1] * self.share], GAP * self.share)[0] == tried:
                return tried
        return [cover.when]

    def _badge(self, slide: Any, cover: Cover, below: Spot, dress: Dress) -> None:
        """The badge below the subtitle, as it is aligned: drawn on our canvas, whose corner is put there."""
        wide = slide_frame.badge_wide(cover.origin, cover.say) * self.share * CENTIMETRE
        lefts = {"ctr": below.box.x + (below.box.wide - wide) / 2, "r": below.box.right - INSET - wide}
        top = below.box.bottom - self._badge_room * EMU_PER_POINT
        free = Box(
            lefts.get(below.align, below.box.x + INSET), top, *(one * self.share * CENTIMETRE for one in CONTENT)
        )
        slide_frame.badge_of(slide, cover.origin, slide_frame.MARGIN, slide_frame.TITLE.y, cover.say)
        dressed(slide, replace(dress, free=free))


def contents_layout(deck: Any) -> Any:
    """The layout with a title and as little else as there is, found by type and not by name; one with room first."""
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    return min(layouts, key=lambda layout: _unfit(deck, layout))


def _unfit(deck: Any, layout: Any) -> tuple[bool, bool, bool, int, float, float]:
    """What speaks against a layout: no title, little room, another type, places that would stay empty, its drawings."""
    marks = [mark.get("type", "obj") for mark in layout._element.iter(qn("p:ph"))]
    kind, free = layout._element.get("type", ""), slide_room.free_of(deck, layout)
    others = sum(1 for mark in marks if mark not in (*TITLE.names, *slide_room.FOOTERS))
    return (
        not any(mark in TITLE.names for mark in marks),
        free.scale / share_of(deck) < GOOD_SCALE,
        kind in ("title", "secHead", "vertTx", "vertTitleAndTx"),
        0 if kind == "titleOnly" else others + 1,
        round(slide_room.unrest(layout, free), 1),
        -free.scale,
    )


def share_of(deck: Any) -> float:
    """How wide its slides are, ours being 1."""
    return float(deck.slide_width / CENTIMETRE / slide_frame.WIDTH)


def _mark(shape: Any) -> str:
    """What kind of placeholder a shape is."""
    return str(shape._element.find(f".//{qn('p:ph')}").get("type", "obj"))


def _lang(shape: Any) -> str:
    """The language of a text of ours."""
    run = shape._element.find(f".//{qn('a:rPr')}")
    return str(run.get("lang", "en-GB")) if run is not None else "en-GB"


def _colour(shape: Any) -> str:
    """The colour spelt out for a text of ours."""
    colour = shape._element.find(f".//{qn('a:srgbClr')}")
    return f"#{colour.get('val')}" if colour is not None else ""


def canvas_of(template: bytes | None) -> Own | Office:
    """What slides are drawn on: the office's template, or a deck of ours."""
    return Office(template) if template else Own()
