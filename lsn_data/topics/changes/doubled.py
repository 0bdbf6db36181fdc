"""Do the answers of a file count already, under the name of another wave?

A survey that is exported again and named anew would count twice. Two surveys of the same members do not agree so far:
of 60 answers that put seven themes in order, a handful are alike by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lsn_data.disclosure import FEWEST, SAME_SURVEY
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from lsn_data.store import Store, waves
from lsn_data.topics.changes.survey import Known, answers_read, answers_stored


@dataclass(frozen=True)
class Double:
    """A wave that counts, how many ranked themes in it, and how many of those answers are in the file."""

    wave: str
    answers: int
    alike: int


def doubles(store: Store, reading: Reading) -> tuple[Double, ...]:
    """The real waves that hold most of the answers of a reading, most alike first; of its own name, too."""
    here, found = answers_read(store, reading), []
    for one in waves(store.showing(demo=False)):
        if one.origin != "demo":
            there = answers_stored(store, one)
            alike = in_both(here, there)
            if alike >= FEWEST and alike > SAME_SURVEY * min(_ranked(here), _ranked(there)):
                found.append(Double(one.wave or "", _ranked(there), alike))
    return tuple(sorted(found, key=lambda double: -double.alike))


def doubled(found: Sequence[Double], wave: str | None) -> Double | None:
    """The one to ask about before a file is stored as a wave: the most alike of another name."""
    return next((one for one in found if one.wave != wave), None)


def alike_said(found: Double, say: Language) -> str:
    """How many answers of a wave stand in the file, too."""
    return say(
        "Of the {answers} rankings of wave {wave}, {alike} are in this file, too.",
        answers=say.number(found.answers), wave=found.wave, alike=say.number(found.alike),
    )  # fmt: skip


def in_both(here: Sequence[Known], there: Sequence[Known]) -> int:
    """How many answers are in both, whatever the order of rows and of themes.

    Orders tell answers apart where most of them were given once. Where few themes give few orders, who answered must be
    alike as well.
    """
    ranked = [[said for _, said in some if said[1]] for some in (here, there)]
    by_order = [Counter(order for _, order in some) for some in ranked]
    if all(2 * len(some) > some.total() for some in by_order):
        return (by_order[0] & by_order[1]).total()
    return (Counter(ranked[0]) & Counter(ranked[1])).total()


def _ranked(some: Sequence[Known]) -> int:
    return sum(1 for _, said in some if said[1])
