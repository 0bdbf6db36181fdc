"""What does a LimeSurvey export look like? One column a rank; an empty submit date is an unfinished answer.

Headings are codes, texts, both ("code. text") or texts cut short ("Datum Abgeschic.. "). `1980-01-01` as submit date
means: finished, the date is withheld.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsn_data.intake.tools import Rows, Tool, first_row, headings

_SUBMITTED = ("submitdate", "Date submitted", "Datum Abgeschickt")
_LAST_PAGE = ("lastpage", "Last page", "Letzte Seite")
_LANGUAGE = ("startlanguage", "Start language", "Start-Sprache")
_OTHERS = (
    ("id", "Response ID", "Antwort ID"),
    ("seed", "Seed", "Zufallsstartwert"),
    ("startdate", "Date started", "Datum gestartet"),
    ("datestamp", "Date last action", "Datum letzte Aktivität"),
    ("ipaddr", "IP address", "IP-Adresse"),
    ("refurl", "Referrer URL", "Weiterleitungs-URL"),
    ("token", "Access code", "Zugangscode"),
    ("interviewtime", "Total time", "Gesamtzeit"),
)
_CUT = 15
_TIMINGS = re.compile(r"^(?:group|question)time ?\d+|^(?:Group|Question) time|^(?:Gruppen|Fragen)zeit", re.IGNORECASE)


def _written(*columns: tuple[str, ...]) -> Iterator[str]:
    """Every heading that these columns may have."""
    for code, *texts in columns:
        for text in (code, *texts, *(f"{text[:_CUT]}.. " for text in texts)):
            yield from (text, f"{code}. {text}")


def _recognises(rows: Rows) -> bool:
    row = first_row(rows)
    return all(headings(*_written(column)) & row for column in (_SUBMITTED, _LAST_PAGE, _LANGUAGE))


def _parted(heading: str) -> tuple[str, str] | None:
    """Rank columns as of 2026, and headings of code and text: the code is no part of the question.

    >>> _parted("Q12_rank3"), _parted("G02Q01[1]. Rank these. [Rank 1]"), _parted("Rank these. [Rank 1]")
    (('Q12', 'Rank 3'), ('Rank these.', 'Rank 1'), None)
    """
    said = heading.strip()
    if rank := re.fullmatch(r"(\w+)_rank(\d{1,2})", said):
        return rank[1], f"Rank {rank[2]}"
    both = re.fullmatch(r"\w+(?:\[[^\[\]]*\])+\.\s+(.*\S)?\s*\[([^\[\]]+)\]", said, re.DOTALL)
    return ((both[1] or "").strip(), both[2].strip()) if both else None


TOOL = Tool(
    name="limesurvey",
    order=4,
    recognises=_recognises,
    bookkeeping=headings(*_written(_SUBMITTED, _LAST_PAGE, _LANGUAGE, *_OTHERS)),
    own=lambda heading: bool(_TIMINGS.match(heading)),
    flags=headings(*_written(_SUBMITTED)),
    finished=lambda heading, text: bool(text),
    marks_finished=True,
    tokens=headings(*_written(("token", "Access code", "Zugangscode"))),
    parted=_parted,
)
