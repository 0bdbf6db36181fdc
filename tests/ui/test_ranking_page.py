"""Does the page of the priorities tell the finding first, what it rests on below, and the method one click away?"""

from __future__ import annotations

import pytest

from lsn_data.board.kept import names, pack_of_name
from lsn_data.intake.report import Respondent
from lsn_data.language import Language
from lsn_data.store import Store
from lsn_data.topics.priorities.robust import WAYS
from tests.topics.made import wave_of
from tests.ui.visitor import page_text, plain, texts, visit

PARTS = {
    "en": ("Who beats whom?", "Is it robust?", "Groups", "Return rate"),
    "de": ("Wer schlägt wen?", "Hält das stand?", "Gruppen", "Rücklauf"),
}


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_parts_stand_below_the_finding_and_a_line_leads_to_them(code: str, demo_store: Store) -> None:
    app = visit("priorities", code)
    assert not app.exception
    said = texts(app)
    line = next(text for text in said if text.startswith(("Below:", "Weiter unten:")))
    for part in PARTS[code]:
        assert part in line.splitlines()
        assert part in said
    assert len(app.header) >= len(PARTS[code])


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_way_of_counting_is_explained_on_the_page(code: str, demo_store: Store) -> None:
    say, said = Language(code), page_text(visit("priorities", code))
    for way in ("points", "copeland", "schulze", "kemeny", "strength"):
        name, words, source = WAYS[way]
        assert say(name) in said
        assert say(words) in said
        assert source in said
    assert "Mogstad" in said
    assert say("How this is computed") in said
    assert say("Figures and method") in said


def test_the_distribution_behind_the_chart_goes_into_the_board_pack(demo_store: Store) -> None:
    app = visit("priorities")
    app.button(key="add-distribution").click().run()
    app.button(key="add-robust").click().run()
    found = pack_of_name(demo_store, names(demo_store)[0])
    assert [pick.name for pick in found.picks] == ["distribution", "robust"]
    app.switch_page("../../pages/board_pack.py").run()
    assert not app.exception


def test_the_groups_below_can_be_those_of_another_attribute(demo_store: Store) -> None:
    app = visit("priorities")
    app.button_group(key="groups").set_value("state").run()
    assert not app.exception
    assert app.query_params["groups"] == "state"
    assert "plausible places by State" in page_text(app)
    assert "groups=" not in page_text(visit("priorities", groups="shoe size"))


def test_a_group_has_its_own_comparisons_and_no_check_by_leaving_out(demo_store: Store) -> None:
    app = visit("priorities", by="size", group="10-49")
    said = page_text(app)
    assert "Who beats whom?" in said
    assert "Only looked at for all members." in said
    assert "Return rate of the member survey" not in said


def test_groups_side_by_side_are_the_page_s_finding(demo_store: Store) -> None:
    app = visit("priorities", by="state")
    assert not app.exception
    assert "Who beats whom?" not in page_text(app)


@pytest.mark.parametrize(
    ("n", "places", "said"),
    [
        (4, (1, 2, 3, 4, 5, 6, 7), "Weniger als 5 Mitglieder haben die Themen gereiht"),
        (9, (None,) * 7, "Noch kein Mitglied hat die Themen gereiht."),
    ],
)
def test_where_nothing_may_be_shown_the_page_says_why_and_offers_nothing(
    n: int, places: tuple[int | None, ...], said: str, store: Store
) -> None:
    wave_of(store, [Respondent(row=row, places=places) for row in range(2, n + 2)])
    app = visit("priorities", "de")
    assert not app.exception
    assert plain(app.title[0].value) == "Welche Themen stehen für die Mitglieder vorn?"
    assert said in page_text(app)
    assert "Diese Ansichten können gezeigt werden:" not in page_text(app)


def test_a_group_that_may_not_be_shown_still_has_a_heading(store: Store) -> None:
    wave_of(store, [Respondent(row=row, places=(1, 2, 3, 4, 5, 6, 7), sector="biotech") for row in range(2, 40)])
    app = visit("priorities", by="sector")
    assert plain(app.title[0].value) == "Which themes come first for the members?"
    assert "All members" in [button.label for button in app.button]
