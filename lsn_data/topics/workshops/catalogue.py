"""Which exhibits answer what was said in the workshops?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.workshops import exhibits, needs

EXHIBITS: dict[str, Drawn] = {
    "workshops": exhibits.by_theme,
    "workshops-needs": needs.beside_measures,
    "workshops-statements": exhibits.every_statement,
}
