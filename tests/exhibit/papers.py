"""What does a handout hold? Opened again as a screen reader and a stranger's program would."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.bound import Bound, Leaf
from lsn_data.exhibit.paper.face import face, width
from lsn_data.language import Language

# (page, left, right, y, text), in points from the lower left corner; `right` is about.
Spot = tuple[int, float, float, float, str]
DAY = dt.date(2026, 4, 10)
# A4 and its margins at both sides, in points.
WIDE, HIGH, EDGE = 595.28, 841.89, 21 / 25.4 * 72


def pack(exhibits: Sequence[Exhibit], say: Language, **more: Any) -> Bound:
    """Exhibits bound under two sections, the last one under none."""
    names = [say.both(("Members", "Mitglieder")), say.both(("Strategy", "Strategie"))]
    middle = len(exhibits) // 2
    leaves = tuple(Leaf(one, names[at > middle]) for at, one in enumerate(exhibits))
    return Bound(say.both(("Board in April", "Vorstand im April")), say, leaves, DAY, **more)


class Paper(PdfReader):
    """A file whose pages are read once: their texts, and where each run of text stands."""

    @cached_property
    def said(self) -> tuple[list[str], list[Spot]]:
        """(the text of each page, all runs of text on all pages)."""
        texts, found = [], []
        for at, page in enumerate(self.pages, start=1):

            def seen(said: str, cm: Any, tm: Any, _font: Any, size: Any, at: int = at) -> None:
                if said.strip():
                    x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                    wide = max(_width(line, size * abs(tm[0] * cm[0])) for line in said.split("\n"))
                    found.append((at, x, x + wide, y, said))

            texts.append(page.extract_text(visitor_text=seen))
        return texts, found


def opened(data: bytes) -> Paper:
    """The file."""
    return Paper(BytesIO(data))


def text(reader: Paper) -> str:
    """Everything that is said on all pages, on one line; words that were parted at a line's end are whole again."""
    pages = " ".join(reader.said[0])
    return flat(re.sub("\u00ad\\s*|(?<=[a-zäöüß])-\n(?=[a-zäöüß])", "", pages))


def flat(said: str) -> str:
    """A text without what only guides the setting of lines."""
    return " ".join(re.sub("[\u200b\u00ad]", "", said).replace("\u00a0", " ").replace("\u202f", " ").split())


def tight(said: str) -> str:
    """A text without any blank: where lines break inside a cell, programs differ in what they put there."""
    return re.sub("[\\s\u200b\u00ad-]", "", said)


def structure(reader: PdfReader) -> Iterator[Any]:
    """All elements of the structure, from the first to the last."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop(0).get_object()
        yield one
        kids = one.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        waiting[:0] = [kid for kid in (kids if isinstance(kids, list) else [kids]) if _is_element(kid)]


def _is_element(kid: Any) -> bool:
    held = kid.get_object() if hasattr(kid, "get_object") else kid
    return isinstance(held, dict) and "/S" in held


def of_kind(reader: PdfReader, kind: str) -> list[Any]:
    """All elements of a kind: `/Figure`, `/TH`, `/H1` …"""
    return [one for one in structure(reader) if one.get("/S") == kind]


def outline(reader: PdfReader) -> list[str]:
    """The bookmarks, from the first to the last."""

    def flattened(items: list[Any]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from flattened(item)
            else:
                yield str(item.title)

    return list(flattened(reader.outline))


def _width(said: str, size: float) -> float:
    """The width of a line; what is large is set in the display face."""
    return face("InterDisplay-SemiBold").width(said) * size if size > 12 else width(said, size)


def badly_placed(reader: Paper) -> list[tuple[int, str]]:
    """(page, text) of all that stands outside the page's margins; kerning and round numbers are forgiven."""
    return [
        (page, said)
        for page, left, right, y, said in reader.said[1]
        if not (left >= EDGE - 1 and right <= WIDE - EDGE + 6 and 20 < y < HIGH - 20)
    ]
