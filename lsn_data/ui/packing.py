"""How is a board pack put together in the browser: which pack, what is in it, how does it leave, what was frozen?"""

from __future__ import annotations

import streamlit as st

from lsn_data.board.pack import Pack
from lsn_data.language import Language
from lsn_data.store import editions, pack_named
from lsn_data.store.moments import local_time
from lsn_data.ui import (
    data,
    pack,
    packing_bar,
    packing_editions,
    packing_files,
    packing_parts,
    packing_template,
    rights,
)
from lsn_data.ui.messages import safe
from lsn_data.ui.packing_parts import Row


def page(say: Language) -> None:
    """The whole page: the open pack, or the way to the first one; below it the editions."""
    pack.follow_link()
    found = pack.opened()
    pack.into_link(found)
    frozen = editions(data.store())
    drawn = packing_parts.drawn(found, len(frozen), say) if found else {}
    rows = packing_parts.rows(found, drawn, say) if found else []
    st.title(safe(finding(rows, say)), anchor=False)
    if found:
        st.html(f"<p class='lsn-title'>{safe(_about(found, say))}</p>")
    packing_bar.notices(say)
    packing_bar.bar(found, say)
    if found and found.parts:
        packing_parts.listing(rows, say)
        packing_files.leave(found, packing_parts.draw_from(drawn), frozen, say)
    else:
        _nothing_chosen(say)
    packing_template.section(say)
    packing_editions.section(frozen, say)


def finding(rows: list[Row], say: Language) -> str:
    """How many exhibits there are, how many cannot be drawn, and whose own sentence the data have overtaken."""
    entries = [row for row in rows if row.number]
    if not entries:
        return say("The board pack is empty")
    said = say.plural("One exhibit for the board", "{n} exhibits for the board", len(entries))
    missing = sum(row.exhibit is None for row in entries)
    if missing:
        said = say.plural("{said}, one cannot be drawn", "{said}, {n} cannot be drawn", missing, said=said)
    old = sum(row.exhibit is not None and row.exhibit.outdated for row in entries)
    if old:
        said = say.plural(
            "{said}; one own sentence is older than the data", "{said}; {n} own sentences are older than the data",
            old, said=said,
        )  # fmt: skip
    return said


def _about(found: Pack, say: Language) -> str:
    """Which pack this is, and who changed it last."""
    kept = pack_named(data.store(), found.name)
    if kept is None:
        return found.name
    return say("{pack} · changed {moment} by {who}", pack=found.name, moment=local_time(kept.at, say), who=kept.by)


def _nothing_chosen(say: Language) -> None:
    with st.container(border=True, key="lsn-empty", horizontal_alignment="center", vertical_alignment="center"):
        if not rights.allowed("compose"):
            st.markdown(f"**{safe(say('Nobody has put a board pack together yet.'))}**", width="content")
            return
        st.markdown(f"**{safe(say('Here you put together what the board will read.'))}**", width="content")
        st.markdown(safe(say("Choose “Add to board pack” beside any finding, or begin with:")), width="content")
        packing_bar.standard_button(say)
