"""Which exhibits does the SWOT have?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.swot import broken, exhibits, fields, flow

EXHIBITS: dict[str, Drawn] = {
    "swot": exhibits.board,
    "swot-broken": broken.broken_links,
    "tows": fields.fields,
    "swot-flow": flow.flow,
}
