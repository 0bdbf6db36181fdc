"""Where do the demo surveys come from? From this script: three waves of invented answers, the same with every run.

    python -m datasets.demo.generate

writes `survey-demo-2022.csv`, `-2024` and `-2026` beside it, in the shape of an online form's export with German
labels. Nobody gave these answers. They are drawn so that two themes lead, two trail, and the middle is hard to tell:
what a board must be able to read; from wave to wave the priorities move slowly, and more members answer. Each answer
has a code; some codes stand in several waves, always with the same sector and state. Left in on purpose: short
rankings, ties, answers without a ranking, a duplicate, a test.

How satisfied members are, which services they use and what they wish for is drawn apart from the rankings
(`datasets.demo.opinions`, `datasets.demo.wishes`).
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from datasets.demo import opinions, wishes
from lsn_data.sheets.survey import ITEMS, RANKING_QUESTION, attribute_of

FOLDER = Path(__file__).parent
GERMAN = 1

ATTRIBUTES = ("sector", "size", "state", "membership")
COMMENTS_HEADING = "Haben Sie weitere Anmerkungen?"
TOKEN_HEADING = "Teilnehmercode"
# How likely a member who could answer again does.
AGAIN = 0.62

# What some sectors see differently (a factor on the pull).
SECTOR_VIEW: Mapping[str, Mapping[str, float]] = {
    "research": {"INT": 1.8, "COM": 1.4, "VIS": 0.7},
    "digital_health": {"VIS": 1.7, "REG": 0.7},
    "pharma": {"REG": 1.4},
}
SIZES = {"1-9": 17, "10-49": 20, "50-249": 12, "250+": 9}
STATES = {"HH": 31, "SH": 24, "other": 3}
MEMBERSHIPS = {"full": 33, "startup": 13, "supporting": 7}


@dataclass(frozen=True)
class Wave:
    """One survey: when it ran, how many answered, how much each theme drew, and what was remarked.

    `pull`: two themes lead, three are close together, two trail. `sectors` add up to the number of answers.
    """

    year: int
    seed: int
    opens: dt.date
    pull: Mapping[str, float]
    sectors: Mapping[str, int]
    comments: tuple[str, ...]

    @property
    def file(self) -> Path:
        """Where the answers of this wave lie."""
        return FOLDER / f"survey-demo-{self.year}.csv"

    @property
    def respondents(self) -> int:
        """How many answered."""
        return sum(self.sectors.values())


WAVES = (
    Wave(
        year=2022,
        seed=2022,
        opens=dt.date(2022, 3, 8),
        pull={"INN": 3.2, "VIS": 2.6, "SKL": 1.6, "COM": 1.2, "REG": 1.15, "INT": 0.9, "ORG": 0.4},
        sectors={
            "medtech": 12, "biotech": 11, "research": 7, "digital_health": 2, "services": 5, "pharma": 4, "public": 1,
            "other": 1,
        },
        comments=(
            "Nach der Pandemie freuen wir uns wieder auf Treffen vor Ort.",
            "Die Lieferketten machen uns mehr Sorgen als alle Themen hier.",
            "Ein gemeinsamer Auftritt auf Messen hilft den Kleinen am meisten.",
            "Bitte kürzere Umfragen.",
            "Weiter so.",
        ),
    ),
    Wave(
        year=2024,
        seed=2024,
        opens=dt.date(2024, 3, 5),
        pull={"INN": 3.1, "SKL": 2.5, "VIS": 1.7, "COM": 1.2, "REG": 1.2, "INT": 0.75, "ORG": 0.4},
        sectors={
            "medtech": 14, "biotech": 12, "research": 8, "digital_health": 4, "services": 6, "pharma": 5, "public": 1,
            "other": 1,
        },
        comments=(
            "Wir suchen seit einem Jahr zwei Fachleute für Zulassung.",
            "Digitale Medizin gehört fest ins Cluster.",
            "Die Rangfolge fiel uns schwer, vieles hängt zusammen.",
            "Mehr Kontakt nach Dänemark wäre gut, der Weg ist kurz.",
            "Förderanträge sind für uns allein zu viel Arbeit.",
            "Danke für die gute Betreuung.",
        ),
    ),
    Wave(
        year=2026,
        seed=2030,
        opens=dt.date(2026, 3, 3),
        pull={"SKL": 3.4, "INN": 3.0, "VIS": 1.35, "COM": 1.3, "REG": 1.2, "INT": 0.6, "ORG": 0.38},
        sectors={
            "medtech": 15, "biotech": 13, "research": 9, "digital_health": 7, "services": 7, "pharma": 5, "public": 1,
            "other": 1,
        },
        comments=(
            "Bitte mehr Austausch zwischen kleinen Firmen und Kliniken.",
            "Die Rangfolge fiel uns schwer, vieles hängt zusammen.",
            "Ohne Personal hilft uns auch kein neues Projekt.",
            "Wir würden gern bei einer Arbeitsgruppe zu KI mitmachen.",
            "Ein Treffen pro Jahr an der Westküste wäre schön.",
            "Danke für die gute Vorbereitung der Umfrage.",
        ),
    ),
)  # fmt: skip


def main() -> None:
    """Write the files."""
    for wave in WAVES:
        wave.file.write_bytes(survey(wave).encode("utf-8"))


def survey(wave: Wave) -> str:
    """A file's text: comma-separated, one heading row, one row an answer."""
    chance = Random(wave.seed)
    answers = [_answer(chance, wave, number) for number in range(wave.respondents)]
    thought = Random(wave.seed * 1000 + 1)
    wished = wishes.answers(wave.seed, wave.year, wave.respondents)
    answers = [
        [*answer[:-1], *opinions.drawn(thought, wave.year, answer[0]), wish, answer[-1]]
        for answer, wish in zip(answers, wished, strict=True)
    ]
    answers = [[token, *answer] for token, answer in zip(_tokens(wave, answers), answers, strict=True)]
    answers.insert(31, answers[30])
    days = sorted(_moment(chance, wave.opens) for _ in answers)
    tried = dt.datetime.combine(wave.opens - dt.timedelta(days=1), dt.time(8, 5, 12))
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(_headings())
    sheet.writerow([str(tried), "", *_test_answer()])
    sheet.writerows([str(day), *answer] for day, answer in zip(days, answers, strict=True))
    return out.getvalue()


