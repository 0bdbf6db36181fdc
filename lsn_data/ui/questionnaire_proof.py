"""What else is in a survey file? Its further questions as a quiet table: words, kind, options, how many answered."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lsn_data.intake.report import Asked, Reading
from lsn_data.language import Language, mark
from lsn_data.ui.messages import safe
from lsn_data.ui.proof import cell, table

SHOWN_AT_ONCE, OPTIONS_SHOWN = 6, 4
KINDS = {
    "single": mark("One choice"),
    "multi": mark("Several choices"),
    "likert": mark("Rating"),
    "number": mark("Number"),
    "date": mark("Date"),
    "text": mark("Free text"),
}


def further_questions(reading: Reading, say: Language) -> None:
    """The heading and the table; of many questions the first few, the others unfold."""
    asked = reading.questionnaire
    if not asked:
        return
    st.header(safe(say("What else is in the file")), anchor=False)
    shown = SHOWN_AT_ONCE if len(asked) > SHOWN_AT_ONCE + 1 else len(asked)
    st.html(listing(asked[:shown], say))
    rest = asked[shown:]
    if rest:
        with st.expander(safe(say.plural("{n} more question", "{n} more questions", len(rest)))):
            st.html(listing(rest, say))


def listing(questions: Sequence[Asked], say: Language) -> str:
    """The questions as a table; no respondent's own words are in it."""
    heads = [
        cell(safe(say("Question")), tag="th"), cell(safe(say("Kind of answer")), tag="th"),
        cell(safe(say("Scale or options")), tag="th"), cell(safe(say("Answers")), "n", "th"),
    ]  # fmt: skip
    return table(heads, [_row(one, say) for one in questions])


def span(asked: Asked, say: Language) -> str:
    """The ends of a scale, the options, or the smallest and the largest number or day.

    >>> from lsn_data.intake.report import AnswerOption
    >>> scale = (AnswerOption("poor", 1, 1), AnswerOption("2", 0, 2), AnswerOption("good", 4, 3))
    >>> span(Asked("x", "likert", "How?", options=scale), Language("en"))
    '1 (poor) to 3 (good)'
    """
    if asked.kind == "likert":
        points = [one for one in asked.options if one.value is not None]
        ends = [_point(str(one.value), one.label) for one in (points[0], points[-1])]
        return say("{low} to {high}", low=ends[0], high=ends[1])
    if asked.options:
        names = [one.label for one in asked.options[:OPTIONS_SHOWN]]
        more = len(asked.options) - len(names)
        return ", ".join(names) + (say(" and {n} more", n=say.number(more)) if more else "")
    if asked.kind == "number":
        numbers = [one for one in asked.answers if isinstance(one, float)]
        return say("{low} to {high}", low=_number(min(numbers), say), high=_number(max(numbers), say))
    if asked.kind == "date":
        days = sorted(str(one) for one in asked.answers if one is not None)
        return say("{low} to {high}", low=days[0], high=days[-1])
    return "–"


def _row(asked: Asked, say: Language) -> str:
    """An array's statement stands first, its question quietly behind it."""
    words = safe(asked.row or asked.question or say("(the file does not tell the question)"))
    quiet = f" <span class='quiet'>{safe(asked.question)}</span>" if asked.row and asked.question else ""
    return (
        cell(words + quiet) + cell(safe(say(KINDS[asked.kind]))) + cell(safe(span(asked, say)), "quiet")
        + cell(safe(say.number(asked.answered)), "n")
    )  # fmt: skip


def _point(value: str, label: str) -> str:
    return value if label == value or label.startswith(value) else f"{value} ({label})"


def _number(value: float, say: Language) -> str:
    return say.number(value, 0 if value == int(value) else 1)
