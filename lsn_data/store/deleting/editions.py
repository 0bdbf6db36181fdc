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
Held = tuple[str, list[tuple[frozenset[str], int | None]]]
WORDS_DELETED = mark("What the members wrote was deleted with their answers")


@dataclass(frozen=True)
class Showing:
    """An edition that shows a wave: how many exhibits of figures, and how many texts of members."""

    name: str
    exhibits: int
    texts: int


def editions_of(store: Store, imports: Collection[str]) -> list[Showing]:
    """The editions that show figures or texts of any of these imports, the newest first.

    Their papers are read once for all waves, until an edition comes or goes.
    """
    there = tuple((row["edition"], row["moment"]) for row in store.ask("edition_names"))
    papers = store.once(("papers-of-editions", there), lambda: [_held(row) for row in store.ask("papers_of_editions")])
    found = []
    for name, leaves in papers:
        shown = [texts for sources, texts in leaves if not sources.isdisjoint(imports)]
        if shown:
            words = [texts for texts in shown if texts is not None]
            found.append(Showing(name, len(shown) - len(words), sum(words)))
    return found


def _held(row: dict[str, Any]) -> Held:
    """Of each leaf of an edition the imports that it is of, and how many texts of members; None: it shows figures."""
    paper: Any = next(iter(json.loads(row["papers"]).values()), {})
    exhibits = [leaf["exhibit"] for leaf in _all_leaves(paper)]
    return row["edition"], [
        (frozenset(_imports(one)), len(one["table"]["rows"]) if one["name"] == WORDS else None) for one in exhibits
    ]


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
    """The texts, what was searched for in them and what was noted on them, which may quote one."""
    exhibit = leaf["exhibit"]
    exhibit["table"]["rows"], exhibit["chart"]["table"]["rows"] = [], []
    exhibit.update({"message": said, "title": said, "computed": "", "answered": None, "meaning": []})
    leaf.update({"key": WORDS, "note": ""})


def _leaves(paper: Any, imports: Collection[str]) -> Iterator[dict[str, Any]]:
    """The leaves of a paper whose exhibits are of one of the imports."""
    return (leaf for leaf in _all_leaves(paper) if any(one in imports for one in _imports(leaf["exhibit"])))


def _all_leaves(paper: Any) -> list[dict[str, Any]]:
    return list(paper.get("leaves", [])) if isinstance(paper, dict) else []


def _imports(exhibit: dict[str, Any]) -> list[str]:
    return [source["import_id"] for source in exhibit["sources"]]
