"""How are factors, their quadrants, their evidence and the measures that answer them named?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lsn_data.exhibit import clean
from lsn_data.language import Language
from lsn_data.sheets.choices import MEASURE_STATES, QUADRANTS, THEMES
from lsn_data.topics.strategy.compute import pair
from lsn_data.topics.strategy.shorthand import short
from lsn_data.topics.swot.compute import Factor, Row

_LETTERED = re.compile(r"[SWOT](\d+)", re.IGNORECASE)
_CLAUSE = re.compile(r"[:;] ")
BRIEF, SMALL_WORD = 72, 3


def plural_of(quadrant: str, say: Language) -> str:
    """The name of a quadrant as a heading."""
    return {
        "strength": say("Strengths"), "weakness": say("Weaknesses"), "opportunity": say("Opportunities"),
        "threat": say("Risks"),
    }[quadrant]  # fmt: skip


def singular_of(quadrant: str, say: Language) -> str:
    """The name of one factor of a quadrant."""
    return next(say.both(choice.label) for choice in QUADRANTS if choice.code == quadrant)


def about(quadrant: str, say: Language) -> str:
    """Where its factors lie, and what is done with them."""
    return {
        "strength": say("internal, to use"), "weakness": say("internal, to reduce"),
        "opportunity": say("external, to seize"), "threat": say("external, to guard against"),
    }[quadrant]  # fmt: skip


def counted(quadrant: str, n: int, say: Language) -> str:
    """`3 risks`, for the middle of a sentence."""
    return {
        "strength": say.plural("{n} strength", "{n} strengths", n),
        "weakness": say.plural("{n} weakness", "{n} weaknesses", n),
        "opportunity": say.plural("{n} opportunity", "{n} opportunities", n),
        "threat": say.plural("{n} risk", "{n} risks", n),
    }[quadrant]  # fmt: skip


def text_of(factor: Factor, say: Language) -> str:
    """The whole text; a factor without one goes by its name."""
    return say.both(pair(factor.row, "text")) or name_of(factor, say)


def name_of(factor: Factor, say: Language) -> str:
    """`Risk 3` for T3; an id of another making stands behind its quadrant."""
    found = _LETTERED.fullmatch(factor.id)
    return f"{singular_of(factor.quadrant, say)} {found[1] if found else clean.line(factor.id)}"


def brief(text: str, most: int = BRIEF) -> str:
    """The beginning of a long text: its first clause, cut where even that is long, never behind a small word.

    >>> brief("Hardly any reserves: LSN lives from year to year")
    'Hardly any reserves'
    >>> brief("Tight budgets and rising costs in the public sector", 38)
    'Tight budgets and rising costs…'
    """
    first = _CLAUSE.split(clean.line(text))[0]
    if len(first) <= most:
        return first
    kept = first[: most + 1].split(" ")[:-1] or [first[:most]]
    while len(kept) > 1 and len(kept[-1]) <= SMALL_WORD:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:") + "…"


def theme_name(theme: str | None, say: Language) -> str:
    """The short name of a theme; one that we do not know goes by its code."""
    if theme is None:
        return say("no theme")
    return next((say.both(choice.label) for choice in THEMES if choice.code == theme), theme)


def themes_named(themes: Iterable[str], say: Language) -> str:
    """The themes of a factor, in one text."""
    return ", ".join(theme_name(theme, say) for theme in themes)


def evidence_of(factor: Factor, names: Mapping[str, str]) -> str:
    """On what it rests, in the reader's words (`answer.evidence_names`); empty where nobody told."""
    said = factor.row["evidence"] or ""
    return names.get(said, said)


def code_of(measure: Row, say: Language) -> str:
    """The short code of a measure."""
    return short(measure["measure"], measure["theme"], say)


def title_of(measure: Row, say: Language) -> str:
    """The title of a measure; one without a title goes by its code."""
    return say.both(pair(measure, "title")) or code_of(measure, say)


def state_of(measure: Row, say: Language) -> str:
    """Planned, running, done, dropped, or that nobody told."""
    found = next((say.both(one.label) for one in MEASURE_STATES if one.code == measure["status"]), None)
    return found or say("status not told")


def measure_told(measure: Row, say: Language) -> str:
    """`V2a Press kit in two languages (Running)`."""
    return f"{code_of(measure, say)} {title_of(measure, say)} ({state_of(measure, say)})"
