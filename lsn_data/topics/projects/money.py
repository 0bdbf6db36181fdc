"""How much money stands behind projects, and what of it is not known? Pure: funding rows in, sums out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lsn_data.sheets.declared import plain
from lsn_data.topics.projects.compute import Row

USUAL_CURRENCY = "EUR"


@dataclass(frozen=True)
class Money:
    """What some funding rows add up to: a sum for each currency, never across currencies.

    doubtful: amounts that are in doubt, which are in no sum; unknown: rows that name no amount.
    """

    sums: Mapping[str, float] = field(default_factory=dict)
    known: int = 0
    doubtful: int = 0
    unknown: int = 0


def money(rows: Iterable[Row]) -> Money:
    """The sums and what they leave out.

    >>> rows = [{"amount": 5.0, "currency": None, "doubtful": False}, {"amount": 7.0, "currency": "DKK",
    ...         "doubtful": None}, {"amount": 9.0, "currency": "EUR", "doubtful": True}]
    >>> money(rows)
    Money(sums={'EUR': 5.0, 'DKK': 7.0}, known=2, doubtful=1, unknown=0)
    """
    sums: dict[str, float] = {}
    known = doubtful = unknown = 0
    for row in rows:
        if row["amount"] is None:
            unknown += 1
        elif row["doubtful"]:
            doubtful += 1
        else:
            known += 1
            sums[currency(row)] = sums.get(currency(row), 0.0) + row["amount"]
    return Money(sums, known, doubtful, unknown)


def sure(row: Row) -> bool:
    """Is the amount known and not in doubt?"""
    return row["amount"] is not None and not row["doubtful"]


def currency(row: Mapping[str, Any]) -> str:
    """The currency of an amount; one that names none is in EUR."""
    return (row["currency"] or USUAL_CURRENCY).strip().upper()


def by_project(funding: Iterable[Row]) -> dict[str, list[Row]]:
    """The funding rows of each project, by its name made plain."""
    found: dict[str, list[Row]] = {}
    for row in funding:
        found.setdefault(plain(row["project"]), []).append(row)
    return found


def by_theme(projects: Sequence[Row], funding: Iterable[Row]) -> dict[str, dict[str, float]]:
    """The undoubted amounts of each theme and currency: a project with two themes counts half in each, so that the
    sums over all themes are those of the projects. Projects without a theme are under "none".

    >>> row = {"project": "P", "amount": 10.0, "currency": "EUR", "doubtful": False}
    >>> by_theme([{"project": "P", "themes": ["region", "visibility"]}], [row])
    {'region': {'EUR': 5.0}, 'visibility': {'EUR': 5.0}}
    """
    paid, found = by_project(funding), dict[str, dict[str, float]]()
    for project in projects:
        themes = list(dict.fromkeys(project["themes"] or ["none"]))
        for code, amount in money(paid.get(plain(project["project"]), ())).sums.items():
            for theme in themes:
                had = found.setdefault(theme, {})
                had[code] = had.get(code, 0.0) + amount / len(themes)
    return found
