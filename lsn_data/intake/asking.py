"""How is a question put: what is asked, what speaks for which answer, what follows from each?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lsn_data.intake.asking_registers import Asked, what_values_mean, which_columns, which_sheet
from lsn_data.intake.report import Choice, Question
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
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
    words = _WORDS.get(question.kind) or _BY_ID[question.id.split(":")[0]]
    asks, evidence, choices = words(question, say)
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


def _item_codes(question: Question, say: Language) -> Words:
    choices = []
    for choice in question.choices:
        item = known_item(choice.value)
        assert item is not None
        choices.append(Option(choice.value, say.both(item.label)))
    asks = say("Which theme does each code stand for?")
    return asks, say("The file holds codes without their texts. Guessing would mix up the themes."), choices


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


def _columns(question: Question, say: Language) -> Words:
    """Which column of the file holds which field of a register (or tells which attribute of the respondents)."""
    choices = [Option(choice.value, _meaning(choice.value, say)) for choice in question.choices]
    return (
        say("What do these columns hold?"),
        say("Their headings are close to ours, but not the same. A suggestion counts once you confirm it."),
        choices,
    )


def _values(question: Question, say: Language) -> Words:
    """Which value of our list each text of a column means."""
    column = question.id.partition(":")[2]
    choices = [Option(choice.value, _value(choice.value, say)) for choice in question.choices]
    return (
        say('What do the entries in column "{column}" mean?', column=column),
        say("They are not on our list. A suggestion counts once you confirm it; you may leave entries open."),
        choices,
    )


def _sheet(question: Question, say: Language) -> Words:
    choices = [Option(choice.value, choice.value) for choice in question.choices]
    return say("Which sheet shall be read?"), say("More than one sheet of the file fits."), choices


def _meaning(name: str, say: Language) -> str:
    """What people call a field: the register's own heading, or the attribute's name.

    >>> _meaning("sector", Language("en")), _meaning("", Language("en"))
    ('Sector', 'leave aside')
    """
    if not name:
        return say("leave aside")
    fields = [field for sheet in REGISTERS.values() for field in sheet.fields]
    labels = {one.name: one.label for one in reversed(fields)} | {one.name: one.label for one in ATTRIBUTES}
    return say.both(labels[name]) if name in labels else name


def _value(code: str, say: Language) -> str:
    listed = (field.choices for sheet in REGISTERS.values() for field in sheet.fields)
    choices = (choice for choices in (*(one.choices for one in ATTRIBUTES), *listed) for choice in choices)
    return next((say.both(choice.label) for choice in choices if choice.code == code), code)


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
    "item-codes": _item_codes,
    "value-codes": _value_codes,
    "not-applicable": _not_applicable,
    "direction-points": _direction,
    "direction-conflict": _direction,
    "register-columns": _of_register(which_columns),
    "register-values": _of_register(what_values_mean),
    "which-sheet": _of_register(which_sheet),
}
# Where a question's kind has no words of its own, its id tells what is asked.
_BY_ID: dict[str, Callable[[Question, Language], Words]] = {"columns": _columns, "values": _values, "sheet": _sheet}
