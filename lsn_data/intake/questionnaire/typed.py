"""What did respondents write in their own words, in a comment or where they typed "other"?"""

from __future__ import annotations

from dataclasses import replace

from lsn_data.intake.one_question import OTHER, Answered
from lsn_data.intake.questionnaire.waiting import Found, Waiting
from lsn_data.intake.report import AnswerOption, Asked
from lsn_data.sheets.declared import plain


def text_asked(waiting: Waiting, column: Answered, question: str = "") -> Asked:
    """Free text, with what leads to a person taken out; `question`: the one whose "other" was typed here."""
    waiting.doubts.of_column("free-text-as-written", column)
    clean = {cell: waiting.doubts.clean(text, column.counts[text]) or None for cell, text in column.written.items()}
    row = next((part.label for part in column.parts if plain(part.question) == plain(question)), column.words)
    return Asked(
        "", "text", question or column.words, row if question and row != question else "",
        answers=tuple(map(clean.__getitem__, column.cells)), headings=(column.heading.text,),
    )  # fmt: skip


def with_typed_other(waiting: Waiting, column: Answered, asked: Asked) -> list[Found]:
    """Where an answer outside the list was typed: it counts as "other", its words are a text of their own."""
    found = Found(column.heading.index, asked)
    if asked.kind != "single":
        return [found]
    question = next((part.question for part in column.parts if OTHER.search(part.label)), column.words)
    behind = waiting.typed_other(column, question)
    if not behind:
        return [found]
    waiting.take(behind)
    text = text_asked(waiting, behind[0], column.words)
    return [replace(found, asked=_with_other(asked, text)), Found(behind[0].heading.index, text)]


def _with_other(asked: Asked, typed: Asked) -> Asked:
    """Who typed another answer without choosing "other" has chosen it."""
    at = next((at for at, one in enumerate(asked.options) if OTHER.search(one.label)), None)
    label = typed.row or "…"
    options = list(asked.options) if at is not None else [*asked.options, AnswerOption(label)]
    at = len(options) - 1 if at is None else at
    answers = tuple(
        at if chosen is None and text is not None else chosen
        for chosen, text in zip(asked.answers, typed.answers, strict=True)
    )
    options[at] = replace(options[at], count=answers.count(at))
    return replace(asked, options=tuple(one for one in options if one.count or one.label != label), answers=answers)
