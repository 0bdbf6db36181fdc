"""What is a person told about a column: what belongs there, which values are allowed, and whether it is needed?"""

from __future__ import annotations

from lsn_data.language import Language, mark
from lsn_data.sheets.declared import Field

HOLDS = {
    "text": mark("Text."),
    "code": mark("A short name. Other lists refer to it."),
    "number": mark("A number, such as 1234.5, without its unit."),
    "when": mark("A year, a month or a day: 2023, 2023-03 or 2023-03-31."),
    "choice": mark("One of the listed values."),
    "choices": mark("One or several of the listed values, separated by semicolons."),
    "list": mark("One or several entries, separated by semicolons."),
    "yes": mark("Yes or no."),
}


def remarks(field: Field, say: Language) -> list[str]:
    """The sentences that explain a column, the most important first."""
    told = [_sentence(say.both(field.help)), say(HOLDS[field.holds]), *_allowed(field, say), need(field, say)]
    if field.pair:
        told.append(say("One language is enough: it then serves both."))
    return [one for one in told if one]


def need(field: Field, say: Language) -> str:
    """Must the column be there, must its cells be filled?"""
    if field.usual:
        return say("May stay empty: it then means {usual}.", usual=field.usual)
    if not field.required:
        return say("May stay empty.")
    return say("The column is needed; a cell may stay empty.") if field.may_be_blank else say("Needed.")


def example_of(field: Field, say: Language) -> str:
    """The example as a reader of this language would type it: labels instead of codes."""
    said = field.example_de if say.code == "de" and field.example_de else field.example
    if field.holds == "yes" and said:
        return say("yes") if said == "yes" else say("no")
    labels = {choice.code: say.both(choice.label) for choice in field.choices}
    return "; ".join(labels.get(part.strip(), part.strip()) for part in said.split(";")) if labels else said


def _allowed(field: Field, say: Language) -> list[str]:
    if not field.choices:
        return []
    labels = ", ".join(say.both(choice.label) for choice in field.choices)
    return [say("Allowed: {labels}.", labels=labels), say("Other values are kept as they are.") if field.open else ""]


def _sentence(text: str) -> str:
    """A fragment as a sentence.

    >>> _sentence("no persons"), _sentence("Is it in doubt?"), _sentence("")
    ('No persons.', 'Is it in doubt?', '')
    """
    return text and text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
