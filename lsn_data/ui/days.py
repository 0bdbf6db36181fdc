"""How does a day, or the number of an import, stay on its line within a text?"""

from __future__ import annotations

import re

from lsn_data.ui.messages import safe

# 2026-11-22 and 2026-11-22-16, as `safe` writes them.
_DAY = re.compile(r"\b\d{4}&#45;\d\d(?:&#45;\d+){0,2}")


def kept_whole(text: object) -> str:
    """The text made safe for a page; a browser does not break its days at their hyphens.

    >>> kept_whole("as of 2026-06-30")
    "as of <span class='lsn-day'>2026&#45;06&#45;30</span>"
    """
    return _DAY.sub(lambda found: f"<span class='lsn-day'>{found[0]}</span>", safe(text))
