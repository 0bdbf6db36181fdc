"""Which exhibits show how the strategy stands as a whole?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.overview.balance_exhibit import voice_and_effort
from lsn_data.topics.overview.decisions import decisions
from lsn_data.topics.overview.exhibits import by_theme
from lsn_data.topics.overview.freshness import freshness
from lsn_data.topics.overview.since_exhibit import changes_since

EXHIBITS: dict[str, Drawn] = {
    "overview": lambda store, say, f: by_theme(store, say, f.get("wave")),
    "decisions": lambda store, say, f: decisions(store, say),
    "voice-and-effort": lambda store, say, f: voice_and_effort(store, say, f.get("wave")),
    "changes-since": lambda store, say, f: changes_since(store, say, f.get("since")),
    "freshness": lambda store, say, f: freshness(store, say),
}
