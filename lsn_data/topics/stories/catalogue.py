"""Which exhibits tell success stories?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.stories import exhibits

EXHIBITS: dict[str, Drawn] = {"stories": exhibits.told, "story": exhibits.one}
