"""Which wave, which split, which question, which words? The choices of the survey page; all stand in its link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import Import
from lsn_data.topics.questionnaire.comments import LONGEST_SEARCH
from lsn_data.ui import data, filters
from lsn_data.ui.filters import EVERYBODY, OFFERED


@dataclass(frozen=True)
class Chosen:
    """A wave, the attribute that its answers are split by (None: not split), a further question, one for texts.

    `others` and `texts` are the questions to choose from, {key: words}; `words` are those that texts must hold.
    """

    wave: Import
    by: str | None
    others: Mapping[str, str]
    other: str | None
    texts: Mapping[str, str]
    text: str | None
    words: str

    def pick(self, name: str, **more: str | None) -> Pick:
        """An exhibit of this wave."""
        return Pick.of(name, wave=self.wave.wave, **more)


def chosen(found: Mapping[str, Import]) -> Chosen:
    """What the reader chose, or what the link says. Draws nothing."""
    names = list(found)
    wave = found[filters.kept("wave", names, names[0])]
    by = filters.kept("split", [EVERYBODY, *OFFERED], EVERYBODY)
    others, texts = data.further_questions(wave)
    return Chosen(
        wave, None if by == EVERYBODY else by, others, _one_of("question", others), texts, _one_of("text", texts),
        words_in("words"),
    )  # fmt: skip


def _one_of(key: str, known: Mapping[str, str]) -> str | None:
    """The chosen one of several; None where there is none."""
    return filters.kept(key, list(known), next(iter(known))) if known else None


def words_in(key: str) -> str:
    """What is searched for: as typed, else as the link says; the link is kept in step."""
    words = str(st.session_state.get(key, st.query_params.get(key, "")) or "")[:LONGEST_SEARCH]
    st.session_state[key] = words
    if words.strip():
        st.query_params[key] = words
    else:
        st.query_params.pop(key, None)
    return words.strip()


def bar(view: Chosen, found: Mapping[str, Import], say: Language) -> None:
    """The filters of the whole page."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        names = {EVERYBODY: say("All together"), **{by: say.both(attribute_of(by).label) for by in OFFERED}}
        filters.choice("split", say("Answers side by side by"), names)
        filters.wave_choice(found, say)


def question(view: Chosen, say: Language) -> None:
    """Which of the other questions?"""
    filters.listed("question", say("Question"), view.others, 640)


def search(view: Chosen, say: Language) -> None:
    """Which of the questions answered in words, and which words?"""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-search"):
        if len(view.texts) > 1:
            filters.listed("text", say("Question"), view.texts, 520)
        words_box("words", say("Search the texts"), say)


def words_box(key: str, label: str, say: Language) -> None:
    """Where words are typed that texts must hold."""
    st.text_input(
        label, key=key, max_chars=LONGEST_SEARCH, type="search", width=320,
        placeholder=say("a word, or several"), persist_state="session",
    )  # fmt: skip
