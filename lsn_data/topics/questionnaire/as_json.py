"""What do the further questions tell, as JSON: each with its base, its distribution, its mean with range?

A question that too few answered is there with `suppressed`; texts are counted, not told (`answers` has them for the
office that holds the file anyway).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lsn_data.disclosure import FEWEST, NotShown
from lsn_data.intake.report import Asked
from lsn_data.language import Language
from lsn_data.store import Import, Store
from lsn_data.topics.priorities.waves import wave_before
from lsn_data.topics.questionnaire.answer import answered, questions, rated, too_few
from lsn_data.topics.questionnaire.compute import Estimate, numbers_of
from lsn_data.topics.questionnaire.headline import headline
from lsn_data.topics.questionnaire.other import ENOUGH_FOR_QUARTERS, values_of
from lsn_data.topics.questionnaire.services import choices

Told = dict[str, Any]


def survey_json(store: Store, wave: Import, say: Language) -> Told:
    """The JSON of `survey`. Figures that do not exist are null."""
    found = headline(store, wave)
    return {
        "wave": wave.wave,
        "asked": wave.asked,
        "answered": wave.rows_kept,
        "satisfaction": {
            **_estimate(found.mean), "best": found.best, "from": "overall rating" if found.overall else "mean of offers"
        }
        if found
        else None,
        "questions": [_question(store, wave, asked, say) for asked in questions(store, wave)],
    }  # fmt: skip


def _question(store: Store, wave: Import, asked: Asked, say: Language) -> Told:
    told: Told = {
        "key": asked.key, "kind": asked.kind, "question": asked.question, "row": asked.row, "topic": asked.topic,
        "suppressed": None,
    }  # fmt: skip
    try:
        return {**told, **_figures(store, wave, asked)}
    except NotShown as refusal:
        return {**told, "suppressed": refusal.said(say)}


def _figures(store: Store, wave: Import, asked: Asked) -> Told:
    if asked.kind == "likert":
        return _rating(store, wave, asked)
    if asked.kind in ("single", "multi"):
        return _choices(store, wave, asked)
    given = answered(store, wave, [asked])[0]
    if given.answered < FEWEST:
        raise too_few()
    return {"n": given.answered} if asked.kind == "text" else _typed(given, wave)


def _rating(store: Store, wave: Import, asked: Asked) -> Told:
    before = wave_before(store, wave)
    found = rated(store, wave, [asked], before)[0]
    if found.rating.n < FEWEST:
        raise too_few()
    labels = {option.value: option.label for option in asked.options}
    return {
        "n": found.rating.n,
        "outside": found.rating.outside,
        "distribution": [
            {"label": labels.get(point, str(point)), "value": point, "count": count}
            for point, count in zip(found.points, found.rating.counts, strict=True)
        ],
        "mean": _estimate(found.rating.mean),
        "top": {**_estimate(found.rating.top), "points": found.rating.best},
        "change": {**_estimate(found.change), "since": before.wave} if before and found.change else None,
    }


def _choices(store: Store, wave: Import, asked: Asked) -> Told:
    found = choices(store, wave, asked)
    return {
        "n": found.n,
        "distribution": [
            {"label": one.label, "count": one.count, "share": one.share.value, "low": one.share.low,
             "high": one.share.high}
            for one in found.options
        ],
        "named_once": found.once,
    }  # fmt: skip


def _typed(given: Asked, wave: Import) -> Told:
    """Numbers; of days only how many: their figures are read on the page."""
    if given.kind == "date":
        return {"n": given.answered}
    values = values_of(given)
    found = numbers_of(values[~np.isnan(values)], wave.asked, ENOUGH_FOR_QUARTERS)
    return {
        "n": found.n, "mean": _estimate(found.mean), "median": found.median,
        "quarters": None if found.lower is None else [found.lower, found.upper],
    }  # fmt: skip


def _estimate(one: Estimate | None) -> Told:
    return {
        "value": one.value if one else None, "low": one.low if one else None, "high": one.high if one else None,
        "n": one.n if one else 0,
    }  # fmt: skip
