"""What does the file not tell? The questions with their evidence, and what each answer would mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lsn_data.intake.asking import Said, said
from lsn_data.intake.report import Question, Reading
from lsn_data.language import Language
from lsn_data.ui.correcting import SUGGESTED
from lsn_data.ui.messages import safe

VALUES = "values:"
CODES_IN_A_LINE = 3


def questions(reading: Reading, say: Language) -> None:
    """Each question in its own frame; the answers stand in the session until `told` collects them."""
    title = say.plural("One question for you", "{n} questions for you", len(reading.questions))
    st.header(safe(title), anchor=False)
    for question in reading.questions:
        asked = said(question, say)
        with st.container(border=True, key=_key(reading, question.id, "frame")):
            st.markdown(f"**{safe(asked.asks)}** {safe(asked.evidence)}")
            if asked.codes:
                _one_for_each_code(reading, asked, question.facts.get("suggested", {}), say)
            else:
                _one_of(reading, asked)


def told(reading: Reading) -> dict[str, Any]:
    """The answers given, as the mapping that reads the file again."""
    mapping: dict[str, Any] = {}
    for question in reading.questions:
        if question.id.startswith(VALUES):
            mapping.setdefault("values", {})[question.id.removeprefix(VALUES)] = _of_codes(reading, question)
        elif question.codes:
            mapping[question.id] = _of_codes(reading, question)
        elif chosen := st.session_state.get(_key(reading, question.id)):
            mapping[question.id] = chosen.value
    return mapping


def answered(reading: Reading) -> bool:
    """Has each question that has one answer got it? (Codes may be left open.)"""
    return all(question.codes or st.session_state.get(_key(reading, question.id)) for question in reading.questions)


def _of_codes(reading: Reading, question: Question) -> dict[str, str]:
    """What each code was said to mean; codes left open are left out."""
    chosen = {code: st.session_state.get(_key(reading, question.id, code)) for code in question.codes}
    return {code: option.value for code, option in chosen.items() if option}


def _one_of(reading: Reading, asked: Said) -> None:
    st.radio(
        safe(asked.asks),
        asked.choices,
        index=None,
        format_func=lambda option: safe(option.label),
        captions=[safe(option.consequence) for option in asked.choices],
        label_visibility="collapsed",
        key=_key(reading, asked.id),
    )


def _one_for_each_code(reading: Reading, asked: Said, suggested: Mapping[str, str], say: Language) -> None:
    """A list for each code; what is suggested is chosen already and says that it is a suggestion."""
    columns = st.columns(CODES_IN_A_LINE)
    for position, code in enumerate(asked.codes):
        likely = suggested.get(code)
        columns[position % CODES_IN_A_LINE].selectbox(
            safe(code),
            asked.choices,
            index=next((at for at, option in enumerate(asked.choices) if option.value == likely), None),
            format_func=lambda option, likely=likely: (
                say(SUGGESTED, label=option.label) if option.value == likely else option.label
            ),
            placeholder=say("Please choose"),
            filter_mode=None,
            key=_key(reading, asked.id, code),
        )


def _key(reading: Reading, *parts: str) -> str:
    return "-".join(("ask", reading.sha256[:12], *parts))
