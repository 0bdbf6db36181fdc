"""Does an edition stay as the board saw it, and are two of them compared figure by figure?"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data import demo, published
from lsn_data.board import Pick, draw, drawing
from lsn_data.board.editions import freeze, opened, pack_of, rebuilt
from lsn_data.board.names import named
from lsn_data.board.pack import Entry, Pack, worded
from lsn_data.board.standard import standard
from lsn_data.errors import Refused
from lsn_data.exhibit.as_json import to_json
from lsn_data.exhibit.bound import Bound
from lsn_data.exhibit.in_workbook import workbook
from lsn_data.language import Language
from lsn_data.store import Store, edition_named, editions, forget_all, open_store, shown_views, undo
from tests.topics.made import sample_respondents, wave_of

EN, DE = Language("en"), Language("de")
AT = dt.datetime(2026, 4, 10, 12)


@pytest.fixture
def store(tmp_path: Path, facts_file: Path) -> Iterator[Store]:
    with open_store(Path(shutil.copy(facts_file, tmp_path))) as opened:
        wave_of(opened, sample_respondents())
        yield opened


def _figures(bound: Bound) -> str:
    return json.dumps([to_json(one) for one in bound.exhibits])


PACK = Pack("Board").added(Pick("priorities"), Pick("strategy-at-a-glance"), Pick("survey"))


def test_an_edition_gives_the_same_again_whatever_came_in_since(store: Store) -> None:
    frozen = freeze(store, PACK, "April", drawing(store), actor="anna", at=AT)
    before = {say.code: _figures(opened(frozen, say)) for say in (EN, DE)}
    wave_of(store, sample_respondents()[:40], wave="2027", asked=310)
    assert draw(store, Pick("priorities"), EN).answered == 40
    for say in (EN, DE):
        again = rebuilt(store, "April", say)
        assert _figures(again) == before[say.code]
        assert (again.edition, again.by, again.day.isoformat()) == ("April", "anna", "2026-04-10")
    assert workbook(rebuilt(store, "April", DE).exhibits)


def test_an_edition_is_what_the_page_showed_when_it_was_frozen(store: Store) -> None:
    drawn = [to_json(draw(store, pick, DE)) for pick in PACK.picks]
    freeze(store, PACK, "April", drawing(store), actor="anna")
    assert [to_json(one) for one in rebuilt(store, "April", DE).exhibits] == drawn


def test_who_froze_it_and_when_and_from_which_data_is_kept_and_its_pack_can_be_gone_on_with(store: Store) -> None:
    own = Pack("Board", (worded(Entry(Pick("priorities")), "de", "Unser Satz", "x"),))
    version = store.version
    frozen = freeze(store, own, " April \n 2026 ", drawing(store), actor="anna", at=AT)
    assert (frozen.name, frozen.by, frozen.at, frozen.version) == ("April 2026", "anna", AT, version)
    assert [one.name for one in editions(store)] == ["April 2026"]
    assert pack_of(edition_named(store, "April 2026")) == own
    assert [one.message for one in rebuilt(store, "April 2026", DE).exhibits] == ["Unser Satz"]
    assert rebuilt(store, "April 2026", EN).exhibits[0].computed == ""


def test_the_name_of_an_edition_holds_no_sign_that_no_file_can_hold(store: Store) -> None:
    frozen = freeze(store, PACK, "\udcff\u202eApril\x00 2026", drawing(store), actor="anna")
    assert frozen.name == "\ufffdApril 2026"


def test_an_edition_never_changes_and_needs_a_name_and_something_to_show(store: Store) -> None:
    freeze(store, PACK, "April", drawing(store), actor="anna")
    for pack, name, cause in (
        (PACK, "April", "edition-exists"),
        (PACK, " ", "no-name"),
        (Pack(""), "May", "nothing-to-freeze"),
    ):
        with pytest.raises(Refused) as refusal:
            freeze(store, pack, name, drawing(store), actor="anna")
        assert refusal.value.cause == cause
    assert len(editions(store)) == 1


def test_data_that_change_while_an_edition_is_drawn_stop_it(store: Store) -> None:
    def drawn(pick: Pick, say: Language) -> object:
        if say.code == "en":
            wave_of(store, sample_respondents()[:30], wave=f"other {pick.name}")
        return draw(store, pick, say)

    with pytest.raises(Refused, match="just changed"):
        freeze(store, PACK, "April", drawn, actor="anna")  # type: ignore[arg-type]
    assert editions(store) == []


def test_an_edition_that_there_is_not_says_which_there_are(store: Store) -> None:
    with pytest.raises(Refused, match="nothing was frozen yet"):
        rebuilt(store, "May", EN)
    freeze(store, PACK, "April", drawing(store), actor="anna")
    with pytest.raises(Refused, match="There are: April"):
        rebuilt(store, "May", EN)


def test_nothing_of_an_edition_is_left_after_a_reset(store: Store) -> None:
    freeze(store, PACK, "April", drawing(store), actor="anna")
    forget_all(store, actor="anna")
    assert editions(store) == []
    assert store.ask("edition", edition="April") == []


def _views_of_the_mended_wave(frozen: bool) -> int:
    """How many views a wave may show of which a version with two more answers was taken back."""
    with open_store(":memory:") as store:
        published.load(store)
        first = wave_of(store, sample_respondents())
        if frozen:
            freeze(store, PACK, "April", drawing(store), actor="anna")
        undo(store, first.import_id, actor="anna")
        mended = wave_of(store, sample_respondents()[:-2], sha="mended")
        return len(shown_views(store, mended.import_id))


def test_a_wave_that_was_taken_back_counts_as_seen_where_an_edition_shows_it() -> None:
    # The difference of the two would be the two answers'; without an edition nobody has seen the first.
    assert _views_of_the_mended_wave(frozen=False) > 1
    assert _views_of_the_mended_wave(frozen=True) == 0


def test_two_equal_editions_do_not_differ(store: Store) -> None:
    for name in ("April", "May"):
        freeze(store, PACK, name, drawing(store), actor="anna")
    found = draw(store, Pick.of("edition-changes", edition="April", against="May"), EN)
    assert found.table.rows == ()
    assert found.message == "Since “April” no value has changed"


def _reads(said: str, value: object) -> bool:
    """Is a text this value, rounded to as many digits as it tells?"""
    if not isinstance(value, (int, float)):
        return said == str(value)
    number, share = said.removesuffix("%"), said.endswith("%")
    digits = len(number.partition(".")[2])
    return abs(float(number) - value * (100 if share else 1)) <= 0.5 * 10**-digits + 1e-9


def test_the_comparison_tells_the_differences_and_only_they(store: Store) -> None:
    people = sample_respondents()
    freeze(store, PACK, "April", drawing(store), actor="anna")
    before = draw(store, Pick("priorities"), EN).table
    wave_of(store, [*people, *people[:5]], wave="2027", asked=300)
    after = draw(store, Pick("priorities"), EN).table
    told = draw(store, Pick.of("edition-figures", edition="April"), EN).table.rows
    of_places = {(row[1], row[2]): (row[3], row[4]) for row in told if row[0] == named("priorities", EN)}
    expected = {}
    for column in after.columns[1:]:
        was = dict(zip(before.column(before.columns[0].key), before.column(column.key), strict=True))
        for name, value in zip(after.column(after.columns[0].key), after.column(column.key), strict=True):
            if was[name] != value and column.holds != "prose":
                expected[name, column.label] = (was[name], value)
    assert expected
    assert of_places.keys() == expected.keys()
    for key, said in of_places.items():
        assert said[0] != said[1], key
        assert all(map(_reads, said, expected[key])), key
    assert not [row for row in told if "strategy" in str(row[0]).lower()]


def test_what_is_new_in_a_pack_or_gone_from_it_is_told_as_a_whole(store: Store) -> None:
    freeze(store, PACK, "April", drawing(store), actor="anna")
    freeze(store, PACK.without(2).added(Pick("swot")), "May", drawing(store), actor="anna")
    found = draw(store, Pick.of("edition-changes", edition="April", against="May"), EN)
    assert [row[2] for row in found.table.rows] == ["New in the pack", "No longer in the pack"]
    assert found.message == "Since “April” no value has changed"


def test_a_pack_that_compares_itself_ends(store: Store) -> None:
    pack = PACK.added(Pick("edition-changes"), Pick.of("edition-figures", edition="May"))
    for name in ("April", "May"):
        freeze(store, pack, name, drawing(store), actor="anna")
    assert draw(store, Pick("edition-changes"), EN).table.rows == ()
    assert draw(store, Pick.of("edition-changes", edition="April", against="May"), EN).table.rows == ()


def test_the_standard_pack_tells_what_changed_since_the_last_edition(store: Store) -> None:
    assert Pick("changes-since") in standard(store).picks
    freeze(store, PACK, "April", drawing(store), actor="anna")
    assert Pick.of("edition-changes", edition="April") in standard(store).picks


def test_demo_and_real_figures_are_never_compared_whatever_is_looked_at() -> None:
    with open_store(":memory:") as store:
        published.load(store)
        wave_of(store, sample_respondents())
        freeze(store, PACK, "Real", drawing(store), actor="anna")
        demo.load(store, "test")
        shown = store.showing(demo=True)
        freeze(shown, PACK, "Invented", drawing(shown), actor="anna")
        assert draw(shown, Pick.of("edition-changes", edition="Real"), EN).table.rows == ()
        assert draw(store, Pick.of("edition-changes", edition="Invented"), EN).table.rows == ()
        with pytest.raises(Refused, match="demo data"):
            draw(shown, Pick.of("edition-changes", edition="Real", against="Invented"), EN)


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_the_whole_standard_pack_of_the_demo_is_frozen_and_rebuilt(say: Language) -> None:
    with open_store(":memory:") as store:
        published.load(store)
        demo.load(store, "test")
        freeze(store, standard(store), "April", drawing(store), actor="anna")
        found = rebuilt(store, "April", say)
        assert found.missing == ()
        assert len(found.leaves) == len(standard(store).picks)
        assert draw(store, Pick.of("edition-changes", edition="April"), say).table.rows == ()
