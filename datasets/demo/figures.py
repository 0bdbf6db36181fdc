"""Which figures does the demo hold: KPI values, finance, services, other clusters?

Members, premium members and income follow from the demo's own registers, so that a computed KPI agrees with them.
Left in on purpose: gaps, a KPI with two values only, one value restated later, one break of method, KPIs without a
target.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from datasets.demo import members

PUBLISHED = Path(__file__).parents[1] / "published" / "kpi_lsn.csv"
INVENTED = "Demo data (invented)"
YEARS = range(2019, 2026)
GAP = None
SET_ON = "2025-11-20"

Row = dict[str, str]


@dataclass(frozen=True)
class Series:
    """The values of a KPI from 2019 to 2025, and what the board wants by 2030 (None: nothing was set)."""

    unit: str
    values: Sequence[float | None]
    target: float | None = None
    method: str = ""
    breaks_in: int | None = None


def kpi() -> list[Row]:
    """Values of all KPIs that the strategy names."""
    found: list[Row] = []
    every = _all_series()
    for name, about in _named().items():
        found += _series(name, about, every[name])
    return found


def _all_series() -> dict[str, Series]:
    return {
        "measures-seen": Series("%", (GAP, 41, GAP, 46, GAP, 52, 55), 70, "Share of members who know three measures"),
        "social-media-place": Series("place", (9, 8, 8, 7, 7, 6, 6), 3, "Followers, eleven regional clusters"),
        "innovation-projects": Series("number", (3, 2, 4, 5, 4, 6, 5), 8),
        "spin-offs-relocations": Series("number", (4, 3, 5, 5, 6, 8, 9), 12),
        "new-products": Series("number", (2, GAP, 3, 2, 4, GAP, 5)),
        "members": Series("number", [_members(year) for year in YEARS], 340, "Register, end of year"),
        "premium-members": Series("number", [_members(year, True) for year in YEARS], 40, "Register, end of year"),
        "economic-footprint": Series("EUR bn", (4.6, 4.5, 4.9, 5.1, 5.2, 5.4, GAP), None, "Gross value added"),
        "topics-with-measures": Series("number", (5, 6, 6, 8, 9, 9, 10), 12),
        "new-services": Series("number", (GAP, GAP, GAP, GAP, GAP, 2, 3), 4),
        "member-satisfaction": Series(
            "points of 5", (3.9, GAP, 4.0, GAP, 3.6, 3.7, 3.8), None, "Mean of the member survey", 2023
        ),
        "partnerships": Series("number", (4, 1, 2, 4, 5, 5, 6), 8),
        "international-projects": Series("number", (2, 1, 1, 2, 1, 1, 1), 4),
        "northern-network": Series("active partners", (6, 6, 7, 8, 10, 11, 13)),
        "total-income": Series("EUR", [_income(year) for year in YEARS], 2_600_000, "Annual accounts"),
        "non-institutional-share": Series("%", [_own_share(year) for year in YEARS], 60, "Annual accounts"),
    }  # fmt: skip


RESTATED = ("economic-footprint", 2022, 5.3, "2025-06-30")


def _named() -> dict[str, Row]:
    """Each KPI of the strategy as it is published: names, theme, level, direction."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return {row["kpi"]: row for row in reversed(list(csv.DictReader(file)))}


def _series(name: str, about: Row, series: Series) -> list[Row]:
    told = {key: about[key] for key in ("kpi", "name_en", "name_de", "theme", "level", "better")}
    target = {
        "target": _number(series.target),
        "target_period": "2030", "target_set_by": "Board", "target_set_on": SET_ON,
    } if series.target else {}  # fmt: skip
    found = []
    for year, value in zip(YEARS, series.values, strict=True):
        if value is None:
            continue
        new_method = series.breaks_in is not None and year >= series.breaks_in
        row = {
            **told, "unit": series.unit, "period": str(year), "value": _number(value), "vintage": _vintage(name, year),
            "method": series.method + (", new questionnaire" if new_method else ""),
            "break": "yes" if year == series.breaks_in else "no", "source": INVENTED, **target,
        }  # fmt: skip
        found.append(row)
        if (name, year) == RESTATED[:2]:
            found.append({**row, "value": _number(RESTATED[2]), "vintage": RESTATED[3]})
    return found


def _vintage(name: str, year: int) -> str:
    """When a value was published. Where the strategy itself names the members, the demo stands in for that very row."""
    return {2021: "", 2025: "2025"}.get(year, f"{year + 1}-01-31") if name == "members" else f"{year + 1}-03-31"


def _members(year: int, premium: bool = False) -> int:
    return members.on(dt.date(year, 12, 31), premium)


