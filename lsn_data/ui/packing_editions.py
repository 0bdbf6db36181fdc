"""Which packs were frozen, how do they leave again, and what has changed since?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from lsn_data.board import Pick, kept
from lsn_data.board.editions import pack_of, rebuilt
from lsn_data.board.pack import LONGEST_NAME
from lsn_data.language import Language
from lsn_data.store import Frozen, Import, edition_named
from lsn_data.store.moments import local_time
from lsn_data.ui import data, pack, packing_files, rights, show
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import language

# The edition that is laid beside another one, or beside today; with which one.
COMPARED, AGAINST = "lsn-edition-compared", "lsn-compared-with"
TODAY = ""
ALL = "lsn-editions-all"
FIRST_SHOWN = 5


def section(found: Sequence[Frozen], say: Language) -> None:
    """The editions, the newest first; below them the comparison that somebody asked for."""
    if not found:
        return
    st.html("<hr class='lsn-line'>")
    st.header(safe(say("Editions")), anchor=False)
    everything = st.session_state.get(ALL, False) or len(found) <= FIRST_SHOWN
    compared, receipts = st.session_state.get(COMPARED), data.receipts()
    with st.container(key="lsn-editions", gap=None):
        for at, one in enumerate(found):
            if everything or at < FIRST_SHOWN or one.name == compared:
                _edition(one, at, receipts, say)
    if not everything:
        label = say("Show all {n} editions", n=say.number(len(found)))
        st.button(safe(label), on_click=_show_all, key="all-editions")
    if compared in [one.name for one in found]:
        _comparison(compared, [one.name for one in found if one.name != compared], say)


def _edition(one: Frozen, at: int, receipts: list[Import], say: Language) -> None:
    store = data.store()
    with st.container(horizontal=True, horizontal_alignment="distribute", key=f"lsn-edition-{at}"):
        st.html(
            f"<div class='lsn-edition'><b>{safe(one.name)}</b><span>{safe(_about(one, receipts, say))}</span></div>"
        )
        with st.container(horizontal=True, gap="small", width="content", key=f"lsn-edition-tools-{at}"):
            packing_files.downloads(lambda: rebuilt(store, one.name, say), one.name, f"edition-{at}", say)
            packing_files.present(say, edition=one.name)
            st.button(safe(say("Compare")), on_click=_compare, args=(one.name,), key=f"compare-{at}")
            if rights.allowed("compose"):
                st.button(safe(say("Begin a pack with it")), on_click=_begin, args=(one.name,), key=f"begin-{at}")


def _about(one: Frozen, receipts: list[Import], say: Language) -> str:
    """When, by whom, how much, from which data."""
    exhibits = say.plural("{n} exhibit", "{n} exhibits", one.exhibits)
    return say(
        "frozen {moment} by {who} · {exhibits} · data version {version}",
        moment=local_time(one.at, say), who=one.by, exhibits=exhibits, version=_version(one, receipts, say),
    )  # fmt: skip


def _version(one: Frozen, receipts: list[Import], say: Language) -> str:
    """The newest import that the data held then."""
    known = [receipt.import_id for receipt in receipts if receipt.seq <= one.version]
    return known[-1] if known else say("published facts only")


def _comparison(name: str, others: list[str], say: Language) -> None:
    """What differs from today, or from another edition: in short, then figure by figure."""
    if st.session_state.get(AGAINST) not in others:
        st.session_state[AGAINST] = TODAY
    against = st.session_state[AGAINST] or None

    def choose() -> None:
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="lsn-compared"):
            label = safe(say("Compare “{edition}” with", edition=name))
            st.selectbox(
                label, [TODAY, *others], format_func=lambda one: one or say("Today"), key=AGAINST, width=300,
                filter_mode=None,
            )  # fmt: skip
            st.button(safe(say("Close the comparison")), on_click=_compare, args=("",), key="no-comparison")

    picks = [Pick.of(one, edition=name, against=against) for one in ("edition-changes", "edition-figures")]
    show.supporting_exhibit(picks[0], say, say("What has changed"), choose)
    figures = show.there(picks[1], say)
    if figures and figures.table.rows:
        show.supporting_exhibit(picks[1], say, say("Figure by figure"))


def _compare(name: str) -> None:
    st.session_state[COMPARED] = name
    st.session_state[AGAINST] = TODAY


def _begin(name: str) -> None:
    """A pack of its own with what the edition held."""
    say, store = language(), data.store()
    found = pack_of(edition_named(store, name))
    free = kept.free_name(store, say("After {edition}", edition=name)[:LONGEST_NAME])
    pack.begin(replace(found, name=free), say("A new pack was begun with “{edition}”", edition=name))


def _show_all() -> None:
    st.session_state[ALL] = True
