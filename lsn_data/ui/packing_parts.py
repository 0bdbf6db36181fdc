"""What is in the open pack? Sections and exhibits in their order, each with what can be done to it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from lsn_data.board import Pick
from lsn_data.board.binding import Draw, own_words
from lsn_data.board.names import named
from lsn_data.board.narrowed import narrowed
from lsn_data.board.order import Spot, spots, stepped
from lsn_data.board.pack import Pack, Part, Section
from lsn_data.errors import LsnError
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.ui import data, pack, packing_words, rights, show
from lsn_data.ui.messages import safe

# The part whose words are open to be written.
EDITED = "lsn-pack-edited"
# The exhibits of a pack, or the refusals in their place.
Drawn = Mapping[Pick, Exhibit | LsnError]


@dataclass(frozen=True)
class Row:
    """A part as it stands on the page: its number (0: a section), its exhibit, or the reason why there is none."""

    part: Part
    spot: Spot
    name: str
    number: int = 0
    exhibit: Exhibit | None = None
    reason: str = ""
    filters: str = ""

    @property
    def key(self) -> str:
        """What its buttons are called by the program."""
        return f"{hashlib.sha256(self.spot.key.encode('utf-8')).hexdigest()[:8]}-{self.spot.nth}"


def drawn(found: Pack, frozen: int, say: Language) -> Drawn:
    """What each exhibit of the pack shows, or why it shows nothing, asked once a data version.

    `frozen` is the number of editions: some exhibits tell of them.
    """
    asked = ("pack", found.picks, frozen, say.code, dt.date.today())
    return data.store().once(asked, lambda: {pick: _drawn(pick, say) for pick in found.picks})


def draw_from(known: Drawn) -> Draw:
    """How a pack is bound from what is drawn already."""

    def draw(pick: Pick, _: Language) -> Exhibit:
        one = known[pick]
        if isinstance(one, LsnError):
            raise one
        return one

    return draw


def _drawn(pick: Pick, say: Language) -> Exhibit | LsnError:
    try:
        return data.exhibit(pick, say)
    except LsnError as refusal:
        return refusal


def rows(found: Pack, known: Drawn, say: Language) -> list[Row]:
    """Every part of the pack with what it shows today."""
    made, number, filters = [], 0, _filters(found, say)
    for part, spot in zip(found.parts, spots(found), strict=True):
        if isinstance(part, Section):
            made.append(Row(part, spot, say("section “{name}”", name=part.said(say.code))))
            continue
        number += 1
        one, name = known[part.pick], named(part.pick.name, say)
        if isinstance(one, LsnError):
            made.append(Row(part, spot, name, number, None, one.said(say), filters[part.pick]))
        else:
            made.append(Row(part, spot, name, number, own_words(one, part), "", filters[part.pick]))
    return made


def _filters(found: Pack, say: Language) -> Mapping[Pick, str]:
    """The filters of every exhibit in words, asked once a data version."""
    store = data.store()
    return store.once(
        ("narrowed", found.picks, say.code), lambda: {pick: narrowed(store, pick, say) for pick in found.picks}
    )


def listing(found: list[Row], say: Language) -> None:
    """The parts, and below them the way to a further section."""
    many = sum(row.number > 0 for row in found)
    with st.container(key="lsn-pack", gap=None):
        for at, row in enumerate(found):
            _row(row, first=at == 0, last=at == len(found) - 1, say=say)
            if st.session_state.get(EDITED) == row.spot:
                packing_words.write(row.part, row.spot, row.exhibit, row.key, row.number, many, say)
    if rights.allowed("compose"):
        packing_words.new_section(say)


def _row(row: Row, first: bool, last: bool, say: Language) -> None:
    kind = "part" if row.number else "section"
    with st.container(horizontal=True, horizontal_alignment="distribute", key=f"lsn-{kind}-{row.key}"):
        with st.container(gap=None):
            st.html(_exhibit_html(row, say) if row.number else _section_html(row.part, say))
            if row.exhibit and row.exhibit.outdated:
                _overtaken(row, row.exhibit, say)
        if not rights.allowed("compose"):
            return
        with st.container(horizontal=True, gap=None, width="content", key=f"lsn-tools-{row.key}"):
            _tool("edit", say("Edit: {name}", name=row.name), ":material/edit:", row, _toggle, (row.spot,))
            up, down = say("Move up: {name}", name=row.name), say("Move down: {name}", name=row.name)
            _tool("up", up, ":material/arrow_upward:", row, _step, (row.spot, -1, up), disabled=first)
            _tool("down", down, ":material/arrow_downward:", row, _step, (row.spot, 1, down), disabled=last)
            away = say("Remove: {name}", name=row.name)
            _tool("remove", away, ":material/close:", row, _remove, (row.spot, away))


def _tool(
    kind: str, label: str, icon: str, row: Row, act: Callable[..., None], given: tuple[object, ...],
    disabled: bool = False,
) -> None:  # fmt: skip
    """A small quiet button: it shows its sign, and says its whole name to whoever does not see it."""
    st.button(
        safe(label), icon=icon, type="tertiary", on_click=act, args=given, disabled=disabled, key=f"{kind}-{row.key}"
    )


def _section_html(part: Part, say: Language) -> str:
    title = part.said(say.code) if isinstance(part, Section) else ""
    return f"<p class='lsn-pack-section'>{safe(title)}</p>"


def _exhibit_html(row: Row, say: Language) -> str:
    """Number, finding, badge; below them the title, whose words these are, and what it is narrowed to."""
    exhibit = row.exhibit
    filters = _filters_html(row, exhibit.title if exhibit else "")
    if exhibit is None:
        told = f"<b class='lsn-old'>{safe(row.name)}</b> <em>{safe(say('cannot be drawn'))}</em>"
        return _lines(row, f"{told}<span>{safe(row.reason)}</span>{filters}")
    old = " class='lsn-old'" if exhibit.outdated else ""
    stale = " class='lsn-stale'" if exhibit.outdated else ""
    marked = f" <em{stale}>{safe(exhibit.edited)}</em>" if exhibit.edited else ""
    told = f"<b{old}>{safe(exhibit.message)}</b> {show.badge(exhibit)}{marked}<span>{safe(exhibit.title)}</span>"
    note = row.part.notes.get(say.code, "") if not isinstance(row.part, Section) else ""
    noted = f"<span class='lsn-noted'>{safe(say('Note: {note}', note=note))}</span>" if note else ""
    return _lines(row, f"{told}{filters}{noted}")


def _filters_html(row: Row, title: str) -> str:
    """What it is narrowed to, as far as its title does not tell it."""
    told = " · ".join(part for part in row.filters.split(" · ") if part.split(": ", 1)[-1] not in title)
    return f"<span>{safe(told)}</span>" if told else ""


def _lines(row: Row, told: str) -> str:
    return f"<div class='lsn-picked'><i>{row.number}</i><div>{told}</div></div>"


def _overtaken(row: Row, exhibit: Exhibit, say: Language) -> None:
    """What the data say now, and the two ways on."""
    now = say("The data have changed since. They now say: {finding}", finding=exhibit.computed)
    st.html(f"<p class='lsn-overtaken'>{safe(now)}</p>")
    if not rights.allowed("compose"):
        return
    with st.container(horizontal=True, gap="small", key=f"lsn-overtaken-{row.key}"):
        packing_words.ways_on(row.spot, exhibit, row.key, say)


def _toggle(spot: Spot) -> None:
    st.session_state[EDITED] = None if st.session_state.get(EDITED) == spot else spot


def _step(spot: Spot, by: int, what: str) -> None:
    pack.change_part(what, spot, lambda found, at: stepped(found, at, by))


def _remove(spot: Spot, what: str) -> None:
    pack.change_part(what, spot, lambda found, at: found.without(at))
