"""What was answered to any other question: which are there, and how did the answers fall?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from lsn_data.disclosure import FEWEST
from lsn_data.errors import LsnError, Refused
from lsn_data.exhibit import Chart, Column, Exhibit, Holds, Table, Value
from lsn_data.intake.report import Asked
from lsn_data.language import Language, mark
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.priorities.waves import wave_before
from lsn_data.topics.questionnaire import method, said, services, wording
from lsn_data.topics.questionnaire.answer import (
    Rated,
    answered,
    asked_alike,
    named,
    points_of,
    questions,
    quoted,
    rated,
    satisfaction,
    too_few,
)
from lsn_data.topics.questionnaire.compute import Floats, numbers_of
from lsn_data.topics.questionnaire.exhibits import chart_of, figures_of
from lsn_data.topics.questionnaire.groups import Line, by_groups, side_by_side
from lsn_data.topics.questionnaire.splitting import split

ENOUGH_FOR_QUARTERS = 4 * FEWEST
NAME = "questionnaire"
WITHOUT_WORDS = mark("a question without words")


def choosable(store: Store, wave: Import) -> dict[str, str]:
    """The other questions of a wave, {key: words}: all but free texts and what has an exhibit of its own.

    The statements of an array are one question, known by the first one's key.
    """
    every = questions(store, wave, "likert", "single", "multi", "number", "date")
    shown = _shown_elsewhere(store, wave)
    found: dict[str, str] = {}
    for one in every:
        first = _array(every, one)[0]
        if one.key not in shown and first.key == one.key:
            found[one.key] = one.question or one.row or one.key
    return found


def _shown_elsewhere(store: Store, wave: Import) -> set[str]:
    try:
        rated_there = {one.asked.key for one in satisfaction(store, wave).ratings}
    except LsnError:
        rated_there = set()
    used = questions(store, wave, "multi", topic="services")
    most = max(used, key=lambda one: sum(option.count for option in one.options)).key if used else ""
    return rated_there | {most}


def _array(every: Sequence[Asked], asked: Asked) -> list[Asked]:
    """The statements that are rated together with one: of the same question, on the same scale."""
    if asked.kind != "likert" or not asked.row:
        return [asked]
    same = [one for one in every if one.kind == "likert" and one.row and one.question == asked.question]
    return [one for one in same if points_of(one) == points_of(asked) and one.topic == asked.topic]


def other(store: Store, wave: Import, say: Language, key: str | None = None, by: str | None = None) -> Exhibit:
    """A question by its key (None: the first of the others). Raises Refused (no such question), NotShown."""
    every = questions(store, wave, "likert", "single", "multi", "number", "date")
    wanted = key or next(iter(choosable(store, wave)), None)
    asked = next((one for one in every if one.key == wanted), None)
    if asked is None:
        raise Refused("no-question", mark("This wave has no such question."))
    if asked.kind == "likert":
        return _ratings(store, wave, say, _array(every, asked), by)
    if asked.kind in ("single", "multi"):
        return _choice(store, wave, say, asked, by)
    return _typed(store, wave, say, answered(store, wave, [asked])[0], by)


def words_of(asked: Asked, say: Language) -> str:
    """A question inside a title: in quotation marks."""
    return quoted([asked.question or asked.row or say(WITHOUT_WORDS)], say)


def _ratings(store: Store, wave: Import, say: Language, asked: Sequence[Asked], by: str | None) -> Exhibit:
    before = wave_before(store, wave)
    every = rated(store, wave, asked, before)
    found = [one for one in every if one.rating.n >= FEWEST]
    if not found:
        raise too_few()
    found.sort(key=lambda one: -(one.rating.mean.value if one.rating.mean else 0.0))
    names = named([one.asked for one in found])
    if by:
        return by_groups(
            store,
            wave,
            say,
            by,
            NAME,
            [one.asked for one in found],
            names,
            question=words_of(found[0].asked, say),
            title=say(
                "Mean rating by {attribute}, {low} to {high} points, {question}, member survey {wave}",
                attribute=wording.attribute_said(by, say),
                low=found[0].points[0],
                high=found[0].points[-1],
                question=words_of(found[0].asked, say),
                wave=wave.wave,
            ),
        )
    changed = before if any(one.change for one in found) else None
    return Exhibit(
        name=NAME,
        question=words_of(found[0].asked, say),
        message=_ratings_message(found, names, wave, say),
        title=say(
            "Number of ratings by point, mean and share of the best points, {question}, member survey {wave}",
            question=words_of(found[0].asked, say),
            wave=wave.wave,
        ),
        chart=chart_of(found, names, before, asked_alike(store, wave, asked), say),
        table=figures_of(found, names, before, say),
        notes=(
            *wording.outside_said([one.asked for one in found], say),
            wording.method_said(wave, say),
            *wording.change_note(changed, say),
            *wording.few_note([one.asked for one in every if one not in found], say),
        ),
        sources=(survey_source(wave, say),),
        answered=max(one.rating.n for one in found),
        asked=wave.asked,
        say=say,
        method=method.of_ratings(say, changed is not None),
    )


def _ratings_message(found: Sequence[Rated], names: dict[str, str], wave: Import, say: Language) -> str:
    means = {names[one.asked.key]: one.rating.mean.value for one in found if one.rating.mean}
    low, best = found[0].points[0], found[0].points[-1]
    if len(found) == 1:
        return say("The mean rating is {mean} of {best} points", mean=said.figures_said(means, means, say), best=best)
    scores = (np.column_stack([one.scores for one in found]) - low) / (best - low)
    ends = said.outstanding(scores, list(means), wave.asked)
    if ends.front and ends.back:
        return say(
            "Rated highest: {front} (mean {high} of {best}); lowest: {back} (mean {low})",
            front=quoted(ends.front, say),
            back=quoted(ends.back, say),
            high=said.figures_said(ends.front, means, say),
            low=said.figures_said(ends.back, means, say),
            best=best,
        )
    lowest, highest = (say.number(end(means.values()), 1) for end in (min, max))
    if lowest == highest:
        return say(
            "The answers do not tell what is rated highest; all means are about {mean} of {best}",
            mean=lowest,
            best=best,
        )
    return say(
        "The answers do not tell what is rated highest; the means reach from {low} to {high} of {best}",
        low=lowest,
        high=highest,
        best=best,
    )


def _choice(store: Store, wave: Import, say: Language, asked: Asked, by: str | None) -> Exhibit:
    found = services.choices(store, wave, asked)
    if by:
        return services.split_choices(store, wave, say, found, by, name=NAME, question=words_of(asked, say))
    shares = {option.label: option.share.value for option in found.options}
    ends = said.outstanding(found.chosen, list(shares), wave.asked)
    return Exhibit(
        name=NAME,
        question=words_of(asked, say),
        message=said.choice_message(ends, shares, found.n, say),
        title=say(
            "Share of the members answering {question}, in %, member survey {wave}, all members",
            question=words_of(asked, say),
            wave=wave.wave,
        ),
        chart=services.chart_of(found, say),
        table=services.figures_of(found, say),
        notes=services.notes_of(found, wave, say),
        sources=(survey_source(wave, say),),
        answered=found.n,
        asked=wave.asked,
        say=say,
        method=method.of_shares(say, found.before is not None),
    )


def _typed(store: Store, wave: Import, say: Language, asked: Asked, by: str | None) -> Exhibit:
    """Numbers and days: mean and quarters, never what a single member typed at the ends."""
    values = values_of(asked)
    known = values[~np.isnan(values)]
    if len(known) < FEWEST:
        raise too_few()
    if by:
        line = Line(
            asked.key, asked.question or asked.key, values, tuple(sorted({float(one) for one in known})), "number"
        )
        title = say(
            "Mean by {attribute}, {question}, member survey {wave}",
            attribute=wording.attribute_said(by, say),
            question=words_of(asked, say),
            wave=wave.wave,
        )
        if asked.kind == "date":
            raise Refused("not-split", mark("Days are not split by attributes."))
        return side_by_side(
            wave, say, split(store, wave, by), [line], name=NAME, question=words_of(asked, say), title=title
        )
    return _typed_exhibit(wave, say, asked, known)


def values_of(asked: Asked) -> Floats:
    """(respondents,): the numbers, days as their ordinal; NaN for no answer."""
    given = [one.toordinal() if isinstance(one, dt.date) else one for one in asked.answers]
    return np.array([float(one) if isinstance(one, (int, float)) else np.nan for one in given])


def _typed_exhibit(wave: Import, say: Language, asked: Asked, known: Floats) -> Exhibit:
    found = numbers_of(known, wave.asked, ENOUGH_FOR_QUARTERS)
    day = asked.kind == "date"

    def told(value: float | None) -> Value:
        return dt.date.fromordinal(round(value)) if day and value is not None else value

    holds: Holds = "date" if day else "number"
    figures = (
        ("lower", say("A quarter at most"), found.lower),
        ("median", say("Half at most"), found.median),
        ("upper", say("Three quarters at most"), found.upper),
        ("mean", say("Mean"), found.mean.value),
        ("low", say("Plausible from"), found.mean.low),
        ("high", say("Plausible to"), found.mean.high),
    )
    shown = [one for one in figures if one[2] is not None]
    table = Table(
        (
            Column("question", say("Question")),
            *(Column(key, label, holds) for key, label, _ in shown),
            Column("n", say("Answers"), "count"),
        ),
        ((asked.question or asked.row or say(WITHOUT_WORDS), *(told(value) for _, _, value in shown), found.n),),
    )
    message = (
        say("Half of the members name {day} or an earlier day", day=say.date(_as_day(found.median)))
        if day
        else say(
            "Half of the members name {median} or less; the mean is {mean}",
            median=say.number(found.median, 0 if found.median.is_integer() else 1),
            mean=say.number(found.mean.value, 1),
        )
    )
    return Exhibit(
        name=NAME,
        question=words_of(asked, say),
        message=message,
        title=say("{question}, member survey {wave}, all members", question=words_of(asked, say), wave=wave.wave),
        chart=Chart("table", table),
        table=table,
        notes=(
            wording.method_said(wave, say),
            say(
                "The smallest and the largest value are not shown; quarters from {fewest} answers on.",
                fewest=ENOUGH_FOR_QUARTERS,
            ),
        ),
        sources=(survey_source(wave, say),),
        answered=found.n,
        asked=wave.asked,
        say=say,
        method=method.of_ratings(say)[:1],
    )


def _as_day(ordinal: float) -> dt.date:
    return dt.date.fromordinal(round(ordinal))
