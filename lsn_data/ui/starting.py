"""What is settled before the first page is drawn: are the settings right, under which names may people come?"""

from __future__ import annotations

import os
import sys
from urllib.parse import urlsplit

from streamlit import config

from lsn_data.language import Language, spoken_in
from lsn_data.settings import Settings, settings
from lsn_data.settings_sources import WrongSettings

HERE_ALONE = ("localhost", "127.0.0.1")
WRONG = 2


def begin() -> None:
    """Settle it. Wrong settings end the process with exit status 2, a sentence for each."""
    try:
        reached_under(settings())
    except WrongSettings as wrong:
        print(wrong.said(Language(spoken_in(os.environ))), file=sys.stderr)
        raise SystemExit(WRONG) from None


def reached_under(given: Settings) -> None:
    """Let Streamlit know the public name: it turns all others away (a foreign site could borrow this machine's)."""
    public = urlsplit(given.address or "").hostname
    config.set_option("server.allowedHosts", [*HERE_ALONE, *([public] if public else [])])
