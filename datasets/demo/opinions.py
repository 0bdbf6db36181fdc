"""What do the invented members think of the cluster's work, and which of its services do they use? Drawn, not asked.

Each wave has its own lean: satisfaction grows slowly, advice on funding is used more and more, one service trails.
Drawn from a chance of its own, so that the rankings of the demo stay what they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

SATISFIED = "Wie zufrieden sind Sie mit folgenden Angeboten?"
POINTS = ("sehr unzufrieden", "eher unzufrieden", "teils/teils", "eher zufrieden", "sehr zufrieden")
CANNOT_TELL = "kann ich nicht beurteilen"
# How satisfied, on average, with each offer (1 to 5), by wave.
OFFERS: Mapping[str, Mapping[int, float]] = {
    "Veranstaltungen und Netzwerk": {2022: 3.4, 2024: 3.8, 2026: 4.0},
    "Beratung zu Förderung": {2022: 3.5, 2024: 3.7, 2026: 3.9},
    "Kommunikation und Newsletter": {2022: 3.6, 2024: 3.6, 2026: 3.7},
    "Unterstützung bei Internationalisierung": {2022: 3.0, 2024: 3.1, 2026: 3.0},
}
OVERALL = "Wie zufrieden sind Sie insgesamt mit Ihrer Mitgliedschaft?"
LEAN: Mapping[int, float] = {2022: 3.5, 2024: 3.7, 2026: 3.9}
USED = "Welche unserer Angebote haben Sie in den letzten 12 Monaten genutzt? (Mehrfachauswahl)"
# How likely each service is to have been used, by wave.
SERVICES: Mapping[str, Mapping[int, float]] = {
    "Netzwerktreffen": {2022: 0.42, 2024: 0.55, 2026: 0.62},
    "Förderberatung": {2022: 0.30, 2024: 0.36, 2026: 0.44},
    "Arbeitskreise": {2022: 0.25, 2024: 0.31, 2026: 0.37},
    "Newsletter": {2022: 0.66, 2024: 0.68, 2026: 0.67},
    "Messeauftritte": {2022: 0.18, 2024: 0.27, 2026: 0.29},
    "Delegationsreisen": {2022: 0.06, 2024: 0.11, 2026: 0.12},
}
SECTOR_VIEW: Mapping[str, float] = {"Forschung & Hochschule": 0.25, "Pharma": -0.2, "Digital Health": -0.15}
HEADINGS = (*(f"{SATISFIED} [{offer}]" for offer in OFFERS), OVERALL, USED)


def drawn(chance: Random, year: int, sector: str) -> list[str]:
    """The cells of one respondent under `HEADINGS`; `sector` as the file labels it."""
    mood = (chance.random() - 0.5) * 1.6 + SECTOR_VIEW.get(sector, 0.0)
    rated = [_rating(chance, by_year[year] + mood, may_not_tell=0.09) for by_year in OFFERS.values()]
    overall = _rating(chance, LEAN[year] + mood, may_not_tell=0.0)
    used = [name for name, by_year in SERVICES.items() if chance.random() < by_year[year]]
    return [*rated, overall, ";".join(used)]


def _rating(chance: Random, lean: float, may_not_tell: float) -> str:
    """A point near the lean; some cannot tell, some leave it out (only `random()`, the same in every Python)."""
    luck, spread = chance.random(), chance.random() + chance.random() + chance.random() - 1.5
    if luck < may_not_tell:
        return CANNOT_TELL
    if luck > 0.97:
        return ""
    return POINTS[min(5, max(1, round(lean + spread * 1.3))) - 1]
