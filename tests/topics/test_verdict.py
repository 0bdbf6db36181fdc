"""Does the verdict read well aloud, in both languages, and say no more than the answers allow?"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from lsn_data.exhibit.fit import lines
from lsn_data.exhibit.slide.frame import MESSAGE
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS, known_item
from lsn_data.store import Store, open_store
from lsn_data.topics.priorities import exhibits
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.verdict import agreement_said, verdict
from tests.topics.drawn import Row
from tests.topics.made import CODES, wave_of

EN, DE = Language("en"), Language("de")
FULL: Row = (1, 2, 3, 4, 5, 6, 7)


def short(say: Language) -> dict[str, str]:
    return {item.code: say.both(item.short) for item in ITEMS}


def said(rows: list[tuple[Row, int]], say: Language, asked: int | None = 300) -> str:
    return verdict(analyse(Ballots.of(CODES[: len(rows[0][0])], rows), asked), short(say), say)


# VIS visibility, INN innovative power, REG life science region, COM competencies, INT internationalisation, ORG …
CASES = {
    "a clear winner": (
        [(FULL, 30), ((1, 3, 2, 4, 5, 6, 7), 20), ((2, 3, 1, 4, 5, 6, 7), 8)],
        "The members clearly put visibility first",
        "Die Mitglieder setzen Sichtbarkeit klar auf Platz 1",
    ),
    "a near tie": (
        [(FULL, 30), ((2, 1, 3, 4, 5, 6, 7), 28)],
        "Visibility and innovative power form the leading group; which of the two comes first, 58 rankings cannot tell",
        "Sichtbarkeit und Innovationskraft bilden die Spitzengruppe; welches der beiden Themen vorn steht, lassen 58"
        " Rangfolgen offen",
    ),
    "a leading group of three": (
        [(FULL, 11), ((2, 1, 3, 4, 5, 6, 7), 10), ((1, 3, 2, 4, 5, 6, 7), 9), ((3, 1, 2, 4, 5, 6, 7), 9),
         ((2, 3, 1, 4, 5, 6, 7), 9), ((3, 2, 1, 4, 5, 6, 7), 9)],
        "Visibility, innovative power and life science region lead; 57 rankings cannot tell their order",
        "Sichtbarkeit, Innovationskraft und Life-Science-Region führen; ihre Reihenfolge lassen 57 Rangfolgen offen",
    ),
    "a circle": (
        [(FULL, 20), ((2, 3, 1, 4, 5, 6, 7), 20), ((3, 1, 2, 4, 5, 6, 7), 20)],
        "In 60 rankings, visibility, innovative power and life science region beat each other in a circle;"
        " none of them comes first",
        "In 60 Rangfolgen schlagen Sichtbarkeit, Innovationskraft und Life-Science-Region einander reihum;"
        " keines dieser Themen steht vorn",
    ),
    "methods that disagree on the first of two": (
        [(FULL, 32), ((3, 1, 2, 4, 5, 6, 7), 26)],
        "Innovative power and visibility form the leading group; which of the two comes first depends on the counting"
        " method",
        "Innovationskraft und Sichtbarkeit bilden die Spitzengruppe; welches der beiden Themen vorn steht, hängt von"
        " der Zählweise ab",
    ),
    "methods that disagree on the first of three": (
        [(FULL, 12), ((2, 1, 3, 4, 5, 6, 7), 20), ((2, 3, 1, 4, 5, 6, 7), 20), ((3, 1, 2, 4, 5, 6, 7), 8)],
        "Innovative power, visibility and life science region lead; the counting method decides their order",
        "Innovationskraft, Sichtbarkeit und Life-Science-Region führen; über ihre Reihenfolge entscheidet die"
        " Zählweise",
    ),
    "methods that disagree though the points are clear": (
        [(FULL, 31), ((7, 1, 2, 3, 4, 5, 6), 27)],
        "By points the members clearly put innovative power first, but head to head visibility: the counting method"
        " decides",
        "Nach Punkten setzen die Mitglieder Innovationskraft klar auf Platz 1, im direkten Vergleich aber Sichtbarkeit:"
        " Es entscheidet die Zählweise",
    ),
    "no order at all": (
        [(FULL, 30), ((7, 6, 5, 4, 3, 2, 1), 30)],
        "60 rankings cannot tell which theme comes first",
        "60 Rangfolgen lassen offen, welches Thema vorn steht",
    ),
    "five answers": (
        [(FULL, 3), ((2, 1, 3, 4, 5, 6, 7), 2)],
        "5 rankings are too few to say which theme comes first for all members",
        "5 Rangfolgen sind zu wenige, um zu sagen, welches Thema für alle Mitglieder vorn steht",
    ),
    "five answers, all alike": (
        [(FULL, 5)],
        "All 5 rankings put visibility first, but so few cannot speak for all members",
        "Alle 5 Rangfolgen setzen Sichtbarkeit auf Platz 1, doch so wenige sprechen nicht für alle Mitglieder",
    ),
    "everybody alike": (
        [(FULL, 58)],
        "All 58 rankings are the same and put visibility first",
        "Alle 58 Rangfolgen sind gleich und setzen Sichtbarkeit auf Platz 1",
    ),
    "everybody puts everything level": (
        [((1, 1, 1, 1, 1, 1, 1), 58)],
        "All 58 rankings put every theme on the same place",
        "Alle 58 Rangfolgen setzen alle Themen auf denselben Platz",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_verdict_fits_the_case_in_both_languages(case: str) -> None:
    rows, english, german = CASES[case]
    assert said(rows, EN) == english
    assert said(rows, DE) == german


def test_a_large_leading_group_is_counted_not_listed() -> None:
    chance = random.Random(1)
    rows: list[tuple[Row, int]] = []
    for _ in range(58):
        order = sorted(range(7), key=lambda item: chance.gauss(0, 1) + (1.6 if item == 6 else item / 6))
        rows.append((tuple(order.index(item) + 1 for item in range(7)), 1))
    found = analyse(Ballots.of(CODES, rows), 300)
    possible = sum(one.place_low == 1 for one in found.items)
    assert len(found.tiers[0]) > 3
    assert said(rows, EN) == f"58 rankings put visibility in front, but {possible} of 7 themes could come first"
    assert (
        said(rows, DE)
        == f"58 Rangfolgen sehen Sichtbarkeit vorn, doch {possible} von 7 Themen könnten auf Platz 1 stehen"
    )


def test_when_all_members_answered_few_are_not_too_few() -> None:
    assert said([(FULL, 5), ((2, 1, 3, 4, 5, 6, 7), 2)], EN, asked=7) == "The members clearly put visibility first"


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def respondents(n: int, places: Row = FULL) -> list[Respondent]:
    return [Respondent(row=row, places=places) for row in range(2, n + 2)]


@pytest.mark.parametrize(
    ("n", "places", "english", "german"),
    [
        (
            4,
            FULL,
            "Fewer than 5 members ranked the themes: nothing is shown, so that nobody is recognised.",
            "Weniger als 5 Mitglieder haben die Themen gereiht: Es wird nichts gezeigt, damit niemand erkennbar ist.",
        ),
        (9, (None,) * 7, "No member has ranked the themes yet.", "Noch kein Mitglied hat die Themen gereiht."),
    ],
    ids=["four answers", "nobody ranked"],
)
def test_where_nothing_may_be_shown_the_verdict_says_why(
    store: Store, n: int, places: Row, english: str, german: str
) -> None:
    wave = wave_of(store, respondents(n, places))
    for say, expected in ((EN, english), (DE, german)):
        found = ranking(store, wave, say)
        assert (found["verdict"], found["suppressed"]["why"], found["items"]) == (expected, expected, [])


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize("case", [case for case, (rows, *_) in CASES.items() if sum(n for _, n in rows) > 4])
def test_the_verdict_is_the_message_of_the_page_and_the_slide(store: Store, case: str, say: Language) -> None:
    rows = [places for places, n in CASES[case][0] for _ in range(n)]
    wave = wave_of(store, [Respondent(row=at, places=row) for at, row in enumerate(rows, start=2)])
    found, exhibit = ranking(store, wave, say), exhibits.places(store, wave, say)
    assert found["verdict"] == exhibit.message
    assert len(lines(exhibit.message, 23, MESSAGE.points[0], bold=True)) <= 2, "the slide has two lines"


def test_a_foreign_item_keeps_its_name() -> None:
    assert known_item("X1") is None
    found = analyse(Ballots.of(["X1", "VIS"], [((1, 2), 50), ((2, 1), 2)]), 300)
    assert verdict(found, {"X1": "Räume", "VIS": "Visibility"}, EN) == "The members clearly put Räume first"


@pytest.mark.parametrize(
    ("rows", "english", "german"),
    [
        ([((1, 2, 3), 5), ((3, 2, 1), 5)], "hardly agree (Kendall's W = 0.00", "kaum einig (Kendalls W = 0,00"),
        ([((1, 2, 3), 6), ((3, 2, 1), 2)], "agree weakly (Kendall's W = 0.25", "wenig einig (Kendalls W = 0,25"),
        ([((1, 2, 3), 9)], "agree very strongly (Kendall's W = 1.00", "sehr einig (Kendalls W = 1,00"),
    ],
)
def test_agreement_is_a_word_with_its_number(rows: list[tuple[Row, int]], english: str, german: str) -> None:
    found = analyse(Ballots.of("ABC", rows), None).agreement
    assert english in agreement_said(found, EN)
    assert german in agreement_said(found, DE)
