"""What was said in the workshops, narrowed to what is looked at? Asks the store; `compute` sorts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsn_data.language import Language
from lsn_data.sheets.choices import THEMES
from lsn_data.store import Store
from lsn_data.topics.questionnaire.comments import LONGEST_SEARCH, searched
from lsn_data.topics.strategy.answer import rows
from lsn_data.topics.workshops.compute import (
    ASKED,
    HELP,
    MEASURES,
    NEEDS,
    OPPORTUNITIES,
    Row,
    Statement,
    questions_of,
    statements_of,
)

KIND = "workshops"


@dataclass(frozen=True)
class Said:
    """All statements, those that the filters leave, the rows that they come from, and the words searched for."""

    all: tuple[Statement, ...]
    kept: tuple[Statement, ...]
    rows: tuple[Row, ...]
    words: str = ""

    @property
    def workshops(self) -> tuple[str, ...]:
        """The workshops whose statements are kept, as they come."""
        return tuple(dict.fromkeys(one.workshop for one in self.kept if one.workshop))

    @property
    def days(self) -> str:
        """When those workshops took place: `2024-11-05–2024-11-19`; empty where no date is known."""
        days = sorted({one.day for one in self.kept if one.day})
        return "–".join(dict.fromkeys([days[0], days[-1]])) if days else ""


def said(store: Store, filters: Mapping[str, str]) -> Said | None:
    """The statements under the filters theme, asked, workshop and words; None where no workshop is known."""
    found = rows(store, KIND)
    if not found:
        return None
    every = statements_of(found, [choice.code for choice in THEMES])
    wanted = {name: filters[name] for name in ("theme", "asked", "workshop") if filters.get(name)}
    kept = tuple(one for one in every if all(getattr(one, name) == value for name, value in wanted.items()))
    words = " ".join(filters.get("words", "")[:LONGEST_SEARCH].split())
    if words:
        holding = set(searched(tuple(one.text for one in kept), words))
        kept = tuple(one for one in kept if one.text in holding)
    return Said(every, kept, tuple(found), words)


def choices(store: Store, say: Language) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """What the statements may be narrowed to, {value: what it is called}: themes, questions, workshops."""
    found = said(store, {})
    every = found.all if found else ()
    return (
        {one.theme: theme_label(one.theme, say) for one in every},
        {asked: question_label(asked, words, say) for asked, words in questions_of(every).items()},
        {one.workshop: one.workshop for one in every if one.workshop},
    )


def theme_label(theme: str, say: Language) -> str:
    """The short name of one of our themes; another one stands as it was written."""
    return next((say.both(choice.label) for choice in THEMES if choice.code == theme), theme)


def question_label(asked: str, words: str, say: Language) -> str:
    """What a question is called: one of the four by its name, another one in its own words."""
    names = {
        OPPORTUNITIES: say("Opportunities"), NEEDS: say("Needs"), HELP: say("Active help wanted"),
        MEASURES: say("Measures proposed"),
    }  # fmt: skip
    return names[asked] if asked in ASKED else words