# Income in thousand EUR, 2019 to 2025.
INCOME: Mapping[str, tuple[bool, Sequence[int]]] = {
    "Institutional grant, first state": (True, (480, 480, 490, 500, 500, 510, 510)),
    "Institutional grant, second state": (True, (480, 480, 490, 500, 500, 510, 510)),
    "Membership fees": (False, (205, 212, 219, 231, 244, 256, 268)),
    "Project funding": (False, (520, 470, 560, 610, 580, 640, 690)),
    "Events and sponsoring": (False, (95, 22, 38, 88, 104, 121, 133)),
    "Services": (False, (40, 31, 44, 52, 61, 74, 82)),
}


def finance() -> list[Row]:
    """Income by year and source."""
    return [
        {
            "period": str(year), "source": source, "institutional": "yes" if institutional else "no",
            "amount": str(amounts[at] * 1000), "currency": "EUR",
        }
        for at, year in enumerate(YEARS)
        for source, (institutional, amounts) in INCOME.items()
    ]  # fmt: skip


def _income(year: int, own: bool = False) -> int:
    at = YEARS.index(year)
    return 1000 * sum(amounts[at] for institutional, amounts in INCOME.values() if not (own and institutional))


def _own_share(year: int) -> float:
    return round(100 * _income(year, own=True) / _income(year), 1)


SERVICES: Mapping[str, tuple[str, int, Sequence[int]]] = {
    "Funding advice": ("innovation", 2019, (31, 36, 40, 44, 47, 52, 58)),
    "Partner search": ("internationalisation", 2019, (18, 9, 15, 22, 24, 29, 33)),
    "Regulatory round table": ("competencies", 2020, (26, 41, 48, 55, 61, 59)),
    "Start-up mentoring": ("innovation", 2021, (12, 15, 19, 21, 24)),
    "Job board": ("visibility", 2022, (64, 83, 97, 118)),
    "AI office hour": ("competencies", 2024, (17, 34)),
    "Site tour for investors": ("region", 2025, (11,)),
}


def services() -> list[Row]:
    """How many used each service, year by year since it began."""
    return [
        {"service": service, "theme": theme, "period": str(first + at), "users": str(users)}
        for service, (theme, first, counts) in SERVICES.items()
        for at, users in enumerate(counts)
    ]


PEERS: Mapping[tuple[str, str], Mapping[str, Sequence[float]]] = {
    ("Fjordmed Cluster (Demo)", "DK"): {"members": (310, 322, 335), "staff": (34, 36, 38)},
    ("Skärgård Bio (Demo)", "SE"): {"members": (255, 262, 270), "staff": (21, 21, 23)},
    ("Rheinbogen Life Science (Demo)", "DE"): {"members": (188, 195, 207), "staff": (14, 15, 15)},
    ("Alpenrand Biotech (Demo)", "DE"): {"members": (402, 410, 409), "staff": (29, 30, 30)},
}


OWN = "Life Science Nord"
# Followers of eleven regional clusters, 2023 to 2025: our place among them is the one that the KPI names (7, 6, 6).
FOLLOWERS: Mapping[tuple[str, str], Sequence[float]] = {
    ("Fjordmed Cluster (Demo)", "DK"): (18_400, 19_900, 21_300),
    ("Skärgård Bio (Demo)", "SE"): (9_800, 10_500, 11_000),
    ("Rheinbogen Life Science (Demo)", "DE"): (6_100, 6_300, 6_900),
    ("Alpenrand Biotech (Demo)", "DE"): (15_200, 16_800, 17_500),
    ("Havelmed (Demo)", "DE"): (12_700, 13_100, 13_900),
    ("Elbtal Bionetz (Demo)", "DE"): (8_700, 8_900, 9_200),
    ("Øresund Pharma Ring (Demo)", "DK"): (14_100, 14_900, 16_200),
    ("Baltic Health Hub (Demo)", "EE"): (4_200, 4_900, 5_600),
    ("Bodensee MedTech (Demo)", "DE"): (5_300, 5_700, 6_000),
    ("Ostfjord Helse (Demo)", "NO"): (3_600, 3_900, 4_100),
    (OWN, "DE"): (8_300, 9_400, 10_200),
}


def peers() -> list[Row]:
    """Members and staff of four clusters that do not exist, followers of ten, and ours among them (invented too)."""
    followed = {name: {"followers": values} for name, values in FOLLOWERS.items()}
    return [
        {
            "organisation": name, "country": country, "measure": measure, "period": str(2023 + at),
            "value": _number(value), "unit": "number", "source": INVENTED,
        }
        for register in (PEERS, followed)
        for (name, country), figures in register.items()
        for measure, values in figures.items()
        for at, value in enumerate(values)
    ]  # fmt: skip


def _number(value: float) -> str:
    """A number as plain CSV has it: no trailing zeros, no exponent.

    >>> _number(300), _number(4.0), _number(2_193_000), _number(54.1)
    ('300', '4', '2193000', '54.1')
    """
    return str(int(value)) if value == int(value) else str(value)
