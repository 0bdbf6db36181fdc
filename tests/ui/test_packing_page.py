"""Is a board pack put together on its page, kept in the store, taken back, frozen and compared?"""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from lsn_data import access
from lsn_data.board import Pick, draw, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.kept import names, pack_of_name
from lsn_data.board.pack import Entry, Pack, Section, to_json, worded
from lsn_data.board.standard import standard
from lsn_data.intake import read_survey
from lsn_data.language import Language
from lsn_data.store import Store, delete_wave, edition_named, editions, open_store, save
from lsn_data.ui import pack as open_pack
from tests.board.kept_packs import keep_parts, throw_away
from tests.store.made import reading
from tests.topics.made import sample_respondents, wave_of
from tests.ui.visitor import ROOT, page_text, plain, texts, visit

FILE = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"
MONTH = dt.date.today().strftime("%Y-%m")
HOSTILE = "<b>**x**</b> :material/delete: ![](http://t.example/a.png)"
EN, DE = Language("en"), Language("de")


def title(app: AppTest) -> str:
    return plain(app.title[0].value)


def kept(store: Store, name: str) -> Pack:
    found = pack_of_name(store, name)
    assert found is not None
    return found


def put(store: Store, *parts: Section | Entry, name: str = "Board") -> Pack:
    pack = Pack(name, parts)
    keep_parts(store, name, to_json(pack), actor="anna")
    return pack


def key_of(app: AppTest, kind: str, nth: int) -> str:
    """The nth button of a kind in the list of parts."""
    return [one.key for one in app.button if (one.key or "").startswith(f"{kind}-")][nth] or ""


def click(app: AppTest, kind: str, nth: int) -> AppTest:
    return app.button(key=key_of(app, kind, nth)).click().run()


def write(app: AppTest, kind: str, text: str, area: bool = False) -> AppTest:
    fields = app.text_area if area else app.text_input
    return next(one for one in fields if (one.key or "").startswith(kind)).set_value(text).run()


def opened_words(app: AppTest, nth: int) -> AppTest:
    return click(app, "edit", nth)


def test_what_is_added_on_a_page_lies_in_the_store_under_a_name_and_survives_the_visit(demo_store: Store) -> None:
    app = visit("priorities", "de", by="size", group="10-49")
    app.button(key="add-priorities").click().run()
    assert "In der Unterlage" in texts(app)
    assert names(demo_store) == [f"Vorstand {MONTH}"]
    assert dict(kept(demo_store, f"Vorstand {MONTH}").picks[0].filters)["group"] == "10-49"
    said = page_text(visit("board_pack", "de"))
    assert "Eine Darstellung für den Vorstand" in said
    assert "Größe: 10–49 Beschäftigte" in said


def test_a_second_person_sees_the_same_pack_and_adds_to_it(demo_store: Store) -> None:
    first = visit("priorities")
    first.button(key="add-priorities").click().run()
    second = visit("swot")
    second.button(key="add-swot").click().run()
    assert [pick.name for pick in kept(demo_store, f"Board {MONTH}").picks] == ["priorities", "swot"]


