"""How is a pack presented: which pages stand ready, what do keys and clicks change, and how does one leave?

The pages around the one that is looked at are drawn too, and hidden: `stage.js` turns to them at once and tells Python
afterwards. What else happens in the browser (keys, full screen, scaling) is told there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from lsn_data.errors import LsnError
from lsn_data.exhibit.palette import DARK, LIGHT, Palette
from lsn_data.language import Language
from lsn_data.ui import presenting_deck, presenting_page
from lsn_data.ui import presenting_live as live
from lsn_data.ui.messages import safe
from lsn_data.ui.presenting_deck import Deck
from lsn_data.ui.reader import palette

HERE = Path(__file__).parent
KEY, SCHEME, LEAVES = "lsn-stage", "lsn-scheme", "lsn-stage-leaves"
PAGE, SHOWN, BY_KEY = "lsn-stage-page", "lsn-stage-shown", "lsn-stage-by-key"
# How many pages before and behind stand ready.
AROUND = 2
_STAGE = st.components.v2.component("lsn_stage", js=(HERE / "stage.js").read_text(encoding="utf-8"))


def page(say: Language) -> None:
    """The whole stage."""
    if st.session_state.pop(LEAVES, False):
        _leave(say)
    colours = _palette()
    try:
        deck = presenting_deck.opened(say)
    except LsnError as trouble:
        _style(1, 1, colours)
        _nothing(trouble, say)
        return
    now = _now(deck)
    _style(deck.pages, now, colours)
    with st.container(key="lsn-stage-pages"):
        _pages(deck, now, colours, say)
    _bar(deck, now, colours, say)
    _STAGE(key=KEY, on_turn_change=_turned, on_leave_change=_left, on_scheme_change=_switched)


def _pages(deck: Deck, now: int, colours: Palette, say: Language) -> None:
    """A place for every page; the one that is looked at is drawn first, then its neighbours."""
    places = {at: st.container(key=f"lsn-page-{at}") for at in range(1, deck.pages + 1)}
    for at in ready(now, deck.pages):
        with places[at]:
            presenting_page.draw(deck, at, at == now, colours, say)


def ready(now: int, pages: int) -> list[int]:
    """The pages that are drawn, the nearest first; the first and the last are a key away from anywhere.

    >>> ready(5, 12), ready(1, 2)
    ([5, 6, 4, 7, 3, 1, 12], [1, 2])
    """
    near = [now, *(now + way * step for step in range(1, AROUND + 1) for way in (1, -1)), 1, pages]
    return [at for at in dict.fromkeys(near) if 1 <= at <= pages]


def _now(deck: Deck) -> int:
    """The page that is looked at: the one that the link opens, from then on the one that keys have led to.

    The link is kept in step after each key; without one it is left alone, so that the browser's way back works
    (`stage.js` hears it, as a key).
    """
    asked, shown = st.query_params.get("page", ""), (deck.bound.edition, deck.name)
    by_key = st.session_state.pop(BY_KEY, False)
    begins = PAGE not in st.session_state or st.session_state.get(SHOWN) != shown
    if begins:
        live.agree()
        st.session_state[PAGE], st.session_state[SHOWN] = presenting_deck.page_in(asked, deck.pages), shown
    now = min(max(int(st.session_state[PAGE]), 1), deck.pages)
    if (begins or by_key) and asked != str(now):
        st.query_params["page"] = str(now)
    return now


def _turned() -> None:
    """A key has turned the page: what was filtered on the one before is let go."""
    told = str(st.session_state[KEY].get("turn") or "").partition(" ")[0]
    if told.isdigit():
        st.session_state[PAGE], st.session_state[BY_KEY] = int(told), True
        live.agree()


def _left() -> None:
    st.session_state[LEAVES] = True


def _leave(say: Language) -> None:
    """Back to the board pack."""
    st.session_state.pop(PAGE, None)
    pack = st.query_params.get("pack")
    st.switch_page("../../pages/board_pack.py", query_params={"lang": say.code, **({"pack": pack} if pack else {})})


def _switched() -> None:
    st.session_state[SCHEME] = "light" if _palette() is DARK else "dark"


def _palette() -> Palette:
    """The colours of the stage: as switched, else the browser's."""
    return {"dark": DARK, "light": LIGHT}.get(st.session_state.get(SCHEME, ""), palette())


def _bar(deck: Deck, now: int, colours: Palette, say: Language) -> None:
    """What is quiet until the mouse moves: filters, full screen, light or dark, the way out; and the screen's edges."""
    leaf, pick = deck.leaf(now), deck.pick(now)
    cut = live.asked(pick) if leaf and pick and live.offers(pick) else None
    if cut:
        with st.container(key="lsn-stage-live"):
            live.bar(cut, say)
    scheme = say("Light colours") if colours is DARK else say("Dark colours")
    buttons = (
        _button("filters", say("Filters"), "") + _button("fullscreen", say("Full screen"), "F")
        + _button("scheme", scheme, "") + _button("leave", say("Leave the presentation"), "Esc")
    )  # fmt: skip
    edges = _edge("back", "left", say("Previous page")) + _edge("next", "right", say("Next page"))
    told = f"data-page='{now}' data-pages='{deck.pages}' data-part='{safe(say('part {n} of {all}', n='#', all='##'))}'"
    st.html(
        f"<div class='lsn-stage-bar' role='group' aria-label='{safe(say('Presentation'))}'>{buttons}</div>{edges}"
        f"<div class='lsn-black' {told} data-live='{int(bool(cut and cut.live))}'></div>"
    )


def _button(does: str, label: str, hint: str) -> str:
    shown = f"<kbd>{safe(hint)}</kbd>" if hint else ""
    return f"<button type='button' data-do='{does}'>{safe(label)}{shown}</button>"


def _edge(does: str, side: str, label: str) -> str:
    kind = f"lsn-edge lsn-edge-{side}"
    return f"<button type='button' class='{kind}' data-do='{does}' aria-label='{safe(label)}'></button>"


def _nothing(trouble: LsnError, say: Language) -> None:
    """What was asked for is not there: why, and the way back."""
    with st.container(key="lsn-page-1"):
        st.html(f"<div class='lsn-stage-head'><h1>{safe(trouble.said(say))}</h1></div>")
        with st.container(key="lsn-stage-refused", horizontal=True):
            st.page_link("../../pages/board_pack.py", label=safe(say("To the board pack")), width="content")


def _style(pages: int, now: int, colours: Palette) -> None:
    """The rules of the stage, and which of its pages is seen: until the script runs as Python says, then as it says."""
    seen = ",".join(
        [f"html:not([data-lsn-page]) .st-key-lsn-page-{now}"]
        + [f'html[data-lsn-page="{at}"] .st-key-lsn-page-{at}' for at in range(1, pages + 1)]
    )
    scheme = "dark" if colours is DARK else "light"
    st.html(
        f"<style>{_rules()}{seen}{{visibility:visible;}}.lsn-scheme,[class*=st-key-lsn-page-]{{color-scheme:{scheme};}}</style>"
    )


@cache
def _rules() -> str:
    return (HERE / "stage.css").read_text(encoding="utf-8")
