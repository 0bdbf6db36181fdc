"""Do the pages show what they promise: empty, with data, in both languages?"""

from __future__ import annotations

import datetime as dt

import pytest

from lsn_data.board.kept import names, pack_of_name
from lsn_data.intake import read_survey
from lsn_data.language import Language, catalogue
from lsn_data.store import Store, history, save
from tests.ui.visitor import ROOMS, ROOT, page_text, plain, texts, visit

LATER = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"
EARLIER = ROOT / "tests" / "samples" / "surveys" / "msforms_excelonline_de.xlsx"
GERMAN = [message for message in catalogue("de") if message.id and isinstance(message.id, str)]
SAME_IN_BOTH = {message.id for message in GERMAN if message.id == message.string}
ENGLISH = {message.id for message in GERMAN} - SAME_IN_BOTH


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("room", ["priorities", "upload"])
def test_an_empty_product_greets_and_offers_demo_data(room: str, code: str) -> None:
    app = visit(room, code)
    assert not app.exception
    assert app.title[0].value
    app.button(key="load-demo").click().run()
    assert not app.exception
    assert "Demo 2026" in page_text(visit("upload", code))


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_stands_with_data(room: str, code: str, demo_store: Store) -> None:
    app = visit(room, code)
    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("room", ROOMS)
def test_no_english_text_stays_on_a_german_page(room: str, demo_store: Store) -> None:
    app = visit(room, "de")
    if room == "board_pack":
        app.button(key="standard").click().run()
    assert sorted(set(texts(app)) & ENGLISH) == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_english_text_stays_on_an_empty_german_page(room: str) -> None:
    assert sorted(set(texts(visit(room, "de"))) & ENGLISH) == []


def test_the_language_of_the_link_is_the_language_of_the_page(demo_store: Store) -> None:
    assert "Mitglieder" in texts(visit("priorities", "de"))
    assert "Members" in texts(visit("priorities", "en"))


def test_a_language_that_is_not_spoken_falls_back_to_english() -> None:
    assert "Members" in texts(visit("priorities", "fr"))


def test_the_side_bar_names_the_newest_import(demo_store: Store) -> None:
    assert history(demo_store)[-1].import_id in page_text(visit("priorities"))


def test_the_finding_the_base_and_the_source_stand_on_the_page(demo_store: Store) -> None:
    said = page_text(visit("priorities"))
    wave = history(demo_store)[-1]
    assert f"{wave.rows_kept} of {wave.asked}" in said
    assert f"import {wave.import_id}" in said
    assert "DEMO" in said


def test_choosing_an_attribute_compares_its_groups_and_stands_in_the_link(demo_store: Store) -> None:
    app = visit("priorities")
    app.button_group(key="by").set_value("size").run()
    assert not app.exception
    assert app.query_params["by"] == "size"
    group = app.selectbox(key="group").options
    assert group[0] == "All groups side by side"
    assert len(group) > 2


def test_a_link_with_a_group_opens_that_group(demo_store: Store) -> None:
    app = visit("priorities", by="size", group="10-49")
    assert not app.exception
    assert app.selectbox(key="group").value == "10-49"
    assert "Size: 10–49 employees" in page_text(app)


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_combination_of_too_few_says_so_and_leads_to_the_nearest_view(code: str, demo_store: Store) -> None:
    app = visit("priorities", code, by="size", group="1-9", also="state=HH")
    said = Language(code)
    assert said("These groups together are too few, or would let single answers be worked out from other views.") in (
        texts(app)
    )
    app.button(key="nearest-state-HH-size=1-9,10-49").click().run()
    assert not app.exception
    assert {name: app.query_params[name] for name in ("by", "group", "also")} == {
        "by": "state", "group": "HH", "also": "size=1-9,10-49",
    }  # fmt: skip
    assert {"en": "Size: 1–49 employees", "de": "Größe: 1–49 Beschäftigte"}[code] in page_text(app)


def test_groups_stand_side_by_side_within_a_group(demo_store: Store) -> None:
    app = visit("priorities", "de", by="state", group="HH", also="beside:size")
    assert not app.exception
    assert "nach Größe, Mitgliederumfrage Demo 2026, Land: Hamburg" in page_text(app)
    assert "1–49" in page_text(app)


