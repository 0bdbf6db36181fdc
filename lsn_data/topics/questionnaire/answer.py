"""What did the members answer to the further questions? Asks the store, keeps to what may be shown, computes.

Nothing stands on fewer than five answers to its own question; how it may be split is decided in `splitting`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.errors import Refused
from lsn_data.intake.report import Asked
from lsn_data.language import Language, mark
from lsn_data.sheets.scales import OVERALL
from lsn_data.store import Import, Store, questionnaire_of, questions_of, shown_waves
from lsn_data.topics.priorities.answer import TOO_ALIKE, offered
from lsn_data.topics.priorities.waves import wave_before
from lsn_data.topics.questionnaire.compute import Bools, Estimate, Floats, Ints, Rating, mean_change, rating
from lsn_data.topics.questionnaire.versions import waiting

TOO_FEW = mark("Fewer than {fewest} members answered this: nothing is shown, so that nobody is recognised.")


@dataclass(frozen=True)
class Rated:
    """A rating question of a wave with its figures.

    `scores` (respondents,): the point that each gave, NaN where none. `change` since the wave before (None: not asked
    there, or on another scale). `overall`: it asks about all at once.
    """

    asked: Asked
    rating: Rating
    scores: Floats
    change: Estimate | None
    overall: bool

    @property
    def points(self) -> tuple[int, ...]:
        """The points of its scale, from low to high."""
        return self.rating.points


@dataclass(frozen=True)
class Satisfaction:
    """The ratings of satisfaction on one scale: the overall one first, the others from high to low.

    `few`: asked, but fewer than five rated them. `elsewhere`: asked on other scales. `before`: the wave of the changes.
    `alike`: the same questions in every wave, which together name more points of the scale.
    """

    ratings: tuple[Rated, ...]
    few: tuple[Asked, ...]
    elsewhere: tuple[Asked, ...]
    before: Import | None
    answered: int
    alike: tuple[Asked, ...] = ()

    @property
    def overall(self) -> Rated | None:
        """The rating of all at once, if it was asked."""
        return next((one for one in self.ratings if one.overall), None)

    @property
    def details(self) -> tuple[Rated, ...]:
        """All others."""
        return tuple(one for one in self.ratings if not one.overall)

    @property
    def points(self) -> tuple[int, ...]:
        """The points of their scale."""
        return self.ratings[0].points


def questions(store: Store, wave: Import, *kinds: str, topic: str | None = None) -> tuple[Asked, ...]:
    """The further questions of a wave that may be shown, without the answers; of these kinds, of this topic."""
    wait = waiting(store, wave)
    return tuple(
        one
        for one in questions_of(store, wave.import_id)
        if (not kinds or one.kind in kinds) and topic in (None, one.topic) and one.key not in wait
    )


def asked_alike(store: Store, wave: Import, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """The same questions on the same scales in every wave, without answers; this wave's first."""
    scales = {one.key: points_of(one) for one in asked}
    others = [one for one in shown_waves(store, wave.origin == "demo") if one.import_id != wave.import_id]
    return tuple(
        one
        for other in (wave, *others)
        for one in questions(store, other, "likert")
        if scales.get(one.key) == points_of(one)
    )


def satisfaction(store: Store, wave: Import) -> Satisfaction:
    """The members' satisfaction. Raises Refused if it was not asked, NotShown if too few rated."""
    asked = questions(store, wave, "likert", topic="satisfaction")
    if not asked and waiting(store, wave):
        raise NotShown(TOO_ALIKE)
    if not asked:
        raise Refused("no-satisfaction", mark("This wave did not ask how satisfied the members are."))
    on_it = _on_one_scale(asked)
    before = wave_before(store, wave)
    found = rated(store, wave, on_it, before)
    shown = [one for one in found if one.rating.n >= FEWEST]
    if not shown:
        raise too_few()
    shown.sort(key=_overall_then_high)
    known = {one.asked.key for one in shown}
    return Satisfaction(
        tuple(shown),
        tuple(one for one in on_it if one.key not in known),
        tuple(one for one in asked if one not in on_it),
        before,
        int((~np.isnan(np.array([one.scores for one in shown]))).any(axis=0).sum()),
        asked_alike(store, wave, on_it),
    )


def _overall_then_high(one: Rated) -> tuple[bool, float, str]:
    return (not one.overall, -(one.rating.mean.value if one.rating.mean else 0.0), one.asked.key)


