"""What has changed since a day? Asks every source that tells when things happened. What is told twice counts once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lsn_data.sheets.declared import plain
from lsn_data.store import Import, Store, demo_shown, shown_waves
from lsn_data.topics.days import first_day, last_day
from lsn_data.topics.measures.log import Step, reviews
from lsn_data.topics.registers.headline import active
from lsn_data.topics.registers.values import newest_row
from lsn_data.topics.strategy.answer import rows

Row = dict[str, Any]
Area = Literal["survey", "members", "kpi", "measures", "projects", "stories", "partnerships", "workshops"]


@dataclass(frozen=True)
class KpiMove:
    """A KPI with a value that is newer than the day; `before` is the one that was newest until then."""

    kpi: str
    before: Row | None
    after: Row


@dataclass(frozen=True)
class Since:
    """What happened after a day, up to today."""

    day: dt.date
    members: tuple[int, int]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    kpis: tuple[KpiMove, ...]
    waves: tuple[Import, ...]
    started: tuple[Row, ...]
    ended: tuple[Row, ...]
    stories: tuple[Row, ...]
    partners_new: tuple[Row, ...]
    partners_gone: tuple[Row, ...]
    workshops: tuple[str, ...]
    steps: tuple[Step, ...]


def since(store: Store, day: dt.date, today: dt.date | None = None) -> Since:
    """What happened after that day. A month or a year without a day counts from its first day, an end to its last."""
    now = today or dt.date.today()
    members = rows(store, "members")
    projects, partners = rows(store, "projects"), rows(store, "partnerships")
    return Since(
        day,
        tuple(sum(active(row, one.isoformat()) for row in members) for one in (day, now)),  # type: ignore[arg-type]
        tuple(row["member"] for row in members if _began_between(row["joined"], day, now)),
        tuple(row["member"] for row in members if _began_between(row["left"], day, now)),
        tuple(_kpis(rows(store, "kpi"), day, now)),
        tuple(one for one in shown_waves(store, demo_shown(store)) if day < one.as_of <= now),
        tuple(row for row in projects if _between(first_day(row["start"]), day, now)),
        tuple(row for row in projects if _between(last_day(row["end"]), day, now)),
        tuple(row for row in rows(store, "stories") if _between(first_day(row["date"]), day, now)),
        tuple(row for row in partners if _between(first_day(row["since"]), day, now)),
        tuple(row for row in partners if _between(last_day(row["until"]), day, now)),
        tuple(_workshops(rows(store, "workshops"), day, now)),
        tuple(
            step for one in reviews(store) if one.origin != "published" and day < one.day <= now for step in one.steps
        ),
    )


def _between(when: dt.date | None, day: dt.date, today: dt.date) -> bool:
    return when is not None and day < when <= today


def _began_between(when: str | None, day: dt.date, today: dt.date) -> bool:
    """The same for a day as text; years before are passed over quickly, since registers are long."""
    return when is not None and when[:4] >= str(day.year) and _between(first_day(when), day, today)


def _kpis(found: Sequence[Row], day: dt.date, today: dt.date) -> Iterable[KpiMove]:
    """KPIs whose newest value was published after the day; a value that does not tell when is left out."""
    by_kpi: dict[str, list[Row]] = {}
    for row in found:
        by_kpi.setdefault(plain(row["kpi"]), []).append(row)
    for named in by_kpi.values():
        newest = newest_row(named)
        if newest and _between(first_day(newest["vintage"]), day, today):
            earlier = [row for row in named if (first_day(row["vintage"]) or dt.date.min) <= day]
            yield KpiMove(newest["kpi"], newest_row(earlier), newest)


def _workshops(found: Sequence[Row], day: dt.date, today: dt.date) -> Iterable[str]:
    return dict.fromkeys(
        row["workshop"] or row["date"] for row in found if _between(first_day(row["date"]), day, today)
    )
