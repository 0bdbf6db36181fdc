"""Where does the demo survey come from? From this script: 58 invented answers, the same with every run.

    python -m datasets.demo.generate


writes `survey-demo-2026.csv` beside it, in the shape of an online form's export with German labels. Nobody
gave these answers. They are drawn so that two themes lead, two trail, and the middle is hard to tell: what a
board must be able to read. Left in on purpose: short rankings, ties, answers without a ranking, a duplicate,
a test.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from lsn_data.sheets.survey import ITEMS, RANKING_QUESTION, attribute_of

FILE = Path(__file__).with_name("survey-demo-2026.csv")
SEED = 2030
RESPONDENTS = 58
GERMAN = 1

ATTRIBUTES = ("sector", "size", "state", "membership")
COMMENTS_HEADING = "Haben Sie weitere Anmerkungen?"

# How much each theme draws: two lead, three are close together, two trail.
PULL = {"SKL": 3.4, "INN": 3.0, "VIS": 1.35, "COM": 1.3, "REG": 1.2, "INT": 0.6, "ORG": 0.38}
# What some sectors see differently (a factor on the pull).
SECTOR_VIEW: Mapping[str, Mapping[str, float]] = {
    "research": {"INT": 1.8, "COM": 1.4, "VIS": 0.7},
    "digital_health": {"VIS": 1.7, "REG": 0.7},
    "pharma": {"REG": 1.4},
}
SECTORS = {
    "medtech": 15, "biotech": 13, "research": 9, "digital_health": 7, "services": 7, "pharma": 5, "public": 1,
    "other": 1,
}  # fmt: skip
SIZES = {"1-9": 17, "10-49": 20, "50-249": 12, "250+": 9}
STATES = {"HH": 31, "SH": 24, "other": 3}
MEMBERSHIPS = {"full": 33, "startup": 13, "supporting": 7}

COMMENTS = (
    "Bitte mehr Austausch zwischen kleinen Firmen und Kliniken.",
    "Die Rangfolge fiel uns schwer, vieles hängt zusammen.",
    "Ohne Personal hilft uns auch kein neues Projekt.",
    "Wir würden gern bei einer Arbeitsgruppe zu KI mitmachen.",
    "Ein Treffen pro Jahr an der Westküste wäre schön.",
    "Danke für die gute Vorbereitung der Umfrage.",
)


def main() -> None:
    """Write the file."""
    FILE.write_bytes(survey().encode("utf-8"))


def survey() -> str:
    """The file's text: comma-separated, one heading row, one row an answer."""
    chance = Random(SEED)
    answers = [_answer(chance, number) for number in range(RESPONDENTS)]
    answers.insert(31, answers[30])
    days = sorted(_moment(chance) for _ in answers)
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(_headings())
    sheet.writerow([str(dt.datetime(2026, 3, 2, 8, 5, 12)), *_test_answer()])
    sheet.writerows([str(day), *answer] for day, answer in zip(days, answers, strict=True))
    return out.getvalue()


def _headings() -> list[str]:
    questions = [attribute_of(name).question[GERMAN] for name in ATTRIBUTES]
    ranking = [f"{RANKING_QUESTION[GERMAN]} [{item.de}]" for item in ITEMS]
    return ["Zeitstempel", *questions, *ranking, COMMENTS_HEADING]


def _moment(chance: Random) -> dt.datetime:
    """Some second of an office day between 3 and 31 March 2026."""
    day = dt.datetime(2026, 3, 3) + dt.timedelta(days=int(chance.random() * 29))
    return day + dt.timedelta(hours=8, seconds=int(chance.random() * 9 * 3600))


def _answer(chance: Random, number: int) -> list[str]:
    """One respondent: what is known of them, the places, perhaps a comment."""
    sector = _spread(SECTORS, number)
    known = {
        "sector": sector,
        "size": _drawn(chance, SIZES),
        "state": _drawn(chance, STATES),
        "membership": "academic" if sector == "research" else _drawn(chance, MEMBERSHIPS),
    }
    labels = [_label(name, code) for name, code in known.items()]
    comment = COMMENTS[number // 10] if number % 10 == 0 else ""
    return [*labels, *_places(chance, sector, number), comment]


def _label(attribute: str, code: str) -> str:
    choice = attribute_of(attribute).choice(code)
    assert choice is not None
    return choice.de


def _places(chance: Random, sector: str, number: int) -> list[str]:
    """A ranking drawn theme by theme in proportion to the pull; some are short, some tied, two missing."""
    if number in (19, 44):
        return [""] * len(ITEMS)
    order = _drawn_order(chance, sector)
    told = len(order) if chance.random() < 0.72 else 3 + int(chance.random() * 3)
    places = {code: place for place, code in enumerate(order[:told], start=1)}
    if number % 14 == 5:
        places[order[2]] = places[order[1]]
    return [str(places.get(item.code, "")) for item in ITEMS]


def _drawn_order(chance: Random, sector: str) -> list[str]:
    view = SECTOR_VIEW.get(sector, {})
    left = {code: pull * view.get(code, 1.0) for code, pull in PULL.items()}
    order: list[str] = []
    while left:
        order.append(_drawn(chance, left))
        del left[order[-1]]
    return order


def _drawn(chance: Random, weights: Mapping[str, float]) -> str:
    """A key, drawn in proportion to its weight (only `random()`, which stays the same in every Python)."""
    mark = chance.random() * sum(weights.values())
    for key, weight in weights.items():
        mark -= weight
        if mark < 0:
            return key
    return next(reversed(weights))


def _spread(counts: Mapping[str, int], number: int) -> str:
    """The key of a respondent when every key fills its count, spread over the file rather than in blocks."""
    filled = [key for key, count in counts.items() for _ in range(count)]
    return filled[number * 37 % len(filled)]


def _test_answer() -> Sequence[str]:
    """What the office typed to try the form."""
    known = [_label(name, attribute_of(name).choices[0].code) for name in ATTRIBUTES]
    return [*known, *(str(place) for place in range(1, len(ITEMS) + 1)), "Test"]


if __name__ == "__main__":
    main()
