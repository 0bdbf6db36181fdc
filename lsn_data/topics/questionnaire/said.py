"""What should a board take from the ratings and the services used, in one sentence?

Names come from files: they stand in quotation marks, and no verb follows their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lsn_data.language import Language, mark
from lsn_data.topics.questionnaire.answer import Satisfaction, named, quoted
from lsn_data.topics.questionnaire.compute import Estimate, Floats, front_and_back, is_told, shown_from

# More names than this do not fit into a sentence of two lines beside others.
NAMED, NAMED_ALONE = 2, 3
BETTER, WORSE = mark("Better than in {wave}: {names}."), mark("Worse than in {wave}: {names}.")


@dataclass(frozen=True)
class Outstanding:
    """What stands in front and what at the back, by name; empty where the answers do not tell, or too many stand there.

    `open`: those in front, where they are several that cannot be told apart.
    """

    front: tuple[str, ...]
    back: tuple[str, ...]
    open: tuple[str, ...] = ()


def outstanding(scores: Floats, names: Sequence[str], asked: int | None) -> Outstanding:
    """The names at both ends, of columns of scores between 0 and 1."""
    front, back = front_and_back(scores, asked)
    first, last, several = (tuple(names[at] for at in end) for end in (front, back, front))
    return Outstanding(
        first if len(first) <= NAMED else (),
        last if len(last) <= NAMED else (),
        several if 1 < len(several) <= NAMED_ALONE else (),
    )


def details_outstanding(found: Satisfaction, asked: int | None) -> Outstanding:
    """Which of the offers satisfy most and least."""
    details = found.details
    if len(details) < 2:
        return Outstanding((), ())
    low, high = found.points[0], found.points[-1]
    scores = (np.column_stack([one.scores for one in details]) - low) / (high - low)
    names = named([one.asked for one in found.ratings])
    return outstanding(scores, [names[one.asked.key] for one in details], asked)


def satisfaction_message(found: Satisfaction, ends: Outstanding, say: Language) -> str:
    """How satisfied overall, with what most and least, and what the ratings leave open."""
    overall = found.overall.rating.mean if found.overall else None
    if overall is None:
        return _details_message(found, ends, say)
    mean, best = say.number(overall.value, 1), found.points[-1]
    if not found.details:
        return say("The members give {mean} of {best} points overall", mean=mean, best=best)
    if ends.front and ends.back:
        return say(
            "The members give {mean} of {best} points overall, most for {front}, least for {back}",
            mean=mean,
            best=best,
            front=quoted(ends.front, say),
            back=quoted(ends.back, say),
        )
    if ends.front:
        return say(
            "The members give {mean} of {best} points overall, most for {front}",
            mean=mean,
            best=best,
            front=quoted(ends.front, say),
        )
    if ends.back:
        return say(
            "The members give {mean} of {best} points overall, least for {back}",
            mean=mean,
            best=best,
            back=quoted(ends.back, say),
        )
    return say(
        "The members give {mean} of {best} points overall; what satisfies them most, {n} answers cannot tell",
        mean=mean,
        best=best,
        n=say.number(found.answered),
    )


def _details_message(found: Satisfaction, ends: Outstanding, say: Language) -> str:
    names = named([one.asked for one in found.ratings])
    means = {names[one.asked.key]: one.rating.mean.value for one in found.details if one.rating.mean}
    best = found.points[-1]
    if len(means) == 1:
        mean = figures_said(means, means, say)
        return say(
            "The members give {mean} of {best} points for {name}", mean=mean, best=best, name=quoted(list(means), say)
        )
    if ends.front and ends.back:
        return say(
            "The members are most satisfied with {front} (mean {high} of {best}), least with {back} (mean {low})",
            front=quoted(ends.front, say),
            back=quoted(ends.back, say),
            high=figures_said(ends.front, means, say),
            low=figures_said(ends.back, means, say),
            best=best,
        )
    if ends.front:
        return say(
            "The members are most satisfied with {front} (mean {high} of {best})",
            front=quoted(ends.front, say),
            high=figures_said(ends.front, means, say),
            best=best,
        )
    if ends.back:
        return say(
            "The members are least satisfied with {back} (mean {low} of {best})",
            back=quoted(ends.back, say),
            low=figures_said(ends.back, means, say),
            best=best,
        )
    low, high = (say.number(end(means.values()), 1) for end in (min, max))
    if low == high:
        return say(
            "What satisfies the members most, {n} answers cannot tell; all means are about {mean} of {best}",
            n=say.number(found.answered),
            mean=low,
            best=best,
        )
    return say(
        "What satisfies the members most, {n} answers cannot tell; the means reach from {low} to {high} of {best}",
        n=say.number(found.answered),
        low=low,
        high=high,
        best=best,
    )


def figures_said(names: Iterable[str], means: Mapping[str, float], say: Language) -> str:
    """The means of some names: `4.1 and 4.0`."""
    return say.listing([say.number(means[name], 1) for name in names])


def satisfaction_meaning(found: Satisfaction, ends: Outstanding, say: Language) -> tuple[str, ...]:
    """What the board should know beside: what cannot be told apart, and what has changed."""
    told = [open_said(ends.open, say)] if ends.open else []
    if found.before:
        told += _changes(found, say)
    return tuple(told[:3])


def open_said(names: Sequence[str], say: Language) -> str:
    """These cannot be told apart."""
    return say("{names} cannot be told apart at this sample size.", names=quoted(names, say))


def _changes(found: Satisfaction, say: Language) -> list[str]:
    """Overall first; then what has plausibly changed, by name."""
    assert found.before
    wave, told = found.before.wave, []
    if found.overall and found.overall.change and found.overall.rating.mean:
        told.append(overall_change(found.overall.rating.mean, found.overall.change, wave, say))
    names = named([one.asked for one in found.ratings])
    for up, text in ((True, BETTER), (False, WORSE)):
        changed = [one for one in found.details if one.change and is_told(one.change) and (one.change.value > 0) is up]
        if changed:
            told.append(say(text, wave=wave, names=quoted([names[one.asked.key] for one in changed], say)))
    return told


def overall_change(now: Estimate, change: Estimate, wave: str | None, say: Language) -> str:
    """From which mean to which, and whether that may be chance."""
    means = {"before": say.number(now.value - change.value, 1), "now": say.number(now.value, 1), "wave": wave}
    if is_told(change) or change.error is None:
        return say("Overall {now} points, {before} in {wave}.", **means)
    gap = say.number(shown_from(change.error), 1)
    return say(
        "Overall {now} points, {before} in {wave}: that may be chance. Only a change of {gap} points would have shown.",
        gap=gap,
        **means,
    )


def usage_message(ends: Outstanding, shares: Mapping[str, float], n: int, say: Language) -> str:
    """What the members use most and least. `shares` by name, the largest first."""
    first, share = _first(shares, say)
    if not ends.front:
        return say(
            "{name} comes first with {share}, but {n} answers cannot tell what the members use most",
            name=first,
            share=share,
            n=say.number(n),
        )
    front, share = quoted(ends.front, say), _shares(ends.front, shares, say)
    if not ends.back:
        return say("The members use {front} most ({share})", front=front, share=share)
    return say(
        "The members use {front} most ({share}) and {back} least", front=front, back=quoted(ends.back, say), share=share
    )


def choice_message(ends: Outstanding, shares: Mapping[str, float], n: int, say: Language) -> str:
    """What was chosen most often. `shares` by name, the largest first."""
    if not ends.front:
        first, share = _first(shares, say)
        return say(
            "{name} comes first with {share}, but {n} answers cannot tell what members choose most",
            name=first,
            share=share,
            n=say.number(n),
        )
    share = _shares(ends.front, shares, say)
    return say("Most often chosen: {front} ({share})", front=quoted(ends.front, say), share=share)


def _first(shares: Mapping[str, float], say: Language) -> tuple[str, str]:
    name, share = next(iter(shares.items()))
    return quoted([name], say), say.percent(share)


def _shares(names: Sequence[str], shares: Mapping[str, float], say: Language) -> str:
    return say.listing([say.percent(shares[name]) for name in names])
