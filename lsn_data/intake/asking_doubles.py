"""How is it asked whether a survey is another one, where most of its answers count already under another name?"""

from __future__ import annotations

from lsn_data.intake.asking_registers import Asked
from lsn_data.intake.report import Choice, Question
from lsn_data.language import Language

ID = "another_than"


def question_of(wave: str, answers: int, alike: int) -> Question:
    """The question; a mapping answers it with the name of that wave."""
    facts = {"wave": wave, "answers": answers, "alike": alike}
    return Question(ID, "another-survey", (Choice(wave),), facts=facts)


def is_another_survey(question: Question, say: Language) -> Asked:
    """What speaks for the same one, and what follows from saying that it is another."""
    wave = question.facts["wave"]
    evidence = alike_said(**question.facts, say=say)
    same = say("If it is the same survey, store it as {wave} with --replace.", wave=wave)
    yes = say("It is another survey than {wave}: both count", wave=wave)
    return say("Is this another survey than wave {wave}?", wave=wave), f"{evidence} {same}", [(wave, yes)]


def alike_said(wave: str, answers: int, alike: int, say: Language) -> str:
    """How many answers of a wave stand in the file, too."""
    return say(
        "Of the {answers} rankings of wave {wave}, {alike} are in this file, too.",
        answers=say.number(answers), wave=wave, alike=say.number(alike),
    )  # fmt: skip
