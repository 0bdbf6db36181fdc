"""What stands around every page: the browser's title, the language, the style, the side bar?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from lsn_data.exhibit.palette import DARK, LIGHT
from lsn_data.language import CODES, Language
from lsn_data.ui import data, help_page, person, rights, showing, spoken, words
from lsn_data.ui.fetching import ICON
from lsn_data.ui.headers import language_script
from lsn_data.ui.messages import safe
from lsn_data.ui.reader import browser_language, language

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

HERE = Path(__file__).parent
SIDE_BAR_WIDTH = 224
FIRST_PAGE = "../../pages/overview.py"


def begin() -> Language:
    """Set the page up; returns the language in which everything on it is said."""
    say = language()
    st.set_page_config(
        page_title=f"LSN 2030 · {say('Strategy monitor')}",
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state=SIDE_BAR_WIDTH,
        menu_items={"about": None, "get help": None, "report a bug": None},
    )
    st.html(f"<style>{_style()}{_uploader_words(say)}</style>")
    st.html(f"<script>{language_script(say.code)}</script>", unsafe_allow_javascript=True)
    words.exchange(say)
    spoken.listen(say)
    return say


def titled(page: StreamlitPage) -> None:
    """The browser's title names the page first: windows, tabs and screen readers tell pages apart by it."""
    st.set_page_config(page_title=f"{page.title} · LSN 2030")


def start() -> None:
    """The bare address leads to the first page; what the link says is kept.

    Once the language switch was drawn (somebody goes back to the bare address), only the switch may write `lang`.
    """
    link = st.query_params.to_dict()
    if "lang" in st.session_state:
        link.pop("lang", None)
    st.switch_page(FIRST_PAGE, query_params=link)


def side_bar(sections: Mapping[str, Sequence[StreamlitPage]], room: str, say: Language) -> None:
    """Name, sections, and at the bottom the help for the `room`, the switches (language, data) and the version."""
    with st.sidebar:
        st.html(f"<div class='lsn-name'>LSN 2030<span>{safe(say('Strategy monitor'))}</span></div>")
        for title, pages in sections.items():
            st.html(f"<div class='lsn-section'>{safe(title)}</div>")
            for page in pages:
                if rights.offered(page.url_path):
                    st.page_link(page, label=_label(page, say))
        with st.container(key="lsn-side-foot"):
            help_page.link(room, say)
            language_switch(say)
            showing.switch(say)
            st.html(f"<div class='lsn-version'>{safe(say('Data version'))}<br>{safe(_version(say))}</div>")
            person.shown(say)


def _label(page: StreamlitPage, say: Language) -> str:
    """What a page is called in the side bar: whoever brings nothing in finds there what others did."""
    return say("History") if page.url_path == "upload" and not rights.allowed("import") else page.title


def language_switch(say: Language) -> None:
    """German or English; the link says which."""
    st.segmented_control(
        say("Language"),
        sorted(CODES),
        default=browser_language(),
        required=True,
        key="lang",
        bind="query-params",
        label_visibility="collapsed",
    )


def _version(say: Language) -> str:
    """The newest import, by its name; the change's number would say nothing to a person."""
    return data.newest_import() or say("published facts only")


@cache
def _style() -> str:
    """The style block: the palette as variables (the browser picks light or dark), then the rules."""
    roles = {
        name.replace("_", "-"): (getattr(LIGHT, name), getattr(DARK, name))
        for name in LIGHT.__dataclass_fields__
        if isinstance(getattr(LIGHT, name), str)
    }
    variables = "".join(f"--lsn-{name}:light-dark({light},{dark});" for name, (light, dark) in roles.items())
    rules = "".join((HERE / name).read_text(encoding="utf-8") for name in ("style.css", "seen.css"))
    return f":root{{{variables}}}{rules}"


def _uploader_words(say: Language) -> str:
    """Streamlit's own words on the drop zone, in the reader's language: it has no translation of its own."""
    words = {
        "button": say("Choose files"),
        "limit": say("or drop them here · up to 50 MB each"),
    }
    return "[data-testid='stApp']{" + "".join(f'--lsn-word-{key}:"{word}";' for key, word in words.items()) + "}"
