"""A stored wave with items of any names, for the tests of many, few and foreign items."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.intake.report import BlankMeans, ItemFound, RankingFound, Reading, Respondent, Shape
from lsn_data.store import Import, Store, save
from tests.topics.drawn import Row


def wave_of_items(
    store: Store,
    labels: Sequence[str],
    rows: Sequence[tuple[Row, int]],
    wave: str = "2026",
    asked: int | None = 300,
    blank_means: BlankMeans = "below",
    shape: Shape = "items",
) -> Import:
    """Store rankings (places, count) of these items as a survey wave."""
    items = tuple(ItemFound(label, f"X{n}", None) for n, label in enumerate(labels, start=1))
    places = [row for row, n in rows for _ in range(n)]
    reading = Reading(
        file="survey.csv",
        sha256=wave,
        kind="survey",
        status="ready",
        rows_read=len(places),
        ranking=RankingFound(shape, "Rank", "1 is first", blank_means, items),
        respondents=tuple(Respondent(row=at, places=row) for at, row in enumerate(places, start=2)),
    )
    return save(store, reading, wave=wave, actor="test", asked=asked)[0]
