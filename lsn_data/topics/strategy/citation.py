"""How is a place in a document cited in the reader's language?

Titles stay as the document prints them; the words around them (chapter, table …) are said.
"""

from __future__ import annotations

import re

from lsn_data.language import Language, mark
from lsn_data.topics.strategy.compute import place

WORDS = (
    mark("overview of themes and goals"),
    mark("KPI structure"),
    mark("last paragraph"),
    mark("first paragraph"),
    mark("second paragraph"),
    mark("footnotes"),
    mark("footnote"),
    mark("chapter"),
    mark("table"),
    mark("measure under"),
    mark("first measure under"),
    mark("second measure under"),
    mark("item"),
)


def cited(source: str | None, say: Language) -> str:
    """The place in the document; for one without a place, the document.

    >>> cited('LSN 2030 (2025), chapter 5, table "Visibility", item 1', Language("de"))
    'Kapitel 5, Tabelle "Visibility", Punkt 1'
    """
    return worded(place(source) or source or "", say)


def worded(said: str, say: Language) -> str:
    """A source with the words of citation in the reader's language; what stands in quotation marks stays."""
    pieces = re.split(r'("[^"]*")', said)
    return "".join(piece if at % 2 else _plain(piece, say) for at, piece in enumerate(pieces))


def _plain(said: str, say: Language) -> str:
    for word in sorted(WORDS, key=len, reverse=True):
        said = re.sub(rf"\b{re.escape(word)}\b", say(word), said)
    return said
