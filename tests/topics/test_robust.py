"""Is it robust: do the places follow each way of counting, and does leaving out never reveal a small group?"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from lsn_data.board import Pick, draw
from lsn_data.exhibit import Exhibit
from lsn_data.intake.report import BlankMeans, Shape
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Store, open_store, waves
from lsn_data.topics.priorities.answer import groups, item_labels
from lsn_data.topics.priorities.ballots import Ballots
from lsn_data.topics.priorities.compute import analyse
from lsn_data.topics.priorities.robust import WAYS, robust_message
from lsn_data.topics.priorities.ways import WITHOUT, Way, departing, straight, ways
from lsn_data.topics.representativeness.answer import weighted_answer
from tests.topics.drawn import LETTERS, SCHULZE, TENNESSEE, Row, ballots_of, random_rows, told
from tests.topics.made import CODES, sample_respondents, wave_of
from tests.topics.made_any import wave_of_items

EN, DE = Language("en"), Language("de")
SHORT = {code: {item.code: Language(code).both(item.short) for item in ITEMS} for code in ("en", "de")}
NAMES = [f"Theme {n}" for n in range(1, 8)]
FULL: Row = (1, 2, 3, 4, 5, 6, 7)
BACK: Row = (7, 6, 5, 4, 3, 2, 1)
OTHER: Row = (2, 1, 3, 4, 5, 7, 6)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def places(ballots: Ballots) -> dict[str, dict[str, tuple[int, int] | None]]:
    """The places of each item by each way."""
    found = analyse(ballots, None)
    return {way.code: {one.item: span for one, span in zip(found.items, way.spans, strict=True)} for way in ways(found)}


def alone(order: str) -> dict[str, tuple[int, int]]:
    return {item: (at, at) for at, item in enumerate(order, start=1)}


def test_the_capital_of_tennessee_falls_as_published() -> None:
    # Memphis by first places (42, 26, 17, 15); Nashville, Chattanooga, Knoxville, Memphis by pairs and Kemeny
    # (Wikipedia, "Kemeny-Young method"); points by hand: N 194, C 173, M 126, K 107.
    counted = places(told(TENNESSEE))
    assert counted["first"] == alone("MNKC")
    for way in ("copeland", "schulze", "kemeny"):
        assert counted[way] == alone("NCKM")
    for way in ("points", "mean"):
        assert counted[way] == alone("NCMK")


def test_schulze_s_example_falls_as_published() -> None:
    # Schulze 2011, example 1: E first, then A, C, B, D.
    assert places(told(SCHULZE))["schulze"] == alone("EACBD")


def test_level_items_take_several_places_and_do_not_depart() -> None:
    counted = places(Ballots.of("ABCD", [((1, 2, 3, 4), 5), ((1, 3, 2, 4), 5)]))
    assert counted["points"] == {"A": (1, 1), "B": (2, 3), "C": (2, 3), "D": (4, 4)}
    assert counted["kemeny"] == counted["points"]
    assert counted["first"] == {"A": (1, 1), "B": (2, 4), "C": (2, 4), "D": (2, 4)}
    found = analyse(Ballots.of("ABCD", [((1, 2, 3, 4), 5), ((1, 3, 2, 4), 5)]), None)
    assert departing(ways(found)) == ()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("blank_means", ["below", "not offered"])
def test_names_and_order_of_the_items_and_respondents_change_no_place(seed: int, blank_means: BlankMeans) -> None:
    rows = random_rows(seed, n=40, k=5)
    other = list(range(5))
    random.Random(seed).shuffle(other)
    renamed = [(tuple(row[at] for at in other), n) for row, n in reversed(rows)]
    assert places(ballots_of(rows, blank_means)) == places(
        Ballots.of([LETTERS[at] for at in other], renamed, blank_means).answering
    )


def test_the_mean_of_fewer_than_five_is_no_way_of_counting() -> None:
    rows = [((1, 2, 3), 20), ((1, 2, None), 4)]
    assert "mean" in places(Ballots.of("ABC", rows))
    assert "mean" not in places(Ballots.of("ABC", [((1, 2, None), 20), ((1, 2, 3), 4)]))


def exhibit(store: Store, rows: list[tuple[Row, int]], say: Language = EN, shape: Shape = "items") -> Exhibit:
    wave = wave_of_items(store, NAMES, rows, wave=say.code, shape=shape)
    return draw(store, Pick.of("robust", wave=wave.wave), say)


def listed(drawn: Exhibit, say: Language = EN) -> str:
    """What the method says of the order of the list."""
    return next(one.words for one in drawn.method if one.name == say(WAYS[WITHOUT][0]))


def keys(drawn: Exhibit) -> list[str]:
    return [column.key for column in drawn.table.columns]


def test_five_in_the_order_of_the_list_are_left_out_as_a_check(store: Store) -> None:
    drawn = exhibit(store, [(FULL, 3), (BACK, 2), (OTHER, 20)])
    assert drawn.table.column("without") == (1, 2, 3, 4, 5, 6, 7)
    assert drawn.table.column("theme") == tuple(f"Theme {n}" for n in (2, 1, 3, 4, 5, 7, 6))
    assert "5 rankings are left out." in listed(drawn)
    assert "what each respondent saw may differ" in listed(drawn)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(FULL, 4), (OTHER, 20)], "Not shown: too few rankings would be left out, or left."),
        ([(FULL, 1), (OTHER, 20)], "Not shown: too few rankings would be left out, or left."),
        ([(FULL, 30), (OTHER, 4)], "Not shown: too few rankings would be left out, or left."),
        ([(FULL, 30)], "Not shown: too few rankings would be left out, or left."),
        ([(OTHER, 20)], "No ranking is in exactly the order of the list."),
    ],
)
def test_leaving_out_never_shows_a_difference_of_fewer_than_five(
    store: Store, rows: list[tuple[Row, int]], said: str
) -> None:
    drawn = exhibit(store, rows)
    assert "without" not in keys(drawn)
    assert said in listed(drawn)


def test_one_to_four_left_out_look_alike(store: Store) -> None:
    """The text must not tell how many of one to four there are."""
    texts = set()
    for n in (1, 2, 3, 4):
        with open_store(":memory:") as opened:
            texts.add(listed(exhibit(opened, [(FULL, n), (OTHER, 20)])))
    assert len(texts) == 1


@pytest.mark.parametrize("shape", ["places", "ordered cell", "numbered cell", "long"])
def test_where_the_file_has_no_list_nothing_is_left_out(store: Store, shape: Shape) -> None:
    drawn = exhibit(store, [(FULL, 10), (OTHER, 20)], shape=shape)
    assert "without" not in keys(drawn)
    assert "does not tell in which order" in listed(drawn)


def test_a_group_is_not_looked_at_without_the_order_of_the_list(store: Store) -> None:
    wave = wave_of(store, sample_respondents())
    group = groups(store, wave, "sector")[0]
    drawn = draw(store, Pick.of("robust", wave=wave.wave, by="sector", group=group.code), EN)
    assert "without" not in keys(drawn)
    assert "Only looked at for all members." in listed(drawn)


def test_only_whole_rankings_along_the_list_are_left_out() -> None:
    found = straight(Ballots.of("ABC", [((1, 2, None), 9), ((1, 1, 1), 9), ((1, 2, 3), 2), ((3, 2, 1), 3)]))
    assert (found.left_out, found.rest.ranked) == (5, 18)


CASES = {
    "every way the same": (
        [(FULL, 40), ((1, 2, 3, 4, 5, 7, 6), 9)],
        "None of 6 ways of counting changes the order",
        "Keine von 6 Zählweisen ändert die Reihenfolge",
    ),
    "the first depends": (
        [(FULL, 31), ((7, 1, 2, 3, 4, 5, 6), 27)],
        "Which theme comes first depends on the way of counting: visibility in 4 of 7 ways, innovative power in 3",
        "Welches Thema vorn steht, hängt von der Zählweise ab: Sichtbarkeit bei 4 von 7, Innovationskraft bei 3",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_sentence_fits_the_case(case: str) -> None:
    rows, english, german = CASES[case]
    found = analyse(Ballots.of(CODES, rows), 300)
    assert robust_message(found, ways(found), SHORT["en"], EN) == english
    assert robust_message(found, ways(found), SHORT["de"], DE) == german


def ways_of(*orders: str) -> tuple[Way, ...]:
    """Ways given as orders of A to G; the page's is ABCDEFG."""
    return tuple(
        Way(f"way{n}", tuple((order.index(one) + 1,) * 2 for one in "ABCDEFG"))
        for n, order in enumerate(("ABCDEFG", *orders))
    )


