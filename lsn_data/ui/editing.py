"""How is a register typed on the page? Type, see what changes, confirm: then it is an import like any other.

editing.editor("measures", say, rows=lambda row: row["theme"] == "region", columns=("title_de", "status", "due"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from lsn_data.errors import LsnError
from lsn_data.language import Language
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import CHANGED_MEANWHILE, changed_since, demo_shown
from lsn_data.typed import Edits, Typed, read_typed, store_typed
from lsn_data.ui import confirming, data, done, editing_grid, editing_proof, imported, proof, rights
from lsn_data.ui.done import Act
from lsn_data.ui.editing_start import GONE, NUMBER, Row, Start, View, begun, carried, typed_since
from lsn_data.ui.messages import safe


def editor(
    kind: str,
    say: Language,
    rows: Callable[[Row], bool] = lambda _: True,
    columns: Sequence[str] = (),
    given: Mapping[str, Any] | None = None,
    label: str = "",
    key: str = "",
) -> None:
    """A section that opens to type into a register: the rows that `rows` takes, in these columns (else in all).

    `given` is what a new row holds without being asked (its KPI, say), `label` what is edited; two editors on a page
    need a `key` each.
    """
    names = tuple(columns) or tuple(one.name for one in REGISTERS[kind].fields)
    section(View(kind, key or kind, label or say("Edit this list"), names, rows, given or {}), say)


def section(view: View, say: Language) -> None:
    """The section of a view: nothing is asked or computed before somebody opens it."""
    if not rights.allowed("import"):
        return
    with st.expander(view.label, key=f"edit-{view.key}", on_change="rerun", type="compact") as opened:
        if not opened.open:
            return
        if demo_shown(data.store()):
            real_data_first(say)
            return
        imported.say_what_was_typed(st.session_state.get(_of("stored", view)), say)
        _typing(view, say)


def real_data_first(say: Language) -> None:
    """What is typed are real data; they never stand among invented ones."""
    if data.REAL in data.there():
        st.markdown(safe(say("These are demo data. To edit, choose real data in the bar at the left.")))
        return
    st.markdown(safe(say("These are demo data. To edit real data, remove the demo on the page Upload first.")))
    st.page_link("../../pages/upload.py", label=safe(say("Upload")), width="content")


@st.fragment
def _typing(view: View, say: Language) -> None:
    """The grid, and below it what was typed, as far as there is something."""
    start, edits = _begin(view)
    st.caption(
        safe(
            say("Type into a cell, or add a row at the bottom. Nothing is stored before you confirm it.")
            if view.growing
            else say("Type into a cell. Nothing is stored before you confirm it.")
        )
    )
    _grid(view, start, say)
    if not _something(edits):
        done.last(say, place=_of("discarded", view))
        return
    typed = read_typed(data.store(), view.kind, edits)
    found = editing_proof.lines(typed, view, say)
    if typed.problems:
        st.header(safe(proof.problems_title(typed.reading, say)), anchor=False)
        st.html(editing_proof.problems(typed, say))
    if found:
        st.header(safe(say("What changes")), anchor=False)
        st.html(editing_proof.changes(found, say))
    if found or typed.problems:
        _decide(view, start, typed, len(found), say)


def _begin(view: View) -> tuple[Start, Edits]:
    """The rows that are typed into, and what was typed so far; without that, the rows as they stand now."""
    kept: Start | None = st.session_state.get(_of("start", view))
    if kept is not None:
        edits = typed_since(kept, st.session_state.get(_grid_key(view)) or {}, view.given)
        if _something(edits):
            return kept, edits
    now = begun(data.store(), view)
    if kept is None or now != kept:
        _start_from(now, view)
    return now, typed_since(now, {}, view.given)


def _something(edits: Edits) -> bool:
    return bool(edits.gone or any(edits.changed.values()) or any(edits.added))


def _grid(view: View, start: Start, say: Language) -> None:
    sheet = REGISTERS[view.kind]
    frame = editing_grid.frame(start.rows, sheet, view.columns)
    order = [NUMBER, *([GONE] if view.growing else []), *view.columns]
    st.data_editor(
        frame, key=_grid_key(view), hide_index=True, column_order=order, num_rows="add" if view.growing else "fixed",
        column_config=editing_grid.columns_of(sheet, view.columns, start.rows, view.fixed, data.store(), say),
        placeholder="",
    )  # fmt: skip


def _decide(view: View, start: Start, typed: Typed, count: int, say: Language) -> None:
    """Why it changes, and the buttons; if somebody else was quicker, what was typed can be carried over."""
    overtaken = changed_since(data.store(), view.kind, start.version)
    confirming.why(_why_key(view), say)
    if overtaken:
        st.warning(safe(say(CHANGED_MEANWHILE)))
    with st.container(horizontal=True, vertical_alignment="center", key=f"lsn-decide-{view.key}"):
        label = say.plural("Store {n} change", "Store {n} changes", count)
        ready = typed.ready and not overtaken
        if st.button(label, type="primary", disabled=not ready, key=_of("store", view)):
            _store(view, typed, say)
        if overtaken:
            st.button(
                say("Carry my entries over to the new state"), on_click=_carry, args=(view, start, typed.edits),
                key=_of("carry", view),
            )  # fmt: skip
        st.button(say("Discard"), on_click=_throw_away, args=(view, start, typed.edits), key=_of("discard", view))
        promise = say("No contact persons are stored. You can undo it at any time.")
        st.html(f"<div class='lsn-quiet'>{safe(promise)}</div>", width="stretch")


def _store(view: View, typed: Typed, say: Language) -> None:
    """Store what was typed, and draw the whole page anew: its figures have changed."""
    try:
        note = st.session_state.get(_why_key(view)) or ""
        receipt = store_typed(data.store(), typed, actor=data.actor(), note=note)
    except LsnError as trouble:
        st.error(safe(trouble.said(say)))
        return
    st.session_state[_of("stored", view)] = receipt.import_id
    _discard(view)
    st.rerun()


def _carry(view: View, start: Start, edits: Edits) -> None:
    _start_from(carried(edits, start, begun(data.store(), view)), view)


def _throw_away(view: View, start: Start, edits: Edits) -> None:
    """Begin anew; what was typed can come back."""
    _discard(view)
    done.tell(
        Act(
            lambda say: say("Your entries are discarded. Nothing was stored."),
            lambda: _carry(view, start, edits),
            lambda say: say("Your entries stand in the grid again."),
            place=_of("discarded", view),
        )
    )


def _discard(view: View) -> None:
    _start_from(begun(data.store(), view), view)


def _start_from(start: Start, view: View) -> None:
    """A grid under a new name is one into which nothing was typed yet."""
    turn = _of("turn", view)
    st.session_state[turn] = st.session_state.get(turn, 0) + 1
    st.session_state[_of("start", view)] = start


def _grid_key(view: View) -> str:
    return f"lsn-typed-{view.key}-{st.session_state.get(_of('turn', view), 0)}"


def _why_key(view: View) -> str:
    return f"why-{_grid_key(view)}"


def _of(what: str, view: View) -> str:
    return f"typed-{what}-{view.key}"
