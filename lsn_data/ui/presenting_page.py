"""How does one page of a presentation stand on the screen: section, message, title, drawing, foot?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import streamlit as st

from lsn_data.board import Pick
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit, badge, clean
from lsn_data.exhibit.bound import Bound, Leaf, edition_told
from lsn_data.exhibit.on_page import HTML, figures, html
from lsn_data.exhibit.palette import DARK, Palette
from lsn_data.language import Language
from lsn_data.ui import data
from lsn_data.ui import presenting_live as live
from lsn_data.ui.messages import safe
from lsn_data.ui.presenting_deck import Deck
from lsn_data.ui.show import QUIET


def draw(deck: Deck, page: int, looked_at: bool, palette: Palette, say: Language) -> None:
    """A page; the one that is looked at as its filters ask for."""
    leaf, pick = deck.leaf(page), deck.pick(page)
    if leaf is None or pick is None:
        _agenda(deck, say) if page == 1 else _end(deck, say)
        return
    cut = live.asked(pick) if looked_at and live.offers(pick) else None
    if cut and cut.live:
        _live(deck, page, leaf, cut, palette, say)
        return
    _head(leaf.section, leaf.exhibit, say, bool(live.offers(pick)))
    _drawing(leaf.exhibit, page, palette, (deck.bound.edition, pick))
    _foot(leaf.exhibit, deck, page, say)


def _live(deck: Deck, page: int, leaf: Leaf, cut: live.Cut, palette: Palette, say: Language) -> None:
    """A cut of today's data in the place of the agreed exhibit, and that it is one."""
    try:
        exhibit: Exhibit | None = data.exhibit(cut.pick, say)
        trouble = None
    except LsnError as refusal:
        exhibit, trouble = None, refusal
    _not_agreed(deck.bound, cut, say)
    if exhibit:
        _head(leaf.section, exhibit, say, True)
        _drawing(exhibit, page, palette, ("live", cut.pick))
        _foot(exhibit, deck, page, say, frozen=False)
        return
    _head(leaf.section, replace(leaf.exhibit, message=leaf.exhibit.question, title="", computed=""), say, True)
    if trouble:
        live.not_shown(trouble, cut, say)
    st.html(f"<div class='lsn-stage-foot'>{_number(deck, page)}</div>")


def _not_agreed(bound: Bound, cut: live.Cut, say: Language) -> None:
    """The line that says what was filtered, where the figures come from, and the way back."""
    said = safe(say("Not the agreed view: {what}", what=live.said(cut, say)))
    if bound.edition:
        told = say(
            "Drawn from today's data (version {version}), not from the edition: figures may differ.",
            version=data.newest_import() or say("published facts only"),
        )
        said += f"<span>{safe(told)}</span>"
    with st.container(horizontal=True, vertical_alignment="center", key="lsn-stage-not-agreed"):
        st.html(f"<p role='status'>{said}</p>", width="stretch")
        st.button(safe(say("Back to the agreed view (R)")), on_click=live.agree, key="agreed")


def _head(section: str, exhibit: Exhibit, say: Language, filters: bool) -> None:
    word = f"<span class='lsn-stage-edited'>{safe(exhibit.edited)}</span>" if exhibit.edited else ""
    old = " class='lsn-stage-old'" if exhibit.outdated else ""
    st.html(
        f"<div class='lsn-stage-head' data-filters='{int(filters)}'><p class='lsn-stage-section'>{safe(section)}</p>"
        f"<h1 tabindex='-1'{old}>{safe(exhibit.message)}</h1>"
        f"<p class='lsn-stage-title'>{safe(exhibit.title)}{word}</p></div>"
    )


def _drawing(exhibit: Exhibit, page: int, palette: Palette, name: tuple[str, Pick]) -> None:
    """The chart or table in a box of its own: the script scales it to the room that is left."""
    plain = replace(exhibit, ways={})
    said = clean.line(f"{exhibit.message}. {exhibit.title}")
    with st.container(key=f"lsn-draw-{page}"):
        if exhibit.chart.kind in HTML:
            st.html(html(plain, palette) if exhibit.table.rows else "<p></p>")
            return
        asked = ("stage", name, exhibit.say.code, palette is DARK, dt.date.today())
        for at, drawn in enumerate(data.store().once(asked, lambda: figures(plain, palette))):
            st.plotly_chart(drawn, theme=None, config=QUIET, key=f"stage-{page}-{at}", alt=said)


def _foot(exhibit: Exhibit, deck: Deck, page: int, say: Language, frozen: bool = True) -> None:
    notes = " ".join(map(safe, exhibit.notes)) + "<br>" if exhibit.notes else ""
    edition = f" · {safe(_edition(deck.bound))}" if frozen and deck.bound.edition else ""
    st.html(
        f"<div class='lsn-stage-foot'><span class='lsn-badge lsn-{exhibit.origin}'>{safe(exhibit.badge)}</span>"
        f"<span class='lsn-stage-source'>{notes}{safe(exhibit.foot)}{edition}</span>{_number(deck, page)}</div>"
    )


def _number(deck: Deck, page: int) -> str:
    return f"<span class='lsn-stage-number'><i></i>{page} / {deck.pages}</span>"


def _edition(bound: Bound) -> str:
    return edition_told(bound.edition, bound.day, bound.say, bound.by)


def _agenda(deck: Deck, say: Language) -> None:
    """The first page: what is presented, from when, and its messages in order; each leads to its page."""
    bound = deck.bound
    told = _edition(bound) if bound.edition else say("As of {day}", day=say.date(bound.day))
    _plain_head(bound.name, told)
    rows, page = [], 2
    for section, leaves in bound.sections:
        for at, leaf in enumerate(leaves):
            rows.append(_agenda_row(deck, section if at == 0 else "", leaf, page))
            page += 1
    with st.container(key="lsn-draw-1"):
        st.html(f"<table class='lsn-agenda'><tbody>{''.join(rows)}</tbody></table>")
    _plain_foot(deck, 1, say)


def _agenda_row(deck: Deck, section: str, leaf: Leaf, page: int) -> str:
    way = f"<a href='{safe(deck.link(page))}' data-page='{page}'>{safe(leaf.exhibit.message)}</a>"
    head = f"<th scope='row'>{safe(section)}</th>" if section else "<td></td>"
    return f"<tr>{head}<td>{way}</td><td class='n'>{page}</td></tr>"


def _end(deck: Deck, say: Language) -> None:
    """The last page: that it is over, and what could not be shown."""
    missing = deck.bound.missing
    _plain_head(say("This is the end of the pack"), say("What is missing here, and why") if missing else "")
    with st.container(key=f"lsn-draw-{deck.pages}"):
        rows = "".join(f"<tr><th scope='row'>{safe(what)}</th><td>{safe(why)}</td></tr>" for what, why in missing)
        st.html(f"<table class='lsn-agenda'><tbody>{rows}</tbody></table>")
    _plain_foot(deck, deck.pages, say)


def _plain_head(message: str, title: str) -> None:
    st.html(
        f"<div class='lsn-stage-head' data-filters='0'><h1 tabindex='-1'>{safe(message)}</h1>"
        f"<p class='lsn-stage-title'>{safe(title)}</p></div>"
    )


def _plain_foot(deck: Deck, page: int, say: Language) -> None:
    origin = deck.bound.origin
    mark = f"<span class='lsn-badge lsn-{origin}'>{safe(badge(origin, say))}</span>" if deck.bound.leaves else ""
    st.html(f"<div class='lsn-stage-foot'>{mark}<span class='lsn-stage-source'></span>{_number(deck, page)}</div>")
