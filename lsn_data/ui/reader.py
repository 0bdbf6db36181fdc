"""Who is reading: in which language, in which colours?"""

from __future__ import annotations

import streamlit as st

from lsn_data.exhibit.palette import DARK, LIGHT, Palette
from lsn_data.language import CODES, Language, nearest


def language() -> Language:
    """The language of the switch, else of the link, else of the browser."""
    asked = st.session_state.get("lang") or st.query_params.get("lang")
    return Language(asked if asked in CODES else browser_language())


def browser_language() -> str:
    """German for a German browser, English for all others."""
    return nearest(st.context.locale or "")


def palette() -> Palette:
    """The colours of the scheme in which the reader sees the page."""
    return DARK if st.context.theme.type == "dark" else LIGHT
