"""Does a pack keep its order, its sections and people's words, through every change and as JSON?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsn_data.board import NAMES, Pick, bound, draw
from lsn_data.board.binding import bind
from lsn_data.board.names import named
from lsn_data.board.pack import Entry, Own, Pack, Section, from_json, noted, renamed, to_json, worded
from lsn_data.board.standard import standard
from lsn_data.disclosure import NotShown
from lsn_data.errors import Refused
from lsn_data.exhibit import Exhibit
from lsn_data.language import Language
from lsn_data.store import Store, open_store, pack_named, packs
from tests.board.kept_packs import keep_parts
from tests.exhibit.samples import places
from tests.topics.made import sample_respondents, wave_of

EN, DE = Language("en"), Language("de")
A, B, C = Pick("a"), Pick.of("b", wave="2026"), Pick.of("b", wave="2024")


def test_what_is_there_already_stays_where_it_is_and_filters_make_another_exhibit() -> None:
    assert Pack("p").added(A, B).added(A, C).picks == (A, B, C)


@pytest.mark.parametrize(("at", "by", "order"), [(0, -1, "abc"), (0, 1, "bac"), (2, -1, "acb"), (2, 5, "abc")])
def test_a_part_moves_by_its_place_and_the_ends_hold(at: int, by: int, order: str) -> None:
    pack = Pack("p", tuple(Section({"de": name}) for name in "abc")).moved(at, by)
    assert "".join(part.said("de") for part in pack.parts if isinstance(part, Section)) == order


def test_a_pack_comes_back_from_json_as_it_was() -> None:
    entry = noted(worded(Entry(B), "de", " Unser  Satz ", "Berechnet"), "en", " A note\nof two lines ")
    pack = Pack("Vorstand", (Section({"de": "Lage", "en": "Status"}), entry, Entry(A)))
    assert from_json(json.loads(json.dumps(to_json(pack)))) == pack
    assert entry.own == {"de": Own.written("Unser Satz", "Berechnet")}
    assert entry.notes == {"en": "A note\nof two lines"}


@pytest.mark.parametrize("sentence", ["", "   ", "Computed"])
def test_an_empty_sentence_or_the_computed_one_is_no_own_sentence(sentence: str) -> None:
    assert worded(worded(Entry(A), "en", "Mine", "Computed"), "en", sentence, "Computed").own == {}


def test_what_no_file_can_hold_does_not_come_into_a_pack(tmp_path: Path) -> None:
    """Half a sign, or one that turns the direction of reading, would make the pack unreadable later on."""
    hostile = "\ud800 \u202eRe\x00gion\x1b[31m"
    entry = noted(worded(Entry(A), "de", hostile, "Berechnet"), "de", hostile)
    pack = Pack("p", (renamed(Section({}), "de", hostile), entry))
    with open_store(tmp_path / "x.duckdb") as store:
        keep_parts(store, pack.name, to_json(pack), actor="test")
        assert [from_json(one.parts) for one in packs(store)] == [pack]
    assert entry.own["de"].sentence == entry.notes["de"] == "\ufffd Region[31m"


@pytest.mark.parametrize("also", ["=1+1", "nope=1", "sector=x & nope=1"])
@pytest.mark.parametrize("name", ["priorities", "distribution", "pairs", "robust", "segments", "wanted-and-done"])
def test_a_filter_that_there_is_not_is_refused_in_words(wave: Store, name: str, also: str) -> None:
    with pytest.raises(Refused, match="not told apart"):
        draw(wave, Pick.of(name, also=also), EN)


@pytest.mark.parametrize("name", ["segments", "satisfaction", "services", "questionnaire", "members-voice"])
def test_an_attribute_that_there_is_not_is_refused_in_words(wave: Store, name: str) -> None:
    with pytest.raises(Refused):
        draw(wave, Pick.of(name, by="../nope"), DE)


@pytest.fixture(scope="module")
def wave() -> Iterator[Store]:
    with open_store(":memory:") as store:
        wave_of(store, sample_respondents())
        yield store


def test_a_new_section_holds_no_signs_that_nobody_sees_and_no_half_ones() -> None:
    (section,) = Pack("p").with_section({"de": " Zur\ud800\x00\n Lage " + "x" * 100}).parts
    assert isinstance(section, Section)
    assert section.said("de") == ("Zur\ufffd Lage " + "x" * 100)[:80]


def test_a_heading_nobody_wrote_in_this_language_is_said_as_it_was_written() -> None:
    section = renamed(Section({}), "de", "Zur Lage")
    assert (section.said("de"), section.said("en"), Section({}).said("en")) == ("Zur Lage", "Zur Lage", "")


def _drawn(pick: Pick, say: Language) -> Exhibit:
    if pick.name == "few":
        raise NotShown((), 3)
    if pick.name == "none":
        raise Refused("x", "There is nothing yet.")
    return places(say)


def test_what_cannot_be_drawn_is_told_with_its_section_and_the_rest_is_bound() -> None:
    pack = Pack("p", (Entry(A), Section({"en": "Money"}), Entry(Pick("none")), Entry(B)))
    found = bind(pack, EN, _drawn)
    assert [(leaf.section, leaf.key) for leaf in found.leaves] == [("", "a"), ("Money", "b")]
    assert found.missing == (("Money", "There is nothing yet."),)


def test_an_own_sentence_stands_over_the_computed_one_and_is_outdated_when_the_data_say_otherwise() -> None:
    computed = places(EN).message
    fresh, old = worded(Entry(A), "en", "Ours", computed), worded(Entry(A), "en", "Ours", "Something else")
    found = bind(Pack("p", (fresh, old, Entry(A))), EN, _drawn).exhibits
    assert [(one.message, one.computed, one.outdated) for one in found] == [
        ("Ours", computed, False), ("Ours", computed, True), (computed, "", False),
    ]  # fmt: skip
    assert [one.computed for one in bind(Pack("p", (fresh,)), DE, _drawn).exhibits] == [""]


@pytest.fixture
def store() -> Store:
    return open_store(":memory:")


def test_a_pack_is_kept_under_its_name_and_gives_way_to_its_next_state(store: Store) -> None:
    for parts in (Pack("Board").added(A), Pack("Board").added(A, B)):
        keep_parts(store, "Board", to_json(parts), actor="anna")
    kept = pack_named(store, "Board")
    assert kept is not None
    assert (from_json(kept.parts).picks, kept.by, len(packs(store))) == ((A, B), "anna", 1)
    assert pack_named(store, "Another") is None


def test_the_standard_pack_names_only_exhibits_that_there_are(store: Store) -> None:
    pack = standard(store)
    assert {pick.name for pick in pack.picks} <= set(NAMES)
    assert 9 <= len(pack.picks) <= 13


@pytest.mark.parametrize("say", [EN, DE], ids=["en", "de"])
def test_the_standard_pack_of_a_database_without_anything_tells_what_is_missing(store: Store, say: Language) -> None:
    found = bound(store, standard(store), say)
    assert {what for what, _ in found.missing} >= {named("priorities", say), named("robust", say)}
    assert all(why.endswith(".") for _, why in found.missing)
    assert not [why for what, why in found.missing if why.startswith(("“", "Für „")) or "lsn-2030" in why]
