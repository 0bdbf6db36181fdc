"""How does a file leave the house? One door for all downloads: whoever may, and the log tells who took what.

The file is made when somebody clicks. Whether that person may still take it is asked then, not when the page was
drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lsn_data.access import Action, may, require
from lsn_data.store import Store
from lsn_data.store.log import noted
from lsn_data.ui import data, fetching
from lsn_data.ui.visitor import remembered, visitor


def download(
    label: str, make: Callable[[], bytes], *, file_name: str, mime: str | None = None, action: Action = "export",
    **how: Any,
) -> None:  # fmt: skip
    """A button for a file, for those who may take it; for others there is none."""
    if may(visitor(), action):
        logged = _logged(make, file_name, action, data.store())
        st.download_button(label, logged, file_name=file_name, mime=mime, on_click="ignore", **how)


def _logged(make: Callable[[], bytes], file_name: str, action: Action, store: Store) -> Callable[[], bytes]:
    who = remembered()

    def made() -> bytes:
        actor = who()
        require(actor, action)
        file = fetching.made(make(), action)
        noted(store, actor, "export", {"file": file_name})
        return file

    return made
