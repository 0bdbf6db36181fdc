"""What did the respondents tell? Their ballots, equal ones counted once.

A ballot is one respondent's places, blank where an item was not placed. Blank means *below* all placed items, or
*not offered* (then the item is compared with nothing). Equal ballots are counted once with their number, so the
cost of every figure does not grow with the respondents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lsn_data.intake.report import BlankMeans

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Ballots:
    """Distinct ballots. `places` is (b, k), NaN where blank; `counts` (b,) says how many gave each."""

    items: tuple[str, ...]
    places: Floats
    counts: Floats
    blank_means: BlankMeans = "below"

    @classmethod
    def of(
        cls,
        items: Sequence[str],
        rows: Sequence[tuple[Sequence[int | None], int]],
        blank_means: BlankMeans = "below",
    ) -> Ballots:
        """Ballots from (places, count) pairs.

        >>> Ballots.of(["A", "B"], [([1, 2], 3), ([None, None], 1)]).ranked
        3
        """
        places = np.array([row for row, _ in rows], dtype=float)
        counts = np.array([count for _, count in rows], dtype=float)
        return cls(tuple(items), places.reshape(len(rows), len(items)), counts, blank_means)

    @property
    def answering(self) -> Ballots:
        """Only the ballots that place at least one item."""
        return self._where(np.logical_not(np.isnan(self.places).all(axis=1)))

    @property
    def complete(self) -> Ballots:
        """Only the ballots that place every item."""
        return self._where(np.logical_not(np.isnan(self.places).any(axis=1)))

    @property
    def ranked(self) -> int:
        """How many respondents placed at least one item."""
        return int(self.answering.counts.sum())

    @property
    def alike(self) -> bool:
        """Did all who ranked give the same places?

        >>> Ballots.of(["A", "B"], [([1, 2], 3), ([1, 2], 1), ([None, None], 1)]).alike
        True
        """
        places = np.nan_to_num(self.answering.places, nan=-1.0)
        return bool((places == places[:1]).all())

    def _where(self, kept: NDArray[np.bool_]) -> Ballots:
        return Ballots(self.items, self.places[kept], self.counts[kept], self.blank_means)
