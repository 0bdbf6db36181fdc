"""How does the cockpit stand on its page: the themes, then what waits, what is wanted, what changed, how fresh?"""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.overview.since_exhibit import day_of
from lsn_data.ui import show

SINCE = "since"


def page(say: Language) -> None:
    """One row a theme, and below it what a meeting asks next."""
    show.main_exhibit(Pick("overview"), say)
    show.supporting_exhibit(Pick("decisions"), say, say("Decisions"))
    show.supporting_exhibit(Pick("voice-and-effort"), say, say("Voice and effort"))
    day = since()
    show.supporting_exhibit(
        Pick.of("changes-since", since=day.isoformat()), say, say("What has changed"), lambda: since_choice(day, say)
    )
    show.supporting_exhibit(Pick("freshness"), say, say("Freshness"))


def since() -> dt.date:
    """The day from which on changes are told: as chosen, else as the link says, else half a year ago."""
    chosen = st.session_state.get(SINCE)
    told = chosen.isoformat() if isinstance(chosen, dt.date) else st.query_params.get(SINCE)
    return day_of(told, dt.date.today())


def since_choice(day: dt.date, say: Language) -> None:
    """The day, kept in the link where somebody chose it."""
    st.session_state[SINCE] = day
    if day == day_of(None, dt.date.today()):
        st.query_params.pop(SINCE, None)
    else:
        st.query_params[SINCE] = day.isoformat()
    st.date_input(
        say("Since"), key=SINCE, max_value=dt.date.today() - dt.timedelta(days=1), format="YYYY-MM-DD", width=180
    )
