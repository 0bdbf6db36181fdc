"""How is a question put: what is asked, what speaks for which answer, what follows from each?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lsn_data.intake.asking_registers import Asked, what_shares_are, what_values_mean, which_columns, which_sheet
from lsn_data.intake.report import Choice, Question
from lsn_data.language import Language
from lsn_data.sheets.survey import ATTRIBUTES, known_item


@dataclass(frozen=True)
class Option:
    """One answer on offer: what the mapping holds, its words, what follows from it."""

    value: str
    label: str
    consequence: str = ""


@dataclass(frozen=True)
class Said:
    """A question in the reader's language. With `codes`, each code takes one of the choices."""

    id: str
    asks: str
    evidence: str
    choices: tuple[Option, ...]
    codes: tuple[str, ...] = ()


def said(question: Question, say: Language) -> Said:
    """The question with its evidence and choices, in words."""
    asks, evidence, choices = _WORDS[question.kind](question, say)
    return Said(question.id, asks, evidence, tuple(choices), question.codes)


Words = tuple[str, str, list[Option]]


def _which_question(question: Question, say: Language) -> Words:
    choices = [
        Option(choice.value, choice.value, say.listing([str(item) for item in choice.facts["items"]]))
        for choice in question.choices
    ]
    return (
        say("Which question is the ranking of the themes?"),
        say("The file holds more than one ranking."),
        choices,
    )


def _which_part(question: Question, say: Language) -> Words:
    choices = []
    for choice in question.choices:
        english, german = choice.facts["label"]
        sheets = say.listing([str(title) for title in choice.facts["sheets"]])
        found = say.plural(
            '{n} row, sheet "{sheets}"', '{n} rows, sheet "{sheets}"', choice.facts["rows"], sheets=sheets
        )
        choices.append(Option(choice.value, say.both((english, german)), found))
    evidence = say("It holds several registers; one import takes one of them. Upload it once more for the next one.")
    return say("Which part of this workbook is to be read?"), evidence, choices


def _item_codes(question: Question, say: Language) -> Words:
    choices = []
    for choice in question.choices:
        item = known_item(choice.value)
        assert item is not None
        choices.append(Option(choice.value, say.both(item.label)))
    asks = say("Which theme does each code stand for?")
    return (
        asks,
        say(
            "The file holds codes without their texts. Guessing would mix up the themes."
            " An export with the answers' texts instead of codes needs no such question."
        ),
        choices,
    )


def _value_codes(question: Question, say: Language) -> Words:
    choices = [
        Option(choice.code, f"{say.both(attribute.label)}: {say.both(choice.label)}")
        for attribute in ATTRIBUTES
        for choice in attribute.choices
    ]
    asks = say('What do the codes in column "{column}" mean?', column=question.facts["column"])
    return asks, say("The file holds codes without their texts. You may leave this open."), choices


def _not_applicable(question: Question, say: Language) -> Words:
    evidence = say.plural(
        '{n} cell says "{value}" instead of a place.',
        '{n} cells say "{value}" instead of a place.',
        int(question.facts["count"]),
        value=question.facts["value"],
    )
    choices = [
        Option(
            "below",
            say("The theme comes after all ranked ones"),
            say("then a theme that many leave out moves down"),
        ),
        Option(
            "not offered",
            say("The theme does not apply to the respondent"),
            say("then it is compared with nothing in that answer"),
        ),
    ]
    return say("What does it mean that a theme has no place?"), evidence, choices


def _direction(question: Question, say: Language) -> Words:
    if question.kind == "direction-points":
        evidence = say(
            'The question speaks of "{points}". Points usually grow with priority.',
            points=question.facts["points"],
        )
    elif question.facts["partial"]:
        evidence = say(
            "Of {partial} incomplete rankings, {high_only} hold the highest number but no 1.",
            partial=question.facts["partial"],
            high_only=question.facts["high_only"],
        )
    else:
        evidence = say("The file names both ends as the highest priority.")
    choices = [Option(choice.value, *_direction_words(choice, say)) for choice in question.choices]
    return say("Which number stands for the most important theme?"), evidence, choices


def _direction_words(choice: Choice, say: Language) -> tuple[str, str]:
    leads, ends = (_item_name(str(choice.facts[end]), say) for end in ("leads", "ends"))
    return (
        say("{number} is the most important", number=choice.facts["first"]),
        say("then {leads} leads, {ends} comes last", leads=leads, ends=ends),
    )


def _item_name(code_or_label: str, say: Language) -> str:
    item = known_item(code_or_label)
    return say.both(item.short) if item else code_or_label


def _of_register(words: Callable[[Question, Language], Asked]) -> Callable[[Question, Language], Words]:
    """A register's question in the same form."""

    def asked(question: Question, say: Language) -> Words:
        asks, evidence, choices = words(question, say)
        return asks, evidence, [Option(value, label) for value, label in choices]

    return asked


_WORDS: dict[str, Callable[[Question, Language], Words]] = {
    "which-question": _which_question,
    "which-part": _which_part,
    "item-codes": _item_codes,
    "value-codes": _value_codes,
    "not-applicable": _not_applicable,
    "direction-points": _direction,
    "direction-conflict": _direction,
    "register-columns": _of_register(which_columns),
    "register-values": _of_register(what_values_mean),
    "register-percent": _of_register(what_shares_are),
    "which-sheet": _of_register(which_sheet),
}