@pytest.mark.parametrize(
    ("orders", "english", "german"),
    [
        (
            ["ABDCEFG", "ABCDEFG"],
            "All 3 ways of counting put visibility first; only the places of life science region and competencies"
            " depend on the way",
            "Alle 3 Zählweisen setzen Sichtbarkeit auf Platz 1; nur die Plätze von Life-Science-Region und Kompetenzen"
            " hängen von der Zählweise ab",
        ),
        (
            ["ABCGFED"],
            "The first 3 themes hold in all 2 ways of counting; the order behind them depends on the way",
            "Die ersten 3 Themen stehen bei allen 2 Zählweisen fest; dahinter entscheidet die Zählweise",
        ),
        (
            ["AGFEDCB"],
            "No way of counting puts another theme above visibility; the order behind depends on the way",
            "Keine Zählweise setzt ein anderes Thema vor Sichtbarkeit; dahinter entscheidet die Zählweise",
        ),
        (
            ["BACDEFG", "CBADEFG", "DBCAEFG"],
            "Which theme comes first depends on the way of counting",
            "Welches Thema vorn steht, hängt von der Zählweise ab",
        ),
    ],
)
def test_the_sentence_says_what_holds_and_what_depends(orders: list[str], english: str, german: str) -> None:
    found = analyse(Ballots.of(CODES, [(FULL, 30)]), 300)
    assert robust_message(found, ways_of(*orders), SHORT["en"], EN) == english
    assert robust_message(found, ways_of(*orders), SHORT["de"], DE) == german


