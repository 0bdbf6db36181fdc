"""What does a page say whose register is still empty? What will stand here, what to upload, and its template."""

from __future__ import annotations

import streamlit as st

from lsn_data.language import Language
from lsn_data.sheets.register_template import register_template
from lsn_data.sheets.registers import REGISTERS
from lsn_data.ui import leaving
from lsn_data.ui.messages import empty, safe


def register(kind: str, title: str, what: str, say: Language) -> None:
    """The greeting of a page that needs a register: its finding so far, and the way to its first rows.

    `title` is the page's finding without data; `what` tells what will stand here.
    """
    st.title(safe(title), anchor=False)
    box(kind, what, say)


def box(kind: str, what: str, say: Language) -> None:
    """The box in the place of what needs a register, with the way to it and its template."""
    name = say.both(REGISTERS[kind].label)
    empty(
        say,
        what,
        say("Upload the spreadsheet {register}, or look around with invented data.", register=name),
        also=say("Upload {register}", register=name),
    )
    template(kind, say)


def template(kind: str, say: Language) -> None:
    """The empty, guided spreadsheet of a register, for whoever may bring it back filled."""
    name = say.both(REGISTERS[kind].label)
    leaving.download(
        safe(say("Template {register} (.xlsx)", register=name)),
        lambda: register_template(kind, say.code),
        file_name=f"lsn-{kind}.xlsx",
        action="import",
        key=f"template-{kind}",
    )