def too_few() -> NotShown:
    """The refusal of a question that too few answered."""
    return NotShown(TOO_FEW, (), fewest=FEWEST)


def rated(store: Store, wave: Import, asked: Sequence[Asked], before: Import | None) -> list[Rated]:
    """Rating questions with their figures, in the order asked, and their change since a wave before."""
    earlier = {one.key: one for one in answered_before(store, before, asked)}
    return [_rated(one, wave, earlier.get(one.key), before) for one in answered(store, wave, asked)]


def answered(store: Store, wave: Import, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """These questions with their answers. Raises NotShown for a wave of which nothing may be shown."""
    if not offered(store, wave):
        raise too_few()
    return questionnaire_of(store, wave.import_id, {one.key for one in asked})


def answered_before(store: Store, before: Import | None, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """The same of the wave before, as far as it may be shown."""
    return answered(store, before, asked) if before and offered(store, before) else ()


def _rated(asked: Asked, wave: Import, earlier: Asked | None, before: Import | None) -> Rated:
    found = rating_of(asked, wave.asked)
    last = rating_of(earlier, before.asked) if earlier and before and earlier.kind == "likert" else None
    change = None
    if last and last.points == found.points and last.mean and found.mean and min(last.n, found.n) >= FEWEST:
        change = mean_change(found.mean, last.mean)
    return Rated(asked, found, scores_of(asked), change, is_overall(asked))


def rating_of(asked: Asked, members: int | None, kept: Bools | None = None) -> Rating:
    """The figures of a rating question with its answers; `kept` (respondents,) looks at these respondents alone."""
    chosen = positions_of(asked) if kept is None else positions_of(asked)[kept]
    counts = np.bincount(chosen[chosen >= 0], minlength=len(asked.options))
    by_point: dict[int, int] = dict.fromkeys(points_of(asked), 0)
    outside = 0
    for option, count in zip(asked.options, counts, strict=True):
        if option.value is None:
            outside += int(count)
        else:
            by_point[option.value] += int(count)
    return rating(tuple(by_point), tuple(by_point.values()), outside, members)


def points_of(asked: Asked) -> tuple[int, ...]:
    """The points of a rating's scale, from low to high, also those that nobody chose."""
    values = [one.value for one in asked.options if one.value is not None]
    return tuple(range(min(values), max(values) + 1))


def positions_of(asked: Asked) -> Ints:
    """(respondents,): the position of the option that each chose, -1 for none."""
    return np.array([one if isinstance(one, int) else -1 for one in asked.answers], dtype=np.int64)


def scores_of(asked: Asked) -> Floats:
    """(respondents,): the point that each gave, NaN for no answer and for answers outside of the scale."""
    values = [np.nan if one.value is None else float(one.value) for one in asked.options]
    return np.array([*values, np.nan])[positions_of(asked)]


def is_overall(asked: Asked) -> bool:
    """Does a question ask about all at once?"""
    return bool(OVERALL.search(asked.row or asked.question))


def _on_one_scale(asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """The questions on the scale that most of them share; of equally many, the one that is asked first."""
    scales = [points_of(one) for one in asked]
    main = max(scales, key=scales.count)
    return tuple(one for one, scale in zip(asked, scales, strict=True) if scale == main)


def named(asked: Sequence[Asked]) -> dict[str, str]:
    """What questions are called in a chart, by key: their statement, else their words; equal ones are told apart.

    >>> named([Asked("a", "likert", "Satisfied?", "Events"), Asked("b", "likert", "Important?", "Events")])
    {'a': 'Events (Satisfied?)', 'b': 'Events (Important?)'}
    """
    ways: tuple[Callable[[Asked], str], ...] = (
        lambda one: one.row or one.question or one.key,
        lambda one: f"{one.row} ({one.question})" if one.row else one.question or one.key,
        lambda one: one.key,
    )
    names: dict[str, str] = {}
    for one in asked:
        said = [[way(other) for other in asked] for way in ways]
        mine = [way(one) for way in ways]
        names[one.key] = next((name for name, all_ in zip(mine, said, strict=True) if all_.count(name) == 1), one.key)
    return names


def quoted(names: Sequence[str], say: Language) -> str:
    """Words of the file inside a sentence: `“Events” and “Advice”`."""
    return say.listing([say("“{name}”", name=name) for name in names])
