"""Which registers are there besides the survey? Each declared once; checks, templates, tables are made from it."""

from __future__ import annotations

from lsn_data.sheets.declared import Sheet
from lsn_data.sheets.registers.figures import CONTEXT, FINANCE, KPI, PEERS
from lsn_data.sheets.registers.people import MEMBERS, PARTNERSHIPS, SERVICES
from lsn_data.sheets.registers.projects import FUNDING, PROJECTS, STORIES
from lsn_data.sheets.registers.proposals import PROPOSALS
from lsn_data.sheets.registers.strategy import MEASURES, STRATEGY, SWOT, WORKSHOPS

REGISTERS: dict[str, Sheet] = {
    sheet.kind: sheet
    for sheet in (
        MEMBERS,
        PROJECTS,
        FUNDING,
        KPI,
        MEASURES,
        SWOT,
        WORKSHOPS,
        STORIES,
        STRATEGY,
        PARTNERSHIPS,
        SERVICES,
        FINANCE,
        PEERS,
        CONTEXT,
        PROPOSALS,
    )
}
