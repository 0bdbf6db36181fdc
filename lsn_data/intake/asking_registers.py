"""How is a question about a register put: which column, which value, which sheet is meant?"""

from __future__ import annotations

from lsn_data.intake.report import Choice, Question
from lsn_data.language import Language

Asked = tuple[str, str, list[tuple[str, str]]]


def which_columns(question: Question, say: Language) -> Asked:
    """The columns that may be a needed one. Choices are (what the mapping holds, its words)."""
    asks = say("Which of these columns is the one that is needed?")
    needed = say.listing([say.both(_label(choice)) for choice in question.choices])
    evidence = say('Sheet "{sheet}" has no column named {needed}.', sheet=question.facts["sheet"], needed=needed)
    choices = [(choice.value, say.both(_label(choice))) for choice in question.choices]
    return asks, evidence, [*choices, ("", say("leave aside"))]


def what_values_mean(question: Question, say: Language) -> Asked:
    """Texts that are nearly a value of the list."""
    asks = say('What is meant by these entries in column "{column}"?', column=question.facts["column"])
    evidence = say("They are written almost like known ones. Guessing could mix them up.")
    choices = [
        (choice.value, say("something new: keep it as it is") if "new" in choice.facts else say.both(_label(choice)))
        for choice in question.choices
    ]
    return asks, evidence, choices


def which_sheet(question: Question, say: Language) -> Asked:
    """One of several versions of the same list."""
    asks = say("Which sheet shall be read?")
    evidence = say("Several sheets hold such a list; they look like versions of the same one.")
    return asks, evidence, [(choice.value, choice.value) for choice in question.choices]


def what_shares_are(question: Question, say: Language) -> Asked:
    """Numbers up to 1 where the unit is percent."""
    number = float(question.facts["number"])
    asks = say("What do numbers up to 1 mean where the unit is percent?")
    evidence = say(
        "Row {row} holds {number}. A cell that shows 12.5 % may hold 0.125.",
        row=question.facts["row"],
        number=say.number(number, 3),
    )
    means = [say("like {number} = {percent} %", number=say.number(number, 3), percent=say.number(value, 3))
             for value in (number * 100, number)]  # fmt: skip
    return asks, evidence, [(choice.value, words) for choice, words in zip(question.choices, means, strict=True)]


def _label(choice: Choice) -> tuple[str, str]:
    english, german = choice.facts["label"]
    return str(english), str(german)
