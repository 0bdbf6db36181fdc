"""How is the board pack put together: order, name of the edition, download?"""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lsn_data.board import Pick
from lsn_data.board.standard import standard
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.exhibit.on_slide import presentation
from lsn_data.language import Language
from lsn_data.ui import data, pack, show
from lsn_data.ui.messages import safe


def page(say: Language) -> None:
    """The whole page: the empty pack, or the pack."""
    if pack.chosen():
        _pack(say)
    else:
        _nothing_chosen(say)


def _nothing_chosen(say: Language) -> None:
    st.title(safe(say("The board pack is empty")), anchor=False)
    with st.container(border=True, key="lsn-empty", horizontal_alignment="center", vertical_alignment="center"):
        st.markdown(f"**{safe(say('Here you put together what the board will read.'))}**", width="content")
        st.markdown(safe(say("Choose “Add to board pack” beside any finding, or begin with:")), width="content")
        st.button(say("The standard pack"), on_click=_add_standard, key="standard")


def _pack(say: Language) -> None:
    drawn = _drawn(say)
    title = say.plural("One exhibit for the board", "{n} exhibits for the board", len(drawn))
    st.title(safe(title), anchor=False)
    with st.container(key="lsn-pack"):
        for position, (pick, exhibit) in enumerate(drawn, start=1):
            _one(position, len(drawn), pick, exhibit, say)
    edition = st.text_input(
        say("Name of the edition"), _usual_edition(say), key="edition", max_chars=80, width=400
    ).strip()
    exhibits = [exhibit for _, exhibit in drawn if isinstance(exhibit, Exhibit)]
    with st.container(horizontal=True):
        st.download_button(
            say("Presentation (.pptx)"), lambda: presentation(exhibits, edition), file_name="lsn-2030.pptx",
            mime=show.PPTX, on_click="ignore", type="primary", disabled=not exhibits, key="pack-pptx",
        )  # fmt: skip
        st.download_button(
            say("Figures (.xlsx)"), lambda: workbook(exhibits), file_name="lsn-2030.xlsx",
            mime=show.XLSX, on_click="ignore", disabled=not exhibits, key="pack-xlsx",
        )  # fmt: skip
        st.button(say("Empty the pack"), on_click=pack.clear, key="clear")
    st.html(
        f"<div class='lsn-foot'>{safe(say('Slides are drawn from the data as they are now, in your language.'))}</div>"
    )


def _one(position: int, last: int, pick: Pick, exhibit: Exhibit | str, say: Language) -> None:
    """One exhibit of the pack: its place, its finding, and the buttons that move or remove it."""
    text, buttons = st.columns([5, 2], vertical_alignment="center")
    with text:
        st.html(_lines(position, exhibit))
    with buttons, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        key = f"{pick.name}-{dict(pick.filters)}"
        st.button(say("Up"), on_click=pack.move, args=(pick, -1), disabled=position == 1, key=f"up-{key}")
        st.button(say("Down"), on_click=pack.move, args=(pick, 1), disabled=position == last, key=f"down-{key}")
        st.button(say("Remove"), on_click=pack.remove, args=(pick,), key=f"remove-{key}")


def _lines(position: int, exhibit: Exhibit | str) -> str:
    if isinstance(exhibit, str):
        return f"<div class='lsn-picked'><i>{position}</i><div><span>{safe(exhibit)}</span></div></div>"
    return (
        f"<div class='lsn-picked'><i>{position}</i><div><b>{safe(exhibit.message)}</b> {show.badge(exhibit)}"
        f"<span>{safe(exhibit.title)}</span></div></div>"
    )


def _drawn(say: Language) -> list[tuple[Pick, Exhibit | str]]:
    """Every pick with its exhibit, or with the reason why it cannot be drawn any more."""
    return [(pick, _exhibit(pick, say)) for pick in pack.chosen()]


def _exhibit(pick: Pick, say: Language) -> Exhibit | str:
    try:
        return data.exhibit(pick, say)
    except LsnError as trouble:
        return trouble.said(say)


def _add_standard() -> None:
    pack.add(*standard(data.store()).picks)


def _usual_edition(say: Language) -> str:
    return say("Board, {day}", day=say.date(dt.date.today()))