def _tokens(wave: Wave, answers: Sequence[Sequence[str]]) -> list[str]:
    """A code for each answer: of a member who answers in other waves too, or of one who answers in this wave alone."""
    chance, before = Random(wave.seed * 1000 + 2), Counter[tuple[str, str]]()
    tokens = []
    for answer in answers:
        sector, state = answer[0], answer[2]
        before[sector, state] += 1
        when = "" if chance.random() < AGAIN else str(wave.year)
        member = f"{sector}|{state}|{before[sector, state]}|{when}"
        tokens.append(hashlib.sha256(member.encode("utf-8")).hexdigest()[:8])
    return tokens


def _headings() -> list[str]:
    questions = [attribute_of(name).question[GERMAN] for name in ATTRIBUTES]
    ranking = [f"{RANKING_QUESTION[GERMAN]} [{item.de}]" for item in ITEMS]
    return ["Zeitstempel", TOKEN_HEADING, *questions, *ranking, *opinions.HEADINGS, wishes.HEADING, COMMENTS_HEADING]


def _moment(chance: Random, opens: dt.date) -> dt.datetime:
    """Some second of an office day in the four weeks that a survey is open."""
    day = dt.datetime.combine(opens, dt.time()) + dt.timedelta(days=int(chance.random() * 29))
    return day + dt.timedelta(hours=8, seconds=int(chance.random() * 9 * 3600))


def _answer(chance: Random, wave: Wave, number: int) -> list[str]:
    """One respondent: what is known of them, the places, perhaps a comment."""
    sector = _spread(wave.sectors, number)
    known = {
        "sector": sector,
        "size": drawn(chance, SIZES),
        "state": drawn(chance, STATES),
        "membership": "academic" if sector == "research" else drawn(chance, MEMBERSHIPS),
    }
    labels = [_label(name, code) for name, code in known.items()]
    comment = wave.comments[number // 10] if number % 10 == 0 else ""
    return [*labels, *_places(chance, wave, sector, number), comment]


def _label(attribute: str, code: str) -> str:
    choice = attribute_of(attribute).choice(code)
    assert choice is not None
    return choice.de


def _places(chance: Random, wave: Wave, sector: str, number: int) -> list[str]:
    """A ranking drawn theme by theme in proportion to the pull; some are short, some tied, two missing."""
    if number in (19, 44):
        return [""] * len(ITEMS)
    order = _order(chance, wave.pull, sector)
    told = len(order) if chance.random() < 0.72 else 3 + int(chance.random() * 3)
    places = {code: place for place, code in enumerate(order[:told], start=1)}
    if number % 14 == 5:
        places[order[2]] = places[order[1]]
    return [str(places.get(item.code, "")) for item in ITEMS]


def _order(chance: Random, pulls: Mapping[str, float], sector: str) -> list[str]:
    view = SECTOR_VIEW.get(sector, {})
    left = {code: pull * view.get(code, 1.0) for code, pull in pulls.items()}
    order: list[str] = []
    while left:
        order.append(drawn(chance, left))
        del left[order[-1]]
    return order


def drawn(chance: Random, weights: Mapping[str, float]) -> str:
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
    blank = [""] * (len(opinions.HEADINGS) + 1)
    return [*known, *(str(place) for place in range(1, len(ITEMS) + 1)), *blank, "Test"]


if __name__ == "__main__":
    main()
