"""How does the page on privacy stand? The sentence, the waves with their days, then what is stored, seen and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from lsn_data.backups import folder_of
from lsn_data.deleting import deleted_said
from lsn_data.exhibit import Chart, Column, Exhibit, Table
from lsn_data.exhibit.on_page import table_html
from lsn_data.language import Language
from lsn_data.settings import settings
from lsn_data.store import Term, deletions, editions_showing_wave, terms
from lsn_data.topics.privacy.headline import headline
from lsn_data.topics.privacy.held import NEVER, stored
from lsn_data.topics.privacy.rules import seers, whereabouts
from lsn_data.ui import data, deleting, rights
from lsn_data.ui.lines import line
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import palette

WIDTHS = (2.4, 1.4, 2, 2.6, 2, 2.2)


def page(say: Language) -> None:
    """The whole page."""
    today, kept = dt.date.today(), terms(data.store(), settings().retention_months)
    st.title(safe(headline(kept, today, data.DEMO in data.there(), say)), anchor=False)
    st.html(f"<p class='lsn-title'>{safe(say('Survey answers: what is kept, who sees it, when it goes'))}</p>")
    deleting.say_what_was_done()
    _waves(kept, today, say)
    _section(
        say("What is stored, and why"),
        [say("What is stored"), say("Why"), say("What of it is shown")],
        stored(settings(), say),
        say,
    )
    st.html(f"<div class='lsn-foot'>{safe(say(NEVER))}</div>")
    _section(say("Who sees what"), [say("Who"), say("Sees")], seers(say), say)
    path = data.store().path
    file, folder = (path.name, folder_of(path).name) if path else ("–", "–")
    places = whereabouts(file, folder, settings(), say)
    _section(say("Where, how long, and what leaves the house"), [say("About"), say("How it is")], places, say)


def _waves(kept: Sequence[Term], today: dt.date, say: Language) -> None:
    """A line a wave: until when it is kept, which editions show it; for whoever may, the way to delete it."""
    if kept:
        st.header(safe(say("Waves")), anchor=False)
        with st.container(key="lsn-history-waves"):
            heads = [say("Wave"), say("Answers"), say("Last answer"), say("Kept until"), say("Shown in editions"), ""]
            line(heads, WIDTHS, "head")
            for one in kept:
                _wave(one, today, say)
    for each in deletions(data.store()):
        st.html(f"<div class='lsn-foot'>{safe(deleted_said(each, say))}</div>")
    if rights.allowed("backup"):
        deleting.copies_left(say)


def _wave(one: Term, today: dt.date, say: Language) -> None:
    shown = editions_showing_wave(data.store(), one.wave, one.origin)
    until = say("{day}, past", day=say.date(one.until)) if one.over(today) else say.date(one.until)
    told = until if one.told else say("{day} (usual time)", day=until)
    cells = [one.wave, say.number(one.answers), say.date(one.day), told, say.listing(shown) or "–", None]
    last = line(cells, WIDTHS, "current")
    if rights.allowed("delete"):
        with last:
            deleting.ways(one, say)


def _section(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], say: Language) -> None:
    """A short table under its name, drawn like all others."""
    columns = tuple(Column(f"c{at}", head, "text" if not at else "prose") for at, head in enumerate(heads))
    table = Table(columns, tuple(tuple(row) for row in rows))
    st.header(safe(title), anchor=False)
    shown = Exhibit(
        name="privacy", question=title, message=title, title=title, chart=Chart("table", table), table=table, notes=(),
        sources=(), answered=None, asked=None, say=say,
    )  # fmt: skip
    st.html(table_html(shown, palette()))
