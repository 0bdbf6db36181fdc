"""The sample's truth as a stored wave, for the tests of the answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from lsn_data.exhibit import Origin
from lsn_data.intake.report import Asked, BlankMeans, ItemFound, RankingFound, Reading, Respondent
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Import, Store, save

TRUTH = json.loads((Path(__file__).parents[1] / "samples" / "surveys" / "truth.json").read_text(encoding="utf-8"))
CODES = [item.code for item in ITEMS]


def sample_respondents() -> list[Respondent]:
    """The 57 respondents of the truth, without the three ties (null there)."""
    places: dict[str, dict[str, int | None]] = {}
    for respondent, item, place in TRUTH["core"]["clean_long"]:
        places.setdefault(respondent, {})[item] = place
    return [
        Respondent(
            row=row,
            places=tuple(places[name][code] for code in CODES),
            **{field: person[field] for field in ("sector", "size", "state", "membership")},
        )
        for row, (name, person) in enumerate(TRUTH["respondents"].items(), start=2)
    ]


def wave_of(
    store: Store,
    respondents: Sequence[Respondent],
    wave: str = "2026",
    asked: int | None = 300,
    blank_means: BlankMeans = "below",
    origin: Origin = "uploaded",
    replace: bool = False,
    sha: str | None = None,
    questionnaire: Sequence[Asked] = (),
    file: str = "survey.csv",
) -> Import:
    """Store respondents as a survey wave."""
    reading = reading_of(respondents, sha or wave, blank_means, questionnaire, file)
    return save(store, reading, wave=wave, actor="test", asked=asked, origin=origin, replace=replace)[0]


def reading_of(
    respondents: Sequence[Respondent],
    sha: str = "2026",
    blank_means: BlankMeans = "below",
    questionnaire: Sequence[Asked] = (),
    file: str = "survey.csv",
) -> Reading:
    """The same as a file that is ready to be stored."""
    items = tuple(ItemFound(item.en, item.code, item.theme) for item in ITEMS)
    return Reading(
        file=file,
        sha256=sha,
        kind="survey",
        status="ready",
        rows_read=len(respondents),
        ranking=RankingFound("items", "Rank", "1 is first", blank_means, items),
        respondents=tuple(respondents),
        questionnaire=tuple(questionnaire),
    )
