"""How does the strategy hang together, from factor to theme to measure to KPI, and where does it end early? Pure.

Each factor is worth one. An answered factor goes on to the theme of each measure that answers it, in equal parts, and
from the measure to the KPIs of that theme, in equal parts again. A factor that no measure answers goes to its own
themes and ends there. So whatever is drawn adds up to the number of factors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsn_data.topics.swot.compute import Factor, Row, Swot


@dataclass(frozen=True)
class Chain:
    """One way from a factor as far as it leads, and the part of the factor that goes it (0 to 1)."""

    factor: Factor
    theme: str | None
    measure: Row | None
    kpi: str | None
    part: float


def chains(found: Swot, kpis: Mapping[str, Sequence[str]]) -> tuple[Chain, ...]:
    """All ways of all factors; `kpis` are the codes of the KPIs theme by theme.

    >>> from lsn_data.topics.swot.compute import swot_of
    >>> row = {"id": "T1", "quadrant": "threat", "themes": ["region"], "votes": None, "voters": None}
    >>> [(one.theme, one.measure, one.part) for one in chains(swot_of([row], []), {})]
    [('region', None, 1.0)]
    """
    return tuple(chain for factor in found.factors for chain in _ways(factor, kpis))


def _ways(factor: Factor, kpis: Mapping[str, Sequence[str]]) -> list[Chain]:
    if not factor.answered_by:
        themes = factor.themes or (None,)
        return [Chain(factor, theme, None, None, 1 / len(themes)) for theme in themes]
    part = 1 / len(factor.answered_by)
    return [way for row in factor.answered_by for way in _ends(factor, row, kpis.get(row["theme"], ()), part)]


def _ends(factor: Factor, measure: Row, kpis: Sequence[str], part: float) -> list[Chain]:
    ends: Sequence[str | None] = kpis or (None,)
    return [Chain(factor, measure["theme"], measure, kpi, part / len(ends)) for kpi in ends]


def through(
    ways: Sequence[Chain],
    theme: str | None = None,
    measure: str | None = None,
    kpi: str | None = None,
    factor: str | None = None,
) -> tuple[Chain, ...]:
    """The ways that lead through a theme, a measure, a KPI or a factor (codes); None asks for nothing."""
    return tuple(
        one
        for one in ways
        if theme in (None, one.theme)
        and (measure is None or (one.measure is not None and one.measure["measure"] == measure))
        and kpi in (None, one.kpi)
        and factor in (None, one.factor.id)
    )
