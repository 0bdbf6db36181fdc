"""How do the parts of the survey page stand below one another: what was asked, what may be shown, and what not?"""

from __future__ import annotations

import streamlit as st

from lsn_data.board import Pick
from lsn_data.disclosure import NotShown
from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.sheets.template import survey_template
from lsn_data.ui import data, leaving, show
from lsn_data.ui import questionnaire_filters as filters
from lsn_data.ui.messages import no_survey, safe
from lsn_data.ui.questionnaire_filters import Chosen


def all_of(view: Chosen, say: Language) -> None:
    """Satisfaction, services, any other question, texts; a survey that asked none of them says so."""
    show.part(view.pick("satisfaction", by=view.by), say("Satisfaction"), say)
    show.part(view.pick("services", by=view.by), say("Services used"), say)
    if view.others:
        pick = view.pick("questionnaire", question=view.other, by=view.by)
        show.part(pick, say("Other questions"), say, lambda: filters.question(view, say))
    if view.texts:
        pick = view.pick("comments", question=view.text, words=view.words)
        show.part(pick, say("In the members' words"), say, lambda: filters.search(view, say))
    if not _anything(view, say):
        _nothing_asked(say)


def _anything(view: Chosen, say: Language) -> bool:
    """Did the wave ask anything beside the ranking?"""
    if view.others or view.texts:
        return True
    return any(_there(view.pick(name), say) for name in ("satisfaction", "services"))


def _there(pick: Pick, say: Language) -> bool:
    try:
        data.exhibit(pick, say)
    except NotShown:
        return True
    except LsnError:
        return False
    return True


def _nothing_asked(say: Language) -> None:
    """The box in the place of the questions."""
    with st.container(border=True, key="lsn-empty", horizontal_alignment="center", vertical_alignment="center"):
        st.markdown(f"**{safe(say('This wave asked nothing beside the ranking.'))}**", width="content")
        st.markdown(
            safe(say("Ask how satisfied members are and what they use: the columns of the file are understood.")),
            width="content",
        )
        template(say)


def template(say: Language) -> None:
    """The empty survey spreadsheet, to be filled."""
    leaving.download(
        say("Download the survey template"), lambda: survey_template(say.code), file_name="lsn-survey.xlsx",
        mime=show.XLSX, key="survey-template",
    )  # fmt: skip


def empty(say: Language) -> None:
    """The greeting of the page where there is no survey yet."""
    no_survey(say("Here you will see how satisfied the members are, what they use and what they write."), say)
    template(say)
