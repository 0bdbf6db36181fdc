"""What does a small reading look like? Made by hand, so that the store is tested without the intake."""

from __future__ import annotations

from collections.abc import Sequence

from lsn_data.intake.report import ItemFound, RankingFound, Reading, Respondent

ITEMS = tuple(ItemFound(label=code.title(), item=code, theme=None) for code in ("VIS", "INN", "REG"))


def reading(*respondents: Respondent, sha256: str = "a", file: str = "answers.csv") -> Reading:
    """A ready reading with three items; without respondents, three of them."""
    kept: Sequence[Respondent] = respondents or (
        Respondent(row=2, places=(1, 2, 3), sector="biotech"),
        Respondent(row=3, places=(2, None, 1), sector="pharma"),
        Respondent(row=4, places=(None, None, None)),
    )
    return Reading(
        file=file,
        sha256=sha256,
        kind="survey",
        status="ready",
        rows_read=len(kept),
        ranking=RankingFound("items", "Please rank", "1 is first", "below", ITEMS),
        respondents=tuple(kept),
    )