def test_a_link_with_nonsense_shows_all_members(demo_store: Store) -> None:
    app = visit("priorities", by="shoe size", group="42", wave="1848")
    assert not app.exception
    assert "all members" in page_text(app)


@pytest.fixture
def two_waves(store: Store) -> Store:
    """Two waves of one survey, two years apart, both with the number of members asked."""
    for file, wave, asked, year in ((LATER, "2026", 300, 2026), (EARLIER, "2024", 290, 2024)):
        reading = read_survey(file.read_bytes(), file.name)
        save(store, reading, wave=wave, actor="test", asked=asked, as_of=dt.date(year, 3, 1))
    return store


def test_the_newest_wave_comes_first_and_another_can_be_chosen(two_waves: Store) -> None:
    app = visit("priorities")
    assert "57 of 300" in page_text(app)
    app.button_group(key="wave").set_value("2024").run()
    assert "57 of 290" in page_text(app)
    assert app.query_params["wave"] == "2024"


def test_the_return_rate_is_shown_from_two_waves_on(two_waves: Store) -> None:
    assert "Return rate of the member survey" in page_text(visit("priorities"))


def test_an_import_is_seen_at_once_by_a_page_that_was_open(demo_store: Store) -> None:
    app = visit("priorities")
    assert "DEMO" in texts(app)
    reading = read_survey(LATER.read_bytes(), LATER.name)
    save(demo_store, reading, wave="2026", actor="test", asked=300)
    assert "UPLOADED" in texts(app.run())


def test_an_added_exhibit_is_in_the_board_pack(demo_store: Store) -> None:
    app = visit("priorities")
    finding = app.title[0].value
    app.button(key="add-priorities").click().run()
    assert "In the board pack" in texts(app)
    app.switch_page("../../pages/board_pack.py").run()
    assert not app.exception
    assert plain(finding) in page_text(app)


def test_the_pack_is_ordered_and_emptied(demo_store: Store) -> None:
    app = visit("board_pack")
    app.button(key="standard").click().run()
    before = pack_of_name(demo_store, names(demo_store)[0]).parts
    assert len(before) > 1
    app.button(key=[one.key for one in app.button if one.key.startswith("up-")][-1]).click().run()
    assert pack_of_name(demo_store, names(demo_store)[0]).parts[-2] == before[-1]
    app.button(key=[one.key for one in app.button if one.key.startswith("remove-")][-2]).click().run()
    assert before[-1] not in pack_of_name(demo_store, names(demo_store)[0]).parts
    app.button(key="delete").click().run()
    assert names(demo_store) == []
    assert "The board pack is empty" in texts(app)


def test_the_badge_is_said_in_the_readers_language() -> None:
    assert Language("de")("UPLOADED") == "HOCHGELADEN"


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("room", ["overview", "strategy", "board_pack"])
def test_an_unfilled_product_shows_what_is_published(room: str, code: str) -> None:
    app = visit(room, code)
    assert not app.exception
    if room == "board_pack":
        app.button(key="standard").click().run()
    assert ("PUBLISHED" if code == "en" else "VERÖFFENTLICHT") in page_text(app)
    assert "2025-12-31" in page_text(app) or room == "board_pack"


def test_either_cluster_and_each_part_stands_in_the_link() -> None:
    app = visit("strategy", cluster="dlsc-2021", part="success")
    assert "11 statements tell success" in page_text(app)
    app.button_group(key="cluster").set_value("comparison").run()
    assert not app.exception
    assert app.query_params["cluster"] == "comparison"
    assert "18 of 18" in page_text(app)


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("part", ["themes", "success", "identity", "process", "context"])
@pytest.mark.parametrize("cluster", ["lsn-2030", "dlsc-2021"])
def test_each_part_of_either_strategy_stands(cluster: str, part: str, code: str) -> None:
    app = visit("strategy", code, cluster=cluster, part=part)
    assert not app.exception
    assert app.title[0].value
    assert code == "en" or sorted(set(texts(app)) & ENGLISH) == []


def test_a_link_with_nonsense_shows_our_own_strategy() -> None:
    assert "22 measures" in page_text(visit("strategy", cluster="nobody", part="nothing"))


def test_the_overview_marks_the_demo_and_names_each_source(demo_store: Store) -> None:
    said = page_text(visit("overview"))
    assert "DEMO" in said
    assert "Survey 2026" in said
    assert "asked, but no theme of the strategy" in said
