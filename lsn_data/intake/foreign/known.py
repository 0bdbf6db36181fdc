"""What is known already that a file may call otherwise: KPIs by their names, SWOT factors by their texts?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lsn_data.sheets.declared import plain

LETTERS = {"strength": "S", "weakness": "W", "opportunity": "O", "threat": "T"}
# Short names that lists use for the strategy's own KPIs.
KPI_NAMES = {
    "members": ("Mitglieder", "Anzahl Mitglieder", "Mitgliederzahl", "Mitglieder gesamt", "number of members",
                "Anzahl der Mitglieder", "members total", "Mitglieder insgesamt", "Mitgliederanzahl"),
    "premium-members": ("Premiummitglieder", "Premium-Mitglieder", "Anzahl Premiummitglieder", "premium members",
                        "number of premium members", "Premium", "Anzahl Premium-Mitglieder"),
    "innovation-projects": ("Innovationsprojekte", "neue Innovationsprojekte", "innovation projects"),
    "spin-offs-relocations": ("Ausgründungen und Ansiedlungen", "spin-offs and relocations"),
    "member-satisfaction": ("Mitgliederzufriedenheit", "Zufriedenheit", "member satisfaction"),
    "international-projects": ("internationale Projekte", "international projects"),
    "total-income": ("Gesamteinnahmen", "Einnahmen gesamt", "total income"),
    "partnerships": ("Partnerschaften", "neue Partnerschaften"),
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """`kpis`: a KPI's code by each of its plain names; `factors`: ids by (quadrant, plain text); `ids` taken."""

    kpis: Mapping[str, str] = field(default_factory=dict)
    factors: Mapping[tuple[str, str], str] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()


def known_of(kpis: Iterable[Mapping[str, Any]] = (), swot: Iterable[Mapping[str, Any]] = ()) -> Known:
    """What the rows of the two registers name.

    >>> known_of([{"kpi": "reach", "name_en": "Reach", "name_de": "Reichweite"}]).kpis["reichweite"]
    'reach'
    """
    names = {plain(name): code for code, also in KPI_NAMES.items() for name in (code, *also)}
    for row in kpis:
        names.update({plain(name): row["kpi"] for name in (row["name_en"], row["name_de"], row["kpi"]) if name})
    factors = list(swot)
    texts = {
        (row["quadrant"], plain(row[one])): row["id"] for row in factors for one in ("text_en", "text_de") if row[one]
    }
    return Known(names, texts, frozenset(str(row["id"]) for row in factors))


def with_ids(rows: list[dict[str, Any]], known: Known) -> None:
    """Give each factor without an id the one it had before, else the next free of its quadrant: S1, W2 …"""
    taken = {*known.ids, *(str(row["id"]) for row in rows if row["id"])}
    highest = dict.fromkeys(LETTERS.values(), 0)
    for one in taken:
        if part := re.fullmatch(r"([SWOT])(\d{1,4})", one):
            highest[part[1]] = max(highest[part[1]], int(part[2]))
    for row in rows:
        if row["id"] or row["quadrant"] not in LETTERS:
            continue
        said = row["text_en"] or row["text_de"] or ""
        row["id"] = known.factors.get((row["quadrant"], plain(said)))
        if not row["id"]:
            letter = LETTERS[row["quadrant"]]
            highest[letter] += 1
            row["id"] = f"{letter}{highest[letter]}"