def test_a_way_that_puts_the_leader_level_with_another_does_not_say_first() -> None:
    found = analyse(Ballots.of(CODES, [(FULL, 30)]), 300)
    page, other = ways_of("ABDCEFG")
    level = Way("level", ((1, 2), (1, 2), *page.spans[2:]))
    assert robust_message(found, (page, other, level), SHORT["en"], EN) == (
        "No way of counting puts another theme above visibility; only the places of life science region and"
        " competencies depend on the way"
    )


def test_departures_and_only_they_are_tinted(store: Store) -> None:
    wave = wave_of(store, sample_respondents())
    drawn = draw(store, Pick.of("robust", wave=wave.wave), EN)
    page = drawn.table.column("points")
    for at, (row, (tinted,)) in enumerate(zip(drawn.table.rows, drawn.chart.table.rows, strict=True)):
        expected = {key for key, value in zip(keys(drawn)[1:], row[1:], strict=True) if _apart(value, page[at])}
        assert set((tinted or "").split()) == expected


def _apart(value: object, page: object) -> bool:
    """Have two cells no place in common?"""
    (a, b), (c, d) = (_ends(one) for one in (value, page))
    return b < c or d < a


def _ends(value: object) -> tuple[int, int]:
    first, _, last = str(value).partition("–")
    return int(first), int(last or first)


def test_every_way_is_explained_in_both_languages(store: Store) -> None:
    wave = wave_of(store, sample_respondents(), blank_means="not offered")
    for say in (EN, DE):
        drawn = draw(store, Pick.of("robust", wave=wave.wave), say)
        explained = {one.name for one in drawn.method}
        assert {column.label for column in drawn.table.columns[1:]} <= explained
        assert {column.key for column in drawn.table.columns} >= {"share", "points"}


def test_weighted_answers_are_one_more_way_of_all_members_alone(loaded: Store) -> None:
    wave = waves(loaded)[0]
    drawn = draw(loaded, Pick.of("robust", wave=wave.wave), EN)
    labels = item_labels(loaded, wave, EN, short=True)
    weighted = {labels[one.item]: one.place for one in weighted_answer(loaded, wave).items}
    column = [_ends(value) for value in drawn.table.column("weighted")]
    for label, (first, last) in zip(drawn.table.column("theme"), column, strict=True):
        assert first <= weighted[str(label)] <= last
    assert any("Member register" in source.text for source in drawn.sources)
    group = groups(loaded, wave, "sector")[0]
    alone_drawn = draw(loaded, Pick.of("robust", wave=wave.wave, by="sector", group=group.code), EN)
    assert "weighted" not in keys(alone_drawn)
    assert len(alone_drawn.sources) == 1


def test_without_a_register_nothing_is_weighted(store: Store) -> None:
    assert "weighted" not in keys(exhibit(store, [(FULL, 10), (OTHER, 20)]))
