"""Invented further questions as a stored wave, for the tests of their answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lsn_data.exhibit import Origin
from lsn_data.intake.report import AnswerOption, Asked, Given, ItemFound, RankingFound, Reading, Respondent
from lsn_data.store import Import, Store, save

SCALE = ("very bad", "bad", "so-so", "good", "very good")
ITEMS = tuple(ItemFound(code, code, None) for code in ("VIS", "INN", "REG"))
OUTSIDE = "cannot tell"


def rated(
    counts: Sequence[int], row: str = "Events", outside: int = 0, missing: int = 0, question: str = "How satisfied?",
    topic: str = "satisfaction",
) -> Asked:  # fmt: skip
    """A rating given so often from low to high; then `outside` who cannot tell and `missing` without an answer."""
    labels = SCALE[: len(counts)]
    options = [AnswerOption(label, n, at) for at, (label, n) in enumerate(zip(labels, counts, strict=True), start=1)]
    answers: list[Given] = [at for at, n in enumerate(counts) for _ in range(n)]
    if outside:
        options.append(AnswerOption(OUTSIDE, outside))
        answers += [len(counts)] * outside
    answers += [None] * missing
    key = f"{question} {row}".lower().replace(" ", "-").replace("?", "")
    return Asked(key, "likert", question, row, topic, tuple(options), tuple(answers))


def chosen(
    given: Sequence[Sequence[str] | None], question: str = "Which do you use?", topic: str = "services"
) -> Asked:
    """Several choices a respondent; None is no answer."""
    labels = list(dict.fromkeys(label for one in given if one for label in one))
    answers = tuple(None if one is None else tuple(labels.index(label) for label in one) for one in given)
    options = tuple(AnswerOption(label, sum(label in one for one in given if one)) for label in labels)
    return Asked(question.lower(), "multi", question, "", topic, options, answers)


def picked(given: Sequence[str | None], question: str = "Which one?") -> Asked:
    """One choice a respondent."""
    labels = list(dict.fromkeys(one for one in given if one))
    answers = tuple(None if one is None else labels.index(one) for one in given)
    return Asked(
        question.lower(), "single", question, "", "", tuple(AnswerOption(x, given.count(x)) for x in labels), answers
    )


def written(texts: Sequence[str | None], question: str = "Anything else?") -> Asked:
    """Free texts."""
    return Asked(question.lower(), "text", question, answers=tuple(texts))


def numbered(values: Sequence[float | None], question: str = "How many years?") -> Asked:
    """Typed numbers."""
    return Asked(question.lower(), "number", question, answers=tuple(values))


def asked_wave(
    store: Store, *questions: Asked, people: int = 0, wave: str = "2026", members: int | None = 300,
    sizes: Sequence[str | None] = (), year: int = 2026, origin: Origin = "uploaded",
    version: str = "",
) -> Import:  # fmt: skip
    """Store questions as a wave of respondents who all ranked; `sizes` are theirs, in order (the rest tell none)."""
    count = max([people, *(len(one.answers) for one in questions)])
    told = [*sizes, *([None] * (count - len(sizes)))]
    respondents = tuple(Respondent(row=at + 2, places=(1, 2, 3), size=told[at]) for at in range(count))
    full = tuple(replace(one, answers=(*one.answers, *([None] * (count - len(one.answers))))) for one in questions)
    reading = Reading(
        file="survey.csv", sha256=f"{wave} {origin} {version}", kind="survey", status="ready", rows_read=count,
        ranking=RankingFound("items", "Rank", "1 is first", "below", ITEMS), respondents=respondents,
        questionnaire=full,
    )  # fmt: skip
    return save(
        store, reading, wave=wave, actor="test", asked=members, as_of=dt.date(year, 3, 1), origin=origin,
        replace=bool(version),
    )[0]  # fmt: skip
