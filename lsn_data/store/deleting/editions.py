"""What becomes of the editions that show a wave which is deleted? Its figures stay, what members wrote goes.

The figures of an edition are sums that were decided as fit to be shown; the board has seen them. The words of members
are personal data: they are taken out of the editions with the wave.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from lsn_data.language import Language, mark
from lsn_data.store.connection import Store

# The one exhibit that shows what members wrote.
WORDS = "comments"
WORDS_DELETED = mark("What the members wrote was deleted with their answers")


@dataclass(frozen=True)
class Showing:
    """An edition that shows a wave: how many exhibits of figures, and how many texts of members."""

    name: str
    exhibits: int
    texts: int


def editions_of(store: Store, imports: Collection[str]) -> list[Showing]:
    """The editions that show figures or texts of any of these imports, the newest first.

    Read once, until an edition comes or goes.
    """
    there = tuple((row["edition"], row["moment"]) for row in store.ask("editions"))
    return store.once(("editions-of", tuple(imports), there), lambda: _editions_of(store, imports))


def _editions_of(store: Store, imports: Collection[str]) -> list[Showing]:
    found = []
    for row in store.ask("papers_of_editions"):
        paper: Any = next(iter(json.loads(row["papers"]).values()), {})
        shown = [leaf["exhibit"] for leaf in _leaves(paper, imports)]
        if shown:
            words = [one for one in shown if one["name"] == WORDS]
            texts = sum(len(one["table"]["rows"]) for one in words)
            found.append(Showing(row["edition"], len(shown) - len(words), texts))
    return found


def without_words(papers: str, imports: Collection[str]) -> str | None:
    """An edition's papers (JSON) without what members wrote in these imports; None where they wrote nothing in it."""
    read, changed = json.loads(papers), False
    for code, paper in read.items():
        for leaf in _leaves(paper, imports):
            if leaf["exhibit"]["name"] == WORDS:
                _take_out(leaf, Language(code)(WORDS_DELETED))
                changed = True
    return json.dumps(read) if changed else None


def _take_out(leaf: dict[str, Any], said: str) -> None:
    """The texts, and what was searched for in them, which may quote one."""
    exhibit = leaf["exhibit"]
    exhibit["table"]["rows"], exhibit["chart"]["table"]["rows"] = [], []
    exhibit.update({"message": said, "title": said, "computed": "", "answered": None, "meaning": []})
    leaf["key"] = WORDS


def _leaves(paper: Any, imports: Collection[str]) -> Iterator[dict[str, Any]]:
    """The leaves of a paper whose exhibits are of one of the imports."""
    for leaf in paper.get("leaves", []) if isinstance(paper, dict) else []:
        if any(source["import_id"] in imports for source in leaf["exhibit"]["sources"]):
            yield leaf
