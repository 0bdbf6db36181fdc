"""How is a text from data put on a page without harm, and how are empty pages and troubles said?"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import streamlit as st

from lsn_data import log
from lsn_data.errors import LsnError, StoreError
from lsn_data.exhibit import clean
from lsn_data.language import Language, mark
from lsn_data.ui import demo_data, rights
from lsn_data.ui.reader import language

UNEXPECTED = mark(
    "Something went wrong here. Load the page anew; if it comes back, tell whoever runs this product the number"
    " {number}. Changes are stored whole or not at all."
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_WORD_JOINER = "\u2060"


def safe(text: object) -> str:
    """A text from data, to be shown as it stands: no Markdown, no HTML, no icon, no formula, no link.

    Punctuation becomes its character reference, which Markdown and HTML both show as a plain character. Streamlit
    replaces `:material/…:` and `:smile:` after that, and makes links of addresses, so a word joiner (it has no width)
    follows each colon and each @.

    >>> safe("R&D")
    'R&#38;D'
    >>> safe("Skilled workers, 57 of 300")
    'Skilled workers&#44; 57 of 300'
    """
    one_line = clean.line(" ".join(str(text).split()))
    joined = re.sub(r"([:@])(?=\S)", rf"\1{_WORD_JOINER}", one_line)
    joined = re.sub(r"(?i)\bwww(?=\.)", f"www{_WORD_JOINER}", joined)
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", joined)


@contextmanager
def calm(say: Language) -> Iterator[None]:
    """Whatever of ours goes wrong inside is said as a sentence with what to do, never as a traceback."""
    try:
        yield
    except LsnError as trouble:
        log.told("told", "warning" if isinstance(trouble, StoreError) else "info", page=page(), trouble=trouble)
        with st.container(border=True, key="lsn-trouble"):
            st.markdown(safe(trouble.said(say)))


@contextmanager
def drawn() -> Iterator[None]:
    """How long the page took goes to the log."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        log.told("page", page=page(), seconds=time.perf_counter() - begun)


def page() -> str:
    """The name of the page that is shown, without what its link says; nothing for a link that names none of ours."""
    name = urlsplit(st.context.url or "").path.strip("/").split("/")[-1]
    return name if re.fullmatch(r"[a-z_]{1,30}", name) else ""


def unexpected(trouble: Exception) -> bool:
    """A mistake of ours: the details go to the log, one sentence to the page. True: Streamlit need not say it.

    What a button's own action could not do (it runs before the page and its `calm`) is said as it is.
    """
    if isinstance(trouble, LsnError):
        log.told("told", page=page(), trouble=trouble)
        st.error(safe(trouble.said(language())))
        return True
    number = secrets.token_hex(4)
    log.told("unexpected trouble", "error", page=page(), number=number, trouble=trouble)
    st.error(safe(language()(UNEXPECTED, number=number)))
    return True


def empty(say: Language, what: str, next_step: str, also: str = "") -> None:
    """A dashed box in the place of what is missing: the next step (`also` names a link to Upload), and demo data."""
    with st.container(border=True, key="lsn-empty", horizontal_alignment="center", vertical_alignment="center"):
        st.markdown(f"**{safe(what)}**", width="content")
        if not rights.allowed("import"):
            others = say("Nothing was brought in for this yet. Whoever has the role Editing can do so.")
            st.markdown(safe(others), width="content")
            return
        st.markdown(safe(next_step), width="content")
        with st.container(horizontal=True, horizontal_alignment="center"):
            if also:
                st.page_link("../../pages/upload.py", label=safe(also), width="content")
            st.button(say("Load demo data"), on_click=demo_data.load, key="load-demo")
        st.caption(
            safe(say("Invented answers, marked as demo everywhere. You can take them back at any time.")),
            width="content",
        )


def no_survey(what: str, say: Language) -> None:
    """The greeting of a page that needs a survey where there is none yet; `what` will stand here."""
    st.title(safe(say("No survey answers yet")), anchor=False)
    empty(
        say,
        what,
        say("Upload the spreadsheet of a member survey, or look around with invented answers."),
        also=say("Upload a survey"),
    )
