"""What does a screen reader hear where Streamlit says nothing? Names, what has changed; and a focus that is kept.

The work is done in the browser by `spoken.js`; the words come from here, in the reader's language.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lsn_data.exhibit import Exhibit, clean
from lsn_data.language import Language

KEY = "lsn-spoken"
_HERE = Path(__file__).parent
_VOICE = st.components.v2.component("lsn_spoken", js=(_HERE / "spoken.js").read_text(encoding="utf-8"))


def listen(say: Language) -> None:
    """Complete names and roles of this page, tell its changes, keep the keyboard's place. Nothing of it is seen."""
    with st.container(key=KEY):
        _VOICE(key=f"{KEY}-voice", data=words(say))


def words(say: Language) -> dict[str, str]:
    """Names of what stands around every page."""
    return {"side": say("Pages and language"), "choose": say("Choose files")}


def of_chart(exhibit: Exhibit, figures: str, say: Language) -> str:
    """What a chart is called: its finding, its title, and under which name its figures stand."""
    where = say("The figures stand below, under “{name}”.", name=figures)
    return clean.line(f"{exhibit.message}. {exhibit.title}. {where}")
