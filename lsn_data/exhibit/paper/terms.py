"""Which terms of the field does a pack use, and what do they mean in plain words?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.bound import Bound
from lsn_data.language import mark

Told = dict[str, Any]


@dataclass(frozen=True)
class Term:
    """A term, what it means, and how it is found in an exhibit's texts: a pattern in English and one in German."""

    name: str
    words: str
    found: tuple[str, str]


TERMS = (
    Term(
        mark("Plausible range, plausible places"),
        mark(
            "Where a figure may lie among all members, not only those who answered: with 95% confidence. Two ranges "
            "that overlap do not settle which figure is larger."
        ),
        (r"plausible", r"plausib"),
    ),
    Term(
        mark("Leading, middle, trailing group"),
        mark(
            "A new group begins at the first theme that is clearly behind the first one of the group above. Within a "
            "group the order is open."
        ),
        (r"(leading|middle|trailing) group", r"spitzengruppe|mittelfeld|schlussgruppe|führende gruppe"),
    ),
    Term(
        mark("Return rate"),
        mark("The share of the members asked who answered."),
        (r"return rate", r"rücklauf"),
    ),
    Term(
        mark("n of N"),
        mark("How many answered out of how many were asked. Figures on fewer than five answers are not shown."),
        (r"\bn = \d+ of \d", r"\bn = \d+ von \d"),
    ),
    Term(
        mark("Score interval (Wilson)"),
        mark(
            "The range of a share that also holds for few answers and near 0 or 100%. It never leaves these bounds."
        ),
        (r"wilson|score interval", r"wilson|score-intervall"),
    ),
    Term(
        mark("Vintage"),
        mark(
            "The day on which a value was published. A value that is restated later stands beside the earlier one, "
            "and neither is overwritten."
        ),
        (r"vintage|earlier publication|first published", r"früher veröffentlicht|zuerst mit|später mit"),
    ),
    Term(
        mark("Break"),
        mark("From here on the figure is measured in another way. Values before and after are not compared."),
        (r"new method|break in method|new question", r"neue methode|methodenbruch|neue frage"),
    ),
    Term(
        mark("Outcome KPI"),
        mark("A measurable result with a benefit for the target group. It is rated against its target."),
        (r"outcome", r"outcome"),
    ),
    Term(
        mark("Impact KPI"),
        mark("A long-term effect to which LSN contributes, together with others. It is told, not scored."),
        (r"impact", r"impact"),
    ),
    Term(
        mark("Outlook, 95%"),
        mark("Where the figure may stand in the target year if it goes on as before. It is no forecast of decisions."),
        (r"outlook", r"ausblick"),
    ),
    Term(
        mark("On course, nearly, too slow, wrong way"),
        mark(
            "The mean yearly change of the last five values is carried on to the target year: the target is reached, "
            "5 to 20% of the way are missing, more is missing, or the figure moves away from it. Fewer than four "
            "values are not rated."
        ),
        (r"on course|too slow|wrong way", r"auf kurs|zu langsam|falsche richtung"),
    ),
    Term(
        mark("N I P"),
        mark(
            "The guiding principles: Networking, Informing, Positioning. Every measure serves at least one of them "
            "and at most three."
        ),
        (r"\bN ?I ?P\b|guiding principle", r"\bV ?I ?P\b|leitprinzip"),
    ),
    Term(
        mark("SWOT"),
        mark("Strengths and weaknesses within, opportunities and risks from outside."),
        (r"\bswot\b", r"\bswot\b"),
    ),
    Term(
        mark("TOWS matrix"),
        mark(
            "Pairs what is within with what comes from outside: which measure uses a strength for an opportunity, "
            "which one guards a weakness against a risk."
        ),
        (r"\btows\b|strengths and opportunities", r"\btows\b|stärken und chancen"),
    ),
    Term(
        mark("Permutation test"),
        mark(
            "The answers are dealt out to the groups at random, many times. If a difference as large as the one seen "
            "comes up often, it may be chance."
        ),
        (r"permutation|permuted", r"permutation|permutiert"),
    ),
    Term(
        mark("Correction for many comparisons (Holm)"),
        mark(
            "Who compares much finds something by chance. The correction asks for more before it calls a difference "
            "one."
        ),
        (r"\bholm\b", r"\bholm\b"),
    ),
    Term(
        mark("Kendall's W"),
        mark("How far the rankings agree: 0 is no agreement at all, 1 means that all rank alike."),
        (r"kendall", r"kendall"),
    ),
    Term(
        mark("Weighted"),
        mark("Answers of groups that answered less often count more, so that together they count as in the register."),
        (r"\bweighted", r"\bgewichtet"),
    ),
    Term(
        mark("Institutional income"),
        mark("Money for the running of the cluster itself, not for a project or a service."),
        (r"institutional", r"institutionell"),
    ),
)  # fmt: skip
ORIGINS = {
    "demo": (mark("DEMO"), mark("Invented figures that show how the product works. They say nothing about LSN.")),
    "uploaded": (mark("UPLOADED"), mark("Figures from the office's own spreadsheets.")),
    "published": (mark("PUBLISHED"), mark("Figures that somebody has published; the source stands below the exhibit.")),
    "computed": (
        mark("Counted in the registers"),
        mark("Counted by the product from the lists themselves. A count from demo lists is marked as demo."),
    ),
}


def terms(bound: Bound) -> list[Told]:
    """The terms that the exhibits' texts hold, in their order; last, what the badges mean."""
    say = bound.say
    texts = "\n".join(text for exhibit in bound.exhibits for text in _texts(exhibit))
    used = [one for one in TERMS if re.search(say.both(one.found), texts, re.IGNORECASE)]
    origins = [told for origin, told in ORIGINS.items() if origin in {one.origin for one in bound.exhibits}]
    return [
        {"name": say(name), "words": say(words)} for name, words in (*((one.name, one.words) for one in used), *origins)
    ]


def _texts(exhibit: Exhibit) -> Iterator[str]:
    """Everything that is said in an exhibit."""
    yield from (exhibit.message, exhibit.title, exhibit.chart.axis, exhibit.base)
    yield from (*exhibit.notes, *exhibit.meaning, *(one.said for one in exhibit.method))
    for table in (exhibit.table, exhibit.chart.table):
        yield from (column.label for column in table.columns)
        yield from (value for row in table.rows for value in row if isinstance(value, str))
