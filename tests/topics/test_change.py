"""Does the change since the last wave say what moved, and no more; and is the panel told only where it may be?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from lsn_data.board import Pick, draw
from lsn_data.errors import Refused
from lsn_data.exhibit.on_page import figure
from lsn_data.exhibit.on_slide import presentation
from lsn_data.exhibit.palette import DARK
from lsn_data.intake.report import ItemFound, RankingFound, Reading, Respondent
from lsn_data.language import Language
from lsn_data.sheets.survey import ITEMS
from lsn_data.store import Import, Store, open_store, save
from lsn_data.topics.priorities.asked_adopted import asked_and_adopted
from lsn_data.topics.priorities.change import change
from lsn_data.topics.priorities.change_json import change_json
from lsn_data.topics.priorities.waves import since_last, wave_before
from tests.exhibit import opened
from tests.topics.made import sample_respondents, wave_of

EN, DE = Language("en"), Language("de")
UP: tuple[int | None, ...] = (1, 2, 3, 4, 5, 6, 7)
# Internationalisation (fifth) moved to the third place.
MOVED: tuple[int | None, ...] = (1, 2, 4, 5, 3, 6, 7)
NOISE: tuple[int | None, ...] = (2, 1, 4, 3, 6, 5, 7)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as held:
        yield held


def made(
    *lots: tuple[int, tuple[int | None, ...]], tokens: int = 0, first: int = 0, sector: str = "medtech"
) -> list[Respondent]:
    """Respondents with these places; the first `tokens` of them have tokens counted from `first`."""
    orders = [order for n, order in lots for _ in range(n)]
    return [
        Respondent(row=at + 2, places=order, sector=sector, token=f"member {first + at}" if at < tokens else None)
        for at, order in enumerate(orders)
    ]


def two(store: Store, then: Sequence[Respondent], now: Sequence[Respondent]) -> Import:
    wave_of(store, then, wave="2024", asked=285)
    return wave_of(store, now, wave="2026", asked=300)


def test_one_wave_alone_has_no_change(store: Store) -> None:
    wave = wave_of(store, sample_respondents())
    assert change(store, wave, EN) is None
    assert change_json(store, wave) is None
    with pytest.raises(Refused):
        draw(store, Pick.of("change"), EN)


def test_demo_and_real_waves_are_not_compared(store: Store) -> None:
    wave_of(store, made((30, UP)), wave="Demo", origin="demo")
    assert wave_before(store, wave_of(store, made((30, UP)), wave="2026")) is None


def test_a_wave_is_compared_with_the_one_before_it(store: Store) -> None:
    first, second, third = (wave_of(store, made((30, UP)), wave=name) for name in ("2022", "2024", "2026"))
    assert [wave_before(store, one) for one in (first, second, third)] == [None, first, second]


def test_a_move_that_holds_is_named_with_both_places(store: Store) -> None:
    wave = two(store, made((40, UP), (8, NOISE)), made((45, MOVED), (8, NOISE)))
    exhibit = draw(store, Pick.of("change", wave="2026"), EN)
    assert exhibit.message.startswith("Internationalisation moved from place 5 to 3 since 2024; ")
    german = change(store, wave, DE)
    assert german is not None
    assert german.message.startswith("Internationalisierung: seit 2024 von Platz 5 auf 3 gerückt; ")
    told = dict(zip(exhibit.table.column("theme"), exhibit.table.column("told"), strict=True))
    assert (told["Internationalisation"], told["Visibility"]) == ("moved", "open")
    assert [row[0] for row, holds in zip(exhibit.chart.table.rows, exhibit.chart.part("leading"), strict=True) if holds]


def test_no_move_says_which_move_could_have_gone_unseen(store: Store) -> None:
    lots = ((12, UP), (12, NOISE), (12, MOVED), (12, UP[::-1]))
    wave = two(store, made(*lots), made(*lots))
    for say, words in ((EN, "No theme has clearly moved since 2024; a move of less than"), (DE, "kein Thema klar")):
        exhibit = change(store, wave, say)
        assert exhibit is not None
        assert words in exhibit.message
        assert "signif" not in " ".join([exhibit.message, *exhibit.notes]).lower()


def test_the_panel_is_told_where_five_ranked_twice_and_the_others_are_enough(store: Store) -> None:
    wave = two(store, made((20, UP), (10, NOISE), tokens=20), made((15, MOVED), (15, NOISE), tokens=15))
    exhibit = change(store, wave, EN)
    assert exhibit is not None
    assert exhibit.table.columns[-1].label == "Ranked both times (n = 15): places gained"
    assert exhibit.table.column("panel")[[str(one) for one in exhibit.table.column("theme")].index("Visibility")] == 0
    assert "Among the 15 members who ranked both times: " in exhibit.meaning[-1]
    found = change_json(store, wave)
    assert found is not None
    assert found["panel"] == {"n": 15}


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        (made((30, UP)), made((30, MOVED)), "no token lasts"),
        (made((30, UP), tokens=4), made((30, MOVED), tokens=4), "too few"),
        (made((30, UP), tokens=30), made((33, MOVED), tokens=30), "too few"),
        (made((33, UP), tokens=30), made((30, MOVED), tokens=30), "too few"),
        (made((30, UP), tokens=30), made((45, MOVED), tokens=30), "too few"),
        (made((30, UP), tokens=30, sector="pharma"), made((30, MOVED), tokens=30), "tokens of others"),
        (made((30, UP), tokens=30), made((30, MOVED), tokens=30, first=500), "no token lasts"),
    ],
)
def test_without_a_panel_that_may_be_told_none_of_its_figures_is(
    store: Store, then: list[Respondent], now: list[Respondent], why: str
) -> None:
    wave = two(store, then, now)
    found, exhibit = change_json(store, wave), change(store, wave, DE)
    assert found is not None
    assert exhibit is not None
    assert (found["panel"], found["no_panel"]) == (None, why)
    assert {one["panel_change"] for one in found["items"]} == {None}
    assert exhibit.table.columns[-1].key == "told"
    assert "Ranked both" not in str(exhibit.table.columns)


def test_everybody_in_both_waves_is_a_panel_too(store: Store) -> None:
    found = change_json(store, two(store, made((30, UP), tokens=30), made((30, MOVED), tokens=30)))
    assert found is not None
    assert found["panel"] == {"n": 30}


def test_who_answered_but_ranked_nothing_is_in_no_panel(store: Store) -> None:
    silent: tuple[int | None, ...] = (None,) * 7
    wave = two(store, made((20, UP), (10, NOISE), tokens=30), made((12, silent), (18, MOVED), (6, NOISE), tokens=30))
    since = since_last(store, wave)
    assert since is not None
    assert since.panel == 18


def test_no_token_and_no_hash_of_one_leaves_the_store(store: Store) -> None:
    wave = two(store, made((20, UP), (10, NOISE), tokens=20), made((15, MOVED), (15, NOISE), tokens=15))
    rows = store.ask("panel", **{"then": store.ask("imports_as_of", as_of=9)[0]["import"], "now": wave.import_id})
    assert {key for row in rows for key in row} == {"places_then", "places_now", "n"}
    assert "member" not in json.dumps(change_json(store, wave))


def test_an_item_of_one_wave_alone_is_carried_as_such(store: Store) -> None:
    wave_of(store, made((30, UP)), wave="2024", asked=285)
    wave = wave_without_skills(store)
    for say, words in ((EN, "asked in 2024 only"), (DE, "nur 2024 gefragt")):
        exhibit = change(store, wave, say)
        assert exhibit is not None
        row = exhibit.table.rows[-1]
        assert (row[1], row[4], row[-1]) == (None, None, words)
        assert exhibit.chart.part("group")[-1] == words
        assert figure(exhibit, DARK).data
        assert opened.chart(opened.slides(presentation([exhibit]))[0])
    found = change_json(store, wave)
    assert found is not None
    assert (found["only_then"], found["only_now"], len(found["items"])) == (["SKL"], [], 6)


def wave_without_skills(store: Store) -> Import:
    """A wave that asked six items."""
    items = tuple(ItemFound(item.en, item.code, item.theme) for item in ITEMS[:-1])
    people = tuple(one._replace(places=one.places[:-1]) for one in made((30, UP)))
    reading = Reading(
        file="later.csv", sha256="later", kind="survey", status="ready", rows_read=30,
        ranking=RankingFound("items", "Rank", "1 is first", "below", items), respondents=people,
    )  # fmt: skip
    return save(store, reading, wave="2026", actor="test", asked=300)[0]


def test_page_and_slide_draw_the_earlier_places_lighter(store: Store) -> None:
    exhibit = change(store, two(store, made((40, UP)), made((45, MOVED))), EN)
    assert exhibit is not None
    drawn = figure(exhibit, DARK)
    assert list(drawn.data[1].x) == list(exhibit.chart.part("was"))
    assert drawn.data[1].marker.color == DARK.previous
    assert list(drawn.data[-1].x) == list(exhibit.chart.part("place"))
    names = [one.name for one in opened.series(opened.slides(presentation([exhibit]))[0])]
    assert sum(name.endswith(": before") for name in names) == 2 * 7


def test_items_asked_and_themes_adopted_are_told_in_one_line(store: Store) -> None:
    asked = {"a": "visibility", "b": "region", "c": None}
    assert asked_and_adopted(asked, EN) == ("3 items were asked, 2 of them became themes of the strategy. No theme: c.")
    assert asked_and_adopted(asked, DE).endswith("Kein Thema der Strategie: c.")
    exhibit = change(store, two(store, made((40, UP)), made((45, MOVED))), EN)
    assert exhibit is not None
    assert "7 items were asked, 6 of them became themes of the strategy. No theme: skilled workers." in exhibit.notes
