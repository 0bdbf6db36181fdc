"""Is what a few further answers would tell kept back, where an earlier version of the wave was seen?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lsn_data.disclosure import NotShown
from lsn_data.store import Store, open_store, undo
from lsn_data.topics.questionnaire.answer import satisfaction
from lsn_data.topics.questionnaire.splitting import split
from lsn_data.topics.questionnaire.versions import differs, waiting
from tests.topics.asked import asked_wave, rated

SIZES = ["1-9", "10-49"] * 30


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def test_a_question_with_two_answers_more_waits_and_the_others_are_shown(store: Store) -> None:
    events, advice = (10, 10, 10, 10, 10), (5, 5, 5, 5, 5)
    first = asked_wave(store, rated(events), rated(advice, "Advice", missing=25), people=50, sizes=SIZES)
    later = rated((12, 12, 12, 12, 12)), rated((6, 6, 5, 5, 5), "Advice", missing=33)
    second = asked_wave(store, *later, people=60, sizes=SIZES, version="b")
    assert waiting(store, second) == {later[1].key}
    assert [one.asked.row for one in satisfaction(store, second).ratings] == ["Events"]
    undo(store, first.import_id, actor="test")
    assert waiting(store, second) == frozenset()
    assert len(satisfaction(store, second).ratings) == 2


def test_a_single_answer_that_changed_waits_too(store: Store) -> None:
    asked_wave(store, rated((10, 10, 10, 10, 10)), sizes=SIZES)
    second = asked_wave(store, rated((9, 11, 10, 10, 10)), sizes=SIZES, version="b")
    with pytest.raises(NotShown, match="earlier version"):
        satisfaction(store, second)


def test_a_wave_that_changed_is_not_split_and_one_that_did_not_is(store: Store) -> None:
    asked_wave(store, rated((10, 10, 10, 10, 10)), sizes=SIZES)
    same = asked_wave(store, rated((10, 10, 10, 10, 10)), sizes=SIZES, version="b")
    assert not differs(store, same)
    assert len(split(store, same, "size").groups) == 2
    grown = asked_wave(store, rated((12, 12, 12, 12, 12)), sizes=SIZES, version="c")
    assert differs(store, grown)
    with pytest.raises(NotShown):
        split(store, grown, "size")
