"""How much does each factor of the SWOT weigh, and how sure is the order? Pure: rows in, weights out.

Votes are read as shares of the voters where that can be: whole numbers, and never more than there were voters. Then a
factor's range is Wilson's score interval, and a factor may be the heaviest of its quadrant unless the one with the
most votes is clearly above it: an exact sign test on those who voted for one of the two only, each test at 5 % over
the number of tests (Bonferroni), so that with 95 % confidence the heaviest is among those named. Who voted for both
is not known; the least possible overlap is taken, which makes the test hardest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from scipy import stats

from lsn_data.topics.questionnaire.compute import CONFIDENCE, Estimate, share_of

Row = dict[str, Any]
# none: nobody voted · points: several each, also on one factor · votes: how many voted is not told · shares: all is
Kind = Literal["none", "points", "votes", "shares"]


@dataclass(frozen=True)
class Weighing:
    """How the factors were weighed: what kind of votes, the number of voters in each round, and what follows.

    `weight` orders the factors (by id); `shares` and `may_be_first` hold those that can be compared.
    """

    kind: Kind
    voters: tuple[int, ...]
    weight: Mapping[str, float]
    shares: Mapping[str, Estimate]
    may_be_first: Mapping[str, bool]


def weighing(rows: Sequence[Row]) -> Weighing:
    """The weights of all factors (id, quadrant, votes, voters).

    >>> rows = [{"id": "T1", "votes": 20, "voters": 24}, {"id": "T2", "votes": 6, "voters": 24}]
    >>> found = weighing([{**row, "quadrant": "threat"} for row in rows])
    >>> found.kind, found.voters, dict(found.may_be_first)
    ('shares', (24,), {'T1': True, 'T2': False})
    """
    voted = [row for row in rows if row["votes"] is not None and row["votes"] >= 0]
    kind = kind_of(voted)
    rounds = tuple(sorted({voters for row in voted if (voters := voters_of(row))}))
    counted = [row for row in voted if voters_of(row)] if kind == "shares" else []
    shares = {row["id"]: share_of(int(row["votes"]), voters_of(row) or 1) for row in counted}
    # Votes of rounds of different size compare as shares only.
    as_shares = len(rounds) > 1 and len(shares) == len(voted)
    weight = {row["id"]: shares[row["id"]].value if as_shares else float(row["votes"]) for row in voted}
    return Weighing(kind, rounds, weight, shares, _may_be_first(counted, voted))


def kind_of(voted: Sequence[Row]) -> Kind:
    """What the votes are. One factor with more votes than voters shows that there were several points each.

    >>> kind_of([{"votes": 30, "voters": 24}, {"votes": 3, "voters": 24}]), kind_of([{"votes": 3, "voters": None}])
    ('points', 'votes')
    """
    if not voted:
        return "none"
    if any(not float(row["votes"]).is_integer() or _more_than_voters(row) for row in voted):
        return "points"
    return "shares" if any(voters_of(row) for row in voted) else "votes"


def voters_of(row: Row) -> int | None:
    """How many voted, where a whole number of people is told."""
    voters = row["voters"]
    return int(voters) if voters and voters > 0 and float(voters).is_integer() else None


def _more_than_voters(row: Row) -> bool:
    return row["votes"] > (voters_of(row) or row["votes"])  # type: ignore[no-any-return]


def _may_be_first(counted: Sequence[Row], voted: Sequence[Row]) -> dict[str, bool]:
    """Quadrant by quadrant; told only where all votes of a quadrant come from one round."""
    found: dict[str, bool] = {}
    for quadrant in dict.fromkeys(row["quadrant"] for row in counted):
        here = [row for row in counted if row["quadrant"] == quadrant]
        alone = len(here) == sum(row["quadrant"] == quadrant for row in voted)
        rounds = {voters_of(row) or 1 for row in here}
        if alone and len(rounds) == 1:
            found |= possible_firsts({row["id"]: int(row["votes"]) for row in here}, rounds.pop())
    return found


def possible_firsts(votes: Mapping[str, int], voters: int) -> dict[str, bool]:
    """Which factors of a quadrant could have the most votes among all members.

    >>> possible_firsts({"T1": 20, "T2": 18, "T3": 5}, 24)
    {'T1': True, 'T2': True, 'T3': False}
    """
    most, tests = max(votes.values()), max(len(votes) - 1, 1)
    return {name: chance_above(most, count, voters) > (1 - CONFIDENCE) / tests for name, count in votes.items()}


def chance_above(more: int, fewer: int, voters: int) -> float:
    """How often chance alone sets two equal factors so far apart, one way (1: they are level).

    >>> chance_above(8, 0, 24), chance_above(20, 20, 24)
    (0.00390625, 1.0)
    """
    if more == fewer:
        return 1.0
    both = max(0, more + fewer - voters)
    return float(stats.binom.sf(more - both - 1, more + fewer - 2 * both, 0.5))