def test_two_people_on_one_page_lose_nothing_of_each_other(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")), Entry(Pick("swot")), Entry(Pick("kpis")))
    anna, ben = visit("board_pack"), visit("board_pack")
    click(anna, "remove", 0)
    click(ben, "up", 2)
    assert [pick.name for pick in kept(demo_store, "Board").picks] == ["kpis", "swot"]
    click(ben, "remove", 1)
    click(anna, "down", 0)
    assert "somebody took it out meanwhile" in page_text(anna)
    assert [pick.name for pick in kept(demo_store, "Board").picks] == ["kpis"]


def test_the_open_pack_stands_in_the_link_and_the_link_opens_it(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")), name="One")
    put(demo_store, Entry(Pick("swot")), Entry(Pick("kpis")), name="Two")
    app = visit("board_pack", pack="One")
    assert title(app) == "One exhibit for the board"
    app.selectbox(key="pack").set_value("Two").run()
    assert app.query_params["pack"] == "Two"
    assert "2 exhibits" in title(app)
    app.run()
    assert app.selectbox(key="pack").value == "Two"


def test_the_order_can_be_changed_step_by_step_and_in_one_go(demo_store: Store) -> None:
    put(demo_store, *(Entry(Pick(name)) for name in ("overview", "swot", "kpis", "members")))
    app = visit("board_pack")
    click(app, "down", 0)
    opened_words(app, 3)
    next(one for one in app.selectbox if (one.key or "").startswith("place-")).set_value(1).run()
    assert not app.exception
    assert [pick.name for pick in kept(demo_store, "Board").picks] == ["members", "swot", "overview", "kpis"]


def test_sections_are_added_renamed_moved_with_what_stands_under_them_and_removed(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")), Entry(Pick("swot")))
    app = visit("board_pack", "de")
    write(app, "pack-new-section", " Zur  Lage ")
    assert app.text_input(key="pack-new-section").value == ""
    opened_words(app, 0)
    write(app, "above-", "Vorab")
    found = kept(demo_store, "Board").parts
    assert [part.said("de") for part in found if isinstance(part, Section)] == ["Vorab", "Zur Lage"]
    click(app, "up", 3)
    assert kept(demo_store, "Board").parts[:2] == (Section({"de": "Zur Lage"}), Section({"de": "Vorab"}))
    opened_words(app, 0)
    write(app, "heading-", "Wo wir stehen")
    assert "Wo wir stehen" in texts(app)
    click(app, "remove", 0)
    assert len(kept(demo_store, "Board").parts) == 3


def test_an_own_sentence_stands_over_the_finding_is_marked_and_can_be_taken_away(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("swot")))
    app = opened_words(visit("board_pack"), 0)
    finding = plain(next(text for text in texts(app) if text.startswith("Computed:")).removeprefix("Computed: "))
    write(app, "own-", " Our  own sentence ", area=True)
    lines = texts(app)
    assert "Our own sentence" in "\n".join(lines)
    assert "Sentence edited" in "\n".join(lines)
    entry = kept(demo_store, "Board").parts[0]
    assert isinstance(entry, Entry)
    assert entry.own["en"].sentence == "Our own sentence"
    assert not entry.own["en"].outdated(draw(demo_store, Pick("swot"), Language("en")).message)
    assert "Our own sentence" not in page_text(visit("board_pack", "de"))
    click(app, "computed", 0)
    assert "Our own sentence" not in page_text(app)
    assert finding in page_text(app)


def test_an_own_sentence_is_told_as_overtaken_once_an_import_says_otherwise_and_can_be_kept(store: Store) -> None:
    wave_of(store, sample_respondents())
    put(store, Entry(Pick("priorities")))
    app = opened_words(visit("board_pack", "de"), 0)
    write(app, "own-", "Fachkräfte zuerst", area=True)
    assert "Satz bearbeitet" in page_text(app)
    turned = [one._replace(places=one.places[::-1]) for one in sample_respondents()]
    wave_of(store, turned, wave="2027")
    app.run()
    assert title(app) == "Eine Darstellung für den Vorstand; ein eigener Satz ist älter als die Daten"
    said = page_text(app)
    now = plain(draw(store, Pick("priorities"), DE).message)
    assert "Fachkräfte zuerst" in said
    assert "Satz älter als die Daten" in said
    assert f"Die Daten haben sich seither geändert. Sie sagen jetzt: {now}" in said
    click(app, "keep", 0)
    assert "Satz bearbeitet" in page_text(app)
    assert "Sie sagen jetzt" not in page_text(app)
    assert "Fachkräfte zuerst" in page_text(app)


def test_a_note_is_kept_and_shown(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("swot")))
    app = opened_words(visit("board_pack", "de"), 0)
    write(app, "note-", f"Erst die Risiken\n{HOSTILE}", area=True)
    assert not app.exception
    assert "Notiz: Erst die Risiken" in page_text(app)
    entry = kept(demo_store, "Board").parts[0]
    assert isinstance(entry, Entry)
    assert entry.notes == {"de": f"Erst die Risiken\n{HOSTILE}"}


def test_every_change_of_this_visit_can_be_taken_back_one_by_one(demo_store: Store) -> None:
    pack = put(demo_store, Entry(Pick("overview")), Entry(Pick("swot")))
    app = visit("board_pack")
    assert "Undo" not in texts(app)
    click(app, "remove", 0)
    assert "Remove: Themes at a glance" in texts(app)
    app.button(key="delete").click().run()
    assert names(demo_store) == []
    assert title(app) == "The board pack is empty"
    app.button(key="undo").click().run()
    app.button(key="undo").click().run()
    assert kept(demo_store, "Board") == pack
    assert "Undo" not in texts(app)


def test_taking_back_leaves_what_somebody_else_did_since(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")), Entry(Pick("swot")))
    anna, ben = visit("board_pack"), visit("board_pack")
    click(anna, "remove", 0)
    write(ben, "pack-new-section", "Theirs")
    anna.button(key="undo").click().run()
    assert "taking your change back would take theirs along" in page_text(anna)
    assert Section({"en": "Theirs"}) in kept(demo_store, "Board").parts


def test_a_pack_that_somebody_deletes_can_be_brought_back_as_it_was_last_seen(demo_store: Store) -> None:
    pack = put(demo_store, Entry(Pick("overview")), Entry(Pick("swot")))
    app = visit("board_pack")
    throw_away(demo_store, "Board", actor="ben")
    click(app, "remove", 0)
    assert not app.exception
    assert "There is no board pack “Board” any more" in page_text(app)
    app.button(key="back").click().run()
    assert kept(demo_store, "Board") == pack
    assert "any more" not in page_text(app)


def test_what_was_seen_before_a_wave_was_deleted_is_not_brought_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(":memory:") as store:
        save(store, reading(), wave="2026", actor="ben")
        monkeypatch.setattr(open_pack, "st", SimpleNamespace(session_state={}, query_params={}))
        monkeypatch.setattr(open_pack.data, "store", lambda: store)
        quoting = Pack("Board", (Entry(Pick.of("comments", words="a rare word")),))
        open_pack.into_link(quoting)
        assert open_pack.seen("Board") == quoting
        delete_wave(store, "2026", actor="ben")
        assert open_pack.seen("Board") is None


def test_a_link_to_a_pack_that_is_not_there_says_so_and_opens_another(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")))
    app = visit("board_pack", pack=HOSTILE)
    assert not app.exception
    assert f"There is no board pack “{HOSTILE}” any more" in page_text(app)
    assert app.selectbox(key="pack").value == "Board"


def test_adding_to_a_pack_that_was_deleted_meanwhile_goes_into_the_next_one(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("overview")))
    app = visit("swot")
    throw_away(demo_store, "Board", actor="ben")
    app.button(key="add-swot").click().run()
    assert not app.exception
    assert kept(demo_store, f"Board {MONTH}").holds(Pick("swot"))


def begin(app: AppTest, name: str) -> AppTest:
    app.text_input(key="pack-new-name").set_value(name)
    return app.button(key="begin").click().run()


def test_packs_are_begun_renamed_and_copied_and_a_taken_name_is_refused(demo_store: Store) -> None:
    app = begin(visit("board_pack"), "Spring")
    assert app.selectbox(key="pack").value == "Spring"
    app.text_input(key="pack-called-Spring").set_value("Summer")
    app.button(key="rename-it").click().run()
    app.button(key="duplicate").click().run()
    assert names(demo_store)[:2] == ["Summer, copy", "Summer"]
    begin(app, " summer ")
    assert "There is a board pack “summer” already" in page_text(app)
    begin(app, "   ")
    assert "A board pack needs a name" in page_text(app)
    assert len(names(demo_store)) == 2


def test_a_hostile_name_is_shown_as_it_stands_and_leads_nowhere(demo_store: Store) -> None:
    app = begin(visit("board_pack"), HOSTILE)
    app.button(key="standard").click().run()
    assert not app.exception
    assert app.query_params["pack"] == HOSTILE
    assert f"{HOSTILE} · changed" in page_text(app)
    assert not [one for one in app.markdown if "**x**" in one.value]


def test_the_standard_pack_fills_an_empty_pack_and_else_stands_beside_it(demo_store: Store) -> None:
    app = visit("board_pack")
    app.button(key="standard").click().run()
    app.button(key="standard").click().run()
    assert sorted(names(demo_store)) == [f"Board {MONTH}", f"Board {MONTH} (2)"]
    assert kept(demo_store, f"Board {MONTH} (2)").parts == standard(demo_store).parts


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_what_cannot_be_drawn_stands_in_its_place_with_its_name_and_its_reason(store: Store, say: Language) -> None:
    put(store, Entry(Pick("strategy-at-a-glance")), Entry(Pick("priorities")), Entry(Pick("measure")))
    app = visit("board_pack", say.code)
    assert (
        title(app)
        == {
            "en": "3 exhibits for the board, 2 cannot be drawn",
            "de": "3 Darstellungen für den Vorstand, 2 sind nicht darstellbar",
        }[say.code]
    )
    said = page_text(app)
    assert say("Priorities of the members") in said
    assert say("There are no survey answers yet. Upload a survey first.") in said
    assert "measure has nothing" not in said


def test_a_pack_whose_exhibits_all_wait_offers_no_files(store: Store) -> None:
    put(store, Entry(Pick("priorities")))
    app = visit("board_pack")
    assert "one cannot be drawn" in title(app)
    assert "Freeze as edition" not in texts(app)


def freeze_as(app: AppTest, name: str) -> AppTest:
    write(app, "freeze-as", name)
    return app.button(key="freeze").click().run()


def test_a_pack_is_frozen_compared_with_today_and_begun_with_again(demo_store: Store) -> None:
    pack = put(demo_store, Section({"de": "Lage"}), Entry(Pick("priorities")), Entry(Pick("survey")))
    app = visit("board_pack", "de")
    assert next(one.value for one in app.text_input if (one.key or "").startswith("freeze-as")).startswith("Board, 20")
    freeze_as(app, f"Sitzung {HOSTILE}")
    assert not app.exception
    said = page_text(app)
    assert f"Eingefroren als Ausgabe „Sitzung {HOSTILE}“" in said
    assert "2 Darstellungen · Datenversion 20" in said
    assert editions(demo_store)[0].exhibits == 2
    click(app, "compare", 0)
    assert not app.exception
    assert "hat sich kein Wert geändert" in page_text(app)
    app.button(key="add-edition-changes").click().run()
    assert kept(demo_store, "Board").picks[-1].name == "edition-changes"
    click(app, "begin", 0)
    assert kept(demo_store, f"Nach Sitzung {HOSTILE}"[:80]).parts == pack.parts


def test_a_name_that_an_edition_has_is_refused_in_words(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("priorities")))
    app = freeze_as(visit("board_pack"), "April")
    freeze_as(app, "April")
    assert "There is an edition “April” already" in page_text(app)
    freeze_as(app, "  ")
    assert "An edition needs a name" in page_text(app)
    assert len(editions(demo_store)) == 1


def test_what_changed_since_an_edition_is_told_and_so_is_the_difference_of_two(demo_store: Store) -> None:
    pack = put(demo_store, Entry(Pick("return-rate")), Entry(Pick("strategy-at-a-glance")))
    for name in ("April", "May"):
        freeze(demo_store, pack, name, drawing(demo_store), actor="anna")
    save(demo_store, read_survey(FILE.read_bytes(), FILE.name), wave="2026", actor="test", asked=300)
    app = click(visit("board_pack", data="demo"), "compare", 1)
    assert "Since “April” no value has changed" in page_text(app)
    app.selectbox(key="lsn-compared-with").set_value("May").run()
    assert "Edition “May” of" in page_text(app)
    app.button(key="no-comparison").click().run()
    assert "Figure by figure" not in texts(app)


def test_of_many_editions_the_newest_are_shown_and_the_others_one_click_away(demo_store: Store) -> None:
    pack = put(demo_store, Entry(Pick("strategy-at-a-glance")))
    for year in range(2019, 2027):
        freeze(demo_store, pack, f"Board {year}", drawing(demo_store), actor="anna", at=dt.datetime(year, 3, 1, 12))
    app = visit("board_pack")
    assert "Board 2026" in page_text(app)
    assert "Board 2020" not in page_text(app)
    app.button(key="all-editions").click().run()
    assert "Board 2019" in page_text(app)


def test_who_may_not_compose_is_told_so_and_nothing_changes(demo_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = put(demo_store, Entry(Pick("overview")))
    app = visit("board_pack")
    monkeypatch.setattr(access, "may", lambda actor, action: action != "compose")
    click(app, "remove", 0)
    assert "You may not do this." in page_text(app)
    freeze_as(app, "April")
    assert "You may not do this." in page_text(app)
    assert (kept(demo_store, "Board"), editions(demo_store)) == (pack, [])


def test_forty_parts_are_drawn_again_within_half_a_second(demo_store: Store) -> None:
    attributes = ("sector", "size", "state", "membership")
    picks = [Pick.of(name, by=by) for name in ("segments", "members-composition") for by in attributes]
    put(demo_store, *standard(demo_store).parts, *map(Entry, picks), *(Section({"en": f"S{n}"}) for n in range(11)))
    app = visit("board_pack")
    started = dt.datetime.now()
    click(app, "up", 30)
    assert not app.exception
    assert (dt.datetime.now() - started).total_seconds() < 2


def test_an_edition_shows_the_sentence_that_stood_over_it(demo_store: Store) -> None:
    put(demo_store, worded(Entry(Pick("swot")), "en", "Ours", "x"))
    freeze_as(visit("board_pack"), "April")
    assert edition_named(demo_store, "April").papers["en"]["leaves"][0]["exhibit"]["message"] == "Ours"


def test_what_was_typed_just_before_the_click_is_in_the_edition(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("swot")))
    app = opened_words(visit("board_pack"), 0)
    next(one for one in app.text_area if (one.key or "").startswith("own-")).set_value("Typed at the last moment")
    app.button(key="freeze").click().run()
    leaf = edition_named(demo_store, editions(demo_store)[0].name).papers["en"]["leaves"][0]
    assert leaf["exhibit"]["message"] == "Typed at the last moment"


def test_an_exhibit_that_tells_of_editions_stands_as_soon_as_there_is_one(demo_store: Store) -> None:
    put(demo_store, Entry(Pick("swot")), Entry(Pick("edition-changes")))
    app = visit("board_pack")
    assert title(app) == "2 exhibits for the board, one cannot be drawn"
    freeze_as(app, "April")
    assert title(app) == "2 exhibits for the board"
