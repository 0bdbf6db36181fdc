"""Which right does it take to fetch a file that lies ready? The one with which it was made.

Streamlit keeps what somebody asked for under an address made of its content and hands it to whoever names that
address. So the address alone is worth nothing: a backup, or an uploaded file with its remarks, goes to nobody who could
not have asked for it.
"""

from __future__ import annotations

import hashlib

from streamlit.runtime import Runtime

from lsn_data.access import Action

MEDIA = "/media/"
USUAL: Action = "export"
_needs: dict[bytes, Action] = {}


def made(file: bytes, action: Action) -> bytes:
    """A file that is handed to Streamlit; what it takes to fetch it is remembered until the server ends."""
    if action != USUAL:
        _needs[_print(file)] = action
    return file


def needed(path: str) -> Action:
    """The right that it takes to fetch what lies at this address; the usual one where nothing lies."""
    file = _lying(path.rpartition(MEDIA)[2]) if _needs else None
    return USUAL if file is None else _needs.get(_print(file), USUAL)


def _lying(name: str) -> bytes | None:
    found = Runtime.instance().media_file_mgr.read_file(name) if Runtime.exists() else None
    return found.content if found else None


def _print(file: bytes) -> bytes:
    return hashlib.blake2b(file).digest()
