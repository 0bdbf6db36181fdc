"""Which visit may bring files, and how much of them does the server hold at once?

Streamlit takes any file from any visit that is connected, whether or not its page has a drop zone, and keeps it in
memory. So a visit may bring files only once a drop zone was drawn for it, which happens only for those who may import.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

MEBIBYTE = 1024 * 1024
# What one visit, and all of them, may have waiting in memory.
MOST_A_VISIT, MOST_IN_ALL, MOST_FILES = 200 * MEBIBYTE, 1024 * MEBIBYTE, 50

_asked: set[str] = set()
_coming: dict[str, list[int]] = {}


def drop_zone(label: str, **how: Any) -> list[UploadedFile]:
    """Streamlit's drop zone, for a visit that may bring files from now on; the files that lie in it."""
    context = get_script_run_ctx()
    if context is not None:
        _forget_those_who_left()
        _asked.add(context.session_id)
    dropped = st.file_uploader(label, **how)
    return dropped if isinstance(dropped, list) else [dropped] if dropped else []


def asked(session: str) -> bool:
    """Was a drop zone drawn for this visit?"""
    return session in _asked


@contextmanager
def room(session: str, told: str | None) -> Iterator[bool]:
    """Is there room for one more file of this visit? While it comes, its room is kept; `told` is its Content-Length."""
    most = int(config.get_option("server.maxUploadSize")) * MEBIBYTE
    size = min(int(told), most) if told and told.isdigit() else most
    coming = _coming.setdefault(session, [])
    coming.append(size)
    try:
        yield _fits(session)
    finally:
        coming.remove(size)
        if not coming:
            _coming.pop(session, None)


def _fits(session: str) -> bool:
    """Do the files that lie there and those that come stay within the limits?"""
    lying = _lying()
    mine = [*lying.get(session, []), *_coming[session]]
    everybody = sum(map(sum, lying.values())) + sum(map(sum, _coming.values()))
    return sum(mine) <= MOST_A_VISIT and len(mine) <= MOST_FILES and everybody <= MOST_IN_ALL


def _lying() -> dict[str, list[int]]:
    """The sizes of the files in memory, by visit."""
    manager = Runtime.instance().uploaded_file_mgr if Runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    return {
        one: [len(file.data) for file in files.copy().values()] for one, files in manager.file_storage.copy().items()
    }


def _forget_those_who_left() -> None:
    if Runtime.exists():
        _asked.difference_update([one for one in list(_asked) if not Runtime.instance().is_active_session(one)])
