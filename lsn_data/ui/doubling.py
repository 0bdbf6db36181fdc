"""Is a file a survey that counts already under another name? It is asked before it is stored."""

from __future__ import annotations

from typing import cast

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.topics.changes.doubled import Double, alike_said, doubled, doubles
from lsn_data.ui import data
from lsn_data.ui.messages import safe

FOUND = "doubles"


def ask(file: UploadedFile, reading: Reading, wave: str | None, say: Language) -> bool:
    """Tell what speaks for the same survey, and let it be confirmed that it is another; is that still open?"""
    found = _double(reading, wave)
    if found is None:
        return False
    st.warning(safe(f"{alike_said(found, say)} {_same(found, say)}"))
    st.checkbox(
        safe(say("It is another survey than {wave}: both count", wave=found.wave)), key=_key(file, found),
        persist_state="session",
    )  # fmt: skip
    return is_open(file, reading, wave)


def is_open(file: UploadedFile, reading: Reading, wave: str | None) -> bool:
    """Would a file be stored as a wave whose answers count already under another name, and nobody has confirmed it?"""
    found = _double(reading, wave)
    return found is not None and not st.session_state.get(_key(file, found), False)


def _same(found: Double, say: Language) -> str:
    return say("If it is the same survey, name the wave {wave}: then it takes the place of that one.", wave=found.wave)


def _double(reading: Reading, wave: str | None) -> Double | None:
    """What is asked about; the last comparison is kept until the reading or the data differ."""
    if reading.ranking is None:
        return None
    opened = data.store()
    kept = st.session_state.get(FOUND)
    if not kept or kept[0] is not reading or kept[1] != opened.version:
        kept = st.session_state[FOUND] = (reading, opened.version, doubles(opened, reading))
    return doubled(cast(tuple[Double, ...], kept[2]), wave)


def _key(file: UploadedFile, found: Double) -> str:
    return f"another-{file.file_id}-{found.wave}"
