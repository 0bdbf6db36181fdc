"""Does the Priorities page stay as quick with 60,000 answers as with 60?

    python -m benchmarks.priorities

Both in one process, one after the other. Timed is what the page does for a view nobody has looked at yet: ask the
store, compute, and draw its exhibits. Printed: the medians and their ratio, which shall stay below 3.
"""

from __future__ import annotations

import time
from random import Random
from statistics import median

from lsn_data.board import Pick, draw
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.palette import LIGHT
from lsn_data.intake.report import ItemFound, RankingFound, Reading, Respondent
from lsn_data.language import Language
from lsn_data.sheets.choices import SECTORS, SIZES
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Store, open_store, save

FEW, MANY = 60, 60_000
ROUNDS = 15
LIMIT = 3.0
PICKS = (Pick.of("priorities"), Pick.of("distribution"))


def main() -> None:
    """Fill two stores, draw from both, print the ratio."""
    times = {respondents: _seconds(respondents) for respondents in (FEW, MANY)}
    for respondents, seconds in times.items():
        print(f"{respondents:>6} answers  {seconds * 1000:.1f} ms")
    print(f"ratio          {times[MANY] / times[FEW]:.2f} (limit {LIMIT})")


def _seconds(respondents: int) -> float:
    """The median time of drawing the page's exhibits."""
    with open_store(":memory:") as store:
        save(store, _reading(respondents), wave="2026", actor="benchmark", asked=respondents * 3)
        _draw(store)
        return median(_timed(store) for _ in range(ROUNDS))


def _timed(store: Store) -> float:
    started = time.perf_counter()
    _draw(store)
    return time.perf_counter() - started


def _draw(store: Store) -> None:
    for pick in PICKS:
        figure(draw(store, pick, Language("en")), LIGHT)


def _reading(respondents: int) -> Reading:
    """Invented answers with all the variety that seven items allow: full, short and tied rankings."""
    chance = Random(7)
    items = tuple(ItemFound(item.en, item.code, item.theme) for item in ITEMS)
    return Reading(
        file="benchmark.csv",
        sha256=str(respondents),
        kind="survey",
        status="ready",
        rows_read=respondents,
        ranking=RankingFound("items", "benchmark", "1 is first", "below", items),
        respondents=tuple(_respondent(chance, row) for row in range(respondents)),
    )


def _respondent(chance: Random, row: int) -> Respondent:
    order = sorted(range(len(ITEMS)), key=lambda item: chance.random() + item / 5)
    told = len(ITEMS) if chance.random() < 0.8 else 3
    places: list[int | None] = [None] * len(ITEMS)
    for place, item in enumerate(order[:told], start=1):
        places[item] = place
    return Respondent(
        row=row,
        places=tuple(places),
        sector=SECTORS[row % len(SECTORS)].code,
        size=SIZES[row % len(SIZES)].code,
    )


if __name__ == "__main__":
    main()
