"""Which exhibits show the measures?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.measures.aid_exhibit import proposal
from lsn_data.topics.measures.exhibits import matrix, rule
from lsn_data.topics.measures.listing import measures_list
from lsn_data.topics.measures.log_exhibit import log
from lsn_data.topics.measures.one import measure
from lsn_data.topics.measures.proposals import proposals
from lsn_data.topics.strategy.answer import OWN

EXHIBITS: dict[str, Drawn] = {
    "measures": lambda store, say, f: matrix(store, say, f.get("cluster") or OWN),
    "measures-rule": lambda store, say, f: rule(store, say),
    "measures-list": lambda store, say, f: measures_list(store, say, f),
    "measure": lambda store, say, f: measure(store, say, f.get("measure") or ""),
    "proposal": proposal,
    "proposals": lambda store, say, f: proposals(store, say),
    "measures-log": lambda store, say, f: log(store, say, f.get("theme")),
}
