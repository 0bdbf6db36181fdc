"""Which exhibits answer how other clusters compare?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.peers import correspondence, gaps, size

EXHIBITS: dict[str, Drawn] = {
    "peers-gaps": gaps.gaps,
    "peers-themes": correspondence.themes_beside,
    "peers-size": size.size,
    "peers-social": size.social,
}
