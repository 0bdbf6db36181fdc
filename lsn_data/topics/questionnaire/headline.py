"""How satisfied are the members in one figure? The value of the KPI, and its course from wave to wave.

The figure is the mean of the question about overall satisfaction. Where a wave did not ask it, it is the mean of the
means of all offers rated, each offer counting the same; whether members would recommend us is no offer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from lsn_data.disclosure import FEWEST
from lsn_data.errors import LsnError
from lsn_data.exhibit import Chart, Column, Exhibit, Table, Value
from lsn_data.language import Language
from lsn_data.sheets.scales import RECOMMENDS
from lsn_data.store import Import, Store, demo_shown, shown_waves
from lsn_data.topics.priorities.exhibits import survey_source
from lsn_data.topics.questionnaire import method
from lsn_data.topics.questionnaire.answer import Rated, Satisfaction, satisfaction
from lsn_data.topics.questionnaire.compute import Estimate, mean_of_means, share_not_heard

KPI = "member-satisfaction"
OF_POINTS, PER_CENT = "points of {best}", "%"
Row = dict[str, Any]


@dataclass(frozen=True)
class Headline:
    """The one figure of a wave: its mean, the share of the best points (None: several questions), the scale's best."""

    mean: Estimate
    top: Estimate | None
    best: int
    overall: bool


def headline(store: Store, wave: Import) -> Headline | None:
    """The figure of a wave; None where it did not ask, or too few rated."""
    try:
        found = satisfaction(store, wave)
    except LsnError:
        return None
    best = found.points[-1]
    if found.overall and found.overall.rating.mean:
        return Headline(found.overall.rating.mean, found.overall.rating.top, best, overall=True)
    offers = _offers(found)
    if not offers:
        return None
    scores = np.column_stack([one.scores for one in offers])
    heard = max(one.rating.answered for one in offers)
    mean = mean_of_means(scores, share_not_heard(heard, wave.asked))
    if len(offers) == 1:
        return Headline(mean, offers[0].rating.top, best, overall=False)
    return Headline(mean, None, best, overall=False)


def _offers(found: Satisfaction) -> list[Rated]:
    return [one for one in found.details if not RECOMMENDS.search(f"{one.asked.question} {one.asked.row}")]


def kpi_values(store: Store, unit: str | None) -> list[Row]:
    """The KPI's values as its waves give them, oldest first, in the unit of the register: a mean in points, or in per
    cent the share of the best points. Nothing for a unit that the surveys do not speak (points of another scale).
    """
    found = []
    for wave in reversed(_waves(store)):
        told = headline(store, wave)
        value = _in_unit(told, unit) if told else None
        if told and value is not None:
            found.append(
                {
                    "period": str(wave.as_of.year),
                    "value": round(value, 2),
                    "vintage": wave.as_of.isoformat(),
                    "source": _source(wave, told),
                    "origin": "computed",
                    "break": False,
                    "unit": unit or OF_POINTS.format(best=told.best),
                }
            )
    return found


def _in_unit(told: Headline, unit: str | None) -> float | None:
    if unit == PER_CENT:
        return 100 * told.top.value if told.top else None
    return told.mean.value if unit in (None, "", OF_POINTS.format(best=told.best)) else None


def _source(wave: Import, told: Headline) -> str:
    """As sources stand in the registers: in English, naming the wave, the question and the base."""
    question = "overall satisfaction" if told.overall else "mean of the offers rated"
    invented = ", invented answers" if wave.origin == "demo" else ""
    of_asked = f" of {wave.asked}" if wave.asked else ""
    return f"member survey {wave.wave}{invented} (import {wave.import_id}): {question}, n = {told.mean.n}{of_asked}"


def _waves(store: Store) -> list[Import]:
    """The waves that count, newest first: real ones, or those of the demo."""
    return shown_waves(store, demo_shown(store))


def by_wave(store: Store, wave: Import, say: Language) -> Exhibit:
    """Who answered, and how satisfied overall, wave by wave; the wave that is looked at stands on a tint."""
    every = shown_waves(store, wave.origin == "demo")
    told = {one.import_id: headline(store, one) for one in every}
    rows = tuple(_row(one, told[one.import_id]) for one in every)
    table = Table(_columns(any(told.values()), say), tuple(row[: 4 + 4 * any(told.values())] for row in rows))
    tint = tuple((("wave answered asked rate mean" if one.import_id == wave.import_id else None),) for one in every)
    mine = told[wave.import_id]
    return Exhibit(
        name="survey",
        question=say("Who answered, and how satisfied are the members?"),
        message=_message(wave, mine, say),
        title=say("Members asked and answering, and overall satisfaction, by wave of the member survey"),
        chart=Chart(
            "table",
            Table((Column("tint", ""),), tint if len(every) > 1 else tuple((None,) for _ in every)),
            {"highlight": "tint"},
        ),
        table=table,
        notes=_notes(wave, mine, say),
        sources=tuple(survey_source(one, say) for one in every),
        answered=wave.rows_kept,
        asked=wave.asked,
        say=say,
        method=method.of_ratings(say)[:1] if mine else (),
    )


def _columns(rated: bool, say: Language) -> tuple[Column, ...]:
    columns = (
        Column("wave", say("Wave")),
        Column("answered", say("Answered"), "count"),
        Column("asked", say("Asked"), "count"),
        Column("rate", say("Return rate"), "share"),
    )
    if not rated:
        return columns
    return (
        *columns,
        Column("mean", say("Overall satisfaction, mean"), "mean"),
        Column("low", say("Plausible from"), "mean"),
        Column("high", say("Plausible to"), "mean"),
        Column("n", say("Rated by"), "count"),
    )


def _row(one: Import, told: Headline | None) -> tuple[Value, ...]:
    rate = one.rows_kept / one.asked if one.asked else None
    mean = (told.mean.value, told.mean.low, told.mean.high, told.mean.n) if told else (None,) * 4
    return (one.wave, one.rows_kept, one.asked, rate, *mean)


def _message(wave: Import, told: Headline | None, say: Language) -> str:
    answered = (
        say("{n} of {asked} members answered", n=say.number(wave.rows_kept), asked=say.number(wave.asked))
        if wave.asked
        else say.plural("{n} member answered", "{n} members answered", wave.rows_kept)
    )
    if told is None:
        return answered
    mean, best = say.number(told.mean.value, 1), told.best
    low, high = (None if end is None else say.number(end, 1) for end in (told.mean.low, told.mean.high))
    if low is None or low == high:
        return say("{answered} and give {mean} of {best} points overall", answered=answered, mean=mean, best=best)
    return say(
        "{answered} and give {mean} of {best} points overall; plausible for all members: {low} to {high}",
        answered=answered,
        mean=mean,
        best=best,
        low=low,
        high=high,
    )


def _notes(wave: Import, told: Headline | None, say: Language) -> tuple[str, ...]:
    if told is None:
        return (say("Overall satisfaction: not asked in this wave, or rated by fewer than {fewest}.", fewest=FEWEST),)
    how = (
        say("Overall satisfaction: the question about all at once.")
        if told.overall
        else say(
            "Overall satisfaction: the mean of the means of all offers rated, since no question asks about all at once."
        )
    )
    corrected = (
        say("corrected for {asked} members asked", asked=say.number(wave.asked))
        if wave.asked
        else say("not corrected, since the number asked is not known")
    )
    return (
        how,
        say(
            "Ranges hold with 95% confidence ({corrected}), if those who answered think as those who did not.",
            corrected=corrected,
        ),
    )
