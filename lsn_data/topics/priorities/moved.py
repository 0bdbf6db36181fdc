"""Which items moved from one wave to the next, more than chance would move them? Pure: ballots of two waves in.

Both waves are read on the items that they share: a score is the share of those other items that an item beats
(`compute.scores_of`), told in places as 1 + (k - 1)(1 - score). A move is the difference of the two mean places,
positive for a move to the front.

- Cross-section: all who ranked, then and now. Each wave is a sample without replacement from the members asked, so the
  variance of a mean is s^2 / n (1 - n/N), and two samples with m respondents in common have the covariance
  (m / (n1 n2) - 1/N) S, with S the covariance of one respondent's two answers (Tam 1984, The American Statistician 38,
  288-289). Without tokens m is not known: then the samples are taken as drawn independently, which makes the error too
  wide where the same members answer again.
- Panel: those who ranked both times, paired.

As for the plausible places, two invented answers at random widen the spread, so that a few answers that happen to be
alike make no certainty. The tests are t tests with one less than the smaller wave's answers as degrees of freedom,
corrected after Holm for all items shared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import stdtr, stdtrit

from lsn_data.disclosure import FEWEST
from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.chance import holm
from lsn_data.topics.priorities.compute import scores_of
from lsn_data.topics.priorities.differences import LEVEL, POWER
from lsn_data.topics.priorities.plausible import EQUAL, INVENTED


@dataclass(frozen=True)
class Panel:
    """Those who ranked both times: row i of both lots of ballots belongs to the same `counts[i]` respondents."""

    then: Ballots
    now: Ballots

    @property
    def n(self) -> int:
        """How many they are."""
        return int(self.now.counts.sum())


@dataclass(frozen=True)
class Change:
    """A difference of mean places (positive: to the front), its standard error, and the chance of it without a move."""

    places: float
    error: float
    p: float
    p_holm: float = 1.0

    @property
    def holds(self) -> bool:
        """Is it more than chance, with all items asked?"""
        return self.p_holm < LEVEL


@dataclass(frozen=True)
class Move:
    """An item in both waves: its mean places, how far all who ranked moved it, how far those who ranked twice did.

    `smallest` is the move that would have shown in 8 of 10 surveys, were it the only one. All None where fewer than
    five placed the item in a wave.
    """

    item: str
    then: float | None = None
    now: float | None = None
    change: Change | None = None
    smallest: float | None = None
    panel: Change | None = None

    @property
    def holds(self) -> bool:
        """Did the item move more than chance would move it?"""
        return self.change is not None and self.change.holds


@dataclass(frozen=True)
class _Told:
    """One item's places on the ballots of a wave: mean, spread (a cautious variance), and how many."""

    mean: float
    spread: float
    n: float

    def variance(self, asked: int | None) -> float:
        """Of the mean, for a sample without replacement."""
        return self.spread / self.n * (max(0.0, 1 - self.n / asked) if asked else 1.0)


def moves(then: Ballots, now: Ballots, asked: tuple[int | None, int | None], panel: Panel | None) -> tuple[Move, ...]:
    """The moves of the items that both waves asked about, in the order of the later wave.

    `asked` are the members invited then and now, None where not known.

    >>> up, down = Ballots.of("AB", [((1, 2), 30)]), Ballots.of("BA", [((1, 2), 30)])
    >>> [(one.item, one.change.places, one.holds) for one in moves(up, down, (None, None), None)]
    [('B', 1.0, True), ('A', -1.0, True)]
    """
    items = [item for item in now.items if item in then.items]
    if len(items) < 2:
        return tuple(Move(item) for item in items)
    before, after = _places(then.answering, items), _places(now.answering, items)
    weights = then.answering.counts, now.answering.counts
    pairs = None if panel is None else (_places(panel.then, items), _places(panel.now, items), panel.now.counts)
    found = [_move(at, items, (before, after), weights, asked, pairs) for at in range(len(items))]
    return tuple(_corrected(found))


def shared(ballots: Ballots, items: Sequence[str]) -> Ballots:
    """The ballots on some of their items only, in this order; what stood between them is left out of the places."""
    kept = [ballots.items.index(item) for item in items]
    return Ballots(tuple(items), ballots.places[:, kept], ballots.counts, ballots.blank_means)


def _places(ballots: Ballots, items: Sequence[str]) -> Floats:
    """(b, k): the place of each item on each ballot among the items given, shared by those left blank below."""
    places: Floats = 1 + (len(items) - 1) * (1 - scores_of(shared(ballots, items)))
    return places


