"""How does one line of a quiet list look, whose last place may hold a button?"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lsn_data.ui.days import kept_whole


def line(cells: Sequence[str | None], widths: Sequence[float], kind: str) -> DeltaGenerator:
    """A line of texts (None leaves its place empty); returns the last place, for what can be clicked."""
    columns = st.columns(widths, vertical_alignment="center", gap="small")
    for column, text in zip(columns, cells, strict=True):
        if text is not None:
            column.html(f"<div class='lsn-cell lsn-{kind}'>{kept_whole(text)}</div>")
    return columns[-1]
