"""Which figures of other clusters are known, and what are ours beside them?"""

from __future__ import annotations

from collections.abc import Iterable

from lsn_data.store import Store
from lsn_data.topics.kpis.answer import kpi
from lsn_data.topics.peers.compute import MEMBERS, STAFF, Figure, figures_of, is_social, measures_in, unit_of
from lsn_data.topics.strategy.answer import rows
from lsn_data.topics.strategy.compute import Row

KIND = "peers"
PLACE_KPI = "social-media-place"
OWN_NAME = "Life Science Nord"
# Where our own figures come from, where the register of peers does not hold them.
_OF_KPI = {MEMBERS: "members"}
_OF_CONTEXT = {STAFF: "staff"}


def figures(store: Store, measure: str) -> tuple[Figure, ...]:
    """The figures of a measure in the register of peers, with ours where it does not hold them."""
    found = tuple(one for one in figures_of(rows(store, KIND)) if one.measure == measure)
    told = any(one.own for one in found)
    return found if told else (*found, *_ours(store, measure))


def measures(store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The measures to compare: those of size, and those of social media."""
    known = measures_in(figures_of(rows(store, KIND)))
    return tuple(one for one in known if not is_social(one)), tuple(one for one in known if is_social(one))


def used_rows(store: Store, used: Iterable[Figure]) -> list[Row]:
    """The rows of the register from which figures come."""
    wanted = {(one.organisation, one.period, one.value) for one in used}
    return [row for row in rows(store, KIND) if (row["organisation"], row["period"] or "", row["value"]) in wanted]


def own_rows(store: Store, measure: str) -> tuple[str, list[Row]]:
    """The register from which our own figures of a measure come, and its rows; ("", []) where it is that of peers."""
    if measure in _OF_KPI:
        return "kpi", [row for row in rows(store, "kpi") if row["kpi"] == _OF_KPI[measure]]
    if measure in _OF_CONTEXT:
        return "context", [row for row in rows(store, "context") if row["figure"] == _OF_CONTEXT[measure]]
    return "", []


def place_told(store: Store, period: str) -> float | None:
    """Our place on social media as the KPI of that name tells it for a period; None where it does not."""
    found = kpi(store, PLACE_KPI)
    return next((one.value for one in found.line if one.period.text == period), None) if found else None


def _ours(store: Store, measure: str) -> list[Figure]:
    """Our own figures of a measure: from the KPI as it is drawn, or from the context figures."""
    if measure in _OF_KPI:
        found = kpi(store, _OF_KPI[measure])
        return [_own(measure, one.period.text, one.value, one.unit) for one in (found.line if found else ())]
    return [
        _own(measure, row["period"] or "", row["value"], row["unit"])
        for row in own_rows(store, measure)[1]
        if row["value"] is not None
    ]


def _own(measure: str, period: str, value: float, unit: str | None) -> Figure:
    return Figure(OWN_NAME, measure, period, value, unit_of(unit), own=True)
