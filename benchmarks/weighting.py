"""What does weighting by the member register cost and bring, and do its ranges hold what they say?

    python -m benchmarks.weighting [SURVEYS]

Members are invented with a sector, a size and a state; who answers depends on sector and size, and so does what they
rank. Surveys are drawn from them again and again. Counted are: how often the 95 % interval of a mean place holds the
mean among all members (a theme that the sectors see differently, and all themes), how often the plausible places of
all themes hold the true ones at once, and how far the mean place is off (root mean square). Beside our weighted errors
(linearised, no correction for the finite membership) stand the same with that correction, and the unweighted ones.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np

from lsn_data.topics.priorities.ballots import Ballots, Floats
from lsn_data.topics.priorities.compute import analyse, scores_of
from lsn_data.topics.priorities.pairwise import Bools
from lsn_data.topics.representativeness.raking import Ints, Margin, effective, raked
from lsn_data.topics.representativeness.weighted import clearly_above, mean_errors

ITEMS, MEMBERS, ANSWERS = 7, 300, 58
SHARES = ((0.3, 0.25, 0.2, 0.15, 0.1), (0.4, 0.3, 0.2, 0.1), (0.55, 0.45))
HALF_WIDTH = 2.0


@dataclass(frozen=True)
class World:
    """A kind of membership: how much more often the first groups answer, and how far the first sector's view is off."""

    name: str
    eagerness: float
    view: float
    ratio: float = 1.2


WORLDS = (
    World("all answer alike", 0.0, 0.0),
    World("some answer more often, all think alike", 1.0, 0.0),
    World("some answer more often and think otherwise", 1.0, 1.5),
    World("near ties, some answer more often", 1.0, 0.5, 1.05),
)


@dataclass
class Tally:
    """What was counted over the surveys."""

    held: Floats
    places: Floats
    off: Floats
    worth: float = 0.0
    surveys: int = 0


METHODS = ("unweighted, fpc", "weighted", "weighted, fpc")


def main(surveys: int = 400) -> None:
    """For each world and method: intervals that hold, places that hold, how far off, what answers are worth."""
    print(f"{'world':44} {'method':16} {'means':>7} {'places':>7} {'off':>6} {'worth':>6}")
    for world in WORLDS:
        told = measured(world, surveys)
        for at, method in enumerate(METHODS):
            held, places, off = told.held[at] / surveys, told.places[at] / surveys, np.sqrt(told.off[at] / surveys)
            said = f"{places:7.1%}" if at < 2 else f"{'–':>7}"
            worth = f"{told.worth / surveys:6.1f}" if at else f"{ANSWERS:6}"
            print(f"{world.name:44} {method:16} {held:7.1%} {said} {off:6.2f} {worth}")


def measured(world: World, surveys: int) -> Tally:
    """So many surveys of a world, a new membership every twenty."""
    chance = np.random.default_rng(2030)
    told = Tally(np.zeros(3), np.zeros(3), np.zeros(3))
    for at in range(surveys):
        if at % 20 == 0:
            groups, places = _members(world, chance)
            eager = np.exp(world.eagerness * ((groups[0] == 0) + (groups[1] == 0) - 0.5))
        answering = chance.choice(MEMBERS, ANSWERS, replace=False, p=eager / eager.sum())
        _count(told, groups, places, answering)
    return told


def _members(world: World, chance: np.random.Generator) -> tuple[list[Ints], Floats]:
    """Each member's groups by three attributes, and (members, items) its places."""
    groups = [chance.choice(len(shares), MEMBERS, p=shares) for shares in SHARES]
    strength = np.tile(-np.log(world.ratio) * np.arange(ITEMS), (MEMBERS, 1))
    strength[:, -1] += world.view * ((groups[0] == 0) + 0.5 * (groups[1] == 0))
    places = np.argsort(np.argsort(-(strength + chance.gumbel(size=strength.shape)), axis=1), axis=1) + 1.0
    return groups, places


def _count(told: Tally, groups: list[Ints], places: Floats, answering: Ints) -> None:
    """One survey: is the truth held?"""
    mine, truth = places[answering], places.mean(axis=0)
    margins = [_margin(one, answering) for one in groups]
    found = raked(np.ones(ANSWERS), margins)
    used = [one for one in margins if one.by in found.used]
    ballots = Ballots(tuple("ABCDEFG"), mine, np.ones(ANSWERS))
    errors = np.array([error or 0.0 for error in mean_errors(ballots, found.weights, used)])
    left = np.sqrt(1 - ANSWERS / MEMBERS)
    weighted = found.weights @ mine / ANSWERS
    plain = mine.std(axis=0, ddof=1) / np.sqrt(ANSWERS) * left
    means = (mine.mean(axis=0), weighted, weighted)
    for at, (mean, error) in enumerate(zip(means, (plain, errors, errors * left), strict=True)):
        told.held[at] += (np.abs(mean - truth) <= HALF_WIDTH * error).mean()
        told.off[at] += ((mean - truth) ** 2).mean()
    best = scores_of(Ballots(ballots.items, places, np.ones(MEMBERS))).mean(axis=0)
    above = clearly_above(ballots, found.weights, used)
    told.places[0] += _holds_plain(ballots, best)
    told.places[1] += _holds(above, best)
    told.worth += effective(np.ones(ANSWERS), found.weights)
    told.surveys += 1


def _margin(group: Ints, answering: Ints) -> Margin:
    """The members' groups that somebody answered for; the rest counts with the last of them."""
    kept, at = np.unique(group[answering], return_inverse=True)
    counts = np.array([(group == one).sum() for one in kept], dtype=float)
    counts[-1] += MEMBERS - counts.sum()
    return Margin(str(len(counts)), counts / MEMBERS, at)


def _holds_plain(ballots: Ballots, truth: Floats) -> bool:
    found = {one.item: one for one in analyse(ballots, MEMBERS).items}
    low = np.array([found[item].place_low for item in ballots.items])
    high = np.array([found[item].place_high for item in ballots.items])
    return _within(low, high, truth)


def _holds(above: Bools, truth: Floats) -> bool:
    return _within(1 + above.sum(axis=0), ITEMS - above.sum(axis=1), truth)


def _within(low: Ints, high: Ints, truth: Floats) -> bool:
    """Does every range hold a place that the item has among all members?"""
    best = 1 + (truth[None, :] > truth[:, None] + 1e-9).sum(axis=1)
    return bool((low <= best).all() and (high >= best).all())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
