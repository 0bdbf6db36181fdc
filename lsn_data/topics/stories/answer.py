"""What do the registers say of success stories? Asks the store; names the project, the theme and the KPI of each."""

from __future__ import annotations

from collections.abc import Mapping

from lsn_data.language import Language
from lsn_data.sheets.declared import plain
from lsn_data.store import Store
from lsn_data.topics.stories.compute import Row, lacking, ordered
from lsn_data.topics.strategy.answer import rows
from lsn_data.topics.strategy.compute import pair

_FILTERS = ("theme", "project", "kpi", "story")


def stories(store: Store, filters: Mapping[str, str] | None = None) -> list[Row]:
    """The stories that are whole and pass the filters `theme`, `project`, `kpi`, `story`; the newest first."""
    wanted = {name: value for name, value in (filters or {}).items() if name in _FILTERS and value != "all"}
    return [row for row in ordered(rows(store, "stories")) if all(_is(row, *one) for one in wanted.items())]


def incomplete(store: Store) -> list[Row]:
    """The rows that are no story yet: a part is missing."""
    return [row for row in rows(store, "stories") if lacking(row)]


def _is(row: Row, name: str, value: str) -> bool:
    return plain(row[name] or "") == plain(value)


def title(row: Row, say: Language) -> str:
    """What a story is called; its short name where no title is told."""
    return say.both(pair(row, "title")) or str(row["story"])


def kpi_names(store: Store) -> dict[str, tuple[str, str]]:
    """What each KPI is called, by its code made plain."""
    return {plain(row["kpi"]): pair(row, "name") for row in rows(store, "kpi") if row["name_en"] or row["name_de"]}
