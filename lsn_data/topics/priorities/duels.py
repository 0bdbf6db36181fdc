"""Which theme wins each comparison of two? Pure: an answer in, one duel for each pair out.

A pair that fewer than five respondents could compare is not shown, nor does it win or lose anything here: with themes
that were not offered to everybody, such a pair would tell what single respondents said.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import FEWEST
from lsn_data.topics.priorities import pairwise
from lsn_data.topics.priorities.compute import Answer
from lsn_data.topics.priorities.pairwise import Counts
from lsn_data.topics.priorities.worths import HALF_WIDTH


@dataclass(frozen=True)
class Duels:
    """Items in the order of the page; `votes[i][j]` respondents put item i above item j, None where it is not shown."""

    items: tuple[str, ...]
    votes: tuple[tuple[int | None, ...], ...]

    def won(self, i: int, j: int) -> bool:
        """Do more respondents put item i above item j than below?"""
        mine, theirs = self.votes[i][j], self.votes[j][i]
        return mine is not None and theirs is not None and mine > theirs

    def drawn(self, i: int, j: int) -> bool:
        """Do as many respondents put item i above item j as below?"""
        return i != j and self.votes[i][j] is not None and self.votes[i][j] == self.votes[j][i]

    def wins(self, i: int) -> int:
        """How many others item i beats."""
        return sum(self.won(i, j) for j in range(len(self.items)))

    @property
    def shown(self) -> Counts:
        """(k, k): the votes that are shown, 0 where they are not."""
        return np.array([[votes or 0 for votes in row] for row in self.votes])

    @property
    def winner(self) -> int | None:
        """The item that beats every other one, if there is one."""
        return pairwise.condorcet_winner(self.shown)

    @property
    def circle(self) -> tuple[int, ...]:
        """The items in front that beat each other in turn, if they do."""
        return pairwise.circle(self.shown)

    def narrowest(self, i: int) -> int:
        """The opponent whom item i beats by the fewest votes; of several the first on the page."""
        others = [j for j in range(len(self.items)) if self.won(i, j)]
        return min(others, key=lambda j: (self.votes[i][j] or 0) - (self.votes[j][i] or 0))

    @property
    def hidden(self) -> int:
        """How many pairs are not shown."""
        k = range(len(self.items))
        return sum(self.votes[i][j] is None for i in k for j in k if i < j)


def duels(found: Answer) -> Duels:
    """All pairs of an answer, items in the order of the page.

    >>> from lsn_data.topics.priorities.ballots import Ballots
    >>> from lsn_data.topics.priorities.compute import analyse
    >>> told = duels(analyse(Ballots.of("AB", [((2, 1), 6), ((1, 2), 3)]), None))
    >>> told.items, told.votes, told.winner
    (('B', 'A'), ((None, 6), (3, None)), 0)
    """
    items = tuple(one.item for one in found.items)
    at = [found.pair_items.index(item) for item in items]
    enough = pairwise.compared(found.ballots) >= FEWEST
    return Duels(items, tuple(_row(found.above, enough, i, at) for i in at))


def _row(above: Counts, enough: pairwise.Bools, i: int, at: Sequence[int]) -> tuple[int | None, ...]:
    return tuple(int(above[i, j]) if i != j and enough[i, j] else None for j in at)


def least_lead(n: int, asked: int | None) -> int:
    """The smallest lead, in votes, that a pair looked at alone would hardly show by chance among n votes.

    The sign test by its normal approximation (Conover 1999, section 3.4), for a sample without replacement from
    `asked` members.

    >>> least_lead(58, 300), least_lead(58, 58)
    (14, 1)
    """
    left = max(0.0, 1 - n / asked) if asked else 1.0
    return max(1, math.ceil(HALF_WIDTH * math.sqrt(n * left)))
