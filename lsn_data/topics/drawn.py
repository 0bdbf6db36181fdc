"""How is an exhibit asked for? By its name in a topic's catalogue, with the filters of its page."""

from __future__ import annotations

from collections.abc import Callable

from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.store import Store

# What a page's filters say, by their names in the link.
Filters = dict[str, str]
# None: there is nothing to show yet.
Drawn = Callable[[Store, Language, Filters], Exhibit | None]
