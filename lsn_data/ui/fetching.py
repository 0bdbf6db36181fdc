"""Which right does it take to fetch a file that lies ready? The one with which it was made.

Streamlit keeps what somebody asked for under an address made of its content and hands it to whoever names that
address. So the address alone is worth nothing: a backup, or an uploaded file with its remarks, goes to nobody who could
not have asked for it. The product's icon lies there, too, and the door shows it to everybody.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from streamlit.runtime import Runtime

from lsn_data.access import Action
from lsn_data.ui.unknown_links import below_the_base

MEDIA = "/media/"
# Streamlit's own fonts, beside its scripts: nothing that was made for somebody.
FONTS = ["static", "media"]
ICON = Path(__file__).parent / "static" / "icon.png"
USUAL: Action = "export"
HIGHEST: Action = "backup"
# How Streamlit calls a file. It may read an address of another form otherwise than we do.
_NAME = re.compile(r"[0-9a-f]+(\.\w+)?")
_needs: dict[bytes, Action] = {}


def made(file: bytes, action: Action) -> bytes:
    """A file that is handed to Streamlit; what it takes to fetch it is remembered until the server ends."""
    if action != USUAL:
        _needs[_print(file)] = action
    return file


def needed(path: str, root: str = "") -> Action | None:
    """The right that it takes to fetch what lies at this address; None: none.

    Where nothing lies it is the usual one, and the highest where the address is none that Streamlit gives.

    `root` is what stands before every address of the product, if anything.

    >>> needed("/static/media/font.woff2"), needed("/priorities")
    (None, None)
    >>> needed("/media/0a1b.pptx"), needed("/media/0a1b\\n")
    ('export', 'backup')
    """
    if MEDIA not in path or below_the_base(path, root)[:2] == FONTS:
        return None
    name = path.rpartition(MEDIA)[2]
    if not _NAME.fullmatch(name):
        return HIGHEST
    file = _lying(name)
    if file is None:
        return USUAL
    return None if file == _icon() else _needs.get(_print(file), USUAL)


def _lying(name: str) -> bytes | None:
    found = Runtime.instance().media_file_mgr.read_file(name) if Runtime.exists() else None
    return found.content if found else None


@cache
def _icon() -> bytes:
    return ICON.read_bytes()


def _print(file: bytes) -> bytes:
    return hashlib.blake2b(file).digest()
