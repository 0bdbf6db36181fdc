"""What could somebody work out who has seen several views? Linear algebra over all of them at once.

Every figure of a view is a sum over its respondents. Whoever has two views can add and subtract them; what can be
reached so are the combinations of the views' rows, one column a cell (respondents alike in every attribute). The
audit grants the attacker everything: which cells have respondents, and how many.

A set of views is safe if no cells of together fewer than `limit` respondents can be reached: neither their sum nor
a difference within them (which of two persons put a theme first is told by the difference of the two as well), nor a
sum in which some count twice or three times, and are counted so against the limit (one twice and another once tells of
both).

What it does not hide: a group that answered with one voice tells what each of its members answered, to whoever knows
that they did. That lies in the answers, not in the views; only a higher limit would make it rarer.

Nor that no number is below zero. Whoever knows exactly who answered, with all attributes, learns more by it
(`benchmarks/inferred.py` measures how much); who knows only who could have answered, hardly anything.

How combinations are found without trying all sets: draw a random number for each cell so that the numbers of every
view sum to zero. Cells that can be reached then sum to zero too, others do only by chance (under 1 in 10^12). With a
limit of five that leaves sums of at most four numbers: two sums of at most two that cancel out. The arithmetic is
modulo a prime, so nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
PRIME = 2**31 - 1
SEED = 2030


@dataclass(frozen=True)
class Audit:
    """The views seen so far. `n` (m,): respondents in each cell; `rows` (r, m): the views, each solved for a cell.

    `solved` are those r cells; `lots` (2, m) are the random numbers. `limit` is at most 5.
    """

    n: Ints
    limit: int
    rows: Ints
    solved: tuple[int, ...] = ()
    lots: Ints = field(repr=False, default_factory=lambda: np.zeros((2, 0), dtype=np.int64))

    @classmethod
    def of(cls, n: Sequence[int], limit: int) -> Audit:
        """Nothing seen yet."""
        if limit > 5:
            raise ValueError("sums of more than four respondents are not looked at")
        lots = np.random.default_rng(SEED).integers(1, PRIME, (2, len(n)))
        return cls(np.array(n, dtype=np.int64), limit, np.zeros((0, len(n)), dtype=np.int64), (), lots)

    def seeing(self, *views: Bools) -> Audit:
        """The audit after more views, each (m,): which cells it holds. It may be unsafe.

        >>> Audit.of([3, 9], 5).seeing(np.array([True, True])).safe
        True
        >>> Audit.of([3, 9], 5).seeing(np.array([True, True]), np.array([False, True])).safe
        False
        """
        seen = self
        for view in views:
            seen = seen._seeing(view.astype(np.int64))
        return seen

    @property
    def safe(self) -> bool:
        """Can no cells of fewer than `limit` respondents be worked out?"""
        few = self.few
        return not few.any() or not _cancel_out(self._drawn()[:, few], self.n[few], self.limit)

    @property
    def few(self) -> Bools:
        """(m,): the cells of fewer respondents than the limit; where there are none, all views may be shown."""
        return self.n < self.limit

    def tells(self, view: Bools) -> bool:
        """Can this view be worked out from those seen?"""
        return not self._left(view.astype(np.int64)).any()

    def _left(self, view: Ints) -> Ints:
        """What of a view the others do not tell."""
        told = self.rows[view[list(self.solved)] > 0].sum(axis=0)
        left: Ints = (view - told) % PRIME
        return left

    def _seeing(self, view: Ints) -> Audit:
        left = self._left(view)
        if not left.any():
            return self
        cell = int(left.nonzero()[0][0])
        solved = left * pow(int(left[cell]), -1, PRIME) % PRIME
        rows = np.vstack([self.rows, solved])
        other = self.rows[:, cell].nonzero()[0]
        rows[other] = (rows[other] - rows[other][:, [cell]] * solved % PRIME) % PRIME
        return Audit(self.n, self.limit, rows, (*self.solved, cell), self.lots)

    def _drawn(self) -> Ints:
        """(2, m): random numbers that sum to zero over every view."""
        free = self.lots.copy()
        free[:, list(self.solved)] = 0
        drawn = free.copy()
        for one in range(len(free)):
            drawn[one, list(self.solved)] = -((self.rows * free[one] % PRIME).sum(axis=1)) % PRIME
        return drawn


@dataclass(frozen=True)
class Audits:
    """An audit over all respondents, and one over those that each set of figures is of.

    Where a blank theme was not offered, its figures are of those who placed it alone: a view may hold enough of all
    respondents and too few of these. `parts`: which cells hold any of them (m,), and the audit over those cells.
    """

    parts: tuple[tuple[Bools, Audit], ...]

    @classmethod
    def of(cls, n: Sequence[int], limit: int, within: Sequence[Sequence[int]] = (), *views: Bools) -> Audits:
        """What is told of `views`. Figures of fewer than `limit` of those `within` (m,) are not told at all."""
        found = [(np.ones(len(n), dtype=bool), Audit.of(n, limit).seeing(*views))]
        for some in within:
            people = np.array(some, dtype=np.int64)
            held, told = people > 0, [view for view in views if people[view].sum() >= limit]
            if told:
                audit = Audit.of(people[held].tolist(), limit)
                found.append((held, audit.seeing(*(view[held] for view in told))))
        return cls(tuple(found))

    def seeing(self, *views: Bools) -> Audits:
        """The audits after more views, each (m,); a view that holds none of the respondents tells nothing of them.

        >>> seen = Audits.of([5, 9], 5, [[3, 9]], np.array([True, True]))
        >>> seen.safe, seen.seeing(np.array([True, False])).safe
        (True, False)
        """
        return Audits(tuple((held, audit.seeing(*(view[held] for view in views))) for held, audit in self.parts))

    @property
    def safe(self) -> bool:
        """Is each of them safe?"""
        return all(audit.safe for _, audit in self.parts)

    @property
    def any_few(self) -> bool:
        """Are there cells of fewer respondents than the limit? Where there are none, all views may be shown."""
        return any(audit.few.any() for _, audit in self.parts)


def _cancel_out(drawn: Ints, n: Ints, limit: int) -> bool:
    """Do some numbers, of together fewer than `limit` respondents, cancel out?"""
    first, second = np.triu_indices(len(n))
    pairs = n[first] + n[second] < limit
    first, second = first[pairs], second[pairs]
    one, other = first[first < second], second[first < second]
    sums = [drawn, (drawn[:, first] + drawn[:, second]) % PRIME, (drawn[:, one] - drawn[:, other]) % PRIME]
    both = np.concatenate(sums, axis=1)
    people = np.concatenate([n, n[first] + n[second], n[one] + n[other]])
    keys = np.minimum(_joined(both), _joined(-both % PRIME))
    if (keys == 0).any():
        return True
    in_order = np.sort(keys)
    again = np.isin(keys, in_order[1:][in_order[1:] == in_order[:-1]])
    keys, people = keys[again], people[again]
    order = np.lexsort([people, keys])
    keys, people = keys[order], people[order]
    return bool(((keys[1:] == keys[:-1]) & (people[1:] + people[:-1] < limit)).any())


def _joined(both: Ints) -> Ints:
    """The two numbers of each column as one."""
    joined: Ints = both[0] * PRIME + both[1]
    return joined
