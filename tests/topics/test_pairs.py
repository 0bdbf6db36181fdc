"""Who beats whom: do cells, marks and sentence follow the ballots, and does no pair rest on fewer than five?"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lsn_data.board import Pick, draw
from lsn_data.exhibit import Exhibit
from lsn_data.exhibit.in_workbook import HEAD_ROW, workbook
from lsn_data.exhibit.on_page import table_html
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import LIGHT
from lsn_data.intake.report import BlankMeans, Respondent
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Store, open_store
from lsn_data.topics.priorities.answer import ranking
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.duels import duels, least_lead
from lsn_data.topics.priorities.pairs import pairs_message
from lsn_data.topics.priorities.pairwise import compared
from tests.exhibit import opened
from tests.topics.drawn import LETTERS, SCHULZE, Row, ballots_of, random_rows, told
from tests.topics.made import CODES, sample_respondents, wave_of
from tests.topics.made_any import wave_of_items

EN, DE = Language("en"), Language("de")
LANGUAGES = pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
SHORT = {code: {item.code: Language(code).both(item.short) for item in ITEMS} for code in ("en", "de")}


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened_store:
        yield opened_store


def respondents(rows: list[tuple[Row, int]]) -> list[Respondent]:
    places = [row for row, n in rows for _ in range(n)]
    return [Respondent(row=at, places=row) for at, row in enumerate(places, start=2)]


def drawn(store: Store, rows: list[tuple[Row, int]], say: Language, blank_means: BlankMeans = "below") -> Exhibit:
    wave = wave_of(store, respondents(rows), wave=say.code, blank_means=blank_means)
    return draw(store, Pick.of("pairs", wave=wave.wave), say)


def cell(exhibit: Exhibit, row: str, column: str) -> object:
    """The votes for the theme of one letter above that of another."""
    at = [str(label)[0] for label in exhibit.table.column("theme")].index(row)
    return exhibit.table.column(column)[at]


FULL: Row = (1, 2, 3, 4, 5, 6, 7)


def test_cells_are_the_votes_counted_by_hand(store: Store) -> None:
    # Visibility first for 12, second to innovative power for 10, level with it for 3.
    rows: list[tuple[Row, int]] = [(FULL, 12), ((2, 1, 3, 4, 5, 6, 7), 10), ((1, 1, 3, 4, 5, 6, 7), 3)]
    exhibit = drawn(store, rows, EN)
    assert [str(one) for one in exhibit.table.column("theme")[:2]] == ["A\u2002Visibility", "B\u2002Innovative power"]
    assert (cell(exhibit, "A", "B"), cell(exhibit, "B", "A")) == (12, 10)
    assert (cell(exhibit, "A", "C"), cell(exhibit, "C", "A")) == (25, 0)
    assert cell(exhibit, "A", "A") is None
    assert exhibit.table.column("wins") == (6, 5, 4, 3, 2, 1, 0)
    assert exhibit.message == (
        "Head to head, the majority puts visibility above every other theme, most narrowly above innovative power:"
        " 12 to 10"
    )


CASES = {
    "a winner": (
        [(FULL, 31), ((2, 1, 3, 4, 5, 6, 7), 22)],
        "Head to head, the majority puts visibility above every other theme, most narrowly above innovative power:"
        " 31 to 22",
        "Im direkten Vergleich setzt die Mehrheit Sichtbarkeit vor jedes andere Thema, am knappsten vor"
        " Innovationskraft: 31 zu 22",
    ),
    "a circle of three": (
        [(FULL, 20), ((2, 3, 1, 4, 5, 6, 7), 20), ((3, 1, 2, 4, 5, 6, 7), 20)],
        "The majority goes in a circle: visibility above innovative power, innovative power above life science region,"
        " life science region above visibility",
        "Die Mehrheit dreht sich im Kreis: Sichtbarkeit vor Innovationskraft, Innovationskraft vor Life-Science-Region,"
        " Life-Science-Region vor Sichtbarkeit",
    ),
    "a circle of four": (
        [(FULL, 21), ((4, 1, 2, 3, 5, 6, 7), 20), ((3, 4, 1, 2, 5, 6, 7), 20), ((2, 3, 4, 1, 5, 6, 7), 20)],
        "No theme beats every other one head to head; in turn, visibility, innovative power, life science region and"
        " competencies beat each other",
        "Kein Thema gewinnt jeden direkten Vergleich; reihum schlagen Sichtbarkeit, Innovationskraft,"
        " Life-Science-Region und Kompetenzen einander",
    ),
    "a draw in front": (
        [(FULL, 30), ((2, 1, 3, 4, 5, 6, 7), 30)],
        "No theme beats every other one head to head; the most wins, 5 of 6, go to visibility and innovative power",
        "Kein Thema gewinnt jeden direkten Vergleich; die meisten Siege, 5 von 6, gehen an Sichtbarkeit und"
        " Innovationskraft",
    ),
    "all draws": (
        [(FULL, 30), ((7, 6, 5, 4, 3, 2, 1), 30)],
        "No theme beats another one: every comparison is a draw",
        "Kein Thema schlägt ein anderes: Jeder Vergleich endet unentschieden",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_sentence_fits_the_case(case: str) -> None:
    rows, english, german = CASES[case]
    found = duels(analyse(Ballots.of(CODES, rows), 300))
    assert pairs_message(found, SHORT["en"], EN) == english
    assert pairs_message(found, SHORT["de"], DE) == german


def test_schulze_s_published_example_has_its_published_votes() -> None:
    # Schulze 2011, example 1: 20 voters put A above B, 26 A above C, 30 A above D, 22 A above E.
    found = duels(analyse(told(SCHULZE), None))
    a = found.items.index("A")
    against = {found.items[at]: votes for at, votes in enumerate(found.votes[a])}
    assert against == {"A": None, "B": 20, "C": 26, "D": 30, "E": 22}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_votes_follow_a_plain_loop_and_do_not_mind_names_or_order(seed: int, blank_means: BlankMeans) -> None:
    rows = random_rows(seed, n=30, k=5, blanks=0.5)
    ballots = ballots_of(rows, blank_means)
    found = duels(analyse(ballots, 300))
    for i, j in itertools.permutations(range(5), 2):
        first, second = (LETTERS.index(found.items[at]) for at in (i, j))
        placed = [
            (row[first] or 99, row[second] or 99)
            for row, _ in rows
            if any(row) and (blank_means == "below" or (row[first] and row[second]))
        ]
        above = sum(a < b for a, b in placed)
        assert found.votes[i][j] == (above if len(placed) >= 5 else None)
    other = list(range(5))
    random.Random(seed).shuffle(other)
    renamed = [(tuple(row[at] for at in other), n) for row, n in reversed(rows)]
    again = duels(analyse(Ballots.of([LETTERS[at] for at in other], renamed, blank_means), 300))
    votes = {(a, b): found.votes[i][j] for i, a in enumerate(found.items) for j, b in enumerate(found.items)}
    assert votes == {(a, b): again.votes[i][j] for i, a in enumerate(again.items) for j, b in enumerate(again.items)}


def test_a_pair_that_fewer_than_five_could_compare_is_nowhere_shown(store: Store) -> None:
    # Only four were offered visibility beside innovative power; all four put visibility above it.
    rows: list[tuple[Row, int]] = [
        ((1, 2, 3, 4, 5, 6, 7), 4), ((1, None, 2, 3, 4, 5, 6), 20), ((None, 1, 2, 3, 4, 5, 6), 20),
    ]  # fmt: skip
    exhibit = drawn(store, rows, EN, "not offered")
    assert (cell(exhibit, "A", "B"), cell(exhibit, "B", "A")) == (None, None)
    assert exhibit.table.column("wins")[:2] == (5, 5)
    assert "head to head; the most wins, 5 of 6, go to" in exhibit.message
    assert "–: fewer than 5 respondents could compare the two." in exhibit.notes
    assert not any("Row A, column B" in note for note in exhibit.notes)
    found = analyse(Ballots.of(CODES, rows, "not offered"), 300)
    assert compared(found.ballots)[0, 1] == 4
    told_by_command = ranking(store, wave_of(store, respondents(rows), "json", blank_means="not offered"), EN)
    assert told_by_command["pairs"]["above"][0][:3] == [0, None, 24]
    assert "Pairs that fewer than 5 respondents could compare are left out." in told_by_command["notes"]


@LANGUAGES
def test_won_cells_are_tinted_and_draws_say_so_on_page_slide_and_workbook(store: Store, say: Language) -> None:
    exhibit = drawn(store, [(FULL, 30), ((2, 1, 3, 4, 5, 6, 7), 30)], say)
    page = table_html(exhibit, LIGHT)
    assert page.count("30\u00a0=") == 2
    assert page.count('class="n tint"') == 20
    on_slide = opened.table(opened.slides(presentation([exhibit]))[0])
    assert on_slide[1][1:4] == ["–", "30\u00a0=", "60"]
    sheet = load_workbook(BytesIO(workbook([exhibit]))).worksheets[0]
    assert [sheet.cell(HEAD_ROW + 1, at).value for at in (2, 3, 4)] == [None, 30, 60]
    assert sheet.cell(HEAD_ROW + 1, 3).number_format == '#,##0" ="'
    assert sheet.cell(HEAD_ROW + 1, 4).fill.fgColor.rgb == "FFE4F0F3"


@LANGUAGES
def test_how_to_read_it_stands_on_the_slide_and_the_method_in_its_notes(store: Store, say: Language) -> None:
    wave = wave_of(store, sample_respondents())
    exhibit = draw(store, Pick.of("pairs", wave=wave.wave), say)
    slide = opened.slides(presentation([exhibit]))[0]
    assert "\n".join(exhibit.notes) in opened.texts(slide)
    spoken = slide.notes_slide.notes_text_frame.text
    assert all(one.said in spoken for one in exhibit.method)
    cells = [str(one.value) for row in load_workbook(BytesIO(workbook([exhibit]))).worksheets[0] for one in row]
    assert all(one.said in cells for one in exhibit.method)


def test_fifteen_themes_stand_whole_on_one_slide() -> None:
    chance = random.Random(3)
    rows = [(tuple(chance.sample(range(1, 16), 15)), 1) for _ in range(40)]
    with open_store(":memory:") as store:
        wave = wave_of_items(store, [f"Internationalisierungsvorhaben {n}" for n in range(15)], rows)
        exhibit = draw(store, Pick.of("pairs", wave=wave.wave), DE)
    slides = opened.slides(presentation([exhibit]))
    assert len(slides) == 1
    letters = list("ABCDEFGHIJKLMNO")
    head, *rows_drawn = opened.table(slides[0])
    assert head[1:-1] == letters
    votes = [[cell.removesuffix("\u00a0=") for cell in row[1:]] for row in rows_drawn]
    assert votes == [[DE.number(one) if isinstance(one, int) else "–" for one in row[1:]] for row in exhibit.table.rows]


def test_the_least_lead_is_that_of_the_sign_test() -> None:
    # 1.96 * sqrt(58) = 14.93; times sqrt(1 - 58/300) = 13.41.
    assert (least_lead(58, None), least_lead(58, 300)) == (15, 14)
