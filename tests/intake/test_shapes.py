"""Does one latent survey give one table in all six shapes, and is what only looks like a ranking refused?"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence

import pytest

from lsn_data.intake import read_survey
from lsn_data.intake.problems import message, what_to_do
from lsn_data.intake.report import Reading
from lsn_data.language import Language
from tests.intake.made import CODES, ENGLISH, GERMAN, SECTORS, Ballot, Rows, as_xlsx, ballots, in_order, items_shape
from tests.intake.test_survey import kinds, places_of

WHOLE = ballots(whole=True)
PART = [ballot for ballot in ballots() if ballot]
BARE = dict(zip(CODES, ("Alster", "Bille", "Elbe", "Eider", "Trave", "Stör", "Schlei"), strict=True))
Labels = dict[str, str]


def read(rows: Rows, **mapping: object) -> Reading:
    return read_survey(as_xlsx(("Antworten", rows)), "x.xlsx", mapping or None)


def by_label(reading: Reading, labels: Labels) -> list[Ballot]:
    """The places by code, for labels that are no themes as well."""
    assert reading.ranking, reading.problems
    code = {label: code for code, label in labels.items()}
    codes = [code[item.label] for item in reading.ranking.items]
    return [{c: p for c, p in zip(codes, one.places, strict=True) if p} for one in reading.respondents]


# long -----------------------------------------------------------------------------------------------------------------


def long(
    made: Sequence[Ballot],
    labels: Labels,
    order: str = "id sector item place",
    heads: Sequence[str] = ("Befragter", "Branche", "Thema", "Platz"),
    place: Callable[[int], object] = int,
) -> Rows:
    """One row an item; `order` is that of the columns, `heads` are their headings in the usual order."""
    columns = order.split()
    names = dict(zip(("id", "sector", "item", "place"), heads, strict=True)) | {"x": "Notiz"}
    rows: Rows = [[names[column] for column in columns]]
    for n, ballot in enumerate(made, start=1):
        for code in (code for code in CODES if code in ballot):
            told = {"id": f"B{n:03}", "sector": SECTORS[n % 4], "item": labels[code], "place": place(ballot[code])}
            rows.append([{**told, "x": f"{n} {code}"}[column] for column in columns])
    return rows


LONG: dict[str, Callable[[], Rows]] = {
    "usual": lambda: long(PART, GERMAN),
    "English": lambda: long(PART, ENGLISH, heads=("respondent", "sector", "theme", "rank")),
    "columns turned": lambda: long(PART, GERMAN, "place item x sector id"),
    "headings that say nothing": lambda: long(PART, GERMAN, heads=("A", "B", "C", "D")),
    "places in words": lambda: long(PART, GERMAN, place=lambda n: f"Platz {n}"),
    "places with a point": lambda: long(PART, GERMAN, place=lambda n: f"{n}."),
    "without attributes": lambda: long(PART, GERMAN, "id item place"),
    "title above, sum below": lambda: [["Befragung"], [], *long(PART, GERMAN), [], ["Summe", None, None, 400]],
    "respondent told once": lambda: _told_once(long(PART, GERMAN)),
    "place names the row": lambda: [
        ["ID", "Rang", "Thema"],
        *([n, place, GERMAN[code]] for n, b in enumerate(PART) for place, code in enumerate(in_order(b), 1)),
    ],
    "question and answer": lambda: [
        ["TN", "Frage", "Antwort"],
        *(row for n, ballot in enumerate(PART) for row in _answers(n, ballot)),
    ],
}


def _told_once(rows: Rows) -> Rows:
    return [row if n == 0 or row[0] != rows[n - 1][0] else [None, None, *row[2:]] for n, row in enumerate(rows)]


def _answers(n: int, ballot: Ballot) -> Rows:
    ranked: Rows = [[n, f"Rangfolge [{GERMAN[code]}]", ballot[code]] for code in CODES if code in ballot]
    return [[n, "Branche", SECTORS[n % 4]], *ranked, [n, "Zufriedenheit", n * 7 % 5 + 1]]


@pytest.mark.parametrize("variant", LONG)
def test_one_row_an_item_gives_the_same_table(variant: str) -> None:
    reading = read(LONG[variant]())
    assert reading.ranking is not None, reading.problems
    assert (reading.status, reading.ranking.shape) == ("ready", "long")
    assert places_of(reading) == PART


def test_rows_of_a_respondent_need_not_stand_together() -> None:
    rows = long(PART, GERMAN)
    mixed = [rows[0], *random.Random(5).sample(rows[1:], len(rows) - 1)]
    assert sorted(map(str, map(sorted_places, places_of(read(mixed))))) == sorted(map(str, map(sorted_places, PART)))


def sorted_places(ballot: Ballot) -> list[tuple[str, int]]:
    return sorted(ballot.items())


def test_an_item_given_twice_is_named_with_its_row_and_the_first_counts() -> None:
    rows = long(PART, GERMAN)
    rows.insert(3, [*rows[2][:3], 5])
    reading = read(rows)
    found = next(one for one in reading.problems if one.kind == "item-given-twice")
    assert (found.row, found.value) == (4, rows[2][2])
    assert places_of(reading) == PART


def test_a_bad_cell_of_a_long_table_is_named_with_its_own_row() -> None:
    rows = long(PART, GERMAN)
    rows[4][3] = "vierzig"
    found = next(one for one in read(rows).problems if one.kind == "not-a-place")
    assert (found.row, found.value) == (5, "vierzig")


def test_points_in_a_long_table_are_asked_about() -> None:
    rows = long(WHOLE, GERMAN, heads=("Befragter", "Branche", "Thema", "Punkte"))
    assert [question.id for question in read(rows).questions] == ["direction"]


# transposed -----------------------------------------------------------------------------------------------------------


def transposed(
    made: Sequence[Ballot], labels: Labels, names: Callable[[int], object] = lambda n: f"R{n}", corner: str = "Thema"
) -> Rows:
    """One column a respondent, one row a question."""
    numbers = range(1, len(made) + 1)
    themes: Rows = [[labels[code], *(ballot.get(code) for ballot in made)] for code in CODES]
    return [[corner, *map(names, numbers)], ["Branche", *(SECTORS[n % 4] for n in numbers)], *themes]


TRANSPOSED: dict[str, Callable[[], Rows]] = {
    "usual": lambda: transposed(PART, GERMAN),
    "names": lambda: transposed(PART, GERMAN, lambda n: f"Firma {chr(64 + n)}", ""),
    "numbers": lambda: transposed(PART, ENGLISH, int),
    "title above": lambda: [["Befragung (1 = höchste Priorität)"], [], *transposed(PART, GERMAN)],
    "empty first column": lambda: [[None, *row] for row in transposed(PART, GERMAN)],
    "question in brackets": lambda: transposed(PART, {c: f"Ordnen Sie [{GERMAN[c]}]" for c in CODES}),
    "mean column": lambda: [
        [*row, last] for row, last in zip(transposed(PART, GERMAN), ["Mittelwert", None, *[2.7] * 7], strict=True)
    ],
    "places down, items in cells": lambda: [
        ["", *(f"R{n}" for n in range(len(PART)))],
        *([f"Platz {p}", *(GERMAN[in_order(b)[p - 1]] if len(b) >= p else None for b in PART)] for p in range(1, 8)),
    ],
}


@pytest.mark.parametrize("variant", TRANSPOSED)
def test_one_column_a_respondent_gives_the_same_table(variant: str) -> None:
    reading = read(TRANSPOSED[variant]())
    assert reading.ranking is not None, reading.problems
    assert (reading.status, reading.ranking.shape) == ("ready", "transposed")
    assert places_of(reading) == PART


def test_a_bad_cell_of_a_turned_sheet_is_named_as_the_spreadsheet_shows_it() -> None:
    rows = transposed(PART, GERMAN)
    rows[3][4] = "vierzig"
    found = next(one for one in read(rows).problems if one.kind == "not-a-place")
    assert (found.row, found.column, found.value, found.places[0].number) == (4, "E", "vierzig", 5)


def test_items_that_are_no_themes_are_found_in_every_direction() -> None:
    assert by_label(read(long(PART, BARE)), BARE) == PART
    assert by_label(read(transposed(PART, BARE)), BARE) == PART
    assert by_label(read([row[:9] for row in items_shape(PART, BARE)]), BARE) == PART


# labels, ties, other tables -------------------------------------------------------------------------------------------

WRITTEN: dict[str, Callable[[str], str]] = {
    "numbered": lambda code: f"{CODES.index(code) + 1}. {GERMAN[code]}",
    "numbered without a space": lambda code: f"{CODES.index(code) + 1}.{GERMAN[code]}",
    "HTML": lambda code: f"<p>{GERMAN[code].replace(' ', '&nbsp;')}</p>",
    "soft hyphen": lambda code: f"{GERMAN[code][:4]}\u00ad{GERMAN[code][4:]}",
    "hard hyphens": lambda code: GERMAN[code].replace("-", "\u2011").replace(" ", "\u00a0"),
    "broken line": lambda code: GERMAN[code].replace("sierung", "-\nsierung"),
    "bold": lambda code: f"**{GERMAN[code]}**",
    "both languages": lambda code: f"{GERMAN[code]} / {ENGLISH[code]}",
    "with the word rank": lambda code: f"{GERMAN[code]} (Rang)",
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_theme_is_known_however_its_label_is_written(way: str) -> None:
    labels = {code: WRITTEN[way](code) for code in CODES}
    for rows in (items_shape(PART, labels), long(PART, labels), transposed(PART, labels)):
        assert places_of(read(rows)) == PART


@pytest.mark.parametrize("tied", [[1, 1, 3, 4, 5, 6, 7], [1, 1, 2, 3, 4, 5, 6], [1.5, "1,5", 3, 4, 5, 6, 7]])
def test_ties_are_read_however_they_are_counted(tied: list[object]) -> None:
    rows = items_shape(WHOLE, GERMAN)
    for row in rows[1::4]:
        row[2:9] = tied
    reading = read(rows)
    assert "tie" in kinds(reading)
    assert reading.respondents[0].places[:2] == (1, 1)


def test_another_table_on_the_sheet_is_told_and_not_mixed_in() -> None:
    rows = items_shape(WHOLE, GERMAN)
    below = [*rows, [], ["Umfrage 2024"], rows[0], *items_shape(ballots(9, 5, True), GERMAN)[1:]]
    summary: Rows = [["Thema", "Mittelwert"], *([GERMAN[code], 2.5 + n / 7] for n, code in enumerate(CODES))]
    beside = [[*row, None, *(summary[n] if n < 8 else [None, None])] for n, row in enumerate(rows)]
    for sheet in (below, beside):
        reading = read(sheet)
        assert places_of(reading) == WHOLE
        assert "second-table" in kinds(reading)


def test_an_item_that_nobody_chose_may_be_missing_where_items_stand_in_cells() -> None:
    top = [{code: place for code, place in ballot.items() if place <= 3} for ballot in WHOLE]
    assert "items-unseen" in kinds(read(long(top, GERMAN)))
    assert "items-unseen" not in kinds(read(items_shape(top, GERMAN)))
    assert "items-unseen" not in kinds(read(long(WHOLE, GERMAN)))


# what is no ranking ---------------------------------------------------------------------------------------------------


def wide(
    cells: Callable[[random.Random], Sequence[object]], heading: Callable[[str], str] = GERMAN.__getitem__
) -> Rows:
    return [["Nr.", *map(heading, CODES)], *([n, *cells(random.Random(n))] for n in range(1, 21))]


def shared(chance: random.Random, total: int = 100) -> list[int]:
    cuts = sorted(chance.sample(range(1, total), 6))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


def latin(n: int) -> list[int]:
    return [(n + k) % 7 + 1 for k in range(7)]


def order(chance: random.Random) -> list[int]:
    return chance.sample(range(1, 8), 7)


PLACES = [f"Platz {n}" for n in range(1, 8)]
REFUSED: dict[str, tuple[Callable[[], Rows], str]] = {
    "display order": (lambda: wide(order, lambda c: f"Q5_DO_{CODES.index(c)}"), "only-shown-order"),
    "random order": (lambda: wide(order, lambda c: f"RG01x0{CODES.index(c)}"), "only-shown-order"),
    "ticks": (lambda: wide(lambda r: [r.choice(["x", None]) for _ in CODES]), "choices"),
    "zeros and ones": (lambda: wide(lambda r: [r.randint(0, 1) for _ in CODES]), "choices"),
    "ones and twos": (lambda: wide(lambda r: [r.randint(1, 2) for _ in CODES]), "choices"),
    "the option's text": (lambda: wide(lambda r: [r.choice([GERMAN[c], None]) for c in CODES]), "choices"),
    "ratings": (lambda: wide(lambda r: [r.randint(1, 5) for _ in CODES]), "ratings"),
    "long ratings": (
        lambda: long([{c: r.randint(1, 5) for c in CODES} for r in map(random.Random, range(20))], GERMAN),
        "ratings",
    ),
    "counts": (lambda: wide(lambda r: [r.randint(0, 40) for _ in CODES]), "counts"),
    "a hundred points": (lambda: wide(shared), "shared-points"),
    "times": (lambda: wide(lambda r: [r.randint(2, 40) for _ in CODES], lambda c: f"Zeit [{GERMAN[c]}]"), "times"),
    "dates": (lambda: wide(lambda r: [dt.datetime(2026, n, 1) for n in order(r)]), "dates"),
    "mean places": (
        lambda: [["Thema", "Rang"], *([GERMAN[c], 2.5 + n / 7] for n, c in enumerate(CODES))],
        "aggregates",
    ),
    "one order": (lambda: [["Thema", "Rang"], *([GERMAN[c], n] for n, c in enumerate(CODES, 1))], "aggregates"),
    "counts by place": (
        lambda: [["Thema", *PLACES], *([GERMAN[c], *latin(n)] for n, c in enumerate(CODES))],
        "aggregates",
    ),
    "counts by theme": (lambda: [["Platz", *GERMAN.values()], *([n, *latin(n)] for n in range(1, 8))], "aggregates"),
    "order by year": (
        lambda: [["Thema", *range(2020, 2027)], *([GERMAN[c], *latin(n)] for n, c in enumerate(CODES))],
        "aggregates",
    ),
    "order by sector": (
        lambda: [["Branche", *GERMAN.values()], *([s, *latin(n)] for n, s in enumerate([*SECTORS, "Gesamt"]))],
        "aggregates",
    ),
    "long order by sector": (
        lambda: [
            ["Branche", "Thema", "Rang"],
            *([s, GERMAN[c], WHOLE[n][c]] for n, s in enumerate(SECTORS) for c in CODES),
        ],
        "aggregates",
    ),
    "long without respondents": (lambda: [row[2:] for row in long(WHOLE, GERMAN)], "no-respondent"),
    "only a line of results": (lambda: [["", *GERMAN.values()], ["Rang", *latin(0)]], "aggregates"),
    "only headings": (lambda: [["Nr.", *GERMAN.values()], [1], [2]], "only-headings"),
    "nobody ranked": (
        lambda: [["Branche", *GERMAN.values(), "Wie zufrieden?"], *([["Pharma", *[None] * 7, "gut"]] * 9)],
        "nobody-ranked",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_only_looks_like_a_ranking_is_refused_with_its_reason(name: str) -> None:
    rows, kind = REFUSED[name]
    reading = read(rows())
    assert (reading.status, [problem.kind for problem in reading.problems]) == ("refused", [kind])
    for language in ("en", "de"):
        text = message(reading.problems[0], Language(language)) + what_to_do(reading.problems[0], Language(language))
        assert "{" not in text


@pytest.mark.parametrize("name", ["ticks", "zeros and ones", "ones and twos", "the option's text", "ratings", "counts"])
@pytest.mark.parametrize("first", [True, False])
def test_the_true_ranking_is_found_beside_a_question_over_the_same_themes(name: str, first: bool) -> None:
    true = [row[1:] for row in wide(order)]
    other = [row[1:] for row in REFUSED[name][0]()]
    rows = [[n, *(a + b if first else b + a)] for n, (a, b) in enumerate(zip(true, other, strict=True))]
    rows[0][0] = "Nr."
    assert places_of(read(rows)) == [dict(zip(CODES, row, strict=True)) for row in true[1:]]


def test_two_true_rankings_of_the_same_themes_are_asked_about() -> None:
    one, two = wide(order), wide(lambda chance: list(reversed(order(chance))))
    reading = read([[*a, *b[1:]] for a, b in zip(one, two, strict=True)])
    assert [question.id for question in reading.questions] == ["question"]
    assert len({choice.value for choice in reading.questions[0].choices}) == 2


def test_a_wide_sheet_without_a_ranking_is_not_taken_for_a_long_one() -> None:
    chance = random.Random(3)
    heads: list[object] = ["ID", "Name der Organisation", *(f"Frage {n}" for n in range(1, 12))]
    words = ["Sehr zufrieden", "Zufrieden", "Unzufrieden"]
    people = [[n, f"Firma {n % 6}", *(chance.choice([*words, 1, 2, 3]) for _ in range(11))] for n in range(20)]
    assert read([heads, *people]).status == "refused"
