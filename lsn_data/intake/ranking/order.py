"""Are these rows rankings: permutations of 1…k, in part or whole, perhaps with ties?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.intake.cells import half_of, place_of, tied_places
from lsn_data.intake.ranking.block import ENOUGH
from lsn_data.intake.table import Frame, Heading

Numbers = tuple[float | None, ...]


@dataclass(frozen=True)
class Order:
    """That rows are rankings: the share of those that place every item on a place of its own."""

    whole: float


def numbers_of(frame: Frame, headings: Sequence[Heading]) -> list[Numbers]:
    """The places, shared ones as 1.5, of every sampled row."""
    return [tuple(place_of(c := cells[h.index]) or half_of(c) for h in headings) for cells in frame.sample]


def order_in(frame: Frame, window: Sequence[Heading]) -> Order | None:
    return order_of(numbers_of(frame, window))


def order_of(rows: Sequence[Numbers]) -> Order | None:
    """Are the rows permutations of 1…k, in part or whole? Some rows may be wrong, most must be right.

    Rows with ties count if enough others have none: ratings repeat their numbers, too.
    """
    answered = strict = whole = placed = ends = 0
    with_ties: list[list[float]] = []
    k = len(rows[0]) if rows else 0
    met = [[0, 0] for _ in range(k)]
    for row in rows:
        places = [place for place in row if place is not None]
        if not places:
            continue
        answered += 1
        placed += len(places)
        kinds = set(places)
        apart = len(kinds) == len(places) and max(places) <= k and all(place == int(place) for place in places)
        strict += apart
        if not apart:
            with_ties.append(places)
        whole += apart and len(places) == k
        ends += len(places) > 1 and max(places) <= k and (1 in kinds or k in kinds or 1.5 in kinds or k - 0.5 in kinds)
        for n, place in enumerate(row):
            if place is not None:
                met[n][0] += 1
                met[n][1] += places.count(place) > 1
    good = strict
    if 0.3 * answered <= strict < ENOUGH * answered:
        good += sum(1 for places in with_ties if _consistent(places, k))
    clashes = any(shared > max(2, 0.6 * filled) for filled, shared in met)
    if not answered or good < ENOUGH * answered or ends < 0.6 * answered or placed < 1.5 * answered or clashes:
        return None
    return Order(whole / answered)


def _consistent(places: Sequence[float], k: int) -> bool:
    """A ranking with ties, counted in any of the usual ways: 1 1 3, 1 1 2, 1.5 1.5 3."""
    if max(places) > k or (len(set(places)) < 2 and k > 3):
        return False
    ways = tied_places(places)
    return list(places) in ways or [k + 1 - place for place in places] in ways
