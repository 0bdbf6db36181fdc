"""Which exhibits speak of projects?"""

from __future__ import annotations

from lsn_data.topics.drawn import Drawn
from lsn_data.topics.projects import ending, exhibits, funding, income, one, payers, places, themes

EXHIBITS: dict[str, Drawn] = {
    "projects": exhibits.timeline,
    "projects-ending": ending.ending,
    "projects-by-theme": themes.by_theme,
    "projects-map": places.by_country,
    "projects-funding": funding.by_year,
    "projects-funders": payers.by_payer,
    "projects-income": income.income,
    "project": one.one,
}
