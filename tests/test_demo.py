"""Is the demo what it says: invented, always the same, and worth looking at?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from datasets.demo.generate import FILE, survey
from lsn_data import demo
from lsn_data.intake import read_survey
from lsn_data.language import Language
from lsn_data.store import Store, history, open_store, save, undo
from lsn_data.topics.priorities.answer import groups, ranking
from tests.store.made import reading


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def test_the_script_makes_the_committed_file_byte_for_byte() -> None:
    assert survey().encode("utf-8") == FILE.read_bytes()


def test_the_demo_goes_the_way_of_every_file_without_a_question() -> None:
    found = read_survey(FILE.read_bytes(), FILE.name)
    assert (found.status, found.questions, found.rows_kept) == ("ready", (), 58)
    assert sorted(one.why for one in found.left_out) == ["duplicate", "test"]
    assert {one.severity for one in found.problems} == {"warning"}
    assert set(found.attributes) == {"sector", "size", "state", "membership"}


def test_it_holds_what_real_answers_hold() -> None:
    answers = [one.places for one in read_survey(FILE.read_bytes(), FILE.name).respondents]
    ranked = [[place for place in one if place] for one in answers]
    assert any(not places for places in ranked), "nobody skipped the ranking"
    assert any(0 < len(places) < 7 for places in ranked), "nobody left themes out"
    assert any(len(places) != len(set(places)) for places in ranked), "nobody let themes share a place"


def test_loading_it_twice_changes_nothing(store: Store) -> None:
    first = demo.load(store, "office")
    assert demo.load(store, "office") == first
    assert (first.origin, first.wave, first.asked, len(history(store))) == ("demo", "Demo 2026", 300, 1)


def test_it_can_be_loaded_again_after_it_was_taken_back(store: Store) -> None:
    undo(store, demo.load(store, "office").import_id, actor="office")
    assert demo.load(store, "office").state == "current"


def test_an_older_demo_is_replaced(store: Store) -> None:
    save(store, reading(sha256="older"), wave=demo.WAVE, actor="office", origin="demo")
    demo.load(store, "office")
    assert [one.state for one in history(store)] == ["replaced", "current"]


def test_two_themes_lead_and_the_middle_is_hard_to_tell(store: Store) -> None:
    wave = demo.load(store, "office")
    tiers = ranking(store, wave, Language("en"))["tiers"]
    assert [set(tier) for tier in tiers] == [{"SKL", "INN"}, {"VIS", "COM", "REG"}, {"INT", "ORG"}]


def test_every_attribute_can_be_looked_at(store: Store) -> None:
    wave = demo.load(store, "office")
    assert all(len(groups(store, wave, by)) > 1 for by in ("sector", "size", "membership"))
