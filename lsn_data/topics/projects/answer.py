"""What do the registers say of projects and their funding? Asks the store; what follows is made in `compute`."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.projects import money as sums
from lsn_data.topics.projects.compute import STATES, Project, Row, portfolio
from lsn_data.topics.projects.countries import codes_of
from lsn_data.topics.projects.money import Money, by_project, money
from lsn_data.topics.strategy.answer import rows

NONE = "none"


@dataclass(frozen=True)
class Portfolio:
    """The projects as they stand on a day, each with the rows of its funding (by its name made plain)."""

    projects: Sequence[Project]
    funding: Mapping[str, Sequence[Row]]
    today: dt.date

    def paid(self, project: Project) -> Sequence[Row]:
        """The funding rows of a project; none where nobody told."""
        return self.funding.get(plain(project.code), ())

    @property
    def payments(self) -> list[Row]:
        """The funding rows of all its projects, as the register tells them."""
        return [row for project in self.projects for row in self.paid(project)]


def known(store: Store, today: dt.date | None = None) -> Portfolio:
    """All projects as they stand today (or on another day)."""
    day = today or dt.date.today()
    return Portfolio(portfolio(rows(store, "projects"), day), by_project(rows(store, "funding")), day)


def chosen(found: Portfolio, filters: Mapping[str, str]) -> Portfolio:
    """The projects that pass the filters `theme`, `stage`, `country`, `programme` (a programme or a funder)."""
    kept = [project for project in found.projects if _passes(project, found.paid(project), filters)]
    return Portfolio(kept, found.funding, found.today)


def _passes(project: Project, paid: Sequence[Row], filters: Mapping[str, str]) -> bool:
    theme, stage, country, programme = (filters.get(key) for key in ("theme", "stage", "country", "programme"))
    return (
        (theme in (None, "all") or theme in (project.row["themes"] or ()))
        and (stage in (None, "all") or stage == project.state)
        and (country in (None, "all") or country in countries_of(project.row))
        and (programme in (None, "all") or any(programme in payers_of(row) for row in paid))
    )


def countries_of(row: Row) -> list[str]:
    """The partner countries of a project as codes; what is no country stays out."""
    return codes_of(row["countries"] or ())


def payers_of(row: Row) -> list[str]:
    """The programme and the funders of a funding row (a cell may name several funders)."""
    return [*([row["programme"]] if row["programme"] else []), *funders_of(row)]


def funders_of(row: Row) -> list[str]:
    """The funders that a cell names, parted by semicolons."""
    return [one.strip() for one in (row["funder"] or "").split(";") if one.strip()]


def listing(store: Store, today: dt.date | None = None) -> dict[str, Any]:
    """`{"rows": …, "counts": …}` as the command line gives it: each project with its funding and what follows.

    `sums` has one figure a currency, without the amounts in doubt and without those that are not known: `doubtful` and
    `unknown` count them. A project counts at each of its themes and countries.
    """
    found = known(store, today)
    return {"rows": [_row(one, found) for one in found.projects], "counts": _counts(found)}


def _row(one: Project, found: Portfolio) -> Row:
    paid = [_without(row, "import", "project") for row in found.paid(one)]
    total = money(paid)
    return {
        **_without(one.row, "import"),
        "funding": paid, "state": one.state, "chain": list(one.chain), "followed_by": list(one.followed_by),
        "parts": list(one.parts), "ends_soon": one.ends_soon, "sums": dict(total.sums),
        "doubtful": total.doubtful > 0,
    }  # fmt: skip


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _counts(found: Portfolio) -> dict[str, Any]:
    projects, total = found.projects, money(found.payments)
    return {
        "projects": len(projects),
        "status": _count(one.row["status"] for one in projects),
        "role": _count(one.row["role"] for one in projects),
        "state": _count(one.state for one in projects),
        "theme": _count(theme for one in projects for theme in one.row["themes"] or (None,)),
        "country": _count(code for one in projects for code in countries_of(one.row) or (None,)),
        "ends_soon": sum(one.ends_soon for one in projects),
        "sums": dict(total.sums),
        "amounts": {"known": total.known, "doubtful": total.doubtful, "unknown": total.unknown},
    }


def _count(values: Any) -> dict[str, int]:
    """How many have each value, most first; those without one as "none"."""
    return dict(Counter(value or NONE for value in values).most_common())


def by_theme(store: Store, today: dt.date | None = None) -> dict[str, dict[str, int]]:
    """How many projects of each state a theme has: `{"region": {"running": 2, "planned": 0, …}}`.

    A project counts at each of its themes; those without a theme are under "none".
    """
    return themes_of(known(store, today))


def themes_of(found: Portfolio) -> dict[str, dict[str, int]]:
    """As `by_theme`, of a portfolio."""
    counts: dict[str, dict[str, int]] = {}
    for one in found.projects:
        for theme in dict.fromkeys(one.row["themes"] or (NONE,)):
            counts.setdefault(theme, dict.fromkeys(STATES, 0))[one.state] += 1
    return counts


def ending(store: Store, today: dt.date | None = None) -> list[Project]:
    """The projects that end within 12 months (or ended within 6) and that nothing follows, the first end first."""
    return ending_of(known(store, today))


def ending_of(found: Portfolio) -> list[Project]:
    """As `ending`, of a portfolio."""
    soon = [one for one in found.projects if one.ends_soon]
    return sorted(soon, key=lambda one: (one.end or dt.date.max, one.code))


def money_by_theme(
    store: Store, today: dt.date | None = None, states: Collection[str] = STATES
) -> dict[str, dict[str, float]]:
    """The undoubted project money of each theme and currency, of projects in these states.

    A project with two themes counts half in each, so that the themes add up to the whole; what is in doubt or not known
    is in no sum; projects without a theme are under "none".
    """
    found = known(store, today)
    kept = [one.row for one in found.projects if one.state in states]
    return sums.by_theme(kept, [row for paid in found.funding.values() for row in paid])


def total(found: Portfolio) -> Money:
    """All money of a portfolio."""
    return money(found.payments)
