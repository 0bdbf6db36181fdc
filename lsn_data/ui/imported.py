"""What came in so far, and how is it taken back, or brought back?"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lsn_data.exhibit import badge
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.sheets.survey import attribute_of
from lsn_data.store import SURVEY, Import, asked_groups, editions_showing, redo, undo
from lsn_data.ui import confirming, data, done, proof, rights
from lsn_data.ui.lines import line
from lsn_data.ui.messages import empty, safe
from lsn_data.undoing import consequence, kept_in, replaced_by, return_of, rows, successor

NEWEST_SHOWN = 20
STATES = {"current": mark("counts"), "replaced": mark("replaced"), "undone": mark("taken back")}
WIDTHS = (2, 2, 4, 1.2, 2.4, 1.8)


def table(say: Language, looking: bool) -> None:
    """The receipts, newest first, each with its report and its way back; whoever looks at a file needs no greeting."""
    receipts = data.receipts()[::-1]
    if not receipts:
        if not looking:
            empty(
                say, say("Nothing was stored yet."), say("Choose a file above, or look around with invented answers.")
            )
        return
    st.html("<hr class='lsn-line'>")
    st.header(safe(say("History")), anchor=False)
    with st.container(key="lsn-history"):
        line([say("Import"), say("Wave or register"), say("File"), say("Rows"), say("State"), ""], WIDTHS, "head")
        for receipt in receipts[:NEWEST_SHOWN]:
            _receipt(receipt, receipts, say)
    if len(receipts) > NEWEST_SHOWN:
        hidden = len(receipts) - NEWEST_SHOWN
        st.caption(safe(say.plural("{n} older import is not shown.", "{n} older imports are not shown.", hidden)))


def say_what_was_stored(say: Language) -> None:
    """A receipt for each file stored since the last drop, with the way back in one click."""
    known = {one.import_id: one for one in data.receipts()}
    for import_id, new in confirming.outcomes():
        if import_id in known:
            _outcome(known[import_id], new, list(known.values()), say)
    confirming.say_what_was_forgotten()


def say_what_was_typed(import_id: str | None, say: Language) -> None:
    """The receipt of what was typed last on this page, with the way back in one click."""
    receipts = data.receipts()
    for receipt in receipts:
        if receipt.import_id == import_id:
            _outcome(receipt, True, receipts, say)


def _outcome(receipt: Import, new: bool, receipts: list[Import], say: Language) -> None:
    with done.bar(f"lsn-receipt-{receipt.import_id}"):
        if receipt.state == "undone":
            st.markdown(safe(say("Taken back: {file}, import {name}.", file=receipt.file, name=receipt.import_id)))
            _button(say("Bring it back"), _redo, receipt, "back", say)
            return
        st.markdown(f"{proof.receipt(receipt, new, say)} {safe(_replaced(receipt, new, receipts, say))}".strip())
        if receipt.kind == SURVEY:
            st.page_link("../../pages/priorities.py", label=say("See the priorities"), width="content")
        if new:
            _button(say("Take it back"), _undo, receipt, "undo", say, _follows(receipt, receipts, say))


def _replaced(receipt: Import, new: bool, receipts: list[Import], say: Language) -> str:
    """What it took the place of."""
    before = successor(receipt, receipts)
    if not new or before is None or receipt.state != "current":
        return ""
    return say("It replaces import {name} ({rows}).", name=before.import_id, rows=rows(before, say))


def _receipt(receipt: Import, receipts: list[Import], say: Language) -> None:
    cells = [
        receipt.import_id,
        receipt.wave or say.both(REGISTERS[receipt.kind].label),
        _file(receipt, say),
        say.number(receipt.rows_kept),
        _state(receipt, receipts, say),
        None,
    ]
    last = line(cells, WIDTHS, receipt.state)
    with last, st.popover(say("Receipt"), key=f"receipt-{receipt.import_id}"):
        st.caption(safe(_came_in(receipt, say)))
        if receipt.note:
            st.markdown(safe(say("Reason: {note}", note=receipt.note)))
        if groups := _asked_per_group(receipt, say):
            st.caption(safe(groups))
        if report := proof.stored_report(receipt, say):
            st.html(report)
        _way(receipt, receipts, say)


def _file(receipt: Import, say: Language) -> str:
    """Where it came from: a file, the demo, or somebody who typed it."""
    if receipt.typed:
        return say("typed on the page: {file}", file=receipt.file)
    return f"{receipt.file} · {badge(receipt.origin, say)}" if receipt.origin == "demo" else receipt.file


def _way(receipt: Import, receipts: list[Import], say: Language) -> None:
    """Back, or forth again: what would follow, and one click."""
    if receipt.state == "undone":
        st.markdown(safe(return_of(receipt, receipts, say)))
        _button(say("Bring it back"), _redo, receipt, "redo-now", say)
        return
    st.markdown(safe(_follows(receipt, receipts, say)))
    _button(say("Take it back now"), _undo, receipt, "undo-now", say)


def _button(
    label: str, act: Callable[[str], None], receipt: Import, key: str, say: Language, told: str = ""
) -> None:  # fmt: skip
    """One click for those who may; for others it says why not."""
    why_not = rights.not_mine([receipt], say)
    st.button(
        label, on_click=act, args=(receipt.import_id,), key=f"{key}-{receipt.import_id}", disabled=bool(why_not),
        help=safe(told) or None,
    )  # fmt: skip
    if why_not:
        st.html(f"<div class='lsn-quiet'>{safe(why_not)}</div>")


def _follows(receipt: Import, receipts: list[Import], say: Language) -> str:
    """What taking it back changes, and which editions it leaves as they are."""
    kept = kept_in(editions_showing(data.store(), receipt.import_id), say)
    return f"{consequence(receipt, receipts, say)} {kept}".strip()


def _state(receipt: Import, receipts: list[Import], say: Language) -> str:
    """Whether it counts; of one that is replaced, by which."""
    by = replaced_by(receipt, receipts) if receipt.state == "replaced" else None
    return say("replaced by {name}", name=by.import_id) if by else say(STATES[receipt.state])


def _came_in(receipt: Import, say: Language) -> str:
    return say(
        "Stored on {day} by {who}: {read} rows read, {kept} kept.",
        day=say.date(receipt.at), who=receipt.by, read=say.number(receipt.rows_read),
        kept=say.number(receipt.rows_kept),
    )  # fmt: skip


def _asked_per_group(receipt: Import, say: Language) -> str:
    """For which attributes the members asked per group were typed in."""
    told = asked_groups(data.store(), receipt.import_id) if receipt.kind == SURVEY else {}
    names = [say.both(attribute_of(name).label) for name in told]
    return say("Members asked per group are stored for: {attributes}.", attributes=say.listing(names)) if names else ""


def _undo(import_id: str) -> None:
    undo(data.store(), import_id, actor=data.actor())


def _redo(import_id: str) -> None:
    redo(data.store(), import_id, actor=data.actor())
