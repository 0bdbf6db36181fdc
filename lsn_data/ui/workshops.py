"""Which statements of the workshops are looked at? Theme, question, workshop, words: all in the page's link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.workshops.answer import choices
from lsn_data.ui import data, empty_page, filters, show
from lsn_data.ui.filters import EVERYBODY
from lsn_data.ui.questionnaire_filters import words_box, words_in

# The words have a key of their own: a search in the survey's texts is another one.
WORDS = "said"


@dataclass(frozen=True)
class View:
    """What is chosen (None: all), and what there is to choose from, {value: what it is called}."""

    theme: str | None
    asked: str | None
    workshop: str | None
    words: str
    questions: Mapping[str, str]
    workshops: Mapping[str, str]

    def pick(self, name: str, **more: str) -> Pick:
        """An exhibit of what is chosen."""
        return Pick.of(name, theme=self.theme, asked=self.asked, workshop=self.workshop, **more)


def page(say: Language) -> None:
    """Everything on the page."""
    view = chosen(say)
    if view is None:
        _empty(say)
        return
    show.main_exhibit(view.pick("workshops"), say, lambda: bar(view, say))
    show.supporting_exhibit(Pick.of("workshops-needs", theme=view.theme, workshop=view.workshop), say)
    listed = view.pick("workshops-statements", words=view.words)
    show.supporting_exhibit(
        listed, say, say("Every statement"), lambda: words_box(WORDS, say("Search the statements"), say)
    )


def chosen(say: Language) -> View | None:
    """What the reader chose, or what the link says; None where no workshop is known. Draws nothing."""
    _, questions, workshops = choices(data.store(), say)
    if not questions:
        return None
    return View(
        filters.theme_chosen(), _one_of("asked", questions), _one_of("workshop", workshops), words_in(WORDS),
        questions, workshops,
    )  # fmt: skip


def _one_of(key: str, known: Mapping[str, str]) -> str | None:
    value = filters.kept(key, [EVERYBODY, *known], EVERYBODY)
    return None if value == EVERYBODY else value


def bar(view: View, say: Language) -> None:
    """The filters of the whole page."""
    with st.container(horizontal=True, gap="medium", key="lsn-filters"):
        filters.theme(say)
        filters.listed("asked", say("Key question"), {EVERYBODY: say("All questions"), **view.questions})
        if len(view.workshops) > 1:
            filters.listed("workshop", say("Workshop"), {EVERYBODY: say("All workshops"), **view.workshops})


def _empty(say: Language) -> None:
    empty_page.register(
        "workshops",
        say("No workshop results yet"),
        say("Here you will see what the workshops said, by theme and key question, beside what the measures offer."),
        say,
    )
