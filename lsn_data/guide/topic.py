"""What is one answer of the help made of? A question as a person asks it, a short answer, and where it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.exhibit.paper.terms import ORIGINS, TERMS
from lsn_data.language import Language

# Among a topic's words: every word there is.
ALL_WORDS = "*"
# The words of the field and of the badges: their names and what they mean, as the handout says it too.
WORDS = {**{one.name: one.words for one in TERMS}, **dict(ORIGINS.values())}


@dataclass(frozen=True)
class Topic:
    """A question and its answer: steps in their order, points without one, words of the field, the page where it is
    done, and the topics that one reads next.

    All texts are English and marked for the catalogue; `words` names words of the field, `also` holds further words
    under which somebody may search.
    """

    key: str
    question: str
    answer: str
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    also: str = ""
    page: str = ""
    see: tuple[str, ...] = ()

    def meanings(self, say: Language) -> list[tuple[str, str]]:
        """The words of the field that it explains, each with what it means."""
        names = WORDS if self.words == (ALL_WORDS,) else self.words
        return [(say(name), say(WORDS[name])) for name in names]

    def said(self, say: Language) -> str:
        """All that it says, in the reader's language, to be searched in."""
        texts = [say(one) for one in (self.question, self.also, self.answer, *self.steps, *self.points)]
        return "\n".join([*texts, *(f"{name} {words}" for name, words in self.meanings(say))])


def found(topics: Sequence[Topic], asked: str, say: Language) -> list[Topic]:
    """The topics that hold every word asked for, those first that name them in the question or as a key word.

    >>> topics = [Topic("a", "How do I begin?", "Load it."), Topic("b", "Load?", "")]
    >>> [one.key for one in found(topics, "load", Language("en"))]
    ['b', 'a']
    """
    words = re.findall(r"\w+", asked.casefold())
    holding = [one for one in topics if _holds(one.said(say), words)]
    return sorted(holding, key=lambda one: not _holds(f"{say(one.question)} {say(one.also)}", words))


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
