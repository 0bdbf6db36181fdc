"""What came in so far, and how is it taken back?"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsn_data.exhibit import badge
from lsn_data.language import Language, mark
from lsn_data.sheets.registers import REGISTERS
from lsn_data.store import Import, undo
from lsn_data.ui import data, proof
from lsn_data.ui.messages import empty, safe

NEWEST_SHOWN = 20
STATES = {"current": mark("counts"), "replaced": mark("replaced"), "undone": mark("taken back")}
WIDTHS = (2, 2, 4, 1.2, 1.6, 2.4)


def table(say: Language) -> None:
    """The receipts, newest first, each with its report and its way back."""
    receipts = data.receipts()[::-1]
    if not receipts:
        empty(say, say("Nothing was stored yet."), say("Choose a file above, or look around with invented answers."))
        return
    st.html("<hr class='lsn-line'>")
    st.subheader(safe(say("History")), anchor=False)
    with st.container(key="lsn-history"):
        _row([say("Import"), say("Wave or register"), say("File"), say("Rows"), say("State"), ""], "head")
        for receipt in receipts[:NEWEST_SHOWN]:
            _receipt(receipt, receipts, say)
    if len(receipts) > NEWEST_SHOWN:
        hidden = len(receipts) - NEWEST_SHOWN
        st.caption(safe(say.plural("{n} older import is not shown.", "{n} older imports are not shown.", hidden)))


def consequence(receipt: Import, receipts: list[Import], say: Language) -> str:
    """What taking an import back would do."""
    if receipt.state == "replaced":
        return say("It is replaced already: no figure changes.")
    earlier = [
        one for one in receipts
        if one.state == "replaced" and one.seq < receipt.seq
        and (one.kind, one.wave, one.origin == "demo") == (receipt.kind, receipt.wave, receipt.origin == "demo")
    ]  # fmt: skip
    if receipt.wave is None:
        gone = say("{n} rows of the register no longer count.", n=say.number(receipt.rows_kept))
    else:
        gone = _answers_gone(receipt, say)
    if not earlier:
        return gone
    return gone + " " + say("Import {name} counts again.", name=max(earlier, key=lambda one: one.seq).import_id)


def _answers_gone(receipt: Import, say: Language) -> str:
    return say.plural(
        "{n} answer of wave {wave} no longer counts.", "{n} answers of wave {wave} no longer count.",
        receipt.rows_kept, wave=receipt.wave,
    )  # fmt: skip


def _receipt(receipt: Import, receipts: list[Import], say: Language) -> None:
    cells = [
        receipt.import_id,
        receipt.wave or say.both(REGISTERS[receipt.kind].label),
        f"{receipt.file} · {badge(receipt.origin, say)}" if receipt.origin == "demo" else receipt.file,
        say.number(receipt.rows_kept),
    ]
    last = _row([*cells, say(STATES[receipt.state]), None], receipt.state)
    with last, st.popover(say("Receipt"), key=f"receipt-{receipt.import_id}"):
        st.caption(safe(_came_in(receipt, say)))
        if report := proof.stored_report(receipt, say):
            st.html(report)
        if receipt.state != "undone":
            st.markdown(safe(consequence(receipt, receipts, say)))
            st.button(
                say("Take it back now"), on_click=_undo, args=(receipt.import_id,), key=f"undo-now-{receipt.import_id}"
            )


def _came_in(receipt: Import, say: Language) -> str:
    return say(
        "Stored on {day} by {who}: {read} rows read, {kept} kept.",
        day=say.date(receipt.at), who=receipt.by, read=say.number(receipt.rows_read),
        kept=say.number(receipt.rows_kept),
    )  # fmt: skip


def _row(cells: list[str | None], kind: str) -> DeltaGenerator:
    columns = st.columns(WIDTHS, vertical_alignment="center", gap="small")
    for column, text in zip(columns, cells, strict=True):
        if text is not None:
            column.html(f"<div class='lsn-cell lsn-{kind}'>{safe(text)}</div>")
    return columns[-1]


def _undo(import_id: str) -> None:
    undo(data.store(), import_id, actor=data.ACTOR)
    st.session_state["outcome"] = None
