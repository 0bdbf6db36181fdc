"""Which deck are slides drawn into? One of ours: 16:9, in our type and colours, with layouts to go on with."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm, Pt

from lsn_data.exhibit import clean
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.slide import frame as slide_frame
from lsn_data.exhibit.slide import text
from lsn_data.exhibit.slide.cover import Cover
from lsn_data.language import Language

AUTHOR = "LSN 2030"
TITLE_ONLY = 5
_THEME = "/ppt/theme/theme1.xml"
_BULLET_SIZES = (20, 18, 16, 14, 14)
# The theme's colours, so that what the office adds by hand looks like the rest.
_COLOURS = {
    "dk1": LIGHT.ink, "lt1": LIGHT.page, "dk2": LIGHT.ink2, "lt2": LIGHT.panel, "accent1": LIGHT.accent,
    "accent2": LIGHT.actual, "accent3": LIGHT.previous, "accent4": LIGHT.accent_range, "accent5": LIGHT.good,
    "accent6": LIGHT.notice, "hlink": LIGHT.accent, "folHlink": LIGHT.ink3,
}  # fmt: skip


class Own:
    """A deck of ours: gives slides, which need nothing once they are drawn. The office's template has the same form
    (`slide.office.Office`).
    """

    measure = 1.0

    def __init__(self) -> None:
        self.deck = _made()

    def add(self) -> Any:
        """One more slide, with nothing but a title."""
        return self.deck.slides.add_slide(self.deck.slide_layouts[TITLE_ONLY])

    def cover(self, cover: Cover) -> Any:
        """No layout of its own for the title slide: it is drawn on our canvas."""
        return None

    def put_on(self, slide: Any) -> None:
        """What is drawn is as it should be."""


def _made() -> Any:
    """An empty deck with our size, type and colours."""
    deck = Presentation()
    _without_traces(deck)
    wider = Cm(slide_frame.WIDTH) / deck.slide_width
    deck.slide_width, deck.slide_height = Cm(slide_frame.WIDTH), Cm(slide_frame.HEIGHT)
    for page in (deck.slide_master, *deck.slide_layouts):
        _stretched(page, wider)
    title = deck.slide_layouts[TITLE_ONLY].placeholders[0]
    title.left, title.top, title.width, title.height = slide_frame.MESSAGE.emu
    _typed(deck.slide_master)
    _themed(next(one.target_part for one in deck.part.rels.values() if one.target_part.partname == _THEME))
    return deck


def _without_traces(deck: Any) -> None:
    """Drop what the library's own file brings along and nobody sees: a printer's settings, a picture of its cover."""
    for part in (deck.part, deck.part.package):
        for name, link in list(part._rels.items()):
            if link.reltype.endswith(("/printerSettings", "/thumbnail")):
                part.drop_rel(name)


def described(deck: Any, title: str, subject: str, say: Language) -> Any:
    """The deck with what file managers and screen readers read first; returns it."""
    about = deck.core_properties
    about.title = clean.shortened(clean.line(title), 200)
    about.subject = clean.shortened(clean.line(subject), 200)
    about.author = about.last_modified_by = AUTHOR
    about.language, about.comments = text.tongue(say), ""
    about.created = about.modified = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    about.revision = 1
    return deck


def saved(deck: Any) -> bytes:
    """The deck as a file."""
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _stretched(page: Any, wider: float) -> None:
    """python-pptx's own master is made for 4:3: its places take the width of our slides."""
    for place in page._element.iter(qn("a:off"), qn("a:ext")):
        for side in ("x", "cx"):
            if place.get(side):
                place.set(side, str(round(int(place.get(side)) * wider)))


def _typed(master: Any) -> None:
    """The master's titles as our messages are set, its bullets in sizes that people read."""
    styles = master._element.find(qn("p:txStyles"))
    for level in styles.find(qn("p:titleStyle")):
        level.set("algn", "l")
        level.find(qn("a:defRPr")).set("sz", str(Pt(slide_frame.MESSAGE_SIZES[0]).centipoints))
        level.find(qn("a:defRPr")).set("b", "1")
    for level, size in zip(styles.find(qn("p:bodyStyle")), _BULLET_SIZES, strict=False):
        level.find(qn("a:defRPr")).set("sz", str(Pt(size).centipoints))


def _themed(part: Any) -> None:
    """Our colours and our font in the theme."""
    theme = parse_xml(part.blob)
    colours = theme.find(f".//{qn('a:clrScheme')}")
    for name, colour in _COLOURS.items():
        slot = colours.find(qn(f"a:{name}"))
        slot[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.lstrip("#")}"/>')]
    for latin in theme.find(f".//{qn('a:fontScheme')}").iter(qn("a:latin")):
        latin.set("typeface", text.FONT)
    part._blob = serialize_part_xml(theme)
