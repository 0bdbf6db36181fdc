"""How is a place in a document cited in the reader's language?

Titles stay as the document prints them; the words around them (chapter, table …) are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    mark("footnote stands at the end of the passage"),
    mark("no footnote"),
    mark("skilled labour"),
    mark("note on"),
    mark("undated"),
    mark("older"),
    mark("about"),
    mark("paragraph beginning"),
    mark("printed as"),
    mark("also in the foreword"),
    mark("end of"),
    mark("the theme is inferred"),
    mark("strengths"),
    mark("goal"),
    mark("list"),
    mark("mission"),
    mark("actions"),
    mark("values"),
    mark("on the first WifOR study of the economic footprint"),
    mark("release of the state government of Schleswig-Holstein"),
    mark("data year"),
    mark("third release"),
    mark("and"),
)
MOST_HEADINGS = 3


def cited(source: str | None, say: Language) -> str:
    """The place in the document; for one without a place, the document.

    >>> cited('LSN 2030 (2025), chapter 5, table "Visibility", item 1', Language("de"))
    'Kapitel 5, Tabelle "Visibility", Punkt 1'
    """
    return worded(place(source) or source or "", say)


def headings(sources: Iterable[str | None], say: Language) -> str:
    """Under which headings of their documents rows stand, as a note; empty where no source tells.

    >>> headings(['LSN 2030 (2025), chapter 5, item 1', 'LSN 2030 (2025), chapter 5, table "B"'], Language("en"))
    'In the document: chapter 5.'
    """
    found = dict.fromkeys(_heading(place(source)) for source in sources if source)
    named = [worded(one, say) for one in found if one][:MOST_HEADINGS]
    more = [say("and others")] if len(found) > len(named) else []
    return say("In the document: {places}.", places="; ".join([*named, *more])) if named else ""


def _heading(said: str) -> str:
    """The first heading of a place: `chapter 1 "The Cluster"`."""
    found = re.match(r'[^",;:]*("[^"]*")?', said)
    return found[0].strip() if found else ""


def worded(said: str, say: Language) -> str:
    """A source with the words of citation in the reader's language; what stands in quotation marks stays."""
    pieces = re.split(r'("[^"]*")', said)
    return "".join(piece if at % 2 else _plain(piece, say) for at, piece in enumerate(pieces))


def _plain(said: str, say: Language) -> str:
    for word in sorted(WORDS, key=len, reverse=True):
        said = re.sub(rf"\b{re.escape(word)}\b", say(word), said)
    return said