def _move(
    at: int,
    items: Sequence[str],
    places: tuple[Floats, Floats],
    counts: tuple[Floats, Floats],
    asked: tuple[int | None, int | None],
    pairs: tuple[Floats, Floats, Floats] | None,
) -> Move:
    k = len(items)
    then, now = (_told(place[:, at], count, k) for place, count in zip(places, counts, strict=True))
    if then is None or now is None:
        return Move(items[at])
    both = None if pairs is None else _both(pairs[0][:, at], pairs[1][:, at], pairs[2], (then.n, now.n))
    error = float(np.sqrt(_variance(then, now, asked, both, k)))
    freedom = min(then.n, now.n) - 1
    needed = stdtrit(freedom, 1 - LEVEL / (2 * k)) + stdtrit(freedom, POWER)
    return Move(
        items[at],
        then.mean,
        now.mean,
        _change(then.mean - now.mean, error, freedom),
        float(needed * error) if error else None,
        None if both is None else _paired(*both, asked, k),
    )


def _told(places: Floats, counts: Floats, k: int) -> _Told | None:
    """None where fewer than five compared the item with any other."""
    known = ~np.isnan(places)
    places, counts = places[known], counts[known]
    n = float(counts.sum())
    if n < FEWEST:
        return None
    mean = float(counts @ places / n)
    squares = float(counts @ (places - mean) ** 2)
    return _Told(mean, (squares + INVENTED * _at_random(k)) / (n - 1 + INVENTED), n)


def _at_random(k: int) -> float:
    """The variance of an item's place on a ballot drawn at random.

    >>> _at_random(7)
    4.0
    """
    return (k * k - 1) / 12


def enough_twice(twice: float, each: Sequence[float]) -> bool:
    """May those who ranked twice be told, beside all of each wave? Nobody else is left, or enough in both waves.

    >>> enough_twice(20, (25, 25)), enough_twice(20, (20, 20)), enough_twice(20, (20, 22)), enough_twice(4, (25, 25))
    (True, True, False, False)
    """
    others = [n - twice for n in each]
    return twice >= FEWEST and (not any(others) or min(others) >= FEWEST)


def _both(then: Floats, now: Floats, counts: Floats, each: tuple[float, float]) -> tuple[Floats, Floats, Floats] | None:
    """The pairs that place the item both times, beside how many do so in `each` wave; None where they are too few."""
    known = ~np.isnan(then) & ~np.isnan(now)
    return (then[known], now[known], counts[known]) if enough_twice(float(counts[known].sum()), each) else None


def _variance(
    then: _Told,
    now: _Told,
    asked: tuple[int | None, int | None],
    both: tuple[Floats, Floats, Floats] | None,
    k: int,
) -> float:
    """Of the difference of the two means, less what the same respondents tell twice."""
    apart = then.variance(asked[0]) + now.variance(asked[1])
    if both is None:
        return apart
    members = max(asked[0], asked[1]) if asked[0] and asked[1] else None
    common = both[2].sum() / (then.n * now.n) - (1 / members if members else 0.0)
    together = _correlation(*both, k) * np.sqrt(then.spread * now.spread)
    return float(max(0.0, apart - 2 * common * together))


def _correlation(then: Floats, now: Floats, counts: Floats, k: int) -> float:
    """Of a respondent's two answers, the two invented answers being without any."""
    n = counts.sum()
    before, after = (one - counts @ one / n for one in (then, now))
    squares = [counts @ one**2 + INVENTED * _at_random(k) for one in (before, after)]
    return float(counts @ (before * after) / np.sqrt(squares[0] * squares[1]))


def _paired(then: Floats, now: Floats, counts: Floats, asked: tuple[int | None, int | None], k: int) -> Change:
    """The mean move of those who ranked twice, for a sample without replacement."""
    moved, n = then - now, float(counts.sum())
    mean = float(counts @ moved / n)
    squares = float(counts @ (moved - mean) ** 2) + INVENTED * 2 * _at_random(k)
    left = max(0.0, 1 - n / max(asked[0], asked[1])) if asked[0] and asked[1] else 1.0
    return _change(mean, float(np.sqrt(squares / (n - 1 + INVENTED) / n * left)), n - 1)


def _change(places: float, error: float, freedom: float) -> Change:
    """Two-sided t test; without any error (all members answered) every move is one."""
    places = 0.0 if abs(places) < EQUAL else places
    if not error:
        return Change(places, error, 0.0 if places else 1.0)
    return Change(places, error, float(2 * stdtr(freedom, -abs(places) / error)))


def _corrected(found: Sequence[Move]) -> list[Move]:
    """The chances corrected for all items, those of all who ranked and those of the panel each by themselves."""
    told = iter(holm([one.change.p for one in found if one.change]))
    twice = iter(holm([one.panel.p for one in found if one.panel]))
    return [
        replace(
            one,
            change=one.change and replace(one.change, p_holm=next(told)),
            panel=one.panel and replace(one.panel, p_holm=next(twice)),
        )
        for one in found
    ]
