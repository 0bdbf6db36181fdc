"""Does the presentation show the pages of a pack or an edition, and its filters with a way back?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from lsn_data.board import Pick, drawing
from lsn_data.board.editions import freeze
from lsn_data.board.pack import Entry, Own, Pack, to_json
from lsn_data.board.standard import standard
from lsn_data.intake import read_survey
from lsn_data.language import Language, catalogue
from lsn_data.store import Store, save
from lsn_data.ui import data, show
from lsn_data.ui.presenting_live import TAKES
from tests.board.kept_packs import keep_parts
from tests.ui.visitor import ROOT, plain, texts, visit

EN = Language("en")
LATER = ROOT / "tests" / "samples" / "surveys" / "limesurvey_fulltext_de.csv"
ENGLISH = {
    one.id for one in catalogue("de") if one.id and isinstance(one.id, str) and one.id != one.string
}  # fmt: skip


def stage(app: AppTest) -> str:
    """The page that is looked at, as it is read."""
    now = re.search(r"data-page='(\d+)' data-pages", bodies(app.main))
    assert now, bodies(app.main)[-400:]
    return page(app, int(now[1]))


def page(app: AppTest, at: int) -> str:
    """A page that stands ready."""
    found = [one for one in blocks(app.main) if key_of(one) == f"lsn-page-{at}"]
    return plain(bodies(found[0])) if found else ""


def blocks(block: Block) -> Iterator[Block]:
    for child in block.children.values():
        if isinstance(child, Block):
            yield child
            yield from blocks(child)


def key_of(block: Block) -> str:
    """Under which name a container was drawn."""
    return re.sub(r"^\$\$ID-[0-9a-f]+-", "", str(getattr(block.proto, "id", "")))


def bodies(block: Block) -> str:
    """Everything that is written in a block, with its marks."""
    return "\n".join(
        bodies(child) if isinstance(child, Block) else str(getattr(child.proto, "body", "") or "")
        for child in block.children.values()
    )


def saved(store: Store, *names: str) -> Pack:
    """A saved pack of some exhibits."""
    pack = Pack("Meeting").added(*map(Pick, names))
    keep_parts(store, pack.name, to_json(pack), actor="test")
    return pack


def test_the_first_page_tells_the_messages_in_order_and_each_leads_to_its_page(demo_store: Store) -> None:
    app = visit("present")
    assert not app.exception
    said, pack = page(app, 1), standard(demo_store)
    messages = [" ".join(data.exhibit(pick, EN).message.split()) for pick in pack.picks]
    places = [said.find(message) for message in messages]
    assert places == sorted(places)
    assert min(places) > 0
    ways = re.findall(r"href='([^']+)' data-page='(\d+)'", bodies(app.main))
    assert [int(number) for _, number in ways] == list(range(2, len(messages) + 2))
    assert "page&#61;2" in ways[0][0]


def test_nothing_of_the_side_bar_is_drawn(demo_store: Store) -> None:
    app = visit("present")
    assert not app.sidebar.children
    assert "lsn-stage-head" in bodies(app.main)


@pytest.mark.parametrize(("asked", "page_shown"), [("3", 3), ("999", 13), ("0", 1), ("-4", 1), ("x", 1), ("", 1)])
def test_a_page_that_is_not_there_leads_to_the_nearest(asked: str, page_shown: int, demo_store: Store) -> None:
    app = visit("present", page=asked)
    assert not app.exception
    assert f"data-page='{page_shown}' data-pages='13'" in bodies(app.main)
    assert app.query_params["page"] == str(page_shown)


def test_the_neighbours_stand_ready_and_the_others_wait(demo_store: Store) -> None:
    app = visit("present", page="7")
    assert [bool(page(app, at)) for at in range(1, 14)] == [at in (1, 5, 6, 7, 8, 9, 13) for at in range(1, 14)]


def test_a_saved_pack_is_shown_in_its_order_with_its_own_sentences(demo_store: Store) -> None:
    over = data.exhibit(Pick("members"), EN).message
    parts_of_it = (
        Entry(Pick("members"), {"en": Own.written("We grow.", over)}),
        Entry(Pick("swot"), {"en": Own.written("Risks wait.", "something else")}),
    )
    keep_parts(demo_store, "Meeting", to_json(Pack("Meeting", parts_of_it)), actor="test")
    app = visit("present", pack="Meeting", page="2")
    assert "We grow." in stage(app)
    assert "Sentence edited" in stage(app)
    assert "Sentence edited before the data changed" in page(app, 3)
    assert "This is the end of the pack" in page(app, 4)


@pytest.mark.parametrize(("link", "said"), [
    ({"pack": "Nowhere"}, "There is no pack “Nowhere”: none was saved yet. Put one together on the page Board pack."),
    ({"edition": "Never"}, "There is no edition “Never”: nothing was frozen yet."),
])  # fmt: skip
def test_what_is_not_there_says_so_with_a_way_back(link: dict[str, str], said: str, store: Store) -> None:
    app = visit("present", **link)
    assert not app.exception
    assert said in plain(bodies(app.main))
    assert "To the board pack" in texts(app)


def test_a_cut_says_that_it_is_not_the_agreed_view_and_one_click_leads_back(demo_store: Store) -> None:
    saved(demo_store, "priorities")
    app = visit("present", pack="Meeting", page="2")
    agreed = stage(app)
    app.button_group(key="live-by-1").set_value("size").run()
    assert "Not the agreed view: Size side by side" in stage(app)
    app.selectbox(key="live-group-1").set_value("10-49").run()
    assert not app.exception
    assert "Not the agreed view: Size: 10–49 employees" in stage(app)
    assert data.exhibit(Pick.of("priorities", by="size", group="10-49"), EN).message in stage(app)
    app.button(key="agreed").click().run()
    assert not app.exception
    assert stage(app) == agreed
    assert "by" not in app.query_params
    assert "by" not in app.session_state


def test_a_cut_that_may_not_be_shown_says_so_with_the_nearest_views(demo_store: Store) -> None:
    saved(demo_store, "priorities")
    app = visit("present", pack="Meeting", page="2")
    app.button_group(key="live-by-1").set_value("size").run()
    app.selectbox(key="live-group-1").set_value("1-9").run()
    app.selectbox(key="live-also-1").set_value("state=HH").run()
    assert "too few" in stage(app)
    near = [one for one in app.button if one.key and one.key.startswith("live-nearest-state-HH")]
    near[0].click().run()
    assert not app.exception
    assert "State: Hamburg" in stage(app)
    assert "These views can be shown" not in stage(app)


def test_an_edition_shows_what_was_frozen_and_a_cut_of_it_says_that_it_is_of_today(demo_store: Store) -> None:
    frozen = saved(demo_store, "priorities", "kpis")
    freeze(demo_store, frozen, "Board in April", drawing(demo_store), actor="Ms Frost")
    before = data.exhibit(Pick("kpis"), EN).message
    save(demo_store, read_survey(LATER.read_bytes(), LATER.name), wave="2026", actor="test", asked=300)
    app = visit("present", edition="Board in April", page="3")
    assert before in stage(app)
    assert re.search(r"Edition “Board in April”, frozen [\d-]+ by Ms Frost", stage(app))
    app.selectbox(key="live-theme-1").set_value("region").run()
    assert not app.exception
    said = stage(app)
    assert "not from the edition: figures may differ" in said
    assert data.newest_import() in said
    assert "frozen" not in said


def test_an_empty_product_shows_what_is_there_and_says_what_is_missing(store: Store) -> None:
    app = visit("present", page="99")
    assert not app.exception
    assert "This is the end of the pack" in stage(app)
    assert "There are no survey answers yet" in stage(app)


@pytest.mark.parametrize("at", ["1", "4", "7", "10", "13"])
def test_no_english_text_stays_on_a_german_stage(at: str, demo_store: Store) -> None:
    app = visit("present", "de", page=at)
    assert not app.exception
    assert sorted(set(texts(app)) & ENGLISH) == []


def test_every_exhibit_that_takes_a_filter_is_narrowed_by_it(demo_store: Store) -> None:
    narrowed = {"groups": {"by": "size", "group": "10-49"}, "split": {"by": "size"}, "theme": {"theme": "visibility"},
                "level": {"level": "impact"}, "wave": {"wave": "Demo 2024"}}  # fmt: skip
    for name, takes in TAKES.items():
        whole = data.exhibit(Pick(name), EN)
        for one in takes:
            cut = show.there(Pick.of(name, **narrowed[one]), EN)
            if cut is None:  # nothing passes the filter
                continue
            assert (cut.title, cut.table.rows) != (whole.title, whole.table.rows), (name, one)
