"""Which key question does a statement answer, in which order do statements stand, which measure may answer a need?

Pure: rows in, statements out. A register holds questions and statements as somebody typed them from cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lsn_data.sheets.declared import plain

Row = dict[str, Any]

# The four key questions of a World Café, in the order in which they are asked, and the beginnings of the words by
# which a question is known in German and English. The first kind that is named wins: "Where is active help needed?"
# asks for help, although it holds "need".
OPPORTUNITIES, NEEDS, HELP, MEASURES = "opportunities", "needs", "help", "measures"
ASKED = (OPPORTUNITIES, NEEDS, HELP, MEASURES)
_BEGINNINGS = {
    HELP: ("help", "hilf", "unterstütz", "support", "assist"),
    MEASURES: ("measure", "maßnahm", "massnahm"),
    OPPORTUNITIES: ("opportunit", "chance", "potenzial", "potential"),
    NEEDS: ("need", "bedarf", "bedürf", "benötig"),
}
# What nearly every sentence holds, or nearly every measure of a cluster; a word in common then says nothing.
_COMMON = """
    about after also better every first from have into many more most much only other over should some than that their
    them they this what when which with would year years members member cluster companies company small large region
    measures measure people together support aber alle allem alles auch beim besser dass dem den der deren des diese
    dieser durch eine einem einen einer eines erste ersten fehlt fehlen gibt haben hilfe immer jede jeder jedes jahr
    jahre kann keine können mehr mit nach nicht noch oder ohne sind soll sollen über unsere unter viel viele vielen
    vom wenn werden wird wollen zum zur zwei bisher kaum welche welcher welches wofür wissen machen macht zeigen
    mitglieder mitglied mitgliedern firmen firma unternehmen kleine kleinen große großen maßnahmen maßnahme menschen
    gemeinsam gemeinsame thema themen
"""
_COMMON_WORDS = frozenset(_COMMON.split())
_SHORTEST_WORD, _STEM = 4, 5


@dataclass(frozen=True)
class Statement:
    """One card of a workshop. `kind` is the key question that it answers, None where the question is another one."""

    theme: str
    question: str
    kind: str | None
    text: str
    votes: float | None
    workshop: str
    day: str

    @property
    def asked(self) -> str:
        """What statements to the same question share: the kind, else the words of the question made plain."""
        return self.kind or plain(self.question)


@dataclass(frozen=True)
class Lead:
    """Which statements have the most votes, how many, and how far behind the next one is (None: there is none)."""

    first: tuple[Statement, ...]
    votes: float
    ahead: float | None


@lru_cache(maxsize=500)
def kind_of(question: str) -> str | None:
    """The key question that some words ask; None where they ask something else.

    >>> kind_of("Wo ist unsere aktive Hilfe nötig?"), kind_of("Which needs?"), kind_of("Was noch?")
    ('help', 'needs', None)
    """
    words = plain(question).split()
    for kind, beginnings in _BEGINNINGS.items():
        if any(word.startswith(beginnings) for word in words):
            return kind
    return None


def statements_of(rows: Iterable[Row], themes: Sequence[str]) -> tuple[Statement, ...]:
    """All statements in reading order: themes as given and then as they come, the key questions in theirs, then the
    others as they come; within a question most votes first, without votes last.
    """
    found = [_statement(row) for row in rows]
    theme_at = {theme: at for at, theme in enumerate(dict.fromkeys([*themes, *(one.theme for one in found)]))}
    asked_at = {asked: at for at, asked in enumerate(dict.fromkeys([*ASKED, *(one.asked for one in found)]))}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                theme_at[one.theme], asked_at[one.asked], one.votes is None, -(one.votes or 0), one.text.casefold(),
            ),
        )
    )  # fmt: skip


def _statement(row: Row) -> Statement:
    question = row["question"] or ""
    return Statement(
        row["theme"] or "", question, kind_of(question), " ".join(str(row["statement"] or "").split()), row["votes"],
        row["workshop"] or "", row["date"] or "",
    )  # fmt: skip


def questions_of(statements: Iterable[Statement]) -> dict[str, str]:
    """The questions that were answered, {asked: the words as first written}, in reading order."""
    found: dict[str, str] = {}
    for one in statements:
        found.setdefault(one.asked, one.question)
    known = [kind for kind in ASKED if kind in found]
    return {asked: found[asked] for asked in [*known, *(asked for asked in found if asked not in known)]}


def lead_of(statements: Iterable[Statement]) -> Lead | None:
    """Who leads, and by how much; None where nobody noted a vote.

    >>> one = {"theme": "region", "question": "Needs?", "workshop": "A", "date": "2024"}
    >>> rows = [{**one, "statement": "Labs", "votes": 12}, {**one, "statement": "Land", "votes": 9}]
    >>> lead = lead_of(statements_of(rows, ()))
    >>> [first.text for first in lead.first], lead.votes, lead.ahead
    (['Labs'], 12, 3)
    """
    voted = [one for one in statements if one.votes]
    if not voted:
        return None
    most = max(one.votes or 0 for one in voted)
    behind = [one.votes or 0 for one in voted if (one.votes or 0) < most]
    return Lead(tuple(one for one in voted if one.votes == most), most, most - max(behind) if behind else None)


def content_words(text: str) -> dict[str, str]:
    """The words of a text that carry meaning, {beginning: the word as written}; a beginning stands for its endings.

    >>> content_words("Kleine Firmen brauchen Pressearbeit")
    {'brauc': 'brauchen', 'press': 'Pressearbeit'}
    """
    found: dict[str, str] = {}
    for word in re.findall(r"\w+", text):
        said = word.lower()  # not casefold: it would make `außer` and `ausse` one
        if len(said) >= _SHORTEST_WORD and said not in _COMMON_WORDS and not said.isdigit():
            found.setdefault(said[:_STEM], word)
    return found


def index_of(texts: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Which of some texts (each in several languages, under its code) hold a word, by the word's beginning."""
    found: dict[str, list[str]] = {}
    for code, versions in texts.items():
        for beginning in dict.fromkeys(beginning for text in versions for beginning in content_words(text)):
            found.setdefault(beginning, []).append(code)
    return found


def likely(text: str, index: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The codes of those that share a word with a text, most shared words first.

    Words of four letters must agree whole; longer ones in their first five letters, so that endings do not matter and
    German compounds are found by their first part.

    >>> index = index_of({"kit": ("Press kit", "Pressemappe in zwei Sprachen"), "map": ("Map of sites", "Karte")})
    >>> likely("Hilfe bei der Pressearbeit", index)
    ('kit',)
    """
    counts: dict[str, int] = {}
    for beginning in content_words(text):
        for code in index.get(beginning, ()):
            counts[code] = counts.get(code, 0) + 1
    return tuple(sorted(counts, key=lambda code: -counts[code]))
