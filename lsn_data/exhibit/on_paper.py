"""How is a pack handed out? As a PDF that is read without a speaker: tagged, in vectors, the answers on its front page.

The layout is written in Typst (`paper/*.typ`). It is handed data only: every text is a string there, never markup, and
it finds nothing but that folder: no network, no fonts of the machine. The same pack gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from lsn_data.exhibit import badge
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.palette import LIGHT
from lsn_data.exhibit.paper import text as paper_text
from lsn_data.exhibit.paper.annex import annex
from lsn_data.exhibit.paper.front import front
from lsn_data.exhibit.paper.leaf import leaves

PAPER = Path(__file__).parent / "paper"
# How many papers back the typesetter remembers.
_REMEMBERED = 10


def handout(bound: Bound) -> bytes:
    """The pack as a PDF (PDF/UA-1, A4). An empty pack is one page that says so, and what is missing."""
    drawn: bytes = typst.compile(
        PAPER / "handout.typ",
        root=PAPER,
        font_paths=_fonts(),
        sys_inputs={"pack": json.dumps(_told(bound), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=dt.datetime(bound.day.year, bound.day.month, bound.day.day, tzinfo=dt.UTC),
    )
    _forget()
    return drawn


def _forget() -> None:
    """Let go of what the typesetter remembers of this paper: it would hold a dozen of them, of 80 MB each.

    It forgets what so many papers after it did not need: empty ones age its memory, in a few milliseconds.
    """
    for _ in range(_REMEMBERED + 1):
        typst.compile(b"", format="pdf", font_paths=_fonts())


@cache
def _fonts() -> typst.Fonts:
    """The faces that lie beside the layout, and no others: a machine's own would change the lines."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[PAPER / "fonts"])


def _told(bound: Bound) -> Any:
    """All that the layout needs, every text made fit to be set."""
    say = bound.say
    return paper_text.settable(
        {
            "lang": say.code,
            "title": bound.name,
            "author": say("LSN 2030 strategy monitor"),
            "day": [bound.day.year, bound.day.month, bound.day.day],
            "foot": " · ".join(part for part in _foot(bound) if part),
            "look": {name: value for name, value in vars(LIGHT).items() if isinstance(value, str)},
            "front": front(bound),
            "leaves": leaves(bound),
            "annex": annex(bound),
        }
    )


def _foot(bound: Bound) -> tuple[str, ...]:
    """What every page says of itself: the pack, its edition, and that its figures are invented where they are."""
    edition = bound.say("Edition “{name}”", name=paper_text.line(bound.edition)) if bound.edition else ""
    invented = badge("demo", bound.say) if bound.leaves and bound.origin == "demo" else ""
    return paper_text.line(bound.name), edition, invented
