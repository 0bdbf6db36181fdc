"""How many members of each group were asked? Typed in where no register of the members tells it."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.language import Language
from lsn_data.sheets.survey import Attribute, attribute_of
from lsn_data.store import Import, asked_groups, register_imports
from lsn_data.ui import data
from lsn_data.ui.messages import safe

ATTRIBUTES = ("sector", "size", "state")
IN_A_LINE = 4


def register_of(day: dt.date) -> dt.date | None:
    """The day of the member register that counts on that day; None where there is none."""
    uploaded = (one.as_of for one in register_imports(data.store(), "members") if one.origin == "uploaded")
    return next((one for one in uploaded if one <= day), None)


def form(file: UploadedFile, asked: int | None, day: dt.date, known: Import | None, say: Language) -> None:
    """A field for each group, folded up: few know these numbers, and none is needed."""
    with st.expander(say("Members asked per group"), type="compact", key=f"asked-by-{file.file_id}"):
        register = register_of(day)
        if register:
            _quiet(say("The member register of {day} tells it: nothing to type in.", day=register))
            return
        _quiet(say("No member register is stored. What you type in is kept with the wave."))
        before = asked_groups(data.store(), known.import_id) if known else {}
        for name in ATTRIBUTES:
            _fields(file, attribute_of(name), before.get(name, {}), say)
            _sum(file, name, asked, say)


def told(file: UploadedFile) -> dict[str, dict[str, int]]:
    """What was typed in: {"sector": {"biotech": 60}}; empty fields and attributes are left out."""
    groups = {
        name: {
            choice.code: int(count)
            for choice in attribute_of(name).choices
            if (count := st.session_state.get(_key(file, name, choice.code))) is not None
        }
        for name in ATTRIBUTES
    }
    return {name: counts for name, counts in groups.items() if counts}


def _fields(file: UploadedFile, attribute: Attribute, before: dict[str, int], say: Language) -> None:
    st.markdown(f"**{safe(say.both(attribute.label))}**")
    columns: list[DeltaGenerator] = []
    for position, choice in enumerate(attribute.choices):
        if position % IN_A_LINE == 0:
            columns = st.columns(IN_A_LINE, vertical_alignment="bottom", gap="small")
        columns[position % IN_A_LINE].number_input(
            safe(say.both(choice.label)),
            min_value=0,
            step=1,
            value=before.get(choice.code),
            key=_key(file, attribute.name, choice.code),
            persist_state="session",
        )


def _sum(file: UploadedFile, name: str, asked: int | None, say: Language) -> None:
    """The sum beside the number of all members asked: told, never forced."""
    counts = told(file).get(name)
    if not counts:
        return
    total = say.number(sum(counts.values()))
    if asked is None:
        st.caption(safe(say("Together {sum}.", sum=total)))
    elif sum(counts.values()) == asked:
        st.caption(safe(say("Together {sum}, as many as all members asked.", sum=total)))
    else:
        st.caption(
            safe(say("Together {sum}, but {asked} members were asked in all.", sum=total, asked=say.number(asked)))
        )


def _quiet(text: str) -> None:
    st.html(f"<span class='lsn-quiet'>{safe(text)}</span>")


def _key(file: UploadedFile, name: str, code: str) -> str:
    return f"asked-by-{file.file_id}-{name}-{code}"
