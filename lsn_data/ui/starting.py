"""What is settled before the first page is drawn: are the settings right, who may come, what goes to the log?"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit import logger as streamlit_log

from lsn_data import log
from lsn_data.language import Language, spoken_in
from lsn_data.settings import Settings, settings
from lsn_data.settings_sources import WrongSettings
from lsn_data.ui import data
from lsn_data.ui.running import Running

if TYPE_CHECKING:
    from streamlit.starlette import App

HERE_ALONE = ("localhost", "127.0.0.1")
WRONG = 2
# In bytes; somebody in the 200 groups that Entra ID tells at most has 22 kB.
LONGEST_COOKIES = 32_768


def begin() -> None:
    """Settle it. Wrong settings end the process with exit status 2, a sentence for each."""
    try:
        given = settings()
    except WrongSettings as wrong:
        print(wrong.said(Language(spoken_in(os.environ))), file=sys.stderr)
        raise SystemExit(WRONG) from None
    reached_under(given)
    room_for_cookies()
    log_to(given)
    if without_administrator(given):
        log.told("nobody administers", "warning")


def without_administrator(given: Settings) -> bool:
    """Do people log in, and no list gives anybody the role Administration?

    >>> without_administrator(Settings())
    False
    """
    return given.auth is not None and not any(one.strip() for one in given.admins)


def reached_under(given: Settings) -> None:
    """Let Streamlit know the public name: it turns all others away (a foreign site could borrow this machine's)."""
    public = urlsplit(given.address or "").hostname
    config.set_option("server.allowedHosts", [*HERE_ALONE, *([public] if public else [])])


def room_for_cookies() -> None:
    """Let whoever is in many groups open the web socket: the cookies of such a login are one long line.

    The library that uvicorn takes for web sockets stops at 8 kB; the page would stay empty, without a word.
    """
    library: Any = import_module("websockets.http11")
    library.MAX_LINE_LENGTH = LONGEST_COOKIES


def log_to(given: Settings) -> None:
    """One log for all: ours, Streamlit's and the server's.

    Streamlit gives each of its loggers, also one that it makes later, a handler that writes whatever an exception
    quotes; what goes wrong on a page it would write before we are asked (`messages.unexpected`).
    """
    config.set_option("logger.enableRich", False)
    streamlit_log.setup_formatter = log.hand_over
    log.begin(given.log_level, given.log_format)
    streamlit_log.get_logger("streamlit.error_util").disabled = True


@asynccontextmanager
async def alive(_app: App) -> AsyncIterator[None]:
    """From the start to the end: whoever stops the server finds the database closed, all changes in its one file."""
    log.told("started")
    running = Running()
    try:
        yield
    finally:
        running.stop()
        data.give_back()
        log.told("stopped")
