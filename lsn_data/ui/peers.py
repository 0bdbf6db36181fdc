"""How do other clusters compare? Strategies in the same frame, then figures; and how a further strategy comes in."""

from __future__ import annotations

import streamlit as st

from lsn_data.board import Pick
from lsn_data.language import Language
from lsn_data.topics.peers.answer import measures
from lsn_data.topics.peers.size import measure_label
from lsn_data.ui import data, empty_page, filters, show
from lsn_data.ui.messages import safe

# The names of the choices in the link.
FIGURE, CHANNEL = "figure", "channel"


def page(say: Language) -> None:
    """Everything on the page."""
    show.main_exhibit(Pick("peers-gaps"), say)
    show.supporting_exhibit(Pick("peers-themes"), say)
    show.supporting_exhibit(Pick("strategy-comparison"), say)
    size, social = measures(data.store())
    _figures("peers-size", "measure", FIGURE, size, say("Size"), say)
    _figures("peers-social", "channel", CHANNEL, social, say("Social media"), say)
    if not size and not social:
        _no_figures(say)
    _another_strategy(say)


def _figures(name: str, part: str, key: str, known: tuple[str, ...], heading: str, say: Language) -> None:
    """The bars of one measure; several are a choice."""
    if not known:
        return
    measure = filters.kept(key, list(known), known[0])
    names = {one: measure_label(one, say) for one in known}
    choose = (lambda: filters.choice(key, say("Figure"), names)) if len(known) > 1 else None
    show.supporting_exhibit(Pick.of(name, **{part: measure}), say, heading, choose)


def _no_figures(say: Language) -> None:
    """The place of the bars, where no figure of another cluster is known."""
    with st.container(key="lsn-more-peers-size"):
        st.header(safe(say("No figures of other clusters yet")), anchor=False)
        words = say("Upload members, staff or followers of other clusters: here they will stand beside those of LSN.")
        st.html(f"<p class='lsn-reason'>{safe(words)}</p>")
        with st.container(horizontal=True):
            st.page_link("../../pages/upload.py", label=safe(say("Upload figures")), width="content")
            empty_page.template("peers", say)


def _another_strategy(say: Language) -> None:
    """How the strategy of a further cluster comes to stand beside the others."""
    with st.container(key="lsn-more-another-strategy"):
        st.html(f"<p class='lsn-part'>{safe(say('Add another strategy'))}</p>")
        words = say(
            "Fill the template with one row a theme, principle, offering and measure of success, and upload it: the"
            " strategy then stands here as a further column and on the page Strategy."
        )
        st.html(f"<p class='lsn-reason'>{safe(words)}</p>")
        with st.container(horizontal=True):
            st.page_link("../../pages/upload.py", label=safe(say("Upload a strategy")), width="content")
            empty_page.template("strategy", say)
